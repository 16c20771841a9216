"""Widgets placed by hand: all of them in sight, none on another, and anew when a text changes."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.look.typography import Space
from desktop.ui.widgets.placing import Column, Grid

LONG = "A sentence that is far too long for one line of a narrow column. " * 3


def labels(*texts: str) -> list[QLabel]:
    made = [QLabel(text) for text in texts]
    for label in made:
        label.setWordWrap(True)
    return made


def shown(widget: QWidget, qtbot: QtBot, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()


def test_a_column_gives_each_text_the_height_that_it_needs(qtbot: QtBot) -> None:
    first, second = labels(LONG, "Short")
    column = Column(Space.SMALL)
    column.set_children((first, second))
    shown(column, qtbot, 200)
    assert first.width() == 200
    assert first.height() == first.heightForWidth(200)
    assert second.y() > first.geometry().bottom()


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    first, second = labels("One", "Two")
    column = Column(Space.SMALL)
    column.set_children((first, second))
    shown(column, qtbot, 200)
    before = second.y()
    first.hide()
    qtbot.waitUntil(lambda: second.y() == 0)
    assert before > 0


def test_a_longer_text_pushes_down_what_follows(qtbot: QtBot) -> None:
    first, second = labels("One", "Two")
    inner, outer = Column(Space.SMALL), Column(Space.SMALL)
    inner.set_children((first,))
    outer.set_children((inner, second))
    shown(outer, qtbot, 200)
    before = second.y()
    first.setText(LONG)
    qtbot.waitUntil(lambda: second.y() > before)
    assert first.height() == first.heightForWidth(200)
    assert second.y() > inner.geometry().bottom()


def test_a_grid_has_as_many_columns_as_fit_and_leaves_no_gap_in_the_last_row(
    qtbot: QtBot,
) -> None:
    grid = Grid(10, 3, Space.SMALL, Space.SMALL)
    children = labels(*"ABCD")
    grid.set_children(children)
    shown(grid, qtbot, 60)
    assert len({child.x() for child in children}) == 1
    grid.resize(900, 400)
    assert len({child.x() for child in children}) == 2, "three and one would leave a gap"
    assert len({child.width() for child in children}) == 1


def test_what_a_widget_opens_takes_the_whole_width_below_its_row(qtbot: QtBot) -> None:
    grid = Grid(10, 2, Space.SMALL, Space.SMALL)
    children = labels("A", "B", "C", "D")
    grid.set_children(children)
    shown(grid, qtbot, 900)
    (opened,) = labels(LONG)
    grid.open_below(children[1], opened)
    opened.show()
    qtbot.waitUntil(lambda: opened.width() == 900)
    assert children[1].geometry().bottom() < opened.y()
    assert opened.geometry().bottom() < children[2].y()
    opened.hide()
    qtbot.waitUntil(lambda: children[2].y() < opened.geometry().bottom())
