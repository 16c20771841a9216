"""The map answers keys and mouse, speaks, and follows language and theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.charts.map_layout import MapLayout
from desktop.ui.charts.map_view import MapView
from desktop.ui.frame.navigation import Address
from desktop.ui.views.home import HomeView

Start = Callable[[str | None], Program]


def map_of(program: Program, qtbot: QtBot) -> MapView:
    """The map of home, in a window where all of it is in sight."""
    program.window.resize(1400, 900)
    program.window.go(Address("home"))
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    qtbot.waitUntil(lambda: view.rest is not None and view.rest.map.map.width() > 300)
    assert view.rest
    return view.rest.map.map


def layout_of(map_view: MapView) -> MapLayout:
    assert map_view.layout_now
    return map_view.layout_now


def spot(map_view: MapView, record: str) -> QPoint:
    return layout_of(map_view).shapes.spots[record].toPoint()


def move_to(map_view: MapView, point: QPoint) -> None:
    """Move the mouse; the offscreen platform has none of its own."""
    button, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there, on_screen = QPointF(point), QPointF(map_view.mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, there, on_screen, button, button, keys)
    QApplication.sendEvent(map_view, event)


def focused(map_view: MapView, qtbot: QtBot) -> MapView:
    map_view.window().activateWindow()
    map_view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(map_view.hasFocus)
    return map_view


def test_tab_leads_into_the_map(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    map_view = map_of(program, qtbot)
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    program.window.activateWindow()
    view.body.figures.cards[-1].source_button.setFocus()
    qtbot.waitUntil(view.body.figures.cards[-1].source_button.hasFocus)
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_Tab)
    assert map_view.hasFocus()


def test_arrows_move_return_opens_and_each_place_is_said(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    map_view = focused(map_of(program, qtbot), qtbot)
    said: list[str] = []
    program.context.announced.connect(said.append)
    first = map_view.current
    assert first
    qtbot.keyClick(map_view, Qt.Key.Key_Right)
    assert map_view.current not in ("", first)
    assert said[-1] == map_view.accessibleDescription()
    name = program.library.title(map_view.current)["en"]
    assert said[-1].startswith(f"{name}. ")
    assert map_view.accessibleName() == "Map"
    opened = map_view.current
    qtbot.keyClick(map_view, Qt.Key.Key_Return)
    assert program.window.history.current == Address("regions", opened)


def test_focus_can_be_seen_and_so_can_where_it_is(start: Start, qtbot: QtBot) -> None:
    map_view = map_of(start("en"), qtbot)
    map_view.clearFocus()
    without = map_view.grab().toImage()
    focused(map_view, qtbot)
    here = map_view.grab().toImage()
    assert here != without
    qtbot.keyClick(map_view, Qt.Key.Key_Down)
    assert map_view.grab().toImage() not in (here, without)


def test_nothing_stands_out_before_someone_points_at_it(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    map_view = map_of(program, qtbot)
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    assert view.rest
    assert map_view.marked is None
    assert view.rest.map.list.currentIndex().isValid()
    assert not view.rest.map.list.selectedIndexes()


def test_a_click_opens_a_place_and_beside_the_country_nothing(start: Start, qtbot: QtBot) -> None:
    program = start("fr")
    map_view = map_of(program, qtbot)
    abroad = QPoint(2, map_view.height() - 2)
    qtbot.mouseClick(map_view, Qt.MouseButton.LeftButton, pos=abroad)
    assert program.window.history.current == Address("home")
    qtbot.mouseClick(map_view, Qt.MouseButton.LeftButton, pos=spot(map_view, "place/liege"))
    assert program.window.history.current == Address("regions", "place/liege")


def test_the_mouse_names_what_it_is_over_and_the_list_shows_it_too(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start("nl")
    map_view = map_of(program, qtbot)
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    assert view.rest
    places = view.rest.map.list
    over = spot(map_view, "place/ghent")
    move_to(map_view, over)
    assert map_view.marked == "place/ghent"
    assert map_view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert [index.data() for index in places.selectedIndexes()] == ["Gent"]
    hints: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, hint, _widget: hints.append(hint))
    asked = QHelpEvent(QEvent.Type.ToolTip, over, map_view.mapToGlobal(over))
    QApplication.sendEvent(map_view, asked)
    assert hints[0].startswith("Gent. ")
    move_to(map_view, QPoint(2, map_view.height() - 2))
    assert map_view.marked is None
    assert not places.selectedIndexes()


def test_what_the_list_points_at_stands_out_on_the_map(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    map_view = map_of(program, qtbot)
    view = program.window.view("home")
    assert isinstance(view, HomeView)
    assert view.rest
    places = view.rest.map.list
    program.window.activateWindow()
    places.setFocus()
    qtbot.waitUntil(places.hasFocus)
    qtbot.keyClick(places, Qt.Key.Key_Down)
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert map_view.marked == map_view.current == "place/wallonia"
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert program.window.history.current == Address("regions", "place/wallonia")


@pytest.mark.parametrize("size", [(1400, 900), (1024, 640)])
def test_a_switch_of_the_language_keeps_the_place_and_renames_all(
    start: Start, qtbot: QtBot, size: tuple[int, int]
) -> None:
    program = start("en")
    map_view = focused(map_of(program, qtbot), qtbot)
    program.window.resize(*size)
    qtbot.keyClick(map_view, Qt.Key.Key_Left)
    current = map_view.current
    program.choose_language("fr")
    assert (map_view.current, map_view.hasFocus()) == (current, True)
    names = {name.owner: name.text for name in layout_of(map_view).names}
    assert names["place/antwerp"] == "Anvers"
    title = program.library.title(current or "")["fr"]
    assert map_view.accessibleDescription().startswith(title)


def test_the_map_takes_the_colours_of_the_theme(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    map_view = map_of(program, qtbot)
    record = "place/leuven"
    for theme in ("light", "dark"):
        program.choose_theme(theme)
        colour = map_view.grab().toImage().pixelColor(spot(map_view, record))
        assert colour == program.context.theme.colour("accent"), theme


def test_it_is_drawn_as_sharp_as_the_screen_is(start: Start, qtbot: QtBot) -> None:
    """A shape, not a picture: at twice the size twice as many points are drawn."""
    map_view = map_of(start("en"), qtbot)
    before = layout_of(map_view).shapes.regions["place/flanders"].boundingRect()
    map_view.resize(map_view.width() * 2, map_view.height() * 2)
    after = layout_of(map_view).shapes.regions["place/flanders"].boundingRect()
    assert after.width() > before.width() * 1.9
    assert layout_of(map_view).at(QPointF(after.center())) is not None
