"""Home: the country in short, for someone who has ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from desktop.domain.records import Record
from desktop.sheets.home.top import KeyRecord, home_top, key_records
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.home.body import HomeBody
from desktop.ui.view import View

if TYPE_CHECKING:
    from desktop.ui.home.rest import HomeRest


class HomeView(View):
    """One page of all that one asks first: its top at once, the rest after the first paint.

    What is chosen for it stays the same, and so do its widgets: a switch of the language changes
    their words, and not where one is.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._country: Record | None = None
        self._figures: tuple[KeyRecord, ...] = ()
        self._has_arrived = False
        self.rest: HomeRest | None = None
        self.body = HomeBody(context)
        self.body.record_asked.connect(self.record_asked)
        self.body.painted.connect(self._go_on)
        self.page = QScrollArea()
        self.page.setObjectName("page")
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_address(self, address: Address) -> None:
        if self.rest:
            self.rest.recent.refresh()
        elif self._has_arrived:
            self._complete()
        self._has_arrived = True

    def retranslate(self) -> None:
        describer = self.context.describer
        if self._country is None:
            self._country = self.context.country()
            self._figures = key_records(describer, self._country)
        top = home_top(self._country, self._figures, describer)
        self.page.setAccessibleName(top.title)
        self.body.show_top(top)
        if self.rest:
            self.rest.retranslate()
        self.body.forget_all()

    @property
    def record_id(self) -> str | None:
        return self._country.id if self._country else None

    def _go_on(self) -> None:
        """Who went on at once to another view does not wait for what is not seen there."""
        if self.isVisible():
            self._complete()

    def _complete(self) -> None:
        """Add all that the top of home is not."""
        if self.rest is None and self._country:
            from desktop.ui.home.rest import HomeRest

            self.rest = HomeRest(self.context, self._country, self.body)
            self.rest.record_asked.connect(self.record_asked)
            self.rest.address_asked.connect(self.address_asked)
            self.rest.retranslate()
            self.body.forget_all()
            self.lay_out_at_once()
