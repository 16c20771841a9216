"""What the window notices: its first paint, and the mouse's own keys for back and forward."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class FirstPaint(QObject):
    """Tells once, by `happened`, that a widget was painted: after that slower things may load."""

    happened = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.happened.emit)
        return False


class MouseKeys(QObject):
    """Tells, by `steps_asked`, that a key of the mouse asks for a step back (-1) or forward (1).

    It listens where the system hands events to the window: the widgets below keep what they get.
    """

    steps_asked = Signal(int)

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            steps = _STEPS.get(event.button())
            if steps is not None:
                self.steps_asked.emit(steps)
                return True
        return False
