"""The records of the results, one row each, with why they matched where that is not visible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice

from desktop.domain.folding import words_of
from desktop.domain.queries import Hit, Results, SearchQuery, Why
from desktop.domain.records import Figure, Kind, Record, Relation
from desktop.domain.snippets import Snippet
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.sheets.record.rows import period_of, span_text
from desktop.sheets.search.parts import ResultRow
from desktop.sheets.values import value_text, when_text

# Of what a record is about only a few are told on one line.
MOST_PLACES = 3
MOST_THEMES = 2


def rows_of(describer: Describer, query: SearchQuery, results: Results) -> tuple[ResultRow, ...]:
    """A row for each hit, in their order. Records are read where a row needs more than the hit."""
    needed = [hit.id for hit in results.hits if hit.kind is Kind.FIGURE or hit.why is Why.FACT]
    records = {record.id: record for record in describer.library.get_many(needed)}
    sought = _sought(query, results)
    return tuple(
        ResultRow(
            hit.id,
            hit.title,
            _below(describer, hit, records, sought),
            explained(hit, describer.language),
        )
        for hit in results.hits
    )


def explained(hit: Hit, language: Language) -> Snippet:
    """The snippet of a hit, with what it is a piece of where that is not what is shown of it."""
    match hit.why:
        case Why.TRANSLATION:
            names: Mapping[str, str] = language.locale.languages
            sentence = language.gettext("In the {language} text: {text}")
            return _framed(hit.snippet, sentence, language=names[hit.language])
        case Why.NAME:
            return _framed(hit.snippet, language.gettext("Also found under “{text}”"))
        case Why.TEXT | Why.FACT:
            return hit.snippet


def _framed(piece: Snippet, sentence: str, **fields: str) -> Snippet:
    """A sentence with the snippet as its `text`; what is marked stays marked."""
    before, after = (part.format(**fields) for part in sentence.split("{text}"))
    marks = tuple((start + len(before), end + len(before)) for start, end in piece.marks)
    return Snippet(f"{before}{piece.text}{after}", marks)


def _below(
    describer: Describer, hit: Hit, records: Mapping[str, Record], sought: frozenset[str]
) -> str:
    language = describer.language
    parts = [language.gettext(labels.KIND[hit.kind])]
    record = records.get(hit.id)
    if record and isinstance(record.details, Figure):
        value, when = value_text(record.details, language), when_text(record.details, language)
        parts = [value, when, *parts]
    if record and hit.why is Why.FACT:
        parts += _facts(describer, record, sought)
    sentence = language.gettext("{first} · {other}")
    return reduce(lambda first, other: sentence.format(first=first, other=other), parts)


def _facts(describer: Describer, record: Record, sought: frozenset[str]) -> Iterator[str]:
    """Where a record is, when, and which of its themes was looked for."""
    if places := _places(record):
        titles = [describer.title(place) for place in places[:MOST_PLACES]]
        yield describer.language.listed(titles)
    # A figure has said it already.
    if record.kind is not Kind.FIGURE and period_of(record):
        yield span_text(record, describer.language)
    themes = describer.library.titles(_linked(record, Kind.THEME)).values()
    named = (
        title[describer.language.code]
        for title in themes
        if any(sought.intersection(words_of(text)) for text in title.values())
    )
    yield from islice(named, MOST_THEMES)


def _places(record: Record) -> Sequence[str]:
    if isinstance(record.details, Figure):
        return [record.details.place]
    return _linked(record, Kind.PLACE)


def _linked(record: Record, kind: Kind) -> Sequence[str]:
    """The records of a kind that a record is about, is in or is a part of, each once."""
    relations = (Relation.LOCATED_IN, Relation.ABOUT, Relation.PART_OF)
    targets = (
        link.target
        for link in record.links
        if link.relation in relations and not link.inverse and link.target.startswith(f"{kind}/")
    )
    return list(dict.fromkeys(targets))


def _sought(query: SearchQuery, results: Results) -> frozenset[str]:
    """The folded words that were looked for, those that were taken for others included."""
    typed = {word for words in (*query.words, *query.exact) for word in words}
    taken = {word for _typed, taken in results.corrections for word in words_of(taken)}
    return frozenset(typed | taken)
