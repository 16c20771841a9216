"""A connection whose search another thread can end."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Result = TypeVar("_Result")


class StoppableSearch:
    """Runs searches on a connection of its own, which nothing else uses, one at a time."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._is_running = self._is_stopped = False
        # Whoever searches meanwhile, in another thread, waits for its turn.
        self._turn = threading.Lock()

    def run(self, search: Callable[[], _Result], nothing: _Result) -> _Result:
        """What `search` gives back, or `nothing` if it is stopped meanwhile."""
        with self._turn:
            self._is_stopped = False
            self._is_running = True
            try:
                return search()
            except sqlite3.OperationalError:
                if self._is_stopped:
                    return nothing
                raise
            finally:
                self._is_running = False

    def stop(self) -> None:
        """End the search that runs, if one does. From any thread."""
        if self._is_running:
            self._is_stopped = True
            # What runs now ends with an error; what would run next is refused below.
            self._database.interrupt()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of a statement."""
        if self._is_running and self._is_stopped:
            raise sqlite3.OperationalError("the search was stopped")
        return self._database.execute(sql, values).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
