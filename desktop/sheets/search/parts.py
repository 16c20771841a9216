"""What the description of the results of a search is made of: all sentences, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.browsing import Facet
from desktop.domain.queries import Piece
from desktop.domain.snippets import Snippet


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that the results are narrowed by, which can be taken away again.

    Either a `piece` of what was typed (an operator, exact words, words to leave out) or a `chosen`
    facet and value. `text` is shown, `spoken` says what removing it does.
    """

    text: str
    spoken: str
    piece: Piece | None = None
    chosen: tuple[Facet, str] | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A sentence that offers another search: `query` in place of what was typed.

    `link` is the part of `text` that leads there; `as_typed` asks for the words just as they were
    typed. `widened`: what is chosen besides is given up; else it is kept.
    """

    text: str
    link: str
    query: str
    as_typed: bool = False
    widened: bool = False


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One record of the results: `below` tells its kind, of a figure value and period first.

    `snippet` says what it is a piece of, where that is not what is shown of the record (“In the
    Dutch text: …”). A record that matched by its place, period or theme has those in `below`.
    """

    id: str
    title: Snippet
    below: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure that answers the query: shown above the records.

    `value` with its unit and qualifier, `period` (or that none is stated), `place`, `scope`,
    `source` (document, section, paragraph) and `age`; `rivals` are other figures that it must not
    be taken for, as (id, title, value with period).
    """

    id: str
    title: str
    value: str
    period: str
    place: str
    scope: str
    source: str
    age: str
    rivals: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """All that the search view shows beside its controls.

    `summary` says how many results there are and for what; `offers` are corrections ("Results for
    …; search for … instead"), and what to try where nothing was found.
    """

    summary: str
    offers: tuple[Offer, ...]
    chips: tuple[Chip, ...]
    answers: tuple[Answer, ...]
    rows: tuple[ResultRow, ...]
