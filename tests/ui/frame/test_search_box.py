"""The search box: room for what it says, and Qt's own words in its menu."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]

WORDS = {
    "nl": {"Knippen", "Kopiëren", "Plakken", "Alles selecteren"},
    "fr": {"Couper", "Copier", "Coller", "Tout sélectionner"},
    "en": {"Cut", "Copy", "Paste", "Select All"},
}


def menu_of(program: Program) -> set[str]:
    menu = program.window.search_box.createStandardContextMenu()
    found = {action.text().partition("\t")[0].replace("&", "") for action in menu.actions()}
    menu.deleteLater()
    return found - {""}


def test_its_menu_speaks_the_language_of_the_moment(start: Start) -> None:
    program = start("en")
    for code in LANGUAGES:
        program.choose_language(code)
        assert menu_of(program) >= WORDS[code]
        for other in LANGUAGES:
            if other != code:
                assert not menu_of(program) & WORDS[other]


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_has_room_for_what_it_says(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    QApplication.processEvents()
    box = program.window.search_box
    words = box.fontMetrics().horizontalAdvance(box.placeholderText())
    # A glass on the left, a cross on the right, each about as wide as the box is high.
    assert words + 2 * box.height() <= box.width()


def test_its_width_is_the_same_in_every_language(start: Start) -> None:
    program = start("nl")
    widths = set()
    for code in LANGUAGES:
        program.choose_language(code)
        widths.add(program.window.search_box.width())
    assert len(widths) == 1


def test_it_tells_its_key(start: Start) -> None:
    box = start("en").window.search_box
    assert "Ctrl+K" in box.toolTip()
    assert [type(action) for action in box.actions()].count(QAction) >= 1


def test_ten_thousand_characters_are_enough(start: Start) -> None:
    box = start("en").window.search_box
    box.setText("x" * 20_000)
    assert len(box.text()) == 10_000
