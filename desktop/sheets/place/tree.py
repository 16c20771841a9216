"""The places of an atlas as they lie in one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.library import Library
from desktop.domain.records import Kind, Record, Relation
from desktop.sheets.one_page.subject.catalogue import countries


@dataclass(frozen=True, slots=True)
class PlaceNode:
    """A place, and the places that are part of it."""

    record: Record
    parts: tuple[PlaceNode, ...]

    def all(self) -> Iterator[PlaceNode]:
        """The place and all that lies in it."""
        yield self
        for part in self.parts:
            yield from part.all()


@dataclass(frozen=True, slots=True)
class PlaceTree:
    """The countries that have regions, which an atlas is about, and all other places.

    Each level is in order of importance.
    """

    countries: tuple[PlaceNode, ...]
    others: tuple[PlaceNode, ...]


def place_tree(library: Library) -> PlaceTree:
    """The places of a library as the links between them say."""
    places = library.list(Kind.PLACE)
    under: dict[str | None, list[Record]] = {}
    for place in places:
        under.setdefault(_whole(place), []).append(place)

    def node(place: Record) -> PlaceNode:
        return PlaceNode(place, tuple(node(part) for part in under.get(place.id, ())))

    top = [node(place) for place in under.get(None, ())]
    described = countries(library)
    return PlaceTree(
        countries=tuple(each for each in top if each.record.id in described),
        others=tuple(each for each in top if each.record.id not in described),
    )


def _whole(place: Record) -> str | None:
    """What a place is a part of; the first where documents name several."""
    for link in place.links:
        is_place = link.target.startswith(f"{Kind.PLACE}/")
        if link.relation is Relation.PART_OF and is_place and not link.inverse:
            return link.target
    return None
