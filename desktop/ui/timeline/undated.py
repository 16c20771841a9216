"""What has no stated date: a list beside the timeline, because it has no place on the axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.records import Record
from desktop.sheets.record.plans import plan_word
from desktop.sheets.timeline.page import Undated
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.row_model import ID_ROLE
from desktop.ui.lists.sections import Section

_TITLE_CHARACTERS = 16


def _mark(record: Record, lookup: Lookup) -> str | None:
    """That it was a plan or a proposal."""
    word = plan_word(record, lookup.language)
    return word[:1].upper() + word[1:] if word else None


class UndatedList(QWidget):
    """The records without a date; `record_asked` carries the id of one that was opened."""

    record_asked = Signal(str)

    def __init__(self, lookup: Lookup) -> None:
        super().__init__()
        self._lookup = lookup
        self.model = RecordModel(lookup, (), _mark)
        self.table = RecordTable(self.model, _TITLE_CHARACTERS)
        # Its current row is where a screen reader begins, and no page that is open beside it.
        self.table.setObjectName("undated")
        self.table.clicked.connect(self._open)
        self.table.page_asked.connect(lambda: self._open(self.table.currentIndex()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_records(self, undated: Sequence[Undated]) -> None:
        """Show records, or the same ones in another language; the current one stays."""
        tr = self._lookup.language.gettext
        here = self.table.currentIndex().data(ID_ROLE) if self.table.currentIndex() else None
        sections = [Section(group.heading, group.records) for group in undated]
        self.table.setAccessibleName(tr("Date not stated"))
        self.model.set_sections(sections, tr("Date not stated"))
        row = self.model.row_of(here) if here else None
        if row is None:
            row = self.model.record_from(0, 1)
        # A list that gets the focus must have a current row: a screen reader begins there.
        self.table.setCurrentIndex(QModelIndex() if row is None else self.model.index(row, 0))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (record := index.data(ID_ROLE)):
            self.record_asked.emit(record)
