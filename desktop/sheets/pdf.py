"""From a sheet to one page of tagged PDF, set by typst."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import bundled
from desktop.domain.problems import N_, AtlasError
from desktop.sheets.country.fitting import fitted
from desktop.sheets.country.page import page_data
from desktop.sheets.country.parts import CountrySheet
from desktop.sheets.files import write_whole

if TYPE_CHECKING:
    from typst import PDFStandard, TypstError

UNWRITABLE = N_("The sheet cannot be written to {path} ({reason}): choose another place.")
NO_GLYPH = N_("The font of the sheet of {title} lacks the sign “{sign}”: write it in another way.")

# For screen readers (PDF/UA-1) and for archives (PDF/A-3a).
STANDARDS: list[PDFStandard] = ["ua-1", "a-3a"]
# A sign that no font has, or one that means nothing outside the program that made it.
_LACKING = re.compile(r'(?:the text|contains the codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf_bytes(sheet: CountrySheet) -> bytes:
    """The sheet as a PDF of one A4 page; the same bytes for the same sheet.

    AtlasError where the sheet fits on no page, or holds a sign that the font lacks.
    """
    import typst

    setup = typesetting("country.typ")

    def fits(candidate: CountrySheet, size: float) -> bool:
        inputs = _inputs(candidate, size)
        # Asking for the number of pages lays the page out, and typst remembers how.
        pages = typst.query(selector="<pages>", field="value", one=True, sys_inputs=inputs, **setup)
        return json.loads(pages) == 1

    chosen, size = fitted(sheet, fits)
    try:
        return typst.compile(
            output=None,
            format="pdf",
            pdf_standards=STANDARDS,
            # The template reads no clock; without a time of its own the file would carry one.
            timestamp=datetime.combine(sheet.date, time(), UTC),
            sys_inputs=_inputs(chosen, size),
            **setup,
        )
    except typst.TypstError as error:
        sign = lacking_sign(error)
        if not sign:
            raise
        raise AtlasError(NO_GLYPH, title=sheet.title, sign=sign) from error


def save(sheet: CountrySheet, path: Path) -> None:
    """Write the sheet to `path`, whole or not at all; AtlasError where that is impossible."""
    write_whole(path, pdf_bytes(sheet), UNWRITABLE)


def typesetting(template: str, *, system_fonts: bool = False) -> dict[str, Any]:
    """What a run of typst is given: the bundled templates and fonts, and nothing else.

    With `system_fonts`, what the bundled fonts lack is sought in those of the computer.
    """
    templates = bundled.resources() / "sheets"
    return {
        "input": str(templates / template),
        "root": str(templates),
        "font_paths": [str(bundled.fonts())],
        "ignore_system_fonts": not system_fonts,
    }


def lacking_sign(error: TypstError) -> str:
    """The sign that cannot be shown, where an error says so; the standards forbid an empty box.

    "" for any other error.
    """
    found = _LACKING.search(error.message)
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found[1]) if found else ""


def _inputs(sheet: CountrySheet, size: float) -> dict[str, str]:
    """The data as the template's input: text, and never a part of the template."""
    return {"sheet": json.dumps(page_data(sheet, size), ensure_ascii=False)}
