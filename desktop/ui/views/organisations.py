"""Organisations: every body that the documents name, in order of the alphabet."""

from __future__ import annotations

from desktop.domain.records import Kind, Organisation, Record
from desktop.l10n import labels
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail, by_title
from desktop.ui.lists.record_list import Row


class OrganisationsView(ListDetail):
    """All organisations with their type."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: by_title(context, Kind.ORGANISATION), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if not isinstance(record.details, Organisation):
            raise TypeError(record.id)
        type_ = language.gettext(labels.TYPE[record.details.type])
        return Row(record.id, record.title[language.code], type_)
