"""From sheets to one page of tagged PDF, PNG or SVG, set by typst."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from desktop import bundled
from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import Layout
from desktop.sheets.files import write_whole
from desktop.sheets.one_page.attached import attached_input
from desktop.sheets.one_page.fitting import fitted
from desktop.sheets.one_page.page import page_data
from desktop.sheets.one_page.parts import Sheet

if TYPE_CHECKING:
    from typst import PDFStandard, TypstError

UNWRITABLE = N_("The sheet cannot be written to {path} ({reason}): choose another place.")
NO_GLYPH = N_("The font of the sheet of {title} lacks the sign “{sign}”: write it in another way.")

# For screen readers (PDF/UA-1) and for archives (PDF/A-3a).
STANDARDS: list[PDFStandard] = ["ua-1", "a-3a"]
# A sign that no font has, or one that means nothing outside the program that made it.
_LACKING = re.compile(r'(?:the text|contains the codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def pdf_bytes(sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE) -> bytes:
    """One sheet in each language that is wanted, as one PDF; the same bytes for the same sheets.

    AtlasError where a sheet fits on no page, or holds a sign that the font lacks.
    """
    import typst

    shown, inputs = _fitted(sheets, layout)
    try:
        return typst.compile(
            output=None,
            format="pdf",
            pdf_standards=STANDARDS,
            # The template reads no clock; without a time of its own the file would carry one.
            timestamp=datetime.combine(sheets[0].date, time(), UTC),
            sys_inputs={**inputs, "attached": attached_input(shown)},
            **typesetting("one_page.typ"),
        )
    except typst.TypstError as error:
        sign = lacking_sign(error)
        if not sign:
            raise
        raise AtlasError(NO_GLYPH, title=sheets[0].title, sign=sign) from error


def pictures(
    sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE, dots_per_inch: float = 144
) -> list[bytes]:
    """The same pages as PNG files."""
    return _pages(sheets, layout, "png", dots_per_inch)


def drawings(sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE) -> list[bytes]:
    """The same pages as SVG files."""
    return _pages(sheets, layout, "svg", None)


def _pages(
    sheets: Sequence[Sheet], layout: Layout, form: Literal["png", "svg"], ppi: float | None
) -> list[bytes]:
    import typst

    _shown, inputs = _fitted(sheets, layout)
    found: bytes | list[bytes] = typst.compile(
        output=None,
        format=form,
        ppi=ppi,
        sys_inputs=inputs,
        **typesetting("one_page.typ"),
    )
    return found if isinstance(found, list) else [found]


def save(sheets: Sequence[Sheet], layout: Layout, path: Path) -> None:
    """Write the PDF to `path`, whole or not at all; AtlasError where that is impossible."""
    write_whole(path, pdf_bytes(sheets, layout), UNWRITABLE)


def shown_of(sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE) -> tuple[Sheet, ...]:
    """The sheets as they fit: with the rows that the page keeps."""
    return _fitted(sheets, layout)[0]


def _fitted(sheets: Sequence[Sheet], layout: Layout) -> tuple[tuple[Sheet, ...], dict[str, str]]:
    """The sheets as they fit, and what the template is given for them."""
    import typst

    setup = typesetting("one_page.typ")

    def fits(candidate: Sheet, size: float) -> bool:
        # Asking for the number of pages lays the page out, and typst remembers how.
        pages = typst.query(
            selector="<pages>",
            field="value",
            one=True,
            sys_inputs=_inputs(candidate, size),
            **setup,
        )
        return json.loads(pages) == 1

    chosen, size = fitted(sheets[0], fits)
    return (chosen,), _inputs(chosen, size)


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


def _inputs(sheet: Sheet, size: float) -> dict[str, str]:
    """The data as the template's input: text, and never a part of the template."""
    return {"sheet": json.dumps(page_data(sheet, size), ensure_ascii=False)}
