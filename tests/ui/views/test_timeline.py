"""The timeline is narrowed as lists are, has lanes by pillar or place, and leads to the records."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.domain.browsing import Facet
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.addresses import address_of
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.facet_values import facet_title
from desktop.ui.lists.row_model import ID_ROLE
from desktop.ui.views.timeline import TimelineView
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start, click_row, ids


def go(program: Program, *filters: tuple[str, str]) -> TimelineView:
    program.window.go(Address("timeline", filters=filters))
    QApplication.processEvents()
    view = program.window.view("timeline")
    assert isinstance(view, TimelineView)
    return view


def shown(view: TimelineView) -> set[str]:
    return {event.record for event in view.canvas.events}


def test_it_has_an_address_of_its_own(library: AtlasLibrary) -> None:
    assert address_of("timeline", library) == Address("timeline")


def test_all_that_has_a_date_is_on_the_axis_and_the_rest_in_the_list(
    start: Start, library: AtlasLibrary
) -> None:
    view = go(start("en"))
    records = [*library.list(Kind.MILESTONE), *library.list(Kind.PROGRAMME)]
    dated = {each.id for each in records if getattr(each.details, "period", None)}
    assert shown(view) == dated
    assert set(ids(view.undated.model)) == {each.id for each in records} - dated
    assert str(len(dated)) in view.bar.count.text()


def test_what_is_chosen_stands_in_the_address(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    view = go(program)
    view.bar.toggle(Facet.PILLAR, "trade", True)
    assert program.window.history.current == Address("timeline", filters=(("pillar", "trade"),))
    assert shown(view) == {
        each.id
        for each in library.list(Kind.MILESTONE)
        if getattr(each.details, "pillar", None) == "trade"
    }
    view.bar.chips[0].click()
    assert program.window.history.current == Address("timeline")


@pytest.mark.parametrize(
    "filters",
    [
        (("place", "place/flanders"),),
        (("state", "planned"),),
        (("kind", "programme"), ("place", "place/netherlands")),
        (("theme", "theme/personalised-medicine"),),
    ],
)
def test_an_address_narrows_it(
    start: Start, library: AtlasLibrary, filters: tuple[tuple[str, str], ...]
) -> None:
    view = go(start("en"), *filters)
    everything = shown(view) | set(ids(view.undated.model))
    assert everything
    for facet, value in filters:
        counts = view._count_values(Facet(facet))
        assert counts[value] == len(everything)
    assert len(view.bar.chips) == len(filters)


def test_what_nobody_knows_in_an_address_is_passed_over(start: Start) -> None:
    view = go(start("en"), ("colour", "red"), ("place", "place/atlantis"))
    assert len(shown(view)) > 50


def test_narrowed_to_nothing_it_says_so_and_offers_the_way_back(start: Start) -> None:
    program = start("en")
    view = go(program, ("state", "planned"), ("kind", "programme"))
    assert view.is_empty
    assert view.nothing_fits.isVisible()
    assert not view.splitter.isVisible()
    view.nothing_fits.clear.click()
    assert not view.is_empty
    assert view.splitter.isVisible()
    assert program.window.history.current == Address("timeline")


def test_narrowed_to_what_has_no_date_the_axis_is_empty_and_the_list_is_not(start: Start) -> None:
    view = go(start("en"), ("kind", "programme"), ("status", "proposed"))
    assert not view.canvas.events
    assert view.undated.isVisible()
    assert view.canvas.isVisible()
    view.canvas.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Plus, Qt.Key.Key_End):
        QTest.keyClick(view.canvas, key)
    assert view.canvas.shown() is None


def test_lanes_go_by_pillar_or_by_place_and_that_is_remembered(start: Start) -> None:
    program = start("en")
    view = go(program)
    assert view.page
    assert [lane.key for lane in view.page.lanes][:2] == ["g2g", "trade"]
    view.bar.grouping.chosen.emit(1)
    assert view.page.lanes[0].key.startswith("place/")
    program.window.close()
    again = go(start("en"))
    assert again.page
    assert again.page.lanes[0].key.startswith("place/")


@pytest.mark.parametrize(
    ("filters", "target"),
    [
        ((), Address("milestones")),
        (
            (("pillar", "trade"), ("kind", "milestone")),
            Address("milestones", filters=(("pillar", "trade"),)),
        ),
        (
            (("kind", "programme"), ("place", "place/flanders")),
            Address("programmes", filters=(("place", "place/flanders"),)),
        ),
    ],
)
def test_as_a_list_it_says_the_same(
    start: Start, filters: tuple[tuple[str, str], ...], target: Address
) -> None:
    program = start("en")
    view = go(program, *filters)
    view.list_button.click()
    assert program.window.history.current == target


def test_an_undated_record_opens_by_click_and_by_return_but_not_in_passing(start: Start) -> None:
    program = start("en")
    view = go(program)
    table = view.undated.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert program.window.history.current == Address("timeline")
    record = table.currentIndex().data(ID_ROLE)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert program.window.history.current == Address("milestones", record)
    program.window.back_action.trigger()
    row = view.undated.model.record_from(0, 1)
    assert row is not None
    click_row(table, row)
    assert program.window.history.current == Address("milestones", view.undated.model.id_at(row))


def test_f6_leads_to_the_timeline_and_to_the_list(start: Start) -> None:
    view = go(start("en"))
    assert list(view.landmarks) == [view.canvas, view.undated.table]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_speaks_the_language(start: Start, code: str) -> None:
    program = start("en" if code != "en" else "nl")
    view = go(program)
    program.choose_language(code)
    lookup = view.lookup
    assert lookup.language.code == code
    for facet, button in view.bar.buttons.items():
        assert button.text() == facet_title(facet, lookup)
    first = view.undated.table.currentIndex()
    assert first.data() == program.library.title(first.data(ID_ROLE))[code]
    assert view.canvas.events[0].title == program.library.title(view.canvas.events[0].record)[code]


def test_back_leads_to_where_one_was_on_it(start: Start) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = go(program)
    view.canvas.verticalScrollBar().setValue(90)
    program.window.open_record("milestone/economic-mission-leuven-2018")
    program.window.back_action.trigger()
    QApplication.processEvents()
    assert view.scrolled == 90


def test_it_needs_no_pyqtgraph() -> None:
    code = "import sys, desktop.ui.views.timeline; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
