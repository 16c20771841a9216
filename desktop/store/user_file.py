"""The user's own file: choices and briefing, kept apart from the facts and safe from a kill.

What the disk refuses is held here and offered to it again at the next change. Two programs may
share a file: whoever writes first takes in what the other one wrote. A damaged file is put aside
under another name, as it is, and a new one begins with what could still be read of it.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from desktop.domain.briefing import Briefing
from desktop.domain.briefing_merge import kept_together
from desktop.store import user_database

FILE_NAME = "user.sqlite"
_ONE = 'SELECT value FROM setting WHERE "key" = ?'


class UserFile:
    """Settings by key, and the briefing. A bad disk never costs the program."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._set_aside: Path | None = None
        self._database: sqlite3.Connection | None = None
        self._is_kept = True
        self._is_closed = False
        # As they were last seen on the disk.
        self._settings: dict[str, str] = {}
        self._known = Briefing()
        # What the disk does not have yet.
        self._new_settings: dict[str, str] = {}
        self._new_briefing: Briefing | None = None
        self._open()

    @property
    def is_kept(self) -> bool:
        """Whether what is chosen and noted outlives the program: False where the disk refuses."""
        return self._is_kept

    @property
    def set_aside(self) -> str:
        """Where a damaged file was put, unchanged; "" if none was."""
        return str(self._set_aside or "")

    def get(self, key: str, default: str) -> str:
        """The value chosen for `key`, or `default`."""
        if key in self._new_settings:
            return self._new_settings[key]
        if self._database is not None:
            with suppress(sqlite3.Error):
                row = self._database.execute(_ONE, (key,)).fetchone()
                return str(row[0]) if row else default
        return self._settings.get(key, default)

    def put(self, key: str, value: str) -> None:
        """Keep a choice; on disk when this returns, if `is_kept`."""
        self.note(key, value)
        self.flush()

    def note(self, key: str, value: str) -> None:
        """Keep a choice with the next write of anything, with `flush` or with `close`."""
        self._new_settings[key] = value

    def flush(self) -> None:
        """Write what was noted; on disk when this returns, if `is_kept`."""
        if self._new_settings:
            self._save()

    def read(self) -> Briefing:
        """The briefing as it was last written, by this program or by another one."""
        if self._new_briefing is not None:
            return self._new_briefing
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._known = user_database.read_briefing(self._database)
        return self._known

    def write(self, briefing: Briefing) -> Briefing:
        """Keep a briefing; on disk when this returns, if `is_kept`.

        Gives what is kept now: more than was handed over where another program wrote meanwhile.
        """
        self._new_briefing = briefing
        self._save()
        return briefing if self._new_briefing else self._known

    def close(self) -> None:
        """Write what was noted, and let go of the file."""
        self.flush()
        self._is_closed = True
        self._disconnect()

    def _open(self) -> None:
        """Read all there is; a few rows. Damage shows only where it is read."""
        try:
            self._load(self._connection())
        except (OSError, sqlite3.Error) as error:
            self._disconnect()
            if user_database.is_damage(error):
                self._put_aside()
                self._save()
            else:
                self._is_kept = False
                self._load_what_is_readable()

    def _load(self, database: sqlite3.Connection) -> None:
        self._settings = user_database.read_settings(database)
        self._known = user_database.read_briefing(database)

    def _load_what_is_readable(self) -> None:
        """A stick that cannot be written can still be read."""
        self._settings, self._known = user_database.salvaged(self.path)

    def _save(self) -> None:
        """Bring to the disk what it does not have yet."""
        if self._is_closed:
            return
        # A second time with a new connection, and after damage with a new file.
        for _attempt in range(2):
            try:
                self._save_once(self._connection())
            except (OSError, sqlite3.Error) as error:
                self._disconnect()
                self._is_kept = False
                if user_database.is_damage(error):
                    self._put_aside()
            else:
                self._is_kept = True
                return

    def _save_once(self, database: sqlite3.Connection) -> None:
        wanted = self._new_briefing

        def merged(on_disk: Briefing) -> Briefing:
            return on_disk if wanted is None else kept_together(self._known, wanted, on_disk)

        self._known = user_database.write(database, self._new_settings, merged)
        self._settings |= self._new_settings
        self._new_settings, self._new_briefing = {}, None

    def _put_aside(self) -> None:
        """Make room for a new file, to which all that is known of this one will go."""
        read, briefing = user_database.salvaged(self.path)
        target = self._free_name()
        # The journal first: left behind, it would be played back into the new file.
        journal = self.path.with_name(f"{FILE_NAME}-journal")
        with suppress(OSError):
            if journal.exists():
                journal.rename(target.with_name(f"{target.name}-journal"))
            self.path.rename(target)
            self._set_aside = target
        self._new_settings = read | self._settings | self._new_settings
        wanted = self._new_briefing or self._known
        self._new_briefing = kept_together(self._known, wanted, briefing)

    def _free_name(self) -> Path:
        number = 1
        while (found := self.path.with_name(f"user-damaged-{number}.sqlite")).exists():
            number += 1
        return found

    def _connection(self) -> sqlite3.Connection:
        if self._database is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._database = user_database.opened(self.path)
        return self._database

    def _disconnect(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None
