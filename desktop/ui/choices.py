"""Choices that outlive the program, written when there is time."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

# A disk needs some twentieth of a second to be sure: nobody is to wait for that at each click.
QUIET_MS = 300


class ChoiceStore(Protocol):
    """Where choices are kept."""

    @property
    def path(self) -> Path:
        """The file that they are kept in."""
        ...

    def get(self, key: str, default: str) -> str:
        """The value chosen for `key`, noted or written, or `default`."""
        ...

    def note(self, key: str, value: str) -> None:
        """Keep a choice with the next `flush`."""
        ...

    def flush(self) -> None:
        """Write what was noted."""
        ...


class Choices(QObject):
    """Settings that are read at once and written a moment later, or when the program ends."""

    def __init__(self, store: ChoiceStore) -> None:
        super().__init__()
        self._store = store
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(store.flush)

    @property
    def path(self) -> Path:
        """The file that they are kept in."""
        return self._store.path

    def get(self, key: str, default: str) -> str:
        """The value chosen for `key`, or `default`."""
        return self._store.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Keep a choice."""
        self._store.note(key, value)
        self._timer.start()

    def flush(self) -> None:
        """Write at once what was chosen."""
        self._timer.stop()
        self._store.flush()
