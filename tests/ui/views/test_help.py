"""The help page: true to the window that it stands in, in every language."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.ui.frame.navigation import Address
from desktop.ui.help.keyboard import keys_of, plain
from desktop.ui.help.sections import KEYBOARD, SECTIONS
from desktop.ui.views.help import HelpView
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]


def opened(program: Program, section: str | None = None) -> HelpView:
    filters = (("section", section),) if section else ()
    program.window.go(Address("help", filters=filters))
    view = program.window.view("help")
    assert isinstance(view, HelpView)
    return view


def texts(view: HelpView) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in view.findChildren(QLabel)]


def sentences() -> Iterator[str]:
    for section in SECTIONS:
        yield section.title
        yield from section.paragraphs
        for mark, meaning in section.meanings:
            yield from (mark, meaning)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_section_is_there_in_the_language(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    shown = texts(opened(start(code)))
    for section in SECTIONS:
        assert languages[code].gettext(section.title) in shown
    assert not [text for text in shown if "{" in text]


def test_the_fields_of_every_sentence_are_known_in_every_language(
    languages: dict[str, Language],
) -> None:
    for sentence in sentences():
        fields = {name for _text, name, _form, _turn in string.Formatter().parse(sentence)}
        for language in languages.values():
            said = language.gettext(sentence)
            assert {name for _text, name, _f, _t in string.Formatter().parse(said)} == fields


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_of_keys_is_that_of_the_menus(start: Start, code: str) -> None:
    program = start(code)
    shown = texts(opened(program))
    native = QKeySequence.SequenceFormat.NativeText
    entries = [
        action
        for action in program.window.findChildren(QAction)
        if action.parent() in [menu.menu() for menu in program.window.menuBar().actions()]
        and not action.shortcut().isEmpty()
    ]
    assert len(entries) > 20
    for action in entries:
        assert action.shortcut().toString(native) in shown
        assert plain(action.text()) in shown


def test_the_table_knows_a_key_that_was_changed(start: Start) -> None:
    program = start("en")
    program.window.menus.save_sheet.setShortcut(QKeySequence("Ctrl+Shift+Y"))
    shown = texts(opened(program))
    assert "Ctrl+Shift+Y" in shown
    assert "Ctrl+S" not in shown


def test_keys_are_listed_menu_by_menu(start: Start) -> None:
    tables = keys_of(start("en").window.menuBar())
    assert [table.title for table in tables] == ["File", "Go", "View", "Help"]
    assert tables[0].rows[0] == ("Ctrl+S", "Save sheet")


def test_an_entry_is_named_without_its_marks() -> None:
    assert plain("&Save R&&D…") == "Save R&D"


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_names_what_the_menus_and_the_disk_really_hold(start: Start, code: str) -> None:
    program = start(code)
    shown = "\n".join(texts(opened(program)))
    assert str(program.user_file.path) in shown
    for action in (program.window.menus.save_sheet, program.window.menus.save_record):
        assert plain(action.text()) in shown
    for word in ("Natural Earth", "Inter", "Lucide", "EUPL-1.2", "2026-11"):
        assert word in shown


def test_its_documents_are_a_click_away(start: Start) -> None:
    program = start("en")
    view = opened(program)
    document = program.library.list(Kind.DOCUMENT)[0]
    (links,) = [label for label in view.findChildren(QLabel) if document.id in label.text()]
    links.linkActivated.emit(document.id)
    assert program.window.history.current == Address("documents", document.id)


def test_a_link_of_the_contents_leads_to_its_section_and_back(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = opened(program)
    (contents,) = [label for label in view.findChildren(QLabel) if 'href="own"' in label.text()]
    contents.linkActivated.emit("own")
    qtbot.waitUntil(lambda: view.scrolled > 0)
    program.window.back_action.trigger()
    qtbot.waitUntil(lambda: view.scrolled == 0)


def test_the_menu_leads_to_the_table_of_keys(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    program.window.menus.open_keyboard.trigger()
    assert program.window.history.current == Address("help", filters=(("section", KEYBOARD),))
    view = program.window.view("help")
    heading = next(label for label in view.findChildren(QLabel) if label.text() == "Keyboard")
    qtbot.waitUntil(lambda: view.scrolled == heading.y())
    assert heading.visibleRegion().isEmpty() is False


def test_the_page_is_read_by_keyboard_alone(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = opened(program)
    (page,) = view.landmarks
    page.setFocus()
    qtbot.waitUntil(lambda: not page.visibleRegion().isEmpty())
    QApplication.processEvents()
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert view.scrolled > 0


def test_a_switch_of_the_language_keeps_the_place(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = opened(program, KEYBOARD)
    qtbot.waitUntil(lambda: view.scrolled > 0)
    view.scrolled = 200
    program.choose_language("nl")
    qtbot.waitUntil(lambda: view.scrolled == 200)
