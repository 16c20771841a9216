"""People: whom the documents name, in the role that they then held."""

from __future__ import annotations

from desktop.domain.records import Kind, Person, Record
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail, by_title
from desktop.ui.lists.record_list import Row


class PeopleView(ListDetail):
    """All people with their role."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: by_title(context, Kind.PERSON), self._row)

    def _row(self, record: Record) -> Row:
        code = self.context.language.code
        if not isinstance(record.details, Person):
            raise TypeError(record.id)
        return Row(record.id, record.title[code], record.details.role[code])
