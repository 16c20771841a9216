"""Where everything of a chart stands at a width: its words, its scales and its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel
from desktop.ui.charts import chart_marks as marks
from desktop.ui.charts.chart_scale import (
    ASIDE,
    Scale,
    arrow_at,
    behind,
    columns_of,
    ends_of,
    every_with_room,
    is_dot,
    is_up_to,
    label_texts,
    scales_of,
)
from desktop.ui.charts.chart_shapes import Box, Ink, Shape, Stroke
from desktop.ui.charts.chart_strips import set_strips
from desktop.ui.charts.chart_type import Block, Typesetter
from desktop.ui.look.typography import Role

# All in em. A chart grows no wider than is easy to read.
MOST_WIDTH = 58
_MARGIN, _SECTION, _PANEL = 1.2, 1.0, 1.6
_ROW, _GAP = 0.35, 0.3
_RULE, _HAIR = 0.16, 0.05


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A value where it stands: its row, as wide as the chart, and the places of its two ends.

    `ends` is None for a gap. `panel` is the number of its panel, from 0.
    """

    panel: int
    mark: ChartMark
    band: Box
    middle: float
    ends: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart ready to be drawn. A panel without a value in numbers has no scale."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    rows: tuple[ChartRow, ...]
    scales: tuple[Scale | None, ...]

    def row_at(self, across: float, down: float) -> int | None:
        """The number of the row at a point."""
        found = (number for number, row in enumerate(self.rows) if row.band.holds(across, down))
        return next(found, None)

    def beyond(self, number: int, *, down: bool) -> int:
        """The row below one or above it; of several side by side the nearest. Itself at the end."""
        here = self.rows[number].band
        tops = {row.band.top for row in self.rows}
        ways = [top for top in tops if (top > here.top if down else top < here.top)]
        if not ways:
            return number
        top = min(ways) if down else max(ways)
        return min(
            (other for other, row in enumerate(self.rows) if row.band.top == top),
            key=lambda other: abs(self.rows[other].band.left - here.left),
        )


def lay_out(page: ChartPage, typesetter: Typesetter, width: float) -> ChartLayout:
    """Set a chart at a width; its height is what it needs."""
    return _Setter(page, typesetter, width).set()


class _Setter:
    """Goes down the page and sets one part below the other."""

    def __init__(self, page: ChartPage, typesetter: Typesetter, width: float) -> None:
        self._page = page
        self._type = typesetter
        self._em = em = typesetter.em
        self._width = min(width, MOST_WIDTH * em)
        self._left = em * _MARGIN
        self._right = max(self._width - em * _MARGIN, self._left + em)
        self._columns = columns_of(page, typesetter, self._left, self._right)
        self._down = em * _MARGIN
        self._shapes: list[Shape] = []
        self._rows: list[ChartRow] = []
        # Words that the lines of a grid must leave free.
        self._written: list[Box] = []

    def set(self) -> ChartLayout:
        page = self._page
        self._add_text(page.title, Role.LABEL, Ink.QUIET)
        self._add_block(
            self._type.balanced(page.headline, Role.HEADING, self._right - self._left), Ink.TEXT
        )
        if page.notes:
            self._down += self._em * _GAP
            self._add_text(page.notes, Role.BODY, Ink.QUIET)
        scales = scales_of(page, self._columns, self._type)
        for number, scale in enumerate(scales):
            self._add_panel(number, scale)
        self._down += self._em * _SECTION
        for kind, sentence in page.legend:
            self._add_meaning(kind, sentence)
        self._add_source()
        height = self._down + self._em * _MARGIN
        return ChartLayout(
            self._width, height, tuple(self._shapes), tuple(self._rows), tuple(scales)
        )

    def _add_text(self, text: str, role: Role, ink: Ink) -> None:
        self._add_block(self._type.block(text, role, self._right - self._left), ink)

    def _add_block(self, block: Block, ink: Ink) -> None:
        self._shapes.append(block.at(self._left, self._down, ink))
        self._down += block.height

    def _add_panel(self, number: int, scale: Scale | None) -> None:
        panel = self._page.panels[number]
        self._down += self._em * (_PANEL if number else _SECTION)
        self._add_text(panel.title, Role.STRONG, Ink.TEXT)
        self._add_text(panel.unit, Role.SMALL, Ink.QUIET)
        if panel.columns:
            self._add_strips(number, panel)
            return
        if panel.caution:
            self._add_caution(panel.caution)
        self._down += self._em * _GAP
        top, behind_all = self._down, len(self._shapes)
        for mark in panel.marks:
            self._add_row(number, mark, scale)
        if scale is not None:
            self._shapes[behind_all:behind_all] = self._grid(panel, scale, top)
            self._add_axis(panel, scale)

    def _add_strips(self, number: int, panel: ChartPanel) -> None:
        """Columns over the years; what is not among them is said below."""
        strips = set_strips(panel, self._type, self._columns, self._down + self._em * _GAP)
        self._shapes += strips.shapes
        self._rows += (ChartRow(number, *column) for column in strips.columns)
        self._down = strips.bottom
        if panel.caution:
            self._down += self._em * _GAP
            self._add_caution(panel.caution)

    def _add_caution(self, caution: str) -> None:
        em = self._em
        self._down += em * _GAP
        block = self._type.block(caution, Role.SMALL, self._right - self._left - em * ASIDE)
        across = self._left + em * _RULE / 2
        ends = ((across, self._down), (across, self._down + block.height))
        self._shapes.append(Stroke(ends, Ink.AXIS, em * _RULE))
        self._shapes.append(block.at(self._left + em * ASIDE, self._down, Ink.TEXT))
        self._down += block.height + em * _GAP

    def _add_row(self, panel: int, mark: ChartMark, scale: Scale | None) -> None:
        em, columns = self._em, self._columns
        label = [
            self._type.block(text, role, columns.label_width) for text, role in label_texts(mark)
        ]
        ends = ends_of(mark, scale)
        is_stop = is_up_to(mark, scale, self._page.form)
        start = _outer(ends, scale, columns.marks) + em * behind(mark, self._page.form, is_stop)
        value = self._type.block(mark.value, Role.STRONG, columns.right - start)
        labelled = sum(block.height for block in label)
        drawn = max(value.height, em * marks.BAR)
        top = self._down + em * _ROW
        above = labelled + em * _GAP if columns.is_stacked else max(0, labelled - drawn) / 2
        middle = top + above + drawn / 2
        bottom = max(middle + drawn / 2, top + labelled) + em * _ROW
        band = Box(self._left - em * ASIDE, self._down, self._right + em * ASIDE, bottom)
        row = ChartRow(panel, mark, band, middle, ends)
        self._rows.append(row)
        self._add_label(label, top if columns.is_stacked else middle - labelled / 2)
        if scale is not None and ends and self._page.form is not ChartForm.BARS:
            begin = scale.left if is_up_to(mark, scale, self._page.form) else min(ends)
            self._shapes += self._guides(scale, begin, middle, start + value.width)
        self._shapes += self._drawn(row, scale)
        self._write(value, start, middle - value.height / 2, Ink.TEXT)
        self._down = bottom

    def _guides(self, scale: Scale, begin: float, middle: float, written: float) -> Iterator[Shape]:
        """A thin line through a row, for the eye to follow; not through its mark, which begins
        there, and its words.
        """
        em = self._em
        if begin > scale.left:
            yield marks.guide(scale.left, begin, middle, em)
        if written + em * _GAP < scale.right:
            yield marks.guide(written + em * _GAP, scale.right, middle, em)

    def _add_label(self, label: Sequence[Block], down: float) -> None:
        for block, ink in zip(label, (Ink.TEXT, Ink.QUIET), strict=False):
            self._write(block, self._left, down, ink)
            down += block.height
        if self._columns.is_stacked and label:
            # Pieces of a grid between the words of a line would only make them hard to read.
            whole = Box(self._left, self._down, self._right, down)
            self._written[-len(label) :] = [whole]

    def _write(self, block: Block, left: float, top: float, ink: Ink) -> None:
        """Put words over a scale."""
        self._shapes.append(block.at(left, top, ink))
        self._written.append(Box(left, top, left + block.width, top + block.height))

    def _drawn(self, row: ChartRow, scale: Scale | None) -> Iterator[Shape]:
        em, form, mark = self._em, self._page.form, row.mark
        if row.ends is None or scale is None:
            left = _outer(None, scale, self._columns.marks) + em * marks.GAP_ASIDE
            yield from marks.gap(left, row.middle, em)
            return
        if is_up_to(mark, scale, form):
            half = em * (marks.BAR if form is ChartForm.BARS else marks.SPAN) / 2
            box = Box(scale.origin, row.middle - half, row.ends[1], row.middle + half)
            yield from marks.up_to(box, em, is_hatched=mark.is_hatched)
            return
        yield from self._mark(row, row.ends, scale)
        if mark.is_open:
            left = _outer(row.ends, scale, scale.left) + em * arrow_at(mark, form)
            yield from marks.arrow(left, row.middle, em, is_upward=mark.is_open == "up")

    def _mark(self, row: ChartRow, ends: tuple[float, float], scale: Scale) -> Iterator[Shape]:
        em, form, is_hatched = self._em, self._page.form, row.mark.is_hatched
        low, high = ends
        half = em * (marks.BAR if form is ChartForm.BARS else marks.SPAN) / 2
        top, bottom = row.middle - half, row.middle + half
        if is_dot(row.mark, form):
            yield from marks.dot((high, row.middle), em, is_hatched=is_hatched)
        elif form is ChartForm.BARS:
            sides = sorted((scale.origin, low))
            yield from marks.bar(Box(sides[0], top, sides[1], bottom), em, is_hatched=is_hatched)
            if low != high:
                yield marks.outline(Box(low, top, high, bottom), em)
        else:
            yield from marks.span(Box(low, top, high, bottom), em, is_hatched=is_hatched)

    def _grid(self, panel: ChartPanel, scale: Scale, top: float) -> list[Shape]:
        """A fine line down from each tick, behind the marks and interrupted by words."""
        em, is_bars = self._em, self._page.form is ChartForm.BARS
        found: list[Shape] = []
        for tick in panel.ticks:
            across = scale.at(tick.at)
            is_origin = is_bars and across == scale.origin
            ink, width = (Ink.AXIS, em * _HAIR * 2) if is_origin else (Ink.GRID, em * _HAIR)
            for start, end in self._free(across, top):
                found.append(Stroke(((across, start), (across, end)), ink, width))
        return found

    def _free(self, across: float, top: float) -> Iterator[tuple[float, float]]:
        """From where to where a line down from `top` meets no words."""
        aside = self._em * _GAP
        for box in self._written:
            if box.top >= top and box.left - aside < across < box.right + aside:
                if box.top > top:
                    yield top, box.top
                top = box.bottom
        if self._down > top:
            yield top, self._down

    def _add_axis(self, panel: ChartPanel, scale: Scale) -> None:
        """The numbers of the scale; of many only so many that they do not touch."""
        blocks = [self._type.block(tick.text, Role.SMALL, self._width) for tick in panel.ticks]
        places = [scale.at(tick.at) for tick in panel.ticks]
        every = every_with_room(blocks, places, self._em * _GAP)
        for block, place in list(zip(blocks, places, strict=True))[::every]:
            self._shapes.append(block.around(place, self._down, Ink.QUIET))
        self._down += max(block.height for block in blocks)

    def _add_meaning(self, kind: str, sentence: str) -> None:
        """A line of the legend: what a pattern looks like, and what it means."""
        em = self._em
        aside = em * (marks.GAP_WIDTH + ASIDE)
        block = self._type.block(sentence, Role.SMALL, self._right - self._left - aside)
        middle = self._down + block.line_height / 2
        self._shapes += marks.sample(kind, self._left, middle, em)
        self._shapes.append(block.at(self._left + aside, self._down, Ink.QUIET))
        self._down += block.height + em * _GAP

    def _add_source(self) -> None:
        em = self._em
        self._down += em * _GAP
        ends = ((self._left, self._down), (self._right, self._down))
        self._shapes.append(Stroke(ends, Ink.GRID, em * _HAIR))
        self._down += em * _ROW
        self._add_text(self._page.source, Role.SMALL, Ink.QUIET)
        self._add_text(self._page.age, Role.SMALL, Ink.QUIET)


def _outer(ends: tuple[float, float] | None, scale: Scale | None, start: float) -> float:
    """Where a mark ends on the right; without one, where marks begin: `start`, or its scale."""
    if scale is None:
        return start
    return max(*ends, scale.origin) if ends else scale.left
