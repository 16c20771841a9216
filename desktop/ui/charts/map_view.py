"""The map of a country: places to look at, to point at, and to walk between with the arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop.domain.outlines import Outline
from desktop.l10n.language import Language
from desktop.sheets.map.page import MapPage
from desktop.sheets.map.places import MapPlace
from desktop.ui.charts.map_colours import MapShades
from desktop.ui.charts.map_layout import ARROWS, Ground, MapLayout, MapShapes
from desktop.ui.charts.map_painter import MapPainter
from desktop.ui.charts.pointable_drawing import PointableDrawing
from desktop.ui.context import Context
from desktop.ui.look.theme import Theme

# Height to width: what leaves a country as broad as Belgium a little air.
SHAPE = 0.86
LEAST_LINES, MOST_LINES = 10, 26


class MapView(PointableDrawing[str]):
    """Shows places on their outlines, and the class and the number of each if it is handed a page.

    `place_asked` carries the id of a place that was opened, `place_marked` that of the one that
    the keys or the mouse went to; "" when they are gone.
    """

    place_asked = Signal(str)
    place_marked = Signal(str)

    def __init__(self, context: Context, outlines: Sequence[Outline]) -> None:
        super().__init__(current="")
        self._context = context
        self._outlines = outlines
        self._places: dict[str, MapPlace] = {}
        self._page: MapPage | None = None
        self._ground: Ground | None = None
        self._shapes: MapShapes | None = None
        self._layout: MapLayout | None = None
        self._elsewhere = ""
        self.opened: str | None = None
        self.most_lines = MOST_LINES
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.theme_changed.connect(self.update)

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show places, or the same ones in another language; the current one stays."""
        self._show(places, None)
        self.setAccessibleName(self._context.language.gettext("Map"))

    def show_page(self, page: MapPage) -> None:
        """Show the places of a page in its shades, each with its number; the current one stays."""
        self._show(page.places, page)
        sentence = self._context.language.gettext("Map: {title}")
        self.setAccessibleName(sentence.format(title=page.title))

    def _show(self, places: Sequence[MapPlace], page: MapPage | None) -> None:
        if self._places.keys() != {place.record for place in places}:
            self._ground = Ground.of(self._outlines, places)
        if self._page is not page or self._places.keys() != {place.record for place in places}:
            self._shapes = None
        self._places = {place.record: place for place in places}
        self._page = page
        if self.current not in self._places:
            self.current = next(iter(self._places), "")
        self._layout = None
        self._describe()
        self.update()

    def show_opened(self, record: str | None) -> None:
        """Let the place whose page is open stand out while nothing else does; None for none."""
        self.opened = record if record in self._places else None
        if self.opened:
            self.make_current(self.opened)
        self.update()

    def mark(self, record: str) -> None:
        """Let a place stand out that is pointed at elsewhere; "" when it no longer is."""
        self._elsewhere = record
        if record:
            self.make_current(record)
        self.update()

    @property
    def marked(self) -> str | None:
        """The place that stands out."""
        focused = self.current if self.hasFocus() else None
        return self.hovered or self._elsewhere or focused or self.opened

    @property
    def layout_now(self) -> MapLayout | None:
        """Where everything stands; None where no place has an outline."""
        if self._ground is None:
            return None
        places = list(self._places.values())
        if self._shapes is None:
            size, grown = QSizeF(self.size()), grown_dots(self._context.theme, self._page)
            self._shapes = MapShapes(self._ground, places, size, grown)
        if self._layout is None:
            names = neighbour_names(self._ground, self._context.language)
            self._layout = MapLayout(self._shapes, places, names, numbers_on(self._page))
        return self._layout

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw: not every country has outlines."""
        return self._ground is not None

    def make_current(self, record: str) -> None:
        super().make_current(record)
        self._describe()

    def _describe(self) -> None:
        place = self._places.get(self.current)
        self.setAccessibleDescription(place.line if place else "")

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().height() * LEAST_LINES * 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().height() * LEAST_LINES
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        return min(round(width * SHAPE), self.fontMetrics().height() * self.most_lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        if layout := self.layout_now:
            painter = QPainter(self)
            MapPainter(layout, self._context.theme, self.marked, self._page).draw(painter)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shapes = self._layout = None

    def ways(self) -> Mapping[Qt.Key, str]:
        layout = self.layout_now
        if layout is None or not self.current:
            return {}
        return {arrow: layout.next_to(self.current, arrow) for arrow in ARROWS}

    def walk(self, record: str) -> None:
        self.make_current(record)
        self._context.say(self._places[record].line)
        self.tell()

    def open(self, record: str) -> None:
        self.place_asked.emit(record)

    def mark_at(self, point: QPointF) -> str | None:
        layout = self.layout_now
        return layout.at(point) if layout else None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            under = self.mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._places[under].line if under else "", self)
            return True
        return super().event(event)

    def tell(self) -> None:
        """Say, here and elsewhere, which place stands out now."""
        self.place_marked.emit(self.marked or "")
        self.update()


def grown_dots(theme: Theme, page: MapPage | None) -> Mapping[str, float]:
    """How many times the usual size the dots of a page have."""
    if page is None:
        return {}
    shades = MapShades(theme, page.levels)
    return {record: shades.grown(mark.level) for record, mark in page.marks.items()}


def numbers_on(page: MapPage | None) -> Mapping[str, str]:
    """What stands with the names of the places of a page."""
    return {record: mark.label for record, mark in page.marks.items()} if page else {}


def neighbour_names(ground: Ground, language: Language) -> Mapping[str, str]:
    """What a language calls the neighbours, those that it has a name for."""
    territories = language.locale.territories
    return {code: territories[code] for code in ground.neighbours if code in territories}
