"""Spans hold the days of a period and no other, rows hold no two at once, lines stand in order."""

from __future__ import annotations

import calendar
import datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import (
    Details,
    Kind,
    Milestone,
    Programme,
    Record,
    State,
    Status,
)
from desktop.domain.text import Text
from desktop.domain.timelines import (
    FIRST_DAY,
    LAST_DAY,
    Span,
    grid,
    in_order_of_time,
    is_plan,
    pack,
    period_of,
    span_of,
)

TEXT = Text({"en": "x"})
EXTENTS = st.lists(
    st.tuples(st.floats(-1e4, 1e4), st.floats(0.01, 1e3)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
    max_size=60,
)


def record(name: str, details: Details) -> Record:
    kind = Kind.MILESTONE if isinstance(details, Milestone) else Kind.PROGRAMME
    return Record(f"{kind}/{name}", kind, "zz", 50, TEXT, TEXT, (), (), (), (), details)


def milestone(name: str, period: str | None, state: State = State.PAST) -> Record:
    return record(name, Milestone(Period.parse(period) if period else None, None, state))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-07-14", "2020-07-14", "2020-07-14"),
        ("2013..2018", "2013-01-01", "2018-12-31"),
        ("2019-04..2020-02-03", "2019-04-01", "2020-02-03"),
    ],
)
def test_a_year_is_all_of_a_year_and_a_day_is_a_day(period: str, first: str, last: str) -> None:
    assert span_of(Period.parse(period)) == Span(day(first), day(last))


def test_an_open_end_adds_no_day() -> None:
    until, since = span_of(Period.parse("..2025")), span_of(Period.parse("2022-09.."))
    assert until == Span(day("2025-01-01"), day("2025-12-31"), is_open_before=True)
    assert since == Span(day("2022-09-01"), day("2022-09-30"), is_open_after=True)
    assert since.end - since.start == calendar.monthrange(2022, 9)[1]


@given(EXTENTS)
def test_no_two_of_a_row_overlap(extents: list[tuple[float, float]]) -> None:
    rows = pack(extents)
    placed = sorted(zip(rows, extents, strict=True))
    for (row, (_start, end)), (other, (start, _end)) in pairwise(placed):
        assert row != other or end <= start


@given(EXTENTS)
def test_there_are_no_more_rows_than_share_a_moment(extents: list[tuple[float, float]]) -> None:
    rows = pack(extents)
    at_once = (sum(start <= here < end for start, end in extents) for here, _end in extents)
    assert len(set(rows)) == max(at_once, default=0)
    assert set(rows) == set(range(len(set(rows))))


def test_where_one_ends_the_next_may_start() -> None:
    assert pack([(0, 5), (5, 9), (4, 6)]) == [0, 0, 1]


def test_what_is_shorter_comes_first_of_what_begins_at_once() -> None:
    records = [milestone(name, name) for name in ("2020", "2019-04", "2019", "2019..2021")]
    ordered = [each.id.partition("/")[2] for each in in_order_of_time(records)]
    assert ordered == ["2019", "2019..2021", "2019-04", "2020"]


def test_what_has_no_date_is_not_in_the_order_of_time() -> None:
    assert in_order_of_time([milestone("undated", None)]) == ()
    assert period_of(milestone("undated", None)) is None


@pytest.mark.parametrize(
    ("status", "planned"),
    [(Status.PLANNED, True), (Status.PROPOSED, True), (Status.RUNNING, False)],
)
def test_proposals_are_plans_too(status: Status, planned: bool) -> None:
    assert is_plan(record("x", Programme("plan", status, None))) is planned


@given(
    st.integers(FIRST_DAY, LAST_DAY),
    st.integers(1, 40_000),
    st.floats(0.5, 4000),
)
def test_lines_are_in_the_picture_in_order_and_far_enough_apart(
    first: int, length: int, apart: float
) -> None:
    last = min(first + length, LAST_DAY)
    found = grid(first, last, apart)
    days = [tick.day for tick in found.ticks]
    assert all(first <= each <= last + 1 for each in days)
    assert all(after - before >= apart for before, after in pairwise(days))
    for tick in (*found.ticks, *found.spans):
        assert tick.date.first_day().toordinal() == tick.day


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        (1, ["2020-02-27", "2020-02-28", "2020-02-29", "2020-03-01", "2020-03-02"]),
        (4, ["2020-03-01"]),
        (28, ["2020-03"]),
    ],
)
def test_days_and_months_are_those_of_the_calendar(days: float, dates: list[str]) -> None:
    start, end = (day(text).toordinal() for text in ("2020-02-27", "2020-03-01"))
    assert [str(tick.date) for tick in grid(start, end, days).ticks] == dates


def test_days_lie_in_months_and_months_in_years() -> None:
    start = day("2020-02-27").toordinal()
    assert grid(start, start + 9, 1).spans[0].date == PartialDate(2020, 2)
    assert grid(start, start + 400, 28).spans[0].date == PartialDate(2020)
    assert grid(start, start + 4000, 365).spans == ()


def test_every_pair_of_a_crowd_is_apart() -> None:
    """The same as the first property, by all pairs and not by neighbours alone."""
    extents = [(float(start), float(start + length)) for start in range(30) for length in (1, 7)]
    rows = pack(extents)
    for (row, one), (other, two) in combinations(zip(rows, extents, strict=True), 2):
        assert row != other or one[1] <= two[0] or two[1] <= one[0]
