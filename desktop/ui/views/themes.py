"""Themes: value chains, challenges, actions, opportunities and the like, type by type."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.records import Kind, Record, Theme
from desktop.l10n import labels
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class ThemesView(ListDetail):
    """All themes: those of a type together, in each the most important first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: by_type(context), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        type_ = language.gettext(labels.TYPE[_type(record)])
        return Row(record.id, record.title[language.code], type_)


def by_type(context: Context) -> Sequence[Record]:
    """The themes in the order in which the interface lists their types."""
    order = list(labels.TYPE)
    return sorted(context.library.list(Kind.THEME), key=lambda record: order.index(_type(record)))


def _type(record: Record) -> str:
    if not isinstance(record.details, Theme):
        raise TypeError(record.id)
    return record.details.type
