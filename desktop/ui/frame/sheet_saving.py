"""Save country sheet: ask where, make the page in the background, say how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow

from desktop.domain.problems import AtlasError
from desktop.ui.background import run_in_background
from desktop.ui.context import Context


class SheetSaver(QObject):
    """Saves the country's sheet in the language of the moment."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Open the dialog that asks for a file."""
        from desktop.domain.sheet_orders import SheetOrder
        from desktop.sheets.one_page.sheet import file_name

        language = self._context.language
        dialog = QFileDialog(self._window, language.gettext("Save country sheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(language.gettext("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        order = SheetOrder(self._context.country().id, (language.code,))
        dialog.selectFile(file_name(order, self._context.library.edition["edition"]))
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the sheet to `path` and report in the status bar, or in a message if it fails."""
        from desktop.domain.sheet_orders import SheetOrder
        from desktop.sheets.one_page.sheet import sheets_of

        language = self._context.language
        order = SheetOrder(self._context.country().id, (language.code,))
        sheets = sheets_of(self._context.library, order, self._context.languages)

        def write() -> Path:
            # typst is slow to import and only needed here.
            from desktop.sheets.one_page.pdf import save

            save(sheets, order.layout, path)
            return path

        run_in_background(self, write, self._saved, self._failed)

    def _saved(self, path: Path) -> None:
        sentence = self._context.language.gettext("Saved as {path}")
        self._context.say(sentence.format(path=path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AtlasError):
            raise error
        self._context.complain(self._context.language.gettext("The sheet was not saved"), error)
