"""Comparing an older sheet: ask which, read it in the background, hand over what has changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.problems import AtlasError
from desktop.ui.background import run_in_background
from desktop.ui.context import Context
from desktop.ui.sheets.contents import changes_since


class OlderSheets(QObject):
    """Asks for older sheets and reads them; `compared` carries the changes and the file's name."""

    compared = Signal(object, str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(1)
        self._latest: Path | None = None

    def ask(self) -> None:
        """Open the dialog that asks which sheet."""
        tr = self._context.language.gettext
        dialog = QFileDialog(self._window, tr("Compare an older sheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("PDF documents (*.pdf)"))
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.fileSelected.connect(lambda path: self.compare(Path(path)))
        dialog.open()

    def compare(self, path: Path) -> None:
        """Read a sheet and tell what has changed since, or say in a message what is wrong."""
        self._latest = path
        context = self._context
        library, languages = context.library, context.languages
        language, today = context.language, context.today

        context.say(language.gettext("Reading {file}…").format(file=path.name))

        def fail(error: Exception) -> None:
            if not isinstance(error, AtlasError):
                raise error
            title = language.gettext("The sheet was not compared")
            context.say(title)
            context.complain(title, error)

        run_in_background(
            self,
            lambda: changes_since(path, library, languages, language, today),
            lambda changes: self.compared.emit(changes, path.name),
            fail,
            self._threads,
        )

    def again(self) -> None:
        """Compare the same sheet once more, in the language of the moment."""
        if self._latest is not None:
            self.compare(self._latest)

    def finish(self) -> None:
        """Wait until what is being read was read: the library may be closed then."""
        self._threads.waitForDone()
