"""Map: the country's places, coloured by what the atlas counts or states of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Kind
from desktop.sheets.map.measures import USUAL
from desktop.sheets.map.page import MapWriter, OfferGroup
from desktop.ui.charts.file_forms import FileForm
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.home.map_section import outlines_in
from desktop.ui.map.bar import MapBar
from desktop.ui.map.saving import MapSaver
from desktop.ui.map.section import ColouredSection
from desktop.ui.record.pane import RecordPane
from desktop.ui.view import View

VIEW, FILTER = "map", "colour"
COLOUR_KEY = "map.colour"
# Of the width, the map has about so many hundredths while a page stands beside it.
_MAP, _PAGE = 52, 48


class MapView(View):
    """The map with the list of its places, and the page of the one that was opened.

    What it is coloured by stands in the filters of its address; without one it is what was chosen
    last.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._address = Address(VIEW)
        self._key = ""
        self.section = ColouredSection(context)
        self.section.record_asked.connect(self._open)
        self.section.figure_asked.connect(self.record_asked)
        self.bar = MapBar(context, self._figures)
        self.bar.colour_chosen.connect(self.colour_by)
        self.bar.form_chosen.connect(self._save)
        self.bar.close_asked.connect(self._close)
        self.bar.close_page.hide()
        self.saver = MapSaver(context, self, list(outlines_in(context.resources)))
        self.pane = RecordPane(context)
        self.pane.record_asked.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        self.area = QScrollArea()
        self.area.setObjectName("page")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.section)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.pane)
        self.pane.hide()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(0, _MAP)
        self.splitter.setStretchFactor(1, _PAGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.splitter, 1)

    def show_address(self, address: Address) -> None:
        # A record that there is not ends it here, before anything is another.
        record = self.context.library.get(address.record) if address.record else None
        self._address = address
        wanted = dict(address.filters).get(FILTER) or self.context.settings.get(COLOUR_KEY, USUAL)
        self._colour(self._writer().known(wanted))
        if record is None or record.id != self.pane.record_id:
            self.pane.show_record(record)
        self._share_room(is_beside=record is not None)
        self.section.show_opened(record.id if record else None)

    def retranslate(self) -> None:
        self.pane.retranslate()
        if self._key:
            key, self._key = self._key, ""
            self._colour(key)

    def colour_by(self, key: str) -> None:
        """Colour the map by a count or by a figure, from now on; what is open stays open."""
        self._colour(key)
        self.context.settings.put(COLOUR_KEY, key)
        self._address = self._refined()
        self.address_refined.emit(self._address)
        if page := self.section.page:
            self.context.say(page.title)

    @property
    def record_id(self) -> str | None:
        return self._address.record

    @property
    def is_empty(self) -> bool:
        return self.section.page is None or not self.section.page.places

    def lists(self, record_id: str) -> bool:
        page = self.section.page
        return page is not None and any(place.record == record_id for place in page.places)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        pages = [self.pane.page] if not self.pane.isHidden() else []
        return [self.section.map, self.section.list, *pages]

    def _page(self) -> QScrollArea | None:
        return self.pane.page if not self.pane.isHidden() else self.area

    def _writer(self) -> MapWriter:
        return MapWriter(self.context.describer, self.context.country())

    def _figures(self) -> Sequence[OfferGroup]:
        return self._writer().figures_offered()

    def _colour(self, key: str) -> None:
        """Show what a key stands for, if it is not what is shown."""
        if key == self._key:
            return
        self._key = key
        writer = self._writer()
        page = writer.page(key)
        self.section.show_page(page)
        self._fit()
        self.bar.show_page(page, writer.counts_offered())

    def _refined(self) -> Address:
        """Where one is, with what the map is coloured by."""
        return replace(self._address, filters=((FILTER, self._key),))

    def _open(self, record_id: str) -> None:
        """A place of the map opens beside it, any other record where it belongs."""
        if record_id.startswith(f"{Kind.PLACE}/") and self.lists(record_id):
            self.address_asked.emit(replace(self._refined(), record=record_id))
        else:
            self.record_asked.emit(record_id)

    def _close(self) -> None:
        self.address_asked.emit(replace(self._refined(), record=None))
        self.section.map.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share_room(self, *, is_beside: bool) -> None:
        if is_beside is not self.pane.isHidden():
            return
        self.pane.setVisible(is_beside)
        self.bar.close_page.setVisible(is_beside)
        if is_beside:
            width = self.splitter.width()
            self.splitter.setSizes([width * _MAP // 100, width * _PAGE // 100])
        self._fit()

    def _fit(self) -> None:
        self.section.fit(self.area.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _save(self, form: FileForm) -> None:
        if page := self.section.page:
            self.saver.ask(page, form)
