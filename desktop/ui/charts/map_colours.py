"""The shades of a coloured map: few steps of one colour of the theme, and what is no step."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.sheets.map.page import NONE
from desktop.ui.look.theme import Theme

# The lightest shade has this share of the colour.
_LEAST = 0.14
# Names stand on the shades: the darkest still lets them be read (WCAG 2, for text of any size).
CONTRAST = 4.6
# Dots of the highest class are so many times as large as those of nought.
_LARGEST = 2.0
# Of the height of a line: the lines of a hatching, and how far apart they are.
_HATCH, _HATCH_GAP = 0.06, 0.42
_HATCH_OPACITY = 0.55
_RING = 0.1


class MapShades:
    """Gives a level of so many its colour and its size; None is what is not stated."""

    def __init__(self, theme: Theme, levels: int) -> None:
        self._base, self._accent = theme.colour("base"), theme.colour("accent")
        self._line = theme.colour("muted")
        self._levels = max(levels, 1)
        self._most = _most_share(self._base, self._accent, theme.colour("text"))

    def colour(self, level: int | None) -> QColor:
        """What a region of a level is filled with: from the page towards the theme's accent."""
        if not level:
            return QColor(self._base)
        return mixed(self._base, self._accent, _LEAST + (self._most - _LEAST) * self._part(level))

    def grown(self, level: int | None) -> float:
        """How many times the size of the smallest dot a dot of a level has."""
        return 1 + (_LARGEST - 1) * level / self._levels if level else 1.0

    def hatch(self, painter: QPainter, lines: Sequence[QLineF], line: float) -> None:
        """Draw the lines of a hatching; `line` is the height of a line of text."""
        colour = QColor(self._line)
        colour.setAlphaF(_HATCH_OPACITY)
        painter.setPen(QPen(colour, line * _HATCH))
        painter.drawLines([*lines])

    def dot(
        self, painter: QPainter, spot: QPointF, radius: float, level: int | None, line: float
    ) -> None:
        """Draw a dot: full, hollow for nought, and struck through where nothing is stated."""
        painter.setBrush(self._accent if level else self._base)
        # A ring of the page around what is full, so that it stands out from any shade.
        colour = self._base if level else (self._accent if level == NONE else self._line)
        painter.setPen(QPen(colour, line * (_RING if level is not None else _HATCH)))
        painter.drawEllipse(spot, radius, radius)
        if level is None:
            slant = QPointF(radius, -radius) * math.sqrt(0.5)
            painter.drawLine(QLineF(spot - slant, spot + slant))

    def _part(self, level: int) -> float:
        """Where a level lies between the lowest and the highest one; the only one in the middle."""
        return 0.5 if self._levels == 1 else (level - 1) / (self._levels - 1)


def hatching(path: QPainterPath, line: float) -> list[QLineF]:
    """Slanting lines that fill a shape and end at its border; `line` is the height of a line.

    They are cut here and not by the painter: many a program that shows drawings cannot cut.
    """
    gap = line * _HATCH_GAP
    crossings: defaultdict[int, list[QPointF]] = defaultdict(list)
    for polygon in path.toSubpathPolygons():
        points = [polygon.at(number) for number in range(polygon.size())]
        for start, end in pairwise(points):
            _cross(start, end, gap, crossings)
    lines: list[QLineF] = []
    for points in crossings.values():
        # From outside one goes in, then out, and so on.
        points.sort(key=lambda point: point.x())
        lines += (QLineF(*pair) for pair in zip(points[::2], points[1::2], strict=False))
    return lines


def _cross(start: QPointF, end: QPointF, gap: float, found: dict[int, list[QPointF]]) -> None:
    """Note where an edge crosses the slanting lines, on each of which x + y is the same."""
    first, last = (start.x() + start.y()) / gap, (end.x() + end.y()) / gap
    low, high = sorted((first, last))
    for number in range(math.ceil(low), math.ceil(high)):
        found[number].append(start + (end - start) * ((number - first) / (last - first)))


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """A colour between two: `share` is how much of the other there is in it."""
    parts = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return QColor(*(round(first + (last - first) * share) for first, last in parts))


def luminance(colour: QColor) -> float:
    """How bright a colour is to the eye, from 0 to 1."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: QColor, other: QColor) -> float:
    """How well two colours can be told from each other, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _most_share(base: QColor, accent: QColor, text: QColor) -> float:
    """The largest share of the accent, in hundredths, on which the text is still easy to read."""
    shares = (each / 100 for each in range(100, round(_LEAST * 100), -1))
    return next(
        (share for share in shares if contrast(mixed(base, accent, share), text) >= CONTRAST),
        _LEAST,
    )
