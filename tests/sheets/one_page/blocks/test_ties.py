"""What a subject is tied to, and in which words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.domain.library import Library
from desktop.domain.records import Kind, Link, Record, Relation
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.ties import (
    mentioned,
    on_related_themes,
    partners,
    programmes_and_roles,
    tied_programmes,
)
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, TableRow
from desktop.sheets.one_page.sheet import sheet_kinds
from tests.sheets.one_page.subjects import subject_of

Languages = Mapping[str, Language]


def cells_of(block: Block[TableRow]) -> list[tuple[str, ...]]:
    return [row.cells for row in block.rows]


def links_to(record: Record, kind: Kind) -> list[Link]:
    return [link for link in record.links if link.target.startswith(f"{kind}/")]


def shown_in(block: Block[AnyRow]) -> set[str]:
    return {row.records[0] for row in block.rows}


def test_who_is_only_named_has_no_part(library: Library, languages: Languages) -> None:
    subject = subject_of(library, "programme/genomics-flanders", languages["en"])
    assert not partners(subject).rows
    assert [row.title for row in mentioned(subject).rows] == [
        "European Investment Bank (EIB)",
        "Genomics England",
    ]


def test_each_organisation_of_a_programme_has_a_part_or_is_named(
    library: Library, languages: Languages
) -> None:
    for record in library.list(Kind.PROGRAMME):
        if record.id not in sheet_kinds(library):
            continue
        subject = subject_of(library, record.id, languages["en"])
        with_part, named = partners(subject), mentioned(subject)
        mere = (Relation.ABOUT, Relation.PART_OF, Relation.LOCATED_IN)
        for link in links_to(record, Kind.ORGANISATION):
            ties = {each.relation for each in record.links if each.target == link.target}
            if ties.isdisjoint(mere):
                assert link.target not in shown_in(named), record.id
            elif ties.issubset(mere):
                assert link.target not in shown_in(with_part), record.id
        if not with_part.missing and not named.missing:
            targets = {link.target for link in links_to(record, Kind.ORGANISATION)}
            assert shown_in(with_part) | shown_in(named) == targets


@pytest.mark.parametrize(
    ("organisation", "programme", "role"),
    [
        ("organisation/ewi", "programme/saphire", "lead"),
        ("organisation/ewi", "programme/mou-personalised-medicine", "signatory"),
        ("organisation/ewi", "programme/cell-based-technologies-call", "participant"),
        ("organisation/ewi", "programme/elixir", "–"),
        ("organisation/essenscia", "programme/essenscia-annual-report-2019", "author"),
    ],
)
def test_a_part_has_one_name_from_both_ends(
    library: Library, languages: Languages, organisation: str, programme: str, role: str
) -> None:
    block = programmes_and_roles(subject_of(library, organisation, languages["en"]))
    assert block.columns[1] == "Its role"
    assert next(row.cells[1] for row in block.rows if row.records == (programme,)) == role
    of_programme = partners(subject_of(library, programme, languages["en"]))
    roles = {row.records[0]: row.cells[1] for row in of_programme.rows}
    assert roles.get(organisation, "–") == role


def test_who_led_a_study_is_its_author(library: Library, languages: Languages) -> None:
    study = "programme/kbc-securities-biotech-study"
    assert cells_of(partners(subject_of(library, study, languages["en"]))) == [
        ("KBC Securities", "author")
    ]


def test_what_is_mentioned_with_a_programme_is_tied_by_nothing(
    library: Library, languages: Languages
) -> None:
    subject = subject_of(library, "programme/healthtech-spearhead-cluster", languages["en"])
    assert cells_of(tied_programmes(subject)) == [
        ("Impulse programme Innovation in health and care", "umbrella", "–"),
        ("Target-group survey 2020 (Inovigate and PwC)", "–", "2020"),
    ]


@pytest.mark.parametrize(
    ("programme", "other", "tie"),
    [
        ("programme/ehealth-plan-2019-2021", "programme/ehealth-plan-2013-2018", "predecessor"),
        ("programme/ehealth-plan-2013-2018", "programme/ehealth-plan-2019-2021", "successor"),
        ("programme/elixir", "programme/one-plus-mega", "it takes part"),
        ("programme/one-plus-mega", "programme/elixir", "participant"),
        ("programme/regmed-xb-moonshots", "programme/bio-knee", "part of it"),
        ("programme/bio-knee", "programme/regmed-xb-moonshots", "umbrella"),
    ],
)
def test_a_tie_says_what_the_other_programme_is_to_this_one(
    library: Library, languages: Languages, programme: str, other: str, tie: str
) -> None:
    rows = tied_programmes(subject_of(library, programme, languages["en"])).rows
    assert next(row.cells[1] for row in rows if row.records == (other,)) == tie


def test_every_tie_of_a_programme_to_another_has_a_name_but_a_mention(
    library: Library, languages: Languages
) -> None:
    for record in library.list(Kind.PROGRAMME):
        ties = {
            other: {link.relation for link in record.links if link.target == other}
            for other in {link.target for link in links_to(record, Kind.PROGRAMME)}
        }
        if not ties or record.id not in sheet_kinds(library):
            continue
        block = tied_programmes(subject_of(library, record.id, languages["en"]))
        named = {row.records[0] for row in block.rows if "–" not in row.cells[1:2]}
        if block.columns[1:2] == ("Link",):
            shown = {row.records[0] for row in block.rows}
            assert named == {each for each in shown if ties[each] != {Relation.ABOUT}}, record.id
        else:
            assert all(relations == {Relation.ABOUT} for relations in ties.values()), record.id


def test_one_related_theme_is_said_once_above_its_programmes(
    library: Library, languages: Languages
) -> None:
    block = on_related_themes(subject_of(library, "theme/biopharma", languages["en"]))
    assert block.heading == "Programmes on the related theme “Personalised health and medicine”"
    assert "Related theme" not in block.columns
    assert {row.records[1] for row in block.rows} == {"theme/personalised-medicine"}


def test_several_related_themes_stand_each_in_their_row(
    library: Library, languages: Languages
) -> None:
    several = [
        block
        for record, kind in sheet_kinds(library).items()
        if kind == "theme"
        for block in [on_related_themes(subject_of(library, record, languages["en"]))]
        if len({row.records[1] for row in block.rows}) > 1
    ]
    assert several
    for block in several:
        assert not block.heading
        assert block.columns == ("Programme", "Related theme")


def test_names_alone_are_entries_without_a_text(library: Library, languages: Languages) -> None:
    rows = mentioned(subject_of(library, "programme/tetra", languages["nl"])).rows
    assert [(row.title, row.text) for row in rows if isinstance(row, Entry)] == [("VLAIO", "")]
