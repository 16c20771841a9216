"""What marks an atlas file, read from SQLite's own header with no SQL.

Offsets: https://www.sqlite.org/fileformat2.html, section 1.3.
"""

from __future__ import annotations

from pathlib import Path

from desktop.domain.problems import N_, AtlasError

# "VAtl" as a big-endian number, and the version of the tables: raise it with every change of them.
APPLICATION_ID = 0x5641746C
SCHEMA_VERSION = 6

MISSING = N_("There is no atlas at {path}: install the program again, or run “data build”.")
UNREADABLE = N_("The atlas at {path} cannot be read: check the rights to that file.")
NO_DATABASE = N_("The file {path} is no atlas: choose another file with --data.")
TRUNCATED = N_("The atlas at {path} is damaged: install the program again, or run “data build”.")
OTHER_SCHEMA = N_(
    "The atlas at {path} has format {found}, and this program reads format {wanted}: "
    "use the atlas that came with the program."
)

_HEADER_SIZE = 100
_MAGIC = b"SQLite format 3\0"


def check_header(path: Path) -> None:
    """Refuse, in one sentence, a file that cannot be an atlas of this program's format."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError:
        raise AtlasError(MISSING, path=path) from None
    except OSError:
        raise AtlasError(UNREADABLE, path=path) from None
    if not header.startswith(_MAGIC[: max(len(header), 1)]):
        raise AtlasError(NO_DATABASE, path=path)
    if len(header) < _HEADER_SIZE or size < _pages(header) * _page_size(header):
        raise AtlasError(TRUNCATED, path=path)
    if _number(header, 68) != APPLICATION_ID:
        raise AtlasError(NO_DATABASE, path=path)
    if (found := _number(header, 60)) != SCHEMA_VERSION:
        raise AtlasError(OTHER_SCHEMA, path=path, found=found, wanted=SCHEMA_VERSION)


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _page_size(header: bytes) -> int:
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def _pages(header: bytes) -> int:
    return _number(header, 28)
