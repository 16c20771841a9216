"""Dates are as precise as their source, and no more."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import PartialDate, Period

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
WRITTEN = st.one_of(
    DAYS.map(lambda day: f"{day.year:04d}"),
    DAYS.map(lambda day: f"{day.year:04d}-{day.month:02d}"),
    DAYS.map(datetime.date.isoformat),
)


@given(WRITTEN)
def test_a_date_is_written_as_it_was_read(text: str):
    assert str(PartialDate.parse(text)) == text


@given(WRITTEN, WRITTEN)
def test_a_period_is_written_as_it_was_read(one: str, other: str):
    start, end = sorted((one, other), key=lambda text: PartialDate.parse(text).first_day())
    for text in (f"{start}..{end}", f"{start}..", f"..{end}"):
        expected = start if text == f"{start}..{start}" else text
        assert str(Period.parse(text)) == expected


@given(WRITTEN)
def test_a_date_lies_between_its_first_and_its_last_day(text: str):
    date = PartialDate.parse(text)
    first, last = date.first_day(), date.last_day()
    assert first <= last
    assert first.isoformat().startswith(text)
    assert last.isoformat().startswith(text)
    if last < datetime.date.max:
        assert not (last + datetime.timedelta(days=1)).isoformat().startswith(text)


@given(st.text())
def test_any_text_is_a_date_that_can_be_written_back_or_a_value_error(text: str):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "0000",
        "+018",
        " 201",
        "2018 ",
        "２０１８",
        "20180714",
        "2018-",
        "2018-1",
        "2018-00",
        "2018-13",
        "2018-07-1",
        "2021-02-29",
        "2021-06-31",
        "2018-07-14-01",
        "14-07-2018",
        "2018/07",
    ],
)
def test_what_is_no_date_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - its text is only for the one who wrote it
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["", "..", "2018..2013", "2018-06..2018-05", "2013...2018", "2013..14", "2013-2018"]
)
def test_what_is_no_period_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - its text is only for the one who wrote it
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "precision", "last"),
    [
        ("2020", "year", datetime.date(2020, 12, 31)),
        ("2020-02", "month", datetime.date(2020, 2, 29)),
        ("2021-02", "month", datetime.date(2021, 2, 28)),
        ("2020-12", "month", datetime.date(2020, 12, 31)),
        ("2020-07-14", "day", datetime.date(2020, 7, 14)),
    ],
)
def test_a_date_knows_its_precision_and_what_it_may_mean_at_the_latest(
    text: str, precision: str, last: datetime.date
):
    date = PartialDate.parse(text)
    assert date.precision == precision
    assert date.last_day() == last


def test_a_single_date_is_a_period_with_one_date():
    assert Period.parse("2018") == Period(PartialDate(2018), PartialDate(2018))
    assert Period.parse("2018").dates == (PartialDate(2018),)
    assert Period.parse("2013..2018").dates == (PartialDate(2013), PartialDate(2018))


def test_a_period_may_be_open_at_one_end():
    assert Period.parse("2022-09..") == Period(PartialDate(2022, 9), None)
    assert Period.parse("..2025") == Period(None, PartialDate(2025))
    assert Period.parse("..2025").dates == (PartialDate(2025),)


@pytest.mark.parametrize(
    ("period", "today", "age"),
    [
        ("2018", "2018-12-30", None),
        ("2018", "2018-12-31", 0),
        ("2018", "2019-12-30", 0),
        ("2018", "2019-12-31", 1),
        ("2018", "2026-11-22", 7),
        ("2022-09", "2023-09-29", 0),
        ("2022-09", "2023-09-30", 1),
        ("2020-07-14", "2026-07-13", 5),
        ("2020-07-14", "2026-07-14", 6),
        ("2024-02", "2025-02-28", 0),
        ("2024-02", "2025-03-01", 1),
        ("2013..2018", "2019-12-31", 1),
        ("..2018", "2019-12-31", 1),
        ("2022-09..", "2026-11-22", None),
        ("2020..2030", "2026-11-22", None),
    ],
)
def test_age_counts_whole_years_from_the_last_day_that_the_period_can_mean(
    period: str, today: str, age: int | None
):
    assert Period.parse(period).age_in_years(datetime.date.fromisoformat(today)) == age


@given(WRITTEN, DAYS)
def test_age_is_never_negative_and_never_more_than_the_calendar_allows(
    text: str, today: datetime.date
):
    period = Period.parse(text)
    age = period.age_in_years(today)
    last = PartialDate.parse(text).last_day()
    if last > today:
        assert age is None
    else:
        assert age is not None
        assert 0 <= age <= today.year - last.year <= age + 1
