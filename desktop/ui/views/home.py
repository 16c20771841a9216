"""Home: the country's own page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.view import View


class HomeView(View):
    """The record page of the country, over the whole width."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_record(self, record: Record | None) -> None:
        """Show a record; without one, the country."""
        self.page.show_record(record or self.context.country())
