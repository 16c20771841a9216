"""Draws the rows of a list, each as one, and says how high they are."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.lists.row_layout import RowLayout

_Index = QModelIndex | QPersistentModelIndex

# Some screens full.
MOST_LAYOUTS = 300


class Layouter(Protocol):
    """Lays out the rows of a model."""

    def lay_out(self, row: int) -> RowLayout:
        """What stands in a row where it belongs."""
        ...

    def cell_height(self, row: int, column: int, width: int) -> int:
        """How high a cell beside the title must be at a width."""
        ...

    def forget_fonts(self) -> None:
        """Measure anew: the fonts are others now."""
        ...


class RowDelegate(QStyledItemDelegate):
    """Draws what the layouter places; a row is drawn with its title's cell, whole.

    What has been laid out is kept until `forget`: a row is measured, drawn, and drawn again.
    """

    # Every text is wrapped to the width of its cell: no cell can be too narrow for it.
    wraps = True

    def __init__(self, layouter: Layouter, parent: QObject) -> None:
        super().__init__(parent)
        self._layouter = layouter
        self._layouts: OrderedDict[int, RowLayout] = OrderedDict()
        self._heights: dict[int, int] = {}

    def forget(self) -> None:
        """Lay every row out anew: rows, words, widths or fonts are others now."""
        self._layouts.clear()
        self._heights.clear()

    def layout(self, row: int) -> RowLayout:
        """The texts of a row where they belong."""
        found = self._layouts.get(row)
        if found is None:
            found = self._layouts[row] = self._layouter.lay_out(row)
            self._heights[row] = found.height
            if len(self._layouts) > MOST_LAYOUTS:
                self._layouts.popitem(last=False)
        return found

    def height(self, row: int) -> int:
        """How high a row is; it is laid out to know it, once."""
        height = self._heights.get(row)
        return self.layout(row).height if height is None else height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = option.rect.width()
        if index.column():
            return QSize(width, self._layouter.cell_height(index.row(), index.column(), width))
        return QSize(width, self.height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.layout(index.row()).draw(
            painter, option.rect.left(), option.rect.top(), option.palette
        )
