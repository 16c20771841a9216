"""Makes the search tables of a library of up to millions of records, to measure search with.

    python packaging/synthetic_search.py 1000000 OUT.sqlite

Each record has a title and a summary in each language, 15 to 60 words in all; the words are those of
the real texts by Zipf's law, in the order of their real frequencies, and beyond them compounds of two
of them, so that the vocabulary grows with the library as real ones do. The index is written by the
same code as that of the atlas, and the file can be searched by the same code; only the tables that
search does not read stay empty. The same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from desktop.domain.browsing import Facet
from desktop.domain.records import Kind, texts_of
from desktop.store.reader import AtlasLibrary
from desktop.store.search.index import Entry, write_index

_ATLAS = Path(__file__).resolve().parent.parent / "build" / "atlas.sqlite"
_SEED = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
# Compounds beyond the real words of a language, for so many records one.
_RECORDS_PER_COMPOUND = 12
_TITLE = (2, 5)
_SUMMARY = (3, 15)
_BATCH = 20_000
_YEARS = range(1990, 2031)

Vocabulary = Mapping[str, Sequence[str]]


def make(source: Path, records: int, target: Path) -> None:
    """Write the search tables for so many records, with the words of the atlas `source`."""
    library = AtlasLibrary.open(source)
    words = vocabulary(library, records)
    places = [record.id for record in library.list(Kind.PLACE)]
    library.close()
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as pattern, closing(sqlite3.connect(target)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        _copy_shape(pattern, database)
        void = frozenset(word for (word,) in pattern.execute("SELECT word FROM void"))
        entries = _keeping_texts(database, made_up(words, places, records))
        write_index(database, entries, void)
        database.execute("UPDATE meta SET value = ? WHERE key = 'edition'", ("made up",))
        database.commit()


def vocabulary(library: AtlasLibrary, records: int) -> Vocabulary:
    """By language the words, the most frequent first: the real ones, then compounds of them."""
    chance = np.random.default_rng(_SEED)
    counts: dict[str, Counter[str]] = {}
    for record in library.list():
        for text in texts_of(record).values():
            for language, body in text.items():
                counts.setdefault(language, Counter()).update(_WORD.findall(body))
    words: dict[str, Sequence[str]] = {}
    for language, counted in counts.items():
        real = [word for word, _number in counted.most_common()]
        long = [word.lower() for word in real if len(word) >= 4]
        pairs = chance.integers(len(long), size=(records // _RECORDS_PER_COMPOUND, 2))
        compounds = dict.fromkeys(long[first] + long[second] for first, second in pairs)
        words[language] = [*real, *compounds]
    return words


def made_up(
    words: Vocabulary, places: Sequence[str], records: int, seed: int = _SEED
) -> Iterator[Entry]:
    """So many records in order of importance."""
    chance = np.random.default_rng(seed)
    kinds = list(Kind)
    made = 0
    while made < records:
        number = min(_BATCH, records - made)
        titles = {
            language: _phrases(known, _TITLE, number, chance) for language, known in words.items()
        }
        bodies = {
            language: _phrases(known, _SUMMARY, number, chance) for language, known in words.items()
        }
        kind = chance.integers(len(kinds), size=number)
        place = chance.integers(len(places), size=number)
        year = chance.integers(len(_YEARS), size=number)
        for row in range(number):
            name = kinds[kind[row]].value
            yield Entry(
                record=f"{name}/x{made + row:07d}",
                weight=100 - 100 * (made + row) // records,
                titles={language: titles[language][row] for language in words},
                bodies={language: bodies[language][row] for language in words},
                facts=(
                    (Facet.KIND, name),
                    (Facet.PLACE, places[place[row]]),
                    (Facet.YEAR, str(_YEARS[year[row]])),
                ),
            )
        made += number


def _phrases(
    words: Sequence[str], lengths: tuple[int, int], number: int, chance: np.random.Generator
) -> list[str]:
    """Runs of words by Zipf's law, each of a length between the two."""
    shares = 1 / np.arange(1, len(words) + 1)
    upper = np.cumsum(shares) / shares.sum()
    sizes = chance.integers(lengths[0], lengths[1], size=number, endpoint=True)
    ranks = np.searchsorted(upper, chance.random(sizes.sum())).tolist()
    ends = np.cumsum(sizes).tolist()
    return [
        " ".join([words[rank] for rank in ranks[end - size : end]])
        for end, size in zip(ends, sizes.tolist(), strict=True)
    ]


def _copy_shape(pattern: sqlite3.Connection, database: sqlite3.Connection) -> None:
    """The tables and indexes of an atlas, and what it says of words in general."""
    shape = pattern.execute(
        "SELECT sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE '%\\_%' ESCAPE '\\'"
        " OR name LIKE 'ix\\_%' ESCAPE '\\' OR name LIKE '%\\_words' ESCAPE '\\'"
    )
    for (sql,) in shape.fetchall():
        database.execute(sql)
    for pragma in ("application_id", "user_version"):
        ((value,),) = pattern.execute(f"PRAGMA {pragma}")
        database.execute(f"PRAGMA {pragma} = {value}")
    for table in ("meta", "void", "ask", "synonym", "called"):
        rows = pattern.execute(f"SELECT * FROM {table}").fetchall()
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _keeping_texts(database: sqlite3.Connection, entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries, whose texts are written on the way, for the snippets."""
    for entry in entries:
        database.executemany(
            "INSERT INTO text (record, field, language, body) VALUES (?, ?, ?, ?)",
            [(entry.record, "title", language, text) for language, text in entry.titles.items()]
            + [
                (entry.record, "summary", language, text) for language, text in entry.bodies.items()
            ],
        )
        yield entry


def main() -> int:
    """Read the arguments and write the file."""
    parser = argparse.ArgumentParser(description="Make the search tables of a large library.")
    parser.add_argument("records", type=int)
    parser.add_argument("target", type=Path)
    parser.add_argument("--source", type=Path, default=_ATLAS)
    options = parser.parse_args()
    make(options.source, options.records, options.target)
    print(options.target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
