"""Figures: each value with its period."""

from __future__ import annotations

from desktop.domain.records import Figure, Kind, Record
from desktop.sheets.values import value_text, when_text
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class FiguresView(ListDetail):
    """All figures, the most important first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: context.library.list(Kind.FIGURE), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if not isinstance(record.details, Figure):
            raise TypeError(record.id)
        subtitle = language.gettext("{value} ({period})").format(
            value=value_text(record.details, language), period=when_text(record.details, language)
        )
        return Row(record.id, record.title[language.code], subtitle)
