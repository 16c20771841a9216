"""A list of records beside the page of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QListView, QSplitter, QVBoxLayout

from desktop.domain.records import Kind, Record
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.record_list import ID_ROLE, RecordListModel, Row, TwoLineDelegate
from desktop.ui.record.pane import RecordPane
from desktop.ui.view import View

LEAST_CHARACTERS, USUAL_CHARACTERS = 24, 40


def by_title(context: Context, kind: Kind) -> Sequence[Record]:
    """The records of a kind, as the dictionaries of the language of the moment sort them."""
    language = context.language

    def key(record: Record) -> tuple[str, ...]:
        return language.sort_key(record.title[language.code])

    return sorted(context.library.list(kind), key=key)


class ListDetail(View):
    """The list of `records()` in `row_of` words, beside the page."""

    def __init__(
        self,
        context: Context,
        records: Callable[[], Sequence[Record]],
        row_of: Callable[[Record], Row],
    ) -> None:
        super().__init__(context)
        self.pane = RecordPane(context)
        self.pane.record_asked.connect(self.record_asked)
        self._records = records
        self._row_of = row_of
        self.model = RecordListModel()
        self.list = QListView()
        self.list.setObjectName("records")
        self.list.setModel(self.model)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._ask)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.list)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        self.setFocusProxy(self.list)
        self.list.setMinimumWidth(character * LEAST_CHARACTERS)
        splitter.setSizes([character * USUAL_CHARACTERS, character * USUAL_CHARACTERS * 2])
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(splitter, 1)

    def retranslate(self) -> None:
        """Set all rows anew in the language of the moment; what is chosen stays chosen."""
        self.list.setAccessibleName(self.context.language.gettext("Records"))
        chosen = self.pane.record_id
        self.model.set_rows([self._row_of(record) for record in self._records()])
        self._select(chosen)
        self.pane.retranslate()

    def show_address(self, address: Address) -> None:
        self.show_record(self.context.library.get(address.record) if address.record else None)

    @property
    def record_id(self) -> str | None:
        return self.pane.record_id

    def show_record(self, record: Record | None) -> None:
        """Show a record, in the list or not; without one, the first of the list."""
        if record is None:
            first = next(iter(self._records()), None)
            if first is None:
                self.pane.show_record(None)
                return
            record = first
        self._select(record.id)
        self.pane.show_record(record)

    def lists(self, record_id: str) -> bool:
        return self.model.row_of(record_id) is not None

    def _select(self, record_id: str | None) -> None:
        row = None if record_id is None else self.model.row_of(record_id)
        index = QModelIndex() if row is None else self.model.index(row)
        # Only a person's choice asks for a record; this one is the answer to it.
        self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(index)
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()
        if index.isValid():
            self.list.scrollTo(index)

    def _ask(self, current: QModelIndex) -> None:
        if current.isValid():
            self.record_asked.emit(current.data(ID_ROLE))
