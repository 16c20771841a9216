"""Checks that the records use the words that the glossary has chosen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop.domain.problems import N_
from desktop.domain.records import Record, Term
from desktop.domain.text import Text
from desktop.store.citation_checks import NO_PROSE, READ_IN, Finding
from desktop.store.text_words import words_in

NOT_OUR_WORD = N_("The glossary does not say “{value}”: write “{term}”.")
NO_WORD_FOR_TERM = N_(
    "“{value}” stands in the English text, and here no word that {term} has for it: "
    "use one, or add it to its names."
)

# A word and its inflected form share all but so many last letters, and differ so much in length.
_ENDING = 2
_LONGER = 3
# Shorter words are taken as they are.
_INFLECTED = 4

_Words = tuple[str, ...]


def avoided_words(
    texts: Mapping[str, Mapping[str, Text]], avoided: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    """Each place where a text has a word that the glossary avoids.

    `texts` holds every text of a record by id and key; `avoided` the avoided words of each
    language, in any case of letters, with the title of the term that stands for them.
    """
    patterns = {
        language: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
        for language, words in avoided.items()
        if words
    }
    for record, key, text in _prose(texts):
        for language, body in text.items():
            if pattern := patterns.get(language):
                for found in pattern.findall(body):
                    term = avoided[language][found.casefold()]
                    fields: dict[str, object] = {"value": found, "term": term}
                    yield record, f"{key}.{language}", NOT_OUR_WORD, fields


def terms_not_said(
    records: Sequence[Record], texts: Mapping[str, Mapping[str, Text]]
) -> Iterator[Finding]:
    """Texts whose English has a term of the glossary, and another language no word for it."""
    terms = [
        record
        for record in records
        if isinstance(record.details, Term)
        and record.details.type != "indicator"
        and READ_IN in record.title
    ]
    ways = {term.id: _ways_to_say(term) for term in terms}
    by_first_word: dict[str, list[Record]] = defaultdict(list)
    for term in terms:
        by_first_word[words_in(term.title[READ_IN])[0]].append(term)
    for record, key, text in _prose(texts):
        # A sheet has no title of its own.
        titles = texts[record].get("title", Text({}))
        found = list(_terms_in(words_in(text.get(READ_IN, "")), by_first_word))
        said = {
            language: words_in(titles.get(language, "")) + words_in(body)
            for language, body in text.items()
            if found
        }
        for term in found:
            if term.id == record:
                continue
            for language, words in said.items():
                if language != READ_IN and not _says(words, ways[term.id].get(language, ())):
                    fields: dict[str, object] = {"value": term.title[READ_IN], "term": term.id}
                    yield record, f"{key}.{language}", NO_WORD_FOR_TERM, fields


def _prose(texts: Mapping[str, Mapping[str, Text]]) -> Iterator[tuple[str, str, Text]]:
    for record, by_key in texts.items():
        for key, text in by_key.items():
            if key not in NO_PROSE:
                yield record, key, text


def _ways_to_say(term: Record) -> dict[str, list[_Words]]:
    """By language the words of a term's title, names and expansion."""
    ways = {
        language: [words_in(title), *map(words_in, term.names)]
        for language, title in term.title.items()
    }
    if isinstance(term.details, Term) and term.details.expansion:
        for language, expansion in term.details.expansion.items():
            ways[language].append(words_in(expansion))
    return ways


def _terms_in(words: _Words, by_first_word: Mapping[str, Sequence[Record]]) -> Iterator[Record]:
    singular = {word.removesuffix("s") for word in words}
    for first in sorted({*words, *singular} & by_first_word.keys()):
        for term in by_first_word[first]:
            if _has(words, words_in(term.title[READ_IN]), _is_plural):
                yield term


def _says(words: _Words, ways: Sequence[_Words]) -> bool:
    """Whether `words` hold one of the ways to say a term, inflected or not."""
    text = f" {' '.join(words)} "
    return any(f" {' '.join(way)} " in text for way in ways) or any(
        _has(words, way, _inflects) for way in ways
    )


def _has(words: _Words, wanted: _Words, same: Callable[[str, str], bool]) -> bool:
    """Whether the wanted words stand side by side in `words`."""
    first, *others = wanted
    for start in range(len(words) - len(others)):
        # Plain loops: this is asked a million times.
        if same(words[start], first):
            for offset, form in enumerate(others, start=start + 1):
                if not same(words[offset], form):
                    break
            else:
                return True
    return False


def _is_plural(word: str, form: str) -> bool:
    return word in (form, f"{form}s", f"{form}es")


def _inflects(word: str, form: str) -> bool:
    """Whether a word may be `form` in another number or gender, or a compound that holds it."""
    if len(form) < _INFLECTED:
        return word in (form, f"{form}s")
    stem = form[: max(len(form) - _ENDING, _INFLECTED - 1)]
    return (word.startswith(stem) and abs(len(word) - len(form)) <= _LONGER) or form in word
