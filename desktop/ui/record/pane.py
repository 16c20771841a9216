"""A record on the screen, with what one can do with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.record.page import RecordPageView


class RecordPane(QWidget):
    """The page of one record. `record_asked` carries the id of a linked record that was clicked."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.page = RecordPageView(context)
        self.page.record_asked.connect(self.record_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    @property
    def record_id(self) -> str | None:
        """The record that is shown."""
        return self.page.record_id

    def show_record(self, record: Record | None) -> None:
        """Show a record from its beginning; None for an empty page."""
        if record is None:
            self.page.clear()
        else:
            self.page.show_record(record)

    def retranslate(self) -> None:
        """Show the same in the language of the moment."""
        self.page.retranslate()
