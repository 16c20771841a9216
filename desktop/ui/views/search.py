"""Search: what was typed in the search box, found while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.queries import Hit, SearchQuery
from desktop.domain.records import Record
from desktop.l10n import labels
from desktop.sheets.listing import record_snippet
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row
from desktop.ui.look.typography import Role, set_role


class SearchView(ListDetail):
    """The records that match the query, best first, with the piece of text that shows why."""

    def __init__(self, context: Context) -> None:
        self._hits: dict[str, Hit] = {}
        self.query = SearchQuery.parse("")
        self.summary = QLabel()
        super().__init__(context, self._found, self._row)
        self.summary.setObjectName("searchSummary")
        self.summary.setMargin(self.fontMetrics().height() // 2)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.summary, Role.LABEL)
        self.column.insertWidget(0, self.summary)

    def show_address(self, address: Address) -> None:
        if address.query != self.query.text or not self._hits:
            self._search(address.query)
        super().show_address(address)

    def _search(self, query: str) -> None:
        self.query = SearchQuery.parse(query)
        self.retranslate()
        self.context.say(self.summary.text())

    def retranslate(self) -> None:
        """Find again: what is shown, and in which order, goes by the language of the moment."""
        hits = self.context.library.search(self.query, self.context.language.code)
        self._hits = {hit.record.id: hit for hit in hits}
        super().retranslate()
        self.summary.setText(self._summary())

    def _found(self) -> Sequence[Record]:
        return [hit.record for hit in self._hits.values()]

    def _summary(self) -> str:
        language = self.context.language
        if not self.query.phrases:
            return language.gettext("Type a word in any language: a place, a programme, a theme.")
        query = " ".join(self.query.text.split())
        shown = query if len(query) <= 60 else query[:60] + "…"
        if not self._hits:
            sentence = language.gettext("Nothing found for “{query}”. Try fewer or other words.")
            return sentence.format(query=shown)
        count = len(self._hits)
        if count >= self.query.limit:
            sentence = language.gettext("The first {count} results for “{query}”")
            return sentence.format(count=language.number(count), query=shown)
        sentence = language.ngettext(
            "{count} result for “{query}”", "{count} results for “{query}”", count
        )
        return sentence.format(count=language.number(count), query=shown)

    def _row(self, record: Record) -> Row:
        language = self.context.language
        found = record_snippet(self.context.describer, record, self._hits[record.id].matched)
        subtitle = language.gettext("{kind}: {text}").format(
            kind=language.gettext(labels.KIND[record.kind]), text=found.text
        )
        return Row(record.id, record.title[language.code], subtitle)
