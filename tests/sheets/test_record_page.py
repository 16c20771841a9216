"""A page says all that is known of a record, where it was read and what it does not say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.domain.library import figures_of, rivals_of
from desktop.domain.records import Figure, Kind, Milestone, Record, Relation, State
from desktop.l10n.language import Language
from desktop.sheets.record_page import MOST_FIGURES, Describer, RecordPage
from desktop.store.reader import AtlasLibrary

TODAY = datetime.date(2026, 11, 22)
CODES = ("nl", "fr", "en")
Described = dict[str, dict[str, RecordPage]]


@pytest.fixture(scope="module")
def described(library: AtlasLibrary, languages: dict[str, Language]) -> Described:
    """Each record's page, by language and id."""
    return {
        code: {record.id: Describer(library, each, TODAY).page(record) for record in library.list()}
        for code, each in languages.items()
    }


def texts_of(page: RecordPage) -> Iterator[str]:
    """Every text that a reader sees."""
    yield from (page.title, page.kind, page.summary, page.text, *page.caveats)
    for fact in page.facts:
        yield from (fact.label, fact.value, fact.passport.title, fact.passport.sentence)
        for label, text in fact.passport.rows:
            yield from (label, text)
    for group in page.link_groups:
        yield group.label
        yield from (title for _id, title in group.records)
    yield from (source.text for source in page.sources)


def digits(text: str) -> list[str]:
    return sorted(set(re.findall(r"\d+", re.sub(r"(?<=\d)[.,\u00a0\u202f](?=\d)", "", text))))


@pytest.mark.parametrize("code", CODES)
def test_every_record_is_described_with_no_hole(described: Described, code: str):
    for record_id, page in described[code].items():
        for text in texts_of(page):
            assert text.strip(), record_id
            assert not re.search(r"\{\w*\}|\bNone\b(?! of)|%\(", text), (record_id, text)


def test_every_language_tells_the_same_facts(described: Described):
    for record_id, dutch in described["nl"].items():
        for code in ("fr", "en"):
            other = described[code][record_id]
            for ours, theirs in zip(dutch.facts, other.facts, strict=True):
                assert digits(ours.value) == digits(theirs.value), record_id
                assert digits(ours.note) == digits(theirs.note), record_id
                assert len(ours.passport.rows) == len(theirs.passport.rows)
            assert len(dutch.caveats) == len(other.caveats)
            assert [(each.record, each.paragraph) for each in dutch.sources] == [
                (each.record, each.paragraph) for each in other.sources
            ]
            assert [[id_ for id_, _title in group.records] for group in dutch.link_groups] == [
                [id_ for id_, _title in group.records] for group in other.link_groups
            ]


@pytest.mark.parametrize("code", CODES)
def test_every_value_has_a_passport_that_names_its_sources_and_its_age(
    described: Described, library: AtlasLibrary, languages: dict[str, Language], code: str
):
    language = languages[code]
    for record in library.list():
        for fact in described[code][record.id].facts:
            rows = dict(fact.passport.rows)
            assert rows[language.gettext("Age")]
            assert rows[language.gettext("Who says so")] in fact.passport.sentence
            assert fact.value in fact.passport.sentence
            assert fact.passport.title == fact.label


def test_a_figures_passport_says_what_is_measured_where_and_when(
    library: AtlasLibrary, languages: dict[str, Language]
):
    page = Describer(library, languages["en"], TODAY).page(
        library.get("figure/export-share-belgium")
    )
    (fact,) = page.facts
    assert (fact.value, fact.note) == ("more than 10%", "year not stated")
    labels = [label for label, _text in fact.passport.rows]
    assert labels == [
        "Value",
        "What it measures",
        "Scope",
        "Place",
        "Period",
        *["Not to be taken for"] * len(rivals_of(library, library.get(page.id))),
        "Who says so",
        "Age",
    ]
    rows = dict(fact.passport.rows)
    assert "Netherlands" in rows["Place"]
    assert rows["Period"] == "year not stated"
    assert rows["Age"] == "age unknown: no date is stated"
    assert "paragraph 2" in rows["Who says so"]
    assert "more than 10% (year not stated)" in fact.passport.sentence


def test_a_figure_without_a_year_says_so_and_one_with_a_year_does_not(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.FIGURE):
        assert isinstance(record.details, Figure)
        (fact,) = described["en"][record.id].facts
        assert fact.note.startswith("year not stated") == (record.details.period is None)


def test_each_citation_is_a_numbered_source_with_section_and_paragraph(
    described: Described, library: AtlasLibrary
):
    for record in library.list():
        sources = described["nl"][record.id].sources
        assert [each.number for each in sources] == list(range(1, len(record.citations) + 1))
        for source, citation in zip(sources, record.citations, strict=True):
            assert library.get(citation.document).title["nl"] in source.text
            assert str(citation.paragraph) in source.text
            if citation.section:
                assert library.get(citation.section).title["nl"] in source.text


CAVEATS = ("no document states it", "General knowledge, not from", "A plan when the document was")


def caveats_of(record: Record) -> list[str]:
    """Words of each caveat that a record must carry."""
    planned = isinstance(record.details, Milestone) and record.details.state is State.PLANNED
    outside = record.outside
    needed = (outside == ("all",), bool(outside) and outside != ("all",), planned)
    return [words for words, needs in zip(CAVEATS, needed, strict=True) if needs]


def test_general_knowledge_and_plans_carry_a_caveat_and_nothing_else_does(
    described: Described, library: AtlasLibrary
):
    met: set[str] = set()
    for record in library.list():
        expected = caveats_of(record)
        caveats = described["en"][record.id].caveats
        assert len(caveats) == len(expected), record.id
        assert all(words in said for words, said in zip(expected, caveats, strict=True)), record.id
        met.update(expected)
    assert met == set(CAVEATS)


def test_a_value_without_a_document_says_that_it_is_general_knowledge(
    library: AtlasLibrary, languages: dict[str, Language]
):
    person = replace(library.get("person/sigrid-kaag"), citations=(), outside=("all",))
    page = Describer(library, languages["en"], TODAY).page(person)
    assert page.sources == ()
    for fact in page.facts:
        assert dict(fact.passport.rows)["Who says so"].startswith("general knowledge")
        assert "general knowledge" in fact.passport.sentence


def test_a_place_shows_its_figures_before_who_decides_what(
    described: Described, library: AtlasLibrary
):
    page = described["en"]["place/belgium"]
    labels = [fact.label for fact in page.facts]
    heaviest = figures_of(library, [library.get("place/belgium")])[:MOST_FIGURES]
    assert labels[:-1] == [figure.title["en"] for figure in heaviest]
    assert labels[-1] == "Who decides what"


def test_a_link_is_named_from_the_end_that_it_is_seen_from(
    described: Described, library: AtlasLibrary
):
    def group(record_id: str, label: str) -> list[str]:
        groups = {each.label: each.records for each in described["en"][record_id].link_groups}
        return [id_ for id_, _title in groups[label]]

    assert "place/belgium" in group("place/flanders", "Part of")
    assert "place/flanders" in group("place/belgium", "Contains")
    assert group("person/sigrid-kaag", "Leading role in") == [
        "milestone/economic-mission-leuven-2018"
    ]
    assert "person/sigrid-kaag" in group("milestone/economic-mission-leuven-2018", "Led by")


def test_no_record_is_named_twice_under_one_label(described: Described):
    for page in described["fr"].values():
        labels = [group.label for group in page.link_groups]
        assert len(set(labels)) == len(labels)
        for group in page.link_groups:
            assert len({id_ for id_, _title in group.records}) == len(group.records)


def test_the_text_is_title_values_and_summary(described: Described):
    for page in described["en"].values():
        lines = page.text.splitlines()
        assert lines[0] == page.title
        assert page.text.endswith(page.summary)
        assert all(f"{fact.label}: {fact.value}" in page.text for fact in page.facts)


def test_no_text_gives_away_a_mail_address(described: Described):
    for code in CODES:
        for page in described[code].values():
            assert not re.search(r"\w@\w", page.text)


def test_a_disagreement_shows_the_figures_that_differ_and_why(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.DISAGREEMENT):
        compared = [link.target for link in record.links if link.relation is Relation.COMPARES]
        assert len(compared) >= 2
        for code in CODES:
            page = described[code][record.id]
            shown = {fact.label for fact in page.facts}
            linked = {target for group in page.link_groups for target, _title in group.records}
            for figure in compared:
                assert library.get(figure).title[code] in shown or figure in linked
            assert page.facts[-1].value


def test_a_figure_names_those_that_it_is_not_to_be_taken_for(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.DISAGREEMENT):
        compared = [link.target for link in record.links if link.relation is Relation.COMPARES]
        for figure in compared:
            (fact,) = described["en"][figure].facts
            rivals = [text for label, text in fact.passport.rows if label == "Not to be taken for"]
            for other in compared:
                line = f"{library.get(other).title['en']}: "
                assert any(rival.startswith(line) for rival in rivals) == (other != figure)


def test_a_programme_shows_its_money_first_and_no_figure_twice(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.PROGRAMME):
        about = [
            link.target
            for link in record.links
            if link.inverse and link.relation is Relation.ABOUT and "figure/" in link.target
        ]
        page = described["en"][record.id]
        titles = [library.get(figure).title["en"] for figure in about]
        shown = min(len(about), MOST_FIGURES)
        assert [fact.label for fact in page.facts[:shown]] == titles[:shown]
        linked = {target for group in page.link_groups for target, _title in group.records}
        assert linked.isdisjoint(about[:shown])
        assert linked.issuperset(about[shown:])


def test_a_section_leads_to_every_record_that_was_read_in_it(
    described: Described, library: AtlasLibrary
):
    sections: dict[str, set[str]] = {}
    for record in library.list():
        if record.kind is not Kind.SECTION:
            for citation in record.citations:
                sections.setdefault(citation.section, set()).add(record.id)
    for section in library.list(Kind.SECTION):
        groups = described["fr"][section.id].link_groups
        linked = {target for group in groups for target, _title in group.records}
        assert linked >= sections.get(section.id, set()), section.id
