"""The charts view: every chart opens, its address keeps it, and its figures are a click away."""

from __future__ import annotations

import shlex
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.pages import chart_page
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.chart_header import ChartHeader
from desktop.ui.charts.chart_shapes import Words
from desktop.ui.frame.addresses import address_of
from desktop.ui.frame.navigation import Address
from desktop.ui.look.typography import Role
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


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_headline_takes_two_lines_at_most_in_the_smallest_window(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    opened(program)
    QApplication.processEvents()
    for spec in program.library.charts():
        layout = opened(program, spec.id).chart.canvas.layout_now
        assert layout is not None
        (headline,) = (
            shape
            for shape in layout.shapes
            if isinstance(shape, Words) and shape.role is Role.HEADING
        )
        assert 1 <= len(headline.lines) <= 2, headline.text


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_trail_and_window_name_the_chart_that_its_address_names(
    start: Start, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    window = program.window
    for spec in library.charts():
        window.open_record(f"charts?chart={spec.id}")
        assert window.history.current == address(spec.id)
        view = window.view("charts")
        assert isinstance(view, ChartsView)
        assert view.chart.page is not None
        assert view.chart.page.id == spec.id
        assert window.windowTitle().startswith(spec.title[code])
        assert window.top_bar.trail.accessibleName().endswith(f"› {spec.title[code]}")
    assert [each.filters[0][1] for each in window.history.behind if each.filters] == [
        spec.id for spec in reversed(library.charts()[:-1])
    ]


def test_the_address_of_a_chart_is_copied_as_the_command_that_opens_it(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    spec = library.charts()[2]
    view = opened(program, spec.id)
    assert view.chart.header.copy_address.isVisible()
    view.chart.header.copy_address.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == f'valley-atlas "charts?chart={spec.id}"'
    _command, text = shlex.split(copied)
    assert address_of(text, library) == address(spec.id)


def test_only_a_chart_that_has_an_address_offers_to_copy_it(start: Start) -> None:
    program = start("en")
    program.window.go(Address("explorer"))
    view = program.window.view("explorer")
    assert not any(header.copy_address.isVisible() for header in view.findChildren(ChartHeader))


def test_an_edition_without_the_chart_of_an_old_step_shows_the_first(
    start: Start, library: AtlasLibrary
) -> None:
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
