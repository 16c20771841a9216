"""The timeline answers keys, wheel and mouse, speaks, and follows language and theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.dates import PartialDate
from desktop.ui.frame.navigation import Address
from desktop.ui.timeline.canvas import TimelineCanvas
from desktop.ui.timeline.placing import Placing
from desktop.ui.timeline.scale import LEAST_DAYS
from desktop.ui.views.timeline import TimelineView
from tests.conftest import LANGUAGES

# Of the offscreen platform itself, where a tip pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Start = Callable[[str | None], Program]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def view_of(program: Program, **filters: str) -> TimelineView:
    program.window.resize(1300, 850)
    program.window.go(Address("timeline", filters=tuple(filters.items())))
    QApplication.processEvents()
    view = program.window.view("timeline")
    assert isinstance(view, TimelineView)
    return view


def canvas_of(program: Program, **filters: str) -> TimelineCanvas:
    return view_of(program, **filters).canvas


def wheel(canvas: TimelineCanvas, delta: QPoint, x: float, keys: Qt.KeyboardModifier) -> None:
    """Turn the wheel; the offscreen platform has none of its own."""
    there = QPointF(x, canvas.viewport().height() / 2)
    on_screen = canvas.viewport().mapToGlobal(there)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(there, on_screen, QPoint(), delta, NONE, keys, phase, False)
    QApplication.sendEvent(canvas.viewport(), event)


def mouse(
    canvas: TimelineCanvas, type_: QEvent.Type, point: QPointF, button: Qt.MouseButton
) -> None:
    on_screen = canvas.viewport().mapToGlobal(point)
    held = NONE if type_ is QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(type_, point, on_screen, button, held, NO_KEYS)
    QApplication.sendEvent(canvas.viewport(), event)


def drag(canvas: TimelineCanvas, start: QPointF, way: QPointF) -> None:
    mouse(canvas, QEvent.Type.MouseButtonPress, start, LEFT)
    for share in (0.5, 1.0):
        mouse(canvas, QEvent.Type.MouseMove, start + way * share, LEFT)
    mouse(canvas, QEvent.Type.MouseButtonRelease, start + way, LEFT)


def point_of(canvas: TimelineCanvas, number: int) -> QPointF:
    """The middle of the mark of an event, brought into sight."""
    canvas._scroll_to(number)
    layout = canvas.layout_now
    band, row = layout.places[number][0]
    (mark,) = (each for each in band.rows[row].marks if each.event == number)
    left, right = Placing(canvas.picture()).extent(mark)
    top = layout.row_top(band, row) - canvas.verticalScrollBar().value() + canvas.axis_height
    return QPointF((left + right) / 2, top + layout.metrics.row / 2)


def current(canvas: TimelineCanvas) -> str:
    return canvas.events[canvas.current].record


def focused(canvas: TimelineCanvas, qtbot: QtBot) -> TimelineCanvas:
    canvas.window().activateWindow()
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(canvas.hasFocus)
    return canvas


@pytest.mark.parametrize("is_near", [False, True])
def test_the_arrows_visit_every_event_in_order_of_time(
    start: Start, qtbot: QtBot, is_near: bool
) -> None:
    program = start("en")
    canvas = focused(canvas_of(program), qtbot)
    if is_near:
        canvas.show_days(200)
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    visited, said = [current(canvas)], []
    program.context.told.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down) * (len(canvas.events) // 2):
        qtbot.keyClick(canvas, key)
        if current(canvas) != visited[-1]:
            visited.append(current(canvas))
        point = point_of(canvas, canvas.current)
        assert canvas.viewport().height() > point.y() > canvas.axis_height
        span = canvas.events[canvas.current].span
        assert canvas.scale.x(span.start) < canvas.scale.width
        assert canvas.scale.x(span.end) > 0
    assert visited == [event.record for event in canvas.events]
    lines = [event.line for event in canvas.events]
    # At the end the last one is said again.
    assert list(dict.fromkeys(each for each in said if each in lines)) == lines[1:]
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert current(canvas) == visited[-2]
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert current(canvas) == visited[-3]


def test_the_keyboard_visits_only_what_fits_the_choices(start: Start, qtbot: QtBot) -> None:
    canvas = focused(canvas_of(start("nl"), pillar="trade"), qtbot)
    visited = {current(canvas)}
    for _turn in range(10):
        qtbot.keyClick(canvas, Qt.Key.Key_Right)
        visited.add(current(canvas))
    assert len(visited) == len(canvas.events) == 4


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_one_walks_to_is_read_out_with_date_state_and_place(
    start: Start, qtbot: QtBot, code: str
) -> None:
    program = start(code)
    view = view_of(program)
    canvas = focused(view.canvas, qtbot)
    canvas.go_to_record("milestone/economic-mission-leuven-2018")
    event = canvas.events[canvas.current]
    assert view.read_out.title.text() == event.title
    assert view.read_out.detail.text() == event.detail
    assert event.detail.startswith("2018")
    assert program.library.title("place/leuven")[code] in event.detail
    assert canvas.accessibleDescription() == event.line
    for citation in program.library.get(event.record).citations:
        assert program.library.title(citation.document)[code] in view.read_out.source.text()


def test_return_opens_the_record_and_back_leads_to_the_timeline(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    canvas = focused(canvas_of(program), qtbot)
    canvas.go_to_record("programme/vanguard-smart-health")
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    opened = program.window.history.current
    assert opened == Address("programmes", "programme/vanguard-smart-health")
    program.window.back_action.trigger()
    assert program.window.history.current == Address("timeline")
    assert current(canvas) == "programme/vanguard-smart-health"


def test_before_one_walks_the_timeline_is_described_to_a_screen_reader(start: Start) -> None:
    view = view_of(start("en"))
    assert view.page
    assert view.canvas.accessibleName() == "Timeline"
    assert view.canvas.accessibleDescription() == view.page.described


@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
def test_the_wheel_zooms_and_keeps_the_day_under_the_pointer(start: Start, share: float) -> None:
    canvas = canvas_of(start("en"))
    x = canvas.scale.width * share
    day, pixels = canvas.scale.day(x), canvas.scale.scale
    for _notch in range(6):
        wheel(canvas, QPoint(0, 120), x, NO_KEYS)
        assert canvas.scale.x(day) == pytest.approx(x, abs=0.01)
    assert canvas.scale.scale == pytest.approx(pixels * 1.2**6)
    for _notch in range(6):
        wheel(canvas, QPoint(0, -120), x, NO_KEYS)
    assert canvas.scale.scale == pytest.approx(pixels)
    assert canvas.scale.is_whole


def test_a_pinch_zooms_and_keeps_the_day_under_the_fingers(start: Start) -> None:
    canvas = canvas_of(start("en"))
    there = QPointF(canvas.scale.width / 3, 200)
    day, pixels = canvas.scale.day(there.x()), canvas.scale.scale
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        there,
        there,
        QPointF(canvas.viewport().mapToGlobal(there)),
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(canvas.viewport(), pinch)
    assert canvas.scale.scale == pytest.approx(pixels * 1.5)
    assert canvas.scale.x(day) == pytest.approx(there.x(), abs=0.01)


def test_shift_and_wheel_go_down_and_a_sideways_wheel_along(start: Start) -> None:
    canvas = canvas_of(start("en"))
    wheel(canvas, QPoint(0, -120), 300, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.verticalScrollBar().value() == 120
    assert canvas.scale.is_whole
    canvas.show_days(900)
    left = canvas.scale.left
    wheel(canvas, QPoint(-120, 0), 300, NO_KEYS)
    assert canvas.scale.left == pytest.approx(left + 120 / canvas.scale.scale)


def test_plus_minus_and_escape(start: Start, qtbot: QtBot) -> None:
    canvas = focused(canvas_of(start("en")), qtbot)
    pixels = canvas.scale.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.scale.scale == pytest.approx(pixels * 1.5**2)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.scale.scale == pytest.approx(pixels * 1.5)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.scale.is_whole


def test_the_buttons_show_a_decade_a_year_and_the_whole(start: Start) -> None:
    view = view_of(start("en"))
    scale, buttons = view.canvas.scale, view.tools.zoom_buttons
    assert not buttons.whole.isEnabled()
    assert not buttons.farther.isEnabled()
    buttons.decade.click()
    assert scale.right - scale.left == pytest.approx(3653)
    buttons.year.click()
    assert scale.right - scale.left == pytest.approx(366)
    for _turn in range(12):
        buttons.nearer.click()
    assert scale.right - scale.left == pytest.approx(LEAST_DAYS)
    buttons.whole.click()
    assert scale.is_whole


def test_a_year_is_shown_around_the_current_event(start: Start) -> None:
    canvas = canvas_of(start("en"))
    canvas.go_to_record("milestone/economic-mission-leuven-2018")
    canvas.show_days(366)
    middle = PartialDate(2018, 7, 2).first_day().toordinal()
    assert canvas.scale.day(canvas.scale.width / 2) == pytest.approx(middle, abs=2)


def test_dragging_moves_and_opens_nothing(start: Start) -> None:
    program = start("en")
    canvas = canvas_of(program)
    canvas.show_days(1500)
    left, bar = canvas.scale.left, canvas.verticalScrollBar()
    bar.setValue(0)
    drag(canvas, QPointF(400, 300), QPointF(120, -60))
    assert canvas.scale.left == pytest.approx(left - 120 / canvas.scale.scale)
    assert bar.value() == min(60, bar.maximum())
    assert program.window.history.current == Address("timeline")


def test_the_scroll_bar_moves_along_for_who_cannot_drag(start: Start) -> None:
    canvas = canvas_of(start("en"))
    bar = canvas.horizontalScrollBar()
    assert not bar.isEnabled()
    canvas.show_days(366)
    assert bar.isEnabled()
    bar.setValue(0)
    assert canvas.scale.left == pytest.approx(canvas.scale.low)
    bar.setValue(bar.maximum())
    assert canvas.scale.right == pytest.approx(canvas.scale.high, abs=2)


def test_a_click_opens_what_lies_under_it_and_nothing_elsewhere(start: Start) -> None:
    program = start("en")
    canvas = canvas_of(program)
    number = next(
        n for n, event in enumerate(canvas.events) if event.record.startswith("milestone/economic")
    )
    empty = QPointF(3, canvas.axis_height + 40)
    for type_ in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        mouse(canvas, type_, empty, LEFT)
    assert program.window.history.current == Address("timeline")
    point = point_of(canvas, number)
    for type_ in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        mouse(canvas, type_, point, LEFT)
    assert program.window.history.current == Address("milestones", canvas.events[number].record)


def test_every_event_is_found_under_its_mark(start: Start) -> None:
    canvas = canvas_of(start("fr"))
    for number in range(len(canvas.events)):
        assert canvas.event_at(point_of(canvas, number)) == number


def test_pointing_reads_out_and_leaving_goes_back_to_the_current_event(start: Start) -> None:
    view = view_of(start("en"))
    canvas = view.canvas
    hint = view.read_out.title.text()
    point = point_of(canvas, 5)
    mouse(canvas, QEvent.Type.MouseMove, point, NONE)
    assert view.read_out.title.text() == canvas.events[5].title
    shape = canvas.viewport().cursor().shape()
    assert shape is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert view.read_out.title.text() == hint
    canvas.go(2)
    mouse(canvas, QEvent.Type.MouseMove, point_of(canvas, 5), NONE)
    QApplication.sendEvent(canvas.viewport(), QEvent(QEvent.Type.Leave))
    assert view.read_out.title.text() == canvas.events[2].title


def test_the_tip_says_what_may_be_cut_short(start: Start, qtbot: QtBot) -> None:
    canvas = canvas_of(start("nl"))
    point = point_of(canvas, 3).toPoint()
    on_screen = canvas.viewport().mapToGlobal(point)
    QApplication.sendEvent(canvas.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, on_screen))
    qtbot.waitUntil(lambda: QToolTip.text() == canvas.events[3].line)
    QToolTip.hideText()


def test_rows_are_packed_anew_when_one_stands_still(start: Start, qtbot: QtBot) -> None:
    canvas = canvas_of(start("en"))
    far = canvas.layout_now
    for _notch in range(12):
        wheel(canvas, QPoint(0, 120), canvas.scale.width * 0.7, NO_KEYS)
        assert canvas.layout_now is far
    qtbot.waitUntil(lambda: canvas.layout_now is not far)
    near = canvas.layout_now
    assert near.height < far.height
    wheel(canvas, QPoint(0, -120), canvas.scale.width * 0.7, NO_KEYS)
    assert canvas.layout_now is far
    canvas.show_whole()
    assert canvas.layout_now is far


def test_what_one_looks_at_stays_in_its_place_when_rows_are_packed_anew(start: Start) -> None:
    canvas = canvas_of(start("en"))
    canvas.go_to_record("milestone/survey-inovigate-pwc-2020")
    number = canvas.current if canvas.current >= 0 else len(canvas.events) // 2
    canvas.go(number)
    canvas.zoom(6)
    before = point_of(canvas, number).y()
    canvas.settle()
    bar = canvas.verticalScrollBar()
    if 0 < bar.value() < bar.maximum():
        assert point_of(canvas, number).y() == pytest.approx(before, abs=1)
    assert canvas.axis_height < point_of(canvas, number).y() < canvas.viewport().height()


def test_the_language_changes_every_word_and_keeps_where_one_is(start: Start) -> None:
    program = start("en")
    view = view_of(program)
    view.canvas.go_to_record("milestone/economic-mission-leuven-2018")
    view.canvas.show_days(200)
    left, pixels = view.canvas.scale.left, view.canvas.scale.scale
    english = view.canvas.grab().toImage()
    for code in ("nl", "fr"):
        program.choose_language(code)
        assert current(view.canvas) == "milestone/economic-mission-leuven-2018"
        assert (view.canvas.scale.left, view.canvas.scale.scale) == (left, pixels)
        for event in view.canvas.events:
            assert event.title == program.library.title(event.record)[code]
        assert view.read_out.title.text() == view.canvas.events[view.canvas.current].title
        assert view.canvas.grab().toImage() != english


def test_the_theme_changes_all_colours_at_once(start: Start) -> None:
    program = start("en")
    program.choose_theme("light")
    canvas = canvas_of(program)
    point = QPoint(canvas.viewport().width() - 5, canvas.viewport().height() - 5)
    light = canvas.viewport().grab().toImage().pixelColor(point)
    assert light == program.context.theme.colour("base")
    program.choose_theme("dark")
    dark = canvas.viewport().grab().toImage().pixelColor(point)
    assert dark == program.context.theme.colour("base")
    assert dark != light


def test_today_is_marked(start: Start) -> None:
    program = start("en")
    canvas = canvas_of(program)
    image = canvas.viewport().grab().toImage()
    x = round(canvas.scale.x(program.context.today.toordinal()))
    column = [image.pixelColor(x, y) for y in range(round(canvas.axis_height), image.height())]
    assert column.count(program.context.theme.colour("accent")) > len(column) / 2


def test_a_plan_is_hollow_and_what_took_place_is_filled(start: Start) -> None:
    program = start("en")
    canvas = canvas_of(program)
    canvas.show_days(3 * 366)
    base = program.context.theme.colour("base")
    found = set()
    for number, event in enumerate(canvas.events):
        canvas.go(number)
        canvas.current = -1
        point = point_of(canvas, number)
        box = QPointF(point.x(), point.y() + canvas.metrics.bar / 2 - 3)
        if 20 < box.x() < canvas.scale.width - 20 and box.y() < canvas.viewport().height():
            colour = canvas.viewport().grab().toImage().pixelColor(box.toPoint())
            assert (colour == base) == event.is_plan, event
            found.add(event.is_plan)
    assert found == {True, False}


def test_what_is_focused_can_be_seen(start: Start, qtbot: QtBot) -> None:
    canvas = canvas_of(start("en"))
    without = canvas.grab().toImage()
    focused(canvas, qtbot)
    here = canvas.grab().toImage()
    assert here != without
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.grab().toImage() not in (here, without)
