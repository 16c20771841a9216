"""The model of a tree of records: branches in words, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

_Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Branch:
    """A record of a tree in words, with those under it.

    Without an `id` it is no record: a quiet heading over the branches that follow it.
    """

    id: str
    title: str
    note: str = ""
    children: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    """A branch where it stands: the number of the node above it (None at the top), and its row."""

    branch: Branch
    parent: int | None
    row: int


class RecordTreeModel(QAbstractItemModel):
    """Branches for a tree view. The internal id of an index is the number of its node."""

    def __init__(self) -> None:
        super().__init__()
        self._nodes: list[_Node] = []
        self._children: dict[int | None, list[int]] = {}

    def set_branches(self, branches: Sequence[Branch]) -> None:
        """Show other branches. The same records in other words keep what is open and chosen."""
        nodes = list(_nodes(branches))
        if _shape(nodes) == _shape(self._nodes):
            self._nodes = nodes
            for numbers in self._children.values():
                self.dataChanged.emit(self._at(numbers[0]), self._at(numbers[-1]))
            return
        self.beginResetModel()
        self._nodes = nodes
        self._children = {}
        for number, node in enumerate(nodes):
            self._children.setdefault(node.parent, []).append(number)
        self.endResetModel()

    def index_of(self, record_id: str) -> QModelIndex:
        """Where a record stands; an invalid index for one that does not."""
        for number, node in enumerate(self._nodes):
            if node.branch.id == record_id:
                return self._at(number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        numbers = self._under(parent)
        if column != 0 or not 0 <= row < len(numbers):
            return QModelIndex()
        return self._at(numbers[row])

    def parent(self, child: _Index | None = None) -> Any:
        if child is None:
            return super().parent()
        above = self._nodes[child.internalId()].parent if child.isValid() else None
        return QModelIndex() if above is None else self._at(above)

    def rowCount(self, parent: _Index | None = None) -> int:
        return len(self._under(parent))

    def columnCount(self, parent: _Index | None = None) -> int:
        return 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        is_record = index.isValid() and self._nodes[index.internalId()].branch.id
        return super().flags(index) if is_record else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        branch = self._nodes[index.internalId()].branch
        if role == Qt.ItemDataRole.DisplayRole:
            return branch.title
        if role == NOTE_ROLE:
            return branch.note
        if role == ID_ROLE:
            return branch.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{branch.title}, {branch.note}" if branch.note else branch.title
        return None

    def _at(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].row, 0, number)

    def _under(self, parent: _Index | None) -> list[int]:
        key = parent.internalId() if parent is not None and parent.isValid() else None
        return self._children.get(key, [])


def _nodes(branches: Sequence[Branch]) -> Iterator[_Node]:
    """Every branch, each before those under it."""
    number = 0

    def walk(level: Sequence[Branch], parent: int | None) -> Iterator[_Node]:
        nonlocal number
        for row, branch in enumerate(level):
            here = number
            number += 1
            yield _Node(branch, parent, row)
            yield from walk(branch.children, here)

    yield from walk(branches, None)


def _shape(nodes: Sequence[_Node]) -> list[tuple[str, int | None]]:
    return [(node.branch.id, node.parent) for node in nodes]
