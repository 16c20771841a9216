"""From a text to the words that the index holds."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, combinations

from desktop.domain.folding import words_of

# An elided word (l’hôpital) is a word of its own; nothing else with an apostrophe is joined.
_APOSTROPHES = re.compile("['’]")
# What people write with a hyphen, joined or apart (e-health, R&D, COVID-19); longer chains are
# lists.
_MOST_JOINED = 3
_LONGEST_JOINED = 24


# Stands in a line between the words of a text and those of them that are joined.
JOINED = "+"


def index_line(text: str) -> str:
    """The folded words of a text as a line, with a space at either end.

    After JOINED come the words that have a sign between them in the text, as one: `e-health` is
    ` e health + ehealth `; of three such words (`R&D-based`) neighbours are joined too.
    """
    words: list[str] = []
    joined: list[str] = []
    for chunk in text.split():
        parts, wholes = _chunk_words(chunk)
        words += parts
        joined += wholes
    if joined:
        words += (JOINED, *joined)
    return f" {' '.join(words)} "


def words_in_line(line: str) -> set[str]:
    """The words of a line, joined ones too."""
    return set(line.split()) - {JOINED}


def length_of_line(line: str) -> int:
    """How many words a text has, from its line."""
    return len(line.partition(JOINED)[0].split())


def joined_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, those with a sign between them only joined."""
    words: list[str] = []
    for chunk in text.split():
        for part in _APOSTROPHES.split(chunk):
            parts = words_of(part)
            whole = joined_word(parts)
            words += [whole] if whole else parts
    return tuple(words)


def joined_word(parts: tuple[str, ...]) -> str:
    """Words that stand in a text with a sign between them as one, or nothing if they are a list."""
    whole = "".join(parts)
    if 1 < len(parts) <= _MOST_JOINED and len(whole) <= _LONGEST_JOINED and not whole.isdigit():
        return whole
    return ""


# The same words come again and again.
@lru_cache(maxsize=1 << 17)
def _chunk_words(chunk: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words between two spaces, and those of them that are joined."""
    pieces = [words_of(part) for part in _APOSTROPHES.split(chunk)]
    wholes = (
        joined_word(parts[start:end])
        for parts in pieces
        for start, end in combinations(range(len(parts) + 1), 2)
        if len(parts) <= _MOST_JOINED
    )
    return tuple(chain.from_iterable(pieces)), tuple(whole for whole in wholes if whole)
