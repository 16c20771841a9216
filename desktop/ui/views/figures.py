"""Figures: each value with its period."""

from __future__ import annotations

from desktop.domain.records import Kind, Record
from desktop.ui.context import Context
from desktop.ui.list_detail import ListDetail
from desktop.ui.record_list import Row


class FiguresView(ListDetail):
    """All figures, the most important first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: context.library.list(Kind.FIGURE), self._row)

    def _row(self, record: Record) -> Row:
        fact = self.context.describer.figure_fact(record)
        subtitle = self.context.language.gettext("{value} ({period})")
        return Row(record.id, fact.label, subtitle.format(value=fact.value, period=fact.note))
