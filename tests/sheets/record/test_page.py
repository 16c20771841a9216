"""A page says all that is known of a record, where it was read and what it does not say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import compared_by, figures_of
from desktop.domain.records import (
    Basis,
    Figure,
    Kind,
    Milestone,
    Programme,
    Record,
    Relation,
    State,
    Status,
    Unit,
)
from desktop.l10n.language import Language
from desktop.sheets.record.page import MOST_FIGURES, Describer, RecordPage
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
    yield from (page.title, page.kind, page.summary, page.text, page.age, *page.caveats)
    for fact in page.facts:
        yield from (fact.label, fact.value, fact.line)
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
                assert (ours.key, ours.form) == (theirs.key, theirs.form)
            assert len(dutch.caveats) == len(other.caveats)
            assert bool(dutch.plan) == bool(other.plan)
            assert [(each.record, each.paragraphs) for each in dutch.sources] == [
                (each.record, each.paragraphs) for each in other.sources
            ]
            assert [[id_ for id_, _title in group.records] for group in dutch.link_groups] == [
                [id_ for id_, _title in group.records] for group in other.link_groups
            ]


def test_the_same_fact_is_found_by_its_key_in_another_language(
    described: Described, library: AtlasLibrary, languages: dict[str, Language]
):
    french = Describer(library, languages["fr"], TODAY)
    keys: set[str] = set()
    for record in library.list()[::7]:
        for fact in described["fr"][record.id].facts:
            assert french.fact(fact.key) == fact
            assert fact.record == fact.key.partition("#")[0]
            assert fact.is_figure == fact.key.startswith("figure/")
            keys.add(fact.key)
    assert len(keys) > 100


def test_a_key_that_a_record_does_not_have_is_a_fault(
    library: AtlasLibrary, languages: dict[str, Language]
):
    with pytest.raises(LookupError, match="place/belgium#no-such-part"):
        Describer(library, languages["nl"], TODAY).fact("place/belgium#no-such-part")


def test_each_figure_says_when_it_holds_and_how_old_it_is(
    described: Described, library: AtlasLibrary
):
    aged = 0
    for record in library.list(Kind.FIGURE):
        assert isinstance(record.details, Figure)
        (fact,) = described["en"][record.id].facts
        period = record.details.period
        years = period.age_in_years(TODAY) if period else None
        if record.details.basis is not Basis.REPORTED:
            # A forecast is as old as its document, which is another question.
            assert ("period now over" in fact.note) == (years is not None), record.id
            continue
        assert ("old" in fact.note) == (years is not None), record.id
        if years:
            assert f"at least {years} year" in fact.note
        aged += years is not None
    assert aged > 50


def test_a_figure_without_a_year_says_so_and_one_with_a_year_does_not(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.FIGURE):
        assert isinstance(record.details, Figure)
        (fact,) = described["en"][record.id].facts
        assert fact.note.startswith("year not stated") == (record.details.period is None)


def test_each_section_cited_is_one_numbered_source_with_its_paragraphs(
    described: Described, library: AtlasLibrary
):
    for record in library.list():
        sources = described["nl"][record.id].sources
        assert [each.number for each in sources] == list(range(1, len(sources) + 1))
        cited = {(each.section or each.document, each.paragraph) for each in record.citations}
        named = {(each.record, number) for each in sources for number in each.paragraphs}
        assert named == cited, record.id
        assert len({each.record for each in sources}) == len(sources)
        for source in sources:
            assert library.title(source.record)["nl"] in source.text
            assert str(source.paragraphs[0]) in source.text
            assert str(source.paragraphs[-1]) in source.text


@pytest.mark.parametrize(
    ("record", "paragraphs"),
    [
        ("figure/prevention-share-of-budget", "paragraph 8"),
        ("term/one-plus-mega", "paragraphs 19 and 23"),
        ("programme/regmed-xb", "paragraphs 113–117"),
    ],
)
def test_the_paragraphs_of_a_section_stand_together(
    described: Described, record: str, paragraphs: str
):
    assert any(each.text.endswith(paragraphs) for each in described["en"][record].sources)


CAVEATS = (
    "no document states it",
    "General knowledge, not from",
    "A plan when the document was",
    "A proposal when the document was",
)


def caveats_of(record: Record) -> list[str]:
    """Words of each caveat that a record must carry."""
    details = record.details
    planned = (isinstance(details, Milestone) and details.state is State.PLANNED) or (
        isinstance(details, Programme) and details.status is Status.PLANNED
    )
    proposed = isinstance(details, Programme) and details.status is Status.PROPOSED
    outside = record.outside
    needed = (outside == ("all",), bool(outside) and outside != ("all",), planned, proposed)
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
        plan = described["en"][record.id].plan
        assert bool(plan) == any(words in plan for words in CAVEATS[2:])
        assert not plan or plan in caveats
        met.update(expected)
    assert met == set(CAVEATS)


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
    assert "programme/regmed-xb-moonshots" in group("programme/regmed-xb", "Contains")
    assert "programme/regmed-xb" in group("programme/regmed-xb-moonshots", "Part of")
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


def test_a_figure_links_to_those_that_it_is_not_to_be_taken_for(
    described: Described, library: AtlasLibrary
):
    for record in library.list(Kind.DISAGREEMENT):
        compared = compared_by(record)
        for figure in compared:
            groups = {each.label: each for each in described["en"][figure].link_groups}
            rivals = dict(groups["Not to be taken for"].records)
            assert set(compared) - {figure} <= set(rivals)
            assert figure not in rivals
            for rival, line in rivals.items():
                assert line == described["en"][rival].facts[0].line


@pytest.mark.parametrize("kind", [Kind.PROGRAMME, Kind.ORGANISATION, Kind.THEME])
def test_money_stands_apart_and_that_of_a_programme_first(
    described: Described, library: AtlasLibrary, kind: Kind
):
    met: set[tuple[str, ...]] = set()
    for record in library.list(kind):
        groups = described["en"][record.id].fact_groups
        labels = tuple(group.label for group in groups if group.label)
        met.add(labels)
        for group in groups:
            for fact in group.facts:
                figure = library.get(fact.record).details
                is_money = isinstance(figure, Figure) and figure.unit is Unit.EURO
                assert is_money == (group.label == "Money"), fact.key
    order = ("Money", "Figures") if kind is Kind.PROGRAMME else ("Figures", "Money")
    assert met <= {(), ("Money",), ("Figures",), order}
    assert kind is not Kind.PROGRAMME or order in met


def test_a_page_that_is_full_shows_the_money_of_a_programme_and_links_to_the_rest(
    described: Described, library: AtlasLibrary
):
    full = 0
    for record in library.list(Kind.PROGRAMME):
        about = [
            link.target
            for link in record.links
            if link.inverse and link.relation is Relation.ABOUT and "figure/" in link.target
        ]
        page = described["en"][record.id]
        shown = [fact.record for fact in page.facts if fact.is_figure]
        assert len(shown) == min(len(about), MOST_FIGURES)
        groups = {group.label: dict(group.records) for group in page.link_groups}
        assert set(groups.get("More figures", ())) == set(about) - set(shown)
        linked = {target for group in groups.values() for target in group}
        assert linked.isdisjoint(shown)
        full += len(about) > MOST_FIGURES
    assert full > 3


def test_the_age_of_a_record_is_that_of_the_period_it_speaks_of(described: Described):
    pages = described["en"]
    assert pages["milestone/healthcare-mission-2019"].age == "at least 6 years old"
    assert pages["person/sigrid-kaag"].age == "at least 7 years old"
    assert pages["place/belgium"].age == "age unknown: no date is stated"
    assert str(Period.parse("2019")) in pages["milestone/healthcare-mission-2019"].text


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
