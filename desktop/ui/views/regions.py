"""Regions: the places of the atlas as they lie in one another, each alone or beside another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMenu

from desktop.domain.records import Place, Record
from desktop.l10n import labels
from desktop.sheets.place.portrait import counts_of, counts_text
from desktop.sheets.place.tree import PlaceNode, place_tree
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.record.comparison import ComparisonView
from desktop.ui.widgets.menu_button import OpeningButton
from desktop.ui.widgets.record_tree_model import ID_ROLE, Branch
from desktop.ui.widgets.tree_detail import TreeDetail


class RegionsView(TreeDetail):
    """Countries that have regions, with all that lies in them, then the other places.

    An address with a record beside shows the two places next to each other.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._address = Address("")
        # Counting costs more than saying it anew in another language.
        self._counts: dict[str, tuple[int, int]] = {}
        self.comparison = ComparisonView(context)
        self.comparison.record_asked.connect(self.record_asked)
        self.comparison.swap_asked.connect(self._swap)
        self.comparison.close_asked.connect(self._close)
        self.right.addWidget(self.comparison)
        self.compare_menu = QMenu(self)
        self.compare_menu.aboutToShow.connect(self._fill_menu)
        self.compare_button = OpeningButton("facet")
        self.compare_button.setObjectName("compare")
        self.compare_button.opened.connect(self._open_menu)
        self.left.addWidget(self.compare_button)
        context.theme_changed.connect(self._recolour)
        self._recolour()
        self.tree.clicked.connect(self._leave)

    def branches(self) -> Sequence[Branch]:
        tree = place_tree(self.context.library)
        others = [self._branch(node) for node in tree.others]
        heading = [Branch("", self.context.language.gettext("Other places"))] if others else []
        return [*(self._branch(node) for node in tree.countries), *heading, *others]

    def first(self) -> Record | None:
        return self.context.country()

    def retranslate(self) -> None:
        tr = self.context.language.gettext
        self.tree.setAccessibleName(tr("Places"))
        self.compare_button.setText(tr("Compare with…"))
        # What it said in another language; it is filled again when it is opened.
        self.compare_menu.clear()
        is_new = not self.tree.branches.rowCount()
        super().retranslate()
        if is_new:
            self.tree.expandAll()
        self.comparison.retranslate()

    def show_address(self, address: Address) -> None:
        record = self.context.library.get(address.record) if address.record else self.first()
        beside = self.context.library.get(address.beside) if address.beside else None
        self._address = replace(address, record=record.id if record else None)
        self.tree.select(self._address.record)
        if record is None or beside is None or beside.id == record.id:
            self.comparison.clear()
            if record is None or record.id != self.pane.record_id:
                self.pane.show_record(record)
            self.right.setCurrentWidget(self.pane)
        else:
            self.pane.show_record(None)
            self.comparison.show_places(record, beside)
            self.right.setCurrentWidget(self.comparison)

    def focus_page(self) -> None:
        if self.right.currentWidget() is self.comparison:
            self.comparison.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_page()

    @property
    def record_id(self) -> str | None:
        return self._address.record

    def _branch(self, node: PlaceNode) -> Branch:
        language = self.context.language
        return Branch(
            node.record.id,
            node.record.title[language.code],
            self._note(node.record),
            tuple(self._branch(part) for part in node.parts),
        )

    def _note(self, place: Record) -> str:
        language = self.context.language
        details = place.details
        type_ = language.gettext(labels.TYPE[details.type]) if isinstance(details, Place) else ""
        if place.id not in self._counts:
            self._counts[place.id] = counts_of(self.context.library, place)
        counts = counts_text(self._counts[place.id], language)
        if not counts:
            return type_
        return language.gettext("{type} · {counts}").format(type=type_, counts=counts)

    def _leave(self, clicked: QModelIndex) -> None:
        """A place that is chosen already leads out of its comparison with another."""
        if self._address.beside and clicked.data(ID_ROLE) == self.record_id:
            self._close()

    def _open_menu(self) -> None:
        self.compare_menu.popup(self.compare_button.below())

    def _recolour(self) -> None:
        self.compare_button.setIcon(self.context.icon("chevron-down"))

    def _fill_menu(self) -> None:
        """Countries and regions, which are compared most, then the rest one level down."""
        tr = self.context.language.gettext
        tree = place_tree(self.context.library)
        regions = [part for country in tree.countries for part in country.parts]
        self.compare_menu.clear()
        self._add_places(self.compare_menu, [*tree.countries, *regions])
        self.compare_menu.addSeparator()
        for region in regions:
            title = region.record.title[self.context.language.code]
            self._add_submenu(tr("Places in {place}").format(place=title), region.parts)
        self._add_submenu(tr("Other places"), tree.others)

    def _add_submenu(self, title: str, nodes: Iterable[PlaceNode]) -> None:
        places = [each for node in nodes for each in node.all()]
        if places:
            self._add_places(self.compare_menu.addMenu(title), places)

    def _add_places(self, menu: QMenu, nodes: Iterable[PlaceNode]) -> None:
        for node in nodes:
            place = node.record
            if place.id != self.record_id:
                action = menu.addAction(place.title[self.context.language.code])
                action.triggered.connect(lambda _checked, id_=place.id: self._compare(id_))

    def _compare(self, beside: str) -> None:
        self.address_asked.emit(replace(self._address, beside=beside))

    def _swap(self) -> None:
        here = self._address
        self.address_asked.emit(replace(here, record=here.beside, beside=here.record))

    def _close(self) -> None:
        self.address_asked.emit(replace(self._address, beside=None))
