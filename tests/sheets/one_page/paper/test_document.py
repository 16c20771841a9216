"""The checks of files, each of which must be able to fail."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from pytestqt.qtbot import QtBot

from tests.sheets.one_page.paper import document
from tests.sheets.one_page.paper.typeset import typeset

TODAY = datetime.datetime.now(datetime.UTC).date()
BODY = """== Part
#table(columns: 2, table.header[Name][Year], [Oui], [2])
#figure(alt: "A map of three regions")[North]
"""


@pytest.fixture(scope="module")
def good() -> bytes:
    return typeset(BODY)


def changed(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """The PDF with something in it changed."""
    writer = PdfWriter(clone_from=BytesIO(content))
    change(writer)
    result = BytesIO()
    writer.write(result)
    return result.getvalue()


def elements(writer: PdfWriter) -> Iterator[Any]:
    """All elements of the tree of tags."""
    waiting: list[Any] = [writer.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting.append(node.get("/K"))


def retagged(old: str, new: str) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        for element in elements(writer):
            if element.get("/S") == old:
                element[NameObject("/S")] = NameObject(new)

    return change


def unspoken(writer: PdfWriter) -> None:
    for element in elements(writer):
        element.pop("/Alt", None)


def untagged_line(writer: PdfWriter) -> None:
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    stream = DecodedStreamObject()
    stream.set_data(contents.get_data() + b"\nq 1 0 0 1 50 50 cm 0 0 m 9 9 l S Q\n")
    page[NameObject("/Contents")] = writer._add_object(stream)


def fontless(writer: PdfWriter) -> None:
    resources: Any = writer.pages[0]["/Resources"]
    for font in resources["/Font"].values():
        descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for name in ("/FontFile", "/FontFile2", "/FontFile3"):
            descriptor.get_object().pop(name, None)


def dropped(name: str) -> Callable[[PdfWriter], object]:
    return lambda writer: writer.root_object.pop(name)


def test_a_good_file_has_no_faults(good: bytes) -> None:
    reader = document.reader_of(good)
    assert list(document.standard_faults(good)) == []
    assert list(document.standard_faults(changed(good, lambda _writer: None))) == []
    assert list(document.identifier_faults(reader)) == []
    assert list(document.font_faults(reader)) == []
    assert list(document.size_faults(reader, (595, 842), 1)) == []
    assert document.language_of(reader) == "en-GB"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (dropped("/Lang"), "LANGUAGE"),
        (dropped("/MarkInfo"), "TAGGED-DOCUMENT"),
        (dropped("/StructTreeRoot"), "STRUCT-TREE-ROOT"),
        (dropped("/Metadata"), "ID-SCHEMA"),
        (retagged("/H2", "/H3"), "HEADING-NESTING"),
        (retagged("/Table", "/P"), "THEAD-PARENT"),
        (unspoken, "FIGURE-ALTERNATIVE-TEXT"),
        (untagged_line, "CONTENT-TAGGING"),
        (fontless, "FONT-EMBEDDING"),
    ],
)
def test_what_breaks_a_standard_is_found(good: bytes, change: Any, rule: str) -> None:
    faults = list(document.standard_faults(changed(good, change)))
    assert any(rule in fault for fault in faults), faults


def test_a_page_of_qpdfwriter_keeps_no_promise(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    text = QTextDocument()
    text.setHtml("<h1>A page</h1><p>Words</p>")
    text.print_(writer)
    del writer
    content = path.read_bytes()
    reader = document.reader_of(content)
    assert len({fault.split(":")[1] for fault in document.standard_faults(content)}) > 3
    assert len(list(document.identifier_faults(reader))) == 3
    assert list(document.property_faults(reader, "A page", TODAY))
    assert list(document.size_faults(reader, (595, 842), 1))
    assert list(document.size_faults(reader, (420, 595), 2))
    assert document.language_of(reader) == ""


def test_missing_fonts_and_identifiers_are_found(good: bytes) -> None:
    assert list(document.font_faults(document.reader_of(changed(good, fontless))))
    bare = document.reader_of(typeset(BODY, ["1.7"]))
    assert len(list(document.identifier_faults(bare))) == 3


def test_other_properties_are_found(good: bytes) -> None:
    reader = document.reader_of(good)
    made = reader.metadata.creation_date.date()  # type: ignore[union-attr]
    assert list(document.property_faults(reader, "A page", made)) == []
    assert list(document.property_faults(reader, "Another page", made))
    assert list(document.property_faults(reader, "A page", datetime.date(2001, 1, 1)))
    hidden = document.reader_of(changed(good, dropped("/ViewerPreferences")))
    assert list(document.property_faults(hidden, "A page", made))


@pytest.mark.parametrize(
    ("files", "faults"),
    [
        ({"facts.json": b'[{"id": "a"}]', "facts.csv": b"id\na\n"}, 0),
        ({"facts.json": b'[{"id": "a"}]'}, 1),
        ({"facts.json": b'[{"id": "b"}]', "facts.csv": b"id\nb\n"}, 2),
        ({"facts.json": b"[{", "facts.csv": b"id,x\na\n"}, 2),
        ({"facts.json": b"\xff\xff", "facts.csv": b""}, 2),
        ({}, 2),
    ],
)
def test_facts_that_are_not_inside_are_found(
    good: bytes, files: dict[str, bytes], faults: int
) -> None:
    def attach(writer: PdfWriter) -> None:
        for name, content in files.items():
            writer.add_attachment(name, content)

    reader = document.reader_of(changed(good, attach))
    assert len(list(document.attachment_faults(reader, ["a"]))) == faults
