"""The ways in: doors to the views, each with what is behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton

from desktop.sheets.home.page import HomePage, Way
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Column, Grid, wrap
from desktop.ui.widgets.text import text_label

_LEAST_CHARACTERS = 19
_MOST_COLUMNS = 4


class WayCard(QPushButton):
    """A button with a title and a line below it, both wrapped."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("way")
        self.title = text_label("", Role.STRONG)
        self.line = text_label("", Role.SMALL, "muted")
        self._texts = Column(Space.HAIR)
        self._texts.set_children((self.title, self.line))
        self._texts.setParent(self)
        self._texts.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        wrap(self.title, self.line)

    def show_way(self, way: Way) -> None:
        """Show a way in, or the same one in another language."""
        self.title.setText(way.title)
        self.line.setText(way.text)
        self.setAccessibleName(way.title)
        self.setAccessibleDescription(way.text)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margin = space(Space.SMALL)
        return self._texts.heightForWidth(width - 2 * margin) + 2 * margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = space(Space.SMALL)
        self._texts.setGeometry(self.rect().adjusted(margin, margin, -margin, -margin))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


class WayCards(Grid):
    """Cards in columns. `address_asked` carries the Address behind the card that was chosen."""

    address_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(_LEAST_CHARACTERS, _MOST_COLUMNS, Space.SMALL, Space.SMALL)
        self.cards: list[WayCard] = []
        self._ways: Sequence[Way] = ()

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Show ways in, or the same ones in another language."""
        self._ways = ways
        if len(self.cards) != len(ways):
            self.cards = [self._card(number) for number in range(len(ways))]
            self.set_children(self.cards)
        for card, way in zip(self.cards, ways, strict=True):
            card.show_way(way)

    def _card(self, number: int) -> WayCard:
        card = WayCard()
        card.clicked.connect(lambda: self.address_asked.emit(self._address(number)))
        return card

    def _address(self, number: int) -> Address:
        way = self._ways[number]
        return Address(way.view, way.record, way.query, way.filters)


class WaysIn(Column):
    """The ways in by pillar, with what the glossary says of the pillars, and the other ways."""

    address_asked = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.SMALL)
        self._context = context
        self.heading = text_label("", Role.HEADING)
        self.explanation = text_label("", Role.SMALL, "muted")
        self.pillars, self.others = WayCards(), WayCards()
        self.set_children((self.heading, self.pillars, self.explanation, self.others))
        wrap(self.heading, self.explanation)
        for cards in (self.pillars, self.others):
            cards.address_asked.connect(self.address_asked)

    def show_page(self, page: HomePage) -> None:
        """Show the ways in the language of the moment."""
        self.heading.setText(self._context.language.gettext("Ways in"))
        self.pillars.show_ways(page.pillars)
        self.explanation.setText("\n".join(page.explanations))
        self.explanation.setVisible(bool(page.explanations))
        self.others.show_ways(page.ways)
