"""Writing the index: two FTS5 tables, what ranking reads, and the vocabulary.

Both tables hold, for each record, the words of all languages, so that a query may mix them. Rows
are numbered in order of importance, and neither table keeps where a word stands (detail=none): a
query takes as many rows as it needs from the top and stops. The prefixes of one to five letters
have lists of their own; longer ones are few enough to be read from the vocabulary.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.browsing import Facet
from desktop.store.search.analysis import index_line, words_in_line
from desktop.store.search.compounds import parts_of
from desktop.store.search.segments import SHORTEST, segments_of
from desktop.store.search.stemming import stem

PREFIXES = 5
# Facets by which results are narrowed; their terms stand in the index beside the words.
FACETS = (Facet.KIND, Facet.PLACE, Facet.YEAR, Facet.PILLAR, Facet.THEME, Facet.DOCUMENT)
# No word begins so.
_FACT = "="
AMOUNT = f"{_FACT}amount"
# A word of fewer records is hardly one that compounds are made of.
_LEAST_PART = 2

INDEXES = "".join(
    f"""
CREATE VIRTUAL TABLE {name} USING fts5(
    words, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '=/-'",
    prefix='{" ".join(str(length) for length in range(1, PREFIXES + 1))}'
);
CREATE VIRTUAL TABLE {name}_words USING fts5vocab({name}, row);
"""
    for name in ("heading", "content")
)

Execute = Callable[[str, Iterable[Sequence[object]]], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """What search knows of a record: texts by language, other names, and facets with values.

    `is_amount`: it is a figure with a number of something, and not a rank or a value in words.
    """

    record: str
    weight: int
    titles: Mapping[str, str]
    bodies: Mapping[str, str]
    names: Sequence[str] = ()
    facts: Sequence[tuple[Facet, str]] = ()
    is_amount: bool = False


def fact_term(facet: Facet, value: str) -> str:
    """The term of the index for a facet and a value: `=place/place/flanders`."""
    return f"{_FACT}{facet.value}/{value}"


def write_index(database: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Fill the index and the vocabulary with entries, which come in order of importance.

    The words of the language itself (tables `void` and `linker`) are there already. The entries
    are read once, one at a time.
    """
    spoken: defaultdict[str, set[str]] = defaultdict(set)
    database.executemany(
        "INSERT INTO entry (id, record, weight, titles, names, body, facts) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        _entry_rows(database, entries, spoken),
    )
    for table in ("heading", "content"):
        database.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _write_vocabulary(database, spoken)


def _entry_rows(
    database: sqlite3.Connection, entries: Iterable[Entry], spoken: defaultdict[str, set[str]]
) -> Iterator[tuple[object, ...]]:
    """The rows of the table `entry`; what they say goes into the indexes on the way.

    `spoken` gathers the words of each language.
    """
    for number, entry in enumerate(entries, start=1):
        titles = [_line(text, spoken[language]) for language, text in entry.titles.items()]
        bodies = [_line(text, spoken[language]) for language, text in entry.bodies.items()]
        names = [index_line(name) for name in entry.names]
        facts = [fact_term(facet, value) for facet, value in entry.facts if facet in FACETS]
        if entry.is_amount:
            facts.append(AMOUNT)
        heading = set[str]().union(*map(words_in_line, (*titles, *names)))
        content = heading.union(*map(words_in_line, bodies))
        database.execute(
            "INSERT INTO heading (rowid, words) VALUES (?, ?)",
            (number, " ".join((*sorted(heading), *facts))),
        )
        database.execute(
            "INSERT INTO content (rowid, words) VALUES (?, ?)",
            (number, " ".join((*sorted(content), *facts))),
        )
        yield (
            number,
            entry.record,
            entry.weight,
            "\n".join(titles),
            "\n".join(names),
            "\n".join(bodies),
            f" {' '.join(facts)} ",
        )


def _line(text: str, spoken: set[str]) -> str:
    line = index_line(text)
    spoken.update(words_in_line(line))
    return line


def _write_vocabulary(database: sqlite3.Connection, spoken: Mapping[str, set[str]]) -> None:
    rows = database.execute(
        "SELECT term, doc FROM content_words WHERE substr(term, 1, 1) <> ? ORDER BY term", (_FACT,)
    )
    records = Counter({str(word): int(number) for word, number in rows})
    ids = {word: number for number, word in enumerate(records, start=1)}
    database.executemany(
        "INSERT INTO word (id, word, records) VALUES (?, ?, ?)",
        ((ids[word], word, number) for word, number in records.items()),
    )
    _insert(database, "stem", _stems(spoken, ids))
    _insert(database, "part", _parts(database, spoken, records, ids))
    _insert(
        database,
        "segment",
        (
            (segment, number)
            for word, number in ids.items()
            if len(word) >= SHORTEST and not word.isdigit()
            for segment in segments_of(word)
        ),
    )


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[str, int]]) -> None:
    database.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", sorted(rows))


def _stems(spoken: Mapping[str, set[str]], ids: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for language, words in spoken.items():
        for word in words:
            if word in ids:
                yield stem(word, language), ids[word]


def _parts(
    database: sqlite3.Connection,
    spoken: Mapping[str, set[str]],
    records: Mapping[str, int],
    ids: Mapping[str, int],
) -> Iterator[tuple[str, int]]:
    """The parts of each compound; no part is a word that carries nothing."""
    void = {word for (word,) in database.execute("SELECT word FROM void")}
    linkers: defaultdict[str, list[str]] = defaultdict(list)
    for language, letters in database.execute("SELECT language, letters FROM linker"):
        linkers[language].append(letters)
    for language, words in spoken.items():
        known = {word for word in words - void if records.get(word, 0) >= _LEAST_PART}
        for word in words:
            if word in ids:
                for part in parts_of(word, known, linkers[language]):
                    yield part, ids[word]
