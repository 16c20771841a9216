"""The coloured map with its legend, its notes, and the list of its places below or beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.sheets.map.page import MapPage
from desktop.ui.charts.map_legend import MapLegend
from desktop.ui.context import Context
from desktop.ui.home.map_section import MapSection
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Area, height_of, stacked, wrap
from desktop.ui.widgets.text import text_label

# From so many characters on the list stands beside the map, with this share of the width.
_BESIDE = 96
_LIST = 0.34
_MOST_CHARACTERS = 190
# A map that is lower than so many lines of text has no room for its names: then one scrolls.
_LEAST_LINES = 18


class ColouredSection(MapSection):
    """The same map and list as at home, with a title, a legend, and what must be known to read it.

    `figure_asked` carries the id of the figure that the map is coloured by.
    """

    figure_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.page: MapPage | None = None
        self.title = text_label("", Role.HEADING)
        self.counted = text_label("", Role.SMALL, "muted")
        self.legend = MapLegend(context)
        self.notes = text_label("", Role.SMALL)
        self.source = text_label("", Role.SMALL, "muted")
        self.figure_button = QPushButton()
        self.figure_button.setProperty("look", "facet")
        self.figure_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.figure_button.clicked.connect(self._ask_figure)
        wrap(self.title, self.counted, self.notes, self.source)
        self._map_parts: Sequence[QWidget] = (
            self.title,
            self.counted,
            self.legend,
            self.map,
            self.notes,
            self.source,
            self.credit,
            self.figure_button,
        )
        self.set_children((*self._map_parts, self.list))

    def show_page(self, page: MapPage) -> None:
        """Show a map as a page describes it."""
        self.page = page
        tr = self._context.language.gettext
        self.map.show_page(page)
        self.list_places(page.places)
        self.legend.show_page(page)
        self.title.setText(page.title)
        self.counted.setText(page.legend_title)
        self.notes.setText("\n".join(page.notes))
        sentence = tr("Source: {source}")
        source = sentence.format(source=page.source)
        self.source.setText(f"{source}\n{page.age}" if page.age else source)
        self.figure_button.setText(tr("Open the figure with its source"))
        self.figure_button.setVisible(bool(page.figure))
        self.forget()
        self.updateGeometry()
        self.place()

    def fit(self, height: int) -> None:
        """Let title, legend and map be seen at once in a frame so high, if that is not too low."""
        above = (self.title, self.counted, self.legend)
        width = self.map.width()
        taken = sum(height_of(part, width) + space(Space.SMALL) for part in above)
        free = height - taken - 2 * space(Space.MEDIUM)
        lines = max(_LEAST_LINES, free // self.fontMetrics().height())
        if lines != self.map.most_lines:
            self.map.most_lines = lines
            self.forget()
            self.updateGeometry()
            self.place()

    def arrange(self, width: int) -> Iterable[Area]:
        margin, gap = space(Space.LARGE), space(Space.SMALL)
        character = self.fontMetrics().averageCharWidth()
        most = min(width, character * _MOST_CHARACTERS)
        room = QRect(margin, space(Space.MEDIUM), most - 2 * margin, 0)
        if width < character * _BESIDE:
            yield from stacked((*self._map_parts, self.list), room, gap)
            return
        aside = round(room.width() * _LIST)
        between = space(Space.LARGE)
        left = room.width() - aside - between
        yield from stacked(self._map_parts, QRect(margin, room.top(), left, 0), gap)
        beside = QRect(margin + left + between, room.top(), aside, 0)
        yield from stacked((self.list,), beside, gap)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + space(Space.MEDIUM)

    def _ask_figure(self) -> None:
        if self.page and self.page.figure:
            self.figure_asked.emit(self.page.figure)
