"""Where each record stands in each order of a list: the rules, one for each order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from desktop.domain.browsing import Order
from desktop.domain.records import Document, Figure, Kind, Record, Relation, Scale, Section, Unit

# The key by which a title is sorted as dictionaries sort it.
SortKey = Callable[[str], Any]

_TIMES = {
    Scale.ONE: 1,
    Scale.THOUSAND: 1_000,
    Scale.MILLION: 1_000_000,
    Scale.BILLION: 1_000_000_000,
}


class Rank(NamedTuple):
    """The place of a record in an order, from 0; records that are alike in it share one.

    `language` is empty for an order that is the same in all.
    """

    record: str
    order: Order
    language: str
    position: int


def ranks_of(
    records: Sequence[Record], languages: Sequence[str], sort_key: SortKey
) -> Iterator[Rank]:
    """The rank of each record in each order that it has a rank in; IMPORTANCE is the given one.

    A record that does not state what an order sorts by has no rank in it.
    """
    for language in languages:
        titles = {record.id: sort_key(record.title[language]) for record in records}
        yield from _ranks(Order.TITLE, titles, language)
    yield from _ranks(Order.PERIOD, _first_days(records))
    yield from _ranks(Order.MONEY, _amounts(records))
    yield from _ranks(Order.READING, _places_in_reading(records))


def _ranks(order: Order, keys: Mapping[str, Any], language: str = "") -> Iterator[Rank]:
    positions = {key: position for position, key in enumerate(sorted(set(keys.values())))}
    for record, key in keys.items():
        yield Rank(record, order, language, positions[key])


def _first_days(records: Sequence[Record]) -> dict[str, Any]:
    """PERIOD: the first day that the first stated date can mean."""
    periods = {record.id: getattr(record.details, "period", None) for record in records}
    return {record: period.dates[0].first_day() for record, period in periods.items() if period}


def _amounts(records: Sequence[Record]) -> dict[str, Any]:
    """MONEY: of a programme the weightiest figure in euros about it, which is what a list shows.

    Where that is a rate, the programme has no rank: three million a year and thirty million in all
    have no order.
    """
    figures: dict[str, Figure] = {}
    for record in records:
        match record.details:
            case Figure(unit=Unit.EURO) as figure:
                for link in record.links:
                    if link.relation is Relation.ABOUT:
                        figures.setdefault(link.target, figure)
            case _:
                pass
    programmes = (record.id for record in records if record.kind is Kind.PROGRAMME)
    amounts = {
        programme: _amount(figures[programme]) for programme in programmes if programme in figures
    }
    return {programme: amount for programme, amount in amounts.items() if amount is not None}


def _amount(figure: Figure) -> Decimal | None:
    if figure.value is None or figure.per is not None:
        return None
    return (figure.value_to or figure.value) * _TIMES[figure.scale]


def _places_in_reading(records: Sequence[Record]) -> dict[str, Any]:
    """READING: each document, in order of importance, and then its sections by paragraph."""
    documents = {record.id: number for number, record in enumerate(records)}
    places: dict[str, Any] = {}
    for record in records:
        match record.details:
            case Document():
                places[record.id] = (documents[record.id], 0)
            case Section(document=document, first=first):
                places[record.id] = (documents[document], first)
            case _:
                pass
    return places
