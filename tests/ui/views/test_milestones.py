"""Milestones by year and by pillar, plans told apart, and a chart that leaves room for the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.records import Milestone, State
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.model import MARK_ROLE
from desktop.ui.views.charts import ChartsView
from desktop.ui.views.milestones import MilestonesView
from tests.ui.lists.browsing import Start, go, headings, ids


def milestones(program, **filters) -> MilestonesView:
    view = go(program, "milestones", **filters)
    assert isinstance(view, MilestonesView)
    return view


def test_they_stand_by_year_from_the_first_to_the_undated(start: Start) -> None:
    view = milestones(start("en"))
    years = [heading.partition(" (")[0] for heading in headings(view.model)]
    assert years[-1] == "Not stated"
    assert years[:-1] == sorted(years[:-1])
    assert len(ids(view.model)) == len(set(ids(view.model)))


def test_they_can_stand_by_pillar(start: Start) -> None:
    view = milestones(start("en"))
    view.group(1)
    pillars = [heading.partition(" (")[0] for heading in headings(view.model)]
    assert pillars == ["Government to government", "Trade", "Innovate", "Not stated"]


def test_plans_are_marked_in_words_and_only_plans(start: Start, library: AtlasLibrary) -> None:
    view = milestones(start("fr"))
    planned = 0
    for row in range(view.model.rowCount()):
        if view.model.is_heading(row):
            continue
        index = view.model.index(row, 0)
        details = library.get(view.model.id_at(row) or "").details
        assert isinstance(details, Milestone)
        is_plan = details.state is State.PLANNED
        planned += is_plan
        assert bool(index.data(MARK_ROLE)) == is_plan
        if is_plan:
            texts = view.table._rows.layout(row).texts
            assert texts[-1].paragraph.layout.text().startswith(index.data(MARK_ROLE))
    assert planned == 11


def test_a_link_leads_to_the_milestones_of_a_pillar(start: Start) -> None:
    view = milestones(start("en"), pillar="trade")
    assert view.model.records == 4
    assert view.bar.chips[0].text() == "Pillar: Trade"


def test_the_chart_leaves_the_list_its_room_in_a_small_window(start: Start) -> None:
    program = start("nl")
    program.window.resize(1024, 640)
    view = milestones(program)
    assert view.chart is None
    assert view.table.viewport().height() > program.window.height() / 2
    view.chart_button.setFocus()
    QTest.keyClick(view.chart_button, Qt.Key.Key_Space)
    assert isinstance(view.chart, ChartView)
    assert view.chart.isVisible()


def test_a_large_window_shows_the_chart_at_once(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    assert view.chart is not None
    assert view.chart.isVisible()
    assert view.chart_button.text() == "Hide chart"


def test_whether_the_chart_is_shown_is_remembered(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    view.chart_button.click()
    assert view.chart is not None
    assert not view.chart.isVisible()
    assert view.chart_button.text() == "Show chart"
    program.window.close()
    again = start("en")
    again.window.resize(1600, 1000)
    assert milestones(again).chart is None


def test_the_chart_follows_the_language_while_it_is_seen(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    assert view.chart is not None
    assert view.chart.page is not None
    english = view.chart.page
    program.choose_language("nl")
    QApplication.processEvents()
    assert view.chart.page.title != english.title
    assert view.chart.page.source != english.source
    assert view.chart_button.text() == program.context.language.gettext("Hide chart")


def test_it_is_the_very_chart_of_the_charts_view(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    assert view.chart is not None
    shown = view.chart.page
    assert shown is not None
    program.window.go(Address("charts", filters=(("chart", shown.id),)))
    charts = program.window.view("charts")
    assert isinstance(charts, ChartsView)
    assert charts.chart.page == shown


def test_a_column_narrows_the_list_to_its_milestones(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    assert view.chart is not None
    canvas = view.chart.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    mark = canvas.mark(0)
    assert set(mark.counted) <= set(ids(view.model))
    assert view.bar.chips[0].text() == "Past or planned: Took place"
    current = program.window.history.current
    assert current is not None
    assert current.filters == mark.chosen
    program.window.menus.back.trigger()
    assert len(ids(view.model)) > len(mark.counted)


def test_f6_goes_from_the_list_to_the_chart_and_to_the_page(start: Start) -> None:
    program = start("en")
    program.window.resize(1600, 1000)
    view = milestones(program)
    assert view.chart is not None
    assert list(view.landmarks)[:2] == [view.table, view.chart.landmark]
    assert len(view.landmarks) == 3
