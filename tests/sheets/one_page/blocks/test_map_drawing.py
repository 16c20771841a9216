"""The small map: what is marked, and that it stays in its frame."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import MapDrawing
from desktop.sheets.one_page.sheet import sheet_of

Languages = Mapping[str, Language]
SVG = "{http://www.w3.org/2000/svg}"


def map_of(library: Library, subject: str, language: Language) -> MapDrawing:
    drawing = sheet_of(library, SheetOrder(subject, (language.code,)), language).map
    assert drawing is not None
    return drawing


def brightness(colour: str) -> float:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return (299 * red + 587 * green + 114 * blue) / 255_000


def shapes(drawing: MapDrawing, name: str) -> list[dict[str, str]]:
    return [dict(each.attrib) for each in ET.fromstring(drawing.svg).iter(SVG + name)]


@pytest.mark.parametrize(
    ("subject", "dark"), [("place/belgium", 3), ("place/flanders", 1), ("place/leuven", 0)]
)
def test_what_the_sheet_is_about_is_dark_even_in_grey(
    library: Library, languages: Languages, subject: str, dark: int
) -> None:
    drawing = map_of(library, subject, languages["en"])
    fills = [brightness(path["fill"]) for path in shapes(drawing, "path")]
    assert sum(fill < 0.4 for fill in fills) == dark
    # All else is so much paler that no printer mixes the two up.
    assert all(fill < 0.4 or fill > 0.75 for fill in fills)


def test_a_city_is_the_largest_dot(library: Library, languages: Languages) -> None:
    dots = shapes(map_of(library, "place/leuven", languages["en"]), "circle")
    radii = sorted((float(dot["r"]) for dot in dots), reverse=True)
    assert radii[0] > radii[1]


def test_a_region_too_small_to_see_has_a_ring_in_its_colour(
    library: Library, languages: Languages
) -> None:
    def rings(subject: str) -> list[dict[str, str]]:
        drawn = shapes(map_of(library, subject, languages["en"]), "circle")
        return [each for each in drawn if each["fill"] == "none"]

    (ring,) = rings("place/brussels")
    assert brightness(ring["stroke"]) < 0.4
    assert rings("place/flanders") == []
    assert rings("place/belgium") == []


def test_nothing_is_drawn_outside_the_frame(library: Library, languages: Languages) -> None:
    drawing = map_of(library, "place/belgium", languages["en"])
    _left, _top, width, height = map(float, ET.fromstring(drawing.svg).attrib["viewBox"].split())
    for path in shapes(drawing, "path"):
        for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path["d"]):
            assert 0 <= float(x) <= width
            assert 0 <= float(y) <= height
    assert "<text" not in drawing.svg


def test_the_map_says_in_words_what_it_marks(library: Library, languages: Languages) -> None:
    for code, language in languages.items():
        spoken = map_of(library, "place/wallonia", language).spoken
        assert library.title("place/wallonia")[code] in spoken
        assert library.title("place/belgium")[code] in spoken


def test_the_same_drawing_serves_every_language(library: Library, languages: Languages) -> None:
    drawings = {map_of(library, "place/ghent", each).svg for each in languages.values()}
    assert len(drawings) == 1
