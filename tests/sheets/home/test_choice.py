"""What home shows: the latest of what took place, the next of what is planned, what lies within."""

from __future__ import annotations

import datetime

import pytest

from desktop.domain.records import Kind, Milestone, Pillar, Place, Record, State
from desktop.l10n.language import Language
from desktop.sheets.home.choice import MOST_MOMENTS, HomeChoice, choose_home
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY


@pytest.fixture(scope="module")
def choice(library: AtlasLibrary, languages: dict[str, Language]) -> HomeChoice:
    return choose_home(library, library.get("place/belgium"), languages["en"], TODAY)


def last_day(record: Record) -> datetime.date:
    assert isinstance(record.details, Milestone)
    assert record.details.period
    return record.details.period.dates[-1].last_day()


def dated(library: AtlasLibrary, state: State) -> list[Record]:
    return [
        record
        for record in library.list(Kind.MILESTONE)
        if isinstance(record.details, Milestone)
        and record.details.state is state
        and record.details.period
    ]


def test_the_latest_milestones_took_place_and_no_later_one_is_left_out(
    library: AtlasLibrary, choice: HomeChoice
) -> None:
    days = [last_day(record) for record in choice.latest]
    assert days == sorted(days, reverse=True)
    assert len(days) == MOST_MOMENTS
    others = [record for record in dated(library, State.PAST) if record not in choice.latest]
    assert max(map(last_day, others)) <= days[-1]


def test_plans_that_have_passed_come_the_latest_first(choice: HomeChoice) -> None:
    days = [last_day(record) for record in choice.plans]
    assert all(day < TODAY for day in days), "in this edition all plans have passed"
    assert days == sorted(days, reverse=True)


def test_plans_that_are_ahead_come_before_those_that_have_passed_and_the_next_first(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    day = datetime.date(2023, 6, 1)
    plans = choose_home(library, library.get("place/belgium"), languages["en"], day).plans
    ahead = sorted(date for date in map(last_day, dated(library, State.PLANNED)) if date >= day)
    assert len(ahead) > 1
    assert [last_day(record) for record in plans][: len(ahead)] == ahead[:MOST_MOMENTS]


def test_places_are_parts_of_the_country_that_have_coordinates(
    library: AtlasLibrary, choice: HomeChoice
) -> None:
    found = [place.id for place in choice.places]
    assert {"place/brussels", "place/flanders", "place/wallonia"} == set(found[:3])
    assert "place/gosselies" in found, "a part of a part of a part"
    abroad = {"place/netherlands", "place/middelburg", "place/benelux", "place/san-diego"}
    assert not abroad & set(found)
    for place in choice.places:
        assert isinstance(place.details, Place)
        assert place.details.latitude is not None


def test_milestones_are_counted_by_pillar(library: AtlasLibrary, choice: HomeChoice) -> None:
    milestones = [record.details for record in library.list(Kind.MILESTONE)]
    for pillar in Pillar:
        number = sum(isinstance(each, Milestone) and each.pillar is pillar for each in milestones)
        assert choice.pillars.get(pillar.value, 0) == number


def test_the_glossary_explains_the_pillars(choice: HomeChoice) -> None:
    first, *parts = choice.terms
    assert all(pillar.value in first.title["en"].casefold() for pillar in Pillar)
    assert [term.id for term in parts] == ["term/g2g"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_choice_is_the_same_in_every_language(
    library: AtlasLibrary, languages: dict[str, Language], choice: HomeChoice, code: str
) -> None:
    assert choose_home(library, library.get("place/belgium"), languages[code], TODAY) == choice
