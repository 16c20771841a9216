"""Texts as search compares them: folded, and cut into words."""

from __future__ import annotations

import re
import unicodedata

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
