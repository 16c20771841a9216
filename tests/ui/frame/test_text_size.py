"""View > Larger text: everything follows, and the size is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.text_size import KEY, SIZES
from desktop.ui.look.typography import Space, space
from tests.ui.settling import settled

Start = Callable[[str | None], Program]


def settle() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sizes_of_texts(program: Program) -> list[float]:
    QApplication.processEvents()
    labels = program.window.findChildren(QLabel)
    return [label.font().pointSizeF() for label in labels if label.isVisible() and label.text()]


def test_everything_follows_and_the_size_is_remembered(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.open_record("programme/regmed-xb")
    usual, em = sizes_of_texts(program), space(Space.MEDIUM)
    bar, box = program.window.side_bar.width(), program.window.search_box.height()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(program.window, Qt.Key.Key_Plus, control)
    qtbot.keyClick(program.window, Qt.Key.Key_Equal, control)
    larger = sizes_of_texts(program)
    assert program.user_file.get(KEY, "") == "125"
    assert len(larger) == len(usual)
    assert larger == pytest.approx([size * 1.25 for size in usual], rel=1e-2)
    assert space(Space.MEDIUM) > em
    assert program.window.side_bar.width() > bar
    assert program.window.search_box.height() > box
    assert program.window.view("programmes").record_id == "programme/regmed-xb"
    program.window.close()
    program.user_file.flush()
    again = start("en")
    again.window.open_record("programme/regmed-xb")
    assert sizes_of_texts(again) == larger
    qtbot.keyClick(again.window, Qt.Key.Key_0, control)
    assert sizes_of_texts(again) == usual


@pytest.mark.parametrize("steps", [-1, 1])
def test_the_size_stays_within_reason(start: Start, steps: int) -> None:
    program = start("en")
    for _ in range(len(SIZES) + 2):
        program.choose_text_size(steps)
    assert program.user_file.get(KEY, "") == str(SIZES[-1] if steps > 0 else SIZES[0])


@pytest.mark.parametrize("kept", ["", "0", "-5", "1e9", "large", "12345"])
def test_a_size_that_is_none_is_the_usual_one(start: Start, kept: str) -> None:
    usual = start("en").application.font().pointSizeF()
    program = start("en")
    program.user_file.put(KEY, kept)
    assert start("en").application.font().pointSizeF() == usual


def test_every_view_takes_a_change_of_size(start: Start) -> None:
    program = start("fr")
    for spec in views.ALL:
        program.window.go(Address(spec.key, query="care" if spec.key == views.SEARCH else ""))
        program.choose_text_size(1)
        settle()
        assert program.window.stack.count() == 1
        assert program.window.stack.currentWidget() is program.window.view(spec.key)
        assert not settled(program.window).is_empty
        program.choose_text_size(0)
        settle()
    # Nothing of the former views may still listen.
    program.choose_theme("dark")
    program.choose_language("nl")
