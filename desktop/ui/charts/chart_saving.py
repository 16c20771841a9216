"""Saving a chart: ask where, write the file whole or not at all, say how it went; or copy it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.problems import AtlasError
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.files import write_whole
from desktop.ui.background import run_in_background
from desktop.ui.charts.chart_files import ChartFiles
from desktop.ui.charts.file_forms import FileForm, file_name
from desktop.ui.context import Context


class ChartSaver(QObject):
    """Saves and copies charts in the language of the moment."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    def ask(self, page: ChartPage, form: FileForm) -> None:
        """Open the dialog that asks for a file."""
        language = self._context.language
        dialog = QFileDialog(self._parent.window(), language.gettext("Save chart"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(language.gettext(form.filter))
        dialog.setDefaultSuffix(form.suffix[1:])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        edition = self._context.library.edition["edition"]
        about = page.id.rpartition("/")[2]
        dialog.selectFile(file_name(about, language.code, edition, form))
        files = self._files(page)
        dialog.fileSelected.connect(lambda path: self.save(files, form, Path(path)))
        dialog.open()

    def save(self, files: ChartFiles, form: FileForm, path: Path) -> None:
        """Write the file and report in the status bar, or in a message if it fails."""
        # Drawn here, as fonts belong to this thread; written there, as a stick may be slow.
        content = form.content(files)

        def write() -> Path:
            write_whole(path, content)
            return path

        run_in_background(self, write, self._saved, self._failed)

    def copy_picture(self, page: ChartPage) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setMimeData(self._files(page).picture_for_clipboard())
        sentence = self._context.language.gettext("The chart was copied as a picture: {title}")
        self._context.say(sentence.format(title=page.title))

    def copy_table(self, page: ChartPage) -> None:
        """Put the values on the clipboard, with title and source."""
        QGuiApplication.clipboard().setMimeData(self._files(page).table_for_clipboard())
        sentence = self._context.language.gettext("The values were copied as a table: {title}")
        self._context.say(sentence.format(title=page.title))

    def _files(self, page: ChartPage) -> ChartFiles:
        return ChartFiles(page, self._context.language, self._context.resources)

    def _saved(self, path: Path) -> None:
        sentence = self._context.language.gettext("Saved as {path}")
        self._context.say(sentence.format(path=path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AtlasError):
            raise error
        self._context.complain(self._context.language.gettext("The chart was not saved"), error)
