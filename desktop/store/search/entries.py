"""What the index holds of the records: their texts, their facets, their synonyms and names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop.domain.browsing import Facet
from desktop.domain.folding import words_of
from desktop.domain.records import Figure, Kind, Record, Term, Unit, texts_of
from desktop.store.facets import facets_of
from desktop.store.search.analysis import joined_words
from desktop.store.search.index import Entry
from desktop.store.search.stemming import stem
from desktop.store.search.words import SearchWords

# The kinds of record that others are narrowed to, and that a query may name.
_NARROWED_TO = (Kind.PLACE, Kind.THEME, Kind.DOCUMENT)


def entries_of(records: Sequence[Record]) -> Iterator[Entry]:
    """What search knows of each record, in their order."""
    facts: defaultdict[str, list[tuple[Facet, str]]] = defaultdict(list)
    for record, facet, value in facets_of(records):
        facts[record].append((facet, value))
    for record in records:
        texts = texts_of(record)
        yield Entry(
            record=record.id,
            weight=record.weight,
            titles=dict(record.title.items()),
            bodies={
                language: " ".join(text[language] for key, text in texts.items() if key != "title")
                for language in record.title
            },
            names=(*record.names, record.id.partition("/")[2].replace("-", " ")),
            facts=facts[record.id],
            is_amount=_is_amount(record),
        )


def synonym_keys(words: SearchWords, records: Sequence[Record]) -> Iterator[tuple[str, str, str]]:
    """The key by which a typed phrase is found, what it means, and the phrase as it is said.

    Phrases mean the same where a list of the seeds says so, or one term of the glossary.
    """
    for number, group in enumerate(words.same):
        for language, phrases in group.items():
            for phrase in phrases:
                yield from _keys(phrase, f"same/{number}", (language,))
    for record in records:
        if isinstance(record.details, Term):
            texts = [record.title]
            if record.details.expansion:
                texts.append(record.details.expansion)
            for text in texts:
                for language, phrase in text.items():
                    yield from _keys(phrase, record.id, (language,))
            for name in record.names:
                yield from _keys(name, record.id, tuple(record.title))


def _keys(phrase: str, meaning: str, languages: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """The keys of a phrase; what signs join in it (cutting-edge) also as one word."""
    for words in {words_of(phrase), joined_words(phrase)}:
        said = " ".join(words)
        if said:
            yield said, meaning, said
            for language in languages:
                yield " ".join(stem(word, language) for word in words), meaning, said


def names_of_facts(records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """The folded names of the records that others are narrowed to, each with its id."""
    for record in records:
        if record.kind in _NARROWED_TO or _is_indicator(record):
            for text in (*record.title.values(), *record.names):
                yield " ".join(words_of(text)), record.id


def _is_amount(record: Record) -> bool:
    match record.details:
        case Figure(unit=unit):
            return unit not in (Unit.WORDS, Unit.RANK)
        case _:
            return False


def _is_indicator(record: Record) -> bool:
    return isinstance(record.details, Term) and record.details.type == "indicator"
