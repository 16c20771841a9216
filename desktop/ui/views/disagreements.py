"""Disagreements: figures that must not be taken for one another."""

from __future__ import annotations

from desktop.domain.records import Kind, Record
from desktop.sheets.record_rows import rows_of
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class DisagreementsView(ListDetail):
    """All disagreements, the most important first, with why the figures differ."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: context.library.list(Kind.DISAGREEMENT), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        ((_label, reasons),) = rows_of(record, language)
        return Row(record.id, record.title[language.code], reasons)
