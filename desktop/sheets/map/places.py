"""The places of a country that have a position: where they stand, and how they are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.library import Library
from desktop.domain.records import Kind, Place, Record, Relation
from desktop.l10n import labels
from desktop.l10n.language import Language

# Places of these types are a point on the map, the others an area with no border of ours.
_SPOTS = ("city",)


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map and in the list beside it, in the same words.

    `code` is that of its outline, if it has one; `is_spot` says that it is a point on the ground.
    `line` says name and detail at once.
    """

    record: str
    name: str
    detail: str
    line: str
    code: str | None
    longitude: float
    latitude: float
    is_spot: bool


def places_on_map(library: Library, country: Record) -> Iterator[Record]:
    """The places that are part of a country, or of a part of it, and have coordinates."""
    wholes = {
        record.id: [
            link.target
            for link in record.links
            if link.relation is Relation.PART_OF and not link.inverse
        ]
        for record in library.list(Kind.PLACE)
    }
    inside = {country.id}
    while more := {
        part for part, of in wholes.items() if part not in inside and not inside.isdisjoint(of)
    }:
        inside |= more
    for record in library.list(Kind.PLACE):
        place = record.details
        is_placed = isinstance(place, Place) and place.latitude is not None
        if is_placed and record.id in inside and record.id != country.id:
            yield record


def map_place(record: Record, held: str, language: Language) -> MapPlace:
    """A place with what there is in it: `held` says that in words, after its type."""
    place = record.details
    if not isinstance(place, Place) or place.latitude is None or place.longitude is None:
        raise TypeError(record.id)
    tr = language.gettext
    name, type_ = record.title[language.code], tr(labels.TYPE[place.type])
    detail = tr("{type}: {counts}").format(type=type_, counts=held)
    return MapPlace(
        record=record.id,
        name=name,
        detail=detail,
        line=tr("{name}. {detail}").format(name=name, detail=detail),
        code=place.code,
        longitude=place.longitude,
        latitude=place.latitude,
        is_spot=place.type in _SPOTS,
    )
