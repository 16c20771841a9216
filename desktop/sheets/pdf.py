"""From a sheet to one page of tagged PDF, set by typst."""

from __future__ import annotations

import json
import os
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import bundled
from desktop.domain.problems import N_, AtlasError
from desktop.sheets.country.fitting import fitted
from desktop.sheets.country.page import page_data
from desktop.sheets.country.parts import CountrySheet

if TYPE_CHECKING:
    from typst import PDFStandard

NO_FILE = N_("{path} is no file that can be written: name a file to write to.")
UNWRITABLE = N_("The sheet cannot be written to {path} ({reason}): choose another place.")
NO_GLYPH = N_("The font of the sheet of {title} lacks the sign “{sign}”: write it in another way.")

# For screen readers (PDF/UA-1) and for archives (PDF/A-3a).
_STANDARDS: list[PDFStandard] = ["ua-1", "a-3a"]
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')


def pdf_bytes(sheet: CountrySheet) -> bytes:
    """The sheet as a PDF of one A4 page; the same bytes for the same sheet.

    AtlasError where the sheet fits on no page, or holds a sign that the font lacks.
    """
    import typst

    setup = _setup()

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
            pdf_standards=_STANDARDS,
            # The template reads no clock; without a time of its own the file would carry one.
            timestamp=datetime.combine(sheet.date, time(), UTC),
            sys_inputs=_inputs(chosen, size),
            **setup,
        )
    except typst.TypstError as error:
        # The standards forbid a page with an empty box where a letter should be.
        lacking = _LACKING.search(error.message)
        if lacking is None:
            raise
        raise AtlasError(NO_GLYPH, title=sheet.title, sign=lacking[1]) from error


def save(sheet: CountrySheet, path: Path) -> None:
    """Write the sheet to `path`, whole or not at all; AtlasError where that is impossible.

    A link is followed; a device or a folder is not ours to replace.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise AtlasError(NO_FILE, path=path)
        _replace(target, pdf_bytes(sheet))
    except OSError as error:
        raise AtlasError(UNWRITABLE, path=path, reason=error.strerror) from error


def _replace(target: Path, content: bytes) -> None:
    """Put `content` in the place of a file in one step, with the rights that the file had."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(content)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise


def _inputs(sheet: CountrySheet, size: float) -> dict[str, str]:
    """The data as the template's input: text, and never a part of the template."""
    return {"sheet": json.dumps(page_data(sheet, size), ensure_ascii=False)}


def _setup() -> dict[str, Any]:
    """What every run of typst is given: the bundled templates and fonts, and nothing else."""
    templates = bundled.resources() / "sheets"
    return {
        "input": str(templates / "country.typ"),
        "root": str(templates),
        "font_paths": [str(bundled.fonts())],
        "ignore_system_fonts": True,
    }
