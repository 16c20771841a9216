"""A record in two languages at once, and what a switch of the language must not lose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.l10n.language import Language
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.record.pane import RecordPane
from desktop.ui.record.sheet import RecordSheet
from tests.ui.measure import cut_texts
from tests.ui.record.conftest import OpenIn, pane_of
from tests.ui.record.test_page import group_of, links_of
from tests.ui.walk import texts_of

Start = Callable[[str | None], Program]
RECORD = "place/belgium"


def compare(pane: RecordPane, code: str) -> None:
    pane.header.languages[code].click()


def codes_of(pane: RecordPane) -> list[str]:
    return [sheet.language.code for sheet in pane.page.sheets]


def texts(sheet: RecordSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label is not sheet.caption]


@pytest.mark.parametrize(("own", "other"), [("nl", "fr"), ("fr", "en"), ("en", "nl")])
def test_each_side_is_wholly_in_its_own_language(
    start: Start, open_in: OpenIn, languages: dict[str, Language], own: str, other: str
) -> None:
    program = start(own)
    program.window.resize(1700, 900)
    pane = open_in(program, RECORD)
    alone = {own: texts(pane.page.sheets[0])}
    program.choose_language(other)
    alone[other] = texts(pane.page.sheets[0])
    program.choose_language(own)
    compare(pane, other)
    assert codes_of(pane) == [own, other]
    for sheet, code in zip(pane.page.sheets, (own, other), strict=True):
        assert texts(sheet) == alone[code]
        assert sheet.caption.isVisible()
        assert sheet.caption.text() == languages[code].own_name
        assert sheet.locale().name() == languages[code].territory_code


def test_the_two_stand_line_by_line_beside_each_other_and_scroll_as_one(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("nl")
    program.window.resize(1700, 900)
    pane = open_in(program, RECORD)
    compare(pane, "fr")
    left, right = pane.page.sheets
    assert left.geometry().right() < right.x()
    assert left.y() == right.y()
    assert left.tops == right.tops
    for one, other in zip(left.facts, right.facts, strict=True):
        assert one.y() == other.y()
    assert left.parentWidget() is right.parentWidget() is pane.page.body


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_the_list_makes_room_for_two_languages_and_has_it_back(
    start: Start, qtbot: QtBot, open_in: OpenIn, code: str
) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    pane = open_in(program, "programme/regmed-xb")
    view = program.window.view("programmes")
    assert isinstance(view, RecordsView)
    usual = view.splitter.sizes()
    other = "nl" if code != "nl" else "fr"
    compare(pane, other)
    qtbot.waitUntil(lambda: pane.page.sheets[0].x() < pane.page.sheets[1].x())
    qtbot.waitUntil(lambda: not cut_texts(program.window))
    compare(pane, other)
    assert view.splitter.sizes() == usual


def test_in_a_narrow_window_one_stands_below_the_other(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    program.window.resize(700, 640)
    pane = open_in(program, "programme/regmed-xb")
    compare(pane, "nl")
    first, second = pane.page.sheets
    assert first.x() == second.x()
    assert first.geometry().bottom() < second.y()


def test_a_second_click_closes_the_other_language(start: Start, open_in: OpenIn) -> None:
    pane = open_in(start("en"), RECORD)
    compare(pane, "nl")
    assert pane.header.languages["nl"].isChecked()
    compare(pane, "fr")
    assert codes_of(pane) == ["en", "fr"]
    assert not pane.header.languages["nl"].isChecked()
    compare(pane, "fr")
    assert codes_of(pane) == ["en"]
    assert not pane.page.sheets[0].caption.isVisible()


def test_the_other_language_stays_while_one_browses(start: Start, open_in: OpenIn) -> None:
    program = start("fr")
    compare(open_in(program, RECORD), "en")
    assert codes_of(open_in(program, "place/leuven")) == ["fr", "en"]
    assert codes_of(open_in(program, "programme/regmed-xb")) == ["fr", "en"]
    program.window.back_action.trigger()
    assert codes_of(pane_of(program)) == ["fr", "en"]
    compare(pane_of(program), "en")
    program.window.back_action.trigger()
    assert codes_of(pane_of(program)) == ["fr"]


def test_where_the_interface_takes_the_other_language_the_two_swap(
    start: Start, open_in: OpenIn
) -> None:
    program = start("nl")
    pane = open_in(program, RECORD)
    compare(pane, "fr")
    program.choose_language("fr")
    assert codes_of(pane) == ["fr", "nl"]
    program.choose_language("en")
    assert codes_of(pane) == ["en", "nl"]
    program.choose_language("nl")
    assert codes_of(pane) == ["nl", "en"]
    assert codes_of(open_in(program, "programme/regmed-xb")) == ["nl", "en"]


def test_a_passport_opens_and_closes_in_both_languages(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("nl")
    program.window.resize(1700, 900)
    pane = open_in(program, RECORD)
    compare(pane, "fr")
    left, right = pane.page.sheets
    qtbot.mouseClick(right.facts[1].source_button, Qt.MouseButton.LeftButton)
    panels = [sheet.facts[1].passport for sheet in (left, right)]
    assert None not in panels
    assert len({panel.y() for panel in panels if panel}) == 1
    assert left.facts[1].source_button.isChecked()
    qtbot.mouseClick(left.facts[1].source_button, Qt.MouseButton.LeftButton)
    assert [sheet.facts[1].passport for sheet in (left, right)] == [None, None]


def test_what_opens_in_the_language_below_stays_where_it_was_pressed(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    # High enough for the passport: nothing must be scrolled to show the end of it.
    program.window.resize(840, 1080)
    pane = open_in(program, RECORD)
    compare(pane, "nl")
    page = pane.page
    button = page.sheets[1].facts[0].source_button
    page.verticalScrollBar().setValue(page.sheets[1].y() + page.sheets[1].facts[0].y() - 20)
    before = button.mapTo(page.viewport(), QPoint()).y()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.sheets[0].facts[0].passport is not None
    assert button.mapTo(page.viewport(), QPoint()).y() == before
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.mapTo(page.viewport(), QPoint()).y() == before


@pytest.mark.parametrize(("before", "after"), [("nl", "fr"), ("fr", "en"), ("en", "nl")])
@pytest.mark.parametrize("record_id", ["programme/regmed-xb", "figure/hospitals-in-belgium"])
def test_after_a_switch_all_is_said_as_after_a_start_in_that_language(
    start: Start, open_in: OpenIn, before: str, after: str, record_id: str
) -> None:
    said: list[list[tuple[str, str]]] = []
    for first in (before, after):
        program = start(first)
        pane = open_in(program, record_id)
        for fact in pane.page.facts:
            fact.source_button.setChecked(True)
        program.choose_language(after)
        said.append(texts_of(pane))
    assert said[0] == said[1]


@pytest.mark.parametrize("beside", ["", "en"])
def test_a_switch_keeps_record_place_passports_and_long_groups(
    start: Start, qtbot: QtBot, open_in: OpenIn, beside: str
) -> None:
    program = start("nl")
    program.window.resize(1500, 700)
    pane = open_in(program, RECORD)
    if beside:
        compare(pane, beside)
    pane.page.facts[1].source_button.click()
    links_of(group_of(pane, "all:")).linkActivated.emit("all:")
    bar = pane.page.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    sheet = pane.page.sheets[0]

    def at_the_top() -> int:
        """The number of the row that stands at the upper edge."""
        return sum(sheet.y() + top <= bar.value() for top in sheet.tops)

    row = at_the_top()
    focus = pane.page.facts[1].source_button
    focus.setFocus(Qt.FocusReason.TabFocusReason)
    for code in ("fr", "en", "nl"):
        program.choose_language(code)
        assert pane.record_id == RECORD
        assert at_the_top() == row
        assert [bool(fact.passport) for fact in pane.page.sheets[0].facts[:3]] == [
            False,
            True,
            False,
        ]
        assert not [each for each in pane.page.findChildren(QLabel) if "all:" in each.text()]
        assert len(pane.page.sheets) == (2 if beside else 1)
        assert program.window.focusWidget() is focus
    if not beside:
        assert abs(bar.value() - bar.maximum() // 2) < pane.fontMetrics().height()


def test_another_width_keeps_what_one_reads_in_sight(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    program.window.resize(1600, 800)
    pane = open_in(program, "place/flanders")
    sheet = pane.page.sheets[0]
    bar = pane.page.verticalScrollBar()
    part = len(sheet.tops) // 2 + 3
    bar.setValue(sheet.y() + sheet.tops[part] + 3)
    assert bar.value() < bar.maximum()
    width = pane.width()
    program.window.resize(1024, 640)
    qtbot.waitUntil(lambda: pane.width() != width)
    assert sum(sheet.y() + top <= bar.value() for top in sheet.tops) - 1 == part
