"""Import, export, PDF and print: from the button to the file, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.briefing_format import read_content
from desktop.l10n.language import Language
from desktop.ui.briefing.printing import print_pages
from desktop.ui.frame.navigation import Address
from desktop.ui.views.briefing import BriefingView
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIGURE = "figure/prevention-share-of-budget"
BRIEFING = Briefing((Meeting("Leuven", (Item(FIGURE, "Waarom?", "f"),), "A"),))


def open_briefing(program: Program, briefing: Briefing = BRIEFING) -> BriefingView:
    program.context.briefing.change(briefing)
    program.window.go(Address("briefing"))
    view = program.window.view("briefing")
    assert isinstance(view, BriefingView)
    return view


def choose(view: BriefingView, path: Path) -> str:
    """Accept the dialog that is open with a file; the name that it proposed comes back."""
    dialog = view.window().findChildren(QFileDialog)[-1]
    (proposed,) = dialog.selectedFiles() or [""]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return Path(proposed).name


def messages(program: Program) -> list[str]:
    return [box.text() for box in program.window.findChildren(QMessageBox)]


def test_what_one_laptop_exports_another_one_imports(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "réunion.briefing.json"
    view = open_briefing(start("nl"))
    view.commands.export.click()
    assert choose(view, path) == "valley-atlas_2026-11-22.briefing.json"
    assert read_content(path.read_bytes(), "x") == BRIEFING
    assert "Aandeel van preventie" in path.read_text(encoding="utf-8")
    other = start("fr")
    said: list[str] = []
    other.context.announced.connect(said.append)
    view = open_briefing(other, Briefing((Meeting("", (Item(FIGURE, "Mien"),)),)))
    view.commands.import_.click()
    choose(view, path)
    assert [item.note for item in view.book.briefing.items] == ["Mien", "Waarom?"]
    view.exchange.import_file(path)
    assert len(view.book.briefing.items) == 2
    assert len(said) == 2
    assert all("réunion.briefing.json" in sentence for sentence in said)
    view.book.undo()
    assert [item.note for item in view.book.briefing.items] == ["Mien"]


@pytest.mark.parametrize(
    "content", [b"%PDF", b'{"format": "valley-atlas-briefing", "version": 9, "meetings": []}']
)
def test_a_file_that_is_no_briefing_changes_nothing_and_says_why(
    start: Start, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    program = start("en")
    view = open_briefing(program)
    view.exchange.import_file(path)
    (message,) = messages(program)
    assert message.startswith("other.json ")
    assert view.book.briefing == BRIEFING


def test_a_file_that_cannot_be_read_or_written_is_said_in_a_sentence(
    start: Start, tmp_path: Path
) -> None:
    program = start("en")
    view = open_briefing(program)
    view.exchange.import_file(tmp_path)
    view.exchange.import_file(tmp_path / "missing.json")
    view.exchange.export_to(tmp_path / "missing" / "x.json")
    assert [message.count("cannot be") for message in messages(program)] == [1, 1, 1]
    assert list(tmp_path.glob("*.json")) == []


def test_a_huge_file_is_not_read(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.briefing.exchange.MOST_BYTES", 10)
    path = tmp_path / "huge.briefing.json"
    path.write_bytes(b"x" * 11)
    program = start("en")
    open_briefing(program).exchange.import_file(path)
    assert "not a briefing" in messages(program)[0]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pdf_is_in_the_language_that_was_chosen(
    start: Start, qtbot: QtBot, languages: dict[str, Language], tmp_path: Path, code: str
) -> None:
    program = start("en" if code != "en" else "fr")
    view = open_briefing(program)
    path = tmp_path / f"{code}.pdf"
    names = {action.text(): action for action in view.commands.pdf.languages.actions()}
    assert set(names) == {"Nederlands", "Français", "English"}
    said: list[str] = []
    program.context.announced.connect(said.append)
    names[languages[code].own_name].trigger()
    assert choose(view, path) == f"valley-atlas_briefing_{code}_2026-11-22.pdf"
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert str(path) in said[0]
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert program.library.title(FIGURE)[code].split()[0] in text
    assert "Waarom?" in text


def test_a_pdf_that_cannot_be_written_is_said_in_a_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    open_briefing(program).exchange.save_pdf(tmp_path / "missing" / "x.pdf", "en")
    qtbot.waitUntil(lambda: bool(messages(program)), timeout=20_000)
    assert "cannot be written" in messages(program)[0]


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_the_printer_gets_the_pages_that_the_pdf_has(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("nl")
    note = "A line.\n" * 90
    view = open_briefing(program, Briefing((Meeting("", (Item(FIGURE, note),)),)))
    said: list[str] = []
    program.context.announced.connect(said.append)
    view.exchange.print_on(printer_to(tmp_path / "printed.pdf"), "fr")
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    view.exchange.save_pdf(tmp_path / "saved.pdf", "fr")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    printed, saved = (PdfReader(tmp_path / name) for name in ("printed.pdf", "saved.pdf"))
    assert len(printed.pages) == len(saved.pages) == 2
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    resources: Any = printed.pages[0]["/Resources"]
    (image,) = resources["/XObject"].values()
    # At 300 dots per inch.
    assert (image["/Width"], image["/Height"]) == (2480, 3508)


@pytest.mark.parametrize("answer", [QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected])
def test_the_print_dialog_is_asked_before_anything_is_printed(
    start: Start, monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode
) -> None:
    view = open_briefing(start("en"))
    printed: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: answer)
    monkeypatch.setattr(view.exchange, "print_on", lambda _printer, code: printed.append(code))
    view.commands.print_.languages.actions()[0].trigger()
    assert printed == (["en"] if answer == QDialog.DialogCode.Accepted else [])


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_in_a_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    view = open_briefing(program)
    view.exchange.print_on(printer_to(tmp_path / "missing" / "x.pdf"), "en")
    qtbot.waitUntil(lambda: bool(messages(program)), timeout=30_000)
    assert "printer did not take" in messages(program)[0]


def test_only_the_pages_that_were_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    pictures = [picture(tmp_path / "page.png", shade) for shade in (0, 80, 160, 240)]
    printer = printer_to(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(printer, pictures)
    assert len(PdfReader(tmp_path / "some.pdf").pages) == 2


def picture(path: Path, shade: int) -> bytes:
    image = QImage(21, 30, QImage.Format.Format_RGB32)
    image.fill(shade)
    image.save(str(path))
    return path.read_bytes()
