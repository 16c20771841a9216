"""Going through the real window: back, forward, home, the trail, the title, the mouse's keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.look import theme
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]


class WindowsShown(QObject):
    """Every widget that is shown as a window of its own while this watches the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.found: list[QWidget] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() is QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(watched)
        return False


def test_no_part_of_a_view_flashes_up_as_a_window(start: Start, qapp: QApplication) -> None:
    program = start("en")
    shown = WindowsShown(qapp)
    for spec in views.ALL:
        program.window.go(Address(spec.key, query="care" if spec.key == views.SEARCH else ""))
        settled(program.window)
    for record in program.library.list()[::25]:
        program.window.open_record(record.id)
    qapp.removeEventFilter(shown)
    assert shown.found == []


@pytest.mark.parametrize("spec", views.ALL, ids=lambda spec: spec.key)
def test_every_view_opens_with_something_to_see(start: Start, spec: views.ViewSpec) -> None:
    program = start("en")
    program.window.go(Address(spec.key, query="belgium" if spec.key == views.SEARCH else ""))
    assert program.window.stack.currentWidget() is program.window.view(spec.key)
    assert not settled(program.window).is_empty


def test_back_and_forward_walk_the_way_one_came(start: Start) -> None:
    window = start("en").window
    window.open_record("place/flanders")
    window.open_record("programme/regmed-xb")
    window.back_action.trigger()
    assert window.history.current == Address("regions", "place/flanders")
    assert window.view("regions").record_id == "place/flanders"
    window.back_action.trigger()
    assert window.history.current == Address("home")
    assert not window.back_action.isEnabled()
    window.forward_action.trigger()
    assert window.history.current == Address("regions", "place/flanders")
    assert window.forward_action.isEnabled()


def test_the_history_outlives_a_switch_of_the_language(start: Start) -> None:
    program = start("en")
    program.window.open_record("place/flanders")
    program.choose_language("fr")
    program.window.back_action.trigger()
    assert program.window.history.current == Address("home")
    assert program.window.forward_action.isEnabled()


def test_back_leads_to_where_one_was_on_the_page(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    window.resize(1024, 640)
    window.open_record("programme/regmed-xb")
    view = window.view("programmes")

    def scroll_down() -> bool:
        view.scrolled = 100
        return view.scrolled == 100

    qtbot.waitUntil(scroll_down)
    window.open_record("place/flanders")
    window.back_action.trigger()
    qtbot.waitUntil(lambda: view.scrolled == 100)


@pytest.mark.parametrize(
    ("button", "reached"),
    [
        (Qt.MouseButton.BackButton, Address("regions", "place/flanders")),
        (Qt.MouseButton.ForwardButton, Address("people")),
    ],
)
def test_the_keys_of_the_mouse_go_back_and_forward_wherever_it_points(
    start: Start, button: Qt.MouseButton, reached: Address
) -> None:
    window = start("en").window
    window.open_record("place/flanders")
    window.go(Address("themes"))
    window.go(Address("people"))
    window.back_action.trigger()
    QApplication.processEvents()
    middle = QPoint(window.width() // 3, window.height() // 2)
    QTest.mouseClick(window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, middle)
    QApplication.processEvents()
    assert window.history.current == reached


def test_a_mouse_key_where_there_is_no_way_back_does_nothing(start: Start) -> None:
    window = start("en").window
    back = Qt.MouseButton.BackButton
    QTest.mouseClick(window.windowHandle(), back, Qt.KeyboardModifier.NoModifier, QPoint(300, 300))
    QApplication.processEvents()
    assert window.history.current == Address("home")


def test_a_button_held_down_shows_where_one_was(start: Start) -> None:
    window = start("en").window
    for record in ("place/leuven", "place/flanders", "programme/regmed-xb"):
        window.open_record(record)
    back, forward, _home = window.top_bar.buttons
    back.menu().aboutToShow.emit()
    assert [action.text() for action in back.menu().actions()] == ["Flanders", "Leuven", "Home"]
    back.menu().actions()[1].trigger()
    assert window.history.current == Address("regions", "place/leuven")
    forward.menu().aboutToShow.emit()
    assert [action.text() for action in forward.menu().actions()] == ["Flanders", "RegMed XB"]
    forward.menu().actions()[1].trigger()
    assert window.history.current == Address("programmes", "programme/regmed-xb")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_buttons_have_names_and_tell_their_keys(start: Start, code: str) -> None:
    window = start(code).window
    for button in window.top_bar.buttons:
        assert button.accessibleName()
        assert "&" not in button.accessibleName()
        assert "Alt+" in button.toolTip()


def test_a_step_of_the_trail_leads_up(start: Start) -> None:
    window = start("en").window
    window.open_record("place/leuven")
    window.top_bar.trail.linkActivated.emit("2")
    assert window.history.current == Address("regions", "place/flanders")
    window.top_bar.trail.linkActivated.emit("1")
    assert window.history.current == Address("regions")
    window.top_bar.trail.linkActivated.emit("0")
    assert window.history.current == Address("home")


def test_the_keyboard_follows_the_trail(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    window.open_record("place/leuven")
    trail = window.top_bar.trail
    trail.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(trail, Qt.Key.Key_Tab)
    qtbot.keyClick(trail, Qt.Key.Key_Return)
    assert window.history.current == Address("regions")


@pytest.mark.parametrize(
    ("code", "spoken", "title"),
    [
        ("nl", "Gewesten › Vlaanderen › Leuven", "Leuven – Valley Atlas"),
        ("fr", "Régions › Flandre › Louvain", "Louvain – Valley Atlas"),
        ("en", "Regions › Flanders › Leuven", "Leuven – Valley Atlas"),
    ],
)
def test_trail_and_title_say_where_one_is_in_the_language(
    start: Start, code: str, spoken: str, title: str
) -> None:
    program = start("en" if code != "en" else "nl")
    assert program.window.windowTitle() == "Valley Atlas"
    program.window.open_record("place/leuven")
    program.choose_language(code)
    assert program.window.top_bar.trail.accessibleName().endswith(spoken)
    assert "<" not in program.window.top_bar.trail.accessibleName()
    assert program.window.windowTitle() == title


def test_a_title_with_an_ampersand_is_shown_as_it_is(start: Start) -> None:
    window = start("en").window
    window.go(Address("search", query="<b>R&D</b>"))
    assert "&lt;b&gt;R&amp;D&lt;/b&gt;" in window.top_bar.trail.text()


def test_typing_is_one_step_of_history_not_one_a_key(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    qtbot.keyClicks(window.search_box, "prevention")
    window.back_action.trigger()
    assert window.history.current == Address("home")


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_theme_is_applied_at_once_and_remembered(start: Start, choice: str) -> None:
    program = start("en")
    program.window.menus.themes[choice].trigger()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.palette().window().color() == program.context.theme.colour("window")
    program.window.close()
    program.user_file.flush()
    assert start("en").theme_choice == choice


def test_the_theme_follows_the_system_until_one_is_chosen(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start("en")
    hints = QGuiApplication.styleHints()

    def system_turns(scheme: Qt.ColorScheme) -> None:
        """The offscreen platform has no colours of its own to change."""
        resolve = {Qt.ColorScheme.Dark: "dark", Qt.ColorScheme.Light: "light"}
        auto = resolve[scheme]
        monkeypatch.setattr(
            theme, "resolve", lambda choice: auto if choice == theme.AUTO else choice
        )
        hints.colorSchemeChanged.emit(scheme)

    for scheme, name in ((Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light")):
        system_turns(scheme)
        assert program.context.theme.name == name
    program.choose_theme("light")
    system_turns(Qt.ColorScheme.Dark)
    assert program.context.theme.name == "light"


def test_a_change_of_the_theme_keeps_where_one_is(start: Start) -> None:
    program = start("en")
    for record in ("place/leuven", "programme/regmed-xb"):
        program.window.open_record(record)
    program.choose_theme("dark")
    assert program.window.stack.currentWidget() is program.window.view("programmes")
    assert program.window.view("programmes").record_id == "programme/regmed-xb"
    program.window.back_action.trigger()
    assert program.window.view("regions").record_id == "place/leuven"


@pytest.mark.parametrize("code", LANGUAGES)
def test_about_says_version_edition_and_licence(start: Start, code: str) -> None:
    program = start(code)
    program.window.menus.about.trigger()
    (box,) = program.window.findChildren(QMessageBox)
    assert "2026-11" in box.informativeText()
    assert "EUPL-1.2" in box.informativeText()
    box.close()
