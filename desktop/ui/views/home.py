"""Home: the country's own page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.record.pane import RecordPane
from desktop.ui.view import View


class HomeView(View):
    """The record page of the country, over the whole width."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pane = RecordPane(context)
        self.pane.record_asked.connect(self.record_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)

    def show_address(self, address: Address) -> None:
        self.pane.show_record(self.context.country())

    def retranslate(self) -> None:
        self.pane.retranslate()

    @property
    def record_id(self) -> str | None:
        return self.pane.record_id
