"""What a screen reader is told: a name and a role for everything that can be focused."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]


def focusable(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_that_can_be_focused_has_a_name(start: Start, code: str) -> None:
    program = start(code)
    program.context.briefing.add("programme/regmed-xb")
    nameless = []
    for spec in views.ALL:
        go(program, spec)
        for widget in focusable(program.window):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface is not None
            if not interface.text(QAccessible.Text.Name).strip():
                nameless.append(f"{spec.key}: {type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_a_list_that_gets_the_focus_has_a_current_row(start: Start) -> None:
    """Without one a screen reader says nothing when the focus comes in."""
    program = start("en")
    program.context.briefing.add("programme/regmed-xb")
    for spec in views.ALL:
        go(program, spec)
        for view in program.window.findChildren(QAbstractItemView):
            if view.isVisible() and view.focusPolicy() and view.model().rowCount():
                view.setFocus()
                assert view.currentIndex().isValid(), f"{spec.key} {view.objectName()}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_tab_alone_reaches_everything_and_comes_back(start: Start, code: str) -> None:
    program = start(code)
    missed = []
    (briefing,) = (spec for spec in views.ALL if spec.key == "briefing")
    for saved in (None, "programme/regmed-xb"):
        if saved:
            program.context.briefing.add(saved)
        for spec in views.ALL if saved is None else [briefing]:
            go(program, spec)
            left = set(focusable(program.window)) - set(reached_by_tab(program))
            missed += [f"{spec.key}: {type(each).__name__} {each.objectName()}" for each in left]
    assert missed == []


def go(program: Program, spec: views.ViewSpec) -> None:
    program.window.go(Address(spec.key, query="care" if spec.key == views.SEARCH else ""))
    settled(program.window)
    QApplication.processEvents()


def reached_by_tab(program: Program) -> Iterator[QWidget]:
    """All that has the focus on the way from the side bar back to it."""
    program.window.side_bar.setFocus()
    # Links inside a label are steps of their own.
    for _ in range(len(focusable(program.window)) * 40):
        # The window's, because the offscreen platform makes no window active.
        widget = program.window.focusWidget()
        if widget is not None:
            yield widget
        program.window.focusNextPrevChild(True)
        if program.window.focusWidget() is program.window.side_bar:
            return
