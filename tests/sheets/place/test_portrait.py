"""A portrait names all that belongs to a place, in the order in which a visitor asks for it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop.domain.records import Figure, Kind, Milestone, Programme, Record, Relation, Theme
from desktop.l10n.language import Language
from desktop.sheets.place.portrait import (
    DISAGREEMENTS,
    FIGURES,
    HEADINGS,
    MILESTONES,
    ORGANISATIONS,
    PLACES,
    PRIORITIES,
    PROGRAMMES,
    THEMES,
    counts_of,
    counts_text,
    portrait,
)
from desktop.sheets.record.entries import EntryGroup
from desktop.sheets.record.rows import span_text
from desktop.store.reader import AtlasLibrary

CODES = ("nl", "fr", "en")


@pytest.fixture(scope="module")
def portraits(
    library: AtlasLibrary, languages: dict[str, Language]
) -> dict[str, dict[str, list[EntryGroup]]]:
    """The portrait of each place, by language and id."""
    return {
        code: {
            place.id: portrait(library, languages[code], place)
            for place in library.list(Kind.PLACE)
        }
        for code in CODES
    }


def ids(groups: list[EntryGroup], key: str) -> list[str]:
    return [entry.id for group in groups if group.key == key for entry in group.entries]


def test_the_groups_stand_in_the_order_in_which_a_visitor_asks(portraits):
    groups = [group.key for group in portraits["en"]["place/flanders"] if group.key in HEADINGS]
    assert groups[:5] == [PRIORITIES, PROGRAMMES, ORGANISATIONS, FIGURES, MILESTONES]
    assert groups[-2:] == [PLACES, DISAGREEMENTS]
    assert len(groups[5:-2]) > 5
    assert set(groups[5:-2]) <= set(THEMES) - {PRIORITIES}
    for described in portraits["en"].values():
        keys = [group.key for group in described if group.key in HEADINGS]
        assert keys == sorted(keys, key=list(HEADINGS).index)


def test_each_record_linked_with_a_place_stands_in_its_portrait_and_in_one_group(
    portraits, library: AtlasLibrary
):
    for place in library.list(Kind.PLACE):
        wanted = {link.target for link in place.links} | set(library.figures_in([place.id]))
        named = [entry.id for group in portraits["fr"][place.id] for entry in group.entries]
        assert set(named) == wanted, place.id
        assert len(named) == len(wanted), place.id


def test_what_stands_elsewhere_on_the_page_is_left_out(
    library: AtlasLibrary, languages: dict[str, Language]
):
    place = library.get("place/flanders")
    shown = library.figures_in([place.id])[:8]
    groups = portrait(library, languages["en"], place, shown)
    named = ids(groups, FIGURES)
    assert not set(named) & set(shown)
    assert len(named) == len(library.figures_in([place.id])) - 8


def test_what_lies_in_a_city_is_not_claimed_for_its_region(portraits, library: AtlasLibrary):
    flanders = library.get("place/flanders")
    stated = {link.target for link in flanders.links}
    in_leuven = ids(portraits["en"]["place/leuven"], PROGRAMMES)
    assert in_leuven
    assert set(in_leuven) - stated, "nothing to tell a city from its region by"
    for programme in in_leuven:
        assert (programme in ids(portraits["en"]["place/flanders"], PROGRAMMES)) == (
            programme in stated
        )
    assert "place/leuven" in ids(portraits["en"]["place/flanders"], PLACES)


def test_themes_stand_under_their_type(portraits, library: AtlasLibrary):
    met: set[str] = set()
    for groups in portraits["nl"].values():
        for group in groups:
            if group.key in THEMES:
                met.add(group.key)
                for theme in library.get_many([entry.id for entry in group.entries]):
                    assert isinstance(theme.details, Theme)
                    assert theme.details.type == group.key
    assert len(met) > 5


def test_there_is_a_heading_for_each_type_of_theme(library: AtlasLibrary):
    types = {
        theme.details.type for theme in library.list(Kind.THEME) if isinstance(theme.details, Theme)
    }
    assert types <= set(THEMES)


@pytest.mark.parametrize("code", CODES)
def test_a_programme_has_its_period_and_a_milestone_its_date_and_state(
    portraits, library: AtlasLibrary, languages: dict[str, Language], code: str
):
    notes = {
        entry.id: entry.note
        for group in portraits[code]["place/flanders"]
        for entry in group.entries
    }
    stated = 0
    for record in library.get_many([id_ for id_ in notes if not id_.startswith("figure/")]):
        note = notes[record.id]
        match record.details:
            case Programme(period=None):
                assert note == ""
            case Programme(period=period):
                said = span_text(record, languages[code])
                assert note == ("" if said in record.title[code] else said)
                stated += bool(note)
            case Milestone(period=period):
                assert period is None or span_text(record, languages[code]) in note
                assert "," in note
            case _:
                assert note == ""
    assert stated


def test_milestones_run_with_time(portraits, library: AtlasLibrary):
    for groups in portraits["en"].values():
        days = [
            record.details.period.dates[0].first_day()
            for record in library.get_many(ids(groups, MILESTONES))
            if isinstance(record.details, Milestone) and record.details.period
        ]
        assert days == sorted(days)


def indicators(library: AtlasLibrary, figures: list[str]) -> list[str]:
    return [
        record.details.indicator
        for record in library.get_many(figures)
        if isinstance(record.details, Figure)
    ]


def test_figures_of_one_indicator_stand_together_the_weightiest_indicator_first(
    portraits, library: AtlasLibrary
):
    shown = indicators(library, ids(portraits["en"]["place/flanders"], FIGURES))
    runs = [name for name, before in zip(shown, [None, *shown], strict=False) if name != before]
    assert len(runs) == len(set(shown))
    by_weight = indicators(library, list(library.figures_in(["place/flanders"])))
    assert runs == list(dict.fromkeys(by_weight))


def test_the_line_of_a_figure_has_its_value_and_that_no_year_is_stated(portraits):
    lines = [
        entry.line
        for group in portraits["en"]["place/belgium"]
        for entry in group.entries
        if group.key == FIGURES
    ]
    assert any(line.endswith(": 38,500 workers (year not stated)") for line in lines)


def test_a_place_that_nothing_is_linked_with_has_no_group(
    library: AtlasLibrary, languages: dict[str, Language]
):
    germany = library.get("place/germany")
    assert [link for link in germany.links if link.relation is not Relation.PART_OF] == []
    assert [group.key for group in portrait(library, languages["fr"], germany)] == [FIGURES]


def test_the_counts_are_those_of_the_groups(portraits, library: AtlasLibrary):
    for place in library.list(Kind.PLACE):
        groups = portraits["en"][place.id]
        expected = (len(ids(groups, PROGRAMMES)), len(ids(groups, FIGURES)))
        assert counts_of(library, place) == expected, place.id


def test_what_there_is_nothing_of_is_not_counted(languages: dict[str, Language]):
    english = languages["en"]
    assert counts_text((39, 172), english) == "39 programmes, 172 figures"
    assert counts_text((1, 1), english) == "1 programme, 1 figure"
    assert counts_text((2, 0), english) == "2 programmes"
    assert counts_text((0, 0), english) == ""


def test_a_record_is_read_only_for_its_note(
    library: AtlasLibrary, languages: dict[str, Language], monkeypatch: pytest.MonkeyPatch
):
    """A region has a hundred themes and organisations; their titles are enough."""
    read: list[str] = []
    get_many = library.get_many

    def watched(record_ids: Sequence[str]) -> Sequence[Record]:
        read.extend(record_ids)
        return get_many(record_ids)

    monkeypatch.setattr(library, "get_many", watched)
    portrait(library, languages["nl"], library.get("place/flanders"))
    assert {each.partition("/")[0] for each in read} == {"figure", "programme", "milestone"}
