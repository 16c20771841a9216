"""A search query, read once into a value, and what a search gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.browsing import Facet
from desktop.domain.folding import words_of
from desktop.domain.records import Kind
from desktop.domain.snippets import Snippet

# Longer input is a paste by mistake; what comes after this many words changes no result.
MOST_WORDS = 32
# What stands between spaces, unless in quotation marks; a minus or a name with a colon before it
# says what it is for.
_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<without>-(?=[\w{_QUOTES}]))?(?:(?P<name>\w+):(?=\S))?"
    rf"(?:[{_QUOTES}](?P<exact>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<bare>[^\s{_QUOTES}]+))"
)

# A facet and the value to narrow by, from the name and the value of an operator as they were typed;
# None where they name none.
ReadOperator = Callable[[str, str], tuple[Facet, str] | None]


class Role(StrEnum):
    """What a piece of a query is for."""

    WORDS = "words"
    EXACT = "exact"
    WITHOUT = "without"
    NARROWING = "narrowing"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query: `text[start:end]` of what was typed, and the folded words in it.

    `narrowing` is what an operator narrows to.
    """

    start: int
    end: int
    role: Role
    words: tuple[str, ...]
    narrowing: tuple[Facet, str] | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What a user typed, piece by piece, and what else the results are narrowed to.

    `as_typed`: no word is taken for a slip of the pen. `limit` is how many hits are wanted.
    """

    text: str
    pieces: tuple[Piece, ...]
    chosen: tuple[tuple[Facet, str], ...] = ()
    limit: int = 50
    as_typed: bool = False

    @classmethod
    def parse(
        cls,
        text: str,
        chosen: tuple[tuple[Facet, str], ...] = (),
        limit: int = 50,
        *,
        as_typed: bool = False,
        read_operator: ReadOperator = lambda _name, _value: None,
    ) -> SearchQuery:
        """Any text is a query; one of only punctuation has no words and finds nothing.

        `"exact words"` stand so in the text, `-without` must not, and `name:value` narrows, where
        `read_operator` knows it; else it is words as any other.
        """
        return cls(text, tuple(_pieces(text, read_operator)), chosen, limit, as_typed)

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """What to look for, as the words of each piece: `R&D` is the words r and d."""
        return self._of(Role.WORDS)

    @property
    def exact(self) -> tuple[tuple[str, ...], ...]:
        """Words that must stand in a text side by side."""
        return self._of(Role.EXACT)

    @property
    def without(self) -> tuple[tuple[str, ...], ...]:
        """Words that no text of a record may hold side by side."""
        return self._of(Role.WITHOUT)

    @property
    def narrowings(self) -> tuple[tuple[Facet, str], ...]:
        """What the results are narrowed to, by operators and otherwise, each once."""
        typed = (piece.narrowing for piece in self.pieces if piece.narrowing)
        return tuple(dict.fromkeys((*typed, *self.chosen)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.words or self.exact or self.narrowings)

    def text_without(self, piece: Piece) -> str:
        """What was typed, but for one piece."""
        rest = self.text[: piece.start].rstrip(), self.text[piece.end :].lstrip()
        return " ".join(part for part in rest if part)

    def _of(self, role: Role) -> tuple[tuple[str, ...], ...]:
        return tuple(piece.words for piece in self.pieces if piece.role is role)


def _pieces(text: str, read_operator: ReadOperator) -> Iterator[Piece]:
    found, end = 0, 0
    while found < MOST_WORDS and (match := _PIECE.search(text, end)):
        start, end = match.start(), match.end()
        piece = _operator(match, read_operator) or _words(match)
        if piece:
            found += 1
            yield piece
        elif end == start:
            return


def _operator(match: re.Match[str], read_operator: ReadOperator) -> Piece | None:
    if not match["name"] or match["without"]:
        return None
    value = match["exact"] if match["exact"] is not None else match["bare"]
    narrowing = read_operator(match["name"], value)
    if narrowing is None:
        return None
    return Piece(match.start(), match.end(), Role.NARROWING, words_of(value), narrowing)


def _words(match: re.Match[str]) -> Piece | None:
    words = words_of(match[0])[:MOST_WORDS]
    if not words:
        return None
    role = Role.WITHOUT if match["without"] else Role.WORDS
    if role is Role.WORDS and match["exact"] is not None and not match["name"]:
        role = Role.EXACT
    return Piece(match.start(), match.end(), role, words)


class Why(StrEnum):
    """Where a record has what was looked for."""

    TEXT = "text"  # In what is shown of it.
    TRANSLATION = "translation"  # In its text in another language.
    NAME = "name"  # In another name of it.
    FACT = "fact"  # In what it is: its place, year, kind or theme.


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that a search found, told in the language of the search.

    `marks` of title and snippet are the words that matched. The snippet is a piece of a text in
    `language`, or of another name of the record where `why` says so.
    """

    id: str
    kind: Kind
    title: Snippet
    snippet: Snippet
    language: str
    why: Why


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found, best first.

    `answers` are the figures that answer the query, the best first; `total` says how many records
    have all that was looked for, `is_more` that there are more than that. `corrections` are pairs
    of a typed word and the one that was taken for it. `is_partial`: no record has all words, and
    these have most of them. `nearest` are queries that find something, where this one does not.
    """

    hits: tuple[Hit, ...] = ()
    answers: tuple[str, ...] = ()
    total: int = 0
    is_more: bool = False
    corrections: tuple[tuple[str, str], ...] = ()
    is_partial: bool = False
    nearest: tuple[str, ...] = ()
