"""What every view of the window can do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.record_page import RecordPageView


class View(QWidget):
    """A widget with a record page in it; `record_asked` carries a record that someone chose.

    The window answers `record_asked` with `show_record`, so that every way to a record, by list,
    link, history or search, goes through the same door.
    """

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.page = RecordPageView(context)
        self.page.record_asked.connect(self.record_asked)

    def show_record(self, record: Record | None) -> None:
        """Show a record; without one, the view's own first."""
        raise NotImplementedError

    def search(self, query: str) -> None:
        """Take up what the search box says; most views leave that to the search view."""

    def lists(self, record_id: str) -> bool:
        """Whether the record stands in a list of this view."""
        return False
