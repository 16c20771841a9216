"""Home: the country's own page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.record_page import RecordPageView


class HomeView(QWidget):
    """The record page of the country, over the whole width."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.page = RecordPageView(context)
        self.page.record_asked.connect(self.record_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_record(self, record: Record | None) -> None:
        """Show a record; without one, the country."""
        self.page.show_record(record or self._context.country())
