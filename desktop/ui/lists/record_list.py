"""A list of records, two lines each: a thin model and the delegate that draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look.typography import Role, font

_Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
SUBTITLE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a list, in words: its id, its title, and the line below."""

    id: str
    title: str
    subtitle: str


class RecordListModel(QAbstractListModel):
    """Rows for a list view."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[Row] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows. The same records in other words keep selection and scroll."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, record_id: str) -> int | None:
        """The row of a record, or None."""
        for number, row in enumerate(self._rows):
            if row.id == record_id:
                return number
        return None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == SUBTITLE_ROLE:
            return row.subtitle
        if role == ID_ROLE:
            return row.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.subtitle}" if row.subtitle else row.title
        return None


class TwoLineDelegate(QStyledItemDelegate):
    """Draws a title and a quieter line below it, each elided at the end where it must be."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        strong, small = font(Role.STRONG), font(Role.SMALL)
        margin = round(QFontMetricsF(strong).averageCharWidth())
        area = option.rect.adjusted(margin, margin // 2, -margin, -margin // 2)
        title_height = round(QFontMetricsF(strong).lineSpacing())
        lines = (
            (strong, QPalette.ColorRole.Text, index.data(), 0),
            (small, QPalette.ColorRole.PlaceholderText, index.data(SUBTITLE_ROLE), title_height),
        )
        painter.save()
        for face, colour, text, offset in lines:
            role = QPalette.ColorRole.HighlightedText if selected else colour
            painter.setFont(face)
            painter.setPen(option.palette.color(role))
            line = QRect(area.left(), area.top() + offset, area.width(), title_height)
            fitted = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitted)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        strong = QFontMetricsF(font(Role.STRONG))
        margin = round(strong.averageCharWidth())
        return QSize(margin * 20, round(strong.lineSpacing() * 2) + margin)
