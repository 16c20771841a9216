"""An outline nests sections as their numbers say, and tells which facts come from where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from desktop.domain.library import sections_of
from desktop.domain.records import Kind, Record, Section
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.record.outline import (
    OutlineSection,
    extent_of,
    extent_text,
    facts_from,
    outline,
    sections_in,
)
from desktop.store.reader import AtlasLibrary
from tests.sheets.conftest import MadeUpLibrary, record, text

CODES = ("nl", "fr", "en")
REPORT = "document/report"


def nested(titles: Sequence[str | Text]) -> list[object]:
    """The outline of a document with sections of these titles: titles, and lists of those below."""
    sections = [
        replace(
            record(f"section/{number}", Section(REPORT, number, number), "", ""),
            title=title if isinstance(title, Text) else text(title),
        )
        for number, title in enumerate(titles)
    ]
    return list(shape(outline(MadeUpLibrary(sections, {}), REPORT)))  # pyright: ignore


def shape(sections: Sequence[OutlineSection]) -> Iterator[object]:
    for section in sections:
        yield section.record.title["en"]
        if section.children:
            yield list(shape(section.children))


def test_longer_numbers_stand_under_shorter_ones():
    titles = ["1 One", "1.1 A", "1.2 B", "1.2.1 C", "2 Two"]
    assert nested(titles) == ["1 One", ["1.1 A", "1.2 B", ["1.2.1 C"]], "2 Two"]


def test_the_first_section_of_a_number_opens_it():
    titles = ["3 Why", "3 How", "3.1 Who", "3.1 Where", "3.1 When", "4.1 More", "4.1 Even more"]
    assert nested(titles) == [
        "3 Why",
        ["3 How", "3.1 Who", ["3.1 Where", "3.1 When"]],
        "4.1 More",
        ["4.1 Even more"],
    ]


def test_a_section_without_a_number_stands_at_the_top():
    assert nested(["1 One", "1.1 A", "Interlude", "1.2 B"]) == [
        "1 One",
        ["1.1 A"],
        "Interlude",
        "1.2 B",
    ]


def test_a_number_is_a_number_only_where_all_languages_have_it():
    year = Text({"nl": "5 jaar later", "fr": "Cinq ans plus tard", "en": "5 years on"})
    assert nested(["5 Five", year]) == ["5 Five", "5 years on"]
    assert nested(["2014 and after", "2014.1 Not a number"]) == [
        "2014 and after",
        "2014.1 Not a number",
    ]


def flat(sections: Sequence[OutlineSection]) -> Iterator[Record]:
    for section in sections:
        yield section.record
        yield from flat(section.children)


def test_an_outline_has_every_section_in_reading_order(library: AtlasLibrary):
    for document in library.list(Kind.DOCUMENT):
        assert list(flat(outline(library, document.id))) == sections_of(library, document.id)


def test_the_framework_note_nests_three_deep(library: AtlasLibrary):
    chapters = {each.record.title["en"]: each for each in outline(library, "document/policy-note")}
    third = chapters["3 A strong health ecosystem: the benchmark"]
    knowledge = next(each for each in third.children if each.number == (3, 1))
    assert [each.number for each in knowledge.children] == [(3, 1)] * len(knowledge.children)
    assert knowledge.children


@pytest.mark.parametrize("code", CODES)
def test_each_record_that_cites_a_section_stands_there_with_its_paragraphs(
    library: AtlasLibrary, languages: dict[str, Language], code: str
):
    for section in library.list(Kind.SECTION):
        groups = facts_from(library, languages[code], section)
        named = [entry.id for group in groups for entry in group.entries]
        assert sorted(named) == sorted(library.citing(section.id))
        for group in groups:
            assert {entry.id.partition("/")[0] for entry in group.entries} == {group.key}
            for entry in group.entries:
                cited = [
                    each.paragraph
                    for each in library.get(entry.id).citations
                    if each.section == section.id
                ]
                assert [int(number) for number in re.findall(r"\d+", entry.note)] == sorted(
                    set(cited)
                )
                assert entry.note in entry.line


def test_facts_stand_in_the_order_of_the_paragraphs(
    library: AtlasLibrary, languages: dict[str, Language]
):
    section = library.get("section/policy-note-company-support")
    for group in facts_from(library, languages["en"], section):
        firsts = [int(re.findall(r"\d+", entry.note)[0]) for entry in group.entries]
        assert firsts == sorted(firsts)


def test_a_figure_is_named_with_its_value(library: AtlasLibrary, languages: dict[str, Language]):
    section = library.get("section/valley-of-tomorrow-today")
    figures = facts_from(library, languages["en"], section)[0]
    assert figures.heading == "Figures"
    assert any("€56 billion (2020; paragraph 7)" in entry.line for entry in figures.entries)


def test_a_document_counts_what_it_holds_and_names_its_sections(
    library: AtlasLibrary, languages: dict[str, Language]
):
    english = languages["en"]
    for document in library.list(Kind.DOCUMENT):
        paragraphs, given_up = library.coverage()[document.id]
        sections = sections_of(library, document.id)
        citing = {fact for section in sections for fact in library.citing(section.id)}
        group = sections_in(library, english, document)
        assert [int(number) for number in re.findall(r"\d+", group.heading)] == [
            paragraphs,
            given_up,
            len(citing),
        ]
        assert [entry.id for entry in group.entries] == [section.id for section in sections]


def test_the_extent_of_a_section_is_its_paragraphs_and_its_facts(
    library: AtlasLibrary, languages: dict[str, Language]
):
    one = library.get("section/policy-note-vaccinopolis")
    text_of_one = extent_text(one, extent_of(library, one), languages["en"])
    assert text_of_one == f"paragraph 144, {len(library.citing(one.id))} facts"
    more = library.get("section/country-page-trade")
    text_of_more = extent_text(more, extent_of(library, more), languages["en"])
    assert text_of_more == f"paragraphs 5–10, {len(library.citing(more.id))} facts"
