"""A lock that one process at a time can hold, and that the system takes from one that has ended."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


class Lock:
    """A file that is locked while someone holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    @property
    def is_taken(self) -> bool:
        """Whether we hold it."""
        return self._file is not None

    def take(self) -> bool:
        """Take the lock if it is free."""
        file = self._path.open("ab")
        try:
            _lock(file)
            # Who held it before may have taken the file away between our two steps.
            is_the_file = os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except OSError:
            is_the_file = False
        if is_the_file:
            self._file = file
        else:
            file.close()
        return is_the_file

    def release(self) -> None:
        """Let go of the lock."""
        if self._file is not None:
            # Windows takes away no file that is open; it stays then, empty and free.
            with suppress(OSError):
                self._path.unlink()
            self._file.close()
            self._file = None


def _lock(file: BinaryIO) -> None:
    """Lock a file, or raise OSError where another process has."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
