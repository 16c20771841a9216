"""The piece of a text that shows why it matched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.domain.folding import fold

_WORD = re.compile(r"\w+")
_BEFORE = 40


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text, and the spans in it (start, end) that matched."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is marked in a text: folded words, and beginnings of words."""

    words: frozenset[str]
    beginnings: tuple[str, ...] = ()
    # The same words come in text after text.
    _looked_at: dict[str, bool] = field(
        default_factory=dict[str, bool], init=False, compare=False, repr=False
    )

    def marks_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """The spans (start, end) of the words in a text that were looked for."""
        return tuple(found.span() for found in _WORD.finditer(text) if self._is_one(found[0]))

    def _is_one(self, word: str) -> bool:
        if word not in self._looked_at:
            folded = fold(word)
            matches = folded in self.words or folded.startswith(self.beginnings)
            self._looked_at[word] = matches
        return self._looked_at[word]


def snippet(text: str, sought: Sought, width: int = 160) -> Snippet:
    """About `width` characters of `text` where it has most of what is sought, whole words only.

    Where it has none of that (it matched in another language), the beginning.
    """
    marks = sought.marks_in(text)
    first, after = _densest(text, marks, width) if marks else (0, 0)
    start = 0 if first <= _BEFORE else text.find(" ", first - _BEFORE, first) + 1 or first
    end = len(text) if len(text) - start <= width else text.rfind(" ", start, start + width)
    end = max(end, after)
    if end <= start:
        end = min(len(text), start + width)
    before, after_ = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    return Snippet(
        before + text[start:end] + after_,
        tuple(
            (left + shift, right + shift) for left, right in marks if start <= left < right <= end
        ),
    )


def _densest(text: str, marks: Sequence[tuple[int, int]], width: int) -> tuple[int, int]:
    """The mark from which a piece of that width holds the most different words that matched."""

    def words_from(mark: tuple[int, int]) -> int:
        last = mark[0] - _BEFORE + width
        return len({fold(text[a:b]) for a, b in marks if mark[0] <= a and b <= last})

    # Of equals the first one.
    return max(marks, key=words_from)
