"""Sheets on the disk and on paper: ask where to, do it in the background, say how it went."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.ui.background import run_in_background
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver
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
        self._saver = FileSaver(context, window, self._threads)

    def ask(self, order: SheetOrder) -> None:
        """Open the dialog that asks for a file."""
        tr = self._context.language.gettext
        self._saver.ask(
            tr("Save sheet"),
            {tr(form): ending for ending, form in FORMS.items()},
            name_of_file(self._context.library, order, USUAL),
            lambda path: self.replace(order, path),
        )

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
        title = self._context.language.gettext("The sheet was not saved")
        self._saver.save(lambda: write_paper(self._paper(order), path), title)

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
        complain = partial(self._context.complain, tr("The sheet was not printed"))

        def draw() -> list[QImage]:
            return [image_in(page) for page in self._paper(order).pictures(dots)]

        def paint(pages: list[QImage]) -> None:
            if print_images(printer, pages):
                self._context.say(tr("Sent to the printer"))
            else:
                complain(AtlasError(UNPRINTED))

        run_in_background(self, draw, paint, complain, self._threads)

    def finish(self) -> None:
        """Wait until what was asked for is on the disk: the library may be closed then."""
        self._threads.waitForDone()

    def _paper(self, order: SheetOrder) -> Paper:
        return paper_for(self._context.library, order, self._context.languages)
