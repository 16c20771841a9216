"""The sheets of the window's menus, and the older sheet that is dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import SheetOrder
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.ui.sheets.sheet_tasks import SheetTasks

_DRAGGING = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_ENDING = ".pdf"
SEVERAL = N_("Only one older sheet can be compared at a time: drop a single PDF.")


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

    def refuse_older(self, error: AtlasError) -> None:
        """Say why nothing that was dropped is compared."""
        title = self._context.language.gettext("The sheet was not compared")
        self._context.complain(title, error)

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
    """Takes PDFs that are dropped anywhere on a window, before any part of it does.

    `dropped` carries the path of one; `refused` carries an AtlasError for more than one.
    """

    dropped = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_drop = event.type() is QEvent.Type.Drop
        if not (is_drop or event.type() in _DRAGGING) or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = _sheets_in(event.mimeData())
        if not paths:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if is_drop and len(paths) == 1:
            self.dropped.emit(paths[0])
        elif is_drop:
            self.refused.emit(AtlasError(SEVERAL))
        return True


def _sheets_in(data: QMimeData) -> list[Path]:
    """The PDFs that are being dragged, if nothing else is, and all lie on this computer."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    are_all = len(paths) == len(data.urls())
    return paths if are_all and all(path.suffix.lower() == _ENDING for path in paths) else []
