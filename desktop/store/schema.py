"""An atlas without a row: its tables, the indexes of search, and what marks the file as one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop.store.file_format import APPLICATION_ID, SCHEMA_VERSION
from desktop.store.search.index import INDEXES
from desktop.store.tables import Table


def prepare(database: sqlite3.Connection) -> None:
    """Make of a new, empty database an atlas to be written to.

    It is a draft until it is whole: what a crash leaves of it is to be thrown away.
    """
    database.execute("PRAGMA page_size = 4096")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    for statement in _statements():
        database.execute(statement)
    database.executescript(INDEXES)


def _statements() -> Iterator[str]:
    dialect = sqlite.dialect()
    for table in Table.metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect))
