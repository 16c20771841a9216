"""A timeline: which days a period can mean, what stands together, and in which row."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from desktop.domain.browsing import Browse, Facet, Order
from desktop.domain.dates import PartialDate, Period
from desktop.domain.library import Library
from desktop.domain.records import Kind, Milestone, Programme, Record, Relation, State, Status

KINDS = (Kind.MILESTONE, Kind.PROGRAMME)
# A programme has no pillar: by pillar, programmes stand together.
LANES_BY = (Facet.PILLAR, Facet.PLACE)
# Past which no calendar of ours goes.
FIRST_DAY, LAST_DAY = datetime.date.min.toordinal(), datetime.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a period can mean, from `first` to `last`, both included.

    Where the document leaves an end open, the span holds the date that it does state and no day
    beyond it; `is_open_before` and `is_open_after` say on which side there is more.
    """

    first: datetime.date
    last: datetime.date
    is_open_before: bool = False
    is_open_after: bool = False

    @property
    def start(self) -> int:
        """The number of the first day."""
        return self.first.toordinal()

    @property
    def end(self) -> int:
        """The number of the day after the last."""
        return self.last.toordinal() + 1


def span_of(period: Period) -> Span:
    """The days of a period: a year is all of its days, a month too, a day is itself."""
    dates = period.dates
    return Span(
        dates[0].first_day(), dates[-1].last_day(), period.start is None, period.end is None
    )


@dataclass(frozen=True, slots=True)
class Lane:
    """Dated records that share a `value` of the facet that lanes go by, in order of time.

    `value` is None for records of a kind that does not have the facet.
    """

    value: str | None
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Milestones and programmes: the dated ones in lanes, the undated ones apart.

    `dated` holds each record once, in order of time; a record stands in the lane of each of its
    values. `undated` begins with the most important.
    """

    by: Facet
    lanes: tuple[Lane, ...]
    dated: tuple[Record, ...]
    undated: tuple[Record, ...]


def timeline(library: Library, chosen: tuple[tuple[Facet, str], ...], by: Facet) -> Timeline:
    """What fits the choices, in lanes by pillar or by place."""
    # Sorted by period no title is looked at: any language will do.
    language = library.languages[0]
    groups = library.browse(Browse(KINDS, language, chosen, Order.PERIOD, group=by))
    # The library keeps its lists: most of what is narrowed to has been read before.
    records = {record.id: record for kind in KINDS for record in library.list(kind)}
    shown = dict.fromkeys(each for group in groups for each in group.ids)
    dated = {each: records[each] for each in shown if period_of(records[each])}
    lanes = [
        Lane(group.value, in_order_of_time([dated[each] for each in group.ids if each in dated]))
        for group in groups
    ]
    # Not by their groups, which know nothing of importance.
    listed = library.browse(Browse(KINDS, language, chosen))
    undated = [each for group in listed for each in group.ids if each not in dated]
    return Timeline(
        by,
        tuple(lane for lane in lanes if lane.records),
        in_order_of_time(list(dated.values())),
        tuple(records[each] for each in undated),
    )


def period_of(record: Record) -> Period | None:
    """The period of a milestone or a programme; None where its document states none."""
    match record.details:
        case Milestone(period=period) | Programme(period=period):
            return period
        case _:
            return None


def in_order_of_time(records: Sequence[Record]) -> tuple[Record, ...]:
    """Dated records by their first day, of one first day those first that end first."""
    spans = [(span_of(period), record) for record in records if (period := period_of(record))]
    spans.sort(key=lambda pair: (pair[0].first, pair[0].last))
    return tuple(record for _span, record in spans)


def is_plan(record: Record) -> bool:
    """Whether a record was no more than a plan or a proposal when its document spoke."""
    match record.details:
        case Milestone(state=State.PLANNED):
            return True
        case Programme(status=Status.PLANNED | Status.PROPOSED):
            return True
        case _:
            return False


def places_of(record: Record) -> list[str]:
    """The ids of the places that a record is located in or about."""
    relations = {Relation.LOCATED_IN, Relation.ABOUT}
    return [
        link.target
        for link in record.links
        if link.relation in relations
        and not link.inverse
        and link.target.startswith(f"{Kind.PLACE}/")
    ]


def pack(extents: Sequence[tuple[float, float]]) -> list[int]:
    """The row of each (start, end): the first that is free, so that no two of a row overlap.

    There are as many rows as extents that share a moment, and no more; where one ends the next may
    start.
    """
    rows = [0] * len(extents)
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    used = 0
    for number in sorted(range(len(extents)), key=lambda number: extents[number]):
        start, end = extents[number]
        while taken and taken[0][0] <= start:
            heapq.heappush(free, heapq.heappop(taken)[1])
        if free:
            rows[number] = heapq.heappop(free)
        else:
            rows[number] = used
            used += 1
        heapq.heappush(taken, (end, rows[number]))
    return rows


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis: the number of its day, and the year, month or day that begins there."""

    day: int
    date: PartialDate


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of the axis, and of the longer spans that they lie in (`spans`), if there are any.

    The first of the spans may begin before the first day that is seen.
    """

    ticks: tuple[Tick, ...]
    spans: tuple[Tick, ...] = field(default=())


# Years between two lines of the axis.
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
# The least days between two lines, and the months or the days of a month that have one.
_MONTHS = ((28, 1), (90, 3))
_DAYS = ((1, tuple(range(1, 32))), (4, (1, 5, 10, 15, 20, 25)), (9, (1, 10, 20)), (14, (1, 15)))


def grid(first: float, last: float, days: float) -> Grid:
    """The lines between two days, at least `days` apart: days of months, months of years, years."""
    start, end = max(int(first), FIRST_DAY), min(int(last) + 1, LAST_DAY)
    if start > end:
        return Grid(())
    for least, of_month in _DAYS:
        if least >= days:
            return Grid(_days(start, end, of_month), _from(_months(1, start), start, end))
    for least, step in _MONTHS:
        if least >= days:
            return Grid(
                _within(_months(step, start), start, end), _from(_years(1, start), start, end)
            )
    step = next((each for each in _YEARS if each * 365 >= days), _YEARS[-1])
    return Grid(_within(_years(step, start), start, end))


def _days(start: int, end: int, of_month: Sequence[int]) -> tuple[Tick, ...]:
    every = (datetime.date.fromordinal(day) for day in range(start, end + 1))
    return tuple(
        Tick(day.toordinal(), PartialDate(day.year, day.month, day.day))
        for day in every
        if day.day in of_month
    )


def _months(step: int, start: int) -> Iterator[Tick]:
    """Every month, or each third, from the year of the first day on."""
    for year in range(datetime.date.fromordinal(start).year, datetime.MAXYEAR + 1):
        for month in range(1, 13, step):
            yield Tick(datetime.date(year, month, 1).toordinal(), PartialDate(year, month))


def _years(step: int, start: int) -> Iterator[Tick]:
    """Every year, or each second, fifth and so on, from before the first day on."""
    first = datetime.date.fromordinal(start).year // step * step
    for year in range(max(first, step), datetime.MAXYEAR + 1, step):
        yield Tick(datetime.date(year, 1, 1).toordinal(), PartialDate(year))


def _within(ticks: Iterator[Tick], start: int, end: int) -> tuple[Tick, ...]:
    return tuple(
        tick for tick in takewhile(lambda tick: tick.day <= end, ticks) if tick.day >= start
    )


def _from(ticks: Iterator[Tick], start: int, end: int) -> tuple[Tick, ...]:
    """The same with the last one before the first day, which that lies in."""
    found: list[Tick] = []
    for tick in takewhile(lambda tick: tick.day <= end, ticks):
        if tick.day <= start:
            found.clear()
        found.append(tick)
    return tuple(found)
