"""Glossary: abbreviations, words of the field and what figures measure, alphabetically."""

from __future__ import annotations

from desktop.domain.records import Kind, Record, Term
from desktop.l10n import labels
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail, by_title
from desktop.ui.lists.record_list import Row


class GlossaryView(ListDetail):
    """All terms, with what an abbreviation stands for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: by_title(context, Kind.TERM), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if not isinstance(record.details, Term):
            raise TypeError(record.id)
        if record.details.expansion:
            subtitle = record.details.expansion[language.code]
        else:
            subtitle = language.gettext(labels.TYPE[record.details.type])
        return Row(record.id, record.title[language.code], subtitle)
