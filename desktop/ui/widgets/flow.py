"""A layout that sets widgets side by side and goes on in a new row, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in rows as wide as there is room, each as large as it asks to be, if that fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(len(shown) - 1, 0)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _arrange(self, area: QRect, *, moves: bool) -> int:
        """Set the widgets into rows, moving them or not; the height of all rows."""
        top = area.top()
        row: list[QLayoutItem] = []
        width = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = _fitting(item, area.width()).width()
            if row and width + self.spacing() + needed > area.width():
                top += self._set_row(row, area, top, moves) + self.spacing()
                row, width = [], 0
            width += needed + (self.spacing() if row else 0)
            row.append(item)
        if row:
            top += self._set_row(row, area, top, moves)
        return top - area.top()

    def _set_row(self, row: list[QLayoutItem], area: QRect, top: int, moves: bool) -> int:
        """Set one row, its widgets on one middle line; its height."""
        left = area.left()
        height = max(item.sizeHint().height() for item in row)
        for item in row:
            size = _fitting(item, area.width())
            if moves:
                point = QPoint(left, top + (height - size.height()) // 2)
                item.setGeometry(QRect(point, size))
            left += size.width() + self.spacing()
        return height


def _fitting(item: QLayoutItem, width: int) -> QSize:
    """How large a widget asks to be, but no wider than a row."""
    return item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
