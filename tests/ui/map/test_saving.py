"""The map as a file: what is on the screen, on white, with title, legend, sources and credit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.sheets.map.page import MapPage
from desktop.ui.charts.file_forms import FORMS
from desktop.ui.charts.map_colours import MapShades
from desktop.ui.frame.navigation import Address
from desktop.ui.look.theme import Theme
from desktop.ui.views.map import MapView
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]
KEYS = ["programme", "figure", "figure/walloon-programme-duration"]
SVG, PNG, PNG_2, CSV = range(4)


def view_of(program: Program, key: str) -> MapView:
    program.window.go(Address("map", filters=(("colour", key),)))
    view = program.window.view("map")
    assert isinstance(view, MapView)
    return view


def page_of(view: MapView) -> MapPage:
    assert view.section.page
    return view.section.page


def content(view: MapView, form: int) -> bytes:
    return FORMS[form].content(view.saver.picture(page_of(view)))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_drawing_says_all_that_the_screen_says(start: Start, code: str, key: str) -> None:
    program = start(code)
    view = view_of(program, key)
    page = page_of(view)
    drawing = content(view, SVG)
    root = ET.fromstring(drawing)
    texts = [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]
    written = " ".join(" ".join(texts).split())
    for said in (page.title, page.attribution, *(row.text for row in page.legend)):
        assert " ".join(said.split()) in written, said
    description = root.findtext("{http://www.w3.org/2000/svg}desc") or ""
    for place in page.places:
        assert place.name in written
        assert place.line in description
        assert " ".join(page.marks[place.record].label.split()) in written
    assert page.source in description
    assert root.findtext("{http://www.w3.org/2000/svg}title") == page.title
    assert QSvgRenderer(QByteArray(drawing)).isValid()
    assert b"clip-path" not in drawing


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_is_on_white_in_the_light_shades_whatever_the_screen(
    start: Start, theme: str
) -> None:
    program = start("en")
    program.choose_theme(theme)
    view = view_of(program, "programme")
    picture = QImage.fromData(content(view, PNG))
    assert picture.pixelColor(1, 1) == QColor("white")
    light = MapShades(Theme.load(program.context.resources, "light"), page_of(view).levels)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    }
    assert light.colour(page_of(view).marks["place/flanders"].level).name() in colours
    assert picture.text("Title") == page_of(view).title
    assert "Natural Earth" in picture.text("Source")


def test_twice_the_size_has_twice_the_dots(start: Start) -> None:
    view = view_of(start("en"), "milestone")
    once, twice = (QImage.fromData(content(view, form)) for form in (PNG, PNG_2))
    assert (twice.width(), twice.height()) == (once.width() * 2, once.height() * 2)


def test_a_file_is_named_after_what_it_shows_and_written_whole(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("fr")
    view = view_of(program, "organisation")
    names = [view.saver.name(page_of(view), form) for form in FORMS]
    assert len(set(names)) == len(FORMS)
    assert names[SVG] == "valley-atlas_map-organisation_fr_2026-11.svg"
    view.bar.forms.actions()[CSV].trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    path = tmp_path / "carte d'été.csv"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in program.window.status_line.text)
    assert path.read_bytes() == content(view, CSV)


def test_a_place_that_cannot_be_written_gets_one_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    view = view_of(program, "programme")
    view.saver.save(page_of(view), FORMS[CSV], tmp_path / "missing" / "map.csv")
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)))
    (box,) = program.window.findChildren(QMessageBox)
    assert "map.csv" in box.text()
    box.close()
