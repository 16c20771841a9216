"""Widgets flow into rows as words do."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.flow import FlowLayout


def flow(qtbot: QtBot, widths: list[int]) -> tuple[QWidget, FlowLayout, list[QLabel]]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = FlowLayout(window)
    layout.setSpacing(10)
    labels = [QLabel() for _ in widths]
    for label, width in zip(labels, widths, strict=True):
        label.setFixedSize(width, 20)
        layout.addWidget(label)
    return window, layout, labels


def test_a_row_is_filled_before_the_next_begins(qtbot: QtBot) -> None:
    window, layout, labels = flow(qtbot, [100, 100, 100, 100])
    window.resize(330, 200)
    window.show()
    assert [(label.x(), label.y()) for label in labels] == [(0, 0), (110, 0), (220, 0), (0, 30)]
    assert layout.heightForWidth(330) == 50
    assert layout.heightForWidth(1000) == 20
    assert layout.heightForWidth(50) == 4 * 20 + 3 * 10


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    window, layout, labels = flow(qtbot, [100, 100, 100])
    window.resize(330, 200)
    window.show()
    labels[1].hide()
    layout.activate()
    assert labels[2].x() == 110
    assert layout.sizeHint().width() == 210


def test_it_asks_for_one_row_and_needs_its_widest_widget(qtbot: QtBot) -> None:
    _window, layout, _labels = flow(qtbot, [100, 150])
    assert (layout.sizeHint().width(), layout.sizeHint().height()) == (260, 20)
    assert layout.minimumSize().width() == 150


def test_what_is_taken_out_is_gone(qtbot: QtBot) -> None:
    _window, layout, labels = flow(qtbot, [100, 150])
    layout.removeWidget(labels[0])
    assert layout.count() == 1
    assert layout.itemAt(5) is None
