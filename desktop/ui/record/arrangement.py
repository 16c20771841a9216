"""Widgets one below the other, placed by hand.

Qt's own layouts ask each text for its height at several widths, several times over; a page of text
spends most of its time on that. Here each is asked once for each width.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.placing import height_of


class Stack(QWidget):
    """Widgets one below the other, each as wide as the stack; hidden ones take no room."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[tuple[int, QWidget]] = []
        self._measured: tuple[int, list[int]] = (-1, [])

    def add(self, widget: QWidget, gap: int = 0) -> None:
        """Put a widget below the others, at a distance."""
        widget.setParent(self)
        self._parts.append((gap, widget))
        self.forget()

    def forget(self) -> None:
        """Ask the widgets for their heights anew, as their texts have changed."""
        self._measured = (-1, [])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        heights = self._heights(width)
        shown = ((gap, each) for (gap, each) in self._parts if not each.isHidden())
        return sum(gap for gap, _each in shown) + sum(heights)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def place(self) -> None:
        """Put every widget where it belongs at the width of the moment."""
        top = 0
        for (gap, widget), height in zip(self._parts, self._heights(self.width()), strict=True):
            if not widget.isHidden():
                widget.setGeometry(0, top + gap, self.width(), height)
                top += gap + height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _heights(self, width: int) -> list[int]:
        if self._measured[0] != width:
            heights = [
                0 if widget.isHidden() else height_of(widget, width) for _gap, widget in self._parts
            ]
            self._measured = (width, heights)
        return self._measured[1]
