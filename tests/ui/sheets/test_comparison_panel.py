"""What has changed since an older sheet: read, followed, closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.app import Program
from desktop.ui.views.sheets import SheetsView
from desktop.ui.widgets.text import LinkLabel
from tests.ui.measure import cut_texts
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@dataclass(frozen=True)
class Line:
    record: str
    text: str
    is_known: bool = True


@dataclass(frozen=True)
class Group:
    heading: str
    lines: Sequence[Line]


@dataclass(frozen=True)
class Changes:
    title: str
    editions: str
    outcome: str
    groups: Sequence[Group]


CHANGES = Changes(
    "Belgium",
    "This sheet is of the edition of May 2026; the atlas is of that of November 2026.",
    "12 of its facts are as they were.",
    (
        Group(
            "Figures with another in their place",
            (
                Line("figure/pharma-jobs-flanders", "Was 10,000 jobs & more; in its place 12,476"),
                Line("figure/gone", "Spending < 1 %", is_known=False),
            ),
        ),
        Group("Plans that came due", (Line("milestone/economic-mission-leuven-2018", "A plan"),)),
    ),
)


def shown(program: Program) -> SheetsView:
    program.window.open_record("sheets/place/belgium")
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    view.tasks.older.compared.emit(CHANGES, "valley-atlas_belgium_en_2026-05.pdf")
    QApplication.processEvents()
    return view


def texts(view: SheetsView) -> list[str]:
    labels = view.comparison.page.findChildren(QLabel)
    return [label.accessibleName() or label.text() for label in labels]


def test_every_heading_and_every_change_stands_there_in_order(start: Start) -> None:
    view = shown(start("en"))
    said = texts(view)
    order = [
        "Belgium",
        "valley-atlas_belgium_en_2026-05.pdf",
        CHANGES.editions,
        CHANGES.outcome,
        *(
            text
            for group in CHANGES.groups
            for text in (group.heading, *(x.text for x in group.lines))
        ),
    ]
    assert [text for text in said if text in order] == order
    assert view.comparison.page.accessibleName().endswith("Belgium")
    assert view.context.language.code == "en"


def test_a_change_leads_to_its_record_and_back_to_what_changed(start: Start) -> None:
    program = start("en")
    view = shown(program)
    links = view.comparison.page.findChildren(LinkLabel)
    # What the atlas no longer has leads nowhere.
    assert len(links) == 2
    view.comparison.close_button.setFocus()
    links[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(links[0], Qt.Key.Key_Return)
    here = program.window.history.current
    assert here is not None
    assert here.record == "figure/pharma-jobs-flanders"
    program.window.back_action.trigger()
    QApplication.processEvents()
    assert view.stack.currentWidget() is view.comparison


def test_the_preview_comes_back(start: Start) -> None:
    view = shown(start("en"))
    assert view.landmarks[1] is view.comparison.page
    view.comparison.close_button.click()
    assert view.stack.currentWidget() is view.preview
    assert view.window().focusWidget() is view.preview.page


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_nothing_of_it_is_cut_in_a_small_window(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    shown(program)
    for _ in range(3):
        QApplication.processEvents()
    program.window.grab()
    assert cut_texts(program.window) == []
