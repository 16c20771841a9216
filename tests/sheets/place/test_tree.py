"""The tree of places has each place once, where the documents say that it lies."""

from __future__ import annotations

from desktop.domain.records import Kind, Link, Place, Record, Relation
from desktop.sheets.place.tree import PlaceTree, place_tree
from desktop.store.reader import AtlasLibrary
from tests.sheets.conftest import MadeUpLibrary, record


def ids(tree: PlaceTree) -> list[str]:
    return [each.record.id for top in (*tree.countries, *tree.others) for each in top.all()]


def test_every_place_stands_in_the_tree_once(library: AtlasLibrary):
    places = [place.id for place in library.list(Kind.PLACE)]
    assert sorted(ids(place_tree(library))) == sorted(places)


def test_the_country_leads_with_its_regions_and_their_cities(library: AtlasLibrary):
    (belgium,) = place_tree(library).countries
    assert belgium.record.id == "place/belgium"
    regions = {part.record.id: part for part in belgium.parts}
    assert set(regions) == {"place/brussels", "place/flanders", "place/wallonia"}
    assert "place/leuven" in [part.record.id for part in regions["place/flanders"].parts]
    (gosselies,) = regions["place/wallonia"].parts[0].parts
    assert gosselies.record.id == "place/gosselies"


def test_other_places_lie_in_one_another_too(library: AtlasLibrary):
    others = {each.record.id: each for each in place_tree(library).others}
    assert "place/benelux" in others
    assert [part.record.id for part in others["place/europe"].parts] == ["place/european-union"]


def place(name: str, type_: str, within: str = "") -> Record:
    links = (Link(Relation.PART_OF, within),) if within else ()
    details = Place(type_, None, None, None, None)
    return record(f"place/{name}", details, name, "", links=links)


def test_a_country_without_regions_is_another_place():
    library = MadeUpLibrary(
        [
            place("ruritania", "country"),
            place("zenda", "region", "place/ruritania"),
            place("strelsau", "city", "place/zenda"),
            place("sylvania", "country"),
            place("ogre-hall", "city", "place/sylvania"),
        ],
        {},
    )
    tree = place_tree(library)  # pyright: ignore
    assert [each.record.id for each in tree.countries] == ["place/ruritania"]
    assert [each.record.id for each in tree.others] == ["place/sylvania"]
    assert len(ids(tree)) == 5
