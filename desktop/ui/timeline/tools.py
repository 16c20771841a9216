"""What stands around the timeline: buttons to zoom, what the looks mean, and what is read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.problems import N_
from desktop.l10n.language import Language
from desktop.sheets.timeline.page import OPEN, PLAN, PROGRAMME, TimelineEvent
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.timeline.canvas import PRESS, TimelineCanvas
from desktop.ui.timeline.looks import Look, draw_mark, draw_open_end
from desktop.ui.timeline.surface import DECADE, YEAR
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import text_label

# What a button says, what a screen reader says of it, and what it does to the timeline.
_Button = tuple[str, str, Callable[[TimelineCanvas], object]]
_ZOOMS: tuple[_Button, ...] = (
    (N_("Whole"), N_("See the whole timeline"), TimelineCanvas.show_whole),
    (N_("Decade"), N_("See ten years"), lambda canvas: canvas.show_days(DECADE)),
    (N_("Year"), N_("See one year"), lambda canvas: canvas.show_days(YEAR)),
    ("+", N_("Zoom in"), lambda canvas: canvas.zoom(PRESS)),
    ("−", N_("Zoom out"), lambda canvas: canvas.zoom(1 / PRESS)),
)
_SWATCH = 1.9
# So many lines the words about an event have, besides its title.
_SMALL_LINES = 4


class ZoomButtons(QWidget):
    """Brings a timeline nearer or farther, without keys or a wheel."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(Space.TIGHT))
        self.buttons = [QPushButton() for _each in _ZOOMS]
        for button, (_text, _spoken, zoom) in zip(self.buttons, _ZOOMS, strict=True):
            button.setProperty("look", "facet")
            set_role(button, Role.LABEL)
            button.clicked.connect(lambda _checked=False, zoom=zoom: zoom(canvas))
            row.addWidget(button)
        self.whole, self.decade, self.year, self.nearer, self.farther = self.buttons
        canvas.scale_changed.connect(self._show_state)

    def retranslate(self, language: Language) -> None:
        """Set all text in a language."""
        for button, (text, spoken, _zoom) in zip(self.buttons, _ZOOMS, strict=True):
            button.setText(language.gettext(text))
            button.setAccessibleName(language.gettext(spoken))
            button.setToolTip(language.gettext(spoken))
        self._show_state()

    def _show_state(self) -> None:
        """What leads nowhere from here, such as farther off than the whole, is shown as such.

        It stays a stop of the Tab key: who holds a key down must not lose the focus.
        """
        scale = self._canvas.scale
        at_most = scale.scale >= scale.most * (1 - 1e-9)
        for button, leads_nowhere in (
            (self.whole, scale.is_whole),
            (self.farther, scale.is_whole),
            (self.nearer, at_most),
        ):
            button.setEnabled(not leads_nowhere or button.hasFocus())


class _Swatch(QWidget):
    """A mark as the timeline draws it."""

    def __init__(self, context: Context, look: str) -> None:
        super().__init__()
        self._context, self._look = context, look
        line = self.fontMetrics().height()
        self.setFixedSize(QSize(round(line * _SWATCH), round(line * 0.9)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look.of(self._context.theme.colour("muted"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._look == OPEN:
            reach = box.width() / 2
            box.setWidth(reach)
            middle = QPointF(box.right(), box.center().y())
            draw_open_end(painter, middle, reach, box.height(), look, is_plan=False)
        is_programme = self._look == PROGRAMME
        draw_mark(painter, box, look, is_plan=self._look == PLAN, is_programme=is_programme)
        painter.end()


class Tools(QWidget):
    """The buttons to zoom, and swatches with what they mean, in as many rows as they need."""

    def __init__(self, context: Context, canvas: TimelineCanvas) -> None:
        super().__init__()
        self._context = context
        self._shown: list[str] = []
        self._items: list[QWidget] = []
        self.zoom_buttons = ZoomButtons(canvas)
        self.names: list[QLabel] = []
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, space(Space.TIGHT), edge, space(Space.TIGHT))
        self._flow = FlowLayout()
        column.addLayout(self._flow)
        self._flow.setSpacing(space(Space.SMALL))
        self._flow.addWidget(self.zoom_buttons)

    def show_legend(self, legend: Sequence[tuple[str, str]]) -> None:
        """Show what the looks mean that there are, or the same in another language."""
        looks = [look for look, _text in legend]
        if looks != self._shown:
            self._make(looks)
        for name, (_look, text) in zip(self.names, legend, strict=True):
            name.setText(text)

    def _make(self, looks: Sequence[str]) -> None:
        for item in self._items:
            self._flow.removeWidget(item)
            item.hide()
            item.deleteLater()
        self._shown, self._items, self.names = list(looks), [], []
        for look in looks:
            item = QWidget()
            row = QHBoxLayout(item)
            row.setContentsMargins(space(Space.SMALL), 0, 0, 0)
            row.setSpacing(space(Space.TIGHT))
            name = QLabel()
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setProperty("role", "muted")
            set_role(name, Role.SMALL)
            row.addWidget(_Swatch(self._context, look))
            row.addWidget(name)
            self._flow.addWidget(item)
            self._items.append(item)
            self.names.append(name)


class ReadOut(QWidget):
    """The event that keys or mouse are at, in words, and the documents that it comes from."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._source = ""
        self.title = text_label("", Role.STRONG)
        self.detail = text_label("", Role.SMALL)
        self.source = text_label("", Role.SMALL, "muted")
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, space(Space.TIGHT), edge, space(Space.TIGHT))
        column.setSpacing(space(Space.HAIR))
        for label in (self.title, self.detail, self.source):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            column.addWidget(label)
        column.addStretch(1)
        # The timeline above must not jump when an event has more to say than the one before.
        self.setMinimumHeight(
            self.title.fontMetrics().lineSpacing()
            + self.detail.fontMetrics().lineSpacing() * _SMALL_LINES
            + 2 * (space(Space.TIGHT) + space(Space.HAIR))
        )

    def show_event(self, event: TimelineEvent | None) -> None:
        """Read out an event; without one, how to come to one and where all come from."""
        tr = self._context.language.gettext
        if event:
            texts = event.title, event.detail, event.source
        else:
            hint = tr("Wheel, + and − zoom, dragging moves, Escape leads back to the whole.")
            texts = tr("Point at an event, or go to it with the arrow keys"), hint, self._source
        for label, text in zip((self.title, self.detail, self.source), texts, strict=True):
            label.setText(text)

    def show_source(self, source: str) -> None:
        """The documents that all events come from."""
        self._source = source
