"""Regions: the places of the atlas, the most important first."""

from __future__ import annotations

from desktop.domain.records import Kind, Place, Record
from desktop.l10n import labels
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class RegionsView(ListDetail):
    """Countries, regions and cities."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: context.library.list(Kind.PLACE), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        type_ = record.details.type if isinstance(record.details, Place) else ""
        return Row(record.id, record.title[language.code], language.gettext(labels.TYPE[type_]))
