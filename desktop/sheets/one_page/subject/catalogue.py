"""Which records there is a sheet for, and of which kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind, Place, Record
from desktop.domain.sheet_orders import MISSION, SheetKind
from desktop.sheets.one_page.subject.circle import CITY, COUNTRY, REGION, country_of, parts_of

NO_SHEET = N_(
    "There is no sheet for {id}: there are sheets for a country with regions, its regions and "
    "cities, and for programmes, themes and organisations that enough is said of."
)
# A page on less than so many ties to other records would be nearly empty, and so would one on
# less than so many ties and paragraphs together. Places need neither: what is true of the country
# around them is on their sheets too.
ENOUGH_TIES, ENOUGH_SAID = 3, 5

_PLACES = {COUNTRY: SheetKind.COUNTRY, REGION: SheetKind.REGION, CITY: SheetKind.CITY}
# In the order of the sheets.
_OTHERS = {
    Kind.PROGRAMME: SheetKind.PROGRAMME,
    Kind.THEME: SheetKind.THEME,
    Kind.ORGANISATION: SheetKind.ORGANISATION,
}
_ORDER = (*_PLACES.values(), *_OTHERS.values())


def sheet_kinds(library: Library) -> Mapping[str, SheetKind]:
    """The ids that there is a sheet for, each with its kind: kind by kind, the heaviest first."""
    found = dict(_of_places(library))
    for record, (ties, paragraphs) in library.ties(tuple(_OTHERS)).items():
        if ties >= ENOUGH_TIES and ties + paragraphs >= ENOUGH_SAID:
            found[record] = _OTHERS[Kind(record.partition("/")[0])]
    return dict(sorted(found.items(), key=lambda pair: _ORDER.index(pair[1])))


def sheet_ids(library: Library) -> list[str]:
    """The ids that there is a sheet for: kind by kind, the heaviest first."""
    return list(sheet_kinds(library))


def sheet_kind(library: Library, subject: str) -> SheetKind:
    """The kind of the sheet for an id, or for MISSION; UsageError for an id that has none."""
    if subject == MISSION:
        return SheetKind.MISSION
    # An id that nothing has is told apart from one that has no sheet.
    kind = Kind(library.get(subject).kind)
    kinds = dict(_of_places(library)) if kind is Kind.PLACE else sheet_kinds(library)
    if subject not in kinds:
        raise UsageError(NO_SHEET, id=subject)
    return kinds[subject]


def countries(library: Library) -> list[str]:
    """The ids of the countries that the library is about: those that have regions."""
    return [
        record.id
        for record in library.list(Kind.PLACE)
        if _type(record) == COUNTRY and parts_of(library, record, REGION)
    ]


def _of_places(library: Library) -> Iterator[tuple[str, SheetKind]]:
    inside = frozenset(countries(library))
    for record in library.list(Kind.PLACE):
        kind = _PLACES.get(_type(record))
        if kind and country_of(library, record).id in inside:
            yield record.id, kind


def _type(record: Record) -> str:
    return record.details.type if isinstance(record.details, Place) else ""
