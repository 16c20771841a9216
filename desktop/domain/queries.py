"""A search query, parsed once, and what a search gives back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from desktop.domain.records import Kind, Record

# Longer input is a paste by mistake; what comes after this many words changes no result.
MOST_WORDS = 32
_LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o"}
_WORD = re.compile(r"\w+")
# The block of combining marks, all of which go; and what may hold others, general punctuation
# apart, where each sign is asked for.
_MARKS = re.compile(r"[\u0300-\u034e\u0350-\u036f]+")
_RARE = re.compile(r"[\u0370-\u1fff\u2070-\U0010ffff]")


def fold(text: str) -> str:
    """Fold case, accents, ligatures and compatibility forms, as the index does."""
    if text.isascii():
        return text.casefold()
    # Decomposed first and last: a compatibility form such as ™ holds capitals, and folding case
    # may compose anew.
    lower = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = _RARE.sub(_without_mark, _MARKS.sub("", decomposed))
    for ligature, letters in _LIGATURES.items():
        bare = bare.replace(ligature, letters)
    return bare


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`: runs of letters and digits; all else separates."""
    return tuple(_WORD.findall(fold(text).replace("_", " ")))


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a user typed, as the phrases to look for and the kind to look among.

    What stands between spaces is one phrase: `R&D` is the words r and d side by side.
    """

    text: str
    phrases: tuple[tuple[str, ...], ...]
    kind: Kind | None = None
    limit: int = 50

    @classmethod
    def parse(cls, text: str, kind: Kind | None = None, limit: int = 50) -> SearchQuery:
        """Any text is a query; one of only punctuation has no words and finds nothing."""
        chunks = text.split()[:MOST_WORDS]
        phrases = tuple(words[:MOST_WORDS] for chunk in chunks if (words := words_of(chunk)))
        return cls(text, phrases, kind, limit)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found, with the words that matched (corrected ones as found)."""

    record: Record
    matched: tuple[str, ...]
