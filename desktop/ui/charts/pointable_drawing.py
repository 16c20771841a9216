"""A drawing whose marks one can point at, walk between with the keys, and open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

# By what a drawing knows its marks.
Mark = TypeVar("Mark")
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PointableDrawing(QWidget, Generic[Mark]):
    """Follows the mouse and the keys; a kind of it says where its marks are and what they do.

    `current` is the mark that the keys are at, `hovered` the one under the mouse, if any.
    """

    def __init__(self, current: Mark) -> None:
        super().__init__()
        self.current = current
        self.hovered: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def mark_at(self, point: QPointF) -> Mark | None:
        """The mark under a point."""
        raise NotImplementedError

    def ways(self) -> Mapping[Qt.Key, Mark]:
        """To which mark each key leads from the current one; none where there are no marks."""
        raise NotImplementedError

    def walk(self, mark: Mark, /) -> None:
        """Go to a mark, as a key leads there."""
        raise NotImplementedError

    def make_current(self, mark: Mark, /) -> None:
        """Let the keys be at a mark from now on."""
        self.current = mark

    def open(self, mark: Mark, /) -> None:
        """Ask for what a mark stands for."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say which mark stands out now."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways, key = self.ways(), Qt.Key(event.key())
        if key in ways:
            self.walk(ways[key])
        elif ways and key in OPENING_KEYS:
            self.open(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        under = self.mark_at(event.position())
        if under is not None and event.button() is Qt.MouseButton.LeftButton:
            self.make_current(under)
            self.open(under)

    def _hover(self, under: Mark | None) -> None:
        if under == self.hovered:
            return
        self.hovered = under
        is_over = under is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)
        self.tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.tell()
