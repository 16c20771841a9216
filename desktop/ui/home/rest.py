"""What home shows below its top: made right after the first paint, because start-up counts."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.domain.records import Record
from desktop.sheets.home.choice import choose_home
from desktop.sheets.home.page import home_page
from desktop.ui.context import Context
from desktop.ui.home.body import HomeBody
from desktop.ui.home.map_section import MapSection
from desktop.ui.home.moments import MomentLists
from desktop.ui.home.recent import Recent
from desktop.ui.home.ways import WaysIn


class HomeRest(QObject):
    """Map, milestones, ways in and what was opened last, as parts of a body.

    `record_asked` carries the id of a record, `address_asked` an Address that was chosen.
    """

    record_asked = Signal(str)
    address_asked = Signal(object)

    def __init__(self, context: Context, country: Record, body: HomeBody) -> None:
        super().__init__(body)
        self._context = context
        self._choice = choose_home(context.library, country, context.language, context.today)
        self.map = MapSection(context)
        self.moments = MomentLists(context)
        self.ways = WaysIn(context)
        self.recent = Recent(context)
        parts = (self.map, self.moments, self.ways, self.recent)
        for part in (self.map, self.moments, self.recent):
            part.record_asked.connect(self.record_asked)
        for part in (self.moments, self.ways):
            part.address_asked.connect(self.address_asked)
        body.add_parts(parts, (self.map, self.ways, self.recent))

    def retranslate(self) -> None:
        """Show all parts in the language of the moment."""
        page = home_page(self._choice, self._context.describer)
        self.map.show_places(page.places)
        self.moments.show_page(page)
        self.ways.show_page(page)
        self.recent.refresh()
