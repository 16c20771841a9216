"""From sheets to one page of tagged PDF, PNG or SVG, set by typst."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets as they fit: what is shown, printed and saved in every form.

    `pages` are the sheets with the rows that have room, and the size of the type of each.
    """

    pages: tuple[tuple[Sheet, float], ...]
    layout: Layout

    def pdf(self) -> bytes:
        """As one PDF; the same bytes for the same sheets."""
        import typst

        first = self.pages[0][0]
        attached = attached_input([sheet for sheet, _size in self.pages])
        try:
            return typst.compile(
                output=None,
                format="pdf",
                pdf_standards=STANDARDS,
                # The template reads no clock; without a time of its own the file would carry one.
                timestamp=datetime.combine(first.date, time(), UTC),
                sys_inputs={**_inputs(*self.pages[0]), "attached": attached},
                **typesetting("one_page.typ"),
            )
        except typst.TypstError as error:
            sign = lacking_sign(error)
            if not sign:
                raise
            raise AtlasError(NO_GLYPH, title=first.title, sign=sign) from error

    def pictures(self, dots_per_inch: float = 144) -> list[bytes]:
        """As PNG files, one for each side of paper."""
        return self._sides("png", dots_per_inch)

    def drawings(self) -> list[bytes]:
        """As SVG files, one for each side of paper."""
        return self._sides("svg", None)

    def _sides(self, form: Literal["png", "svg"], ppi: float | None) -> list[bytes]:
        import typst

        found: bytes | list[bytes] = typst.compile(
            output=None,
            format=form,
            ppi=ppi,
            sys_inputs=_inputs(*self.pages[0]),
            **typesetting("one_page.typ"),
        )
        return found if isinstance(found, list) else [found]


def laid_out(
    sheets: Sequence[Sheet],
    layout: Layout = Layout.SINGLE,
    others: Sequence[Sheet] = (),  # noqa: ARG001 - each language is still fitted by itself
) -> Paper:
    """Sheets as they fit their paper, one language each.

    `others` are the same sheet in the languages that are not asked for, to keep in step with.
    """
    if len(sheets) < 2:
        layout = Layout.SINGLE
    return Paper(tuple(fitted(sheet, _fits) for sheet in sheets), layout)


def pdf_bytes(
    sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE, others: Sequence[Sheet] = ()
) -> bytes:
    """One sheet in each language that is wanted, as one PDF; the same bytes for the same sheets.

    AtlasError where a sheet fits on no page, or holds a sign that the font lacks.
    """
    return laid_out(sheets, layout, others).pdf()


def pictures(
    sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE, dots_per_inch: float = 144
) -> list[bytes]:
    """The same pages as PNG files."""
    return laid_out(sheets, layout).pictures(dots_per_inch)


def drawings(sheets: Sequence[Sheet], layout: Layout = Layout.SINGLE) -> list[bytes]:
    """The same pages as SVG files."""
    return laid_out(sheets, layout).drawings()


def save(sheets: Sequence[Sheet], layout: Layout, path: Path, others: Sequence[Sheet] = ()) -> None:
    """Write the PDF to `path`, whole or not at all; AtlasError where that is impossible."""
    write_whole(path, pdf_bytes(sheets, layout, others), UNWRITABLE)


def _fits(candidate: Sheet, size: float) -> bool:
    import typst

    # Asking for the number of pages lays the page out, and typst remembers how.
    pages = typst.query(
        selector="<pages>",
        field="value",
        one=True,
        sys_inputs=_inputs(candidate, size),
        **typesetting("one_page.typ"),
    )
    return json.loads(pages) == 1


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
