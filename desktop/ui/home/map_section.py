"""The map with the list of its places: whoever stands out in one stands out in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal

from desktop.domain.outlines import Outline, read_outlines
from desktop.sheets.home.page import MapPlace
from desktop.ui.charts.map_view import MapView
from desktop.ui.context import Context
from desktop.ui.home.place_list import PlaceList
from desktop.ui.home.placing import Column, wrap
from desktop.ui.look.typography import Role, Space
from desktop.ui.widgets.text import text_label


class MapSection(Column):
    """`record_asked` carries the id of the place that was opened on the map or in the list."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.TIGHT)
        self._context = context
        self.map = MapView(context, list(_outlines(context)))
        self.credit = text_label("", Role.SMALL, "muted")
        self.list = PlaceList()
        self.set_children((self.map, self.credit, self.list))
        wrap(self.credit)
        for part in (self.map, self.list):
            part.place_asked.connect(self.record_asked)
        self.map.place_marked.connect(self.list.mark)
        self.list.place_marked.connect(self.map.mark)

    def show_places(self, places: Sequence[MapPlace]) -> None:
        """Show places, or the same ones in the language of the moment."""
        tr = self._context.language.gettext
        self.map.show_places(places)
        self.list.show_places(places)
        self.list.setAccessibleName(tr("Places on the map"))
        self.credit.setText(tr("Outlines: Natural Earth, public domain"))
        for part in (self.map, self.credit):
            part.setVisible(self.map.is_drawn)
        self.setVisible(bool(places))


def _outlines(context: Context) -> Iterator[Outline]:
    """All outlines that there are, whichever country they are for."""
    for path in sorted((context.resources / "map").glob("*.geojson")):
        yield from read_outlines(path.read_text(encoding="utf-8"))
