"""Compounds and what they are made of: zorg + innovatie, gezondheid-s-data, health + care."""

from __future__ import annotations

from collections.abc import Collection

SHORTEST_COMPOUND = 7
_SHORTEST_FIRST = 3
_SHORTEST_PART = 4
_MOST_PARTS = 4


def parts_of(word: str, known: Collection[str], linkers: Collection[str]) -> tuple[str, ...]:
    """The known words that a word is made of, as few as possible; nothing where it is none.

    `known` are folded words of the language that can stand alone, `linkers` the letters that it
    puts between the parts: the s of gezondheid-s-data.
    """
    if len(word) < SHORTEST_COMPOUND or not word.isalpha():
        return ()
    for most in range(2, _MOST_PARTS + 1):
        if parts := _split(word, known, linkers, most, _SHORTEST_FIRST):
            return parts
    return ()


def _split(
    word: str, known: Collection[str], linkers: Collection[str], most: int, shortest: int
) -> tuple[str, ...]:
    # The longest first part is the likeliest: gezondheid+s+data, not gezond+heids+data.
    for end in range(len(word) - _SHORTEST_PART, shortest - 1, -1):
        if (first := word[:end]) not in known:
            continue
        for linker in ("", *linkers):
            rest = word[end:].removeprefix(linker)
            if linker and not word.startswith(linker, end):
                continue
            if len(rest) >= _SHORTEST_PART and rest in known:
                return first, rest
            if most > 2 and (more := _split(rest, known, linkers, most - 1, _SHORTEST_PART)):
                return first, *more
    return ()
