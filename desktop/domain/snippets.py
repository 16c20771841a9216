"""The piece of a text that shows why it matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.queries import fold

_WORD = re.compile(r"\w+")
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text, and the spans in it (start, end) that matched."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(text: str, words: Sequence[str], width: int = 160) -> Snippet:
    """About `width` characters of `text` around the first of the folded `words`, whole words only.

    Where none of them stands in `text` (it matched in another language), the beginning.
    """
    marks = [found.span() for found in _WORD.finditer(text) if _matches(fold(found.group()), words)]
    first, after = marks[0] if marks else (0, 0)
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = len(text) if len(text) - start <= width else text.rfind(" ", start, start + width)
    end = max(end, after)
    if end <= start:
        end = min(len(text), start + width)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    return Snippet(
        before + text[start:end] + after,
        tuple(
            (left + shift, right + shift) for left, right in marks if start <= left < right <= end
        ),
    )


def _matches(folded: str, words: Sequence[str]) -> bool:
    # A single letter would mark half of the text: it must be the whole word.
    return any(folded == word or (len(word) > 1 and folded.startswith(word)) for word in words)
