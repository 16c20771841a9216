"""What the tests of lists do in the real window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.domain.browsing import Facet
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.row_model import ID_ROLE
from desktop.ui.widgets.check_list import CheckList

Start = Callable[[str | None], Program]

CATALOGUES = (
    "programmes",
    "milestones",
    "figures",
    "organisations",
    "people",
    "themes",
    "disagreements",
    "glossary",
)


def catalogue(program: Program, key: str) -> CatalogueView:
    """The catalogue of that key, without going there."""
    view = program.window.view(key)
    assert isinstance(view, CatalogueView)
    return view


def go(
    program: Program, key: str, record: str | None = None, **filters: str | tuple[str, ...]
) -> CatalogueView:
    """Go to a catalogue narrowed by `filters`, as a link does."""
    pairs = tuple(
        (facet, value)
        for facet, values in filters.items()
        for value in ((values,) if isinstance(values, str) else values)
    )
    program.window.go(Address(key, record, filters=pairs))
    QApplication.processEvents()
    return catalogue(program, key)


def ids(model: RecordModel) -> list[str]:
    """The records of a list from the top, headings left out."""
    every = (model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount()))
    return [record for record in every if record]


def headings(model: RecordModel) -> list[str]:
    """The headings of a list from the top."""
    rows = range(model.rowCount())
    return [model.index(row, 0).data() for row in rows if model.is_heading(row)]


def column(model: RecordModel, number: int) -> list[str]:
    """What a column says, row by row, headings left out."""
    rows = range(model.rowCount())
    return [model.index(row, number).data() for row in rows if not model.is_heading(row)]


def click_row(table: RecordTable, row: int) -> None:
    """Click in the middle of a row."""
    index = table.model().index(row, 0)
    table.scrollTo(index)
    centre = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def open_values(view: CatalogueView, facet: Facet) -> CheckList:
    """Open the values of a facet, by keyboard."""
    button = view.bar.buttons[facet]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    (values,) = [each for each in button.findChildren(CheckList) if each.isVisible()]
    return values


def offered(values: CheckList) -> list[str]:
    """The texts of the values on offer."""
    return [values.list.item(row).text() for row in range(values.list.count())]
