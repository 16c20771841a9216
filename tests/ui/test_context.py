"""What all views share: above all, how they say what went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop.app import Program

Start = Callable[[str | None], Program]


def test_a_mistake_of_the_program_itself_is_not_said_but_raised(start: Start) -> None:
    program = start("en")
    with pytest.raises(ZeroDivisionError):
        program.context.complain("The sheet was not saved", ZeroDivisionError())
    assert not program.window.findChildren(QMessageBox)
