"""The bar above a list: what it is narrowed by, how many are left, how it is sorted and grouped."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal

from desktop.domain.browsing import Facet
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import GROUPED_BY, UNGROUPED, facet_title
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.narrowing_bar import Chosen, NarrowingBar
from desktop.ui.lists.spec import CatalogueSpec
from desktop.ui.widgets.menu_button import ChoiceButton


class FacetBar(NarrowingBar):
    """Shows what a catalogue is narrowed to, and lets it be changed.

    `chosen_changed` carries the new `Chosen`; `sorting_chosen` and `grouping_chosen` the number of
    a sorting or a grouping of the catalogue. `count_values` says how many records each value of a
    facet would leave.
    """

    chosen_changed = Signal(object)
    sorting_chosen = Signal(int)
    grouping_chosen = Signal(int)

    def __init__(
        self,
        context: Context,
        spec: CatalogueSpec,
        lookup: Lookup,
        count_values: Callable[[Facet], Mapping[str, int]],
    ) -> None:
        super().__init__(context, lookup, spec.facets)
        self._spec = spec
        self._count_values = count_values
        self._chosen: Chosen = ()
        self.sorting = ChoiceButton(len(spec.sortings))
        self.sorting.chosen.connect(self.sorting_chosen)
        self.grouping = ChoiceButton(len(spec.groupings))
        self.grouping.chosen.connect(self.grouping_chosen)
        for tool in (self.sorting, self.grouping):
            self.add_tool(tool)
        if len(spec.groupings) == 1:
            self.grouping.hide()
        self.clear.clicked.connect(lambda: self.chosen_changed.emit(()))
        context.theme_changed.connect(self.recolour)
        self.recolour()

    def show_state(self, chosen: Chosen, count: str, sorting: int, grouping: int) -> None:
        """Show what is chosen, in the language of the moment; `count` says how many are left."""
        self._chosen = chosen
        tr = self._lookup.language.gettext
        for facet, button in self.buttons.items():
            title = facet_title(facet, self._lookup)
            number = sum(each is facet for each, _value in chosen)
            button.setText(
                tr("{facet} ({number})").format(facet=title, number=number) if number else title
            )
            button.setAccessibleName(tr("Narrow by: {facet}").format(facet=button.text()))
        self.count.setText(count)
        sortings = [tr(each.title) for each in self._spec.sortings]
        spoken = tr("Sorted: {choice}").format(choice=sortings[sorting])
        self.sorting.show_choice(sorting, sortings, spoken)
        groupings = [tr(GROUPED_BY[each] if each else UNGROUPED) for each in self._spec.groupings]
        spoken = tr("Grouped: {choice}").format(choice=groupings[grouping])
        self.grouping.show_choice(grouping, groupings, spoken)
        self.show_chips(chosen)
        self.clear.setText(tr("Clear all"))
        self.clear.setVisible(len(chosen) > 0)

    def chosen_values(self) -> Chosen:
        return self._chosen

    def counts(self, facet: Facet) -> Mapping[str, int]:
        return self._count_values(facet)

    def toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        others = tuple(pair for pair in self._chosen if pair != (facet, value))
        self.chosen_changed.emit((*others, (facet, value)) if is_chosen else others)

    def remove(self, number: int) -> None:
        self.chosen_changed.emit((*self._chosen[:number], *self._chosen[number + 1 :]))

    def recolour(self) -> None:
        super().recolour()
        for button in (self.sorting, self.grouping):
            button.setIcon(self._context.icon("chevron-down"))
