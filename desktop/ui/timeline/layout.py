"""Which row of the timeline each event stands in, and which of them can be seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtGui import QFontMetricsF

from desktop.domain.timelines import pack
from desktop.sheets.timeline.page import TimelineEvent, TimelineLane
from desktop.ui.look.typography import Role, font
from desktop.ui.timeline.scale import TimeScale

# Of the height of a line of the titles.
ROW, BAR, HEADING, GAP = 1.55, 1.25, 2.0, 0.4
FADE = 2.2
_LONGEST_TITLE = 22.0
_SHORT_TITLE = 6.0
# A mark is never thinner than this many pixels: thinner ones cannot be seen.
THINNEST = 3.0
# With more events titles are not measured, and have no room of their own in the rows: they stand
# where there is some left. With as many rows as this, titles are cut short.
MOST_TITLES = 1000
MOST_ROWS = 120


class Mark(NamedTuple):
    """An event in a row of a lane; `before` is the room kept for its title before it, if any."""

    event: int
    start: int
    end: int
    before: float = 0.0


@dataclass(slots=True)
class Row:
    """Marks that follow each other, with where they start and end, for finding them quickly."""

    marks: list[Mark]
    starts: list[int]
    ends: list[int]

    def between(self, first: float, last: float) -> range:
        """The numbers of the marks that can be seen between two days."""
        return range(bisect_right(self.ends, first), bisect_left(self.starts, last))


@dataclass(slots=True)
class Band:
    """A lane on the screen: its first `shown` rows, `top` below the top of all lanes."""

    lane: TimelineLane
    rows: list[Row]
    shown: int
    top: float = 0.0
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels, all by the height of a line of the titles.

    `row` is from a row to the next, `bar` the height of a mark, `heading` that of the heading of a
    lane, `gap` what is between a mark and its title. `fade` is how far an open end goes on: it says
    nothing of how long that was.
    """

    line: float
    row: float
    bar: float
    heading: float
    gap: float
    fade: float

    @classmethod
    def of_moment(cls) -> Metrics:
        """By the text size of the moment."""
        line = QFontMetricsF(font(Role.SMALL)).height()
        return cls(line, *(float(round(line * share)) for share in (ROW, BAR, HEADING, GAP, FADE)))


@dataclass(frozen=True, slots=True)
class Packing:
    """The scale that rows are packed for: the first day of the whole, its width in pixels, and the
    pixels of a day.
    """

    low: float
    width: float
    scale: float

    @classmethod
    def at(cls, scale: TimeScale, pixels: float) -> Packing:
        """For so many pixels a day."""
        return cls(scale.low, (scale.high - scale.low) * pixels, pixels)


class TimelineLayout:
    """Events in rows, none over another as long as a day has no fewer pixels than in `packing`.

    So an event keeps its row while one zooms in, which only makes room. `widths` are those of the
    titles, as far as they are measured.
    """

    def __init__(
        self,
        events: Sequence[TimelineEvent],
        lanes: Sequence[TimelineLane],
        packing: Packing,
        metrics: Metrics,
        widths: Sequence[float],
    ) -> None:
        self.events = events
        self.metrics = metrics
        self.packing = packing
        longest = _LONGEST_TITLE if len(events) <= MOST_TITLES else 0.0
        self.bands = self._bands(lanes, widths, longest)
        if longest and sum(len(band.rows) for band in self.bands) > MOST_ROWS:
            self.bands = self._bands(lanes, widths, _SHORT_TITLE)
        self.height = self._stack()

    @cached_property
    def places(self) -> dict[int, list[tuple[Band, int]]]:
        """The lanes and rows that each event stands in, by its number."""
        found: dict[int, list[tuple[Band, int]]] = {}
        for band in self.bands:
            for number, row in enumerate(band.rows):
                for mark in row.marks:
                    found.setdefault(mark.event, []).append((band, number))
        return found

    def fit(self, first: float, last: float, *, closely: bool) -> None:
        """Show as many rows of each lane as have something between two days.

        Rows that have nothing there are put away only `closely`: while one moves, lanes grow but
        do not shrink.
        """
        for band in self.bands:
            numbers = range(len(band.rows), 0, -1)
            needed = next((n for n in numbers if band.rows[n - 1].between(first, last)), 0)
            band.shown = needed if closely else max(band.shown, needed)
        self.height = self._stack()

    def row_top(self, band: Band, row: int) -> float:
        """How far down a row of a lane begins."""
        return band.top + self.metrics.heading + row * self.metrics.row

    def seen(self, top: float, bottom: float) -> Iterator[tuple[Band, range]]:
        """The lanes between two heights, each with the numbers of the rows that are there."""
        metrics = self.metrics
        for band in self.bands:
            if band.top < bottom and band.top + band.height > top:
                above = band.top + metrics.heading
                first = max(int((top - above) // metrics.row), 0)
                last = min(int((bottom - above) // metrics.row) + 1, band.shown)
                yield band, range(first, max(last, first))

    def row_at(self, y: float) -> tuple[Band, int] | None:
        """The row at a height; None between rows."""
        for band, rows in self.seen(y, y + 1):
            for row in rows:
                if 0 <= y - self.row_top(band, row) < self.metrics.row:
                    return band, row
        return None

    def _bands(
        self, lanes: Sequence[TimelineLane], widths: Sequence[float], longest: float
    ) -> list[Band]:
        bands: list[Band] = []
        for lane in lanes:
            rows = self._rows(lane, widths, longest)
            bands.append(Band(lane, rows, len(rows)))
        return bands

    def _rows(self, lane: TimelineLane, widths: Sequence[float], longest: float) -> list[Row]:
        most = self.metrics.line * longest
        marks: list[Mark] = []
        extents: list[tuple[float, float]] = []
        for number in lane.events:
            mark, extent = self._placed(number, min(widths[number], most) if most else 0.0)
            marks.append(mark)
            extents.append(extent)
        rows: list[Row] = []
        # The events come in order of time, so those of a row do.
        for mark, number in zip(marks, pack(extents), strict=True):
            while number >= len(rows):
                rows.append(Row([], [], []))
            row = rows[number]
            row.marks.append(mark)
            row.starts.append(mark.start)
            row.ends.append(mark.end)
        return rows

    def _placed(self, number: int, title: float) -> tuple[Mark, tuple[float, float]]:
        """An event as a mark, and from where to where it needs room, in pixels."""
        span, metrics, packing = self.events[number].span, self.metrics, self.packing
        first, last = span.start, span.end
        start = (first - packing.low) * packing.scale
        end = max((last - packing.low) * packing.scale, start + THINNEST)
        is_inside = title <= end - start - 2 * metrics.gap
        if span.is_open_before:
            start -= metrics.fade
        if span.is_open_after:
            end += metrics.fade
        if not title:
            return Mark(number, first, last), (start, end + metrics.gap)
        if is_inside:
            # One year may follow right upon another.
            return Mark(number, first, last), (start, end)
        needed = title + metrics.gap
        is_left = end + needed > packing.width and start - needed >= 0
        if is_left:
            start -= needed
        else:
            end += needed
        return Mark(number, first, last, title if is_left else 0.0), (start, end + metrics.gap)

    def _stack(self) -> float:
        """Put the lanes below each other; how high they all are."""
        top = 0.0
        for band in self.bands:
            band.top = top
            rows = band.shown * self.metrics.row
            band.height = self.metrics.heading + rows + self.metrics.gap
            top += band.height
        return top
