"""The key figures: each value large, with what it is, when it held, and its passport at hand."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.sheets.home.top import HomeTop, KeyValue
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role
from desktop.ui.widgets.placing import Column, Grid, wrap
from desktop.ui.widgets.text import link_label, text_label

if TYPE_CHECKING:
    from desktop.ui.record.passport_panel import PassportPanel

_LEAST_CHARACTERS = 25
_MOST_COLUMNS = 3


class FigureCard(Column):
    """One figure; `source_button` is checked while its passport is open.

    `opened` tells that the passport is wanted for the first time; `record_asked` carries the id of
    the figure.
    """

    opened = Signal()
    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.HAIR)
        self._context = context
        self._key = ""
        self.passport: PassportPanel | None = None
        self.value = text_label("", Role.FIGURE)
        self.title = link_label("", Role.BODY, "", self.record_asked.emit)
        self.note = text_label("", Role.SMALL, "muted")
        self.mark = text_label("", Role.SMALL)
        self.source_button = QPushButton()
        self.source_button.setObjectName("cardSource")
        self.source_button.setCheckable(True)
        self.source_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_role(self.source_button, Role.SMALL)
        self.source_button.toggled.connect(self._toggle)
        self.set_children((self.value, self.title, self.note, self.mark, self.source_button))
        wrap(self.value, self.note, self.mark)

    def show_value(self, shown: KeyValue) -> None:
        """Show a figure, or the same one in another language."""
        fact, tr = shown.fact, self._context.language.gettext
        self._key = fact.key
        self.value.setText(fact.value)
        self.title.setText(f'<a href="{escape(fact.record)}">{escape(fact.label)}</a>')
        self.title.setAccessibleName(fact.label)
        self.note.setText(fact.note)
        self.mark.setText(shown.mark)
        self.mark.setVisible(bool(shown.mark))
        self.source_button.setText(tr("Source"))
        self.source_button.setAccessibleName(tr("Source of {label}").format(label=fact.label))
        self.source_button.setToolTip(tr("Who says so, and how old it is"))
        if self.passport:
            passport = self._context.describer.passport(self._key)
            self.passport.show_passport(passport, self._context.language)

    def _toggle(self, is_open: bool) -> None:
        if self.passport is None:
            # Few ask for one, and none before the first paint.
            from desktop.ui.record.passport_panel import PassportPanel

            context = self._context
            passport = context.describer.passport(self._key)
            follow = self.record_asked.emit
            self.passport = PassportPanel(passport, context.language, context, follow)
            self.passport.closed.connect(self._close)
            self.opened.emit()
        self.passport.setVisible(is_open)

    def _close(self) -> None:
        self.source_button.setChecked(False)
        self.source_button.setFocus()


class FigureCards(Column):
    """The key figures in columns; a passport opens below the row of its figure.

    `record_asked` carries the id of a figure, or of what a passport leads to.
    """

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.SMALL)
        self._context = context
        self.heading = text_label("", Role.HEADING)
        self.cards: list[FigureCard] = []
        self._grid = Grid(_LEAST_CHARACTERS, _MOST_COLUMNS, Space.LARGE, Space.MEDIUM)
        self.set_children((self.heading, self._grid))
        wrap(self.heading)

    def show_top(self, top: HomeTop) -> None:
        """Show the figures in the language of the moment; what is open stays open."""
        self.heading.setText(self._context.language.gettext("Key figures"))
        if len(self.cards) != len(top.figures):
            self.cards = [self._card() for _figure in top.figures]
            self._grid.set_children(self.cards)
        for card, figure in zip(self.cards, top.figures, strict=True):
            card.show_value(figure)
        self.setVisible(bool(top.figures))

    def _card(self) -> FigureCard:
        card = FigureCard(self._context)
        card.record_asked.connect(self.record_asked)
        card.opened.connect(lambda: self._open(card))
        return card

    def _open(self, card: FigureCard) -> None:
        if card.passport:
            self._grid.open_below(card, card.passport)
            # The keyboard goes from a button into what it opened.
            previous: QWidget = card.source_button
            for each in card.passport.focusables:
                QWidget.setTabOrder(previous, each)
                previous = each
