"""The briefing as a tree of two levels: meetings, and under each what is saved for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

_Index = QModelIndex | QPersistentModelIndex

KEY_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
MIME_TYPE = "application/x-valley-atlas-briefing-key"
_LINE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
_MEETING = _LINE | Qt.ItemFlag.ItemIsDropEnabled | Qt.ItemFlag.ItemIsEditable
_ITEM = _LINE | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Line:
    """A meeting or an item in words: its key, its title, and a quieter note below it.

    `written` is the title of a meeting as it was written, to be written anew.
    """

    key: str
    title: str
    note: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A meeting with its items."""

    head: Line
    items: tuple[Line, ...]


class BriefingModel(QAbstractItemModel):
    """Groups for a tree view. An index has the internal id 0, or that of an item: its group's row
    and one.

    `renamed` carries the key of a meeting and its new title; `item_dropped` the key of an item,
    that of a meeting and the item's place among the others there; `meeting_dropped` the key of a
    meeting and its place among the others.
    """

    renamed = Signal(str, str)
    item_dropped = Signal(str, str, int)
    meeting_dropped = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._groups: Sequence[Group] = []

    def set_groups(self, groups: Sequence[Group]) -> bool:
        """Show other groups, and say whether there are other lines now.

        The same lines in other words keep what is open and chosen.
        """
        if _keys(groups) == _keys(self._groups):
            # Of other words each line may need another height: one layout serves them all.
            self.layoutAboutToBeChanged.emit()
            self._groups = groups
            self.layoutChanged.emit()
            return False
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()
        return True

    def shows(self, groups: Sequence[Group]) -> bool:
        """Whether these groups are what it shows, word for word."""
        return groups == self._groups

    def index_of(self, key: str) -> QModelIndex:
        """Where a meeting or an item stands; an invalid index for none."""
        for row, group in enumerate(self._groups):
            if group.head.key == key:
                return self.index(row, 0)
            for item_row, item in enumerate(group.items):
                if item.key == key:
                    return self.createIndex(item_row, 0, row + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        if not self.hasIndex(row, column, parent or QModelIndex()):
            return QModelIndex()
        is_item = parent is not None and parent.isValid()
        return self.createIndex(row, column, parent.row() + 1 if parent and is_item else 0)

    def parent(self, child: _Index | None = None) -> Any:
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: _Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()].items)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._line(index)
        spoken = f"{line.title}, {line.note}" if line.note else line.title
        return {
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.EditRole: line.written,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            NOTE_ROLE: line.note,
            KEY_ROLE: line.key,
        }.get(role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not is_meeting(index):
            return False
        self.renamed.emit(self._line(index).key, str(value).strip())
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _MEETING if is_meeting(index) else _ITEM

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME_TYPE, self._line(indexes[0]).key.encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        dragged = self._dragged(data)
        # A meeting stands among meetings, an item in one of them.
        return dragged.isValid() and (parent.isValid() != is_meeting(dragged))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        dragged = self._dragged(data)
        place = self.rowCount(parent) if row < 0 else row
        # The place is counted without the one that moves.
        place -= dragged.parent() == parent and dragged.row() < place
        key = self._line(dragged).key
        if is_meeting(dragged):
            self.meeting_dropped.emit(key, place)
        else:
            self.item_dropped.emit(key, self._line(parent).key, place)
        return True

    def _dragged(self, data: QMimeData) -> QModelIndex:
        return self.index_of(bytes(data.data(MIME_TYPE).data()).decode())

    def _line(self, index: _Index) -> Line:
        if is_meeting(index):
            return self._groups[index.row()].head
        return self._groups[index.internalId() - 1].items[index.row()]


def is_meeting(index: _Index) -> bool:
    """Whether an index is that of a meeting."""
    return index.isValid() and index.internalId() == 0


def _keys(groups: Sequence[Group]) -> list[tuple[str, list[str]]]:
    return [(group.head.key, [item.key for item in group.items]) for group in groups]
