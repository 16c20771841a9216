"""The rows of a list: records by their ids, read when they are looked at, and headings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate, chain
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.domain.records import Record
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.row_model import ID_ROLE, RowModel
from desktop.ui.lists.sections import Section
from desktop.ui.lists.spec import CellText, Column

_Index = QModelIndex | QPersistentModelIndex

# Of a cell: whether its record states it.
STATED_ROLE = Qt.ItemDataRole.UserRole + 2
# Of a title: what stands out below it.
MARK_ROLE = Qt.ItemDataRole.UserRole + 3

_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        ID_ROLE,
        STATED_ROLE,
        MARK_ROLE,
    }
)

# So many records are read at a time: about two screens full.
CHUNK = 32


class RecordModel(RowModel):
    """A column of titles and the columns of a catalogue; a heading is a row with no id."""

    def __init__(
        self, lookup: Lookup, columns: Sequence[Column] = (), mark: CellText | None = None
    ) -> None:
        super().__init__()
        self._lookup = lookup
        self._columns = columns
        self._mark = mark
        self._sections: Sequence[Section] = ()
        self._starts: list[int] = []
        self._title = ""

    @property
    def columns(self) -> Sequence[Column]:
        """The columns beside the titles, from column 1 on."""
        return self._columns

    def set_sections(self, sections: Sequence[Section], title: str) -> bool:
        """Show other records under `title`; whether they are not the same rows as before.

        The same rows in other words keep selection and scroll.
        """
        self._title = title
        ids = list(chain.from_iterable(_rows(section) for section in sections))
        if ids == self._ids:
            self._sections = sections
            if ids:
                last = self.index(len(ids) - 1, len(self._columns))
                self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns))
            return False
        self.beginResetModel()
        self._sections = sections
        self._keep_ids(ids)
        lengths = [len(section.ids) + (section.heading is not None) for section in sections]
        self._starts = list(accumulate(lengths, initial=0))[:-1]
        self.endResetModel()
        return True

    def next_row(self, ids: Collection[str], start: int) -> int | None:
        """The first row from `start` on that has one of the records, beginning again at the top."""
        wanted = set(ids)
        rows = chain(range(start, len(self._ids)), range(min(start, len(self._ids))))
        return next((row for row in rows if self._ids[row] in wanted), None)

    def below_title(self, row: int, hidden: Sequence[int]) -> str:
        """What the columns that are not shown say of a record, on one line."""
        record = self._record_at(row)
        texts = (self._columns[column - 1].text(record, self._lookup) for column in hidden)
        return " · ".join(text for text in texts if text)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _TEXT_ROLES:
            return None
        row, column = index.row(), index.column()
        if role == ID_ROLE:
            return self._ids[row] or ""
        if self._ids[row] is None:
            return self._heading(row, role) if column == 0 else ""
        text = self._of_cell(row, column, role) if column else self._of_title(row, role)
        return "" if text is None else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section - 1] if section else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lookup.language.gettext(column.title) if column else self._title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft
            if column and column.is_number:
                side = Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heading(self, row: int, role: int) -> str:
        section = self._sections[bisect_right(self._starts, row) - 1]
        language = self._lookup.language
        if role == Qt.ItemDataRole.DisplayRole:
            sentence = language.gettext("{value} ({number})")
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            sentence = language.gettext("Heading: {value} ({number})")
        else:
            return ""
        return sentence.format(value=section.heading, number=language.number(len(section.ids)))

    def _of_title(self, row: int, role: int) -> str | None:
        record = self._record_at(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return record.title[self._lookup.language.code]
        if role == MARK_ROLE and self._mark:
            return self._mark(record, self._lookup)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(record)
        return None

    def _of_cell(self, row: int, column: int, role: int) -> str | bool | None:
        record, spec = self._record_at(row), self._columns[column - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            text = spec.text(record, self._lookup)
            unstated = spec.unstated and self._lookup.language.gettext(spec.unstated)
            return unstated if text is None else text
        if role == STATED_ROLE:
            return spec.text(record, self._lookup) is not None
        if role == Qt.ItemDataRole.ToolTipRole and spec.note:
            return spec.note(record, self._lookup)
        return None

    def _spoken(self, record: Record) -> str:
        """All that a row says, each cell after the title of its column."""
        sentence = self._lookup.language.gettext("{label}: {value}")
        said = [record.title[self._lookup.language.code]]
        if self._mark and (mark := self._mark(record, self._lookup)):
            said.append(mark)
        for column in self._columns:
            text = (column.note or column.text)(record, self._lookup)
            if text:
                label = self._lookup.language.gettext(column.title)
                said.append(sentence.format(label=label, value=text))
        return ". ".join(said)

    def _record_at(self, row: int) -> Record:
        """The record in a row, read with its neighbours."""
        record_id = self._ids[row]
        if record_id is None:
            raise LookupError(row)
        if not self._lookup.has(record_id):
            self._read_around(row)
        return self._lookup.record(record_id)

    def _read_around(self, row: int) -> None:
        """Read the records near a row at one go, and what their columns look up."""
        start = row - row % CHUNK
        ids = [record for record in self._ids[start : start + CHUNK] if record]
        records = self._lookup.records(ids)
        needed = [
            each for column in self._columns for record in records for each in column.needs(record)
        ]
        self._lookup.records(needed)


def _rows(section: Section) -> Sequence[str | None]:
    return section.ids if section.heading is None else [None, *section.ids]
