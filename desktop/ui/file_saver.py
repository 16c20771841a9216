"""Files of the user's choice: ask where, write them whole or not at all, say how it went."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, QThreadPool
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.sheets.files import write_whole
from desktop.ui.background import run_in_background
from desktop.ui.context import Context


def file_dialog(parent: QWidget, title: str, filters: Sequence[str]) -> QFileDialog:
    """A dialog of the window of `parent` that asks for a file, at first in the user's documents."""
    dialog = QFileDialog(parent.window(), title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters(filters)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    return dialog


class FileSaver(QObject):
    """Asks for files and fills them; its dialogs belong to the window of `parent`.

    It works in one of `threads`, or of those that all such work shares.
    """

    def __init__(
        self, context: Context, parent: QWidget, threads: QThreadPool | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._threads = threads

    def ask(
        self, title: str, forms: Mapping[str, str], name: str, chosen: Callable[[Path], None]
    ) -> None:
        """Open the dialog that asks for a file; `chosen` gets it.

        `forms` has the ending of each form of file by what the dialog calls it; the `name` that it
        proposes is of the first one.
        """
        dialog = file_dialog(self._parent, title, list(forms))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(next(iter(forms.values()))[1:])
        dialog.selectFile(name)

        def follow(form: str) -> None:
            """Let the name end as the form of file does."""
            dialog.setDefaultSuffix(forms[form][1:])
            for file in dialog.selectedFiles()[:1]:
                dialog.selectFile(Path(file).with_suffix(forms[form]).name)

        dialog.filterSelected.connect(follow)
        dialog.fileSelected.connect(lambda path: chosen(Path(path)))
        dialog.open()

    def fill(self, path: Path, content: bytes, failed: str) -> None:
        """Write a file in the background, as a stick may be slow, and say how it went."""

        def write() -> Sequence[Path]:
            write_whole(path, content)
            return [path]

        self.save(write, failed)

    def save(self, write: Callable[[], Sequence[Path]], failed: str) -> None:
        """Run `write` in the background, and say in the status bar which files it wrote.

        What goes wrong is told in a message with the title `failed`.
        """
        complain = partial(self._context.complain, failed)
        run_in_background(self, write, self.say_saved, complain, self._threads)

    def say_saved(self, paths: Sequence[Path]) -> None:
        """Say in the status bar where files are that were written to one folder."""
        language = self._context.language
        if len(paths) == 1:
            said = language.gettext("Saved as {path}").format(path=paths[0])
        else:
            sentence = language.gettext("Saved in {folder} as {files}")
            files = language.listed([path.name for path in paths])
            said = sentence.format(folder=paths[0].parent, files=files)
        self._context.say(said)
