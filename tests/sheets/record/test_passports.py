"""Behind each value stands who says so, where, as of when, and what it is not to be taken for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.library import compared_by, rivals_of
from desktop.domain.records import Figure, Kind, Relation
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.facts import own_facts
from desktop.sheets.record.page import Describer
from desktop.sheets.record.passports import Passport
from desktop.store.reader import AtlasLibrary

TODAY = datetime.date(2026, 11, 22)
CODES = ("nl", "fr", "en")
Issued = Mapping[str, Mapping[str, Passport]]


@pytest.fixture(scope="module")
def issued(library: AtlasLibrary, languages: dict[str, Language]) -> Issued:
    """The passport of each value that any record says itself, by language and key."""
    found: dict[str, dict[str, Passport]] = {}
    for code in CODES:
        describer = Describer(library, languages[code], TODAY)
        found[code] = {
            fact.key: describer.passport(fact.key)
            for record in library.list()
            for fact in own_facts(record, languages[code], TODAY)
        }
    return found


def said(passport: Passport, label: str) -> list[str]:
    """What stands in a passport under a label."""
    return [m.text for row in passport.rows if row.label == label for m in row.mentions]


def linked(passport: Passport, label: str) -> list[str]:
    """The records that the lines under a label lead to."""
    return [m.record for row in passport.rows if row.label == label for m in row.mentions]


def digits(text: str) -> list[str]:
    return re.findall(r"\d+", re.sub(r"(?<=\d)[.,\u00a0\u202f](?=\d)", "", text))


@pytest.mark.parametrize("code", CODES)
def test_a_passport_has_no_hole(issued: Issued, code: str):
    for key, passport in issued[code].items():
        for text in (passport.sentence, *passport.text.splitlines()):
            assert text.strip(), key
            assert not re.search(r"\{\w*\}|\bNone\b(?! of)|%\(", text), (key, text)


@pytest.mark.parametrize("code", CODES)
def test_every_value_says_who_says_so_and_how_old_it_is(
    issued: Issued, library: AtlasLibrary, languages: dict[str, Language], code: str
):
    tr = languages[code].gettext
    for passport in issued[code].values():
        (age,) = said(passport, tr("Age"))
        assert age
        for source in said(passport, tr("Who says so")):
            assert source in passport.sentence
        assert passport.fact.value.removesuffix(".") in passport.sentence


def test_every_language_issues_the_same_passports(issued: Issued):
    assert issued["nl"].keys() == issued["fr"].keys() == issued["en"].keys()
    for key, dutch in issued["nl"].items():
        for other in (issued["fr"][key], issued["en"][key]):
            leads = [[m.record for m in row.mentions] for row in dutch.rows]
            assert [[m.record for m in row.mentions] for row in other.rows] == leads, key


def test_what_a_passport_names_can_be_opened(issued: Issued, library: AtlasLibrary):
    named = {
        mention.record
        for passport in issued["en"].values()
        for row in passport.rows
        for mention in row.mentions
    } - {""}
    assert len(named) > 300
    for record_id in named:
        assert library.get(record_id).id == record_id


def test_the_passport_of_a_figure_says_what_where_when_and_who(
    issued: Issued, library: AtlasLibrary
):
    passport = issued["en"]["figure/export-share-belgium"]
    assert [row.label for row in passport.rows] == [
        "What it measures",
        "Value",
        "How it is stated",
        "Scope",
        "Place",
        "Period",
        "Who says so",
        "Age",
        "Not to be taken for",
        "Why they differ",
    ]
    assert said(passport, "Value") == ["more than 10%"]
    assert said(passport, "How it is stated") == ["more than this value; reported"]
    assert said(passport, "Period") == ["year not stated"]
    assert said(passport, "Age") == ["age unknown: no date is stated"]
    assert linked(passport, "Place") == ["place/netherlands"]
    assert linked(passport, "Who says so") == ["section/country-page-introduction"]
    assert "more than 10% (year not stated)" in passport.sentence
    assert passport.sentence.endswith("paragraph 2.")


def test_a_forecast_and_a_goal_are_called_so_in_words(issued: Issued, library: AtlasLibrary):
    met: set[str] = set()
    for record in library.list(Kind.FIGURE):
        assert isinstance(record.details, Figure)
        word = labels.BASIS[record.details.basis]
        (stated,) = said(issued["en"][record.id], "How it is stated")
        assert stated.endswith(f"; {word}"), record.id
        assert word == "reported" or word in issued["en"][record.id].sentence
        met.add(word)
    assert met == set(labels.BASIS.values())


def test_a_value_in_words_is_not_called_an_exact_number(issued: Issued, library: AtlasLibrary):
    for record in library.list(Kind.FIGURE):
        assert isinstance(record.details, Figure)
        (stated,) = said(issued["en"][record.id], "How it is stated")
        assert stated.startswith("exactly") != (
            record.details.statement is not None or record.details.qualifier != "exact"
        ), record.id


def test_whom_a_document_quotes_is_named_with_role_and_date(issued: Issued, library: AtlasLibrary):
    passport = issued["en"]["figure/hospitals-in-belgium"]
    (quoted,) = said(passport, "Who is quoted")
    role = "Science & Technology Counselor at Flanders Investment & Trade"
    assert quoted == f"Jan Wauters, {role} (date not stated)"
    assert linked(passport, "Who is quoted") == ["person/jan-wauters"]
    assert "according to Jan Wauters" in passport.sentence
    for record in library.list(Kind.FIGURE):
        stated = [
            link.target
            for link in record.links
            if link.relation is Relation.STATED_BY and not link.inverse
        ]
        assert linked(issued["en"][record.id], "Who is quoted") == stated


def test_a_figure_names_its_rivals_and_why_they_differ(issued: Issued, library: AtlasLibrary):
    for record in library.list(Kind.FIGURE):
        passport = issued["en"][record.id]
        disagreements = [link.target for link in record.links if link.relation is Relation.COMPARES]
        assert linked(passport, "Why they differ") == disagreements
        rivals = [rival.id for rival in rivals_of(library, record)]
        assert linked(passport, "Not to be taken for") == rivals
        for rival, line in zip(rivals, said(passport, "Not to be taken for"), strict=True):
            assert line == issued["en"][rival].fact.line
        for disagreement in disagreements:
            assert record.id in compared_by(library.get(disagreement))


def test_paragraphs_of_one_section_are_named_on_one_line(issued: Issued, library: AtlasLibrary):
    passport = issued["en"]["place/belgium#competences"]
    sections = {each.section for each in library.get("place/belgium").citations}
    assert len(library.get("place/belgium").citations) > len(sections) > 2
    assert set(linked(passport, "Who says so")) == sections
    assert len(said(passport, "Who says so")) == len(sections)
    assert "paragraphs 2 and 3" in passport.sentence
    assert "paragraphs 7–9" in passport.sentence


def test_what_a_document_does_not_say_is_no_documents_word(issued: Issued, library: AtlasLibrary):
    met = 0
    for record in library.list(Kind.TERM):
        key = f"{record.id}#expansion"
        if key in issued["en"] and ("expansion" in record.outside or record.outside == ("all",)):
            passport = issued["en"][key]
            nobody = "general knowledge, not from the documents"
            assert said(passport, "Who says so") == [nobody]
            assert passport.sentence.endswith(f"Source: {nobody}.")
            met += 1
    assert met > 20


def test_a_record_with_no_document_says_that_it_is_general_knowledge(
    library: AtlasLibrary, languages: dict[str, Language]
):
    person = replace(library.get("person/sigrid-kaag"), citations=(), outside=("all",))
    assert Describer(library, languages["en"], TODAY).sources(person) == ()


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_to_quote_carries_record_value_period_and_source(
    issued: Issued, languages: dict[str, Language], code: str
):
    tr = languages[code].gettext
    not_stated = tr("year not stated")
    for key, passport in issued[code].items():
        sentence = passport.sentence
        assert sentence.endswith(".")
        record = key.partition("#")[0]
        if "#" in key:
            (about,) = [row for row in passport.rows if row.label == tr("What it is about")]
            assert sentence.startswith(about.mentions[0].text), record
        for period in said(passport, tr("Period")):
            assert period in sentence, key
        if passport.fact.is_figure and passport.fact.note == not_stated:
            assert f"({not_stated})" in sentence


def test_the_same_sentence_has_the_same_numbers_in_every_language(issued: Issued):
    for key in issued["nl"]:
        if "#" in key:
            continue
        dutch = sorted(digits(issued["nl"][key].fact.line))
        for code in ("fr", "en"):
            assert sorted(digits(issued[code][key].fact.line)) == dutch, key


def test_the_sentence_of_a_plan_says_that_it_was_one(issued: Issued, library: AtlasLibrary):
    planned = [
        key
        for key, passport in issued["en"].items()
        if any("A plan when" in text for text in said(passport, "How it is stated"))
    ]
    assert len(planned) > 20
    for key in planned:
        assert "planned" in issued["en"][key].sentence, key
