"""Writing a file of the user's choice: whole or not at all."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from desktop.domain.problems import N_, AtlasError

NO_FILE = N_("{path} is no file that can be written: name a file to write to.")
UNWRITABLE = N_("{path} cannot be written ({reason}): choose another place.")


def write_whole(path: Path, content: bytes, unwritable: str = UNWRITABLE) -> None:
    """Put `content` into the file `path`; AtlasError where that is impossible.

    A link is followed; a device or a folder is not ours to replace. `unwritable` is the sentence
    for a disk that refuses, with the fields `{path}` and `{reason}`.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise AtlasError(NO_FILE, path=path)
        _replace(target, content)
    except OSError as error:
        raise AtlasError(unwritable, path=path, reason=error.strerror) from error


def _replace(target: Path, content: bytes) -> None:
    """Put `content` in the place of a file in one step, with the rights that the file had."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        # On the disk before it has the name: a stick may be pulled out at once.
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
