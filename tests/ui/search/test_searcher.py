"""Searching in the background: the newest query alone counts, and nothing waits for the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop import bundled
from desktop.domain.browsing import Facet
from desktop.domain.problems import AtlasError
from desktop.domain.queries import SearchQuery
from desktop.ui.search.searcher import Searcher
from tests.ui.search.held_library import HeldLibrary


@pytest.fixture
def library() -> Iterator[HeldLibrary]:
    opened = HeldLibrary.open(bundled.atlas())
    assert isinstance(opened, HeldLibrary)
    yield opened
    opened.close()


@pytest.fixture
def searcher(library: HeldLibrary, qapp: QObject) -> Iterator[Searcher]:
    made = Searcher(library, qapp)
    yield made
    made.stop()
    made.deleteLater()


def parsed(text: str) -> SearchQuery:
    return SearchQuery.parse(text)


def test_it_finds_what_the_library_finds(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(searcher.found) as found:
        searcher.find(parsed("regmed"), "nl")
        assert searcher.is_searching
    assert found.args == [parsed("regmed"), library.search(parsed("regmed"), "nl")]
    assert not searcher.is_searching


def test_only_the_newest_of_many_queries_is_answered(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    answered: list[str] = []
    searcher.found.connect(lambda query, _results: answered.append(query.text))
    library.hold()
    searcher.find(parsed("p"), "en")
    qtbot.waitUntil(lambda: library.begun == ["p"])
    for end in range(2, len("prevention") + 1):
        searcher.find(parsed("prevention"[:end]), "en")
    library.let_go()
    qtbot.waitUntil(lambda: not searcher.is_searching)
    assert answered == ["prevention"]


def test_a_newer_query_ends_the_search_for_the_one_before(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    library.hold()
    searcher.find(parsed("zorg"), "en")
    qtbot.waitUntil(lambda: library.begun == ["zorg"])
    searcher.find(parsed("care"), "en")
    # Nobody lets the first one go: it is stopped.
    qtbot.waitUntil(lambda: library.begun == ["zorg", "care"])
    with qtbot.waitSignal(searcher.found) as found:
        library.let_go()
    assert found.args is not None
    query, results = found.args
    assert query.text == "care"
    assert results.hits


def test_stopping_waits_until_nothing_runs_and_nothing_comes_of_it(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    answered: list[Any] = []
    searcher.found.connect(lambda *found: answered.append(found))
    library.hold()
    searcher.find(parsed("zorg"), "en")
    qtbot.waitUntil(lambda: library.begun == ["zorg"])
    for text in ("care", "soins", "biotech"):
        searcher.find(parsed(text), "en")
    searcher.stop()
    assert not searcher.is_searching
    with qtbot.waitSignal(searcher.found):
        library.let_go()
        searcher.find(parsed("care"), "en")
    assert [query.text for query, _results in answered] == ["care"]


def test_a_damaged_file_is_told_and_a_fault_of_ours_is_raised(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    library.error = AtlasError("broken")
    with qtbot.waitSignal(searcher.failed) as failed:
        searcher.find(parsed("zorg"), "en")
    assert failed.args == [library.error]
    assert not searcher.is_searching
    library.error = ZeroDivisionError()
    with qtbot.captureExceptions() as raised:
        searcher.find(parsed("zorg"), "en")
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    library.error = None
    with qtbot.waitSignal(searcher.found):
        searcher.find(parsed("zorg"), "en")


def test_the_values_of_a_facet_are_counted_in_the_background_too(
    searcher: Searcher, library: HeldLibrary, qtbot: QtBot
) -> None:
    query = parsed("zorg")
    with qtbot.waitSignal(searcher.counted) as counted:
        searcher.count(query, Facet.KIND)
    counts = library.search_counts(query, Facet.KIND)
    assert counts
    assert counted.args == [query, Facet.KIND, counts]
