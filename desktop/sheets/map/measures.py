"""What a map can be coloured by: counts of records, and figures in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.domain.browsing import NOT_STATED, Browse, Facet
from desktop.domain.library import Library
from desktop.domain.problems import UsageError
from desktop.domain.records import Figure, Kind, Record, Scale, Unit
from desktop.l10n.language import Language
from desktop.sheets.place.comparison import differences

# The kinds of record that are counted, by the keys of the choice, in the order of the menu.
COUNTED = (Kind.PROGRAMME, Kind.ORGANISATION, Kind.MILESTONE, Kind.FIGURE)
USUAL = Kind.PROGRAMME.value
# The more of them the better, or the fewer: no shade says that of an order.
_ORDERS = (Unit.RANK, Unit.TRL)
_SIZE = {
    Scale.ONE: Decimal(1),
    Scale.THOUSAND: Decimal(1000),
    Scale.MILLION: Decimal(10) ** 6,
    Scale.BILLION: Decimal(10) ** 9,
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of a kind are tied to each place, and how many to no place on the map.

    Of the `total`, `here` are tied to some of the places, `whole` besides to the country that
    these lie in, `elsewhere` only to other places, and `nowhere` to none.
    """

    kind: Kind
    numbers: Mapping[str, int]
    total: int
    here: int
    whole: int
    elsewhere: int
    nowhere: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, and those that may be compared with it as they stand, by the place of each."""

    chosen: Record
    figures: Mapping[str, Record]

    @property
    def sizes(self) -> Mapping[str, Decimal]:
        """How large the value of each place is; nothing where the values are not sizes."""
        details = {
            place: record.details
            for place, record in self.figures.items()
            if isinstance(record.details, Figure)
        }
        if any(each.value_to is not None or each.unit in _ORDERS for each in details.values()):
            return {}
        return {
            place: each.value * _SIZE[each.scale]
            for place, each in details.items()
            if each.value is not None
        }


def counts(
    library: Library, language: Language, kind: Kind, places: Sequence[str], country: str
) -> Counts:
    """Count the records of a kind, each once for every one of the places that it is tied to."""
    browse = Browse((kind,), language.code)
    numbers = library.facet_counts(browse, Facet.PLACE)
    tied = {
        group.value or NOT_STATED: set(group.ids)
        for group in library.browse(replace(browse, group=Facet.PLACE))
    }
    nowhere = tied.pop(NOT_STATED, set())
    here = {each for place in places for each in tied.get(place, ())}
    whole = tied.get(country, set()) - here
    elsewhere = {each for ids in tied.values() for each in ids} - here - whole
    return Counts(
        kind=kind,
        numbers={place: numbers.get(place, 0) for place in places},
        total=len(here) + len(whole) + len(elsewhere) + len(nowhere),
        here=len(here),
        whole=len(whole),
        elsewhere=len(elsewhere),
        nowhere=len(nowhere),
    )


def figure_of(library: Library, figure_id: str, places: Sequence[str]) -> Record | None:
    """The figure of that id if it is a number that holds for one of the places; else None."""
    if not figure_id.startswith(f"{Kind.FIGURE}/"):
        return None
    try:
        record = library.get(figure_id)
    except UsageError:
        return None
    return record if _is_number_in(record, places) else None


def measured(
    library: Library, language: Language, chosen: Record, places: Sequence[str]
) -> Measured:
    """A figure with those of other places that differ from it in nothing but place and value."""
    figure = _figure(chosen)
    titles = library.titles([*places])
    browse = Browse((Kind.FIGURE,), language.code, ((Facet.INDICATOR, figure.indicator),))
    (group,) = library.browse(browse)
    found = {figure.place: chosen}
    for record in library.get_many(group.ids):
        other = record.details
        if not isinstance(other, Figure) or not _is_number_in(record, places):
            continue
        names = [titles[figure.place], titles[other.place]]
        if not any(differences(figure, other, names)):
            found.setdefault(other.place, record)
    return Measured(chosen, found)


def figures_offered(
    library: Library, places: Sequence[str]
) -> Iterator[tuple[str, Sequence[Record]]]:
    """The figures in numbers for any of the places, indicator by indicator, the weightiest first.

    Each with the id of its indicator.
    """
    groups: dict[str, list[Record]] = {}
    for record in library.list(Kind.FIGURE):
        if _is_number_in(record, places):
            groups.setdefault(_figure(record).indicator, []).append(record)
    yield from groups.items()


def _is_number_in(record: Record, places: Sequence[str]) -> bool:
    figure = record.details
    return isinstance(figure, Figure) and figure.value is not None and figure.place in places


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details
