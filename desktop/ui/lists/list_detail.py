"""A list of records beside the page of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.lists.row_model import ID_ROLE, RowModel
from desktop.ui.lists.row_view import RowView
from desktop.ui.record.pane import RecordPane
from desktop.ui.view import View

LEAST_CHARACTERS = 24
# Of the width, the list has about so many hundredths.
LIST, PAGE = 48, 52


class ListDetail(View):
    """Shows the rows of `model` in `table`, and a record of them, or another, on its page."""

    def __init__(self, context: Context, model: RowModel, table: RowView) -> None:
        super().__init__(context)
        self._rows, self._list = model, table
        self.pane = RecordPane(context)
        self.pane.record_asked.connect(self.ask)
        self.pane.widened.connect(self._share_room)
        self._usual_sizes: list[int] = []
        self._is_answering = False
        table.selectionModel().currentChanged.connect(self._choose)
        table.page_asked.connect(self.focus_page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(table)
        self.splitter.addWidget(self.pane)
        self.splitter.setStretchFactor(0, LIST)
        self.splitter.setStretchFactor(1, PAGE)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        table.setMinimumWidth(character * LEAST_CHARACTERS)
        self.splitter.setSizes([character * LIST * 2, character * PAGE * 2])
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def lay_out(self, *above: QWidget) -> None:
        """Put everything in its place: these widgets on top, and first in the order of Tab."""
        for widget in above:
            self.column.addWidget(widget)
        self.column.addWidget(self.splitter, 1)

    def ask(self, record_id: str) -> None:
        """Ask the window for a record that someone chose."""
        self.record_asked.emit(record_id)

    def focus_page(self) -> None:
        """Go on from the list to the page, with the keyboard."""
        self.pane.page.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def record_id(self) -> str | None:
        return self.pane.record_id

    def lists(self, record_id: str) -> bool:
        return self._rows.row_of(record_id) is not None

    def _select(self, record_id: str | None) -> None:
        current = self._list.currentIndex()
        # A record may stand in several groups: the row that was chosen stays chosen.
        if current.isValid() and current.data(ID_ROLE) == record_id:
            self._list.scrollTo(current)
            return
        row = None if record_id is None else self._rows.row_of(record_id)
        # Only a person's choice asks for a record; this one is the answer to it.
        self._is_answering = True
        self._list.setCurrentIndex(QModelIndex() if row is None else self._rows.index(row, 0))
        self._is_answering = False

    def _share_room(self, is_wide: bool) -> None:
        """Two languages side by side need the room of the list's columns, until one is put away."""
        if is_wide is bool(self._usual_sizes):
            return
        sizes = self.splitter.sizes()
        if is_wide:
            self._usual_sizes = sizes
            least = self._list.minimumWidth()
            self.splitter.setSizes([least, sum(sizes) - least])
        else:
            self.splitter.setSizes(self._usual_sizes)
            self._usual_sizes = []

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_answering:
            self.ask(current.data(ID_ROLE))
