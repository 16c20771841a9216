"""A catalogue: records that one narrows, sorts and groups, beside the page of one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from desktop.domain.browsing import Browse, Facet, Order
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.facet_bar import FacetBar
from desktop.ui.lists.facet_values import is_known
from desktop.ui.lists.narrowing_bar import Chosen
from desktop.ui.lists.nothing_fits import NothingFits
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.lists.sections import Section, sections_of
from desktop.ui.lists.spec import NARROW_KEY, CatalogueSpec
from desktop.ui.lists.type_ahead import beginning_with


class CatalogueView(RecordsView):
    """The catalogue of a `CatalogueSpec`.

    What is chosen stands in the filters of its address; how it is sorted and grouped stays as it
    is while the program runs.
    """

    def __init__(self, context: Context, spec: CatalogueSpec) -> None:
        super().__init__(context, spec.columns, spec.mark, spec.title_characters)
        self.spec = spec
        self._chosen: Chosen = ()
        self._sorting = self._grouping = 0
        self._asked: str | None = None
        self._total = 0
        self.bar = FacetBar(context, spec, self.lookup, self._count_values)
        self.bar.chosen_changed.connect(self.narrow)
        self.bar.sorting_chosen.connect(self.sort)
        self.bar.grouping_chosen.connect(self.group)
        self.nothing_fits = NothingFits(spec.nothing_fits)
        self.nothing_fits.clear.clicked.connect(lambda: self.narrow(()))
        self.table.sorting_asked.connect(self._sort_by_column)
        self.table.typed.connect(self._go_to_title)
        # Of the views of a window only the visible one answers.
        QShortcut(NARROW_KEY, self, self._focus_bar)
        self.lay_out(self.bar, self.nothing_fits)
        self.column.setStretchFactor(self.nothing_fits, 1)

    @property
    def browse(self) -> Browse:
        """What the list shows, as a question to the library."""
        sorting = self.spec.sortings[self._sorting]
        return Browse(
            self.spec.kinds,
            self.lookup.language.code,
            self._chosen,
            sorting.order,
            sorting.descending,
            self.spec.groupings[self._grouping],
        )

    def sections(self) -> Sequence[Section]:
        browse = self.browse
        groups = self.context.library.browse(browse)
        once = browse.group in self.spec.once
        sorting = self.spec.sortings[self._sorting]
        return sections_of(groups, browse.group, sorting, self.lookup, once=once)

    def title(self) -> str:
        return self.context.language.gettext(self.spec.title)

    def refresh(self) -> None:
        super().refresh()
        is_empty = self.model.records == 0
        self.splitter.setHidden(is_empty)
        self.nothing_fits.setVisible(is_empty)
        self.nothing_fits.retranslate(self.context.language)
        self._show_state()

    def show_address(self, address: Address) -> None:
        chosen = tuple(
            (Facet(facet), value)
            for facet, value in address.filters
            if facet in set(Facet) and is_known(Facet(facet), value, self.lookup)
        )
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
        self._asked = address.record
        super().show_address(address)

    def ask(self, record_id: str) -> None:
        """A record of the list opens in the list as it is narrowed, any other where it belongs."""
        if self._chosen and self.lists(record_id):
            self.address_asked.emit(replace(self._address(), record=record_id))
        else:
            super().ask(record_id)

    def narrow(self, chosen: Chosen) -> None:
        """Show what fits these choices; the record that is open stays, if it fits."""
        self._chosen = chosen
        self.refresh()
        shown = self.pane.record_id
        stays = shown is not None and self.lists(shown)
        self._asked = shown if stays and shown != self.model.first_id() else None
        address = self._address()
        super().show_address(address)
        self.address_refined.emit(address)
        self.context.say(self.bar.count.text())

    def sort(self, number: int) -> None:
        """Sort by another of the catalogue's sortings."""
        self._sorting = number
        self.refresh()

    def group(self, number: int) -> None:
        """Group by another of the catalogue's groupings."""
        self._grouping = number
        self.refresh()

    def _address(self) -> Address:
        filters = tuple((facet.value, value) for facet, value in self._chosen)
        return Address(self.spec.key, self._asked, filters=filters)

    def _show_state(self) -> None:
        self.bar.show_state(self._chosen, self._count(), self._sorting, self._grouping)
        sorting = self.spec.sortings[self._sorting]
        orders = [Order.TITLE, *(column.order for column in self.spec.columns)]
        column = orders.index(sorting.order) if sorting.order in orders else None
        self.table.show_sorting(column, sorting.descending)

    def _count(self) -> str:
        language = self.lookup.language
        if self._total == 0:
            browse = Browse(self.spec.kinds, language.code)
            self._total = sum(len(group.ids) for group in self.context.library.browse(browse))
        total = language.number(self._total)
        if not self._chosen:
            return self.spec.count(language, self._total).format(number=total)
        number = language.number(self.model.records)
        return self.spec.narrowed_count(language, self._total).format(number=number, total=total)

    def _count_values(self, facet: Facet) -> Mapping[str, int]:
        return self.context.library.facet_counts(self.browse, facet)

    def _sort_by_column(self, column: int) -> None:
        """Sort by a column: first its usual way, and the other way when it is sorted so."""
        order = self.spec.columns[column - 1].order if column else Order.TITLE
        ways = [number for number, each in enumerate(self.spec.sortings) if each.order is order]
        if ways:
            here = ways.index(self._sorting) if self._sorting in ways else -1
            self.sort(ways[(here + 1) % len(ways)])
        else:
            self._show_state()

    def _go_to_title(self, letters: str) -> None:
        """Go to the next row whose title begins so, from the one where one is."""
        browse = replace(self.browse, order=Order.TITLE, descending=False, group=None)
        (all_of_them,) = self.context.library.browse(browse)
        found = beginning_with(letters, all_of_them.ids, self.lookup)
        # A single letter goes on to the next title; more letters may still fit the one that it is.
        here = self.table.currentIndex().row() + (len(letters) == 1)
        row = self.model.next_row(found, here)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _focus_bar(self) -> None:
        next(iter(self.bar.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
