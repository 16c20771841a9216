"""Save country sheet: ask where, make the page in the background, say how it went."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from desktop.domain.problems import AtlasError
from desktop.sheets.values import error_text
from desktop.ui.background import run_in_background
from desktop.ui.context import Context


class SheetSaver(QObject):
    """Saves the country's sheet in the language of the moment."""

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._saved_as: Path | None = None
        context.language_changed.connect(self.retranslate)

    def ask(self) -> None:
        """Open the dialog that asks for a file."""
        from desktop.sheets.country_sheet import file_name

        language = self._context.language
        dialog = QFileDialog(self._window, language.gettext("Save country sheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(language.gettext("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        country = self._context.country()
        edition = self._context.library.edition["edition"]
        dialog.selectFile(file_name(country.id, language.code, edition))
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the sheet to `path` and report in the status bar, or in a message if it fails."""
        from desktop.sheets.country_sheet import country_sheet

        language = self._context.language
        sheet = country_sheet(self._context.library, self._context.country().id, language)

        def write() -> Path:
            # typst is slow to import and only needed here.
            from desktop.sheets.pdf import save

            save(sheet, path)
            return path

        run_in_background(self, write, self._saved, self._failed)

    def retranslate(self) -> None:
        """Say in the language of the moment what was saved last."""
        if self._saved_as is not None:
            sentence = self._context.language.gettext("Saved as {path}")
            self._window.statusBar().showMessage(sentence.format(path=self._saved_as))

    def _saved(self, path: Path) -> None:
        self._saved_as = path
        self.retranslate()
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(
                self._window.statusBar(), self._window.statusBar().currentMessage()
            )
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AtlasError):
            raise error
        language = self._context.language
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        self._saved_as = None
        self._window.statusBar().clearMessage()
        box.setWindowTitle(language.gettext("The sheet was not saved"))
        box.setText(error_text(error, language))
        box.open()
