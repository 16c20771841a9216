"""Other editions of the atlas: the real file, edited."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from desktop import bundled
from desktop.store.reader import AtlasLibrary

LATER = "2027-05"
_OWN_TABLES = ("figure", "milestone", "programme", "theme", "organisation", "place", "person")


@contextmanager
def edition(
    folder: Path, changes: Sequence[tuple[str, Sequence[object]]] = (), name: str = LATER
) -> Iterator[AtlasLibrary]:
    """The atlas as edition `name`, after SQL statements with their values."""
    path = folder / f"{name}.sqlite"
    shutil.copy(bundled.atlas(), path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE meta SET value = ? WHERE key = 'edition'", (name,))
        for sql, values in changes:
            database.execute(sql, values)
    library = AtlasLibrary.open(path)
    try:
        yield library
    finally:
        library.close()


def without(record_id: str) -> list[tuple[str, Sequence[object]]]:
    """The statements that take a record out of the atlas, with all that hangs on it."""
    tables = ("text", "name", "citation", "link", *_OWN_TABLES)
    return [
        *((f"DELETE FROM {table} WHERE record = ?", (record_id,)) for table in tables),
        ("DELETE FROM link WHERE target = ?", (record_id,)),
        ("DELETE FROM record WHERE id = ?", (record_id,)),
    ]
