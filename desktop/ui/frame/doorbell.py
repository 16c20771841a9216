"""Brings what a second start asks from its thread to the window, and the answer back."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.ui.frame.one_window import PATIENCE, Request


class Doorbell(QObject):
    """Lives on the main thread; `ring` may be called on any other one."""

    _rung = Signal(object, object, float)

    def __init__(self, show: Callable[[Request], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._rung.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def ring(self, request: Request) -> bool:
        """Whether the window showed what is asked; it need not any more if it took too long."""
        answer: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._rung.emit(request, answer, time.monotonic() + PATIENCE)
        try:
            return answer.get(timeout=PATIENCE)
        except queue.Empty:
            return False

    @Slot(object, object, float)
    def _open(self, request: Request, answer: queue.SimpleQueue[bool], deadline: float) -> None:
        if time.monotonic() < deadline:
            answer.put(self._show(request))
