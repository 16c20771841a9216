"""A chart on the screen answers keys and mouse, speaks, and follows language, theme and text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.look.typography import Role, font
from tests.ui.charts.chart_pages import BARS, MADE, RANGES, RANKS

Start = Callable[[str | None], Program]
MARKS = [mark for panel in BARS.panels for mark in panel.marks]


def shown(program: Program, qtbot: QtBot, height: int = 640) -> ChartView:
    view = ChartView(program.context)
    qtbot.addWidget(view)
    view.resize(600, height)
    view.show_page(BARS)
    view.show()
    QApplication.processEvents()
    return view


def focused(view: ChartView, qtbot: QtBot) -> ChartView:
    view.activateWindow()
    view.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.canvas.hasFocus)
    return view


def spot(view: ChartView, number: int) -> QPoint:
    assert view.canvas.layout_now is not None
    row = view.canvas.layout_now.rows[number]
    return QPoint(round(row.band.left + row.band.width / 2), round(row.middle))


def move_to(view: ChartView, point: QPoint) -> None:
    """Move the mouse; the offscreen platform has none of its own."""
    button, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    there, on_screen = QPointF(point), QPointF(view.canvas.mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, there, on_screen, button, button, keys)
    QApplication.sendEvent(view.canvas, event)


def is_read_out(said: str, number: int) -> bool:
    mark = MARKS[number]
    return all(part in said for part in (mark.label, mark.value, mark.period, mark.scope))


def test_the_keys_walk_through_every_value_and_each_is_read_out(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = focused(shown(program, qtbot), qtbot)
    told: list[str] = []
    program.context.told.connect(told.append)
    assert is_read_out(view.read_out.text(), 0)
    for number in range(1, len(MARKS)):
        qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
        said = view.read_out.text()
        assert is_read_out(said, number)
        assert view.canvas.accessibleDescription() == told[-1] == said
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert is_read_out(view.read_out.text(), len(MARKS) - 1)
    for key, number in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, len(MARKS) - 1)):
        qtbot.keyClick(view.canvas, key)
        assert is_read_out(view.read_out.text(), number)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    assert is_read_out(view.read_out.text(), len(MARKS) - 2)


def test_a_screen_reader_is_told_the_finding_and_everything_else(
    start: Start, qtbot: QtBot
) -> None:
    view = shown(start("en"), qtbot)
    assert view.canvas.accessibleName() == BARS.headline
    assert view.canvas.accessibleDescription() == BARS.described
    view.show_page(RANKS)
    assert view.canvas.accessibleName() == RANKS.headline


def test_the_value_that_the_keys_are_at_is_always_in_sight(start: Start, qtbot: QtBot) -> None:
    view = focused(shown(start("en"), qtbot, height=260), qtbot)
    assert view.area.verticalScrollBar().maximum() > 200
    for key in (*[Qt.Key.Key_Down] * len(MARKS), *[Qt.Key.Key_Up] * len(MARKS)):
        qtbot.keyClick(view.canvas, key)
        row = spot(view, view.canvas.current)
        assert (
            view.area.viewport()
            .rect()
            .contains(view.canvas.mapTo(view.area.viewport(), QPoint(10, row.y())))
        )
    # With the first value one sees the title again.
    assert view.area.verticalScrollBar().value() == 0


def test_focus_can_be_seen_and_so_can_where_it_is(start: Start, qtbot: QtBot) -> None:
    view = shown(start("en"), qtbot)
    view.canvas.clearFocus()
    without = view.canvas.grab().toImage()
    focused(view, qtbot)
    here = view.canvas.grab().toImage()
    assert here != without
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    assert view.canvas.grab().toImage() not in (here, without)


def test_return_and_a_click_ask_for_the_figure(start: Start, qtbot: QtBot) -> None:
    view = focused(shown(start("en"), qtbot), qtbot)
    asked: list[str] = []
    view.record_asked.connect(asked.append)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=spot(view, 3))
    assert asked == [MARKS[1].record, MARKS[3].record]
    qtbot.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(asked) == 2


def test_the_mouse_reads_out_what_it_is_over(start: Start, qtbot: QtBot) -> None:
    view = shown(start("en"), qtbot)
    hint = view.read_out.text()
    for number in range(len(MARKS)):
        move_to(view, spot(view, number))
        assert is_read_out(view.read_out.text(), number)
        assert view.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    move_to(view, QPoint(5, 5))
    assert view.read_out.text() == hint
    assert view.canvas.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_wheel_scrolls_and_never_zooms(start: Start, qtbot: QtBot) -> None:
    view = shown(start("en"), qtbot, height=260)
    assert view.canvas.layout_now is not None
    before = view.canvas.layout_now.shapes
    qtbot.keyClick(view.canvas, Qt.Key.Key_PageDown)
    assert view.area.verticalScrollBar().value() > 0
    assert view.canvas.layout_now.shapes == before


def test_the_table_says_what_the_chart_says(start: Start, qtbot: QtBot) -> None:
    view = shown(start("en"), qtbot)
    assert not view.table.isVisible()
    view.header.table.trigger()
    assert view.table.isVisible()
    assert not view.canvas.isVisible()
    model = view.table.rows
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(len(MARKS))]
    assert rows == [[each.label, each.value, each.period, each.scope] for each in MARKS]
    assert model.rowCount() == len(MARKS)
    view.header.table.trigger()
    assert view.canvas.isVisible()


def test_a_row_of_the_table_opens_its_figure_and_rows_are_copied(
    start: Start, qtbot: QtBot
) -> None:
    view = shown(start("en"), qtbot)
    view.header.table.trigger()
    view.activateWindow()
    view.table.setFocus()
    asked: list[str] = []
    view.record_asked.connect(asked.append)
    assert view.table.currentIndex().isValid()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked == [MARKS[1].record]
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    header, row = QGuiApplication.clipboard().text().split("\n")
    assert header.startswith("Figure\tValue")
    assert row.split("\t")[:2] == [MARKS[1].label, MARKS[1].value]


def test_the_model_of_the_table_is_sound(qtbot: QtBot, start: Start) -> None:
    view = shown(start("en"), qtbot)
    view.header.table.trigger()
    model = view.table.rows
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for page in (RANGES, BARS, RANKS):
        view.show_page(page)
        assert model.rowCount() == sum(len(panel.marks) for panel in page.panels)


def test_a_table_that_is_not_seen_holds_nothing_and_then_what_the_chart_shows(
    start: Start, qtbot: QtBot
) -> None:
    view = shown(start("en"), qtbot)
    assert view.table.rows.rowCount() == 0
    view.header.table.trigger()
    assert view.table.rows.rowCount() == len(MARKS)
    view.table.selectRow(2)
    view.header.table.trigger()
    view.show_page(RANGES)
    assert view.table.rows.rowCount() == 0
    view.show_page(BARS)
    view.header.table.trigger()
    assert view.table.rows.rowCount() == len(MARKS)
    assert view.table.currentIndex().row() == 2


def test_the_chart_takes_the_colours_of_the_theme_at_once(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = shown(program, qtbot)
    assert view.canvas.layout_now is not None
    row = view.canvas.layout_now.rows[0]
    assert row.ends is not None
    inside = QPoint(round(row.ends[1] - 4), round(row.middle))
    for theme in ("light", "dark", "light"):
        program.choose_theme(theme)
        image = view.canvas.grab().toImage()
        assert image.pixelColor(inside) == QColor(program.context.theme.series[0]), theme
        assert image.pixelColor(2, 2) == program.context.theme.colour("base"), theme


def test_the_same_chart_in_other_words_keeps_where_one_is(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = focused(shown(program, qtbot), qtbot)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Down)
    program.choose_language("fr")
    view.show_page(replace(BARS, headline="En d’autres mots"))
    assert view.canvas.current == 1
    assert view.canvas.hasFocus()
    assert is_read_out(view.read_out.text(), 1)
    assert view.canvas.accessibleName() == "En d’autres mots"
    view.show_page(RANGES)
    assert view.canvas.current == 0


def test_larger_text_makes_a_larger_chart(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    usual = shown(program, qtbot).canvas.heightForWidth(600)
    body = font(Role.BODY).pointSizeF()
    program.window.menus.larger.trigger()
    assert font(Role.BODY).pointSizeF() > body
    assert shown(program, qtbot).canvas.heightForWidth(600) > usual
    program.window.menus.usual.trigger()


@pytest.mark.parametrize("page", MADE, ids=lambda page: page.id)
def test_a_chart_is_as_high_as_it_is_drawn(start: Start, qtbot: QtBot, page: object) -> None:
    view = shown(start("en"), qtbot)
    view.show_page(page)  # pyright: ignore
    QApplication.processEvents()
    assert view.canvas.layout_now is not None
    assert view.canvas.height() >= view.canvas.layout_now.height
    assert view.canvas.width() <= view.area.viewport().width()
