"""What home shows below its top: chosen by weight, by date and by what belongs together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.browsing import Browse, Facet
from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Kind, Milestone, Pillar, Record, Relation, State
from desktop.l10n.language import Language
from desktop.sheets.map.places import places_on_map

MOST_MOMENTS = 4


@dataclass(frozen=True, slots=True)
class HomeChoice:
    """Records and counts, the same in every language.

    `counts` says of each kind how many records there are in each place, `pillars` how many
    milestones under each pillar, `totals` how many records there are of a kind. `terms` explain
    the pillars.
    """

    country: Record
    places: tuple[Record, ...]
    counts: Mapping[Kind, Mapping[str, int]]
    latest: tuple[Record, ...]
    plans: tuple[Record, ...]
    pillars: Mapping[str, int]
    terms: tuple[Record, ...]
    totals: Mapping[Kind, int]


def choose_home(
    library: Library, country: Record, language: Language, today: datetime.date
) -> HomeChoice:
    """Choose for a country; `today` parts the plans still ahead from those that have passed."""

    def counted(facet: Facet, *kinds: Kind) -> Mapping[str, int]:
        return library.facet_counts(Browse(kinds, language.code), facet)

    milestones = list(_milestones(library, country))
    totals = counted(Facet.KIND, Kind.MILESTONE, Kind.DISAGREEMENT, Kind.TERM)
    return HomeChoice(
        country=country,
        places=tuple(places_on_map(library, country)),
        counts={kind: counted(Facet.PLACE, kind) for kind in (Kind.PROGRAMME, Kind.FIGURE)},
        latest=_latest(milestones),
        plans=_plans(milestones, today),
        pillars=counted(Facet.PILLAR, Kind.MILESTONE),
        terms=tuple(_terms_of_pillars(library, language)),
        totals={Kind(kind): number for kind, number in totals.items()},
    )


def _milestones(library: Library, country: Record) -> Iterator[tuple[Record, State, Period]]:
    """The country's dated milestones, the heaviest first."""
    for record in library.list(Kind.MILESTONE):
        details = record.details
        if record.country == country.country and isinstance(details, Milestone) and details.period:
            yield record, details.state, details.period


def _latest(milestones: Iterable[tuple[Record, State, Period]]) -> tuple[Record, ...]:
    """What took place last; of one date the heaviest first."""
    past = [(record, period) for record, state, period in milestones if state is State.PAST]
    past.sort(key=lambda pair: pair[1].dates[-1].last_day(), reverse=True)
    return tuple(record for record, _period in past[:MOST_MOMENTS])


def _plans(
    milestones: Iterable[tuple[Record, State, Period]], today: datetime.date
) -> tuple[Record, ...]:
    """What is ahead, the next first; then what has passed, the latest first."""
    plans = [(record, period) for record, state, period in milestones if state is State.PLANNED]

    def order(pair: tuple[Record, Period]) -> tuple[bool, int]:
        days = (pair[1].dates[-1].last_day() - today).days
        return days < 0, abs(days)

    plans.sort(key=order)
    return tuple(record for record, _period in plans[:MOST_MOMENTS])


def _terms_of_pillars(library: Library, language: Language) -> Iterator[Record]:
    """The term of the glossary that names all pillars, and the terms that are part of it."""
    query = SearchQuery.parse(" ".join(Pillar), ((Facet.KIND, Kind.TERM.value),), limit=1)
    for hit in library.search(query, language.code).hits:
        record = library.get(hit.id)
        yield record
        yield from library.get_many(
            [
                link.target
                for link in record.links
                if link.relation is Relation.PART_OF and link.inverse
            ]
        )
