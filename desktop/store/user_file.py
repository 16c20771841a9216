"""The user's own file: what was chosen, kept apart from the facts and safe from a kill.

Plain sqlite3, because it is read before the first paint; a test holds `SCHEMA` to `user_tables`.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from desktop.domain.briefing import Briefing

FILE_NAME = "user.sqlite"
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS setting ("
    '"key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key"))'
)
_ALL = 'SELECT "key", value FROM setting'


class UserFile:
    """Settings by key. A disk that cannot be written loses the choice, never the program."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._database = self._open()

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._with_tables(self.path)
        except (OSError, sqlite3.Error):
            # A read-only stick or a damaged file: work from memory, and leave the file as it is.
            return self._with_tables(":memory:")

    def _with_tables(self, path: Path | str) -> sqlite3.Connection:
        database = sqlite3.connect(path)
        try:
            database.execute(SCHEMA)
            # Damage shows only where it is read; there are but a few rows.
            database.execute(_ALL).fetchall()
        except sqlite3.Error:
            database.close()
            raise
        return database

    @property
    def is_kept(self) -> bool:
        """Whether choices outlive the program: False where the folder cannot be written."""
        return bool(self._database.execute("PRAGMA database_list").fetchone()[2])

    def get(self, key: str, default: str) -> str:
        """The value chosen for `key`, or `default`."""
        row = self._database.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def put(self, key: str, value: str) -> None:
        """Keep a choice; on disk when this returns, where the disk can be written."""
        try:
            with self._database:
                self._database.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))
        except sqlite3.Error:
            # The stick went read-only after the start: the choice lasts until the window closes.
            self._go_on_in_memory()
            self._database.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def _go_on_in_memory(self) -> None:
        memory = self._with_tables(":memory:")
        with suppress(sqlite3.Error):
            memory.executemany("INSERT INTO setting VALUES (?, ?)", self._database.execute(_ALL))
        self._database.close()
        self._database = memory

    def read(self) -> Briefing:
        return Briefing()

    def write(self, briefing: Briefing) -> None:
        pass

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
