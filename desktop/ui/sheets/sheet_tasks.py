"""What can be done with sheets besides looking at them, from wherever one is in the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import SheetOrder
from desktop.ui.context import Context
from desktop.ui.sheets.all_sheets import AllSheetsDialog, Batch
from desktop.ui.sheets.comparing import OlderSheets
from desktop.ui.sheets.contents import check_subject, every_sheet
from desktop.ui.sheets.sheet_saving import SheetSaver


class SheetTasks(QObject):
    """Saves, prints, makes all, reads older ones; `window` is what the dialogs belong to."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.saver = SheetSaver(context, window)
        self.older = OlderSheets(context, window)
        self.dialog: AllSheetsDialog | None = None

    def save(self, order: SheetOrder) -> None:
        """Ask for a file, and save the sheet there."""
        if self._is_there(order, self._context.language.gettext("The sheet was not saved")):
            self.saver.ask(order)

    def print_(self, order: SheetOrder) -> None:
        """Ask for a printer, and print the sheet."""
        if self._is_there(order, self._context.language.gettext("The sheet was not printed")):
            self.saver.ask_print(order)

    def save_all(self) -> None:
        """Open the dialog that makes all sheets."""
        self.dialog = AllSheetsDialog(self._context, self._window, self._batch)
        self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.open()

    def finish(self) -> None:
        """End what takes long, and wait for the rest: the library may be closed then."""
        if self.dialog is not None:
            self.dialog.finish()
        self.saver.finish()
        self.older.finish()

    def _is_there(self, order: SheetOrder, failed: str) -> bool:
        """Whether there is such a sheet; if not, that is said before anything is asked."""
        try:
            check_subject(self._context.library, order.subject)
        except AtlasError as error:
            self._context.complain(failed, error)
            return False
        return True

    def _batch(self, codes: Sequence[str], folder: Path) -> Batch:
        context = self._context
        return every_sheet(context.library, context.languages, context.language, codes, folder)

    def _forget_dialog(self) -> None:
        self.dialog = None
