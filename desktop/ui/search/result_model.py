"""The results of a search as rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.sheets.search.parts import ResultRow
from desktop.ui.lists.row_model import ID_ROLE, RowModel

_Index = QModelIndex | QPersistentModelIndex


class ResultModel(RowModel):
    """One row a record, best first, as the description of the results tells it."""

    def __init__(self) -> None:
        super().__init__()
        self._results: Sequence[ResultRow] = ()

    def set_results(self, results: Sequence[ResultRow]) -> None:
        """Show other results; the same records in other words keep selection and scroll."""
        ids = [result.id for result in results]
        if ids == self._ids:
            self._results = results
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, 0))
            return
        self.beginResetModel()
        self._results = results
        self._keep_ids(ids)
        self.endResetModel()

    def result(self, row: int) -> ResultRow:
        """What is told in a row."""
        return self._results[row]

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        result = self._results[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return result.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (result.title.text, result.below, result.snippet.text)
            return ". ".join(part for part in said if part)
        return result.id if role == ID_ROLE else None
