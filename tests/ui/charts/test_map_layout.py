"""The map lies right in any frame and language: shapes, names, and the way between places."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from desktop import bundled
from desktop.app import Program
from desktop.domain.outlines import Outline, read_outlines
from desktop.sheets.home.choice import choose_home
from desktop.sheets.home.page import home_page
from desktop.sheets.map.places import MapPlace
from desktop.ui.charts.map_layout import ARROWS, Ground, MapLayout, MapShapes
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]

SIZES = [(320, 275), (430, 370), (566, 416), (900, 416)]


def outlines() -> list[Outline]:
    return [
        outline
        for path in sorted((bundled.resources() / "map").glob("*.geojson"))
        for outline in read_outlines(path.read_text(encoding="utf-8"))
    ]


def places_of(program: Program) -> tuple[MapPlace, ...]:
    context = program.context
    choice = choose_home(context.library, context.country(), context.language, context.today)
    return home_page(choice, context.describer).places


def layout_of(program: Program, size: tuple[int, int]) -> tuple[MapLayout, tuple[MapPlace, ...]]:
    """The map in a frame; neighbours are named as Babel names them."""
    places = places_of(program)
    ground = Ground.of(outlines(), places)
    assert ground
    territories = program.context.language.locale.territories
    neighbours = {code: territories[code] for code in ground.neighbours if code in territories}
    return MapLayout(MapShapes(ground, places, QSizeF(*size)), places, neighbours), places


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_place_has_its_name_and_no_two_names_meet(
    start: Start, code: str, size: tuple[int, int]
) -> None:
    layout, places = layout_of(start(code), size)
    named = {name.owner: name for name in layout.names}
    assert {place.record for place in places} <= named.keys()
    assert all(named[place.record].text == place.name for place in places)
    for one, other in combinations(layout.names, 2):
        assert not one.placed.box.intersects(other.placed.box), (one.text, other.text)
    for name in layout.names:
        assert layout.shapes.frame.contains(name.placed.box), name.text
        for record in layout.shapes.dots:
            assert not name.placed.box.contains(layout.shapes.spots[record]), (name.text, record)


def test_names_of_regions_lie_in_them_and_that_of_a_tiny_one_beside_it(start: Start) -> None:
    layout, _places = layout_of(start("fr"), SIZES[0])
    boxes = {name.owner: name.placed.box for name in layout.names}
    regions = layout.shapes.regions
    assert regions["place/flanders"].contains(boxes["place/flanders"])
    assert regions["place/wallonia"].contains(boxes["place/wallonia"])
    assert not regions["place/brussels"].intersects(boxes["place/brussels"])
    gap = boxes["place/brussels"].center() - regions["place/brussels"].boundingRect().center()
    assert gap.manhattanLength() < layout.shapes.frame.width() / 4


def test_neighbours_are_named_in_themselves(start: Start) -> None:
    layout, _places = layout_of(start("nl"), SIZES[2])
    names = {name.owner: name for name in layout.names if name.owner in layout.shapes.neighbours}
    assert names["FR"].text == "Frankrijk"
    for code, name in names.items():
        assert layout.shapes.neighbours[code].contains(name.placed.box)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_country_keeps_its_shape_in_any_frame(start: Start, size: tuple[int, int]) -> None:
    """On the ground it is 280 km from west to east and 225 km from north to south."""
    layout, _places = layout_of(start("en"), size)
    country = QRectF()
    for path in layout.shapes.regions.values():
        country = country.united(path.boundingRect())
    assert country.width() / country.height() == pytest.approx(1.23, abs=0.03)
    assert layout.shapes.frame.contains(country)


def test_cities_lie_in_their_regions(start: Start) -> None:
    layout, _places = layout_of(start("en"), SIZES[1])
    regions, spots = layout.shapes.regions, layout.shapes.spots
    for city in ("leuven", "antwerp", "ghent"):
        assert regions["place/flanders"].contains(spots[f"place/{city}"]), city
    for city in ("charleroi", "liege", "gosselies"):
        assert regions["place/wallonia"].contains(spots[f"place/{city}"]), city
    assert regions["place/brussels"].contains(spots["place/brussels"])


def test_a_point_finds_the_dot_or_name_before_the_region_and_nothing_abroad(start: Start) -> None:
    layout, _places = layout_of(start("en"), SIZES[1])
    for record in layout.shapes.dots:
        assert layout.at(layout.shapes.spots[record]) == record
    for name in layout.names:
        owner = name.owner if name.owner in layout.shapes.spots else None
        assert layout.at(name.placed.box.center()) == owner
    ardennes = layout.shapes.regions["place/wallonia"].boundingRect().center()
    assert layout.at(ardennes) == "place/wallonia"
    assert layout.at(QPointF(1, layout.shapes.frame.height() - 1)) is None


def test_the_arrows_lead_from_any_place_to_any_other(start: Start) -> None:
    layout, places = layout_of(start("en"), SIZES[1])
    for first in places:
        reached, edge = {first.record}, [first.record]
        while edge:
            here = edge.pop()
            for arrow in ARROWS:
                there = layout.next_to(here, arrow)
                if there not in reached:
                    reached.add(there)
                    edge.append(there)
        assert reached == {place.record for place in places}, first.record


def test_an_arrow_leads_in_its_direction_and_at_the_edge_nowhere(start: Start) -> None:
    layout, _places = layout_of(start("en"), SIZES[1])
    spots = layout.shapes.spots
    for record, spot in spots.items():
        east = layout.next_to(record, Qt.Key.Key_Right)
        assert east == record or spots[east].x() > spot.x()
        south = layout.next_to(record, Qt.Key.Key_Down)
        assert south == record or spots[south].y() > spot.y()
    most_eastern = max(spots, key=lambda record: spots[record].x())
    assert layout.next_to(most_eastern, Qt.Key.Key_Right) == most_eastern


def test_places_without_outlines_have_no_map(start: Start) -> None:
    places = [place for place in places_of(start("en")) if place.code is None]
    assert Ground.of(outlines(), places) is None
