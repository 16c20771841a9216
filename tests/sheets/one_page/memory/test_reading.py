"""A sheet is read back from its PDF; any other file gets one sentence, soon."""

from __future__ import annotations

import io
import json
import logging
import time
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.memory import reading
from desktop.sheets.one_page.memory.attached import FACTS_JSON, attachments
from desktop.sheets.one_page.memory.reading import MOST_BYTES, read_content, read_sheet
from tests.sheets.one_page.papers import saved_pdf, shown

Languages = Mapping[str, Language]
ORDER = SheetOrder("place/belgium", ("fr",), without=frozenset({"open"}))
LANGUAGES = ("nl", "fr", "en")
# Far more than any file took when this was written, on a busy machine.
PATIENCE = 20


@pytest.fixture(scope="module")
def pdf(library: Library, languages: Languages) -> bytes:
    return saved_pdf(library, ORDER, languages)


@pytest.fixture(scope="module")
def facts(library: Library, languages: Languages) -> dict[str, Any]:
    """What is attached to the sheet."""
    files = attachments(shown(library, ORDER, languages))
    return json.loads(next(file.content for file in files if file.name == FACTS_JSON))


def with_file(content: bytes, name: str = FACTS_JSON, author: str = "Somebody") -> bytes:
    """A PDF of another program that holds a file."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": author})
    if content:
        writer.add_attachment(name, content)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def refusal(content: bytes) -> str:
    """The sentence about a file, which comes soon."""
    started = time.monotonic()
    with pytest.raises(AtlasError) as caught:
        read_content(content, Path("a.pdf"), LANGUAGES)
    assert time.monotonic() - started < PATIENCE
    return caught.value.message


def test_the_order_and_every_fact_come_back(
    library: Library, languages: Languages, pdf: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "Fiche é.pdf"
    path.write_bytes(pdf)
    sheet = read_sheet(path, library.languages)
    (page,) = shown(library, ORDER, languages)
    assert sheet.order == ORDER
    assert sheet.edition == library.edition["edition"]
    assert sheet.title == page.document_title
    assert sheet.languages == tuple(library.languages)
    assert sheet.records == tuple(
        replace(library.get(record), weight=0, names=(), links=()) for record in page.records
    )


def test_a_copy_that_another_program_saved_is_read_too(pdf: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.add_blank_page()
    copied = written(writer)
    assert copied != pdf
    assert read_content(copied, Path("a.pdf"), LANGUAGES).order == ORDER


def test_a_sheet_printed_anew_has_lost_its_facts_and_that_is_told() -> None:
    assert refusal(with_file(b"", author="Valley Atlas")) == reading.WITHOUT_FACTS
    assert refusal(with_file(b"{}", "notes.json", "Valley Atlas")) == reading.WITHOUT_FACTS


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"\xff", b'{"format": "another"}', b"[" * 100_000, b"1" * 9999]
)
def test_a_pdf_of_another_program_is_told_as_such(content: bytes) -> None:
    assert refusal(with_file(content)) == reading.OF_ANOTHER_PROGRAM


def test_a_locked_pdf_is_told_as_such(pdf: bytes) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    assert refusal(written(writer)) == reading.ENCRYPTED


def test_a_sheet_of_a_newer_program_is_told_as_such(facts: dict[str, Any]) -> None:
    newer = facts | {"version": reading.VERSION + 1, "order": "in a form of its own"}
    assert refusal(with_file(json.dumps(newer).encode())) == reading.NEWER


@pytest.mark.parametrize("field", ["version", "order", "atlas", "title", "facts"])
@pytest.mark.parametrize("value", [None, {}, "x", 0, True, [1], ["x" * 9]])
def test_a_part_that_is_missing_or_makes_no_sense_is_named(
    facts: dict[str, Any], field: str, value: object
) -> None:
    broken = facts | {field: value} if value is not None else dict(facts)
    if value is None:
        del broken[field]
    with pytest.raises(AtlasError) as caught:
        read_content(with_file(json.dumps(broken).encode()), Path("a.pdf"), LANGUAGES)
    assert caught.value.message == reading.LACKING
    assert caught.value.fields["field"] == field


def test_a_sheet_of_an_edition_with_fewer_details_is_read(facts: dict[str, Any]) -> None:
    older = json.loads(json.dumps(facts))
    for fact in older["facts"]:
        fact["record"]["details"] = {
            name: value for name, value in fact["record"]["details"].items() if value is not None
        }
        del fact["record"]["outside"], fact["told"]
    del older["program"]
    sheet = read_content(with_file(json.dumps(older).encode()), Path("a.pdf"), LANGUAGES)
    assert len(sheet.records) == len(facts["facts"])


START = b"%PDF-1.7\n"
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", reading.NO_PDF),
    "a text": (lambda: b"Dear reader, no PDF at all." * 99, reading.NO_PDF),
    "its first line alone": (lambda: START, reading.BROKEN),
    "empty lines": (lambda: START + b"\n" * (MOST_BYTES - 9), reading.BROKEN),
    "one long line": (lambda: START + b"x" * (MOST_BYTES - 9), reading.BROKEN),
    "too much": (lambda: START + b"\n" * MOST_BYTES, reading.TOO_BIG),
    "a million objects": (lambda: START + b"1 0 obj\n" * 600_000, reading.BROKEN),
    "a million lists in each other": (lambda: START + b"1 0 obj " + b"[" * 10**6, reading.BROKEN),
    "a million tables": (
        lambda: START + b"xref\n0 999999999\n" + b"0000000000 65535 f \n" * 200_000,
        reading.BROKEN,
    ),
    "a table that leads to itself": (
        lambda: START + b"xref\n0 0\ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n",
        reading.BROKEN,
    ),
    "a file that unpacks to a hundred megabytes": (
        lambda: with_bomb(zlib.compress(b"\0" * 100_000_000)),
        reading.BROKEN,
    ),
}


def with_bomb(packed: bytes) -> bytes:
    """A PDF whose attached file is packed already."""
    return (
        with_file(b"-" * len(packed))
        .replace(b"-" * len(packed), packed)
        .replace(b"/Type /EmbeddedFile", b"/Type /EmbeddedFile /Filter /FlateDecode")
    )


@pytest.mark.parametrize(("make", "sentence"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_sheet_gets_its_sentence_soon(make: Callable[[], bytes], sentence: str) -> None:
    assert refusal(make()) == sentence


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_half_a_sheet_is_damaged(pdf: bytes, share: float) -> None:
    assert refusal(pdf[: int(len(pdf) * share)]) == reading.BROKEN


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_sheet_with_bytes_changed_is_read_or_refused_in_a_sentence(
    pdf: bytes, data: st.DataObject
) -> None:
    spoiled = bytearray(pdf)
    for _ in range(data.draw(st.integers(1, 30))):
        # Half of them near the end, where the tables are.
        start = data.draw(st.sampled_from((0, len(pdf) - 3000)))
        spoiled[data.draw(st.integers(start, len(pdf) - 1))] = data.draw(st.integers(0, 255))
    started = time.monotonic()
    with suppress(AtlasError):
        read_content(bytes(spoiled), Path("a.pdf"), LANGUAGES)
    assert time.monotonic() - started < PATIENCE


def test_a_file_that_cannot_be_opened_is_told_as_such(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.pdf"):
        with pytest.raises(AtlasError) as caught:
            read_sheet(path, LANGUAGES)
        assert caught.value.message == reading.UNREADABLE


def test_nothing_is_said_beside_the_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    refusal(START + b"1 0 obj\n" * 10)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pypdf").level == logging.NOTSET


def test_what_was_attached_can_be_read_by_any_program(pdf: bytes) -> None:
    """So the facts are of use without Valley Atlas too."""
    files = PdfReader(io.BytesIO(pdf)).attachments
    assert set(files) == {"facts.json", "facts.csv"}
