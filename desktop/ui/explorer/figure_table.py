"""The table of the figures, as high as it is long: the page that it stands on scrolls."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal

from desktop.ui.context import Context
from desktop.ui.explorer.columns import figure_columns
from desktop.ui.lists import cells
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.row_model import ID_ROLE
from desktop.ui.lists.sections import Section

_TITLE_CHARACTERS = 27


class FigureTable(RecordTable):
    """Shows figures with value, period, place and all else that says what they are.

    `record_asked` carries the id of one that was clicked or opened with Return; `row_reached` the
    place of the row that the keyboard came to.
    """

    marks_shown = False

    record_asked = Signal(str)
    row_reached = Signal(QRect)

    def __init__(self, context: Context, lookup: Lookup) -> None:
        model = RecordModel(lookup, figure_columns(context.today), cells.rivals)
        super().__init__(model, _TITLE_CHARACTERS)
        self._figures = model
        # The order is that of the chart.
        self.header.setSectionsClickable(False)
        self.header.setSortIndicatorShown(False)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
        self.clicked.connect(
            lambda index: self.record_asked.emit(index.siblingAtColumn(0).data(ID_ROLE))
        )
        self.page_asked.connect(self._open_current)
        self.selectionModel().currentChanged.connect(self._tell_row)

    def show_figures(self, figures: tuple[str, ...], title: str) -> None:
        """Show figures under what their titles are titles of; a row that stays is current still."""
        current = self.currentIndex().siblingAtColumn(0).data(ID_ROLE)
        sections = [Section(None, figures)] if figures else []
        self._figures.set_sections(sections, title)
        self.setAccessibleName(title)
        row = self._figures.row_of(current) if current else None
        if figures:
            # Without one a screen reader says nothing when the focus comes in.
            self.setCurrentIndex(self._figures.index(row or 0, 0))
        self.updateGeometry()

    @property
    def figures(self) -> list[str]:
        """The ids of the figures from the top."""
        return [self._figures.id_at(row) or "" for row in range(self._figures.rowCount())]

    def arrange_columns(self, width: int) -> int:
        above = super().arrange_columns(width)
        # The last column, what exactly is counted, never has room: below the title it comes first.
        *others, scope = self._fit.below
        self._columns_layouter.set_columns(self._fit.widths, (scope, *others))
        return above

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        frame = 2 * self.frameWidth()
        above = self.arrange_columns(width - frame - self._bar_width())
        heights = (self._rows.height(row) for row in range(self._figures.rowCount()))
        return above + sum(heights) + frame

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _bar_width(self) -> int:
        """What the rows leave free for a scroll bar, whether it was laid out by now or not."""
        bar = self.verticalScrollBar()
        return bar.width() if self.isVisible() else bar.sizeHint().width()

    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self.record_asked.emit(self.currentIndex().siblingAtColumn(0).data(ID_ROLE))

    def _tell_row(self) -> None:
        if self.hasFocus():
            self.row_reached.emit(self.visualRect(self.currentIndex().siblingAtColumn(0)))
