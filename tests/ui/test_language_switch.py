"""Switching the language, in the middle of things, switches everything and loses nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.records import texts_of as texts_of_record
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.record.fact_view import FactView
from desktop.ui.record.page import RecordPageView
from tests.conftest import LANGUAGES
from tests.ui.settling import settled
from tests.ui.walk import texts_of

PLACES = [
    Address("home"),
    Address("regions", "place/wallonia"),
    Address("map", "place/ghent"),
    Address("programmes", "programme/regmed-xb"),
    Address("milestones", "milestone/economic-mission-leuven-2018"),
    Address("timeline"),
    Address("figures", "figure/prevention-share-of-budget"),
    Address("search", "theme/prevention", query="prevention"),
    Address("search", query="nothing matches qqqq"),
    Address("search", query="how many jobs"),
    Address("search", query="-care kind:programme", filters=(("place", "place/flanders"),)),
    Address("search", query="preventon"),
    Address("organisations", "organisation/vlaio"),
    Address("glossary", "term/one-plus-mega"),
    Address("explorer", filters=(("indicator", "term/jobs"), ("place", "place/belgium"))),
]


def named(address: Address) -> str:
    return address.record or address.query or address.view


# From each language and to each.
SWITCHES = [("nl", "fr"), ("fr", "en"), ("en", "nl")]
Start = Callable[[str | None], Program]


def own_texts(library: AtlasLibrary) -> Iterator[Text]:
    for record in library.list():
        yield from texts_of_record(record).values()


def go(program: Program, address: Address) -> None:
    program.window.go(address)
    settled(program.window)


def open_passports(program: Program, address: Address) -> None:
    for fact in program.window.view(address.view).findChildren(FactView):
        fact.source_button.setChecked(True)


@pytest.mark.parametrize(
    "address", PLACES, ids=lambda address: address.record or address.query or address.view
)
@pytest.mark.parametrize(("before", "after"), SWITCHES)
def test_after_a_switch_every_text_is_what_a_start_in_that_language_shows(
    start: Start, before: str, after: str, address: Address
) -> None:
    switched = start(before)
    go(switched, address)
    open_passports(switched, address)
    switched.choose_language(after)
    settled(switched.window)
    fresh = start(after)
    go(fresh, address)
    open_passports(fresh, address)
    assert texts_of(switched.window) == texts_of(fresh.window)


@pytest.mark.parametrize(
    "address", PLACES, ids=lambda address: address.record or address.query or address.view
)
@pytest.mark.parametrize(("before", "after"), SWITCHES)
def test_no_text_stays_in_the_former_language(
    start: Start, library: AtlasLibrary, before: str, after: str, address: Address
) -> None:
    """Judged by the seeds: a text that another language words differently must be gone."""
    program = start(before)
    go(program, address)
    program.choose_language(after)
    settled(program.window)
    shown = {text for _where, text in texts_of(program.window)}
    kept = {text[after] for text in own_texts(library)}
    former = {text[before] for text in own_texts(library)} - kept
    assert not shown & former


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_interface_speaks_the_chosen_language(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    titles = [program.window.side_bar.item(row).text() for row in range(len(views.ALL))]
    tr = languages[code].gettext
    assert titles[1:] == [tr(spec.title) for spec in views.ALL[1:] if spec.title]
    assert titles[0] == {"nl": "België", "fr": "Belgique", "en": "Belgium"}[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages_are_named_in_their_own_language(start: Start, code: str) -> None:
    program = start(code)
    names = {key: action.text() for key, action in program.window.menus.languages.items()}
    assert names == {"nl": "Nederlands", "fr": "Français", "en": "English"}


def test_a_switch_keeps_the_record_the_scroll_and_the_open_passport(
    start: Start, qtbot: QtBot
) -> None:
    program = start("nl")
    program.window.resize(900, 500)
    program.window.go(Address("regions", "place/belgium"))
    page = program.window.view("regions").findChild(RecordPageView)
    assert isinstance(page, RecordPageView)
    page.facts[1].source_button.click()
    bar = page.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(150)
    program.choose_language("fr")
    program.choose_language("nl")
    assert abs(bar.value() - 150) <= 1
    assert [fact.source_button.isChecked() for fact in page.facts[:3]] == [False, True, False]
    assert page.record_id == "place/belgium"


def test_a_switch_keeps_what_was_typed_and_found(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    qtbot.keyClicks(program.window.search_box, "regmed")
    program.choose_language("nl")
    settled(program.window)
    assert program.window.search_box.text() == "regmed"
    assert program.window.view("search").record_id == "programme/regmed-xb"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("nl", {"Opslaan", "Annuleren"}),
        ("fr", {"Enregistrer", "Annuler"}),
        ("en", {"Save", "Cancel"}),
    ],
)
def test_buttons_that_qt_itself_labels_speak_the_language_too(
    start: Start, qtbot: QtBot, code: str, words: set[str]
) -> None:
    program = start("en" if code != "en" else "nl")
    program.choose_language(code)
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
    )
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == words


def test_the_language_is_remembered_for_the_next_start(start: Start) -> None:
    first = start("en")
    first.choose_language("fr")
    first.window.close()
    assert start(None).context.language.code == "fr"


@pytest.mark.parametrize(
    ("system", "code"), [("nl_BE.UTF-8", "nl"), ("fr_FR", "fr"), ("de_DE", "en")]
)
def test_the_first_start_follows_the_system(
    start: Start, monkeypatch: pytest.MonkeyPatch, system: str, code: str
) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", system)
    assert start(None).context.language.code == code


def test_the_menu_switches_the_language(start: Start) -> None:
    program = start("en")
    program.window.menus.languages["nl"].trigger()
    assert program.context.language.code == "nl"
    assert program.window.menus.languages["nl"].isChecked()
    assert not program.window.menus.languages["en"].isChecked()


def test_an_open_dialog_follows_the_language(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.menus.save_sheet.trigger()
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    program.choose_language("fr")
    program.window.menus.save_sheet.trigger()
    dialogs = program.window.findChildren(QFileDialog)
    buttons = {button.text().replace("&", "") for button in dialogs[-1].findChildren(QPushButton)}
    labels = {label.text() for label in dialogs[-1].findChildren(QLabel)}
    dialogs[-1].close()
    assert "Annuler" in buttons
    english = {"&Look in:", "File &name:", "Files of &type:"}
    assert labels
    assert not labels & english
    assert not program.window.findChildren(QMessageBox)
