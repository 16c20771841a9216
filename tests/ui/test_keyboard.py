"""Every view, in every language, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui import views
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

# Views with a list of records beside a page.
LISTS = [spec.key for spec in views.ALL if spec.kinds]
MOST_STOPS = 60


class Hands:
    """Presses keys in a window as a person does: what has the focus gets them."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.window = program.window
        self._qtbot = qtbot

    @property
    def focus(self) -> QWidget:
        # The window's, because the offscreen platform makes no window active.
        return self.window.focusWidget() or self.window

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        # The offscreen platform forgets which window is active; none is told of its focus then.
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        self._qtbot.keyClick(self.focus, key, modifier)
        QApplication.processEvents()

    def tab_to(self, is_there: Callable[[QWidget], bool]) -> None:
        for _ in range(MOST_STOPS):
            if is_there(self.focus):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError("never came there")

    def open_view(self, key: str) -> None:
        """Through the side bar, entry by entry."""
        self.tab_to(lambda widget: widget is self.window.side_bar)
        for _ in views.ALL:
            here = self.window.history.current
            if here is not None and here.view == key:
                return
            self.press(Qt.Key.Key_Down)
        here = self.window.history.current
        assert here is not None
        assert here.view == key


@pytest.mark.parametrize("key", LISTS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_record_is_found_opened_and_left_again(
    start: Start, qtbot: QtBot, code: str, key: str
) -> None:
    program = start(code)
    hands = Hands(program, qtbot)
    hands.open_view(key)
    view = program.window.view(key)
    first = view.record_id
    assert first is not None
    hands.tab_to(lambda widget: isinstance(widget, QAbstractItemView) and view.isAncestorOf(widget))
    hands.press(Qt.Key.Key_Down)
    second = view.record_id
    assert second not in (None, first)
    before = program.window.history.current
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(lambda widget: widget.objectName() == "links")
    hands.press(Qt.Key.Key_Return)
    assert program.window.history.current != before
    hands.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.window.history.current == before
    assert view.record_id == second


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_value_is_kept_with_a_note_for_a_meeting(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    hands = Hands(program, qtbot)
    hands.open_view("figures")
    record = program.window.view("figures").record_id
    hands.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    hands.open_view("briefing")
    hands.tab_to(lambda widget: isinstance(widget, QPlainTextEdit))
    qtbot.keyClicks(hands.focus, "ask for the source")
    book = program.context.briefing
    qtbot.waitUntil(lambda: book.is_saved)
    (item,) = program.user_file.read().items
    assert (item.record, item.note) == (record, "ask for the source")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_search_leads_to_a_record(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    hands = Hands(program, qtbot)
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(hands.focus, "regmed")
    hands.press(Qt.Key.Key_Return)
    first = settled(program.window).record_id
    hands.press(Qt.Key.Key_Down)
    assert program.window.view(views.SEARCH).record_id not in (None, first)


@pytest.mark.parametrize("code", LANGUAGES)
def test_home_leads_into_the_atlas(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    hands = Hands(program, qtbot)
    home = program.window.view(views.HOME)
    hands.tab_to(lambda widget: home.isAncestorOf(widget) and widget.objectName() == "links")
    hands.press(Qt.Key.Key_Return)
    here = program.window.history.current
    assert here is not None
    assert here.view != views.HOME


@pytest.mark.parametrize("code", LANGUAGES)
def test_help_is_one_key_away(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    hands = Hands(program, qtbot)
    hands.press(Qt.Key.Key_F1)
    here = program.window.history.current
    assert here is not None
    assert here.view == views.HELP
