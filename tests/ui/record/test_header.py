"""What one can do with a record: save it, copy its address, copy it as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.l10n.language import Language
from tests.conftest import LANGUAGES
from tests.ui.record.conftest import OpenIn

Start = Callable[[str | None], Program]
RECORD = "programme/regmed-xb"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_record_is_saved_and_taken_out_again(
    start: Start, qtbot: QtBot, open_in: OpenIn, code: str
) -> None:
    program = start(code)
    tr = program.context.language.gettext
    pane = open_in(program, RECORD)
    said: list[str] = []
    program.context.announced.connect(said.append)
    button = pane.header.save_button
    assert button.text() == tr("Save to briefing")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert program.context.briefing.holds(RECORD)
    assert button.isChecked()
    assert button.text() == tr("Saved to briefing") == button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not program.context.briefing.holds(RECORD)
    assert not button.isChecked()
    assert len(said) == 2
    assert all("RegMed XB" in sentence for sentence in said)


def test_a_record_with_a_note_is_not_taken_out_unseen(start: Start, open_in: OpenIn) -> None:
    program = start("en")
    pane = open_in(program, RECORD)
    pane.header.save.trigger()
    book = program.context.briefing
    (item,) = book.briefing.items
    book.change(book.briefing.noted(item.key, "Ask about the roadmap"))
    said: list[str] = []
    program.context.announced.connect(said.append)
    pane.header.save.trigger()
    assert book.holds(RECORD)
    assert pane.header.save.isChecked()
    assert "note" in said[-1]


def test_what_is_saved_elsewhere_shows_on_the_page(start: Start, open_in: OpenIn) -> None:
    program = start("en")
    pane = open_in(program, RECORD)
    program.context.briefing.add(RECORD)
    assert pane.header.save.isChecked()
    assert open_in(program, "programme/elixir").header.save.isChecked() is False
    assert open_in(program, RECORD).header.save.isChecked()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_address_is_copied_and_that_is_said(
    start: Start, qtbot: QtBot, open_in: OpenIn, code: str
) -> None:
    program = start(code)
    said: list[str] = []
    pane = open_in(program, RECORD)
    program.context.announced.connect(said.append)
    pane.header.copy_address.trigger()
    assert QApplication.clipboard().text() == f"valley-atlas {RECORD}"
    assert RECORD in said[-1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_whole_record_is_copied_as_text_with_its_sources(
    start: Start, open_in: OpenIn, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    pane = open_in(program, RECORD)
    pane.header.copy_text.trigger()
    copied = QApplication.clipboard().text()
    page = program.context.describer.page(program.library.get(RECORD))
    for expected in (page.title, page.summary, *(fact.line for fact in page.facts)):
        assert expected in copied
    for source in page.sources:
        assert f"[{source.number}] {source.text}" in copied


def test_the_menu_of_the_page_has_what_the_header_has(start: Start, open_in: OpenIn) -> None:
    program = start("nl")
    pane = open_in(program, RECORD)
    actions = pane.menu().actions()
    header = pane.header
    assert actions == [header.save, header.sheet, header.copy_address, header.copy_text]


@pytest.mark.parametrize("code", LANGUAGES)
def test_where_words_do_not_fit_icons_do_and_keep_their_names(
    start: Start, qtbot: QtBot, open_in: OpenIn, code: str
) -> None:
    program = start(code)
    header = open_in(program, RECORD).header
    wide, narrow = (
        Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        Qt.ToolButtonStyle.ToolButtonIconOnly,
    )
    program.window.resize(2200, 900)
    qtbot.waitUntil(lambda: {each.toolButtonStyle() for each in header._copy_buttons} == {wide})
    program.window.resize(1024, 640)
    qtbot.waitUntil(lambda: {each.toolButtonStyle() for each in header._copy_buttons} == {narrow})
    for button in header._copy_buttons:
        assert button.accessibleName() == button.defaultAction().text()
        assert button.toolTip()
        assert not button.icon().isNull()
    assert header.height() < header.fontMetrics().height() * 6


def test_the_header_speaks_the_language_of_the_moment(
    start: Start, open_in: OpenIn, languages: dict[str, Language]
) -> None:
    program = start("en")
    pane = open_in(program, RECORD)
    for code in ("fr", "nl"):
        program.choose_language(code)
        tr = languages[code].gettext
        assert pane.header.save_button.text() == tr("Save to briefing")
        assert pane.header.copy_address.text() == tr("Copy address")
        offered = [key for key, each in pane.header.languages.items() if not each.isHidden()]
        assert set(offered) == set(LANGUAGES) - {code}
        for key in offered:
            assert pane.header.languages[key].text() == languages[key].own_name
