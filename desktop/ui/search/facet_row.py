"""The buttons that narrow the results, each with how many records every value of it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.browsing import Facet
from desktop.domain.queries import SearchQuery
from desktop.sheets.facets import facet_title, is_known, value_title
from desktop.sheets.search.operators import NARROWING
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import offered_values
from desktop.ui.lists.lookup import Lookup
from desktop.ui.look.typography import Space, space
from desktop.ui.widgets.check_list import CheckList
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import OpeningButton


class FacetRow(QWidget):
    """One button a facet; its values are counted when it is opened, and not before.

    `counts_asked` carries a query and the facet whose values are to be counted: `open` offers them.
    `toggled` carries a facet, a value of it, and whether it was chosen or given up.
    """

    counts_asked = Signal(object, object)
    toggled = Signal(object, str, bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lookup = Lookup(context.library, context.language)
        self._query = SearchQuery.parse("")
        self.buttons = {facet: OpeningButton("facet") for facet in NARROWING}
        row = FlowLayout(self)
        row.setSpacing(space(Space.TIGHT))
        for facet, button in self.buttons.items():
            button.opened.connect(partial(self._ask, facet))
            row.addWidget(button)
        context.theme_changed.connect(self._recolour)
        self._recolour()

    def show_query(self, query: SearchQuery) -> None:
        """Say what the results are narrowed by, in the language of the moment."""
        self._query = query
        self._lookup.speak(self._context.language)
        tr = self._context.language.gettext
        for facet, button in self.buttons.items():
            title = facet_title(facet, self._lookup)
            if number := sum(each is facet for each, _value in query.narrowings):
                title = tr("{facet} ({number})").format(facet=title, number=number)
            button.setText(title)
            button.setAccessibleName(tr("Narrow by: {facet}").format(facet=title))

    def focus_first(self) -> None:
        """Go to the first of the buttons, if there is anything to narrow."""
        if self.isVisible():
            next(iter(self.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open(self, query: SearchQuery, facet: Facet, counts: Mapping[str, int]) -> None:
        """Offer the values of a facet, unless another query has come in the meantime."""
        button = self.buttons[facet]
        if query is not self._query or not button.isVisible():
            return
        offered = self._values(facet, counts)
        title = facet_title(facet, self._lookup)
        if not offered:
            sentence = self._context.language.gettext(
                "{facet}: no record that was found states it."
            )
            self._context.say(sentence.format(facet=title))
            return
        values = CheckList(button, title)
        values.set_values(offered)
        values.toggled.connect(partial(self.toggled.emit, facet))
        values.open(button.below(), self.window().geometry())

    def _values(self, facet: Facet, counts: Mapping[str, int]) -> list[tuple[str, str, bool]]:
        chosen = {
            value
            for each, value in self._query.narrowings
            if each is facet and is_known(facet, value, self._lookup)
        }
        text = partial(value_title, namer=self._lookup)
        return offered_values(facet, counts, chosen, self._lookup, text)

    def _ask(self, facet: Facet) -> None:
        self.counts_asked.emit(self._query, facet)

    def _recolour(self) -> None:
        opening = self._context.icon("chevron-down")
        for button in self.buttons.values():
            button.setIcon(opening)
