"""Other searches that are offered, as sentences with a link in each."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.sheets.search.parts import Offer
from desktop.ui.look.typography import Role
from desktop.ui.widgets.text import link_label


class Offers(QWidget):
    """One line an offer; `chosen` carries the one that was followed."""

    chosen = Signal(object)

    def __init__(self, role: Role, alignment: Qt.AlignmentFlag) -> None:
        super().__init__()
        self._offers: Sequence[Offer] = ()
        self.links = link_label("", role, "", self._follow)
        self.links.setAlignment(alignment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.links)
        self.setFocusProxy(self.links)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these; nothing where there is none."""
        self._offers = offers
        self.links.setText("<br>".join(_line(each, offer) for each, offer in enumerate(offers)))
        self.links.setAccessibleName("\n".join(offer.text for offer in offers))
        self.setVisible(bool(offers))

    def _follow(self, number: str) -> None:
        self.chosen.emit(self._offers[int(number)])


def _line(number: int, offer: Offer) -> str:
    before, link, after = offer.text.rpartition(offer.link)
    return f'{escape(before)}<a href="{number}">{escape(link)}</a>{escape(after)}'
