"""How a chart shares its width: labels, then a scale for the marks, and room for each value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel
from desktop.ui.charts.chart_marks import ARROW_ASIDE, ARROW_WIDTH, DOT, GAP_ASIDE, GAP_WIDTH
from desktop.ui.charts.chart_type import Block, Typesetter
from desktop.ui.look.typography import Role

# Between a label and its mark, and between a mark and its value, in em.
ASIDE = 0.6
# Below so many em, labels stand above their marks.
_NARROW = 30
# The labels take so much of the width at most; the scale has so much of the rest at least.
_MOST_LABEL, _LEAST_SCALE = 0.36, 0.45


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the numbers of a panel stand: `low` at `left`, `high` at `right`."""

    low: Decimal
    high: Decimal
    left: float
    right: float

    def at(self, value: Decimal) -> float:
        """Where a value stands."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + float(share) * (self.right - self.left)

    @property
    def origin(self) -> float:
        """Where bars begin: at nought, or at the end of the scale that is nearest to it."""
        return self.at(max(self.low, min(Decimal(0), self.high)))


@dataclass(frozen=True, slots=True)
class Columns:
    """Labels stand from `left` on, `label_width` wide; scale and values from `marks` to `right`.

    `is_stacked`: the labels stand above the marks, as there is no room beside them.
    """

    left: float
    label_width: float
    marks: float
    right: float
    is_stacked: bool


def label_texts(mark: ChartMark) -> list[tuple[str, Role]]:
    """What stands before a mark: its label, and below it when the value holds."""
    if mark.counted:
        # Its year stands below its column.
        return [(mark.label, Role.BODY)]
    return [
        (text, role) for text, role in ((mark.label, Role.BODY), (mark.period, Role.SMALL)) if text
    ]


def columns_of(page: ChartPage, typesetter: Typesetter, left: float, right: float) -> Columns:
    """Share the width from `left` to `right`, alike for all panels, so that they line up."""
    room = right - left
    if room < _NARROW * typesetter.em:
        return Columns(left, room, left, right, is_stacked=True)
    texts = (text for panel in page.panels for mark in panel.marks for text in label_texts(mark))
    widest = max((typesetter.width(*text) for text in texts), default=0.0)
    # Fractions of a pixel must not break a line.
    label = min(widest + 1, room * _MOST_LABEL)
    start = left + label + typesetter.em * ASIDE
    return Columns(left, label, start, right, is_stacked=False)


def scales_of(page: ChartPage, columns: Columns, typesetter: Typesetter) -> list[Scale | None]:
    """The scale of each panel, as wide as leaves room for each value behind its mark.

    Panels that run from the same number to the same get one width, so that equal lengths mean
    equal numbers. None for a panel that has no value in numbers, and for columns, which stand on
    strips.
    """
    if page.form is ChartForm.COLUMNS:
        return [None for _panel in page.panels]
    found = [_scale_of(panel, page.form, columns, typesetter) for panel in page.panels]
    kinds = [(scale.low, scale.high) if scale else None for scale in found]
    narrowest: dict[object, float] = {}
    for kind, scale in zip(kinds, found, strict=True):
        if scale:
            narrowest[kind] = min(scale.right, narrowest.get(kind, scale.right))
    return [
        replace(scale, right=narrowest[kind]) if scale else None
        for kind, scale in zip(kinds, found, strict=True)
    ]


def _scale_of(
    panel: ChartPanel, form: ChartForm, columns: Columns, typesetter: Typesetter
) -> Scale | None:
    values = [mark for mark in panel.marks if mark.low is not None]
    if not values or len(panel.ticks) < 2:
        return None
    first, last = panel.ticks[0], panel.ticks[-1]
    left = columns.marks + (0 if form is ChartForm.BARS else typesetter.em * DOT)
    room = columns.right - left
    widths = [room - typesetter.width(last.text, Role.SMALL) / 2]
    unit = Scale(first.at, last.at, 0.0, 1.0)
    widths += _rooms(values, form, unit, room, typesetter)
    width = max(min(widths), room * _LEAST_SCALE)
    return Scale(first.at, last.at, left, left + width)


def _rooms(
    values: list[ChartMark], form: ChartForm, unit: Scale, room: float, typesetter: Typesetter
) -> Iterator[float]:
    """For each value, how wide the scale may be so that it stands whole behind its mark."""
    for mark in values:
        ends = ends_of(mark, unit)
        share = max(ends) if ends else 0.0
        needed = typesetter.width(mark.value, Role.STRONG) + 1
        needed += behind(mark, form, is_up_to(mark, unit, form)) * typesetter.em
        if share > 0:
            yield (room - needed) / share


def ends_of(mark: ChartMark, scale: Scale | None) -> tuple[float, float] | None:
    """Where the two ends of a value stand: one and the same for a single value; None for a gap."""
    if scale is None or mark.low is None or mark.high is None:
        return None
    return scale.at(mark.low), scale.at(mark.high)


def every_with_room(blocks: Sequence[Block], places: Sequence[float], aside: float) -> int:
    """1 where all words around their places have room, 2 where every other one has, and so on.

    `aside` is what must be free between two.
    """
    for every in range(1, len(blocks)):
        kept = list(zip(blocks, places, strict=True))[::every]
        rooms = [
            (after - following.width / 2) - (before + block.width / 2)
            for (block, before), (following, after) in pairwise(kept)
        ]
        if min(rooms, default=aside) >= aside:
            return every
    return len(blocks)


def is_dot(mark: ChartMark, form: ChartForm) -> bool:
    """Whether a value is a point on the scale and not a length of it."""
    return form is ChartForm.RANKS or (form is ChartForm.RANGES and mark.low == mark.high)


def is_up_to(mark: ChartMark, scale: Scale | None, form: ChartForm) -> bool:
    """Whether a value is the most that something may be, so that its mark points back to where
    the scale begins.

    A place in an order, and what lies below nought, has an arrow beside it instead.
    """
    if scale is None or mark.high is None or mark.is_open != "down" or form is ChartForm.RANKS:
        return False
    return scale.at(mark.high) > scale.origin


def behind(mark: ChartMark, form: ChartForm, is_stop: bool = False) -> float:
    """How far behind the end of a mark its words begin, in em; `is_stop`: the end is a line."""
    if mark.low is None:
        return GAP_ASIDE + GAP_WIDTH + ASIDE
    if is_stop:
        return ASIDE
    return arrow_at(mark, form) + (ARROW_WIDTH if mark.is_open else 0) + ASIDE


def arrow_at(mark: ChartMark, form: ChartForm) -> float:
    """How far behind the end of a mark an arrow begins, in em."""
    return (DOT if is_dot(mark, form) else 0) + (ARROW_ASIDE if mark.is_open else 0)
