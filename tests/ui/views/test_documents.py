"""Documents: an outline of each, and which facts come from where."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.library import sections_of
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.views.documents import DocumentsView
from desktop.ui.widgets.record_tree_model import ID_ROLE, NOTE_ROLE
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.walk import texts_of as all_texts_of
from tests.ui.widgets.tree_rows import rows

Start = Callable[[str | None], Program]
NOTE = Address("documents", "document/policy-note")
SECTION = Address("documents", "section/policy-note-vaccinopolis")


def documents(program: Program) -> DocumentsView:
    view = program.window.view("documents")
    assert isinstance(view, DocumentsView)
    return view


def texts(view: DocumentsView) -> list[str]:
    return [label.text() for label in view.pane.findChildren(QLabel)]


def test_the_tree_has_each_document_with_its_sections_in_reading_order(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    program.window.go(NOTE)
    expected = [
        record.id
        for document in library.list(Kind.DOCUMENT)
        for record in (document, *sections_of(library, document.id))
    ]
    assert [index.data(ID_ROLE) for index in rows(documents(program).tree.branches)] == expected


def test_sections_stand_under_the_one_whose_number_theirs_begins_with(start: Start) -> None:
    program = start("nl")
    program.window.go(NOTE)
    index = documents(program).tree.branches.index_of("section/policy-note-fkm")
    above = [index.parent(), index.parent().parent(), index.parent().parent().parent()]
    assert [each.data(ID_ROLE) for each in above] == [
        "section/policy-note-knowledge-base-fwo",
        "section/policy-note-health-ecosystem",
        "document/policy-note",
    ]


def test_each_says_how_long_it_is_and_how_many_facts_come_from_it(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    program.window.go(NOTE)
    notes = {
        index.data(ID_ROLE): index.data(NOTE_ROLE)
        for index in rows(documents(program).tree.branches)
    }
    facts = len(library.citing("section/policy-note-vaccinopolis"))
    assert notes["section/policy-note-vaccinopolis"] == f"paragraph 144, {facts} facts"
    assert notes["document/policy-note"].startswith("221 paragraphs, ")


def test_the_model_keeps_the_rules_of_qt(start: Start) -> None:
    program = start("nl")
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(documents(program).tree.branches, mode)
    program.window.go(NOTE)
    program.choose_language("en")
    assert tester.model() is documents(program).tree.branches


def test_without_a_record_the_first_document_is_shown_and_lies_open(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("fr")
    program.window.go(Address("documents"))
    view = documents(program)
    assert view.record_id == library.list(Kind.DOCUMENT)[0].id
    assert view.tree.isExpanded(view.tree.currentIndex())


def test_arrows_read_on_from_section_to_section(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.go(Address("documents", "document/country-page"))
    view = documents(program)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert program.window.history.current == Address(
        "documents", "section/country-page-introduction"
    )
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert view.pane.record_id == "section/country-page-trade"


def test_return_goes_on_to_the_page(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.activateWindow()
    program.window.go(SECTION)
    view = documents(program)
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.pane.isAncestorOf(focus)


def test_a_section_that_one_comes_to_is_opened_and_in_sight(start: Start) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    program.window.go(SECTION)
    tree = documents(program).tree
    assert tree.currentIndex().data(ID_ROLE) == SECTION.record
    QApplication.processEvents()
    chosen = tree.visualRect(tree.currentIndex())
    assert 0 <= chosen.top() < chosen.bottom() <= tree.viewport().height()


def test_a_switch_keeps_what_is_chosen_and_what_is_open(start: Start) -> None:
    program = start("nl")
    program.window.go(SECTION)
    tree = documents(program).tree
    opened = tree.branches.index_of("section/policy-note-action-1").parent()
    tree.expand(opened)
    shut = tree.branches.index_of("document/country-page")
    program.choose_language("fr")
    assert tree.currentIndex().data(ID_ROLE) == SECTION.record
    assert tree.isExpanded(opened)
    assert not tree.isExpanded(shut)
    titles = [index.data() for index in rows(documents(program).tree.branches)]
    assert "Note-cadre flamande sur l’innovation en santé" in titles


def test_a_document_says_what_it_is_and_what_comes_from_it(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    program.window.go(NOTE)
    shown = texts(documents(program))
    assert library.get("document/policy-note").summary["en"] in shown
    assert "Dutch" in shown
    total, given_up = library.coverage()["document/policy-note"]
    (heading,) = [text for text in shown if text.startswith("Sections: ")]
    assert f"{total} paragraphs, of which {given_up} hold nothing to carry" in heading
    assert any("(paragraphs 1–2, " in text for text in shown)


def test_a_section_says_which_facts_come_from_which_paragraph(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    program.window.go(SECTION)
    shown = texts(documents(program))
    assert library.get("section/policy-note-vaccinopolis").summary["en"] in shown
    assert "Programmes" in shown
    assert any("(paragraph 144)" in text for text in shown)
    for fact in library.citing("section/policy-note-vaccinopolis"):
        assert any(f'href="{fact}"' in text for text in shown), fact


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("address", [NOTE, SECTION], ids=["document", "section"])
def test_everything_has_room_in_a_small_window(start: Start, code: str, address: Address) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    program.window.go(address)
    QApplication.processEvents()
    view = documents(program)
    view.tree.expandAll()
    QApplication.processEvents()
    bar = view.tree.verticalScrollBar()
    for value in range(0, bar.maximum(), 400):
        bar.setValue(value)
        assert cut_texts(view) == []


def test_after_a_switch_every_text_is_what_a_start_in_that_language_shows(start: Start) -> None:
    switched = start("fr")
    switched.window.go(SECTION)
    switched.choose_language("nl")
    fresh = start("nl")
    fresh.window.go(SECTION)
    shown, wanted = (
        (
            sorted(all_texts_of(documents(program))),
            [
                (index.data(), index.data(NOTE_ROLE))
                for index in rows(documents(program).tree.branches)
            ],
        )
        for program in (switched, fresh)
    )
    assert shown == wanted
