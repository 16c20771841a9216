"""The passport of a value: one click away, complete, and its sentence copied in any language."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from desktop.ui.record.fact_view import FactView
from desktop.ui.record.pane import RecordPane
from desktop.ui.record.passport_panel import PassportPanel
from desktop.ui.widgets.text import LinkLabel
from tests.conftest import LANGUAGES, TODAY
from tests.ui.record.conftest import OpenIn, pane_of

Start = Callable[[str | None], Program]
RIVALS = "figure/biopharma-exports-per-day"


def opened(qtbot: QtBot, pane: RecordPane, number: int = 0) -> tuple[FactView, PassportPanel]:
    """A fact of the page and its passport, opened by a click."""
    fact = pane.page.facts[number]
    qtbot.mouseClick(fact.source_button, Qt.MouseButton.LeftButton)
    assert fact.passport is not None
    return fact, fact.passport


def rows_of(panel: PassportPanel) -> LinkLabel:
    (rows,) = panel.findChildren(LinkLabel)
    return rows


@pytest.mark.parametrize("code", LANGUAGES)
def test_one_click_opens_all_that_is_known_of_a_value(
    start: Start, qtbot: QtBot, open_in: OpenIn, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    _fact, panel = opened(qtbot, open_in(program, RIVALS))
    passport = Describer(program.library, languages[code], TODAY).passport(RIVALS)
    shown = rows_of(panel)
    assert shown.accessibleName() == passport.text
    for row in passport.rows:
        assert f">{row.label}<" in shown.text()
        for mention in row.mentions:
            if mention.record:
                link = f'<a href="{mention.record}">{escape(mention.text)}</a>'
                assert link in shown.text()
            else:
                assert escape(mention.text) in shown.text()


def test_the_passport_opens_right_below_its_value_and_the_page_does_not_jump(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    program.window.resize(1400, 900)
    pane = open_in(program, "place/belgium")
    before = [fact.y() for fact in pane.page.facts]
    fact, panel = opened(qtbot, pane, 2)
    assert pane.page.verticalScrollBar().value() == 0
    assert [each.y() for each in pane.page.facts[:4]] == before[:4]
    below = panel.y() - fact.geometry().bottom()
    assert 0 < below < pane.fontMetrics().height()
    assert pane.page.facts[4].y() > panel.geometry().bottom()
    fact.source_button.click()
    assert [each.y() for each in pane.page.facts] == before


def test_a_passport_at_the_lower_edge_comes_into_sight_with_its_value(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("nl")
    program.window.resize(1024, 640)
    pane = open_in(program, "place/belgium")
    page = pane.page
    fact = page.facts[0]
    page.verticalScrollBar().setValue(0)
    _fact, panel = opened(qtbot, pane, 0)
    visible = page.viewport().rect()
    assert visible.contains(fact.source_button.mapTo(page.viewport(), fact.rect().topLeft()))
    assert visible.contains(panel.mapTo(page.viewport(), panel.rect().topLeft()))


def test_two_passports_of_figures_side_by_side_stand_one_below_the_other(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("fr")
    program.window.resize(1600, 900)
    pane = open_in(program, "programme/regmed-xb")
    one, first = opened(qtbot, pane, 0)
    other, second = opened(qtbot, pane, 1)
    assert one.y() == other.y()
    assert first.geometry().bottom() < second.y()
    assert one.fact.label in rows_of(first).text()
    assert other.fact.label in rows_of(second).text()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sentence_is_copied_in_any_language_and_that_is_said(
    start: Start, qtbot: QtBot, open_in: OpenIn, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    said: list[str] = []
    program.context.announced.connect(said.append)
    _fact, panel = opened(qtbot, open_in(program, RIVALS))
    assert not panel.feedback.isVisible()
    for wanted, language in languages.items():
        button = panel.copy_buttons[wanted]
        assert button.text() == language.own_name
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        expected = Describer(program.library, language, TODAY).passport(RIVALS).sentence
        assert QApplication.clipboard().text() == expected
        assert language.gettext("year not stated") in expected
        assert panel.feedback.isVisible()
        assert language.own_name in panel.feedback.text()
        assert panel.geometry().height() >= panel.heightForWidth(panel.width())
        assert said[-1] == panel.feedback.text()
    assert len(said) == len(LANGUAGES)


def test_a_detail_that_is_no_figure_can_be_quoted_too(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    pane = open_in(program, "milestone/economic-mission-leuven-2018")
    _fact, panel = opened(qtbot, pane, 0)
    panel.copy_buttons["nl"].click()
    copied = QApplication.clipboard().text()
    assert program.library.title("milestone/economic-mission-leuven-2018")["nl"] in copied
    assert "2018" in copied
    assert not panel.save_button.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_source_is_a_click_away_from_its_digest(
    start: Start, qtbot: QtBot, open_in: OpenIn, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    pane = open_in(program, "figure/prevention-share-of-budget")
    _fact, panel = opened(qtbot, pane)
    assert 'href="section/country-page-trade"' in rows_of(panel).text()
    rows_of(panel).linkActivated.emit("section/country-page-trade")
    shown = pane_of(program)
    assert shown.record_id == "section/country-page-trade"
    summary = library.get("section/country-page-trade").summary[code]
    assert shown.page.sheets[0].summary.text() == summary


def test_the_keyboard_opens_reads_and_closes_a_passport(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("nl")
    fact = open_in(program, RIVALS).page.facts[0]
    fact.source_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(fact.source_button, Qt.Key.Key_Space)
    assert fact.passport is not None
    qtbot.keyClick(fact.source_button, Qt.Key.Key_Tab)
    rows = program.window.focusWidget()
    assert isinstance(rows, LinkLabel)
    assert fact.passport.isAncestorOf(rows)
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert fact.passport is None
    assert program.window.focusWidget() is fact.source_button


def test_the_keyboard_copies_a_sentence(start: Start, qtbot: QtBot, open_in: OpenIn) -> None:
    program = start("fr")
    fact = open_in(program, RIVALS).page.facts[0]
    fact.source_button.click()
    fact.source_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert fact.passport is not None
    for _step in range(40):
        if program.window.focusWidget() is fact.passport.copy_buttons["fr"]:
            break
        qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Space)
    assert "230\u00a0millions" in QApplication.clipboard().text()


def test_a_single_figure_is_saved_from_its_passport(
    start: Start, qtbot: QtBot, open_in: OpenIn
) -> None:
    program = start("en")
    pane = open_in(program, "place/belgium")
    fact, panel = opened(qtbot, pane)
    assert fact.fact.record == "figure/biopharma-exports-2020"
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert program.context.briefing.holds("figure/biopharma-exports-2020")
    assert not program.context.briefing.holds("place/belgium")
    assert panel.save_button.isChecked()
    assert not pane.header.save.isChecked()
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert not program.context.briefing.holds("figure/biopharma-exports-2020")
    assert not panel.save_button.isChecked()
