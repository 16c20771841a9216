"""Draws the map: its layout in the colours of a theme."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.ui.charts.map_layout import MapLayout, MapName
from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import font

# Widths of lines, of the height of a line of the names.
_HAIR = 0.06
_BORDER = 0.1
_STRONG = 0.14
# Land lets so much of a colour through: the country more, its neighbours hardly any.
_COUNTRY, _QUIET = 0.18, 0.3
# The name of the chosen place stands on a tag; so much wider than the name on either side.
_TAG = 0.3


class MapPainter:
    """Draws one layout; `marked` is the place that stands out, if one does."""

    def __init__(self, layout: MapLayout, theme: Theme, marked: str | None) -> None:
        self._names = layout.names
        self._shapes = layout.shapes
        self._theme = theme
        self._marked = marked

    def draw(self, painter: QPainter) -> None:
        """Draw all of it: land, then lines, then dots, then names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(self._shapes.frame, self._shapes.dot, self._shapes.dot)
        painter.setClipPath(frame)
        self._draw_neighbours(painter)
        self._draw_regions(painter)
        self._draw_dots(painter)
        names = sorted(self._names, key=lambda name: name.owner == self._marked)
        for name in names:
            self._draw_name(painter, name)

    def _draw_neighbours(self, painter: QPainter) -> None:
        painter.setPen(self._pen("border", _HAIR))
        painter.setBrush(self._shade("border", _QUIET))
        for path in self._shapes.neighbours.values():
            painter.drawPath(path)

    def _draw_regions(self, painter: QPainter) -> None:
        painter.setBrush(self._shade("accent", _COUNTRY))
        painter.setPen(self._pen("base", _BORDER))
        for path in self._shapes.regions.values():
            painter.drawPath(path)
        if marked := self._shapes.regions.get(self._marked or ""):
            painter.setPen(self._pen("accent", _STRONG))
            painter.drawPath(marked)

    def _draw_dots(self, painter: QPainter) -> None:
        painter.setPen(self._pen("base", _BORDER))
        for record in self._shapes.dots:
            is_marked = record == self._marked
            painter.setBrush(self._colour("accent"))
            size = self._shapes.dot * (1.5 if is_marked else 1)
            painter.drawEllipse(self._shapes.spots[record], size, size)

    def _draw_name(self, painter: QPainter, name: MapName) -> None:
        if name.placed.leader:
            painter.setPen(self._pen("muted", _HAIR))
            painter.drawLine(name.placed.leader)
        painter.setFont(font(name.role))
        if name.owner == self._marked:
            self._draw_tag(painter, name)
            return
        is_neighbour = name.owner in self._shapes.neighbours
        painter.setPen(self._colour("muted" if is_neighbour else "text"))
        painter.drawText(name.placed.box, Qt.AlignmentFlag.AlignCenter, name.text)

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
