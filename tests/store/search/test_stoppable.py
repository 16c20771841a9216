"""A search is ended from another thread, at once, and the next one runs as ever."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator

import pytest

from desktop.store.search.stoppable import StoppableSearch

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"


@pytest.fixture
def searching() -> Iterator[StoppableSearch]:
    """A search over an empty database."""
    stoppable = StoppableSearch(sqlite3.connect(":memory:", check_same_thread=False))
    yield stoppable
    stoppable.close()


def test_a_search_that_would_never_end_is_stopped(searching: StoppableSearch):
    started = threading.Event()

    def search() -> list[object]:
        started.set()
        return [searching.rows(ENDLESS)]

    found: list[list[object]] = []
    thread = threading.Thread(target=lambda: found.append(searching.run(search, [])))
    thread.start()
    assert started.wait(10)
    while thread.is_alive():
        # It may come a moment before the statement begins: the search must be refused then.
        searching.stop()
        thread.join(0.01)
    assert found == [[]]
    assert searching.run(lambda: searching.rows("SELECT 1"), []) == [(1,)]


def test_a_stop_while_nothing_is_searched_stops_nothing(searching: StoppableSearch):
    searching.stop()
    assert searching.run(lambda: searching.rows("SELECT 2"), []) == [(2,)]


def test_a_fault_of_the_file_is_not_taken_for_a_stop(searching: StoppableSearch):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        searching.run(lambda: searching.rows("SELECT * FROM nowhere"), [])
