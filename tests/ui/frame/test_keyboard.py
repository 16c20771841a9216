"""Everything by keyboard: no key means two things, and every key is in a menu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.window import MainWindow
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def menus_of(window: MainWindow) -> Iterator[QMenu]:
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        yield menu


def mnemonics(texts: list[str]) -> list[str]:
    found = (re.search(r"&([^&])", text.replace("&&", "")) for text in texts)
    return [match[1].lower() for match in found if match]


@pytest.fixture
def window(start: Start) -> MainWindow:
    window = start("en").window
    window.activateWindow()
    return window


def shortcuts_of(window: MainWindow) -> list[tuple[bool, str]]:
    """(whether it holds in the whole window, keys) of each shortcut, but for those of views that
    are not shown: they sleep.
    """
    whole = Qt.ShortcutContext.WindowShortcut
    actions = [
        (action.shortcutContext() is whole, key.toString())
        for action in window.findChildren(QAction)
        for key in action.shortcuts()
    ]
    return actions + [
        (shortcut.context() is whole, shortcut.key().toString())
        for shortcut in window.findChildren(QShortcut)
        if isinstance(owner := shortcut.parent(), QWidget) and owner.isVisible()
    ]


def test_no_shortcut_means_two_things(start: Start) -> None:
    program = start("en")
    for code in LANGUAGES:
        program.choose_language(code)
        for spec in views.ALL:
            program.window.go(Address(spec.key))
            found = shortcuts_of(program.window)
            everywhere = [key for is_everywhere, key in found if is_everywhere]
            assert len(everywhere) > 20
            assert [key for key, count in Counter(everywhere).items() if count > 1] == []
            # What holds in one part of the window must not be taken from it.
            assert {key for is_everywhere, key in found if not is_everywhere}.isdisjoint(everywhere)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_letter_of_a_menu_is_underlined_twice(start: Start, code: str) -> None:
    program = start(code)
    tops = [action.text() for action in program.window.menuBar().actions()]
    assert len(mnemonics(tops)) == len(tops) == len(set(mnemonics(tops)))
    for menu in menus_of(program.window):
        letters = mnemonics([action.text() for action in menu.actions()])
        assert len(letters) == len(set(letters)), [action.text() for action in menu.actions()]


def test_a_letter_of_the_menu_bar_is_no_shortcut(start: Start) -> None:
    program = start("en")
    taken = {
        key.toString()
        for action in program.window.findChildren(QAction)
        for key in action.shortcuts()
    }
    for code in LANGUAGES:
        program.choose_language(code)
        tops = [action.text() for action in program.window.menuBar().actions()]
        assert taken.isdisjoint(f"Alt+{letter.upper()}" for letter in mnemonics(tops))


def test_every_entry_says_what_it_does(start: Start) -> None:
    program = start("nl")
    for code in LANGUAGES:
        program.choose_language(code)
        for menu in menus_of(program.window):
            for action in menu.actions():
                assert action.isSeparator() or action.text().strip()


def test_control_and_a_digit_open_a_view(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(9, 0, -1):
        qtbot.keyClick(window, Qt.Key(ord("0") + number), CTRL)
        assert window.history.current == Address(views.ALL[number - 1].key)


def test_on_a_belgian_keyboard_nobody_presses_shift_for_a_digit(
    window: MainWindow, qtbot: QtBot
) -> None:
    for sign, number in (("É", 2), ("Ç", 9), ("&", 1)):
        qtbot.keyClick(window, Qt.Key(ord(sign)), CTRL)
        assert window.history.current == Address(views.ALL[number - 1].key)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_f6_goes_round_the_parts_of_the_window_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.open_record("programme/regmed-xb")
    listed, page = window.view("programmes").landmarks
    window.side_bar.setFocus()
    for expected in (window.search_box, listed, page, window.side_bar):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        assert focused() is expected
    for expected in (page, listed, window.search_box, window.side_bar, page):
        qtbot.keyClick(window, Qt.Key.Key_F6, SHIFT)
        assert focused() is expected


def test_f6_leads_into_every_view_and_out_again(window: MainWindow, qtbot: QtBot) -> None:
    for spec in views.ALL:
        window.go(Address(spec.key, query="care" if spec.key == views.SEARCH else ""))
        settled(window)
        window.search_box.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_F6)
        inside = focused()
        assert inside is not None, spec.key
        assert window.view(spec.key).isAncestorOf(inside), spec.key
        for _ in range(4):
            qtbot.keyClick(window, Qt.Key.Key_F6)
            if focused() is window.side_bar:
                break
        assert focused() is window.side_bar, spec.key


def test_control_k_leads_into_the_search_box_and_escape_out_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_record("programme/regmed-xb")
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert focused() is window.search_box
    qtbot.keyClick(window.search_box, Qt.Key.Key_Escape)
    assert focused() is window.view("programmes").landmarks[0]
    assert window.history.current == Address("programmes", "programme/regmed-xb")


def test_escape_elsewhere_is_left_to_whoever_has_the_focus(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.side_bar.setFocus()
    qtbot.keyClick(window.side_bar, Qt.Key.Key_Escape)
    assert focused() is window.side_bar


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_search_box_one_goes_into_the_results(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyClicks(window.search_box, "prevention")
    # At once, whether there are results yet or not.
    qtbot.keyClick(window.search_box, key)
    view = settled(window)
    first = view.record_id
    inside = focused()
    assert inside is view.landmarks[0]
    qtbot.keyClick(inside, Qt.Key.Key_Down)
    assert view.record_id not in (None, first)


def test_the_arrow_keys_walk_through_the_side_bar(window: MainWindow, qtbot: QtBot) -> None:
    window.side_bar.setFocus()
    qtbot.keyClick(window.side_bar, Qt.Key.Key_Down)
    assert window.history.current == Address("regions")


def test_control_d_saves_the_record_that_is_open_and_says_so(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_record("programme/regmed-xb")
    for words in ("Saved to the briefing", "In the briefing already"):
        qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
        assert window.context.briefing.holds("programme/regmed-xb")
        assert words in window.status_line.text
        assert "RegMed XB" in window.status_line.text


def test_where_no_record_is_open_nothing_can_be_saved(window: MainWindow) -> None:
    window.go(Address("help"))
    assert not window.menus.save_record.isEnabled()
    window.open_record("programme/regmed-xb")
    assert window.menus.save_record.isEnabled()


def test_f1_opens_the_help(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.history.current == Address("help")


def test_alt_and_home_lead_home(window: MainWindow, qtbot: QtBot) -> None:
    window.open_record("place/leuven")
    qtbot.keyClick(window, Qt.Key.Key_Home, ALT)
    assert window.history.current == Address("home")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.history.current == Address("regions", "place/leuven")
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.history.current == Address("home")
