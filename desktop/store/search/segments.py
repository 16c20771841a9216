"""Thirds of words, by which words with slips of the pen find those that were meant.

Of a word cut in three, two slips leave one third as it was, and one swap of neighbours too. So the
words near a typed one share a third with it, at about the same place: Pass-Join (Li, Deng, Wang,
Feng: “Pass-Join: a partition-based method for similarity joins”, PVLDB 5.3, 2011). This costs
three rows a word, where lists of deletions cost thirty.
"""

from __future__ import annotations

from collections.abc import Iterator

SHORTEST = 4


def segments_of(word: str) -> Iterator[str]:
    """The three keys under which a word is kept: length, which third, letters."""
    for number, (start, end) in enumerate(_cuts(len(word))):
        yield f"{len(word)}.{number}.{word[start:end]}"


def segments_near(typed: str, slips: int) -> Iterator[str]:
    """The keys of every word that up to so many slips may have made the typed one of."""
    for length in range(max(SHORTEST, len(typed) - slips), len(typed) + slips + 1):
        for number, (start, end) in enumerate(_cuts(length)):
            for shift in range(-slips, slips + 1):
                if start + shift >= 0 and end + shift <= len(typed):
                    yield f"{length}.{number}.{typed[start + shift : end + shift]}"


def _cuts(length: int) -> tuple[tuple[int, int], ...]:
    first, second = length // 3, 2 * length // 3
    return (0, first), (first, second), (second, length)
