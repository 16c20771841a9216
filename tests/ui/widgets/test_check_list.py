"""Values in a list that pops up are chosen by click and by key, and it stays open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.check_list import CheckList

# Of the offscreen platform itself, where something pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

VALUES = [("a", "Antwerp (3)", False), ("b", "Brussels (2)", True), ("c", "Charleroi (1)", False)]


@pytest.fixture
def values(qtbot: QtBot) -> Iterator[CheckList]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    shown = CheckList(window, "Place")
    shown.set_values(VALUES)
    shown.open(QPoint(20, 20), QRect(0, 0, 600, 400))
    # The window, which owns the list, lives as long as this frame does.
    yield shown  # noqa: PT022


def marks(values: CheckList) -> list[bool]:
    return [
        values.list.item(row).checkState() is Qt.CheckState.Checked
        for row in range(values.list.count())
    ]


def test_space_return_and_click_choose_and_give_up(values: CheckList, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    values.toggled.connect(lambda value, is_chosen: told.append((value, is_chosen)))
    assert marks(values) == [False, True, False]
    QTest.keyClick(values.list, Qt.Key.Key_Space)
    QTest.keyClick(values.list, Qt.Key.Key_Down)
    QTest.keyClick(values.list, Qt.Key.Key_Return)
    rect = values.list.visualItemRect(values.list.item(2))
    # On the mark itself, where a click might count twice.
    point = QPoint(rect.left() + 14, rect.center().y())
    qtbot.mouseClick(values.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told == [("a", True), ("b", False), ("c", True)]
    assert marks(values) == [True, False, True]
    assert values.isVisible()


def test_escape_closes_it_for_good(values: CheckList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(values.destroyed):
        QTest.keyClick(values, Qt.Key.Key_Escape)


def test_it_is_as_wide_as_its_longest_value_and_has_a_name(values: CheckList) -> None:
    QApplication.processEvents()
    assert values.list.accessibleName() == "Place"
    for row in range(values.list.count()):
        assert values.list.sizeHintForIndex(values.list.model().index(row, 0)).width() <= (
            values.list.viewport().width()
        )
    assert values.list.verticalScrollBar().maximum() == 0


def test_it_stays_inside_the_window(values: CheckList) -> None:
    values.open(QPoint(590, 20), QRect(0, 0, 600, 400))
    assert values.geometry().right() <= 600
    values.set_values([(str(n), f"Value {n}", False) for n in range(100)])
    values.open(QPoint(0, 0), QRect(0, 0, 600, 400))
    assert values.height() <= 400
