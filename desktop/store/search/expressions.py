"""Expressions of FTS5: what the index is asked, written so that no text is ever syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.browsing import Facet
from desktop.domain.queries import SearchQuery
from desktop.store.search.index import fact_term
from desktop.store.search.needs import Way

# At these the tokenizer would cut a term in two. Words are letters and digits; a value of a facet
# may come from an address that somebody typed.
_NOT_OF_TERMS = re.compile(r"[\x00-,.:-<>-@\[-`{-\x7f]")


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What all results must have, and what none may have, beside the needs of the query."""

    required: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    @classmethod
    def of(cls, query: SearchQuery, but: Facet | None = None) -> Narrowing:
        """Any of the values of each facet; each exact word; no single word that is left out.

        What is chosen of the facet `but` does not count. The index does not know where a word
        stands: whether exact words are neighbours is seen in the entries.
        """
        by_facet: dict[Facet, list[str]] = {}
        for facet, value in query.narrowings:
            if facet is not but:
                by_facet.setdefault(facet, []).append(quoted(fact_term(facet, value)))
        required = [_joined(" OR ", terms) for terms in by_facet.values()]
        required += [quoted(word) for words in query.exact for word in words]
        excluded = [quoted(words[0]) for words in query.without if len(words) == 1]
        return cls(tuple(required), tuple(excluded))

    def all_of(self, groups: Iterable[str]) -> str:
        """The expression that all groups and the narrowing meet; empty where that is anything."""
        parts = [group for group in (*groups, *self.required) if group]
        if not parts:
            return ""
        every = _joined(" AND ", parts)
        return f"({every} NOT {_joined(' OR ', self.excluded)})" if self.excluded else every


def any_of(ways: Sequence[Way]) -> str:
    """The expression that a record meets that has one of the ways."""
    return _joined(" OR ", [_way(way) for way in ways])


def quoted(term: str) -> str:
    """A term as FTS5 reads a string, and as one term: with a sign that no term has, it is none."""
    return f'"{_NOT_OF_TERMS.sub("=", term.encode(errors="replace").decode())}"'


def _way(way: Way) -> str:
    if way.is_beginning:
        return quoted(way.words[0]) + "*"
    return _joined(" AND ", [quoted(word) for word in way.words])


def _joined(sign: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({sign.join(parts)})"
