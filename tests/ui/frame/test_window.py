"""Browsing with mouse and keyboard in the real window."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.records import Theme
from desktop.l10n.language import Language
from desktop.sheets.record_page import MOST_FIGURES
from desktop.store.reader import AtlasLibrary
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import ID_ROLE
from desktop.ui.record.page import FactView, RecordPageView
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]


def list_detail(program: Program, key: str) -> ListDetail:
    view = program.window.view(key)
    assert isinstance(view, ListDetail)
    return view


def click_row(qtbot: QtBot, view: QListView, row: int) -> None:
    centre = view.visualRect(view.model().index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def shown_texts(page: RecordPageView) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_click_on_a_region_shows_its_text_in_the_language(
    start: Start, qtbot: QtBot, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    click_row(qtbot, program.window.side_bar, 1)
    view = list_detail(program, "regions")
    row = view.model.row_of("place/wallonia")
    assert row is not None
    click_row(qtbot, view.list, row)
    assert view.page.record_id == "place/wallonia"
    assert library.get("place/wallonia").summary[code] in shown_texts(view.page)


@pytest.mark.parametrize("code", LANGUAGES)
def test_typing_regmed_finds_the_network(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    qtbot.keyClick(program.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(program.window.search_box, "regmed")
    view = list_detail(program, "search")
    assert program.window.stack.currentWidget() is view
    assert view.model.index(0).data() == "RegMed XB"
    assert view.page.record_id == "programme/regmed-xb"


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
    summary = program.window.view("search").findChild(QLabel, "searchSummary")
    assert isinstance(summary, QLabel)
    assert summary.text()


@pytest.mark.parametrize("spec", views.ALL, ids=lambda spec: spec.key)
def test_every_view_opens_with_a_record(start: Start, spec: views.ViewSpec) -> None:
    program = start("en")
    program.window.go(Address(spec.key, query="belgium"))
    assert program.window.view(spec.key).page.record_id


def test_every_record_can_be_opened_in_every_language(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    for code in LANGUAGES:
        program.choose_language(code)
        for record in library.list():
            program.window.open_record(record.id)
            here = program.window.history.current
            assert here is not None
            page = program.window.view(here.view).page
            assert page.record_id == record.id
            assert record.title[code] in shown_texts(page)


def test_back_and_forward_walk_the_way_one_came(start: Start) -> None:
    window = start("en").window
    window.open_record("place/flanders")
    window.open_record("programme/regmed-xb")
    window.back_action.trigger()
    assert window.history.current == Address("regions", "place/flanders")
    assert window.view("regions").page.record_id == "place/flanders"
    window.back_action.trigger()
    assert window.history.current == Address("home")
    assert not window.back_action.isEnabled()
    window.forward_action.trigger()
    assert window.history.current == Address("regions", "place/flanders")
    assert window.forward_action.isEnabled()


def test_a_link_on_a_page_opens_the_linked_record(start: Start, library: AtlasLibrary) -> None:
    window = start("fr").window
    window.open_record("milestone/economic-mission-leuven-2018")
    page = window.view("milestones").page
    links = [label for label in page.findChildren(QLabel) if 'href="place/leuven"' in label.text()]
    links[0].linkActivated.emit("place/leuven")
    assert window.history.current == Address("regions", "place/leuven")
    assert library.get("place/leuven").title["fr"] in shown_texts(window.view("regions").page)


def test_a_source_is_a_click_away_from_its_digest(start: Start, library: AtlasLibrary) -> None:
    window = start("nl").window
    window.open_record("figure/prevention-share-of-budget")
    page = window.view("figures").page
    links = [label for label in page.findChildren(QLabel) if 'href="section/' in label.text()]
    links[0].linkActivated.emit("section/country-page-trade")
    page = window.view("documents").page
    assert library.get("section/country-page-trade").summary["nl"] in shown_texts(page)
    assert 'href="document/country-page"' in shown_texts(page)


def test_typing_is_one_step_of_history_not_one_a_key(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    qtbot.keyClicks(window.search_box, "prevention")
    window.back_action.trigger()
    assert window.history.current == Address("home")


def test_the_passport_of_a_value_is_one_click_away(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    window.open_record("figure/prevention-share-of-budget")
    fact = window.view("figures").page.findChildren(FactView)[0]
    qtbot.mouseClick(fact.source_button, Qt.MouseButton.LeftButton)
    assert fact.passport is not None
    texts = "\n".join(label.text() for label in fact.passport.findChildren(QLabel))
    for expected in ("2%", "paragraph 8", "year not stated", "age unknown"):
        assert expected in texts


def test_a_value_is_copied_as_a_cited_sentence(start: Start, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    window = start("fr").window
    window.open_record("figure/prevention-share-of-budget")
    fact = window.view("figures").page.findChildren(FactView)[0]
    fact.source_button.click()
    assert fact.passport is not None
    fact.passport.findChildren(QPushButton)[0].click()
    copied = QApplication.clipboard().text()
    assert "2\u202f%" in copied
    assert "8" in copied


def test_the_keyboard_alone_reaches_a_record(start: Start, qtbot: QtBot) -> None:
    window = start("en").window
    window.side_bar.setFocus()
    qtbot.keyClick(window.side_bar, Qt.Key.Key_Down)
    assert window.history.current == Address("regions")
    view = list_detail(start("en"), "regions")
    first = view.page.record_id
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.page.record_id != first


def test_return_in_the_search_box_leads_into_the_results(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    qtbot.keyClicks(program.window.search_box, "prevention")
    view = list_detail(program, "search")
    first = view.page.record_id
    qtbot.keyClick(program.window.search_box, Qt.Key.Key_Return)
    assert view.list.hasFocus() or program.window.focusWidget() is view.list
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.page.record_id not in (None, first)


@pytest.mark.parametrize("key", ["regions", "programmes", "milestones", "figures", "search"])
def test_the_list_models_keep_qts_rules(start: Start, key: str) -> None:
    program = start("en")
    program.window.go(Address(key, query="care"))
    view = list_detail(program, key)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.model, mode)
    program.choose_language("nl")
    program.window.go(Address(key, query="health"))
    assert tester.model() is view.model


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_a_theme_is_applied_at_once_and_remembered(start: Start, choice: str) -> None:
    program = start("en")
    program.window.menus.themes[choice].trigger()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.palette().window().color() == program.context.theme.colour("window")
    assert start("en").theme_choice == choice


@pytest.mark.parametrize("code", LANGUAGES)
def test_about_says_version_edition_and_licence(start: Start, code: str) -> None:
    program = start(code)
    program.window.menus.about.trigger()
    (box,) = program.window.findChildren(QMessageBox)
    assert "2026-11" in box.informativeText()
    assert "EUPL-1.2" in box.informativeText()
    box.close()


def test_a_long_group_of_links_opens_to_its_whole_length(
    start: Start, library: AtlasLibrary
) -> None:
    window = start("fr").window
    window.open_record("place/belgium")
    page = window.view("regions").page
    (label, *_others) = [
        label for label in page.findChildren(QLabel) if 'href="all:"' in label.text()
    ]
    shown = label.text().count("href=")
    here = window.history.current
    label.linkActivated.emit("all:")
    assert label.text().count("href=") > shown
    assert 'href="all:"' not in label.text()
    assert window.history.current == here
    every = library.figures_in(["place/belgium"])
    links = "".join(each.text() for each in page.findChildren(QLabel))
    assert sum(f'href="{figure}"' in links for figure in every) == len(every) - MOST_FIGURES


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("view", ["organisations", "people", "glossary"])
def test_names_stand_in_the_order_of_the_alphabet(
    start: Start, languages: dict[str, Language], code: str, view: str
) -> None:
    program = start(code)
    program.window.go(Address(view))
    shown = program.window.view(view)
    assert isinstance(shown, ListDetail)
    titles = [shown.model.index(row).data() for row in range(shown.model.rowCount())]
    assert len(titles) > 10
    assert titles == sorted(titles, key=languages[code].sort_key)


def test_themes_of_a_type_stand_together(start: Start) -> None:
    program = start("en")
    program.window.go(Address("themes"))
    shown = program.window.view("themes")
    assert isinstance(shown, ListDetail)
    records = [
        program.library.get(shown.model.index(row).data(ID_ROLE)).details
        for row in range(shown.model.rowCount())
    ]
    types = [record.type for record in records if isinstance(record, Theme)]
    assert len(types) == len(records)
    changes = sum(one != other for one, other in itertools.pairwise(types))
    assert changes == len(set(types)) - 1
