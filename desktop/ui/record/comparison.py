"""Two places side by side on the screen, rendered from their comparison."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Record
from desktop.sheets.place.comparison import Comparison, compare, other_rows
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.record.comparison_grid import ComparisonGrid, make_columns, most_width
from desktop.ui.widgets.text import text_label

# So few indicators that only one place has are not worth a button.
MOST_OTHERS = 6


class ComparisonView(QWidget):
    """Shows two places. `record_asked` carries the id of a record that was clicked."""

    record_asked = Signal(str)
    swap_asked = Signal()
    close_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._places: tuple[Record, Record] | None = None
        # The cells (row, column) that were opened, and whether all indicators are shown.
        self._opened: set[tuple[int, int]] = set()
        self._shows_others = False
        self.heading = _Heading()
        self.heading.swap_button.clicked.connect(self.swap_asked)
        self.heading.close_button.clicked.connect(self.close_asked)
        self.area = QScrollArea()
        self.area.setObjectName("page")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        # Always there, so that the headings stand over their columns.
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        # Links take their colour when they are laid out.
        context.theme_changed.connect(self.retranslate)

    def show_places(self, left: Record, right: Record) -> None:
        """Show two places from the beginning, long cells cut short."""
        self._places = (left, right)
        self._opened = set()
        self._shows_others = False
        self._render()
        self.area.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing, and cost nothing when the language is switched."""
        self._places = None
        self._replace(QWidget())

    def retranslate(self) -> None:
        """Show the same places in the language of the moment, where they were, as they were."""
        if self._places is None:
            return
        scroll = self.area.verticalScrollBar().value()
        had_focus = self.area.isAncestorOf(QApplication.focusWidget() or self)
        self._render()
        if had_focus:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        # The new grid has its height only after Qt has laid it out.
        QTimer.singleShot(0, lambda: self.area.verticalScrollBar().setValue(scroll))

    def _render(self) -> None:
        if self._places is None:
            return
        language = self._context.language
        compared = compare(self._context.library, language, *self._places)
        grid = ComparisonGrid(compared, language, self._opened)
        grid.record_asked.connect(self.record_asked)
        grid.others_asked.connect(lambda: self._add_others(grid))
        if self._shows_others or compared.others <= MOST_OTHERS:
            grid.add_others(other_rows(self._context.library, language, *self._places))
        self.heading.show_comparison(compared, self._context, self.area)
        self._replace(grid)
        first, second = (place.title for place in compared.places)
        name = language.gettext("{first} and {second} side by side")
        self.area.setAccessibleName(name.format(first=first, second=second))

    def _replace(self, widget: QWidget) -> None:
        # A link of the one before may have led here: it must outlive the telling of that.
        if before := self.area.takeWidget():
            before.deleteLater()
        self.area.setWidget(widget)

    def _add_others(self, grid: ComparisonGrid) -> None:
        """Show the indicators that only one place has, and go on to them."""
        if self._places is not None:
            self._shows_others = True
            language = self._context.language
            grid.add_others(other_rows(self._context.library, language, *self._places))
            grid.focus_others()


class _Heading(QWidget):
    """The names of the two places over their columns; it stays when the grid is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compared")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.swap_button, self.close_button = QPushButton(), QPushButton()
        self.titles = [_head(Role.HEADING) for _ in range(2)]
        self._types = [_head(Role.SMALL, "muted") for _ in range(2)]
        buttons = QHBoxLayout()
        buttons.setSpacing(space(Space.SMALL))
        buttons.addWidget(self.swap_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        names = make_columns(QGridLayout())
        names.setVerticalSpacing(space(Space.HAIR))
        for number in range(2):
            names.addWidget(self.titles[number], 0, number)
            names.addWidget(self._types[number], 1, number)
        inner = QWidget()
        inner.setMaximumWidth(most_width())
        column = QVBoxLayout(inner)
        column.setContentsMargins(space(Space.WIDE), 0, space(Space.WIDE), 0)
        column.setSpacing(space(Space.MEDIUM))
        column.addLayout(buttons)
        column.addLayout(names)
        self._row = QHBoxLayout(self)
        self._row.addWidget(inner, 1)
        self._row.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding))

    def show_comparison(self, compared: Comparison, context: Context, area: QScrollArea) -> None:
        """Name the places; the columns are those of the grid in `area`."""
        tr = context.language.gettext
        self.swap_button.setText(tr("Swap places"))
        self.close_button.setText(tr("Close comparison"))
        for number, place in enumerate(compared.places):
            self.titles[number].setText(place.title)
            self._types[number].setText(place.type)
        frame, bar = area.frameWidth(), area.verticalScrollBar().sizeHint().width()
        gap = space(Space.SMALL)
        self._row.setContentsMargins(frame, gap, frame + bar, gap)


def _head(role: Role, look: str = "") -> QLabel:
    label = text_label("", role, look)
    label.setWordWrap(True)
    return label
