"""The engines that the benchmark of search compares: ours, and FTS5 with no help.

The third, `search_tantivy`, has a file of its own. Each engine holds the same records and gives at
most 20 hits, each with its title, in which the words are marked, and a piece of its text.
"""

from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from search_queries import Asked
from synthetic_search import ATLAS, write

from desktop.domain.folding import words_of
from desktop.domain.queries import SearchQuery
from desktop.store.reader import AtlasLibrary
from desktop.store.search.index import Entry

LIMIT = 20
_LANGUAGE = "en"


class Engine(ABC):
    """One way to search the library in a folder."""

    @staticmethod
    @abstractmethod
    def build(entries: Iterable[Entry], folder: Path) -> None:
        """Write what is searched."""

    @staticmethod
    @abstractmethod
    def size(folder: Path) -> int:
        """The bytes of the index: of all that was written but the texts as they stand."""

    @abstractmethod
    def __init__(self, folder: Path) -> None: ...

    @abstractmethod
    def search(self, asked: Asked) -> int:
        """How many hits there are, told in full."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the files."""


class Ours(Engine):
    """The search of the program, through the reader that the program opens."""

    # What is written for search alone: facts and texts are there for the pages too.
    _TABLES = ("entry", "heading", "content", "word", "stem", "part", "segment")

    @staticmethod
    def build(entries: Iterable[Entry], folder: Path) -> None:
        """Write an atlas that holds what search reads."""
        write(entries, ATLAS, folder / "ours.sqlite")

    @staticmethod
    def size(folder: Path) -> int:
        """The tables and indexes that only search reads."""
        return bytes_of_tables(folder / "ours.sqlite", Ours._TABLES)

    @staticmethod
    def size_of_texts(folder: Path) -> int:
        """The bytes of all titles and summaries."""
        with closing(sqlite3.connect(folder / "ours.sqlite")) as database:
            sql = "SELECT sum(length(CAST(body AS BLOB))) FROM text"
            ((size,),) = database.execute(sql)
        return int(size)

    def __init__(self, folder: Path) -> None:
        self._library = AtlasLibrary.open(folder / "ours.sqlite")

    def search(self, asked: Asked) -> int:
        """Search as the window does."""
        query = SearchQuery.parse(asked.text, asked.chosen, LIMIT)
        return len(self._library.search(query, _LANGUAGE).hits)

    def close(self) -> None:
        """Close the library."""
        self._library.close()


class PlainFTS5(Engine):
    """FTS5 as it comes: one table, its own tokenizer and rank, a star at the last word."""

    _SQL = (
        "SELECT rowid, highlight(plain, 0, '[', ']'), snippet(plain, 1, '[', ']', '…', 20) "
        "FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT ?"
    )

    @staticmethod
    def build(entries: Iterable[Entry], folder: Path) -> None:
        """Write one table of titles and bodies, each in all languages."""
        path = folder / "plain.sqlite"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("CREATE VIRTUAL TABLE plain USING fts5(title, body)")
            database.executemany("INSERT INTO plain VALUES (?, ?)", map(title_and_body, entries))
            database.execute("INSERT INTO plain (plain) VALUES ('optimize')")
            database.commit()

    @staticmethod
    def size(folder: Path) -> int:
        """The tables of the index, without its copy of the texts."""
        return bytes_of_tables(
            folder / "plain.sqlite", ("plain_data", "plain_idx", "plain_docsize")
        )

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "plain.sqlite")

    def search(self, asked: Asked) -> int:
        """All of the words; quoted, or some would be signs of the syntax."""
        words = words_of(asked.text)
        expression = " ".join(f'"{word}"' for word in words) + "*"
        return len(self._database.execute(self._SQL, (expression, LIMIT)).fetchall())

    def close(self) -> None:
        """Close the file."""
        self._database.close()


def bytes_of_tables(path: Path, tables: Iterable[str]) -> int:
    """How much of a database is in some tables and their indexes.

    That much would be free without them: they are dropped, and the file is left as it was.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        ((page_size,),) = database.execute("PRAGMA page_size")
        database.execute("BEGIN")
        ((before,),) = database.execute("PRAGMA freelist_count")
        for table in tables:
            database.execute(f"DROP TABLE {table}")
        ((after,),) = database.execute("PRAGMA freelist_count")
        database.execute("ROLLBACK")
    return page_size * (after - before)


def title_and_body(entry: Entry) -> tuple[str, str]:
    """The title in all languages, and all else."""
    return " ".join(entry.titles.values()), " ".join(entry.bodies.values())
