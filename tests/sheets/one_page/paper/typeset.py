"""Small PDFs to try the checks on: as they should be, and not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typst

from desktop import bundled
from tests.sheets.one_page.paper.reading import Side, sides_of

_PAGE = '#set page(paper: "a4", margin: (x: 15mm, top: 15mm, bottom: 9mm))\n'
_TEXT = '#set text(font: "Inter", size: 9pt, lang: "en", region: "GB")\n'
_TITLE = '#set document(title: "A page", author: "Valley Atlas")\n= A page\n'
STANDARDS = ("ua-1", "a-3a")


def typeset(body: str, standards: Sequence[Any] = STANDARDS) -> bytes:
    """A PDF of an A4 page that is tagged as a sheet is, with this text of typst below its title."""
    fonts: list[Any] = [str(bundled.fonts())]
    return typst.compile(
        input=f"{_PAGE}{_TEXT}{_TITLE}{body}".encode(),
        format="pdf",
        pdf_standards=list(standards),
        font_paths=fonts,
        ignore_system_fonts=True,
    )


def side_of(body: str) -> Side:
    """The page of such a PDF, read back."""
    (side,) = sides_of(typeset(body))
    return side
