"""Saving a chart, or copying it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.sheets.charts.page import ChartPage
from desktop.ui.charts.chart_files import ChartFiles
from desktop.ui.charts.file_forms import FileForm, file_name
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver


class ChartSaver:
    """Saves and copies charts in the language of the moment."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._saver = FileSaver(context, parent)

    def ask(self, page: ChartPage, form: FileForm) -> None:
        """Open the dialog that asks for a file."""
        language = self._context.language
        edition = self._context.library.edition["edition"]
        about = page.id.rpartition("/")[2]
        files = self._files(page)
        self._saver.ask(
            language.gettext("Save chart"),
            {language.gettext(form.filter): form.suffix},
            file_name(about, language.code, edition, form),
            lambda path: self.save(files, form, path),
        )

    def save(self, files: ChartFiles, form: FileForm, path: Path) -> None:
        """Write the file and report in the status bar, or in a message if it fails."""
        # Drawn here and not in the background, as fonts belong to this thread.
        content = form.content(files)
        self._saver.fill(path, content, self._context.language.gettext("The chart was not saved"))

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
