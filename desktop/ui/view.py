"""What every view of the window can do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address


class View(QWidget):
    """One room of the program. It shows an address, and asks the window to go to another one.

    `record_asked` carries the id of a record that someone chose, `address_asked` an Address to go
    to, and `address_refined` the Address of where one is after the view was narrowed or sorted in
    another way: no step, so Back leads out of the view and not through every filter.

    A view sets its text in `retranslate`, and that of all its parts. It is called when the view is
    first shown and after a switch of the language, but for a hidden view only when it is shown
    again: a switch must not cost a look at every view that was ever open.
    """

    record_asked = Signal(str)
    address_asked = Signal(object)
    address_refined = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._is_stale = True
        context.language_changed.connect(self._notice_language)

    def arrive(self, address: Address) -> None:
        """Show an address, in the language of the moment."""
        self._freshen()
        self.show_address(address)

    def show_address(self, address: Address) -> None:
        """Show the record, the query and the filters of an address of this view."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every visible text anew in the language of the moment; lose nothing else."""
        raise NotImplementedError

    @property
    def record_id(self) -> str | None:
        """The record that is open in the view, if one is."""
        return None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see: a fault that the self-test reports."""
        return self.record_id is None

    def lists(self, record_id: str) -> bool:
        """Whether the record stands in a list of this view."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._freshen()

    def _notice_language(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.retranslate()
