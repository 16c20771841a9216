"""File > Save country sheet: from the menu to a page that a PDF reader can read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.l10n.language import Language
from tests.conftest import LANGUAGES

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
        caption = languages[other].gettext("What the documents leave open")
        assert (caption in text) == (other == code)


def test_the_dialog_proposes_a_name_that_says_what_it_is(start: Start) -> None:
    program = start("fr")
    program.window.menus.save_sheet.trigger()
    dialog = program.window.findChildren(QFileDialog)[-1]
    (chosen,) = dialog.selectedFiles()
    dialog.close()
    assert Path(chosen).name == "valley-atlas_belgium_fr_2026-11.pdf"


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
