"""An older sheet on the window: from the file that is dropped to what has changed since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.ui.frame.navigation import Address
from desktop.ui.sheets.contents import paper_for
from desktop.ui.views.sheets import SheetsView
from tests.sheets.one_page.editions import edition

Start = Callable[[str | None], Program]
MOST = 20_000

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def sheets_of(program: Program) -> SheetsView:
    view = program.window.view("sheets")
    assert isinstance(view, SheetsView)
    return view


def saved(program: Program, path: Path) -> Path:
    view = sheets_of(program)
    program.window.open_record("sheets/place/belgium")
    view.tasks.saver.save(view.order, path)
    view.tasks.saver.finish()
    QApplication.processEvents()
    return path


def test_a_sheet_of_today_has_nothing_that_changed(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    path = saved(program, tmp_path / "be.pdf")
    program.window.go_home()
    program.window.compare_sheet(path)
    assert program.window.status_line.text == "Reading be.pdf…"
    view = sheets_of(program)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.comparison, timeout=MOST)
    assert "Nothing has changed" in program.window.status_line.text
    assert "Belgium" in view.comparison.page.accessibleName()


def test_changes_are_counted_and_lead_to_their_records(
    start: Start, qtbot: QtBot, languages: dict[str, Language], tmp_path: Path
) -> None:
    figure = "figure/biopharma-exports-2020"
    statements = [("UPDATE figure SET value = '54' WHERE record = ?", (figure,))]
    path = tmp_path / "older.pdf"
    with edition(tmp_path, statements, "2026-05") as older:
        order = SheetOrder("place/belgium", ("nl",))
        path.write_bytes(paper_for(older, order, languages).pdf())
    program = start("en")
    program.window.compare_sheet(path)
    view = sheets_of(program)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.comparison, timeout=MOST)
    assert program.window.status_line.text.startswith("1 change ")
    (link,) = [label for label in view.comparison.findChildren(QLabel) if figure in label.text()]
    assert "€54 billion" in link.text()
    assert "€56 billion" in link.text()
    link.linkActivated.emit(figure)
    assert program.window.history.current == Address("figures", figure)


def test_another_language_tells_the_same_changes(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    program.window.compare_sheet(saved(program, tmp_path / "be.pdf"))
    view = sheets_of(program)
    qtbot.waitUntil(lambda: view.stack.currentWidget() is view.comparison, timeout=MOST)
    with qtbot.waitSignal(view.tasks.older.compared, timeout=MOST):
        program.choose_language("fr")
    assert view.comparison.isVisible()


@pytest.mark.parametrize("content", [b"", b"no PDF at all", b"%PDF-1.7 and then nothing"])
def test_a_wrong_file_gets_one_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    program = start("en")
    path = tmp_path / "wrong.pdf"
    path.write_bytes(content)
    program.window.compare_sheet(path)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(QMessageBox)), timeout=MOST)
    (box,) = program.window.findChildren(QMessageBox)
    assert "wrong.pdf" in box.text()
    assert box.text().count(". ") == 0
    assert program.window.status_line.text == "The sheet was not compared"
    box.close()
    view = sheets_of(program)
    assert view.stack.currentWidget() is view.preview


def test_all_sheets_come_out_of_the_dialog(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start("en")
    view = sheets_of(program)
    view.tasks.save_all()
    dialog = view.tasks.dialog
    assert dialog is not None
    dialog.folder = tmp_path / "all"
    for code in ("fr", "nl"):
        dialog.languages[code].click()
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() > 0, timeout=MOST)
    dialog.cancel.click()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    assert list(dialog.folder.glob("*_en_*.pdf"))
    dialog.close()
