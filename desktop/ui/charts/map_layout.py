"""The geometry of the map in a frame: shapes, spots and names, and what lies under a point."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QPolygonF

from desktop.domain.outlines import Fit, Outline, Projection
from desktop.sheets.map.places import MapPlace
from desktop.ui.charts.map_colours import hatching
from desktop.ui.charts.map_labels import LabelRoom, Placed
from desktop.ui.look.typography import Role, font

# Of the height of a line of the names.
DOT = 0.24
_MARGIN = 0.6
_NEIGHBOUR_STEPS = 12
# The country keeps so much of the frame's width free on either side, for names and neighbours.
_AIR = 0.05
# Between a name and its number: no mark of a language, as it stands on a map.
_BETWEEN = "\u2002"
# Which way the arrow keys point: across and down.
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """The outlines on the plane: those of places by the place's id, and the neighbours'."""

    projection: Projection
    regions: Mapping[str, Outline]
    neighbours: Mapping[str, Outline]

    @classmethod
    def of(cls, outlines: Sequence[Outline], places: Sequence[MapPlace]) -> Ground | None:
        """Sort outlines in degrees by whose they are; None where no place has one."""
        owners = {place.code: place.record for place in places if place.code}
        own = [outline for outline in outlines if outline.code in owners]
        if not own:
            return None
        projection = Projection.for_outlines(own)
        flat = [projection.outline(outline) for outline in outlines]
        return cls(
            projection,
            {owners[outline.code]: outline for outline in flat if outline.code in owners},
            {outline.code: outline for outline in flat if outline.code not in owners},
        )


@dataclass(frozen=True, slots=True)
class MapName:
    """A name on the map: of a place by its id, or of a neighbour by its code."""

    owner: str
    text: str
    role: Role
    placed: Placed


class MapShapes:
    """Shapes and spots in a frame of one size, whatever the language.

    `grown` says of dots how many times the usual size they have.
    """

    def __init__(
        self,
        ground: Ground,
        places: Sequence[MapPlace],
        size: QSizeF,
        grown: Mapping[str, float] | None = None,
    ) -> None:
        self.frame = QRectF(QPointF(), size)
        self._grown = grown or {}
        self._hatchings: dict[str, list[QLineF]] = {}
        self.line = QFontMetricsF(font(Role.SMALL)).height()
        self.dot = self.line * DOT
        air = max(self.line * _MARGIN, size.width() * _AIR)
        fit = Fit.into(ground.regions.values(), size.width(), size.height(), air)
        self.regions = {
            record: _path(fit.outline(outline)) for record, outline in ground.regions.items()
        }
        edge = QPainterPath()
        edge.addRoundedRect(self.frame, self.dot, self.dot)
        # Cut here and not by the painter: many a program that shows drawings cannot cut.
        self.neighbours = {
            code: _path(fit.outline(outline)).intersected(edge)
            for code, outline in ground.neighbours.items()
        }
        self.spots = {
            place.record: QPointF(
                *fit.point(ground.projection.point(place.longitude, place.latitude))
            )
            for place in places
        }
        self.dots = [place.record for place in places if place.is_spot]

    def hatching(self, record: str) -> Sequence[QLineF]:
        """The lines that hatch a region; found once, as it is drawn often."""
        if record not in self._hatchings:
            self._hatchings[record] = hatching(self.regions[record], self.line)
        return self._hatchings[record]

    def radius(self, record: str) -> float:
        """How large the dot of a place is."""
        return self.dot * self._grown.get(record, 1.0)

    def is_tiny(self, region: QPainterPath) -> bool:
        """Whether a region is too small to bear its name."""
        return region.boundingRect().height() < self.line * 3

    def kept_free(self) -> Iterator[QRectF]:
        """What no name may hide: dots, and tiny regions."""
        for record in self.dots:
            reach = QPointF(1, 1) * self.radius(record)
            yield QRectF(self.spots[record] - reach, self.spots[record] + reach)
        for path in self.regions.values():
            if self.is_tiny(path):
                yield path.boundingRect()


class MapLayout:
    """The map in a frame of one size, in one language: its shapes, and names on them.

    `numbers` stand with the names of their places; where there is room for one alone, it is they.
    """

    def __init__(
        self,
        shapes: MapShapes,
        places: Sequence[MapPlace],
        neighbours: Mapping[str, str],
        numbers: Mapping[str, str] | None = None,
    ) -> None:
        self.shapes = shapes
        self._numbers = numbers or {}
        self._room = LabelRoom(shapes.frame, list(shapes.kept_free()))
        self.names = [*self._place_names(places), *self._neighbour_names(neighbours)]

    def at(self, point: QPointF) -> str | None:
        """The place under a point: its name or dot before the region that they lie in."""
        for record in self.shapes.dots:
            if (self.shapes.spots[record] - point).manhattanLength() <= self.shapes.line / 2:
                return record
        for name in self.names:
            if name.owner in self.shapes.spots and name.placed.box.contains(point):
                return name.owner
        return next(
            (record for record, path in self.shapes.regions.items() if path.contains(point)), None
        )

    def next_to(self, record: str, arrow: Qt.Key) -> str:
        """The nearest place in the direction of an arrow key; the same where there is none."""
        across, down = ARROWS[arrow]
        here = self.shapes.spots[record]

        def cost(other: str) -> float:
            way = self.shapes.spots[other] - here
            ahead = way.x() * across + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * across)
            return ahead + 2 * aside if ahead > aside / 2 and ahead > 0 else float("inf")

        nearest = min(self.shapes.spots, key=cost)
        return nearest if cost(nearest) < float("inf") else record

    def _place_names(self, places: Sequence[MapPlace]) -> Iterator[MapName]:
        """First the names that must lie in their region, then those of dots, then of areas."""
        order = sorted(
            places, key=lambda place: (place.record not in self.shapes.regions, not place.is_spot)
        )
        for place in order:
            role = Role.LABEL if place.record in self.shapes.regions else Role.SMALL
            for text in self._texts(place):
                if placed := self._placed(place, _size(text, font(role))):
                    yield MapName(place.record, text, role, placed)
                    break

    def _texts(self, place: MapPlace) -> Iterator[str]:
        """What may stand on the map for a place, the best first: its number is never left out."""
        number = self._numbers.get(place.record)
        if not number:
            yield place.name
            return
        region = self.shapes.regions.get(place.record)
        if region is not None and not self.shapes.is_tiny(region):
            yield f"{place.name}\n{number}"
        yield f"{place.name}{_BETWEEN}{number}"
        yield number

    def _placed(self, place: MapPlace, size: QSizeF) -> Placed | None:
        spot = self.shapes.spots[place.record]
        if place.is_spot:
            return self._room.beside(spot, self.shapes.radius(place.record), size)
        region = self.shapes.regions.get(place.record)
        if region is None:
            return self._room.within(spot, size, lambda _box: True)
        if self.shapes.is_tiny(region):
            box = region.boundingRect()
            return self._room.beside(box.center(), box.height() / 2, size)
        return self._room.within(spot, size, region.contains)

    def _neighbour_names(self, neighbours: Mapping[str, str]) -> Iterator[MapName]:
        """The names of neighbours that show enough of themselves to bear one."""
        steps, width, height = (
            _NEIGHBOUR_STEPS,
            self.shapes.frame.width(),
            self.shapes.frame.height(),
        )
        for code, text in neighbours.items():
            path, size = self.shapes.neighbours[code], _size(text, font(Role.SMALL))
            boxes = (
                QRectF(QPointF(width * x / steps, height * y / steps), size)
                for x in range(1, steps)
                for y in range(1, steps)
            )
            if placed := self._room.first(boxes, path.contains):
                yield MapName(code, text, Role.SMALL, placed)


def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    for ring in outline.rings:
        path.addPolygon(QPolygonF([QPointF(*point) for point in ring]))
        path.closeSubpath()
    return path


def _size(text: str, face: QFont) -> QSizeF:
    metrics, lines = QFontMetricsF(face), text.split("\n")
    # Names side by side keep a space between them.
    widest = max(metrics.horizontalAdvance(f" {line} ") for line in lines)
    return QSizeF(widest, metrics.height() * len(lines))
