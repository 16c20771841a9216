"""Reads the PDF of a sheet back: its order, and its facts as they were.

The file may come from anywhere. Nothing of it is run, drawn or followed; sizes are bounded, and
whatever is not a sheet of ours gets one sentence.
"""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.domain.dates import PartialDate
from desktop.domain.problems import N_, AtlasError
from desktop.domain.record_format import read_record
from desktop.domain.sheet_memory import SheetMemory
from desktop.domain.sheet_order_format import read_order
from desktop.sheets.one_page.memory.attached import FACTS_JSON, FORMAT, VERSION

if TYPE_CHECKING:
    from pypdf import PdfReader

UNREADABLE = N_("{path} cannot be read ({reason}): check its name and rights.")
NO_PDF = N_("{path} is no PDF: choose the PDF of a sheet that Valley Atlas saved.")
TOO_BIG = N_("{path} is too big to be a sheet: choose the PDF of a sheet that Valley Atlas saved.")
BROKEN = N_("{path} is damaged, it is not a whole PDF: choose another copy of the sheet.")
ENCRYPTED = N_("{path} is locked with a password: save a copy of it without one, and choose that.")
OF_ANOTHER_PROGRAM = N_(
    "{path} is not a sheet of Valley Atlas: choose the PDF of a sheet that Valley Atlas saved."
)
WITHOUT_FACTS = N_(
    "{path} is a sheet of Valley Atlas without its facts, printed anew or saved before sheets "
    "remembered them: choose the PDF as Valley Atlas saved it."
)
NEWER = N_("{path} was made by a newer Valley Atlas: install that version here to read it.")
LACKING = N_(
    "{path} is damaged or of a version that Valley Atlas no longer reads, at “{field}”: make the "
    "sheet anew."
)

# A sheet takes some hundred kilobytes, its facts about as much before they are packed.
MOST_BYTES = 5_000_000
MOST_FACTS_BYTES = 5_000_000
_MOST_FACTS = 5_000
# A program that saves a PDF anew may put other files before ours.
_MOST_FILES = 100
_AUTHOR = "Valley Atlas"


def read_sheet(path: Path, languages: Sequence[str]) -> SheetMemory:
    """What the sheet in the file `path` remembers, told in `languages` as far as it has them.

    AtlasError says in a sentence what is wrong with the file.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AtlasError(UNREADABLE, path=path, reason=error.strerror) from error
    return read_content(content, path, languages)


def read_content(content: bytes, path: Path, languages: Sequence[str]) -> SheetMemory:
    """The same of a PDF that was read already; `path` names it in what goes wrong."""
    # Some programs write a line or two before the PDF begins.
    if b"%PDF-" not in content[:1024]:
        raise AtlasError(NO_PDF, path=path)
    if len(content) > MOST_BYTES:
        raise AtlasError(TOO_BIG, path=path)
    return _memory(_facts_in(content, path), path, languages)


def _memory(facts: bytes, path: Path, languages: Sequence[str]) -> SheetMemory:
    """What the attached facts say."""
    try:
        found: Any = json.loads(facts)
    except (ValueError, RecursionError) as error:
        raise AtlasError(OF_ANOTHER_PROGRAM, path=path) from error
    if not isinstance(found, dict):
        raise AtlasError(OF_ANOTHER_PROGRAM, path=path)
    content = cast("Mapping[str, Any]", found)
    if content.get("format") != FORMAT:
        raise AtlasError(OF_ANOTHER_PROGRAM, path=path)
    version = content.get("version")
    # In Python True is a number too.
    if type(version) is not int or version < VERSION:
        raise AtlasError(LACKING, path=path, field="version")
    if version > VERSION:
        raise AtlasError(NEWER, path=path)
    part = "order"
    try:
        order = read_order(content[part])
        part = "atlas"
        edition = str(PartialDate.parse(content[part]["edition"]))
        written = tuple(content[part]["languages"].split())
        part = "title"
        title = next(text for text in content[part].values() if isinstance(text, str))
        part = "facts"
        if not isinstance(content[part], list) or len(content[part]) > _MOST_FACTS:
            raise ValueError(part)
        records = tuple(read_record(fact["record"], languages) for fact in content[part])
    except (LookupError, TypeError, ValueError, AttributeError, StopIteration) as error:
        raise AtlasError(LACKING, path=path, field=part) from error
    return SheetMemory(order, edition, str(content.get("program", "")), title, written, records)


def _facts_in(content: bytes, path: Path) -> bytes:
    """The JSON attached to a PDF; AtlasError where there is none."""
    # Only now: the library takes a tenth of a second to import.
    from pypdf import PdfReader

    try:
        with _bounded():
            reader = PdfReader(io.BytesIO(content), root_object_recovery_limit=1000)
            if reader.is_encrypted:
                raise AtlasError(ENCRYPTED, path=path)
            facts = _attached(reader)
            author = reader.metadata.author if facts is None and reader.metadata else None
    except AtlasError:
        raise
    # What a damaged file makes a reader stumble over cannot be listed.
    except Exception as error:
        raise AtlasError(BROKEN, path=path) from error
    if facts is None:
        message = WITHOUT_FACTS if author == _AUTHOR else OF_ANOTHER_PROGRAM
        raise AtlasError(message, path=path)
    return facts


def _attached(reader: PdfReader) -> bytes | None:
    """The content of the attached file of our name, if the PDF has one."""
    for number, file in enumerate(reader.attachment_list):
        if number == _MOST_FILES:
            break
        if file.name == FACTS_JSON:
            return file.content
    return None


@contextmanager
def _bounded() -> Generator[None]:
    """A small file may unpack to one that fills the memory, and be damaged in a thousand places."""
    from pypdf import apply_configuration

    log = logging.getLogger("pypdf")
    level = log.level
    limits = dict.fromkeys(
        (
            "maximum_declared_stream_length",
            "zlib_maximum_output_length",
            "lzw_maximum_output_length",
            "run_length_maximum_output_length",
            "brotli_maximum_output_length",
            "array_based_stream_maximum_output_length",
            "stream_decoding_work_maximum_length",
        ),
        MOST_FACTS_BYTES,
    )
    log.setLevel(logging.CRITICAL)
    try:
        with apply_configuration(
            **limits, stream_parsing_work_maximum_count=200_000, disable_legacy_handling=True
        ):
            yield
    finally:
        log.setLevel(level)
