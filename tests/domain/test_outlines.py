"""Outlines are read whole, laid flat in the right proportions, and fitted into any frame."""

from __future__ import annotations

import json

import pytest

from desktop.domain.outlines import Box, Fit, Outline, Projection, read_outlines

SQUARE = [[4.0, 50.0], [5.0, 50.0], [5.0, 51.0], [4.0, 51.0], [4.0, 50.0]]
HOLE = [[4.4, 50.4], [4.6, 50.4], [4.6, 50.6], [4.4, 50.4]]


def geojson(*features: tuple[str, str, object]) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"code": code},
                    "geometry": {"type": type_, "coordinates": coordinates},
                }
                for code, type_, coordinates in features
            ],
        }
    )


def test_polygons_of_either_sort_are_read_with_their_holes_and_islands() -> None:
    single, several = read_outlines(
        geojson(
            ("XX-A", "Polygon", [SQUARE, HOLE]),
            ("XX-B", "MultiPolygon", [[SQUARE], [HOLE]]),
        )
    )
    assert (single.code, several.code) == ("XX-A", "XX-B")
    assert single.rings == several.rings
    assert single.rings[0] == ((4.0, 50.0), (5.0, 50.0), (5.0, 51.0), (4.0, 51.0))


def test_what_is_no_geojson_is_an_error_and_no_empty_map() -> None:
    with pytest.raises((ValueError, KeyError)):
        read_outlines("{}")


def test_a_degree_eastwards_is_half_a_degree_northwards_at_sixty_degrees() -> None:
    projection = Projection(60)
    x0, y0 = projection.point(10, 60)
    x1, _ = projection.point(11, 60)
    _, y1 = projection.point(10, 61)
    assert x1 - x0 == pytest.approx(0.5)
    assert y1 - y0 == pytest.approx(-1), "north is up, and y grows downwards"


def test_the_projection_is_right_in_the_middle_of_what_is_shown() -> None:
    outlines = read_outlines(geojson(("XX", "Polygon", [SQUARE])))
    assert Projection.for_outlines(outlines).parallel == 50.5


@pytest.mark.parametrize(("width", "height"), [(300, 250), (600, 120), (90, 700)])
def test_a_fit_keeps_shape_margin_and_middle_in_any_frame(width: int, height: int) -> None:
    outline = Outline("XX", (((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0)),))
    fit = Fit.into([outline], width, height, 10)
    box = Box.around(point for ring in fit.outline(outline).rings for point in ring)
    assert box.width / box.height == pytest.approx(2)
    assert min(box.left, box.top, width - box.right, height - box.bottom) == pytest.approx(10)
    assert box.left == pytest.approx(width - box.right)
    assert box.top == pytest.approx(height - box.bottom)
