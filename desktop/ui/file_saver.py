"""Saving something as a file: ask where, write it whole or not at all, say how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.problems import AtlasError
from desktop.sheets.files import write_whole
from desktop.ui.background import run_in_background
from desktop.ui.context import Context


@dataclass(frozen=True)
class Saving:
    """What is to be saved: the dialog's title and filter, a name for the file, how it is made.

    `failed` is the title of the message if that comes to nothing. All in the user's language.
    """

    title: str
    filter: str
    name: str
    content: Callable[[], bytes]
    failed: str


class FileSaver(QObject):
    """Asks for files in the user's documents, and fills them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    def ask(self, saving: Saving) -> None:
        """Open the dialog that asks for a file."""
        dialog = QFileDialog(self._parent.window(), saving.title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(saving.filter)
        dialog.setDefaultSuffix(Path(saving.name).suffix[1:])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(saving.name)
        dialog.fileSelected.connect(lambda path: self.save(saving, Path(path)))
        dialog.open()

    def save(self, saving: Saving, path: Path) -> None:
        """Write the file and report in the status bar, or in a message if it fails."""
        # Made here, as fonts belong to this thread; written there, as a stick may be slow.
        content = saving.content()

        def write() -> Path:
            write_whole(path, content)
            return path

        run_in_background(
            self, write, self._saved, lambda error: self._failed(saving.failed, error)
        )

    def _saved(self, path: Path) -> None:
        sentence = self._context.language.gettext("Saved as {path}")
        self._context.say(sentence.format(path=path))

    def _failed(self, title: str, error: Exception) -> None:
        if not isinstance(error, AtlasError):
            raise error
        self._context.complain(title, error)
