"""The database of the user's own file: its tables, and what is read from them and written.

Plain sqlite3, because it is read before the first paint; a test holds `SCHEMA` to `user_tables`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from desktop.domain.briefing import Briefing, Item, Meeting

# Counts up when a table changes. A file without one was made before the briefing.
VERSION = 1
SCHEMA = (
    """CREATE TABLE IF NOT EXISTS setting (
    "key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key"))""",
    """CREATE TABLE IF NOT EXISTS meeting (
    "key" VARCHAR NOT NULL, position INTEGER NOT NULL, title VARCHAR NOT NULL,
    PRIMARY KEY ("key"))""",
    """CREATE TABLE IF NOT EXISTS item (
    "key" VARCHAR NOT NULL, meeting VARCHAR NOT NULL, position INTEGER NOT NULL,
    record VARCHAR NOT NULL, note VARCHAR NOT NULL, PRIMARY KEY ("key"))""",
)
# Seconds to wait for another program: the window stands still meanwhile.
PATIENCE = 0.5

_SETTINGS = 'SELECT "key", value FROM setting'
_MEETINGS = 'SELECT "key", title FROM meeting'
_ITEMS = 'SELECT "key", meeting, record, note FROM item'
_IN_ORDER = ' ORDER BY position, "key"'
# SQLITE_ERROR is what a table of another shape gives.
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


class NewerFileError(sqlite3.Error):
    """The file was made by a newer program, which alone may write to it."""


def opened(path: Path) -> sqlite3.Connection:
    """A connection that can write, to a file with all tables; sqlite3.Error where there is none.

    The file is made where it is missing, and an older one gains what it lacks.
    """
    database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        database.text_factory = _text
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise NewerFileError(version)
        if version == VERSION:
            # Nothing of the trial below stays, so nothing of it has to get to the disk.
            database.execute("PRAGMA synchronous = OFF")
        with transaction(database):
            for statement in SCHEMA:
                database.execute(statement)
            # Damage shows where it is read: before anything is written to the file.
            read_settings(database)
            read_briefing(database)
            # Writes in any case: a disk may refuse even where the file's rights do not.
            database.execute(f"PRAGMA user_version = {VERSION}")
            if version == VERSION:
                database.execute("ROLLBACK")
        # A commit is on the disk when it returns, its journal's folder included.
        database.execute("PRAGMA synchronous = EXTRA")
        database.execute("PRAGMA fullfsync = ON")
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Generator[None]:
    """A change that others wait for, whole or not at all."""
    database.execute("BEGIN IMMEDIATE")
    with database:
        yield


def read_settings(database: sqlite3.Connection) -> dict[str, str]:
    """Every setting by its key."""
    return dict(database.execute(_SETTINGS))


def read_briefing(database: sqlite3.Connection) -> Briefing:
    """The briefing, in order."""
    meetings = database.execute(_MEETINGS + _IN_ORDER).fetchall()
    return _briefing(meetings, database.execute(_ITEMS + _IN_ORDER).fetchall())


def write(
    database: sqlite3.Connection,
    settings: Mapping[str, str],
    briefing: Callable[[Briefing], Briefing],
) -> Briefing:
    """Write settings and what `briefing` makes of the one in the file; gives what it made.

    Nobody else writes between the reading and the writing.
    """
    with transaction(database):
        database.executemany("INSERT OR REPLACE INTO setting VALUES (?, ?)", settings.items())
        before = read_briefing(database)
        after = briefing(before)
        if after != before:
            _replace(database, after)
    return after


def _replace(database: sqlite3.Connection, briefing: Briefing) -> None:
    database.execute("DELETE FROM meeting")
    database.execute("DELETE FROM item")
    for place, meeting in enumerate(briefing.meetings):
        database.execute(
            "INSERT INTO meeting VALUES (?, ?, ?)", (meeting.key, place, meeting.title)
        )
        database.executemany(
            "INSERT INTO item VALUES (?, ?, ?, ?, ?)",
            (
                (item.key, meeting.key, item_place, item.record, item.note)
                for item_place, item in enumerate(meeting.items)
            ),
        )


def salvaged(path: Path) -> tuple[dict[str, str], Briefing]:
    """All that can still be read of a file, whatever its state: settings and briefing.

    The file stays as it is. Rows come in the order in which they were written, which is theirs.
    """
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with suppress(sqlite3.Error), closing(sqlite3.connect(address, uri=True)) as database:
        database.text_factory = _text
        settings = _readable(database, _SETTINGS)
        briefing = _briefing(_readable(database, _MEETINGS), _readable(database, _ITEMS))
        return dict(settings), briefing
    return {}, Briefing()


def is_damage(error: Exception) -> bool:
    """Whether an error says that the file itself is broken, and not that it is out of reach."""
    # Extended codes keep the plain one in their lowest byte.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK)
    return code & 0xFF in _DAMAGE


def _readable(database: sqlite3.Connection, query: str) -> list[Any]:
    """The rows of texts, each key once, up to the first that cannot be read."""
    found: dict[str, Any] = {}
    with suppress(sqlite3.Error):
        for row in database.execute(query):
            if all(isinstance(value, str) for value in row):
                found.setdefault(row[0], row)
    return list(found.values())


def _briefing(
    meetings: Iterable[tuple[str, str]], items: Iterable[tuple[str, str, str, str]]
) -> Briefing:
    """The briefing of the rows of both tables; an item without its meeting gets one."""
    titles = dict(meetings)
    held: dict[str, list[Item]] = {key: [] for key in titles}
    for key, meeting, record, note in items:
        held.setdefault(meeting, []).append(Item(record, note, key))
    return Briefing(
        tuple(Meeting(titles.get(key, ""), tuple(mine), key) for key, mine in held.items())
    )


def _text(read: bytes) -> str:
    """Text as it was written, whatever else has written to the file since."""
    return read.decode("utf-8", "replace")
