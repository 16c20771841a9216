"""What goes onto a page: chosen by the longest language, so that each sheet holds the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from desktop.domain.text import Text

_Item = TypeVar("_Item")
# Not after one letter or a title: "J. Janssens", "e.g. Leuven" and "St. Paul" end no sentence. The
# letter of "kmo’s." and "R&D." is none of these. A French quotation opens with a space within it.
_SENTENCE_END = re.compile(
    r"(?<!(?<![’&])\b[^\W\d_]\.)(?<!\b[A-Z][a-z]\.)"
    r"(?:(?<=[.!?])|(?<=[.!?][»”)])|(?<=[.!?]\s»))[ \n]+"
    r"(?=(?:[«“(][\u202f\u00a0 ]?)?[A-ZÀ-ÞŒ])"
)
_DIGITS = re.compile(r"\d+")


def sentences(text: str) -> list[str]:
    """The sentences of a text; where an end is in doubt, two stay one."""
    return _SENTENCE_END.split(text.strip())


def length(text: Text) -> int:
    """The length of a text in the language that needs most."""
    return max(len(body) for body in text.values())


def in_step(text: Text) -> list[Text]:
    """The sentences of a text, the same one in each language; the whole text where they differ.

    Sentences run in step where there are as many in each language, with the same numbers in them.
    """
    split = {language: sentences(body) for language, body in text.items()}
    counts = {len(parts) for parts in split.values()}
    parts = [
        Text({language: bodies[index] for language, bodies in split.items()})
        for index in range(min(counts))
    ]
    alike = all(len({_numbers(body) for body in part.values()}) == 1 for part in parts)
    return parts if len(counts) == 1 and alike else [text]


def shortened(text: Text, room: int) -> Text | None:
    """As many whole sentences of a text as fit in `room` in each language; None for not one."""
    kept: list[Text] = []
    for part in in_step(text):
        longer = _joined([*kept, part])
        if length(longer) > room:
            break
        kept.append(part)
    return _joined(kept) if kept else None


def chosen(items: Iterable[tuple[_Item, int]], room: int, most: int) -> list[_Item]:
    """The first items that fit: at most `most`, of a summed size of at most `room`.

    An item that would not fit an empty block is passed over; else the first that is too big ends
    the choice, so that nothing of less weight takes its place.
    """
    kept: list[_Item] = []
    left = room
    for item, size in items:
        if size > room:
            continue
        if size > left or len(kept) == most:
            break
        kept.append(item)
        left -= size
    return kept


def _joined(parts: list[Text]) -> Text:
    return Text({language: " ".join(part[language] for part in parts) for language in parts[0]})


def _numbers(text: str) -> tuple[str, ...]:
    return tuple(sorted(_DIGITS.findall(text)))
