"""Search: what was typed in the search box, found while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.domain.problems import N_
from desktop.domain.queries import Hit, SearchQuery
from desktop.domain.records import Record
from desktop.l10n import labels
from desktop.sheets.listing import record_snippet
from desktop.sheets.record.page import Describer
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.lists.sections import Section
from desktop.ui.lists.spec import Column
from desktop.ui.look.typography import Role, Space, set_role, space

# A long query is told by its beginning.
MOST_CHARACTERS = 60


class SearchView(RecordsView):
    """The records that match the query, best first, with the piece of text that shows why."""

    def __init__(self, context: Context) -> None:
        self._hits: dict[str, Hit] = {}
        self._describer: Describer = context.describer
        self.query = SearchQuery.parse("")
        # Wider than any list: always below the title.
        snippet = Column(N_("Found in"), self._snippet, characters=1000)
        super().__init__(context, (snippet,), kind, title_characters=0)
        self.summary = QLabel()
        self.summary.setObjectName("searchSummary")
        self.summary.setMargin(space(Space.SMALL))
        self.summary.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.summary, Role.LABEL)
        self.lay_out(self.summary)
        self.column.addStretch()

    def show_address(self, address: Address) -> None:
        if address.query != self.query.text or not self._hits:
            self.query = SearchQuery.parse(address.query)
            self.retranslate()
            # It stands above the results: the status bar need not repeat it.
            self.context.tell(self.summary.text())
        super().show_address(address)

    def retranslate(self) -> None:
        """Find again: what is shown, and in which order, goes by the language of the moment."""
        hits = self.context.library.search(self.query, self.context.language.code)
        self._hits = {hit.record.id: hit for hit in hits}
        self._describer = self.context.describer
        super().retranslate()
        self.summary.setText(self._summary())
        self.splitter.setHidden(not self._hits)

    def sections(self) -> Sequence[Section]:
        return [Section(None, list(self._hits))] if self._hits else []

    def _summary(self) -> str:
        language = self.context.language
        if not self.query.phrases:
            return language.gettext("Type a word in any language: a place, a programme, a theme.")
        query = " ".join(self.query.text.split())
        shown = query if len(query) <= MOST_CHARACTERS else query[:MOST_CHARACTERS] + "…"
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

    def _snippet(self, record: Record, lookup: Lookup) -> str:
        hit = self._hits.get(record.id)
        return record_snippet(self._describer, record, hit.matched if hit else ()).text


def kind(record: Record, lookup: Lookup) -> str:
    """The kind of a record."""
    return lookup.language.gettext(labels.KIND[record.kind])
