"""Search: found while typing, best first, with what shows why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.queries import SearchQuery
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.model import MARK_ROLE
from desktop.ui.views.search import SearchView
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start, ids


def search(program: Program) -> SearchView:
    view = program.window.view("search")
    assert isinstance(view, SearchView)
    return view


@pytest.mark.parametrize("code", LANGUAGES)
def test_typing_regmed_finds_the_network(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(program.window.search_box, "regmed")
    view = search(program)
    assert program.window.stack.currentWidget() is view
    assert view.model.index(0, 0).data() == "RegMed XB"
    assert view.record_id == "programme/regmed-xb"


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "R&D",
        "l'h",
        "COVID-19",
        '"',
        "*",
        "'",
        "(",
        "NEAR(",
        "a AND",
        "x" * 10_000,
        "é̂́ 😀\x00",
    ],
)
def test_any_query_gives_results_or_none_and_no_error(start: Start, query: str) -> None:
    program = start("nl")
    program.window.search_box.setText(query)
    program.window.search_box.textEdited.emit(query)
    summary = search(program).findChild(QLabel, "searchSummary")
    assert isinstance(summary, QLabel)
    assert summary.text()


def test_results_come_best_first_with_kind_and_snippet(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    program.window.go(Address("search", query="regmed"))
    view = search(program)
    hits = library.search(SearchQuery.parse("regmed"), "en")
    assert ids(view.model) == [hit.record.id for hit in hits]
    assert view.model.index(0, 0).data(MARK_ROLE) == hits[0].record.kind.value.capitalize()
    line = view.table._rows.layout(0).texts[-1].paragraph.layout.text()
    assert "regmed" in line.casefold()
    assert view.summary.text() == f"{len(hits)} results for “regmed”"


def test_the_number_of_results_is_announced(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    with qtbot.waitSignal(program.context.told) as said:
        program.window.go(Address("search", query="prevention"))
    assert said.args == [search(program).summary.text()]


@pytest.mark.parametrize("query", ["", "qqqq"])
def test_without_results_it_says_what_to_do(start: Start, query: str) -> None:
    program = start("en")
    program.window.go(Address("search", query="prevention"))
    program.window.go(Address("search", query=query))
    view = search(program)
    assert view.is_empty
    assert not view.table.isVisible()
    assert view.summary.text().startswith("Nothing found" if query else "Type a word")


def test_return_in_the_search_box_leads_into_the_results(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    qtbot.keyClicks(program.window.search_box, "prevention")
    view = search(program)
    first = view.record_id
    qtbot.keyClick(program.window.search_box, Qt.Key.Key_Return)
    assert program.window.focusWidget() is view.table
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.record_id not in (None, first)


def test_the_model_keeps_qts_rules_while_one_types(start: Start) -> None:
    program = start("en")
    program.window.go(Address("search", query="care"))
    view = search(program)
    tester = QAbstractItemModelTester(
        view.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for query in ("ca", "care f", "", "qqqq", "zorg"):
        program.window.go(Address("search", query=query))
        program.choose_language("nl" if query else "fr")
    assert tester.model() is view.model


def test_a_switch_of_language_finds_again_and_keeps_what_is_open(start: Start) -> None:
    program = start("en")
    program.window.go(Address("search", "theme/prevention", query="prevention"))
    view = search(program)
    program.choose_language("nl")
    assert view.record_id == "theme/prevention"
    assert view.table.currentIndex().data(Qt.ItemDataRole.UserRole) == "theme/prevention"
    assert "“prevention”" in view.summary.text()
