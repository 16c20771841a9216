"""A disk that keeps no notes is spoken of at once, and before the window closes over them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton

from desktop.app import Program
from desktop.ui.briefing.keeping import KeepingWatch

Start = Callable[[str | None], Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Disk:
    """Whether the disk of the user's file takes what is written."""

    is_kept = True


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    state = Disk()
    monkeypatch.setattr(
        "desktop.store.user_file.UserFile.is_kept", property(lambda _file: state.is_kept)
    )
    return state


def watched(program: Program) -> None:
    if not program.window.findChildren(KeepingWatch):
        KeepingWatch(program.context, program.window)


def boxes(program: Program) -> list[QMessageBox]:
    return [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]


def test_a_change_that_cannot_be_kept_is_said_once(start: Start, disk: Disk) -> None:
    program = start("en")
    watched(program)
    program.context.briefing.add("theme/prevention")
    assert boxes(program) == []
    disk.is_kept = False
    program.context.briefing.add("place/belgium")
    program.context.briefing.add("place/flanders")
    (box,) = boxes(program)
    assert "until you close" in box.text()
    box.close()
    disk.is_kept = True
    program.context.briefing.flush()


def test_the_window_does_not_close_over_notes_without_a_word(start: Start, disk: Disk) -> None:
    program = start("en")
    watched(program)
    disk.is_kept = False
    program.context.briefing.add("place/belgium")
    for box in boxes(program):
        box.close()
    program.window.close()
    assert program.window.isVisible()
    (box,) = boxes(program)
    buttons = {button.text(): button for button in box.findChildren(QPushButton)}
    buttons["Export…"].click()
    assert program.window.findChildren(QFileDialog)[-1].isVisible()
    program.window.findChildren(QFileDialog)[-1].close()
    program.window.close()
    (box,) = boxes(program)
    buttons = {button.text(): button for button in box.findChildren(QPushButton)}
    buttons["Close all the same"].click()
    assert not program.window.isVisible()


def test_a_window_whose_notes_are_kept_closes_at_once(start: Start, disk: Disk) -> None:
    program = start("en")
    watched(program)
    disk.is_kept = False
    program.context.briefing.add("place/belgium")
    for box in boxes(program):
        box.close()
    disk.is_kept = True
    program.window.close()
    assert not program.window.isVisible()


def test_a_window_with_nothing_noted_closes_on_any_disk(start: Start, disk: Disk) -> None:
    program = start("en")
    watched(program)
    disk.is_kept = False
    program.window.close()
    assert not program.window.isVisible()


def test_a_damaged_file_is_said_at_the_start(start: Start, tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "user.sqlite").write_bytes(b"noise " * 999)
    program = start("en")
    if not program.window.findChildren(KeepingWatch):
        KeepingWatch(program.context, program.window)
        program.window.first_painted.emit()
    (box,) = boxes(program)
    assert "user-damaged-1.sqlite" in box.text()
    box.close()
