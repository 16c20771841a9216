"""The choices and the page: beside each other where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.ui.views.sheets import SheetsView
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# Steps to twice the usual size of text.
TO_THE_LARGEST = 8


def shown(program: Program, text: str) -> SheetsView:
    program.window.open_record(text)
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    for _ in range(3):
        QApplication.processEvents()
    return view


@pytest.fixture
def large(start: Start) -> Callable[[str], Program]:
    """Starts a small window with the largest text."""

    def start_large(code: str) -> Program:
        program = start(code)
        program.window.resize(1024, 640)
        for _ in range(TO_THE_LARGEST):
            program.window.menus.larger.trigger()
        return program

    return start_large


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("sheet", ["/place/belgium?second=fr&layout=faces", "?subject=mission"])
def test_in_a_small_window_the_page_lies_beside_its_choices_and_nothing_is_cut(
    start: Start, code: str, sheet: str
) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    view = shown(program, f"sheets{sheet}")
    assert not view.sides.is_narrow
    assert view.sides.verticalScrollBar().maximum() == 0
    assert view.preview.page.width() > view.panel.width() * 0.9
    program.window.grab()
    assert cut_texts(view) == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("sheet", ["/place/belgium?second=fr&layout=faces", "?subject=mission"])
def test_with_large_text_the_page_lies_below_its_choices_and_nothing_is_cut(
    large: Callable[[str], Program], code: str, sheet: str
) -> None:
    program = large(code)
    view = shown(program, f"sheets{sheet}")
    assert view.sides.is_narrow
    assert view.panel.verticalScrollBar().maximum() == 0
    assert view.stack.width() == view.sides.viewport().width()
    bar = view.sides.verticalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        QApplication.processEvents()
        program.window.grab()
        assert cut_texts(view) == []


def test_a_key_that_leads_to_the_page_brings_it_into_sight(
    large: Callable[[str], Program],
) -> None:
    program = large("en")
    view = shown(program, "sheets/place/belgium")
    page = view.preview.page
    assert page.visibleRegion().isEmpty()
    page.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QApplication.processEvents()
    assert not page.visibleRegion().isEmpty()
    view.panel.subject.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.qWait(1)
    assert not view.panel.subject.visibleRegion().isEmpty()


def test_the_page_does_not_move_when_a_choice_offers_more(start: Start) -> None:
    program = start("nl")
    program.window.resize(1440, 900)
    view = shown(program, "sheets/place/belgium")
    before = view.preview.geometry(), view.panel.width()
    view = shown(program, "sheets/place/belgium?second=fr&layout=beside")
    assert view.panel.layouts[0].isVisible()
    assert (view.preview.geometry(), view.panel.width()) == before
