"""The timeline says of every event what the database holds, and gives no date that it does not."""

from __future__ import annotations

import calendar
import datetime
import re
import sqlite3
from collections.abc import Iterator

import pytest

from desktop import bundled
from desktop.domain.browsing import Facet
from desktop.domain.dates import PartialDate
from desktop.domain.records import Kind, Milestone, Pillar
from desktop.domain.timelines import KINDS, LANES_BY, Timeline, is_plan, places_of, timeline
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.sheets.timeline.page import TimelinePage, tick_text, timeline_page
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

Chosen = tuple[tuple[Facet, str], ...]
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def stated_periods() -> Iterator[tuple[str, str | None]]:
    """The id and the period of every milestone and programme, straight from the file."""
    opened = sqlite3.connect(f"{bundled.atlas().as_uri()}?mode=ro", uri=True)
    try:
        for kind in KINDS:
            yield from opened.execute(f"SELECT record, period FROM {kind.value}")
    finally:
        opened.close()


def days_of(date: str) -> tuple[datetime.date, datetime.date]:
    """The days that a date can mean, worked out apart from the program."""
    match = DATE.fullmatch(date)
    assert match
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year
    if month is None:
        return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    if day is None:
        last = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, 1), datetime.date(year, month, last)
    return datetime.date(year, month, day), datetime.date(year, month, day)


def made(
    library: AtlasLibrary, language: Language, by: Facet = Facet.PILLAR, chosen: Chosen = ()
) -> tuple[Timeline, TimelinePage]:
    found = timeline(library, chosen, by)
    return found, timeline_page(Describer(library, language, TODAY), found)


@pytest.mark.parametrize("by", LANES_BY)
def test_spans_are_the_periods_of_the_database_to_the_day(
    library: AtlasLibrary, languages: dict[str, Language], by: Facet
) -> None:
    _found, page = made(library, languages["en"], by)
    periods = {record: period for record, period in stated_periods() if period}
    assert {event.record for event in page.events} == periods.keys()
    for event in page.events:
        first, dots, last = periods[event.record].partition("..")
        dates = [date for date in (first, last or ("" if dots else first)) if date]
        assert event.span.first == days_of(dates[0])[0]
        assert event.span.last == days_of(dates[-1])[1]
        assert event.span.is_open_before == (not first)
        assert event.span.is_open_after == (bool(dots) and not last)


@pytest.mark.parametrize("by", LANES_BY)
def test_nothing_undated_is_on_the_axis_and_nothing_is_lost(
    library: AtlasLibrary, languages: dict[str, Language], by: Facet
) -> None:
    _found, page = made(library, languages["en"], by)
    undated = [record for group in page.undated for record in group.records]
    assert set(undated) == {record for record, period in stated_periods() if not period}
    assert len(undated) == len(set(undated))
    on_lanes = {page.events[number].record for lane in page.lanes for number in lane.events}
    assert on_lanes == {event.record for event in page.events}


def test_a_lane_holds_the_milestones_of_its_pillar(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    _found, page = made(library, languages["en"])
    *pillars, programmes = page.lanes
    for lane in pillars:
        wanted = Pillar(lane.key) if lane.key else None
        for number in lane.events:
            details = library.get(page.events[number].record).details
            assert isinstance(details, Milestone)
            assert details.pillar is wanted
    keys = [lane.key for lane in pillars]
    assert keys == [*(each.value for each in Pillar if each.value in keys), ""]
    assert {page.events[number].kind for number in programmes.events} == {Kind.PROGRAMME}


def test_an_event_stands_in_the_lane_of_each_of_its_places(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    _found, page = made(library, languages["en"], Facet.PLACE)
    for number, event in enumerate(page.events):
        lanes = {lane.key for lane in page.lanes if number in lane.events}
        assert lanes == (set(places_of(library.get(event.record))) or {""})
    order = [record.id for record in library.list(Kind.PLACE)]
    positions = [order.index(lane.key) for lane in page.lanes[:-1]]
    assert positions == sorted(positions)


@pytest.mark.parametrize("code", LANGUAGES)
def test_events_are_told_in_the_language_and_in_order_of_time(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    _found, page = made(library, languages[code])
    for event in page.events:
        assert event.title == library.title(event.record)[code]
        assert event.line.startswith(event.title)
        assert event.when in event.detail
        for place in places_of(library.get(event.record)):
            assert library.title(place)[code] in event.detail
    spans = [event.span for event in page.events]
    assert spans == sorted(spans, key=lambda span: (span.first, span.last))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plan_says_as_of_which_document_it_was_one(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    _found, page = made(library, languages[code])
    plans = [event for event in page.events if event.is_plan]
    assert plans
    for event in page.events:
        record = library.get(event.record)
        assert event.is_plan == is_plan(record)
        documents = {library.title(each.document)[code] for each in record.citations}
        assert any(document in event.detail for document in documents) == event.is_plan
        assert all(document in event.source for document in documents)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_headline_counts_what_there_is(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    found, page = made(library, languages[code])
    assert str(len(found.dated)) in page.headline
    assert str(len(found.undated)) in page.headline
    years = [
        int(year) for _id, period in stated_periods() for year in re.findall(r"\d{4}", period or "")
    ]
    assert str(min(years)) in page.headline
    assert str(max(years)) in page.headline
    assert page.headline in page.described
    for lane in page.lanes:
        assert lane.title in page.described
        assert str(len(lane.events)) in lane.heading


def test_what_is_chosen_narrows_dated_and_undated_alike(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    chosen = ((Facet.STATE, "planned"),)
    found, page = made(library, languages["en"], chosen=chosen)
    assert all(event.is_plan for event in page.events)
    assert len(found.dated) + len(found.undated) == 11
    nothing = made(library, languages["en"], chosen=(*chosen, (Facet.KIND, "programme")))[1]
    assert not nothing.events
    assert not nothing.undated
    assert not nothing.headline
    assert not nothing.source


def test_the_legend_tells_what_there_is_and_no_more(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    _found, page = made(library, languages["en"])
    assert [look for look, _text in page.legend] == ["past", "plan", "programme", "open"]
    trade = made(library, languages["en"], chosen=((Facet.PILLAR, "trade"),))[1]
    assert [look for look, _text in trade.legend] == ["past"]


@pytest.mark.parametrize(
    ("code", "months"),
    [
        ("nl", ["jan", "feb", "aug"]),
        ("fr", ["janv.", "févr.", "août"]),
        ("en", ["Jan", "Feb", "Aug"]),
    ],
)
def test_the_axis_names_months_as_the_language_does(
    languages: dict[str, Language], code: str, months: list[str]
) -> None:
    language = languages[code]
    found = [tick_text(PartialDate(2020, month), language) for month in (1, 2, 8)]
    assert [each.rstrip(".") for each in found] == [each.rstrip(".") for each in months]
    assert tick_text(PartialDate(2020), language) == "2020"
    assert tick_text(PartialDate(2020, 2, 14), language) == "14"
