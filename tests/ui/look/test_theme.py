"""Colours that everybody can read, computed from the themes by the formula of WCAG 2.2."""

from __future__ import annotations

import re

import pytest

from desktop import bundled
from desktop.ui.look.theme import Theme

THEMES = ("light", "dark")
GROUNDS = ("window", "base", "accent_soft")
# Words, on every ground that they may stand on.
WORDS = [(ink, ground) for ink in ("text", "muted", "accent") for ground in GROUNDS]
WORDS += [("on_accent", "accent"), ("text", "mark")]
# What tells a control from its surroundings, and what shows the focus (WCAG 1.4.11).
SHAPES = [("control", "window"), ("control", "base"), ("accent", "window"), ("accent", "base")]


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG defines it."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    ]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_ratios_that_the_standard_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out_by_four_and_a_half_to_one(name: str, ink: str, ground: str) -> None:
    colours = Theme.load(bundled.resources(), name).colours
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_controls_and_focus_stand_out_by_three_to_one(name: str, shape: str, ground: str) -> None:
    colours = Theme.load(bundled.resources(), name).colours
    assert contrast(colours[shape], colours[ground]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_colours_of_a_chart_stand_out_from_its_ground(name: str) -> None:
    theme = Theme.load(bundled.resources(), name)
    for colour in theme.series:
        assert contrast(colour, theme.colours["base"]) >= 2.5


def test_both_themes_name_the_same_colours() -> None:
    light, dark = (Theme.load(bundled.resources(), name) for name in THEMES)
    assert light.colours.keys() == dark.colours.keys()
    assert len(light.series) == len(dark.series)


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_takes_every_colour_from_the_theme(name: str) -> None:
    written = (bundled.resources() / "styles" / "atlas.qss").read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)", written)
    assert "$" not in Theme.load(bundled.resources(), name).style_sheet


def test_lengths_grow_with_the_text() -> None:
    """No pixel sizes but hairlines of one and focus lines of two."""
    written = (bundled.resources() / "styles" / "atlas.qss").read_text(encoding="utf-8")
    assert {int(size) for size in re.findall(r"(\d+)px", written)} <= {1, 2}
