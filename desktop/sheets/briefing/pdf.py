"""The briefing as tagged PDF, and as pictures of its pages for a printer, set by typst."""

from __future__ import annotations

import dataclasses
import json
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast

from desktop.sheets.briefing.page import BriefingPage
from desktop.sheets.files import write_whole
from desktop.sheets.number_runs import note_text
from desktop.sheets.one_page.paper.typesetting import STANDARDS, lacking_sign, typesetting

# Stands where a sign should be that no font has.
PLACEHOLDER = "□"
# After so many of them, every sign that a European text does not need is taken for one more.
_MOST_SIGNS = 30
_LAST_LATIN = 0x024F
# Dashes, quotation marks, currencies, arrows, mathematics.
_SIGNS = range(0x2000, 0x2300)
_TEMPLATE = "briefing.typ"
_RIGHT_TO_LEFT = ("R", "AL")


def pdf_bytes(page: BriefingPage) -> bytes:
    """The briefing as a PDF of as many A4 pages as it takes.

    A sign that the bundled fonts lack is taken from a font of the computer; one that none has is
    replaced, and the page says so.
    """
    return _typeset(page)[0]


def pictures(page: BriefingPage, dots_per_inch: float) -> list[bytes]:
    """The same pages as PNG files."""
    import typst

    _pdf, draft = _typeset(page)
    found: bytes | list[bytes] = typst.compile(
        output=None, format="png", ppi=dots_per_inch, **draft.typesetting()
    )
    return found if isinstance(found, list) else [found]


def save(page: BriefingPage, path: Path) -> None:
    """Write the PDF to `path`, whole or not at all; AtlasError where that is impossible."""
    write_whole(path, pdf_bytes(page))


class _Draft:
    """What typst is given for a page, until it can set it."""

    def __init__(self, page: BriefingPage) -> None:
        # As JSON has it, so that what was rewritten can be compared with what was there before.
        self._data: object = json.loads(json.dumps(page_data(page)))
        self._replaced: list[str] = []
        self._has_system_fonts = False

    def typesetting(self) -> dict[str, Any]:
        """What a run of typst is given."""
        data = {"briefing": self._data, "is_lacking": bool(self._replaced)}
        return typesetting(_TEMPLATE, data, system_fonts=self._has_system_fonts)

    def mend(self, sign: str) -> bool:
        """Do something about a sign that no font has; whether that was possible."""
        if not self._has_system_fonts:
            # They take a moment to find, and few pages need them.
            self._has_system_fonts = True
            return True
        before = self._data
        # A sign that is joined to a letter goes by the name of the letter, which is in our fonts:
        # that must stay, or figures would lose their noughts.
        is_named = _european(sign) != sign
        if is_named:
            self._data = _rewritten(before, lambda text: text.replace(sign, PLACEHOLDER))
        if self._data == before or len(self._replaced) > _MOST_SIGNS:
            self._data = _rewritten(self._data, _european)
        self._replaced.append(sign)
        return self._data != before


def _typeset(page: BriefingPage) -> tuple[bytes, _Draft]:
    """The page as PDF, and the draft that it was made from."""
    import typst

    draft = _Draft(page)
    while True:
        try:
            pdf = typst.compile(
                output=None,
                format="pdf",
                pdf_standards=STANDARDS,
                timestamp=datetime.combine(page.day, time(), UTC),
                **draft.typesetting(),
            )
        except typst.TypstError as error:
            sign = lacking_sign(error)
            if not sign or not draft.mend(sign):
                raise
        else:
            return pdf, draft


def _rewritten(data: object, rewrite: Callable[[str], str]) -> object:
    """Data of the template with every text in it rewritten, and its shape as it was."""
    match data:
        case str():
            return rewrite(data)
        case dict():
            parts = cast("dict[str, object]", data)
            return {key: _rewritten(value, rewrite) for key, value in parts.items()}
        case list():
            values = cast("list[object]", data)
            return [_rewritten(value, rewrite) for value in values]
        case _:
            return data


def _european(text: str) -> str:
    """A text in which every letter and sign from elsewhere is replaced."""
    return "".join(
        sign if ord(sign) <= _LAST_LATIN or ord(sign) in _SIGNS else PLACEHOLDER for sign in text
    )


def page_data(page: BriefingPage) -> dict[str, object]:
    """What the template reads: texts, numbers and lists; a note as its lines."""
    language, _, territory = page.territory_code.partition("_")
    data = dataclasses.asdict(page)
    data |= {
        "language": language,
        "territory": territory or None,
        "day": [page.day.year, page.day.month, page.day.day],
        "lacking": page.lacking.format(sign=PLACEHOLDER),
    }
    for chapter in data["chapters"]:
        for entry in chapter["entries"]:
            entry["note"] = _lines(entry["note"])
            for cited in (entry, *entry["values"]):
                cited["sources"] = note_text(cited["sources"])
    return data


def _lines(note: str) -> list[dict[str, object]]:
    """The lines of a note, each with the way that it is read; none for an empty note."""
    lines = note.strip().splitlines()
    return [{"text": line.strip(), "is_leftward": _is_leftward(line)} for line in lines]


def _is_leftward(line: str) -> bool:
    """Whether a line is read from right to left: its first letter decides."""
    for sign in line:
        direction = unicodedata.bidirectional(sign)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False
