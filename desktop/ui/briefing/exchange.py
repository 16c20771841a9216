"""The briefing as files and on paper: import, export, PDF, print."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.briefing_format import (
    MOST_BYTES,
    NOT_A_BRIEFING,
    SUFFIX,
    file_content,
    read_content,
)
from desktop.domain.briefing_merge import came_in, with_import
from desktop.domain.problems import N_, AtlasError
from desktop.sheets.briefing.page import BriefingPage, briefing_page
from desktop.sheets.files import write_whole
from desktop.ui.background import run_in_background
from desktop.ui.briefing.printing import dots_per_inch, print_pages
from desktop.ui.context import Context
from desktop.ui.file_saver import FileSaver, file_dialog

UNREADABLE = N_("{path} cannot be read ({reason}): choose another file.")
UNPRINTED = N_("The printer did not take the pages: see to it, and print them once more.")


class Exchange(QObject):
    """Asks where to, does it, and says how it went; `window` is what its dialogs belong to."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._saver = FileSaver(context, window)

    def ask_import(self) -> None:
        """Open the dialog that asks which file is to come in."""
        tr = self._context.language.gettext
        filters = [tr("Briefings ({pattern})").format(pattern=f"*{SUFFIX}")]
        dialog = file_dialog(self._window, tr("Import a briefing"), filters)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.import_file(Path(path)))
        dialog.open()

    def ask_export(self) -> None:
        """Open the dialog that asks where the briefing is to go."""
        tr = self._context.language.gettext
        self._saver.ask(
            tr("Export the briefing"),
            {tr("Briefings ({pattern})").format(pattern=f"*{SUFFIX}"): SUFFIX},
            f"valley-atlas_{self._context.today}{SUFFIX}",
            self.export_to,
        )

    def ask_pdf(self, code: str) -> None:
        """Open the dialog that asks where the PDF in a language is to go."""
        tr = self._context.language.gettext
        self._saver.ask(
            tr("Save the briefing as PDF"),
            {tr("PDF documents (*.pdf)"): ".pdf"},
            f"valley-atlas_briefing_{code}_{self._context.today}.pdf",
            lambda path: self.save_pdf(path, code),
        )

    def ask_print(self, code: str) -> None:
        """Open the system's dialog that asks for a printer, for the pages in a language."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._context.languages[code].gettext("Briefing"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        # The one way that brings up the dialog of Windows.
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, code)
        dialog.deleteLater()

    def import_file(self, path: Path) -> None:
        """Take in what a file holds, or say in a sentence what is wrong with it."""
        language = self._context.language
        book = self._context.briefing
        try:
            imported = read_content(_content(path), path.name)
        except AtlasError as error:
            self._context.complain(language.gettext("Nothing was imported"), error)
            return
        before = book.briefing
        after = with_import(before, imported)
        book.change(after)
        number = came_in(before, after)
        if number:
            sentence = language.ngettext(
                "{number} item came in from {file}", "{number} items came in from {file}", number
            )
        else:
            sentence = language.gettext("All that {file} holds is in your briefing already")
        said = sentence.format(number=language.number(number), file=path.name)
        self._context.say(said)

    def export_to(self, path: Path) -> None:
        """Write the briefing to a file that another laptop can import."""
        language = self._context.language
        briefing = self._context.briefing.briefing
        library = self._context.library
        records = {item.record for item in briefing.items}
        titles = {key: text[language.code] for key, text in library.titles(records).items()}
        try:
            write_whole(path, file_content(briefing, library.edition["edition"], titles))
        except AtlasError as error:
            self._context.complain(language.gettext("The briefing was not exported"), error)
        else:
            self._saver.say_saved([path])

    def save_pdf(self, path: Path, code: str) -> None:
        """Write the briefing in a language as PDF, in the background."""
        page = self._page(code)

        def write() -> Sequence[Path]:
            # typst is slow to import and only needed here.
            from desktop.sheets.briefing.pdf import save

            save(page, path)
            return [path]

        self._saver.save(write, self._context.language.gettext("The PDF was not saved"))

    def print_on(self, printer: QPrinter, code: str) -> None:
        """Print the briefing in a language: its pages are made in the background."""
        page, dots = self._page(code), dots_per_inch(printer)
        title = self._context.language.gettext("The briefing was not printed")
        complain = partial(self._context.complain, title)

        def draw() -> list[bytes]:
            from desktop.sheets.briefing.pdf import pictures

            return pictures(page, dots)

        def paint(pages: list[bytes]) -> None:
            if print_pages(printer, pages):
                self._context.say(self._context.language.gettext("Sent to the printer"))
            else:
                complain(AtlasError(UNPRINTED))

        run_in_background(self, draw, paint, complain)

    def _page(self, code: str) -> BriefingPage:
        book = self._context.briefing
        book.flush()
        return briefing_page(self._context.describer_in(code), book.briefing)


def _content(path: Path) -> bytes:
    """What a file holds; AtlasError where it cannot be read, or is too long to be a briefing."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise AtlasError(NOT_A_BRIEFING, path=path.name, suffix=SUFFIX)
        return path.read_bytes()
    except OSError as error:
        raise AtlasError(UNREADABLE, path=path.name, reason=error.strerror) from error
