"""The bar of the explorer: what is measured, where and when, and what to do with the figures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton

from desktop.domain.browsing import Facet
from desktop.domain.exploring import FACETS, Exploration, value_counts
from desktop.sheets.explorer.page import choice_text
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import facet_title
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.narrowing_bar import Chosen, NarrowingBar
from desktop.ui.look.typography import Role, set_role
from desktop.ui.widgets.check_list import CheckList


class ExplorerBar(NarrowingBar):
    """Shows what is chosen, and lets it be changed: `chosen` carries the new Exploration.

    A list of values has those alone that some figure has, given the other choices, and of how many
    figures each is. `save` and `copy_address` are buttons for the view to answer.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, lookup: Lookup) -> None:
        super().__init__(context, lookup, FACETS)
        self._exploration = Exploration()
        self.save, self.copy_address = _button(), _button()
        for tool in (self.save, self.copy_address):
            self.add_tool(tool)
        self.clear.clicked.connect(self._clear)
        # The bar as a whole is a place to go to; what takes the keyboard there is its first button.
        self.setFocusProxy(self.buttons[Facet.INDICATOR])

    def show_choice(self, exploration: Exploration, count: str) -> None:
        """Show what is chosen, in the language of the moment; `count` says how many figures fit."""
        self._exploration = exploration
        tr = self._lookup.language.gettext
        for facet, button in self.buttons.items():
            button.setText(self._said(facet))
            button.setAccessibleName(tr("Choose: {facet}").format(facet=button.text()))
        self.count.setText(count)
        self.count.setVisible(bool(count))
        self.copy_address.setText(tr("Copy address"))
        self.copy_address.setToolTip(tr("Copy the command that opens this choice"))
        self.clear.setText(tr("All places and years"))
        self.clear.setVisible(len(exploration.narrowings) > 1)
        self.show_chips(exploration.narrowings)

    def recolour(self) -> None:
        super().recolour()
        self.save.setIcon(self._context.icon("bookmark"))
        self.copy_address.setIcon(self._context.icon("link"))

    def _said(self, facet: Facet) -> str:
        """What a button says: the facet, and the indicator or how many are chosen of the others."""
        tr, title = self._lookup.language.gettext, facet_title(facet, self._lookup)
        values = [value for each, value in self._exploration.chosen if each is facet]
        if not values:
            return title
        if facet is Facet.INDICATOR:
            value = self.value_text(facet, values[0])
            # To a button an ampersand is a mark.
            value = value.replace("&", "&&")
            return tr("{label}: {value}").format(label=title, value=value)
        number = self._lookup.language.number(len(values))
        return tr("{facet} ({number})").format(facet=title, number=number)

    def chosen_values(self) -> Chosen:
        return self._exploration.chosen

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """Of how many figures each value is that some figure has."""
        lookup = self._lookup
        return value_counts(lookup.library, self._exploration, facet, lookup.language.code)

    def toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        self.chosen.emit(self._exploration.toggled(facet, value, is_chosen))

    def remove(self, number: int) -> None:
        facet, value = self._exploration.narrowings[number]
        self.chosen.emit(self._exploration.toggled(facet, value, is_chosen=False))

    def value_text(self, facet: Facet, value: str) -> str:
        return choice_text(facet, value, self._lookup)

    def values_of(self, facet: Facet) -> CheckList:
        """The list of a facet's values, at the first one that is chosen."""
        values = super().values_of(facet)
        values.go_to_chosen()
        if facet is Facet.INDICATOR:
            # One at a time: the next choice is another one.
            values.toggled.connect(lambda _value, _is_chosen: values.close())
        return values

    def _clear(self) -> None:
        # What is pressed vanishes: the keyboard goes on where it may choose anew.
        self.buttons[Facet.PLACE].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(Exploration(self._exploration.indicator))


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "quiet")
    set_role(button, Role.LABEL)
    button.setIconSize(QSize(1, 1) * button.fontMetrics().height())
    return button
