"""The list beside the map: the same places, in the same words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.sheets.map.places import MapPlace
from desktop.ui.look.typography import Role, Space, font, space

_Index = QModelIndex | QPersistentModelIndex

ID_ROLE = Qt.ItemDataRole.UserRole
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlaceModel(QAbstractListModel):
    """Places as rows."""

    def __init__(self) -> None:
        super().__init__()
        self._places: Sequence[MapPlace] = ()

    def set_places(self, places: Sequence[MapPlace]) -> None:
        """Show these places; the same ones in other words keep what is current."""
        same = [place.record for place in places] == [place.record for place in self._places]
        if same and places:
            self._places = places
            self.dataChanged.emit(self.index(0), self.index(len(places) - 1))
            return
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def row_of(self, record: str) -> int:
        """The row of a place; -1 for one that is not in the list."""
        records = [place.record for place in self._places]
        return records.index(record) if record in records else -1

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._places)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        texts = {
            Qt.ItemDataRole.DisplayRole: place.name,
            Qt.ItemDataRole.AccessibleTextRole: place.line,
            ID_ROLE: place.record,
            DETAIL_ROLE: place.detail,
        }
        return texts.get(role)


class _PlaceDelegate(QStyledItemDelegate):
    """Draws the name of a place over its detail, on a tag if the place is chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = (QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            colours = (QPalette.ColorRole.HighlightedText,) * 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(option.rect, space(Space.TIGHT), space(Space.TIGHT))
        across, down = space(Space.SMALL), space(Space.TIGHT)
        area: QRect = option.rect.adjusted(across, down, -across, -down)
        for (text, face), colour in zip(_lines(index), colours, strict=True):
            painter.setFont(face)
            painter.setPen(option.palette.color(QPalette.ColorGroup.Active, colour))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, text)
            area.setTop(area.top() + QFontMetrics(face).height())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = [(QFontMetrics(face), text) for text, face in _lines(index)]
        return QSize(
            max(each.horizontalAdvance(text) for each, text in metrics) + 2 * space(Space.SMALL),
            sum(each.height() for each, _text in metrics) + 2 * space(Space.TIGHT),
        )


def _lines(index: _Index) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
    """The texts of a row from the top, each with its font."""
    return (index.data(), font(Role.BODY)), (index.data(DETAIL_ROLE), font(Role.SMALL))


class PlaceList(QListView):
    """The list, as high as its rows, in as many columns as fit; what stands out is selected.

    `place_asked` carries the id of a place that was opened, `place_marked` that of the one that
    keys or mouse went to; "" when they are gone.
    """

    place_asked = Signal(str)
    place_marked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("places")
        self.places = PlaceModel()
        self._row = QSize(1, 1)
        self.setModel(self.places)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setUniformItemSizes(True)
        self.setWrapping(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda index: self.place_asked.emit(index.data(ID_ROLE)))
        self.selectionModel().currentChanged.connect(
            lambda index: self.place_marked.emit(index.data(ID_ROLE) or "")
        )

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show these places, or the same ones in another language."""
        self.places.set_places(places)
        sizes = [
            self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.places.index(row))
            for row in range(len(places))
        ]
        self._row = QSize(
            max((size.width() for size in sizes), default=1),
            max((size.height() for size in sizes), default=1),
        )
        if not self.currentIndex().isValid():
            # A screen reader needs a current row; that it is current is told when it is reached.
            self.selectionModel().blockSignals(True)
            self.selectionModel().setCurrentIndex(
                self.places.index(0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.selectionModel().blockSignals(False)
        self._fit()
        self.updateGeometry()

    def mark(self, record: str) -> None:
        """Let the place stand out that is pointed at elsewhere; "" when it no longer is."""
        row = self.places.row_of(record)
        # Only what happens in the list is told.
        self.selectionModel().blockSignals(True)
        if row < 0:
            self.selectionModel().clearSelection()
        else:
            self.setCurrentIndex(self.places.index(row))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(self._row.width(), self.heightForWidth(self._row.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.width(), self._row.height())

    def heightForWidth(self, width: int) -> int:
        rows = math.ceil(self.places.rowCount() / self._columns(width))
        # Qt goes on in the next column when the last row would end at the very edge.
        return rows * self._row.height() + 1

    def _columns(self, width: int) -> int:
        return max(width // self._row.width(), 1)

    def _fit(self) -> None:
        width = self.viewport().width()
        self.setGridSize(QSize(width // self._columns(width), self._row.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        index = self.currentIndex()
        self.setCurrentIndex(index if index.isValid() else self.places.index(0))
        self.place_marked.emit(self.currentIndex().data(ID_ROLE))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._leave()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._leave()

    def _leave(self) -> None:
        self.mark("")
        self.place_marked.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OPENING_KEYS and self.currentIndex().isValid():
            self.place_asked.emit(self.currentIndex().data(ID_ROLE))
        else:
            super().keyPressEvent(event)
