"""The charts view: every chart opens, its address keeps it, and its figures are a click away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.pages import chart_page
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.views.charts import ChartsView
from desktop.ui.widgets.record_tree_model import ID_ROLE
from tests.conftest import LANGUAGES
from tests.ui.walk import texts_of

Start = Callable[[str | None], Program]


def address(chart: str) -> Address:
    return Address("charts", filters=(("chart", chart),))


def opened(program: Program, chart: str = "") -> ChartsView:
    program.window.go(address(chart) if chart else Address("charts"))
    view = program.window.view("charts")
    assert isinstance(view, ChartsView)
    return view


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_chart_opens_and_is_drawn_in_each_language(
    start: Start, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    for spec in library.charts():
        view = opened(program, spec.id)
        expected = chart_page(program.context.describer, spec)
        assert view.chart.page == expected
        assert view.tree.currentIndex().data() == spec.title[code]
        assert view.chart.canvas.layout_now is not None
        marks = [mark for panel in expected.panels for mark in panel.marks]
        assert [row.mark for row in view.chart.canvas.layout_now.rows] == marks
        figures = [figure for panel in spec.panels for figure in panel.figures]
        assert [mark.record for mark in marks if mark.record] == figures
        assert not view.is_empty


def test_the_list_has_every_chart_once_under_its_place(start: Start, library: AtlasLibrary) -> None:
    view = opened(start("en"))
    listed: dict[str, str] = {}
    place = ""
    for row in range(view.tree.branches.rowCount()):
        index = view.tree.branches.index(row, 0)
        if chart := index.data(ID_ROLE):
            assert chart not in listed
            listed[chart] = place
        else:
            place = index.data()
    expected = {spec.id: library.title(spec.place)["en"] for spec in library.charts()}
    assert listed == expected


def test_a_chart_that_is_chosen_is_a_step_that_back_takes_back(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    first, second = (spec.id for spec in library.charts()[:2])
    view = opened(program)
    assert view.chart.page is not None
    assert view.chart.page.id == first
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert program.window.history.current == address(second)
    assert view.chart.page.id == second
    program.window.menus.back.trigger()
    assert view.chart.page.id == first


def test_an_unknown_chart_leads_to_the_first(start: Start, library: AtlasLibrary) -> None:
    view = opened(start("en"), "no-such-chart")
    assert view.chart.page is not None
    assert view.chart.page.id == library.charts()[0].id


def test_a_switch_of_the_language_keeps_the_chart_the_value_and_the_table(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    spec = library.charts()[1]
    view = opened(program, spec.id)
    program.window.activateWindow()
    view.chart.canvas.setFocus()
    qtbot.keyClick(view.chart.canvas, Qt.Key.Key_Down)
    view.chart.header.table.trigger()
    program.choose_language("nl")
    assert program.window.history.current == address(spec.id)
    assert view.chart.page == chart_page(program.context.describer, spec)
    assert view.tree.currentIndex().data() == spec.title["nl"]
    assert view.chart.canvas.current == 1
    assert view.chart.is_table


def test_a_value_opens_its_figure_in_the_figures_view(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    spec = library.charts()[0]
    view = opened(program, spec.id)
    program.window.activateWindow()
    view.chart.canvas.setFocus()
    qtbot.keyClick(view.chart.canvas, Qt.Key.Key_Down)
    qtbot.keyClick(view.chart.canvas, Qt.Key.Key_Return)
    figure = spec.panels[0].figures[1]
    assert program.window.history.current == Address("figures", figure)
    assert program.window.view("figures").record_id == figure
    program.window.menus.back.trigger()
    assert program.window.history.current == address(spec.id)


def test_a_count_opens_the_list_of_its_milestones(
    start: Start, qtbot: QtBot, library: AtlasLibrary
) -> None:
    program = start("en")
    spec = next(each for each in library.charts() if each.form is ChartForm.COLUMNS)
    view = opened(program, spec.id)
    program.window.activateWindow()
    view.chart.canvas.setFocus()
    qtbot.keyClick(view.chart.canvas, Qt.Key.Key_End)
    qtbot.keyClick(view.chart.canvas, Qt.Key.Key_Return)
    mark = view.chart.canvas.mark(view.chart.canvas.current)
    assert program.window.history.current == Address("milestones", filters=mark.chosen)
    program.window.menus.back.trigger()
    assert program.window.history.current == address(spec.id)


def test_f6_goes_from_the_list_to_the_chart_or_to_its_table(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = opened(program)
    program.window.activateWindow()
    view.tree.setFocus()
    qtbot.waitUntil(view.tree.hasFocus)
    program.window.menus.next_part.trigger()
    assert view.chart.canvas.hasFocus()
    view.chart.header.table.trigger()
    view.tree.setFocus()
    program.window.menus.next_part.trigger()
    assert view.chart.table.hasFocus()


def test_return_leads_from_the_list_to_the_chart(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = opened(program)
    program.window.activateWindow()
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert view.chart.canvas.hasFocus()


@pytest.mark.parametrize(("before", "after"), [("nl", "fr"), ("en", "nl")])
def test_after_a_switch_every_text_is_what_a_start_in_that_language_shows(
    start: Start, library: AtlasLibrary, before: str, after: str
) -> None:
    chart = library.charts()[-1].id
    switched = start(before)
    opened(switched, chart)
    switched.choose_language(after)
    fresh = start(after)
    opened(fresh, chart)
    assert texts_of(switched.window) == texts_of(fresh.window)
