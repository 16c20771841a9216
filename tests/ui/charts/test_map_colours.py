"""The shades of the map: in order for every eye and in grey, and names on them can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop import bundled
from desktop.sheets.map.classes import MOST_CLASSES
from desktop.ui.charts.map_colours import MapShades, contrast, hatching, luminance
from desktop.ui.look.theme import Theme

THEMES = ("light", "dark")


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(bundled.resources(), request.param)


@pytest.mark.parametrize("levels", range(1, MOST_CLASSES + 1))
def test_shades_go_one_way_in_grey_from_the_page_on(theme: Theme, levels: int) -> None:
    shades = MapShades(theme, levels)
    found = [luminance(shades.colour(level)) for level in range(levels + 1)]
    assert found in (sorted(found), sorted(found, reverse=True))
    assert len(set(found)) == levels + 1


@pytest.mark.parametrize("levels", range(1, MOST_CLASSES + 1))
def test_neighbouring_shades_can_be_told_apart(theme: Theme, levels: int) -> None:
    shades = MapShades(theme, levels)
    for level in range(1, levels + 1):
        assert contrast(shades.colour(level), shades.colour(level - 1)) > 1.15


@pytest.mark.parametrize("levels", range(1, MOST_CLASSES + 1))
def test_names_on_every_shade_can_be_read(theme: Theme, levels: int) -> None:
    shades = MapShades(theme, levels)
    for level in range(levels + 1):
        assert contrast(theme.colour("text"), shades.colour(level)) >= 4.5


def test_dots_grow_with_the_class(theme: Theme) -> None:
    shades = MapShades(theme, MOST_CLASSES)
    sizes = [shades.grown(level) for level in range(MOST_CLASSES + 1)]
    assert sizes == sorted(set(sizes))


def test_a_hatching_stays_inside_its_shape_and_fills_it() -> None:
    path = QPainterPath()
    path.addRect(QRectF(10, 10, 100, 60))
    path.addRect(QRectF(40, 20, 20, 20))  # A hole.
    lines = hatching(path, 16)
    assert all(path.contains(middle(line)) for line in lines)
    assert any(middle(line).x() < 30 for line in lines)
    assert any(middle(line).x() > 80 for line in lines)
    assert sum(line.length() for line in lines) > 300


def middle(line: QLineF) -> QPointF:
    return line.center()
