"""The subject of a sheet, for tests of one of its blocks."""

from __future__ import annotations

from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.sheet import circle_of
from desktop.sheets.one_page.subject.subject import Subject


def subject_of(library: Library, record_id: str, language: Language) -> Subject:
    """What the sheet of a record is about."""
    return Subject(circle_of(library, SheetOrder(record_id, (language.code,))), language)
