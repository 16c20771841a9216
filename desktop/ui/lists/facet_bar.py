"""The bar above a list: what it is narrowed by, how many are left, how it is sorted and grouped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.browsing import Facet
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import (
    GROUPED_BY,
    UNGROUPED,
    facet_title,
    in_natural_order,
    value_title,
)
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.spec import CatalogueSpec
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.check_list import CheckList
from desktop.ui.widgets.chip_buttons import ChipButtons, ChipText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import ChoiceButton, IconButton, OpeningButton

# The (facet, value) pairs that are chosen.
Chosen = tuple[tuple[Facet, str], ...]


class FacetBar(QWidget):
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
        super().__init__()
        self.setObjectName("facetBar")
        self._context = context
        self._spec = spec
        self._lookup = lookup
        self._count_values = count_values
        self._chosen: Chosen = ()
        self.buttons = {facet: OpeningButton("facet") for facet in spec.facets}
        for facet, button in self.buttons.items():
            button.opened.connect(partial(self._open, facet))
        self.sorting = ChoiceButton(len(spec.sortings))
        self.sorting.chosen.connect(self.sorting_chosen)
        self.grouping = ChoiceButton(len(spec.groupings))
        self.grouping.chosen.connect(self.grouping_chosen)
        self.count = QLabel()
        set_role(self.count, Role.LABEL)
        self.clear = QPushButton(self)
        self.clear.setProperty("look", "quiet")
        set_role(self.clear, Role.LABEL)
        self.clear.clicked.connect(lambda: self.chosen_changed.emit(()))
        self._lay_out()
        self._chips = ChipButtons(context, self._state, self.clear, lambda: self._last_tool)
        self._chips.removed.connect(self._remove)
        context.theme_changed.connect(self._recolour)
        self._recolour()

    def _lay_out(self) -> None:
        facets, self._state = FlowLayout(), FlowLayout()
        for layout in (facets, self._state):
            layout.setSpacing(space(Space.TIGHT))
        for button in self.buttons.values():
            facets.addWidget(button)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(space(Space.TIGHT))
        self._last_tool: QWidget = self.grouping
        self._tools.addWidget(self.sorting)
        self._tools.addWidget(self.grouping)
        if len(self._spec.groupings) == 1:
            # Only to hide: what is shown while it has no parent is a window of its own.
            self.grouping.hide()
        top = QHBoxLayout()
        top.setSpacing(space(Space.SMALL))
        top.addLayout(facets, 1)
        top.addLayout(self._tools)
        top.setAlignment(self._tools, Qt.AlignmentFlag.AlignTop)
        self._state.addWidget(self.count)
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.TIGHT))
        column.addLayout(top)
        column.addLayout(self._state)

    def add_tool(self, tool: QWidget) -> None:
        """Put a widget of the view's own at the end of the first row."""
        self._tools.addWidget(tool)
        self.setTabOrder(self._last_tool, tool)
        self._last_tool = tool

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
        self._show_chips()

    def _show_chips(self) -> None:
        tr = self._lookup.language.gettext
        texts = [
            tr("{label}: {value}").format(
                label=facet_title(facet, self._lookup),
                value=value_title(facet, value, self._lookup),
            )
            for facet, value in self._chosen
        ]
        remove = tr("Remove {choice}")
        self._chips.show([ChipText(text, remove.format(choice=text)) for text in texts])
        self.clear.setText(tr("Clear all"))
        self.clear.setVisible(len(self._chosen) > 0)

    @property
    def chips(self) -> list[IconButton]:
        """The buttons that each take away one choice; not all of them are shown."""
        return self._chips.buttons

    def _remove(self, number: int) -> None:
        self.chosen_changed.emit((*self._chosen[:number], *self._chosen[number + 1 :]))

    def _open(self, facet: Facet) -> None:
        """Offer the values of a facet with how many records each leaves."""
        button = self.buttons[facet]
        values = CheckList(button, facet_title(facet, self._lookup))
        values.set_values(self._values(facet))
        values.toggled.connect(partial(self._toggle, facet))
        window = self.window()
        values.open(button.below(), window.geometry())

    def _values(self, facet: Facet) -> list[tuple[str, str, bool]]:
        counts = self._count_values(facet)
        chosen = {value for each, value in self._chosen if each is facet}
        sentence = self._lookup.language.gettext("{value} ({number})")
        number = self._lookup.language.number
        return [
            (
                value,
                sentence.format(
                    value=value_title(facet, value, self._lookup),
                    number=number(counts.get(value, 0)),
                ),
                value in chosen,
            )
            for value in in_natural_order(facet, counts.keys() | chosen, self._lookup)
        ]

    def _toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        others = tuple(pair for pair in self._chosen if pair != (facet, value))
        self.chosen_changed.emit((*others, (facet, value)) if is_chosen else others)

    def _recolour(self) -> None:
        opening = self._context.icon("chevron-down")
        for button in (*self.buttons.values(), self.sorting, self.grouping):
            button.setIcon(opening)
        self._chips.recolour()
