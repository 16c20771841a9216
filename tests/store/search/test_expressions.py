"""Whatever is typed is text to the index, and never syntax."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import Facet
from desktop.domain.queries import SearchQuery
from desktop.store.search.expressions import Narrowing, any_of, quoted
from desktop.store.search.index import INDEXES
from desktop.store.search.needs import Way
from desktop.store.search.weights import Form


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """An index of two records."""
    database = sqlite3.connect(":memory:")
    database.executescript(INDEXES)
    rows = [(1, "zorg data =kind/theme"), (2, "zorg plan =kind/programme =year/2019")]
    database.executemany("INSERT INTO content (rowid, words) VALUES (?, ?)", rows)
    yield database
    database.close()


def found(index: sqlite3.Connection, expression: str) -> list[int]:
    rows = index.execute("SELECT rowid FROM content WHERE content MATCH ?", (expression,))
    return [number for (number,) in rows]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_is_a_term(index: sqlite3.Connection, text: str):
    found(index, quoted(text) + "*")


def test_ways_are_alternatives_and_the_words_of_one_belong_together(index: sqlite3.Connection):
    both = Way(("zorg", "plan"), Form.SYNONYM)
    beginning = Way(("da",), Form.BEGINNING, is_beginning=True)
    assert found(index, any_of([both])) == [2]
    assert found(index, any_of([both, beginning])) == [1, 2]


@pytest.mark.parametrize(
    ("text", "chosen", "numbers"),
    [
        ("", ((Facet.KIND, "theme"),), [1]),
        ("", ((Facet.KIND, "theme"), (Facet.KIND, "programme")), [1, 2]),
        ("", ((Facet.KIND, "theme"), (Facet.YEAR, "2019")), []),
        ("", ((Facet.KIND, '"; DROP TABLE'),), []),
        ("-plan", (), [1]),
        ('"zorg data"', (), [1]),
        ('"zorg" -data -plan', (), []),
    ],
)
def test_a_query_narrows_to_any_value_of_a_facet_and_to_all_facets(
    index: sqlite3.Connection,
    text: str,
    chosen: tuple[tuple[Facet, str], ...],
    numbers: list[int],
):
    narrowing = Narrowing.of(SearchQuery.parse(text, chosen))
    group = any_of([Way(("zorg",), Form.EXACT)])
    assert found(index, narrowing.all_of([group])) == numbers


def test_the_facet_whose_values_are_counted_does_not_narrow():
    query = SearchQuery.parse("", ((Facet.KIND, "theme"), (Facet.YEAR, "2019")))
    assert "theme" not in Narrowing.of(query, but=Facet.KIND).all_of([])
