"""Sheets on the disk and on paper: ask where to, do it in the background, say how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, QThreadPool
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.ui.background import run_in_background
from desktop.ui.context import Context
from desktop.ui.sheets.contents import files_for, name_of_file, paper_for, write_paper

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from desktop.sheets.one_page.paper.pdf import Paper

UNPRINTED = N_("The printer did not take the page: see to it, and print it once more.")
# The forms of file that a dialog offers, by their ending, the usual one first.
FORMS = {
    ".pdf": N_("PDF documents (*.pdf)"),
    ".png": N_("PNG pictures (*.png)"),
    ".svg": N_("SVG drawings (*.svg)"),
}
USUAL = ".pdf"
# As fine as a laser prints; finer, a page would be a picture of half a gigabyte.
MOST_DOTS_PER_INCH = 600


class SheetSaver(QObject):
    """Saves and prints the sheets that are ordered; `window` is what its dialogs belong to."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(1)

    def ask(self, order: SheetOrder) -> None:
        """Open the dialog that asks for a file."""
        tr = self._context.language.gettext
        dialog = QFileDialog(self._window, tr("Save sheet"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        endings = {tr(form): ending for ending, form in FORMS.items()}
        dialog.setNameFilters(list(endings))
        dialog.setDefaultSuffix(USUAL[1:])
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(name_of_file(self._context.library, order, USUAL))

        def follow(chosen: str) -> None:
            """Let the name end as the form of file does."""
            ending = endings[chosen]
            dialog.setDefaultSuffix(ending[1:])
            for name in dialog.selectedFiles()[:1]:
                dialog.selectFile(Path(name).with_suffix(ending).name)

        dialog.filterSelected.connect(follow)
        dialog.fileSelected.connect(lambda path: self.replace(order, Path(path)))
        dialog.open()

    def replace(self, order: SheetOrder, path: Path) -> None:
        """Save the sheet, but ask first where that replaces files that the dialog did not name."""
        names = [file.name for file in files_for(order, path) if file != path and file.exists()]
        if not names:
            self.save(order, path)
            return
        language = self._context.language
        question = language.ngettext(
            "{files} is in {folder} already. Replace it?",
            "{files} are in {folder} already. Replace them?",
            len(names),
        )
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(language.gettext("Save sheet"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.format(files=language.listed(names), folder=path.parent))
        tr = language.gettext
        replacing = box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        replacing.clicked.connect(lambda: self.save(order, path))
        box.open()

    def save(self, order: SheetOrder, path: Path) -> None:
        """Write the sheet in the form that `path` ends in, and say in the status bar where it is.

        Two faces as pictures are two files. What goes wrong is told in a message.
        """

        def write() -> Sequence[Path]:
            return write_paper(self._paper(order), path)

        title = self._context.language.gettext("The sheet was not saved")
        self._run(write, self._say_saved, title)

    def ask_print(self, order: SheetOrder) -> None:
        """Open the system's dialog that asks for a printer."""
        # The library for printers takes long to load, and few ever print.
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.printer_for(order)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        # The one way that brings up the dialog of Windows.
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, order)
        dialog.deleteLater()

    def printer_for(self, order: SheetOrder) -> QPrinter:
        """The system's printer with the paper that the sheet wants."""
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(Path(name_of_file(self._context.library, order, USUAL)).stem)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        if order.layout is Layout.BESIDE:
            printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        if order.layout is Layout.FACES:
            printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        return printer

    def print_on(self, printer: QPrinter, order: SheetOrder) -> None:
        """Print the sheet: its pages are made in the background, as finely as the printer can."""
        from desktop.ui.briefing.printing import print_images
        from desktop.ui.sheets.making import image_in

        dots = min(printer.resolution(), MOST_DOTS_PER_INCH)
        tr = self._context.language.gettext
        title = tr("The sheet was not printed")

        def draw() -> list[QImage]:
            return [image_in(page) for page in self._paper(order).pictures(dots)]

        def paint(pages: list[QImage]) -> None:
            if print_images(printer, pages):
                self._context.say(tr("Sent to the printer"))
            else:
                self._context.complain(title, AtlasError(UNPRINTED))

        self._run(draw, paint, title)

    def finish(self) -> None:
        """Wait until what was asked for is on the disk: the library may be closed then."""
        self._threads.waitForDone()

    def _paper(self, order: SheetOrder) -> Paper:
        return paper_for(self._context.library, order, self._context.languages)

    def _run(self, work: Callable[[], object], done: Callable[[Any], None], failed: str) -> None:
        def complain(error: Exception) -> None:
            if not isinstance(error, AtlasError):
                raise error
            self._context.complain(failed, error)

        run_in_background(self, work, done, complain, self._threads)

    def _say_saved(self, paths: Sequence[Path]) -> None:
        language = self._context.language
        if len(paths) == 1:
            said = language.gettext("Saved as {path}").format(path=paths[0])
        else:
            sentence = language.gettext("Saved in {folder} as {files}")
            files = language.listed([path.name for path in paths])
            said = sentence.format(folder=paths[0].parent, files=files)
        self._context.say(said)
