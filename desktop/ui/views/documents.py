"""Documents: each source document with its sections, whose digests tell what it says."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.library import sections_of
from desktop.domain.records import Document, Kind, Record
from desktop.l10n import labels
from desktop.sheets.record_rows import rows_of
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class DocumentsView(ListDetail):
    """The documents by importance, each followed by its sections in the order of its paragraphs."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: in_reading_order(context), self._row)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if isinstance(record.details, Document):
            subtitle = language.gettext(labels.KIND[record.kind])
        else:
            subtitle = " ".join(
                language.gettext("{label}: {value}").format(label=label, value=value)
                for label, value in rows_of(record, language)
            )
        return Row(record.id, record.title[language.code], subtitle)


def in_reading_order(context: Context) -> Sequence[Record]:
    """Every document, then its sections."""
    return [
        record
        for document in context.library.list(Kind.DOCUMENT)
        for record in (document, *sections_of(context.library, document.id))
    ]
