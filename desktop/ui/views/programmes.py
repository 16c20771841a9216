"""Programmes: instruments, networks, agreements and plans."""

from __future__ import annotations

from desktop.domain.records import Kind, Programme, Record
from desktop.l10n import labels
from desktop.sheets.values import period_text
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class ProgrammesView(ListDetail):
    """All programmes with type and period."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: context.library.list(Kind.PROGRAMME), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if not isinstance(record.details, Programme):
            raise TypeError(record.id)
        subtitle = language.gettext("{type}, {period}").format(
            type=language.gettext(labels.TYPE[record.details.type]),
            period=period_text(record.details.period, language),
        )
        return Row(record.id, record.title[language.code], subtitle)
