"""What every view of the window can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from desktop.ui.context import Context
from desktop.ui.frame.landmarks import enter
from desktop.ui.frame.navigation import Address

# So deep do widgets that place others stand in one another: each tells the one around it.
LEVELS = 6


class View(QWidget):
    """One room of the program. It shows an address, and asks the window to go to another one.

    `record_asked` carries the id of a record that someone chose, `address_asked` an Address to go
    to, and `address_refined` the Address of where one is after the view was narrowed or sorted in
    another way: no step, so Back leads out of the view and not through every filter.

    A view sets its text in `retranslate`, and that of all its parts. It is called when the view is
    first shown and after a switch of the language, but for a hidden view only when it is shown
    again: a switch must not cost a look at every view that was ever open.

    What a view must look for first comes after it has been arrived at: `settled` tells that it
    stands there.
    """

    record_asked = Signal(str)
    address_asked = Signal(object)
    address_refined = Signal(object)
    settled = Signal()

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

    @property
    def is_settled(self) -> bool:
        """Whether all that was asked for stands there."""
        return True

    def lists(self, record_id: str) -> bool:
        """Whether the record stands in a list of this view."""
        return False

    @property
    def landmarks(self) -> Sequence[QWidget]:
        """Where F6 stops in the view: its list, if it has one, and its page."""
        lists = [each for each in self.findChildren(QAbstractItemView) if each.isVisible()]
        page = self._page()
        return [*lists[:1], *([page] if page else [])]

    def take_focus(self, *, is_reading: bool = False) -> None:
        """Let the keyboard go on in the view: where it begins, or on the page for who reads on."""
        landmarks = self.landmarks or [self]
        enter(landmarks[-1] if is_reading else landmarks[0])

    def lay_out_at_once(self) -> None:
        """Give every widget its place before the next paint.

        Qt passes on step by step what a new text asks of the widgets around it, and may paint in
        between: one would see half of the page in its place.
        """
        for _level in range(LEVELS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def put_away(self) -> None:
        """End what is under way: the view is about to be deleted, or its library closed."""

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled down: for Back, which leads to where one was on it."""
        page = self._page()
        return page.verticalScrollBar().value() if page else 0

    @scrolled.setter
    def scrolled(self, value: int) -> None:
        page = self._page()
        if page:
            page.verticalScrollBar().setValue(value)

    def _page(self) -> QScrollArea | None:
        """What one reads in the view: of its scroll areas the largest that is shown."""
        areas = [each for each in self.findChildren(QScrollArea) if each.isVisible()]
        return max(areas, key=lambda area: area.width() * area.height(), default=None)

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


def settle(view: View) -> None:
    """Let the program run until all that was asked of a view stands there."""
    while not view.is_settled:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
