"""The rows of a tree of records, as tests look through them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex

from desktop.ui.widgets.record_tree_model import RecordTreeModel


def rows(model: RecordTreeModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    """Every row from the top down, each before those under it."""
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows(model, index)
