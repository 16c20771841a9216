"""By which values a record is narrowed and grouped: the rules, one for each facet.

Nothing is guessed: a value stands in the record itself, or in a link that a document states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.dates import Period
from desktop.domain.records import Kind, Link, Record, Relation

# A longer period says too little of each of its years: it stands under those that are stated.
LONGEST_PERIOD = 30

# The kinds that a reader expects a facet of: where it has no value, it is NOT_STATED. Of other
# kinds a record has the facet only where there is a value.
_EXPECTED: dict[Facet, frozenset[Kind]] = {
    Facet.PLACE: frozenset({Kind.ORGANISATION, Kind.PROGRAMME, Kind.MILESTONE, Kind.THEME}),
    Facet.THEME: frozenset(
        {Kind.ORGANISATION, Kind.PERSON, Kind.PROGRAMME, Kind.MILESTONE, Kind.FIGURE}
    ),
    Facet.OWNER: frozenset({Kind.PROGRAMME}),
    Facet.DOCUMENT: frozenset(Kind),
}

_Rule = Callable[[Record], Iterable[str]]


def facets_of(records: Sequence[Record]) -> Iterator[tuple[str, Facet, str]]:
    """The id of each record with each facet that it has and each value of it, each once.

    The records come with the links that they state themselves, as seeds give them.
    """
    inverse: defaultdict[str, list[Link]] = defaultdict(list)
    for record in records:
        for link in record.links:
            inverse[link.target].append(Link(link.relation, record.id, inverse=True))
    for record in records:
        linked = replace(record, links=(*record.links, *inverse[record.id]))
        for facet, rule in _RULES.items():
            values = set(rule(linked))
            if not values and record.kind in _EXPECTED.get(facet, ()):
                values = {NOT_STATED}
            for value in sorted(values):
                yield record.id, facet, value


def _kind(record: Record) -> Iterable[str]:
    """KIND: its kind."""
    return [record.kind.value]


def _column(name: str) -> _Rule:
    """The code or codes in a column that some kinds have, NOT_STATED where it is empty."""

    def values(record: Record) -> Iterable[str]:
        for value in _own(record, name):
            several = cast("tuple[object, ...]", value if isinstance(value, tuple) else (value,))
            yield from (NOT_STATED if one is None else str(one) for one in several)

    return values


def _years(record: Record) -> Iterable[str]:
    """YEAR: each year of its period, NOT_STATED where it has none.

    Of a period that is open at an end, or of more than LONGEST_PERIOD years, those that are stated.
    """
    for period in cast("list[Period | None]", _own(record, "period")):
        yield from (f"{year:04d}" for year in _years_of(period)) if period else (NOT_STATED,)


def _years_of(period: Period) -> Iterable[int]:
    if period.start and period.end:
        every = range(period.start.year, period.end.year + 1)
        if len(every) <= LONGEST_PERIOD:
            return every
    return [date.year for date in period.dates]


def _places(record: Record) -> Iterable[str]:
    """PLACE: where a figure is measured; the places that any record is located in or about."""
    measured = _column("place")(record)
    linked = _linked(record, {Relation.LOCATED_IN, Relation.ABOUT}, {Kind.PLACE})
    return [*measured, *linked]


def _themes(record: Record) -> Iterable[str]:
    """THEME: the themes that it is about or a part of, and those that are about or a part of it."""
    relations = {Relation.ABOUT, Relation.PART_OF}
    return _linked(record, relations, {Kind.THEME}, directions={False, True})


def _owners(record: Record) -> Iterable[str]:
    """OWNER: the organisations and programmes that it is owned by."""
    return _linked(record, {Relation.OWNED_BY}, {Kind.ORGANISATION, Kind.PROGRAMME})


def _documents(record: Record) -> Iterable[str]:
    """DOCUMENT: the documents that it cites; of a section also the one that it is a part of."""
    return [*(citation.document for citation in record.citations), *_column("document")(record)]


def _own(record: Record, column: str) -> list[Any]:
    """What stands in a column of the record's kind; nothing where the kind has no such column."""
    details = record.details
    return [getattr(details, column)] if column in details.__slots__ else []


def _linked(
    record: Record,
    relations: Collection[Relation],
    kinds: Collection[Kind],
    directions: Collection[bool] = (False,),
) -> Iterable[str]:
    for link in record.links:
        fits = link.relation in relations and link.inverse in directions
        if fits and link.target.partition("/")[0] in kinds:
            yield link.target


_RULES: dict[Facet, _Rule] = {
    Facet.KIND: _kind,
    Facet.TYPE: _column("type"),
    Facet.PLACE: _places,
    Facet.THEME: _themes,
    Facet.STATUS: _column("status"),
    Facet.OWNER: _owners,
    Facet.PILLAR: _column("pillar"),
    Facet.STATE: _column("state"),
    Facet.YEAR: _years,
    Facet.INDICATOR: _column("indicator"),
    Facet.DOCUMENT: _documents,
    Facet.REASON: _column("reasons"),
}
