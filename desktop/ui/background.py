"""One helper that runs work off the main thread and calls back on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

_Result = TypeVar("_Result")


class _Bridge(QObject):
    """Lives on the main thread: its queued signal brings (result, error) there."""

    finished = Signal(object, object)

    def __init__(
        self, owner: QObject, done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed
        self.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object, object)
    def _deliver(self, result: object, error: Exception | None) -> None:
        self.deleteLater()
        if error is None:
            self._done(result)
        else:
            self._failed(error)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], bridge: _Bridge) -> None:
        super().__init__()
        self._work = work
        self._bridge = bridge

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:
            self._tell(None, error)
        else:
            self._tell(result, None)

    def _tell(self, result: object, error: Exception | None) -> None:
        # The window may have been closed while we worked, and the bridge with it.
        with suppress(RuntimeError):
            self._bridge.finished.emit(result, error)


def run_in_background(
    owner: QObject,
    work: Callable[[], _Result],
    done: Callable[[_Result], None],
    failed: Callable[[Exception], None],
    threads: QThreadPool | None = None,
) -> None:
    """Run `work` in a thread; `done` gets its result, or `failed` its error, on the main thread.

    It takes one of `threads`, or of those that all such work shares.
    """
    (threads or QThreadPool.globalInstance()).start(_Job(work, _Bridge(owner, done, failed)))
