"""What is wrong with a PDF as a file: standards, fonts, what it says of itself, what it carries.

Every function gives back sentences; none means that all is well.
"""

from __future__ import annotations

import csv
import datetime
import json
import re
from collections.abc import Collection, Iterator
from io import BytesIO, StringIO
from typing import Any

import page as page_validation
from pypdf import PdfReader

AUTHOR = "Valley Atlas"
_PROFILES = {
    "PDF/UA-1": page_validation.ValidationProfile.PDF_UA_1,
    "PDF/A-3a": page_validation.ValidationProfile.PDF_A_3A,
}
# Of each of the two identifiers, as an element or as an attribute.
_IDENTIFIERS = {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
# Up to the first byte of a stream, from its length on.
_STREAM = re.compile(rb"/Length (\d+)[^>]{0,500}>>\s*?stream\r?\n")
_FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}


def reader_of(content: bytes) -> PdfReader:
    """A PDF for the functions here."""
    return PdfReader(BytesIO(content))


def standard_faults(content: bytes) -> Iterator[str]:
    """The machine-checkable rules of PDF/UA-1 and those of PDF/A-3a that a file breaks."""
    for name, profile in _PROFILES.items():
        report = page_validation.validate_pdf_bytes(content, profile=profile)
        for failure in report.failures:
            # It takes the last byte of a stream for a line end where that is a carriage return.
            if failure.rule_id.endswith("-STREAM-LENGTH-001") and _are_lengths_right(content):
                continue
            yield f"{name}: {failure.rule_id}: {failure.message}"


def _are_lengths_right(content: bytes) -> bool:
    """Whether every stream ends where its length says."""
    for begun in _STREAM.finditer(content):
        end = begun.end() + int(begun[1])
        if not re.match(rb"(?:\r\n|\n|\r)?endstream", content[end : end + 11]):
            return False
    return True


def identifier_faults(reader: PdfReader) -> Iterator[str]:
    """What the metadata lack of naming both standards."""
    stream = reader.root_object.get("/Metadata")
    text = stream.get_object().get_data().decode("utf-8") if stream else ""
    for name, value in _IDENTIFIERS.items():
        if not re.search(rf"<{name}>{value}</|{name}=[\"']{value}[\"']", text):
            yield f"the metadata do not say {name} {value}"


def property_faults(reader: PdfReader, title: str, date: datetime.date) -> Iterator[str]:
    """Whether title, author and date are those of the sheet, and the title is shown."""
    said = reader.metadata
    found = (
        (said.title, said.author, said.creation_date and said.creation_date.date())
        if said
        else None
    )
    if found != (title, AUTHOR, date):
        yield f"the document says {found}, not {(title, AUTHOR, date)}"
    root: Any = reader.root_object
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer shows the name of the file, not the title"


def language_of(reader: PdfReader) -> str:
    """The language of the document; "" where it says none."""
    return str(reader.root_object.get("/Lang", ""))


def font_faults(reader: PdfReader) -> Iterator[str]:
    """Fonts that are not in the file, in pages and in the drawings on them."""
    for page in reader.pages:
        fonts = list(_fonts(page.get("/Resources")))
        if not fonts:
            yield "a page has no font"
        for font in fonts:
            descendants = font.get("/DescendantFonts", [font])
            descriptor: Any = descendants[0].get_object().get("/FontDescriptor", {})
            if not _FONT_FILES & set(descriptor.get_object() if descriptor else {}):
                yield f"the font {font.get('/BaseFont')} is not embedded"


def _fonts(resources: Any) -> Iterator[Any]:
    if resources is None:
        return
    found = resources.get_object()
    yield from (font.get_object() for font in found.get("/Font", {}).values())
    for drawing in found.get("/XObject", {}).values():
        yield from _fonts(drawing.get_object().get("/Resources"))


def size_faults(reader: PdfReader, size: tuple[int, int], pages: int) -> Iterator[str]:
    """Whether there are as many pages as there should be, each of that size in points."""
    if len(reader.pages) != pages:
        yield f"there are {len(reader.pages)} pages, not {pages}"
    for each in reader.pages:
        found = (round(each.mediabox.width), round(each.mediabox.height))
        if found != size:
            yield f"a page is {found} points large, not {size}"


def attachment_faults(reader: PdfReader, records: Collection[str]) -> Iterator[str]:
    """Whether the facts are inside as JSON and as CSV, with every one of the records."""
    attached = {name: files[0] for name, files in reader.attachments.items()}
    for name, ids in (("facts.json", _ids_in_json), ("facts.csv", _ids_in_csv)):
        content = attached.get(name)
        if content is None:
            yield f"{name} is not attached, but {sorted(attached)}"
            continue
        try:
            found = ids(content.decode("utf-8-sig"))
        except ValueError as error:
            yield f"{name} cannot be read: {error}"
            continue
        missing = [record for record in records if record not in found]
        if missing:
            yield f"{name} lacks {missing[:5]} and {max(0, len(missing) - 5)} more"


def _ids_in_json(text: str) -> set[str]:
    found: set[str] = set()

    def collect(part: Any) -> None:
        if isinstance(part, dict):
            found.update(value for key, value in part.items() if key == "id" and value)
            for value in part.values():
                collect(value)
        elif isinstance(part, list):
            for value in part:
                collect(value)

    collect(json.loads(text))
    return found


def _ids_in_csv(text: str) -> set[str]:
    rows = list(csv.reader(StringIO(text)))
    if len({len(row) for row in rows}) != 1:
        raise ValueError("its rows are not of one length")
    return {cell for row in rows[1:] for cell in row}
