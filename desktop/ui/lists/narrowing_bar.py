"""The frame of a bar that narrows: a button a facet, and what is chosen below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.browsing import Facet
from desktop.ui.context import Context
from desktop.ui.lists.facet_values import facet_title, offered_values, value_title
from desktop.ui.lists.lookup import Lookup
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.check_list import CheckList
from desktop.ui.widgets.chip_buttons import ChipButtons, ChipText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import IconButton, OpeningButton

# The (facet, value) pairs that are chosen.
Chosen = tuple[tuple[Facet, str], ...]


class NarrowingBar(QWidget):
    """Offers the values of facets, and shows those chosen as chips; a kind of it says what is done.

    Tools stand at the end of the first row; in the second one a count before the chips, and `clear`
    after them.
    """

    def __init__(self, context: Context, lookup: Lookup, facets: Sequence[Facet]) -> None:
        super().__init__()
        self.setObjectName("facetBar")
        self._context = context
        self._lookup = lookup
        self.buttons = {facet: OpeningButton("facet") for facet in facets}
        for facet, button in self.buttons.items():
            button.opened.connect(partial(self._open, facet))
        self._last_tool: QWidget = self.buttons[facets[-1]]
        self.count = QLabel()
        set_role(self.count, Role.LABEL)
        self.clear = QPushButton()
        self.clear.setProperty("look", "quiet")
        set_role(self.clear, Role.LABEL)
        self._tools = QHBoxLayout()
        state = FlowLayout()
        self._lay_out(state)
        self._chips = ChipButtons(context, state, self.clear, lambda: self._last_tool)
        self._chips.removed.connect(self.remove)

    def _lay_out(self, state: FlowLayout) -> None:
        facets = FlowLayout()
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        top = QHBoxLayout()
        top.setSpacing(space(Space.SMALL))
        for layout in (column, self._tools, facets, state):
            layout.setSpacing(space(Space.TIGHT))
        column.addLayout(top)
        column.addLayout(state)
        top.addLayout(facets, 1)
        top.addLayout(self._tools)
        top.setAlignment(self._tools, Qt.AlignmentFlag.AlignTop)
        for button in self.buttons.values():
            facets.addWidget(button)
        state.addWidget(self.count)
        state.addWidget(self.clear)

    def add_tool(self, tool: QWidget) -> None:
        """Put a widget at the end of the first row."""
        self._tools.addWidget(tool)
        self.setTabOrder(self._last_tool, tool)
        self._last_tool = tool

    def chosen_values(self) -> Chosen:
        """All that is chosen."""
        raise NotImplementedError

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many records each value of a facet would leave."""
        raise NotImplementedError

    def toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        """Choose a value, or give it up."""
        raise NotImplementedError

    def remove(self, number: int) -> None:
        """Give up what a chip stands for."""
        raise NotImplementedError

    def value_text(self, facet: Facet, value: str) -> str:
        """What a value is called."""
        return value_title(facet, value, self._lookup)

    @property
    def chips(self) -> list[IconButton]:
        """The buttons that each take away one choice; not all of them are shown."""
        return self._chips.buttons

    def show_chips(self, chosen: Iterable[tuple[Facet, str]]) -> None:
        """Show a chip for each of some choices, in the language of the moment."""
        tr = self._lookup.language.gettext
        texts = [
            tr("{label}: {value}").format(
                label=facet_title(facet, self._lookup), value=self.value_text(facet, value)
            )
            for facet, value in chosen
        ]
        remove = tr("Remove {choice}")
        self._chips.show([ChipText(text, remove.format(choice=text)) for text in texts])

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        for button in self.buttons.values():
            button.setIcon(self._context.icon("chevron-down"))
        self._chips.recolour()

    def values_of(self, facet: Facet) -> CheckList:
        """The list of a facet's values with how many records each leaves, not open yet."""
        chosen = {value for each, value in self.chosen_values() if each is facet}
        values = CheckList(self.buttons[facet], facet_title(facet, self._lookup))
        values.set_values(
            offered_values(facet, self.counts(facet), chosen, self._lookup, self.value_text)
        )
        values.toggled.connect(partial(self.toggle, facet))
        return values

    def _open(self, facet: Facet) -> None:
        self.values_of(facet).open(self.buttons[facet].below(), self.window().geometry())
