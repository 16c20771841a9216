"""Lists: a name and what it is in a line, and where the documents speak of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from desktop.domain.library import Library
from desktop.domain.records import Kind
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.glance import at_a_glance
from desktop.sheets.one_page.blocks.listed import entry, organisations, people, sections, themes
from desktop.sheets.one_page.blocks.ties import on_related_themes, programmes_and_roles
from desktop.sheets.one_page.parts import AnyRow, Block
from desktop.sheets.one_page.sheet import sheet_ids
from desktop.sheets.one_page.subject.subject import Subject
from tests.sheets.one_page.subjects import subject_of

Languages = Mapping[str, Language]


def test_a_name_without_a_line_stands_alone(library: Library, languages: Languages) -> None:
    subject = subject_of(library, "programme/tetra", languages["en"])
    row = entry(subject, library.get("programme/tetra"), None)
    assert (row.title, row.text) == ("TETRA", "")
    assert row.citations


@pytest.mark.parametrize(
    ("make", "subject_id"),
    [
        (themes, "theme/prevention"),
        (organisations, "theme/health-ecosystem-flanders"),
        (sections, "organisation/ewi"),
        (programmes_and_roles, "organisation/ewi"),
        (on_related_themes, "theme/health-data"),
    ],
)
def test_no_row_is_withheld_from_a_page_with_room_for_it(
    library: Library,
    languages: Languages,
    make: Callable[[Subject], Block[AnyRow]],
    subject_id: str,
) -> None:
    assert make(subject_of(library, subject_id, languages["en"])).missing == ""


def test_nobody_stands_as_if_still_in_office(library: Library, languages: Languages) -> None:
    programme = "programme/health-and-biotech-valley-of-tomorrow"
    block = people(subject_of(library, programme, languages["en"]))
    assert block.columns == ("Name", "Role then")
    assert ("Alexander De Croo", "Prime Minister of Belgium when the article was written") in [
        row.cells for row in block.rows
    ]


def in_all(body: str) -> Text:
    return Text(dict.fromkeys(("nl", "fr", "en"), body))


def test_records_with_the_same_line_share_a_row(library: Library, languages: Languages) -> None:
    block = organisations(subject_of(library, "theme/diagnostics", languages["en"]))
    row = next(row for row in block.rows if "Biocartis" in row.title)
    assert row.title == "Antelope, Biocartis, Biomaric, Fujirebio"
    assert row.text == "An example of a company active in diagnostics."
    companies = library.get_many(list(row.records))
    assert [each.title["en"] for each in companies] == row.title.split(", ")
    assert {cite for each in companies for cite in each.citations} <= set(row.citations)
    assert not block.missing


def test_where_documents_speak_of_a_record_are_titles_under_their_document(
    library: Library, languages: Languages
) -> None:
    first, second = sections(subject_of(library, "place/ghent", languages["en"])).rows
    assert first.title == "Belgium: The Health & Biotech Valley of Today and Tomorrow"
    assert first.text == "Belgium as a front-runner in biotech"
    assert second.title == "Flemish framework note on innovation in health"
    assert second.text.count(";") == len(second.records) - 1


def test_titles_of_sections_are_those_that_the_record_cites_in_their_order(
    library: Library, languages: Languages
) -> None:
    for subject_id in sheet_ids(library)[::5]:
        subject = subject_of(library, subject_id, languages["en"])
        cites = library.get(subject_id).citations
        block = sections(subject)
        for row in block.rows:
            for section in row.records:
                assert library.get(section).kind is Kind.SECTION
                # Its number and what it shares with its neighbour may have been said before.
                title = re.sub(r"^[\d.]+ ", "", library.title(section)["en"])
                assert title.rpartition(": ")[2] in row.text
            assert {cite.section for cite in row.citations} == set(row.records)
            assert set(row.citations) <= set(cites)
            firsts = [
                min(cite.paragraph for cite in cites if cite.section == section)
                for section in row.records
            ]
            assert firsts == sorted(firsts)
        shown = sum(len(row.records) for row in block.rows)
        missing = len({cite.section for cite in cites}) - shown
        assert block.missing.startswith(str(missing) if missing else "")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "§ 4.6 Flanders’ Care: mission and lines; recognition and the ambition for 2025; §",
        ),
        ("fr", "§ 4.6 Flanders’ Care : mission et axes ; reconnaissance et ambition 2025 ; §"),
    ],
)
def test_what_the_titles_of_one_number_share_is_said_once(
    library: Library, languages: Languages, language: str, said: str
) -> None:
    (row,) = sections(subject_of(library, "programme/flanders-care", languages[language])).rows
    assert re.sub(r"\s", " ", row.text).startswith(said)
    assert row.text.startswith("§\N{NO-BREAK SPACE}")
    assert row.text.count("§") == 3


def test_titles_of_one_number_that_share_nothing_stand_whole_behind_it(
    library: Library, languages: Languages
) -> None:
    theme = "theme/health-ecosystem-flanders"
    (row,) = sections(subject_of(library, theme, languages["en"])).rows
    assert row.text == (
        "§\N{NO-BREAK SPACE}3 A strong health ecosystem: the benchmark; "
        "Ecosystem: infrastructure, incubators, patents"
    )


@pytest.mark.parametrize(
    ("programme", "labels"),
    [
        ("programme/ehealth-plan-2019-2021", {"Type", "Status in the document", "Period"}),
        ("programme/erdf-flanders-2014-2020", {"Type", "Period"}),
        ("programme/genomics-flanders", {"Type", "Status in the document"}),
        ("programme/dynak", {"Type", "Status and period"}),
    ],
)
def test_at_a_glance_is_what_is_stated(
    library: Library, languages: Languages, programme: str, labels: set[str]
) -> None:
    rows = at_a_glance(subject_of(library, programme, languages["en"])).rows
    assert {row.title for row in rows} - {"Located in"} == labels


def test_a_department_is_no_ministry_at_a_glance(library: Library, languages: Languages) -> None:
    (type_, *_others) = at_a_glance(subject_of(library, "organisation/ewi", languages["en"])).rows
    assert (type_.title, type_.text) == ("Type", "Department")


def test_a_plan_whose_time_is_over_does_not_run_at_a_glance(
    library: Library, languages: Languages
) -> None:
    subject = subject_of(library, "programme/ehealth-plan-2019-2021", languages["en"])
    said = {row.title: row.text for row in at_a_glance(subject).rows}
    assert said["Status in the document"] == "running at the time; period now over"
