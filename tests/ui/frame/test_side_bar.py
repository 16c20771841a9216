"""The side bar: every view can be seen and read, and the open one is marked by more than colour."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.l10n.language import Language
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.side_bar import SideBar
from desktop.ui.look.typography import Role, font
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]


def row_of(key: str) -> int:
    return [spec.key for spec in views.ALL].index(key)


def spoken(side_bar: SideBar, key: str) -> str:
    return str(side_bar.item(row_of(key)).data(Qt.ItemDataRole.AccessibleTextRole))


def drawn(side_bar: SideBar, key: str) -> QImage:
    QApplication.processEvents()
    rect = side_bar.visualItemRect(side_bar.item(row_of(key)))
    return side_bar.viewport().grab(rect).toImage()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_view_stands_there_whole_at_the_least_size(start: Start, code: str) -> None:
    window = start(code).window
    window.resize(1024, 640)
    QApplication.processEvents()
    side_bar = window.side_bar
    assert side_bar.verticalScrollBar().maximum() == 0
    metrics = QFontMetrics(font(Role.STRONG))
    for row in range(side_bar.count()):
        item = side_bar.item(row)
        rect = side_bar.visualItemRect(item)
        assert side_bar.viewport().rect().contains(rect)
        assert metrics.horizontalAdvance(item.text()) < rect.width()


def test_its_width_is_the_same_in_every_language(start: Start) -> None:
    program = start("nl")
    widths = set()
    for code in LANGUAGES:
        program.choose_language(code)
        widths.add(program.window.side_bar.width())
    assert len(widths) == 1


def test_the_views_of_a_group_stand_together() -> None:
    groups = [spec.group for spec in views.ALL]
    changes = sum(one is not other for one, other in itertools.pairwise(groups))
    assert changes == len(set(groups)) - 1 == 4


def test_the_open_view_is_marked_by_a_bar_and_heavier_letters(start: Start) -> None:
    program = start("en")
    side_bar = program.window.side_bar
    before = drawn(side_bar, "people")
    program.window.go(Address("people"))
    after = drawn(side_bar, "people")

    def dark(image: QImage) -> int:
        """How many points are nearly as dark as the letters: heavier ones have more."""
        text = program.context.theme.colour("text").lightness()
        return sum(
            image.pixelColor(x, y).lightness() < text + 40
            for x in range(image.width() // 3, image.width())
            for y in range(image.height())
        )

    assert dark(after) > dark(before)
    accent = QColor(program.context.theme.colours["accent"])
    assert after.pixelColor(1, after.height() // 2) == accent
    assert before.pixelColor(1, before.height() // 2) != accent


@pytest.mark.parametrize(("code", "words"), [("nl", "2"), ("fr", "2"), ("en", "Briefing, 2 items")])
def test_it_counts_what_is_in_the_briefing(
    start: Start, languages: dict[str, Language], code: str, words: str
) -> None:
    program = start(code)
    side_bar = program.window.side_bar
    empty = drawn(side_bar, "briefing")
    title = languages[code].gettext("Briefing")
    assert spoken(side_bar, "briefing") == title
    for record in ("place/leuven", "programme/regmed-xb"):
        program.context.briefing.add(record)
    assert words in spoken(side_bar, "briefing")
    assert side_bar.item(row_of("briefing")).text() == title
    assert drawn(side_bar, "briefing") != empty


def test_it_shows_what_the_mouse_points_at(start: Start) -> None:
    program = start("en")
    side_bar = program.window.side_bar
    before = drawn(side_bar, "people")
    middle = side_bar.visualItemRect(side_bar.item(row_of("people"))).center()
    QTest.mouseMove(side_bar.viewport(), middle)
    QApplication.processEvents()
    assert side_bar.row_under_mouse() == row_of("people")
    assert drawn(side_bar, "people") != before


def test_the_focus_can_be_seen(start: Start) -> None:
    program = start("en")
    side_bar = program.window.side_bar
    program.window.search_box.setFocus()
    before = drawn(side_bar, "home")
    side_bar.setFocus()
    assert drawn(side_bar, "home") != before


def test_what_was_saved_before_is_counted_at_the_start(start: Start) -> None:
    start("en").context.briefing.add("place/leuven")
    program = start("en")
    QApplication.processEvents()
    assert spoken(program.window.side_bar, "briefing") == "Briefing, 1 item"


def test_the_theme_colours_the_icons(start: Start) -> None:
    program = start("en")
    program.choose_theme("light")
    light = drawn(program.window.side_bar, "people")
    program.choose_theme("dark")
    assert drawn(program.window.side_bar, "people") != light


def test_its_model_keeps_qts_rules(start: Start) -> None:
    program = start("en")
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    model = program.window.side_bar.model()
    tester = QAbstractItemModelTester(model, mode)
    program.choose_language("nl")
    program.context.briefing.add("place/leuven")
    assert tester.model() is model
