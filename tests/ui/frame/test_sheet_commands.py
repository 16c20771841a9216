"""File > Save sheet: from the menu to a page that a PDF reader can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.l10n.language import Language
from desktop.ui.frame.sheet_commands import SheetDrop
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]


def choose(program: Program, path: Path) -> None:
    """Trigger the menu entry and accept its dialog with a file."""
    program.window.menus.save_sheet.trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    dialog.setDirectory(str(path.parent))
    dialog.fileSelected.emit(str(path))
    dialog.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_saved_sheet_is_one_tagged_page_in_the_language(
    start: Start, qtbot: QtBot, languages: dict[str, Language], tmp_path: Path, code: str
) -> None:
    program = start(code)
    path = tmp_path / "fiche d'été.pdf"
    choose(program, path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    qtbot.waitUntil(lambda: str(path) in program.window.status_line.text)
    reader = PdfReader(path)
    assert len(reader.pages) == 1
    assert reader.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "/StructTreeRoot" in reader.root_object
    assert str(reader.root_object["/Lang"]).startswith(code)
    text = " ".join(reader.pages[0].extract_text().split())
    for other in LANGUAGES:
        caption = languages[other].gettext("Who decides what")
        assert (caption in text) == (other == code)


def test_the_dialog_proposes_a_name_that_says_what_it_is(start: Start) -> None:
    program = start("fr")
    program.window.menus.save_sheet.trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    (chosen,) = dialog.selectedFiles()
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    (picture,) = dialog.selectedFiles()
    assert Path(picture).name == Path(chosen).with_suffix(".png").name
    dialog.close()
    assert Path(chosen).name.startswith("valley-atlas_")
    assert Path(chosen).name.endswith("belgium_fr_2026-11.pdf")
    assert len(dialog.nameFilters()) == 3


def test_a_place_that_cannot_be_written_gets_one_sentence_and_nothing_half_written(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("nl")
    choose(program, tmp_path / "missing" / "be.pdf")

    def message() -> QMessageBox:
        (box,) = program.window.findChildren(QMessageBox)
        return box

    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)), timeout=20_000)
    assert "be.pdf" in message().text()
    assert "kies" in message().text().lower()
    message().close()
    assert list(tmp_path.rglob("*.p*")) == []


def proposed(program: Program) -> str:
    """The name that the dialog of the menu entry proposes."""
    program.window.menus.save_sheet.trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    (chosen,) = dialog.selectedFiles()
    dialog.close()
    return Path(chosen).name


def test_a_record_without_a_sheet_gets_that_of_the_country(start: Start) -> None:
    program = start("en")
    program.window.open_record("term/jobs")
    assert "belgium_en" in proposed(program)


def test_the_view_of_the_sheets_saves_what_it_shows(start: Start) -> None:
    program = start("en")
    program.window.open_record("sheets/place/belgium?second=nl&layout=beside")
    settled(program.window)
    assert "belgium_en-nl" in proposed(program)


def test_closing_the_window_waits_for_the_sheet_that_is_being_saved(
    start: Start, tmp_path: Path
) -> None:
    program = start("en")
    path = tmp_path / "be.pdf"
    choose(program, path)
    program.window.close()
    assert len(PdfReader(path).pages) == 1


@pytest.mark.parametrize("suffix", [".pdf", ".PDF"])
def test_a_pdf_may_be_dropped_anywhere_on_the_window(
    start: Start, tmp_path: Path, suffix: str
) -> None:
    program = start("en")
    path = tmp_path / f"older{suffix}"
    taken: list[Path] = []
    handle = program.window.windowHandle()
    drop = SheetDrop(handle, program.window)
    drop.dropped.connect(taken.append)
    assert dragged(handle, QUrl.fromLocalFile(str(path)))
    assert not taken
    assert dropped(handle, QUrl.fromLocalFile(str(path)))
    assert taken == [path]
    handle.removeEventFilter(drop)


def test_of_two_sheets_that_are_dropped_neither_is_taken_and_a_sentence_says_so(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    handle = program.window.windowHandle()
    both = [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("one.pdf", "two.pdf")]
    assert dragged(handle, *both)
    assert dropped(handle, *both)
    (box,) = program.window.findChildren(QMessageBox)
    assert "one older sheet" in box.text()
    box.close()


@pytest.mark.parametrize("name", ["sheet.png", "folder"])
def test_a_file_that_remembers_nothing_gets_one_sentence_where_sheets_are(
    start: Start, tmp_path: Path, name: str
) -> None:
    program = start("en")
    url = QUrl.fromLocalFile(str(tmp_path / name))
    program.window.open_record("sheets/place/belgium")
    view = settled(program.window)
    assert dragged(view, url)
    assert dropped(view, url)
    (box,) = program.window.findChildren(QMessageBox)
    assert box.text() == (
        f"Only a PDF remembers its facts: in place of {name}, drop the PDF of a sheet."
    )
    box.close()


@pytest.mark.parametrize("url", ["file:///tmp/briefing.json", "https://example.org/sheet.pdf"])
def test_what_is_no_pdf_of_this_computer_is_left_to_others(start: Start, url: str) -> None:
    program = start("en")
    assert not dragged(program.window.windowHandle(), QUrl(url))


def dragged(handle: QObject, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(urls)
    event = QDragEnterEvent(
        QPoint(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QCoreApplication.sendEvent(handle, event)
    return event.isAccepted()


def dropped(handle: QObject, *urls: QUrl) -> bool:
    data = QMimeData()
    data.setUrls(urls)
    event = QDropEvent(
        QPointF(40, 40),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QCoreApplication.sendEvent(handle, event)
    return event.isAccepted()
