"""The file that takes a briefing to another laptop, and files that are none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.briefing_format import FORMAT, VERSION, file_content, read_content
from desktop.domain.problems import AtlasError
from tests.domain.briefings import briefings

BRIEFING = Briefing(
    (
        Meeting("Déjeuner “à Liège”", (Item("programme/regmed-xb", "één\n\nnote ✔", "i1"),), "A"),
        Meeting("", (), "B"),
    )
)
CONTENT = file_content(BRIEFING, "2026-11", {"programme/regmed-xb": "RegMed XB"})


@given(briefing=briefings())
def test_what_is_written_is_read(briefing: Briefing) -> None:
    assert read_content(file_content(briefing, "2026-11", {}), "x") == briefing


def test_a_person_can_read_it() -> None:
    text = CONTENT.decode()
    for expected in ("RegMed XB", "Déjeuner", "note ✔", "2026-11", FORMAT):
        assert expected in text
    assert json.loads(text)["version"] == VERSION


def test_a_mark_at_the_beginning_does_no_harm() -> None:
    assert read_content("\ufeff".encode() + CONTENT, "x") == BRIEFING


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"hello",
        b"[]",
        b"null",
        b'{"a": 1}',
        b'{"format": "other", "version": 1, "meetings": []}',
        b"[" * 100_000,
        b"%PDF-1.7",
    ],
)
def test_what_is_no_briefing_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(AtlasError, match=r"trip\.json is not a briefing of Valley Atlas"):
        read_content(content, "trip.json")


@pytest.mark.parametrize("end", [60, 200, len(CONTENT) - 3])
def test_half_a_file_is_said_to_be_half(end: int) -> None:
    with pytest.raises(AtlasError, match="is not whole"):
        read_content(CONTENT[:end], "trip.json")


def test_a_newer_format_is_said_to_be_newer() -> None:
    with pytest.raises(AtlasError, match="newer Valley Atlas"):
        read_content(changed(("version",), VERSION + 1), "trip.json")


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("version",), "1", "version"),
        (("version",), True, "version"),
        (("version",), 0, "version"),
        (("meetings",), {}, "meetings"),
        (("meetings", 0), "x", "meetings"),
        (("meetings", 0, "title"), None, "title"),
        (("meetings", 0, "key"), "", "key"),
        (("meetings", 1, "key"), "A", "key"),
        (("meetings", 1, "key"), "i1", "key"),
        (("meetings", 0, "items"), None, "items"),
        (("meetings", 0, "items", 0), [], "items"),
        (("meetings", 0, "items", 0, "note"), 5, "note"),
        (("meetings", 0, "items", 0, "record"), "../../etc", "record"),
        (("meetings", 0, "items", 0, "record"), None, "record"),
    ],
)
def test_a_damaged_file_is_refused_whole_and_says_where(
    path: tuple[Any, ...], value: object, field: str
) -> None:
    with pytest.raises(AtlasError, match=f"damaged at “{field}”"):
        read_content(changed(path, value), "trip.json")


def test_half_a_sign_in_a_file_does_no_harm() -> None:
    read = read_content(changed(("meetings", 0, "items", 0, "note"), "a\ud83d"), "trip.json")
    read.items[0].note.encode()


def changed(path: tuple[Any, ...], value: object) -> bytes:
    content: Any = json.loads(CONTENT)
    at = content
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(content).encode()
