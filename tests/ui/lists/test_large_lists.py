"""A hundred thousand rows: what is not seen is neither read nor measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import dress
from desktop.domain.library import Library
from desktop.domain.records import Kind, Record
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui.lists import cells
from desktop.ui.lists.lookup import MOST_RECORDS, Lookup
from desktop.ui.lists.model import CHUNK, RecordModel
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.sections import Section
from desktop.ui.lists.spec import Column

ROWS = 100_000
COLUMNS = (Column("Type", cells.type_name, 12), Column("Place", cells.place, 12))


class Copies:
    """A library of copies of the real programmes, `copy/0` and so on; it notes what is read."""

    def __init__(self, library: AtlasLibrary) -> None:
        self._library = library
        self._originals = library.list(Kind.PROGRAMME)
        self.read: list[str] = []
        self.goes = 0

    def get_many(self, record_ids: Sequence[str]) -> list[Record]:
        self.goes += 1
        self.read += record_ids
        return [replace(self._original(each), id=each) for each in record_ids]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._library, name)

    def _original(self, record_id: str) -> Record:
        return self._originals[int(record_id.partition("/")[2]) % len(self._originals)]


@pytest.fixture
def copies(library: AtlasLibrary) -> Copies:
    return Copies(library)


@pytest.fixture
def table(qtbot: QtBot, copies: Copies, languages: dict[str, Language]) -> RecordTable:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application)
    model = RecordModel(Lookup(cast("Library", copies), languages["nl"]), COLUMNS)
    shown = RecordTable(model, 20)
    qtbot.addWidget(shown)
    shown.resize(500, 500)
    ids = [f"copy/{row}" for row in range(ROWS)]
    half = ROWS // 2
    model.set_sections([Section("One", ids[:half]), Section("Two", ids[half:])], "Programme")
    shown.show()
    QApplication.processEvents()
    return shown


def test_only_what_is_seen_is_read(table: RecordTable, copies: Copies) -> None:
    # The end as well: how far one can scroll goes by how high the last rows are.
    assert len(copies.read) <= 4 * CHUNK
    table.setCurrentIndex(table.model().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == ROWS + 1
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    table.grab()
    assert len(copies.read) <= 8 * CHUNK
    assert copies.goes <= 8
    assert len(table._rows._heights) < 200


def test_paging_reads_each_record_once_and_forgets_the_oldest(
    table: RecordTable, copies: Copies
) -> None:
    table.setCurrentIndex(table.model().index(1, 0))
    for _ in range(150):
        QTest.keyClick(table, Qt.Key.Key_PageDown)
        table.grab()
    row = table.currentIndex().row()
    assert row > MOST_RECORDS
    assert len(copies.read) == len(set(copies.read))
    assert len(copies.read) < row + 5 * CHUNK
    records = table._records
    assert isinstance(records, RecordModel)
    assert len(records._lookup._records) <= MOST_RECORDS


def test_both_halves_have_their_heading_and_every_row_its_record(table: RecordTable) -> None:
    model = table._records
    assert model.rowCount() == ROWS + 2
    assert model.records == ROWS
    for row in (0, ROWS // 2 + 1):
        assert model.is_heading(row)
    assert model.index(ROWS // 2 + 1, 0).data().startswith("Two (")
    assert model.row_of(f"copy/{ROWS - 1}") == ROWS + 1
    assert model.id_at(ROWS // 2 + 2) == f"copy/{ROWS // 2}"
