"""Buttons that each take away one thing that was chosen, in a row with one that takes all away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.context import Context
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import IconButton


class ChipText(NamedTuple):
    """What a chip shows, what it says to a screen reader, and to the pointer if that is more."""

    shown: str
    spoken: str
    tip: str = ""


class ChipButtons(QObject):
    """Keeps the chips of a row, before its button `clear`. `removed` carries the number of one.

    `before` gives what the keyboard comes from to the first chip, if anything in particular.
    """

    removed = Signal(int)

    def __init__(
        self,
        context: Context,
        row: FlowLayout,
        clear: QPushButton,
        before: Callable[[], QWidget | None] = lambda: None,
    ) -> None:
        super().__init__(clear)
        self._context = context
        self._row = row
        self._clear = clear
        self._before = before
        self.buttons: list[IconButton] = []

    def show(self, chips: Sequence[ChipText]) -> None:
        """One button a chip; those that there are serve again, so that the focus stays."""
        while len(self.buttons) < len(chips):
            self._add()
        for number, button in enumerate(self.buttons):
            if number < len(chips):
                button.setText(chips[number].shown)
                button.setToolTip(chips[number].tip)
                button.setAccessibleName(chips[number].spoken)
            button.setVisible(number < len(chips))

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        for button in self.buttons:
            button.setIcon(self._context.icon("x"))

    def _add(self) -> None:
        button = IconButton("chip")
        number = len(self.buttons)
        button.clicked.connect(lambda: self.removed.emit(number))
        button.setIcon(self._context.icon("x"))
        before = self.buttons[-1] if self.buttons else self._before()
        self._row.removeWidget(self._clear)
        self._row.addWidget(button)
        self._row.addWidget(self._clear)
        if before:
            QWidget.setTabOrder(before, button)
        QWidget.setTabOrder(button, self._clear)
        self.buttons.append(button)
