"""The list of records: titles, and beside them as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from desktop.ui.lists.columns import ColumnFit
from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.row_layout import RowLayouter
from desktop.ui.lists.row_view import RowView
from desktop.ui.lists.type_ahead import Typing

_Index = QModelIndex | QPersistentModelIndex


class RecordTable(RowView):
    """Shows a `RecordModel` in columns.

    `sorting_asked` carries the column whose header was clicked, 0 for the titles; `typed` the
    letters that were typed to go to a title.
    """

    sorting_asked = Signal(int)
    typed = Signal(str)

    def __init__(self, model: RecordModel, title_characters: int) -> None:
        layouter = RowLayouter(model)
        super().__init__(model, layouter)
        self._columns_layouter = layouter
        self._typing = Typing()
        self.header = QHeaderView(Qt.Orientation.Horizontal, self)
        self._fit = ColumnFit(self.header, model, title_characters)
        self.setModel(model)
        self.header.setModel(model)
        self.header.setSelectionModel(self.selectionModel())
        self.header.sectionClicked.connect(self.sorting_asked)

    @property
    def columns(self) -> Sequence[int]:
        """The columns that there is room for, that of the titles first."""
        return list(self._fit.widths)

    def show_sorting(self, column: int | None, descending: bool) -> None:
        """Mark the header of the column that the list is sorted by; None marks none."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.header.setSortIndicator(-1 if column is None else column, order)

    def arrange_columns(self, width: int) -> int:
        if self._fit.fit(width):
            self._columns_layouter.set_columns(self._fit.widths, self._fit.below)
            self._rows.forget()
        return self.header.sizeHint().height() if len(self.columns) > 1 else 0

    def place_header(self, height: int) -> None:
        area = self.viewport().geometry()
        self.header.setGeometry(area.left(), area.top() - height, area.width(), height)
        self.header.setVisible(height > 0)

    def across(self, index: _Index) -> tuple[int, int] | None:
        column = index.column()
        if column == 0:
            return super().across(index)
        if column not in self.columns or self._records.is_heading(index.row()):
            return None
        return self.header.sectionViewportPosition(column), self.header.sectionSize(column)

    def column_at(self, row: int, left: int) -> int:
        is_heading = self._records.is_heading(row)
        return 0 if is_heading else max(self.header.logicalIndexAt(left), 0)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(self._typing.so_far(search))
