"""Where the window stands, from one start to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect

from desktop.app import Program
from desktop.ui.frame.placement import KEY

Start = Callable[[str | None], Program]


def test_the_window_comes_back_where_it_was(start: Start) -> None:
    first = start("en")
    first.window.setGeometry(QRect(20, 30, 640, 500))
    first.window.close()
    first.user_file.flush()
    assert start("en").window.geometry() == QRect(20, 30, 640, 500)


def test_a_window_that_filled_the_screen_does_so_again(start: Start) -> None:
    first = start("en")
    first.window.showMaximized()
    first.window.close()
    first.user_file.flush()
    assert start("en").window.isMaximized()


def test_a_window_larger_than_the_screen_is_made_to_fit(start: Start) -> None:
    first = start("en")
    first.window.setGeometry(QRect(3000, 2000, 4000, 3000))
    first.window.close()
    first.user_file.flush()
    second = start("en").window
    room = second.screen().availableGeometry()
    assert second.width() <= room.width()
    assert second.height() <= room.height()
    assert room.contains(second.geometry().center())


@pytest.mark.parametrize("kept", ["", "nonsense", "////", "é"])
def test_without_a_place_to_go_back_to_it_is_of_a_usable_size(start: Start, kept: str) -> None:
    start("en").user_file.put(KEY, kept)
    window = start("en").window
    em = window.fontMetrics().height()
    assert window.width() >= 60 * em
    assert window.height() >= 37 * em
