"""The bindings of Qt are sound: a fault of theirs would look like one of ours."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


class Bell(QObject):
    rung = Signal()


@pytest.mark.parametrize("shared", [None, True, False], ids=str)
def test_calls_into_qt_take_no_reference_to_what_everybody_shares(
    qtbot: QtBot, shared: object
) -> None:
    """PySide6 6.12.0 did, with Python 3.11: after some thousand calls the interpreter died."""
    label, bell = QLabel(), Bell()
    qtbot.addWidget(label)
    before = sys.getrefcount(shared)
    for _ in range(CALLS):
        label.setToolTip("x")
        label.isEnabled()
        bell.rung.emit()
    assert abs(sys.getrefcount(shared) - before) < CALLS / 10
