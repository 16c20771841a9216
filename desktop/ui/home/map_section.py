"""The map with the list of its places: whoever stands out in one stands out in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from desktop.domain.outlines import Outline, read_outlines
from desktop.sheets.map.places import MapPlace
from desktop.ui.charts.map_view import MapView
from desktop.ui.context import Context
from desktop.ui.home.place_list import PlaceList
from desktop.ui.look.typography import Role, Space
from desktop.ui.widgets.placing import Column, wrap
from desktop.ui.widgets.text import text_label


class MapSection(Column):
    """`record_asked` carries the id of the place that was opened on the map or in the list."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.TIGHT)
        self._context = context
        self.map = MapView(context, list(outlines_in(context.resources)))
        self.credit = text_label("", Role.SMALL, "muted")
        self.list = PlaceList()
        self.set_children((self.map, self.credit, self.list))
        wrap(self.credit)
        self.opened: str | None = None
        for part in (self.map, self.list):
            part.place_asked.connect(self.record_asked)
        self.map.place_marked.connect(self._mark_in_list)
        self.list.place_marked.connect(self._mark_on_map)

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show places, or the same ones in the language of the moment."""
        self.map.show_places(places)
        self.list_places(places)

    def list_places(self, places: Sequence[MapPlace]) -> None:
        """Show the places in the list, and what belongs to the map, whichever way it is drawn."""
        tr = self._context.language.gettext
        self.list.show_places(places)
        self.list.setAccessibleName(tr("Places on the map"))
        self.credit.setText(tr("Outlines: Natural Earth, public domain"))
        for part in (self.map, self.credit):
            part.setVisible(self.map.is_drawn)
        self.setVisible(bool(places))

    def show_opened(self, record: str | None) -> None:
        """Let the place whose page is open stand out while nothing else does; None for none."""
        self.opened = record
        self.map.show_opened(record)
        self.list.mark(record or "")

    def _mark_in_list(self, record: str) -> None:
        self.list.mark(record or self.opened or "")

    def _mark_on_map(self, record: str) -> None:
        self.map.mark(record)
        if not record:
            self.list.mark(self.opened or "")


def outlines_in(resources: Path) -> Iterator[Outline]:
    """All outlines that there are, whichever country they are for."""
    for path in sorted((resources / "map").glob("*.geojson")):
        yield from read_outlines(path.read_text(encoding="utf-8"))
