"""Rows of records by their ids, and the headings between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole


class RowModel(QAbstractTableModel):
    """What any list of records knows of its rows; a heading is a row with no id."""

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[str | None] = []
        self._rows_by_id: dict[str, int] = {}

    def _keep_ids(self, ids: Sequence[str | None]) -> None:
        """Have these rows from now on."""
        self._ids = ids
        # From the last to the first: a record in several groups is found in its first.
        self._rows_by_id = {
            record: len(ids) - 1 - back for back, record in enumerate(reversed(ids)) if record
        }

    def row_of(self, record_id: str) -> int | None:
        """The first row of a record, or None."""
        return self._rows_by_id.get(record_id)

    def id_at(self, row: int) -> str | None:
        """The id of the record in a row; None for a heading."""
        return self._ids[row]

    def is_heading(self, row: int) -> bool:
        """Whether a row is the heading of a group."""
        return self._ids[row] is None

    def record_from(self, row: int, step: int) -> int | None:
        """The row itself, or the next one up (`step` -1) or down (1), that has a record."""
        while 0 <= row < len(self._ids):
            if self._ids[row] is not None:
                return row
            row += step
        return None

    def first_id(self) -> str | None:
        """The record on top; None where there is none."""
        return next((record for record in self._ids[:2] if record), None)

    @property
    def records(self) -> int:
        """How many records there are, each counted once."""
        return len(self._rows_by_id)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.is_heading(index.row()) else flags | Qt.ItemFlag.ItemIsSelectable
