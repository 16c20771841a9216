"""Lists hold what was asked for, in its order and groups, and the counts say what comes of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import NOT_STATED, Browse, Facet, Group, Order
from desktop.domain.problems import UsageError
from desktop.domain.records import Kind
from desktop.l10n.collation import sort_key
from desktop.store.build import build
from desktop.store.checks import Seeds
from desktop.store.facets import facets_of
from desktop.store.reader import AtlasLibrary

LANGUAGES = ("nl", "fr", "en")
EVERY_KIND = tuple(Kind)
# Values that the facets of Zedland have, and any text at all.
VALUES = st.one_of(
    st.sampled_from(
        [NOT_STATED, "place/port-zed", "place/zedland", "theme/zed-oncology", "2021", "2015", "g2g"]
    ),
    st.sampled_from(
        ["country", "planned", "programme", "document/glance", "scope", "%", "'", "\0"]
    ),
    st.text(st.characters(exclude_categories=[])),
)
QUESTIONS = st.builds(
    Browse,
    kinds=st.lists(st.sampled_from(Kind)).map(tuple),
    language=st.one_of(st.sampled_from(LANGUAGES), st.text(st.characters(exclude_categories=[]))),
    chosen=st.lists(st.tuples(st.sampled_from(Facet), VALUES), max_size=4).map(tuple),
    order=st.sampled_from(Order),
    descending=st.booleans(),
    group=st.one_of(st.none(), st.sampled_from(Facet)),
)


def ids(library: AtlasLibrary, kinds: tuple[Kind, ...] = EVERY_KIND, **asked: Any) -> list[str]:
    (group,) = library.browse(Browse(kinds, **{"language": "en", **asked}))
    return list(group.ids)


def of_zedland(seeds: Seeds) -> dict[str, set[tuple[Facet, str]]]:
    """The facets of each record as the rules have them."""
    pairs: dict[str, set[tuple[Facet, str]]] = defaultdict(set)
    for record, facet, value in facets_of(seeds.records):
        pairs[record].add((facet, value))
    return pairs


def test_a_list_holds_its_kinds_in_order_of_importance(zedland: AtlasLibrary):
    for kind in Kind:
        assert ids(zedland, (kind,)) == [record.id for record in zedland.list(kind)]
    assert ids(zedland) == [record.id for record in zedland.list()]
    assert ids(zedland, descending=True) == [record.id for record in zedland.list()][::-1]
    assert ids(zedland, ()) == []


def test_of_one_facet_any_value_will_do_and_of_several_each_must(zedland: AtlasLibrary):
    figures = (Kind.FIGURE,)
    port, country = (Facet.PLACE, "place/port-zed"), (Facet.PLACE, "place/zedland")
    assert ids(zedland, figures, chosen=(port,)) == ["figure/zed-firms"]
    assert ids(zedland, figures, chosen=(port, country)) == ids(zedland, figures)
    year = (Facet.YEAR, "2021")
    assert ids(zedland, figures, chosen=(country, year)) == [
        "figure/zed-laboratories",
        "figure/zed-share",
    ]
    assert ids(zedland, figures, chosen=(port, year)) == []


def test_what_is_not_stated_can_be_asked_for(zedland: AtlasLibrary):
    undated = ids(zedland, (Kind.FIGURE, Kind.PERSON), chosen=((Facet.YEAR, NOT_STATED),))
    assert undated == ["figure/zed-cost", "figure/zed-trend"]


def test_a_record_stands_in_the_group_of_each_of_its_values(zedland: AtlasLibrary):
    themes = Browse((Kind.PROGRAMME,), "en", group=Facet.THEME)
    assert zedland.browse(themes) == [
        Group("theme/zed-oncology", ["programme/zed-plan"]),
        Group("theme/zed-prevention", ["programme/zed-plan"]),
    ]


def test_groups_stand_by_value_and_the_order_holds_within_each(zedland: AtlasLibrary):
    asked = Browse((Kind.FIGURE,), "en", order=Order.TITLE, descending=True, group=Facet.YEAR)
    assert zedland.browse(asked) == [
        Group(NOT_STATED, ["figure/zed-trend", "figure/zed-cost"]),
        Group("2021", ["figure/zed-share", "figure/zed-laboratories"]),
        Group("2022", ["figure/zed-firms"]),
    ]


def test_records_without_the_facet_come_last_and_are_not_lost(zedland: AtlasLibrary):
    asked = Browse((Kind.PERSON, Kind.ORGANISATION), "en", group=Facet.TYPE)
    assert zedland.browse(asked) == [
        Group("agency", ["organisation/zed-agency"]),
        Group(None, ["person/zoe-zed"]),
    ]


def test_a_list_with_nothing_in_it_has_no_groups_but_the_one_without(zedland: AtlasLibrary):
    nothing = Browse((), "en")
    assert zedland.browse(nothing) == [Group(None, [])]
    assert zedland.browse(replace(nothing, group=Facet.TYPE)) == []


def test_counts_say_what_the_choices_in_other_facets_leave(zedland: AtlasLibrary):
    figures = Browse((Kind.FIGURE,), "en")
    assert zedland.facet_counts(figures, Facet.YEAR) == {NOT_STATED: 2, "2021": 2, "2022": 1}
    port = replace(figures, chosen=((Facet.PLACE, "place/port-zed"),))
    assert zedland.facet_counts(port, Facet.YEAR) == {"2022": 1}
    assert zedland.facet_counts(port, Facet.PLACE) == {"place/port-zed": 1, "place/zedland": 4}
    both = replace(port, chosen=(*port.chosen, (Facet.YEAR, "2021")))
    assert zedland.facet_counts(both, Facet.PLACE) == {"place/zedland": 2}
    assert zedland.facet_counts(both, Facet.STATUS) == {}


@pytest.mark.parametrize("descending", [False, True])
def test_what_does_not_state_the_order_comes_last_by_importance(
    zedland: AtlasLibrary, descending: bool
):
    kinds = (Kind.PROGRAMME, Kind.MILESTONE, Kind.PLACE, Kind.PERSON)
    dated = ["programme/zed-plan", "milestone/zed-signing", "milestone/zed-quarter"]
    undated = ["place/zedland", "place/port-zed", "person/zoe-zed"]
    found = ids(zedland, kinds, order=Order.PERIOD, descending=descending)
    assert found == (dated[::-1] if descending else dated) + undated


@pytest.mark.parametrize("descending", [False, True])
def test_equals_stand_in_order_of_importance(zedland: AtlasLibrary, descending: bool):
    figures = (Kind.FIGURE,)
    of_2021 = ["figure/zed-laboratories", "figure/zed-share"]
    assert [record for record in ids(zedland, figures) if record in of_2021] == of_2021
    found = ids(zedland, figures, order=Order.PERIOD, descending=descending)
    assert [record for record in found if record in of_2021] == of_2021


def test_reading_order_serves_the_outline_of_a_document(zedland: AtlasLibrary):
    outline = ids(zedland, (Kind.SECTION, Kind.DOCUMENT, Kind.TERM), order=Order.READING)
    assert outline[:3] == ["document/glance", "section/glance-start", "section/glance-end"]
    assert {record.partition("/")[0] for record in outline[3:]} == {"term"}


def test_programmes_with_the_largest_amounts_come_first_or_last(library: AtlasLibrary):
    # 230, 173.3 and 13.2 million euros, as the policy note has it.
    expected = ["programme/fris", "programme/horizon-2020", "programme/tetra"]
    for descending in (True, False):
        found = ids(library, (Kind.PROGRAMME,), order=Order.MONEY, descending=descending)
        those = [record for record in found if record in expected]
        assert those == (expected if descending else expected[::-1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("descending", [False, True])
def test_titles_are_sorted_as_the_language_sorts_them(
    library: AtlasLibrary, language: str, descending: bool
):
    expected = sorted(
        library.list(), key=lambda record: sort_key(record.title[language]), reverse=descending
    )
    found = ids(library, order=Order.TITLE, language=language, descending=descending)
    assert found == [record.id for record in expected]


@pytest.mark.parametrize("facet", Facet)
def test_every_value_leads_to_as_many_records_as_its_count_says(
    library: AtlasLibrary, facet: Facet
):
    for kind in Kind:
        asked = Browse((kind,), "nl")
        counts = library.facet_counts(asked, facet)
        groups = library.browse(replace(asked, group=facet))
        assert {
            group.value: len(group.ids) for group in groups if group.value is not None
        } == counts
        for value, count in counts.items():
            (chosen,) = library.browse(replace(asked, chosen=((facet, value),)))
            assert len(chosen.ids) == count > 0


@pytest.mark.parametrize("facet", [Facet.PLACE, Facet.THEME, Facet.OWNER, Facet.INDICATOR])
def test_values_that_name_a_record_name_one_that_there_is(library: AtlasLibrary, facet: Facet):
    values = library.facet_counts(Browse(EVERY_KIND, "nl"), facet)
    library.get_many([value for value in values if value != NOT_STATED])


def test_the_figures_of_a_place_are_those_that_its_page_lists(library: AtlasLibrary):
    for place in library.list(Kind.PLACE):
        chosen = ((Facet.PLACE, place.id),)
        assert ids(library, (Kind.FIGURE,), chosen=chosen) == library.figures_in([place.id])


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=QUESTIONS)
@example(Browse((Kind.PLACE,), "\ud800", ((Facet.PLACE, "\ud800"),), Order.TITLE))
@example(Browse((Kind.PLACE,) * 2, "", group=Facet.PLACE))
def test_any_question_has_the_answer_that_the_rules_give(
    zedland: AtlasLibrary, zedland_seeds: Seeds, asked: Browse
):
    pairs = of_zedland(zedland_seeds)

    def fitting(but: Facet | None) -> list[str]:
        facets = {facet for facet, _value in asked.chosen if facet is not but}
        return [
            record.id
            for record in zedland_seeds.records
            if record.kind in asked.kinds
            and all(
                any(pair in pairs[record.id] for pair in asked.chosen if pair[0] is facet)
                for facet in facets
            )
        ]

    (flat,) = zedland.browse(replace(asked, group=None))
    assert Counter(flat.ids) == Counter(fitting(None))
    groups = zedland.browse(asked)
    assert {record for group in groups for record in group.ids} == set(flat.ids)
    for group in groups:
        in_order = [record for record in flat.ids if record in set(group.ids)]
        assert group.ids == in_order
        if group.value is not None and asked.group:
            assert all((asked.group, group.value) in pairs[record] for record in group.ids)
    for facet in Facet:
        values = Counter(
            value for record in fitting(facet) for own, value in pairs[record] if own is facet
        )
        assert zedland.facet_counts(asked, facet) == values


def test_many_records_come_in_the_order_asked_for(library: AtlasLibrary):
    every = [record.id for record in library.list()]
    backwards = every[::-1] + every[:3]
    assert [record.id for record in library.get_many(backwards)] == backwards
    assert library.get_many(["place/leuven"]) == [library.get("place/leuven")]
    assert library.get_many([]) == []


@pytest.mark.parametrize("name", ["place/nowhere", "", "\ud800", "'"])
def test_one_id_among_many_that_there_is_not_is_a_wrong_usage(zedland: AtlasLibrary, name: str):
    with pytest.raises(UsageError, match="There is no record"):
        zedland.get_many(["place/zedland", name])


def test_titles_come_at_once_for_ids_that_there_are(library: AtlasLibrary):
    every = {record.id: record.title for record in library.list()}
    assert library.titles([*every, "place/nowhere", "\ud800"]) == every
    assert all(library.title(record) == title for record, title in every.items())
    with pytest.raises(UsageError, match="There is no record"):
        library.title("\ud800")


def test_titles_are_sorted_by_the_key_that_the_build_is_given(
    tmp_path: Path, zedland: AtlasLibrary, zedland_seeds: Seeds
):
    by_title = ["place/port-zed", "place/zedland"]
    assert ids(zedland, (Kind.PLACE,), order=Order.TITLE) == by_title
    build(zedland_seeds, tmp_path / "atlas.sqlite", len)
    with closing(AtlasLibrary.open(tmp_path / "atlas.sqlite")) as by_length:
        assert ids(by_length, (Kind.PLACE,), order=Order.TITLE) == by_title[::-1]
