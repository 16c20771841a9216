"""The made-up libraries that search is measured with: like the atlas, and the same each time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from synthetic_search import ATLAS, made_up, make, material, vocabulary

from desktop.domain.browsing import Facet
from desktop.domain.folding import words_of
from desktop.domain.queries import SearchQuery
from desktop.store.reader import AtlasLibrary
from desktop.store.search.index import Entry

RECORDS = 400


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("synthetic") / "large.sqlite"
    make(ATLAS, RECORDS, target)
    return target


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(made_up(*material(ATLAS, RECORDS), RECORDS))


def schema(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as database:
        return set(database.execute("SELECT name, sql FROM sqlite_schema").fetchall())


def test_the_same_numbers_give_the_same_bytes(large: Path, tmp_path: Path) -> None:
    make(ATLAS, RECORDS, tmp_path / "again.sqlite")
    assert large.read_bytes() == (tmp_path / "again.sqlite").read_bytes()


def test_the_file_has_every_table_and_index_of_the_atlas_and_is_sound(large: Path) -> None:
    assert schema(large) == schema(ATLAS)
    with closing(sqlite3.connect(large)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_each_record_has_15_to_60_words_in_three_languages(entries: list[Entry]) -> None:
    assert len(entries) == RECORDS
    assert len({entry.record for entry in entries}) == RECORDS
    for entry in entries:
        assert list(entry.titles) == list(entry.bodies) == ["nl", "fr", "en"]
        texts = (*entry.titles.values(), *entry.bodies.values())
        assert 15 <= sum(len(text.split()) for text in texts) <= 60
    weights = [entry.weight for entry in entries]
    assert weights == sorted(weights, reverse=True)


def test_every_record_is_found_by_its_title_with_the_reader_of_the_atlas(
    large: Path, entries: list[Entry]
) -> None:
    library = AtlasLibrary.open(large)
    try:
        for entry in entries[::20]:
            hits = library.search(SearchQuery.parse(entry.titles["fr"]), "fr").hits
            assert entry.record in {hit.id for hit in hits}
            assert entry.titles["fr"] in {hit.title.text for hit in hits}
    finally:
        library.close()


def test_results_are_narrowed_to_a_kind_and_a_year(large: Path, entries: list[Entry]) -> None:
    library = AtlasLibrary.open(large)
    facts = dict(entries[7].facts)
    chosen = tuple((facet, facts[facet]) for facet in (Facet.KIND, Facet.YEAR))
    try:
        found = {hit.id for hit in library.search(SearchQuery.parse("", chosen), "en").hits}
    finally:
        library.close()
    assert found == {entry.record for entry in entries if set(chosen) <= set(entry.facts)}


def test_a_larger_library_has_more_words_and_the_frequent_ones_come_first(
    library: AtlasLibrary,
) -> None:
    few, many = vocabulary(library, 1_000), vocabulary(library, 50_000)
    for language, words in many.items():
        assert len(words) - len(few[language]) > 3_000
        assert words[:1_000] == few[language][:1_000]
    assert words_of(many["en"][0]) in {("the",), ("and",), ("of",)}


def test_records_are_made_up_one_by_one_so_a_billion_begins_at_once() -> None:
    begun = made_up(*material(ATLAS, 1_000), 1_000_000_000)
    assert [entry.record[-8:] for entry in islice(begun, 2)] == ["x0000000", "x0000001"]
