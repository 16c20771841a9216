"""A table of records beside the page of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.model import RecordModel
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.sections import Section
from desktop.ui.lists.spec import CellText, Column


class RecordsView(ListDetail):
    """Shows `sections()` as a table, and a record of it, or another, on its page."""

    def __init__(
        self,
        context: Context,
        columns: Sequence[Column],
        mark: CellText | None,
        title_characters: int,
    ) -> None:
        self.lookup = Lookup(context.library, context.language)
        self.model = RecordModel(self.lookup, columns, mark)
        self.table = RecordTable(self.model, title_characters)
        super().__init__(context, self.model, self.table)

    def sections(self) -> Sequence[Section]:
        """The records that the table shows, in order."""
        raise NotImplementedError

    def title(self) -> str:
        """What the titles in the table are titles of, in the language of the moment."""
        return self.context.language.gettext("Records")

    def retranslate(self) -> None:
        self.lookup.speak(self.context.language)
        self.table.setAccessibleName(self.title())
        self.refresh()
        self.pane.retranslate()

    def refresh(self) -> None:
        """Show the records anew; what is open stays open, and where it was."""
        shown = self.pane.record_id
        place = self.table.place_of(shown)
        self.model.set_sections(self.sections(), self.title())
        self._select(shown)
        self.table.put_back(place)

    def show_address(self, address: Address) -> None:
        """Show a record, in the list or not; without one, the first of the list."""
        shown = address.record or self.model.first_id()
        self._select(shown)
        if shown is None:
            self.pane.show_record(None)
        elif shown != self.pane.record_id:
            self.pane.show_record(self.lookup.record(shown))
