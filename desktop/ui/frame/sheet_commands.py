"""The sheets of the window's menus, and the older sheet that is dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

from desktop.domain.sheet_orders import SheetOrder
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.ui.sheets.sheet_tasks import SheetTasks

_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_ENDING = ".pdf"


class ShownSheet(Protocol):
    """What shows a sheet, or the record that the sheet to save is about."""

    @property
    def record_id(self) -> str | None: ...


class SheetCommands(QObject):
    """Saves and prints the sheet that fits what is shown.

    The room of the sheets is only entered when one is asked for: the window need not wait for it.
    """

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._tasks: SheetTasks | None = None

    @property
    def tasks(self) -> SheetTasks:
        """What does it all, made when first asked for."""
        if self._tasks is None:
            from desktop.ui.sheets.sheet_tasks import SheetTasks

            self._tasks = SheetTasks(self._context, self._window)
        return self._tasks

    def save(self, shown: str | None, order: SheetOrder | None) -> None:
        """Save the sheet of an order, of a record that has one, or else the country's."""
        self.tasks.save(order or self._order(shown))

    def print_(self, shown: str | None, order: SheetOrder | None) -> None:
        """Print the same."""
        self.tasks.print_(order or self._order(shown))

    def save_all(self) -> None:
        """Make all sheets."""
        self.tasks.save_all()

    def finish(self) -> None:
        """Wait for what is under way: the library may be closed then."""
        if self._tasks is not None:
            self._tasks.finish()

    def _order(self, shown: str | None) -> SheetOrder:
        from desktop.ui.sheets.contents import kind_of

        has_sheet = shown is not None and kind_of(self._context.library, shown) is not None
        subject = shown if shown and has_sheet else self._context.country().id
        return SheetOrder(subject, (self._context.language.code,))


class SheetDrop(QObject):
    """Takes a PDF that is dropped anywhere on a window, before any part of it does.

    `dropped` carries its path.
    """

    dropped = Signal(object)

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drop = event.type() is QEvent.Type.Drop
        if not (is_drop or event.type() in _DRAGGING) or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = _sheet_in(event.mimeData())
        if path is None:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_drop:
            self.dropped.emit(path)
        return True


def _sheet_in(data: QMimeData) -> Path | None:
    """The one PDF that is being dragged, if it is one and lies on this computer."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == _ENDING else None
