"""Sheets as they are saved, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.parts import Sheet

Languages = Mapping[str, Language]


def shown(library: Library, order: SheetOrder, languages: Languages) -> tuple[Sheet, ...]:
    """The sheets with the rows that the page keeps."""
    return tuple(sheet for sheet, _size in paper_of(library, order, languages).pages)


def saved_pdf(library: Library, order: SheetOrder, languages: Languages) -> bytes:
    """The PDF."""
    return paper_of(library, order, languages).pdf()
