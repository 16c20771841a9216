"""Draws the shapes of a chart with a QPainter: on the screen, and on a picture."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatchmethod

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.ui.charts.chart_shapes import (
    DASHES,
    Area,
    Dot,
    Ink,
    Inks,
    Point,
    Shape,
    Stroke,
    Words,
)
from desktop.ui.charts.chart_type import Faces


class ChartPainter:
    """Draws shapes in the fonts of a chart and the colours of its inks."""

    def __init__(self, painter: QPainter, faces: Faces, inks: Inks) -> None:
        self._painter = painter
        self._faces = faces
        self._colours = {ink: QColor(inks[ink]) for ink in Ink}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def draw(self, shapes: Iterable[Shape]) -> None:
        """Draw shapes, each over those before it."""
        for shape in shapes:
            self._draw(shape)

    @singledispatchmethod
    def _draw(self, shape: Shape) -> None:
        raise TypeError(shape)

    @_draw.register
    def _words(self, shape: Words) -> None:
        self._painter.setFont(self._faces[shape.role])
        self._painter.setPen(self._colours[shape.ink])
        for line in shape.lines:
            self._painter.drawText(QPointF(line.left, line.base), line.text)

    @_draw.register
    def _stroke(self, shape: Stroke) -> None:
        pen = QPen(self._colours[shape.ink], shape.width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if shape.is_dashed:
            pen.setDashPattern(DASHES)
        self._painter.setPen(pen)
        self._painter.drawPolyline(_polygon(shape.points))

    @_draw.register
    def _area(self, shape: Area) -> None:
        self._fill(shape.ink)
        self._painter.drawPolygon(_polygon(shape.points))

    @_draw.register
    def _dot(self, shape: Dot) -> None:
        self._fill(shape.ink)
        self._painter.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)

    def _fill(self, ink: Ink) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours[ink])


def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])
