"""The bar of the explorer: what is measured, where and when, and what to do with the figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.browsing import Facet
from desktop.domain.exploring import FACETS, Exploration, value_counts
from desktop.sheets.explorer.page import choice_text
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import facet_title, in_natural_order
from desktop.ui.lists.lookup import Lookup
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.check_list import CheckList
from desktop.ui.widgets.chip_buttons import ChipButtons, ChipText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import IconButton, OpeningButton


class ExplorerBar(QWidget):
    """Shows what is chosen, and lets it be changed: `chosen` carries the new Exploration.

    A list of values has those alone that some figure has, given the other choices, and of how many
    figures each is. `save` and `copy_address` are buttons for the view to answer.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, lookup: Lookup) -> None:
        super().__init__()
        self.setObjectName("facetBar")
        self._context = context
        self._lookup = lookup
        self._exploration = Exploration()
        self.buttons = {facet: OpeningButton("facet") for facet in FACETS}
        for facet, button in self.buttons.items():
            button.opened.connect(partial(self._open, facet))
        self.save, self.copy_address, self.clear = (_button() for _number in range(3))
        self.clear.clicked.connect(self._clear)
        self.count = QLabel()
        set_role(self.count, Role.LABEL)
        self._lay_out()
        self._chips = ChipButtons(context, self._state, self.clear, lambda: self.copy_address)
        self._chips.removed.connect(self._remove)
        # The bar as a whole is a place to go to; what takes the keyboard there is its first button.
        self.setFocusProxy(self.buttons[Facet.INDICATOR])

    def _lay_out(self) -> None:
        self._choices, self._state = FlowLayout(), FlowLayout()
        for layout in (self._choices, self._state):
            layout.setSpacing(space(Space.TIGHT))
        for button in self.buttons.values():
            self._choices.addWidget(button)
        tools = QHBoxLayout()
        tools.setSpacing(space(Space.TIGHT))
        tools.addWidget(self.save)
        tools.addWidget(self.copy_address)
        top = QHBoxLayout()
        top.setSpacing(space(Space.SMALL))
        top.addLayout(self._choices, 1)
        top.addLayout(tools)
        top.setAlignment(tools, Qt.AlignmentFlag.AlignTop)
        self._state.addWidget(self.count)
        self._state.addWidget(self.clear)
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.TIGHT))
        column.addLayout(top)
        column.addLayout(self._state)

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
        self._show_chips()

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        for button in self.buttons.values():
            button.setIcon(self._context.icon("chevron-down"))
        self._chips.recolour()
        self.save.setIcon(self._context.icon("bookmark"))
        self.copy_address.setIcon(self._context.icon("link"))

    def _said(self, facet: Facet) -> str:
        """What a button says: the facet, and the indicator or how many are chosen of the others."""
        tr, title = self._lookup.language.gettext, facet_title(facet, self._lookup)
        values = [value for each, value in self._exploration.chosen if each is facet]
        if not values:
            return title
        if facet is Facet.INDICATOR:
            value = choice_text(facet, values[0], self._lookup)
            # To a button an ampersand is a mark.
            value = value.replace("&", "&&")
            return tr("{label}: {value}").format(label=title, value=value)
        number = self._lookup.language.number(len(values))
        return tr("{facet} ({number})").format(facet=title, number=number)

    def _show_chips(self) -> None:
        tr = self._lookup.language.gettext
        texts = [
            tr("{label}: {value}").format(
                label=facet_title(facet, self._lookup),
                value=choice_text(facet, value, self._lookup),
            )
            for facet, value in self._exploration.narrowings
        ]
        remove = tr("Remove {choice}")
        self._chips.show([ChipText(text, remove.format(choice=text)) for text in texts])

    @property
    def chips(self) -> list[IconButton]:
        """The buttons that each take away a place or a year; not all of them are shown."""
        return self._chips.buttons

    def _remove(self, number: int) -> None:
        facet, value = self._exploration.narrowings[number]
        self.chosen.emit(self._exploration.toggled(facet, value, is_chosen=False))

    def _clear(self) -> None:
        # What is pressed vanishes: the keyboard goes on where it may choose anew.
        self.buttons[Facet.PLACE].setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(Exploration(self._exploration.indicator))

    def _open(self, facet: Facet) -> None:
        """Offer the values of a facet, beginning at the first one that is chosen."""
        button = self.buttons[facet]
        values = CheckList(button, facet_title(facet, self._lookup))
        offered = self._values(facet)
        values.set_values(offered)
        marked = (row for row, (_value, _text, is_chosen) in enumerate(offered) if is_chosen)
        values.list.setCurrentRow(next(marked, 0))
        values.toggled.connect(partial(self._toggle, facet))
        if facet is Facet.INDICATOR:
            # One at a time: the next choice is another one.
            values.toggled.connect(lambda _value, _is_chosen: values.close())
        values.open(button.below(), self.window().geometry())

    def _values(self, facet: Facet) -> list[tuple[str, str, bool]]:
        """(value, text, whether it is chosen) of each value that some figure has."""
        language = self._lookup.language
        library = self._lookup.library
        counts = value_counts(library, self._exploration, facet, language.code)
        chosen = {value for each, value in self._exploration.chosen if each is facet}
        sentence = language.gettext("{value} ({number})")
        return [
            (
                value,
                sentence.format(
                    value=choice_text(facet, value, self._lookup),
                    number=language.number(counts.get(value, 0)),
                ),
                value in chosen,
            )
            for value in in_natural_order(facet, counts.keys() | chosen, self._lookup)
        ]

    def _toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        self.chosen.emit(self._exploration.toggled(facet, value, is_chosen))


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "quiet")
    set_role(button, Role.LABEL)
    button.setIconSize(QSize(1, 1) * button.fontMetrics().height())
    return button
