"""Asks the library in a thread of its own, so that the window never waits."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop.domain.browsing import Facet
from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.domain.queries import Results, SearchQuery
from desktop.ui.background import run_in_background


class Searcher(QObject):
    """Asks one question at a time; a newer one ends the search for the one before.

    `found` carries the newest query and its Results, never those of an older one. `counted` carries
    a query, a facet, and how many records that match have each value of it. `failed` carries an
    AtlasError, which blames the file; any other error is ours, and is raised.
    """

    found = Signal(object, object)
    counted = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        # The library is asked by one thread at a time.
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(1)
        self._newest = 0
        self._answered = 0

    @property
    def is_searching(self) -> bool:
        """Whether the newest query has no results yet."""
        return self._answered < self._newest

    def find(self, query: SearchQuery, language: str) -> None:
        """Search for a query in place of any other."""
        self._newest += 1
        self._library.stop_search()
        run_in_background(
            self,
            partial(self._search, self._newest, query, language),
            partial(self._take, self._newest, query),
            partial(self._fail, self._newest),
            self._threads,
        )

    def count(self, query: SearchQuery, facet: Facet) -> None:
        """Count the values of a facet."""
        run_in_background(
            self,
            partial(self._library.search_counts, query, facet),
            partial(self._take_counts, query, facet),
            partial(self._fail, self._answered),
            self._threads,
        )

    def stop(self) -> None:
        """End what is under way and wait until it has ended: the library may be closed then."""
        self._answered = self._newest = self._newest + 1
        self._threads.clear()
        self._library.stop_search()
        self._threads.waitForDone()

    def _search(self, number: int, query: SearchQuery, language: str) -> Results | None:
        """In the thread: the results, or none where nobody waits for them any more."""
        return self._library.search(query, language) if number == self._newest else None

    def _take(self, number: int, query: SearchQuery, results: Results | None) -> None:
        if number == self._newest and results is not None:
            self._answered = number
            self.found.emit(query, results)

    def _take_counts(self, query: SearchQuery, facet: Facet, counts: Mapping[str, int]) -> None:
        self.counted.emit(query, facet, counts)

    def _fail(self, number: int, error: Exception) -> None:
        self._answered = max(self._answered, number)
        if not isinstance(error, AtlasError):
            raise error
        self.failed.emit(error)
