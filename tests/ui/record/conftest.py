"""Opens a record in the real window, and hands over the pane that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.record.pane import RecordPane

OpenIn = Callable[[Program, str], RecordPane]


@pytest.fixture
def open_in(qtbot: QtBot) -> OpenIn:
    """Opens a record in the view of its kind, in a window that is active."""

    def open_record(program: Program, record_id: str) -> RecordPane:
        program.window.open_record(record_id)
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        pane = pane_of(program)
        assert pane.record_id == record_id
        return pane

    return open_record


def pane_of(program: Program) -> RecordPane:
    """The record pane of the view that the window shows."""
    panes = [each for each in program.window.findChildren(RecordPane) if each.isVisible()]
    assert len(panes) == 1
    return panes[0]
