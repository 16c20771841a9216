"""Checks of records against the paragraphs that they cite, through the fingerprints alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from desktop.domain.dates import Period
from desktop.domain.fingerprints import Fingerprint, numbers_in
from desktop.domain.problems import N_
from desktop.domain.records import (
    Citation,
    Document,
    Figure,
    Milestone,
    Person,
    Programme,
    Record,
    Section,
)
from desktop.domain.text import Text

UNKNOWN_PARAGRAPH = N_("“{document}” has no paragraph {paragraph} in its fingerprint.")
BROKEN_LINK = N_("There is no record “{target}”: mend the id, or add the record.")
NUMBER_NOT_CITED = N_("The cited paragraphs do not hold the number {value}: mend it, or cite more.")
YEAR_NOT_CITED = N_("The cited paragraphs do not hold the year {value}: mend it, or cite more.")
UNCARRIED = N_("No record cites paragraph {paragraph}: carry it, or say why not under “nothing”.")
GIVEN_UP_BUT_CITED = N_("Paragraph {paragraph} is cited, so take it out of “nothing”.")
SECTION_GAP = N_("Paragraph {paragraph} of “{document}” lies in {count} sections: it must be in 1.")

# Of a record and a key, a sentence and its fields.
Finding = tuple[str, str, str, dict[str, object]]
# Id of the document -> its fingerprint; None where it has none.
Documents = Mapping[str, Sequence[Fingerprint] | None]

# Prose is read in one language: that the others hold the same digits is a check of its own.
READ_IN = "en"
# A word that holds a digit is a name: COVID-19, 1+MEGA, S3P4PM, 3D.
_NAME = re.compile(r"\S*[^\W\d_]+[-+]?\d\S*|\d+\+?[^\W\d_]+\S*")
# Names as their bearers write them, which may stand in no paragraph.
NO_PROSE = ("title", "expansion")


def citation_findings(
    records: Sequence[Record], texts: Mapping[str, Mapping[str, Text]], documents: Documents
) -> Iterator[Finding]:
    """Citations of nothing, and numbers and years that the cited paragraphs do not hold.

    `texts` holds every text of a record by its key.
    """
    numbered = _numbers_of_titles(records)
    for record in records:
        if any(documents.get(cite.document, ()) is None for cite in record.citations):
            # Nothing can be held against a document without fingerprint, which is said once.
            continue
        yield from _bad_citations(record.id, record.citations, documents)
        cited = _cited_numbers(record.citations, documents)
        numbers = _stated_values(record)
        if record.citations:
            numbers += _prose_numbers(record, texts[record.id], numbered)
        for key, value in numbers:
            if value not in cited:
                yield record.id, key, NUMBER_NOT_CITED, {"value": value}
        for key, period in _stated_periods(record):
            for date in period.dates:
                if Decimal(date.year) not in cited:
                    yield record.id, key, YEAR_NOT_CITED, {"value": date.year}


def cited_text_findings(
    owner: str,
    texts: Mapping[str, Text],
    citations: Sequence[Citation],
    documents: Documents,
    records: Sequence[Record],
) -> Iterator[Finding]:
    """The same of texts that are no record's; the titles of `records` are names in them."""
    if not texts or any(documents.get(cite.document, ()) is None for cite in citations):
        return
    yield from _bad_citations(owner, citations, documents)
    cited = _cited_numbers(citations, documents)
    numbered = _numbers_of_titles(records)
    for key, text in texts.items():
        for value in _numbers_said(text, numbered):
            if value not in cited:
                yield owner, key, NUMBER_NOT_CITED, {"value": value}


def coverage_findings(
    records: Sequence[Record],
    given_up: Mapping[str, frozenset[int]],
    documents: Documents,
) -> Iterator[Finding]:
    """Paragraphs that nothing carries, and paragraphs in no section or in two.

    `given_up` holds the paragraphs of a document that are said to hold nothing. Only documents
    that have sections are asked: an edition need not carry them all.
    """
    covered: dict[str, Counter[int]] = defaultdict(Counter)
    for record in records:
        if isinstance(section := record.details, Section):
            covered[section.document].update(range(section.first, section.last + 1))
    cited = {(cite.document, cite.paragraph) for record in records for cite in record.citations}
    for document, counts in covered.items():
        if not (known := len(documents.get(document) or ())):
            continue
        for paragraph in range(1, max(known, *counts) + 1):
            if counts[paragraph] != 1 or paragraph > known:
                fields: dict[str, object] = {"paragraph": paragraph, "document": document}
                yield document, "paragraphs", SECTION_GAP, {**fields, "count": counts[paragraph]}
        for paragraph in range(1, known + 1):
            is_cited = (document, paragraph) in cited
            if is_cited == (paragraph in given_up.get(document, ())):
                message = GIVEN_UP_BUT_CITED if is_cited else UNCARRIED
                yield document, "nothing", message, {"paragraph": paragraph}


def _bad_citations(
    owner: str, citations: Sequence[Citation], documents: Documents
) -> Iterator[Finding]:
    for citation in citations:
        if citation.document not in documents:
            yield owner, "cites", BROKEN_LINK, {"target": citation.document}
            continue
        paragraphs = documents[citation.document] or ()
        if not 1 <= citation.paragraph <= len(paragraphs):
            fields = {"document": citation.document, "paragraph": citation.paragraph}
            yield owner, "cites", UNKNOWN_PARAGRAPH, dict[str, object](fields)


def _cited_numbers(citations: Sequence[Citation], documents: Documents) -> set[Decimal]:
    numbers: set[Decimal] = set()
    for citation in citations:
        paragraphs = documents.get(citation.document) or ()
        for fingerprint in paragraphs[citation.paragraph - 1 : citation.paragraph]:
            numbers.update(fingerprint.numbers)
    return numbers


def _stated_values(record: Record) -> list[tuple[str, Decimal]]:
    if not isinstance(record.details, Figure):
        return []
    values = (("value", record.details.value), ("value-to", record.details.value_to))
    return [(key, value) for key, value in values if value is not None]


def _stated_periods(record: Record) -> Iterator[tuple[str, Period]]:
    match record.details:
        case Figure(period=period) | Programme(period=period) | Milestone(period=period) if period:
            yield "period", period
        case Person(as_of=date) if date:
            yield "as-of", Period(date, date)
        case Document(published=date) if date:
            yield "published", Period(date, date)
        case _:
            pass


def _numbers_of_titles(records: Sequence[Record]) -> dict[Decimal, list[str]]:
    """The titles that hold each number: “Horizon 2020” is a name wherever it stands."""
    titles: dict[Decimal, list[str]] = defaultdict(list)
    for record in records:
        if title := record.title.get(READ_IN):
            for number in numbers_in(title, READ_IN):
                titles[number].append(title.casefold())
    return titles


def _prose_numbers(
    record: Record, texts: Mapping[str, Text], numbered: Mapping[Decimal, Sequence[str]]
) -> list[tuple[str, Decimal]]:
    """The numbers that a record's prose says by itself, each with its key."""
    found: list[tuple[str, Decimal]] = []
    for key, text in texts.items():
        if key not in (*NO_PROSE, *record.outside):
            found += ((key, number) for number in _numbers_said(text, numbered))
    return found


def _numbers_said(text: Text, numbered: Mapping[Decimal, Sequence[str]]) -> Iterator[Decimal]:
    """The numbers of a text that are no part of a name."""
    body = text.get(READ_IN, "")
    for number in numbers_in(_NAME.sub(" ", body), READ_IN):
        if not any(title in body.casefold() for title in numbered.get(number, ())):
            yield number
