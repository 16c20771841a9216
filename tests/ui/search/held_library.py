"""A library whose searches take as long as a test wants: for what happens in the meantime."""

from __future__ import annotations

import threading
from typing import Any

from desktop.domain.queries import Results, SearchQuery
from desktop.store.reader import AtlasLibrary

# A search that is never let go is a fault of the test.
MOST_SECONDS = 20


class HeldLibrary(AtlasLibrary):
    """The real one, but a search begins only when it is let go; a search that is stopped in the
    meantime finds nothing.

    `begun` are the texts that were searched for, `error` is raised in place of a search.
    """

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.begun: list[str] = []
        self.error: Exception | None = None
        self._let_go = threading.Event()
        self._let_go.set()
        self._turn = threading.Event()
        self._is_stopped = False

    def hold(self) -> None:
        """Let searches wait from now on."""
        self._let_go.clear()

    def let_go(self) -> None:
        """Let the search that waits go on, and all that come."""
        self._let_go.set()
        self._turn.set()

    def search(self, query: SearchQuery, language: str) -> Results:
        self._is_stopped = False
        self.begun.append(query.text)
        if self.error is not None:
            raise self.error
        while not (self._let_go.is_set() or self._is_stopped):
            assert self._turn.wait(MOST_SECONDS), "nobody lets the search go"
            self._turn.clear()
        return Results() if self._is_stopped else super().search(query, language)

    def stop_search(self) -> None:
        self._is_stopped = True
        self._turn.set()
        super().stop_search()
