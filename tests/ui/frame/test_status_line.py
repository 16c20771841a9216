"""What is said: in the status line, to screen readers, and in messages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.problems import UsageError
from desktop.ui.frame import status_line
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told, from now on."""
    said: list[str] = []

    def listen(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


def test_a_sentence_is_shown_and_said(start: Start, announced: list[str]) -> None:
    program = start("en")
    program.context.say("Done.")
    assert program.window.status_line.text == "Done."
    assert announced[-1] == "Done."


def test_after_a_while_it_is_gone(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status_line, "SHOWN_MS", 50)
    program = start("en")
    program.context.say("Done.")
    qtbot.waitUntil(lambda: program.window.status_line.text == "")


def test_what_was_said_in_another_language_is_over(start: Start) -> None:
    program = start("en")
    program.context.say("Done.")
    program.choose_language("nl")
    assert program.window.status_line.text != "Done."


def test_a_long_sentence_wraps_and_is_not_cut(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    low = program.window.status_line.height()
    program.context.say("Saved as " + "a folder with a long name / " * 12)
    qtbot.waitUntil(lambda: program.window.status_line.height() > low)


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_went_wrong_is_told_in_one_sentence_and_said(
    start: Start, announced: list[str], code: str
) -> None:
    program = start(code)
    program.context.complain("Oh", UsageError("There is no <b>{thing}</b>.", thing="spoon"))
    (box,) = program.window.findChildren(QMessageBox)
    assert (box.windowTitle(), box.text()) == ("Oh", "There is no <b>spoon</b>.")
    assert announced[-1] == box.text()
    box.close()
