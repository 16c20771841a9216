"""A list that pops up, in which any number of values can be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

# Of the window that it opens over, so much at most.
MOST_OF_WIDTH, MOST_OF_HEIGHT = 0.9, 0.6
_CHOOSING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckList(QFrame):
    """Values with a mark at those chosen; stays open while one chooses, until Escape or a click
    beside it.

    `toggled` carries a value that was chosen or given up.
    """

    toggled = Signal(str, bool)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("checkList")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.list = _Values()
        self.list.setAccessibleName(title)
        self.list.clicked.connect(lambda index: self._toggle(self.list.item(index.row())))
        self.list.chosen.connect(lambda: self._toggle(self.list.currentItem()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def set_values(self, values: Iterable[tuple[str, str, bool]]) -> None:
        """Show (value, text, whether it is chosen) of each, in order."""
        self.list.clear()
        for value, text, is_chosen in values:
            item = QListWidgetItem(text)
            # Not user-checkable: the whole row answers a click, and not its mark a second time.
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setCheckState(_mark(is_chosen))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def go_to_chosen(self) -> None:
        """Begin at the first value that is chosen, if any is."""
        for row in range(self.list.count()):
            if self.list.item(row).checkState() is Qt.CheckState.Checked:
                self.list.setCurrentRow(row)
                return

    def open(self, at: QPoint, window: QRect) -> None:
        """Open at a point of the screen, inside the rectangle of the window."""
        wanted = self.list.wanted_size()
        width = min(wanted.width(), round(window.width() * MOST_OF_WIDTH))
        height = min(wanted.height(), round(window.height() * MOST_OF_HEIGHT))
        left = max(window.left(), min(at.x(), window.right() - width))
        self.setGeometry(QRect(left, at.y(), width, height))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        is_chosen = item.checkState() is not Qt.CheckState.Checked
        item.setCheckState(_mark(is_chosen))
        self.toggled.emit(item.data(Qt.ItemDataRole.UserRole), is_chosen)


class _Values(QListWidget):
    """`chosen` tells that Space or Return was pressed on the current value."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def wanted_size(self) -> QSize:
        """The size that shows every value on one line."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        width = self.sizeHintForColumn(0) + self.verticalScrollBar().sizeHint().width()
        margins = self.contentsMargins()
        across = margins.left() + margins.right() + 2 * self.frameWidth()
        return QSize(width + across + 2, rows + margins.top() + margins.bottom() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING_KEYS:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


def _mark(is_chosen: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
