"""Draws the map: its layout in the colours of a theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop.sheets.map.page import MapPage
from desktop.ui.charts.map_colours import MapShades
from desktop.ui.charts.map_layout import MapLayout, MapName
from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import Role, font

# Widths of lines, of the height of a line of the names.
_HAIR = 0.06
_BORDER = 0.1
_STRONG = 0.14
# Land lets so much of a colour through: the country more, its neighbours hardly any.
_COUNTRY, _QUIET = 0.18, 0.3
# The name of the chosen place stands on a tag; so much wider than the name on either side.
_TAG = 0.3
# The dot of the chosen place is so many times as large.
_MARKED = 1.5
# A name on hatched ground stands on so much of the page's colour.
_GROUND = 0.85


class MapPainter:
    """Draws one layout; `marked` is the place that stands out, if one does.

    With a `page` it draws regions and dots in the shades of their classes. `face` gives the font
    of a role.
    """

    def __init__(
        self,
        layout: MapLayout,
        theme: Theme,
        marked: str | None,
        page: MapPage | None = None,
        face: Callable[[Role], QFont] = font,
    ) -> None:
        self._face = face
        self._names = layout.names
        self._page = page
        self._shades = MapShades(theme, page.levels) if page else None
        self._shapes = layout.shapes
        self._theme = theme
        self._marked = marked

    def draw(self, painter: QPainter) -> None:
        """Draw all of it: land, then lines, then dots, then names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_neighbours(painter)
        self._draw_regions(painter)
        self._draw_dots(painter)
        names = sorted(self._names, key=lambda name: name.owner == self._marked)
        for name in names:
            self._draw_name(painter, name)
        if self._marked in self._shapes.dots:
            # The tag of its name must not hide what it is the name of.
            self._draw_dot(painter, self._marked, self._shapes.radius(self._marked) * _MARKED)

    def _draw_neighbours(self, painter: QPainter) -> None:
        painter.setPen(self._pen("border", _HAIR))
        painter.setBrush(self._shade("border", _QUIET))
        for path in self._shapes.neighbours.values():
            if not path.isEmpty():
                painter.drawPath(path)

    def _draw_regions(self, painter: QPainter) -> None:
        for record, path in self._shapes.regions.items():
            self._draw_region(painter, record, path)
        if marked := self._shapes.regions.get(self._marked or ""):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._pen("accent", _STRONG))
            painter.drawPath(marked)

    def _draw_region(self, painter: QPainter, record: str, path: QPainterPath) -> None:
        if self._page and self._shades:
            level = self._page.marks[record].level
            painter.fillPath(path, self._shades.colour(level))
            if level is None:
                self._shades.hatch(painter, self._shapes.hatching(record), self._shapes.line)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # A region that is as pale as the page needs a border that is not.
            painter.setPen(self._pen("muted", _HAIR))
        else:
            painter.setBrush(self._shade("accent", _COUNTRY))
            painter.setPen(self._pen("base", _BORDER))
        painter.drawPath(path)

    def _draw_dots(self, painter: QPainter) -> None:
        for record in self._shapes.dots:
            size = self._shapes.radius(record) * (_MARKED if record == self._marked else 1)
            self._draw_dot(painter, record, size)

    def _draw_dot(self, painter: QPainter, record: str, size: float) -> None:
        spot = self._shapes.spots[record]
        if self._page and self._shades:
            level = self._page.marks[record].level
            self._shades.dot(painter, spot, size, level, self._shapes.line)
            return
        painter.setPen(self._pen("base", _BORDER))
        painter.setBrush(self._colour("accent"))
        painter.drawEllipse(spot, size, size)

    def _draw_name(self, painter: QPainter, name: MapName) -> None:
        if name.placed.leader:
            painter.setPen(self._pen("muted", _HAIR))
            painter.drawLine(name.placed.leader)
        painter.setFont(self._face(name.role))
        if name.owner == self._marked:
            self._draw_tag(painter, name)
            return
        if self._is_hatched(name):
            painter.fillRect(name.placed.box, self._shade("base", _GROUND))
        is_neighbour = name.owner in self._shapes.neighbours
        painter.setPen(self._colour("muted" if is_neighbour else "text"))
        painter.drawText(name.placed.box, Qt.AlignmentFlag.AlignCenter, name.text)

    def _is_hatched(self, name: MapName) -> bool:
        """Whether a name stands on a region of which nothing is stated."""
        return self._page is not None and any(
            self._page.marks[record].level is None and path.intersects(name.placed.box)
            for record, path in self._shapes.regions.items()
        )

    def _draw_tag(self, painter: QPainter, name: MapName) -> None:
        aside = self._shapes.line * _TAG
        box = name.placed.box.adjusted(-aside, 0, aside, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour("accent"))
        painter.drawRoundedRect(box, aside, aside)
        painter.setPen(self._colour("on_accent"))
        painter.drawText(name.placed.box, Qt.AlignmentFlag.AlignCenter, name.text)

    def _pen(self, colour: str, width: float) -> QPen:
        return QPen(self._colour(colour), self._shapes.line * width)

    def _shade(self, name: str, share: float) -> QColor:
        """A colour that lets the page through."""
        shade = self._colour(name)
        shade.setAlphaF(share)
        return shade

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)
