"""Makes the search tables of a library of up to millions of records, to measure search with.

    python packaging/bench/synthetic_search.py 1000000 OUT.sqlite

Each record has a title and a summary in each language, 15 to 60 words in all; the words are those
of the real texts by Zipf's law, in the order of their real frequencies, and beyond them compounds
of two of them, so that the vocabulary grows with the library as real ones do. The tables are
those of the atlas, the index is written by the same code, and the file can be searched by the
same code; only the tables that search does not read stay empty. Records are made up, written and
forgotten one by one. The same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from desktop.domain.browsing import Facet
from desktop.domain.records import Kind, texts_of
from desktop.store.reader import AtlasLibrary
from desktop.store.schema import prepare
from desktop.store.search.index import Entry, write_index

ATLAS = Path(__file__).resolve().parent.parent.parent / "build" / "atlas.sqlite"
_SEED = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
# Compounds beyond the real words of a language, for so many records one.
_RECORDS_PER_COMPOUND = 12
_TITLE = (2, 5)
_SUMMARY = (3, 15)
_BATCH = 20_000
YEARS = range(1990, 2031)
# The tables by which search knows words in general, and languages.
_OF_WORDS = ("meta", "void", "ask", "linker", "synonym", "called")

Vocabulary = Mapping[str, Sequence[str]]


def make(source: Path, records: int, target: Path) -> None:
    """Write the search tables for so many records, with the words of the atlas `source`."""
    write(made_up(*material(source, records), records), source, target)


def write(entries: Iterable[Entry], source: Path, target: Path) -> None:
    """Write the search tables for the entries, and what the atlas `source` says of words."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as database:
        prepare(database)
        database.execute("ATTACH ? AS source", (str(source),))
        for table in _OF_WORDS:
            sql = f"INSERT INTO main.{table} SELECT * FROM source.{table}"  # noqa: S608 - see above
            database.execute(sql)
        database.execute("UPDATE main.meta SET value = 'made up' WHERE key = 'edition'")
        database.commit()
        database.execute("DETACH source")
        write_index(database, _keeping_texts(database, entries))
        database.commit()


def material(source: Path, records: int) -> tuple[Vocabulary, Sequence[str]]:
    """What so many records are made of: the words and the ids of the places of an atlas."""
    library = AtlasLibrary.open(source)
    try:
        return vocabulary(library, records), [place.id for place in library.list(Kind.PLACE)]
    finally:
        library.close()


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
    kinds = [kind.value for kind in Kind]
    years = [str(year) for year in YEARS]
    made = 0
    while made < records:
        number = min(_BATCH, records - made)
        titles = {
            language: _phrases(known, _TITLE, number, chance) for language, known in words.items()
        }
        bodies = {
            language: _phrases(known, _SUMMARY, number, chance) for language, known in words.items()
        }
        of_kind = _drawn(kinds, number, chance)
        in_place = _drawn(places, number, chance)
        of_year = _drawn(years, number, chance)
        for row in range(number):
            yield Entry(
                record=f"{of_kind[row]}/x{made + row:07d}",
                weight=100 - 100 * (made + row) // records,
                titles={language: titles[language][row] for language in words},
                bodies={language: bodies[language][row] for language in words},
                facts=(
                    (Facet.KIND, of_kind[row]),
                    (Facet.PLACE, in_place[row]),
                    (Facet.YEAR, of_year[row]),
                ),
            )
        made += number


def _drawn(values: Sequence[str], number: int, chance: np.random.Generator) -> list[str]:
    """So many of the values, each as likely as the others."""
    places: list[int] = chance.integers(len(values), size=number).tolist()
    return [values[place] for place in places]


def _phrases(
    words: Sequence[str], lengths: tuple[int, int], number: int, chance: np.random.Generator
) -> list[str]:
    """Runs of words by Zipf's law, each of a length between the two."""
    shares = 1 / np.arange(1, len(words) + 1)
    upper = np.cumsum(shares) / shares.sum()
    sizes = chance.integers(lengths[0], lengths[1], size=number, endpoint=True)
    ranks: list[int] = np.searchsorted(upper, chance.random(sizes.sum())).tolist()
    ends = np.cumsum(sizes).tolist()
    return [
        " ".join([words[rank] for rank in ranks[end - size : end]])
        for end, size in zip(ends, sizes.tolist(), strict=True)
    ]


def _keeping_texts(database: sqlite3.Connection, entries: Iterable[Entry]) -> Iterator[Entry]:
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
    parser.add_argument("--source", type=Path, default=ATLAS)
    options = parser.parse_args()
    make(options.source, options.records, options.target)
    print(options.target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
