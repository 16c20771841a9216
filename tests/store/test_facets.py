"""A facet says of a record what the record or its links state, and where that is nothing, so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.dates import Period
from desktop.domain.records import Citation, Kind, Link, Record, Relation
from desktop.store.checks import Seeds
from desktop.store.facets import facets_of

Values = Callable[[str, Facet], list[str]]


def values_in(records: list[Record]) -> Values:
    found = list(facets_of(records))

    def values(record_id: str, facet: Facet) -> list[str]:
        return [value for record, own, value in found if (record, own) == (record_id, facet)]

    return values


def changed(seeds: Seeds, record_id: str, **columns: Any) -> Values:
    """The values where one record has other links, citations or columns of its kind."""
    (record,) = (record for record in seeds.records if record.id == record_id)
    own = {name: columns.pop(name) for name in list(columns) if name in record.details.__slots__}
    other = replace(record, details=replace(record.details, **own), **columns)
    return values_in([other if each.id == record_id else each for each in seeds.records])


@pytest.fixture(scope="module")
def values(zedland_seeds: Seeds) -> Values:
    return values_in(list(zedland_seeds.records))


def test_each_record_has_its_kind(zedland_seeds: Seeds, values: Values):
    for record in zedland_seeds.records:
        assert values(record.id, Facet.KIND) == [record.kind.value]


@pytest.mark.parametrize(
    ("record_id", "facet", "expected"),
    [
        ("place/zedland", Facet.TYPE, ["country"]),
        ("organisation/zed-agency", Facet.TYPE, ["agency"]),
        ("programme/zed-plan", Facet.TYPE, ["plan"]),
        ("theme/zed-oncology", Facet.TYPE, ["priority"]),
        ("term/zz", Facet.TYPE, ["abbreviation"]),
        ("person/zoe-zed", Facet.TYPE, []),
        ("programme/zed-plan", Facet.STATUS, ["ended"]),
        ("milestone/zed-signing", Facet.STATUS, []),
        ("milestone/zed-signing", Facet.PILLAR, ["g2g"]),
        ("milestone/zed-quarter", Facet.PILLAR, [NOT_STATED]),
        ("milestone/zed-quarter", Facet.STATE, ["planned"]),
        ("figure/zed-share", Facet.INDICATOR, ["term/zed-laboratories"]),
        ("disagreement/zed-numbers", Facet.REASON, ["scope"]),
    ],
)
def test_a_code_is_the_one_of_the_record(
    values: Values, record_id: str, facet: Facet, expected: list[str]
):
    assert values(record_id, facet) == expected


def test_a_disagreement_has_each_of_its_reasons(zedland_seeds: Seeds):
    values = changed(zedland_seeds, "disagreement/zed-numbers", reasons=("scope", "date"))
    assert values("disagreement/zed-numbers", Facet.REASON) == ["date", "scope"]


@pytest.mark.parametrize(
    ("period", "years"),
    [
        ("2021", ["2021"]),
        ("2020-07-14", ["2020"]),
        ("2019-11..2021-02", ["2019", "2020", "2021"]),
        ("..2030", ["2030"]),
        ("2018..", ["2018"]),
        ("1991..2020", [str(year) for year in range(1991, 2021)]),
        ("1990..2020", ["1990", "2020"]),
        (None, [NOT_STATED]),
    ],
)
@pytest.mark.parametrize(
    "record_id", ["programme/zed-plan", "milestone/zed-signing", "figure/zed-share"]
)
def test_the_years_are_those_of_a_short_period_or_else_the_stated_ones(
    zedland_seeds: Seeds, record_id: str, period: str | None, years: list[str]
):
    stated = Period.parse(period) if period else None
    assert changed(zedland_seeds, record_id, period=stated)(record_id, Facet.YEAR) == years


def test_what_has_no_period_has_no_year(values: Values):
    assert values("organisation/zed-agency", Facet.YEAR) == []


def test_a_place_is_where_a_figure_is_measured_and_what_it_is_about(
    zedland_seeds: Seeds, values: Values
):
    assert values("figure/zed-firms", Facet.PLACE) == ["place/port-zed"]
    about = (Link(Relation.ABOUT, "place/zedland"), Link(Relation.STATED_BY, "person/zoe-zed"))
    both = changed(zedland_seeds, "figure/zed-firms", links=about)
    assert both("figure/zed-firms", Facet.PLACE) == ["place/port-zed", "place/zedland"]


def test_other_records_have_the_places_that_they_lie_in_or_are_about(
    zedland_seeds: Seeds, values: Values
):
    assert values("organisation/zed-agency", Facet.PLACE) == ["place/port-zed"]
    links = (
        Link(Relation.LOCATED_IN, "place/port-zed"),
        Link(Relation.ABOUT, "place/zedland"),
        Link(Relation.ABOUT, "theme/zed-oncology"),
    )
    other = changed(zedland_seeds, "programme/zed-plan", links=links)
    assert other("programme/zed-plan", Facet.PLACE) == ["place/port-zed", "place/zedland"]


def test_no_place_is_guessed(zedland_seeds: Seeds, values: Values):
    # Its owner lies in Port Zed, and who funds it is not where it is.
    assert values("programme/zed-plan", Facet.PLACE) == [NOT_STATED]
    funded = (Link(Relation.FUNDED_BY, "place/zedland"),)
    other = changed(zedland_seeds, "programme/zed-plan", links=funded)
    assert other("programme/zed-plan", Facet.PLACE) == [NOT_STATED]
    assert values("milestone/zed-signing", Facet.PLACE) == [NOT_STATED]
    assert values("person/zoe-zed", Facet.PLACE) == []


def test_themes_count_in_both_directions(zedland_seeds: Seeds, values: Values):
    themes = ["theme/zed-oncology", "theme/zed-prevention"]
    assert values("programme/zed-plan", Facet.THEME) == themes
    assert values("milestone/zed-signing", Facet.THEME) == [NOT_STATED]
    for relation in (Relation.ABOUT, Relation.PART_OF):
        links = (Link(relation, "milestone/zed-signing"),)
        other = changed(zedland_seeds, "theme/zed-oncology", links=links)
        assert other("milestone/zed-signing", Facet.THEME) == ["theme/zed-oncology"]
    led = (Link(Relation.STATED_BY, "milestone/zed-signing"),)
    other = changed(zedland_seeds, "theme/zed-oncology", links=led)
    assert other("milestone/zed-signing", Facet.THEME) == [NOT_STATED]


def test_an_owner_is_stated_or_not(zedland_seeds: Seeds, values: Values):
    assert values("programme/zed-plan", Facet.OWNER) == ["organisation/zed-agency"]
    assert changed(zedland_seeds, "programme/zed-plan", links=())(
        "programme/zed-plan", Facet.OWNER
    ) == [NOT_STATED]
    assert values("organisation/zed-agency", Facet.OWNER) == []


def test_a_document_is_cited_once_however_often(zedland_seeds: Seeds, values: Values):
    assert values("programme/zed-plan", Facet.DOCUMENT) == ["document/glance"]
    assert values("organisation/zed-agency", Facet.DOCUMENT) == [NOT_STATED]
    twice = (Citation("document/glance", "section/glance-start", 2),) * 2
    other = changed(zedland_seeds, "programme/zed-plan", citations=twice)
    assert other("programme/zed-plan", Facet.DOCUMENT) == ["document/glance"]
    uncited = changed(zedland_seeds, "section/glance-end", citations=())
    assert uncited("section/glance-end", Facet.DOCUMENT) == ["document/glance"]


def test_every_facet_is_there_for_some_kind(zedland_seeds: Seeds):
    assert {facet for _record, facet, _value in facets_of(zedland_seeds.records)} == set(Facet)
    assert {record.kind for record in zedland_seeds.records} == set(Kind)
