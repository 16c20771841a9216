"""Columns over the years in strips, one below the other: where each stands, and what is drawn.

All strips have one unit of height and one row of years below the last. A strip is told from another
by its place and its name, so that a pattern is free to mean a plan, as in every other chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.sheets.charts.page import ChartMark, ChartPanel
from desktop.ui.charts import chart_marks as marks
from desktop.ui.charts.chart_scale import Columns, every_with_room
from desktop.ui.charts.chart_shapes import Box, Ink, Shape, Stroke
from desktop.ui.charts.chart_type import Block, Typesetter
from desktop.ui.look.typography import Role

# In em: a count of one is so high, unless all strips together would be higher than the most.
_ONE, _MOST_HEIGHT = 0.6, 12.0
_STRIP, _GAP, _HAIR = 0.5, 0.2, 0.05
# Of the room of a year, its columns take so much; no column is wider than so many em.
_FILLED, _MOST_WIDTH = 0.72, 1.4

# A mark, the room of its own, its middle and the places of its two ends, none of them on a scale.
Column = tuple[ChartMark, Box, float, None]


@dataclass(frozen=True, slots=True)
class Strips:
    """The strips of a panel, ready to be drawn; what comes next begins at `bottom`."""

    shapes: tuple[Shape, ...]
    columns: tuple[Column, ...]
    bottom: float


def set_strips(panel: ChartPanel, typesetter: Typesetter, columns: Columns, top: float) -> Strips:
    """Set the columns of a panel below `top`."""
    return _Setter(panel, typesetter, columns, top).set()


class _Setter:
    """Goes down the strips."""

    def __init__(
        self, panel: ChartPanel, typesetter: Typesetter, columns: Columns, top: float
    ) -> None:
        self._panel = panel
        self._type = typesetter
        self._em = typesetter.em
        self._columns = columns
        self._down = top
        self._slot = (columns.right - columns.marks) / len(panel.columns)
        self._strips = [
            list(strip) for _label, strip in groupby(panel.marks, key=lambda mark: mark.label)
        ]
        whole = sum(max(map(_height, strip)) for strip in self._strips)
        self._one = self._em * min(_ONE, _MOST_HEIGHT / whole)
        self._shapes: list[Shape] = []
        self._found: list[Column] = []

    def set(self) -> Strips:
        for strip in self._strips:
            self._add_strip(strip)
        self._add_years()
        return Strips(tuple(self._shapes), tuple(self._found), self._down)

    def _add_strip(self, strip: Sequence[ChartMark]) -> None:
        em, columns = self._em, self._columns
        label = self._type.block(strip[0].label, Role.BODY, columns.label_width)
        top = self._down + em * _STRIP
        if columns.is_stacked:
            self._shapes.append(label.at(columns.left, top, Ink.TEXT))
            top += label.height
        numbers = [self._type.block(mark.value, Role.STRONG, self._slot) for mark in strip]
        above = max(number.height for number in numbers) + em * _GAP
        base = top + above + max(map(_height, strip)) * self._one
        if not columns.is_stacked:
            # Beside the strip, its last line on the ground that the columns stand on.
            base = max(base, top + label.height)
            self._shapes.append(label.at(columns.left, base - label.height, Ink.TEXT))
        self._shapes.append(
            Stroke(((columns.marks, base), (columns.right, base)), Ink.AXIS, em * _HAIR * 2)
        )
        for _year, side_by_side in groupby(
            zip(strip, numbers, strict=True), key=lambda each: each[0].period
        ):
            self._add_year(list(side_by_side), top, base)
        self._down = base

    def _add_year(
        self, side_by_side: Sequence[tuple[ChartMark, Block]], top: float, base: float
    ) -> None:
        """What took place in a year, and beside it what was planned."""
        em, share = self._em, self._slot / len(side_by_side)
        year = self._panel.columns.index(side_by_side[0][0].period)
        left = self._columns.marks + self._slot * year
        for number, (mark, value) in enumerate(side_by_side):
            room = Box(left + share * number, top, left + share * (number + 1), base + em * _GAP)
            middle = (room.left + room.right) / 2
            half = min(share * _FILLED, em * _MOST_WIDTH) / 2
            column = Box(middle - half, base - _height(mark) * self._one, middle + half, base)
            self._shapes += marks.bar(column, em, is_hatched=mark.is_hatched)
            self._shapes.append(
                value.around(middle, column.top - value.height - em * _GAP / 2, Ink.TEXT)
            )
            self._found.append((mark, room, room.middle, None))

    def _add_years(self) -> None:
        """The years below the last strip; of many only so many that they do not touch."""
        em = self._em
        self._down += em * _GAP
        blocks = [
            self._type.block(year, Role.SMALL, self._columns.right) for year in self._panel.columns
        ]
        places = [
            self._columns.marks + self._slot * (number + 0.5) for number in range(len(blocks))
        ]
        every = every_with_room(blocks, places, em * _GAP)
        # The last year is always told.
        kept = list(zip(blocks, places, strict=True))[::-every]
        for block, place in kept:
            self._shapes.append(block.around(place, self._down, Ink.QUIET))
        self._down += max(block.height for block in blocks) + em * _GAP


def _height(mark: ChartMark) -> float:
    return float(mark.high or 0)
