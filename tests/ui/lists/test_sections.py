"""Groups stand in the order that is natural to them, under their names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby

import pytest

from desktop.domain.browsing import NOT_STATED, Browse, Facet, Group, Order
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui.lists.facet_values import TITLE, in_natural_order, is_known, value_title
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.sections import Section, sections_of
from desktop.ui.lists.spec import (
    A_TO_Z,
    EARLIEST_FIRST,
    LATEST_FIRST,
    MOST_IMPORTANT_FIRST,
    Z_TO_A,
    Sorting,
)
from tests.conftest import LANGUAGES


@pytest.fixture(params=LANGUAGES)
def lookup(
    request: pytest.FixtureRequest, library: AtlasLibrary, languages: dict[str, Language]
) -> Lookup:
    return Lookup(library, languages[request.param])


def sections(
    lookup: Lookup, kind: Kind, facet: Facet | None, sorting: Sorting, *, once: bool = False
) -> list[Section]:
    browse = Browse(
        (kind,),
        lookup.language.code,
        order=sorting.order,
        descending=sorting.descending,
        group=facet,
    )
    return sections_of(lookup.library.browse(browse), facet, sorting, lookup, once=once)


def headings(found: Sequence[Section]) -> list[str]:
    return [section.heading or "" for section in found]


def test_a_list_without_groups_has_no_heading(lookup: Lookup) -> None:
    (section,) = sections(lookup, Kind.PROGRAMME, None, MOST_IMPORTANT_FIRST)
    assert section.heading is None
    assert len(section.ids) == len(lookup.library.list(Kind.PROGRAMME))


def test_an_empty_list_has_no_section(lookup: Lookup) -> None:
    assert sections_of([Group(None, ())], None, MOST_IMPORTANT_FIRST, lookup) == []
    assert sections_of([], Facet.YEAR, MOST_IMPORTANT_FIRST, lookup) == []


@pytest.mark.parametrize("sorting", [A_TO_Z, Z_TO_A])
def test_a_list_sorted_by_title_has_each_letter_once(lookup: Lookup, sorting: Sorting) -> None:
    found = sections(lookup, Kind.TERM, None, sorting)
    assert len(set(headings(found))) == len(found) > 15
    for section in found:
        for record in section.ids:
            letter = lookup.language.sort_key(lookup.title(record))[0][0].upper()
            assert section.heading == letter or (section.heading == "0–9" and letter.isdigit())
    browse = Browse((Kind.TERM,), lookup.language.code, (), Order.TITLE, sorting.descending)
    (every,) = lookup.library.browse(browse)
    assert list(chain.from_iterable(section.ids for section in found)) == list(every.ids)


def test_the_letters_are_found_by_looking_at_few_titles(lookup: Lookup) -> None:
    """There may be 100,000 of them."""
    (every,) = lookup.library.browse(Browse((Kind.TERM,), lookup.language.code, order=Order.TITLE))
    asked: list[str] = []

    class Counting(Lookup):
        def title(self, record_id: str) -> str:
            asked.append(record_id)
            return super().title(record_id)

    counting = Counting(lookup.library, lookup.language)
    # A list of the same titles fifty times over, still in order.
    many = [record for record in every.ids for _ in range(50)]
    assert len(sections_of([Group(None, many)], None, A_TO_Z, counting)) > 15
    assert len(asked) < len(many) / 20


def test_years_go_the_way_the_list_is_sorted_and_undated_come_last(lookup: Lookup) -> None:
    not_stated = value_title(Facet.YEAR, NOT_STATED, lookup)
    *years, last = headings(sections(lookup, Kind.MILESTONE, Facet.YEAR, EARLIEST_FIRST))
    assert last == not_stated
    assert years == sorted(years)
    for sorting in (LATEST_FIRST, MOST_IMPORTANT_FIRST):
        *years, last = headings(sections(lookup, Kind.MILESTONE, Facet.YEAR, sorting))
        assert last == not_stated
        assert years == sorted(years, reverse=True)


def test_a_period_of_years_stands_under_its_first_year_only(lookup: Lookup) -> None:
    found = sections(lookup, Kind.MILESTONE, Facet.YEAR, EARLIEST_FIRST, once=True)
    ids = list(chain.from_iterable(section.ids for section in found))
    assert len(ids) == len(set(ids)) == len(lookup.library.list(Kind.MILESTONE))
    for section in found[:-1]:
        for record in section.ids:
            (period,) = [getattr(lookup.record(record).details, "period", None)]
            assert period is not None
            assert section.heading == str(period.dates[0].year)


def test_places_come_by_importance_and_types_as_the_interface_lists_them(lookup: Lookup) -> None:
    found = sections(lookup, Kind.FIGURE, Facet.PLACE, MOST_IMPORTANT_FIRST)
    code = lookup.language.code
    places = [place.title[code] for place in lookup.library.list(Kind.PLACE)]
    shown = [heading for heading in headings(found) if heading in places]
    assert shown == [place for place in places if place in shown]
    assert len(shown) > 3
    counts = lookup.library.facet_counts(Browse((Kind.THEME,), code), Facet.TYPE)
    types = in_natural_order(Facet.TYPE, counts, lookup)
    assert types.index("value-chain") < types.index("challenge") < types.index("opportunity")


def test_a_list_by_importance_opens_with_what_matters_most(lookup: Lookup) -> None:
    found = sections(lookup, Kind.FIGURE, Facet.INDICATOR, MOST_IMPORTANT_FIRST)
    order = [figure.id for figure in lookup.library.list(Kind.FIGURE)]
    firsts = [order.index(section.ids[0]) for section in found]
    assert firsts[0] == 0
    assert firsts == sorted(firsts)
    by_title = headings(sections(lookup, Kind.FIGURE, Facet.INDICATOR, A_TO_Z))
    assert by_title == sorted(by_title, key=lookup.language.sort_key)
    assert by_title != headings(found)


def test_titles_of_values_are_sorted_as_dictionaries_do(lookup: Lookup) -> None:
    counts = lookup.library.facet_counts(
        Browse((Kind.PROGRAMME,), lookup.language.code), Facet.THEME
    )
    *stated, last = in_natural_order(Facet.THEME, counts, lookup)
    assert last == NOT_STATED
    titles = [lookup.title(theme) for theme in stated]
    assert titles == sorted(titles, key=lookup.language.sort_key)
    assert len(titles) > 50


def test_every_value_of_every_facet_has_a_name_with_a_capital(lookup: Lookup) -> None:
    for facet in Facet:
        assert lookup.language.gettext(TITLE[facet])
        for kind in Kind:
            browse = Browse((kind,), lookup.language.code)
            for value in lookup.library.facet_counts(browse, facet):
                title = value_title(facet, value, lookup)
                assert title
                if facet not in (Facet.PLACE, Facet.THEME, Facet.OWNER, Facet.INDICATOR):
                    assert title[0] == title[0].upper()


def test_a_value_that_nobody_knows_is_told_apart(lookup: Lookup) -> None:
    assert is_known(Facet.PLACE, "place/belgium", lookup)
    assert is_known(Facet.STATUS, "running", lookup)
    assert is_known(Facet.PLACE, NOT_STATED, lookup)
    assert not is_known(Facet.PLACE, "place/atlantis", lookup)
    assert not is_known(Facet.STATUS, "bankrupt", lookup)


def test_records_with_several_values_stand_in_each_group(lookup: Lookup) -> None:
    found = sections(lookup, Kind.DISAGREEMENT, Facet.REASON, MOST_IMPORTANT_FIRST)
    ids = sorted(chain.from_iterable(section.ids for section in found))
    assert any(len(list(same)) > 1 for _record, same in groupby(ids))
    assert set(ids) == {record.id for record in lookup.library.list(Kind.DISAGREEMENT)}
