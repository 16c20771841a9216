"""Browsing with mouse and keyboard in the real window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import Program
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]


def shown_texts(shown: QWidget) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel))


def test_every_record_can_be_opened_in_every_language(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    for code in LANGUAGES:
        program.choose_language(code)
        for record in library.list():
            program.window.open_record(record.id)
            here = program.window.history.current
            assert here is not None
            view = program.window.view(here.view)
            assert view.record_id == record.id
            assert record.title[code] in shown_texts(view)
            # As the event loop would, which does not run here.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_link_on_a_page_opens_the_linked_record(start: Start, library: AtlasLibrary) -> None:
    window = start("fr").window
    window.open_record("milestone/economic-mission-leuven-2018")
    view = window.view("milestones")
    links = [label for label in view.findChildren(QLabel) if 'href="place/leuven"' in label.text()]
    links[0].linkActivated.emit("place/leuven")
    assert window.history.current == Address("regions", "place/leuven")
    assert library.get("place/leuven").title["fr"] in shown_texts(window.view("regions"))
