"""The dialog that writes all sheets: asked, cancelled, told what came of it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import SheetOrder
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.paper.saving import save_paper
from desktop.ui.sheets.all_sheets import AllSheetsDialog, Progress
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]
MOST = 20_000


@dataclass
class Step:
    done: int
    total: int
    path: Path | None
    seconds_left: float | None


@dataclass
class Outcome:
    written: list[Path] = field(default_factory=list[Path])
    failed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    is_cancelled: bool = False


class CountrySheets:
    """The country's sheet in some languages, one after the other; each waits for `may_go`."""

    def __init__(self, program: Program, codes: Sequence[str], folder: Path) -> None:
        self.codes = codes
        self.folder = folder
        self.may_go = threading.Event()
        self.may_go.set()
        self.failing: set[str] = set()
        self.broken: AtlasError | None = None
        self._program = program

    def run(
        self, on_progress: Callable[[Progress], None], is_cancelled: Callable[[], bool]
    ) -> Outcome:
        outcome = Outcome()
        if self.broken:
            raise self.broken
        for number, code in enumerate(self.codes, start=1):
            path = self.folder / f"{code}.pdf"
            if code in self.failing:
                outcome.failed.append((path.name, "It does not fit."))
            else:
                self._write(code, path)
                outcome.written.append(path)
            on_progress(Step(number, len(self.codes), path, 90.0 * (len(self.codes) - number)))
            self.may_go.wait(MOST / 1000)
            if is_cancelled():
                outcome.is_cancelled = True
                break
        return outcome

    def _write(self, code: str, path: Path) -> None:
        context = self._program.context
        order = SheetOrder(context.country().id, (code,))
        save_paper(paper_of(context.library, order, context.languages), path)


def opened(
    program: Program, qtbot: QtBot, folder: Path, prepare: Callable[[CountrySheets], object]
) -> tuple[AllSheetsDialog, list[CountrySheets]]:
    made: list[CountrySheets] = []

    def make(codes: Sequence[str], path: Path) -> CountrySheets:
        batch = CountrySheets(program, codes, path)
        prepare(batch)
        made.append(batch)
        return batch

    dialog = AllSheetsDialog(program.context, program.window, make)
    dialog.folder = folder
    dialog.open()
    return dialog, made


def test_every_sheet_is_written_and_counted(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start("en")
    dialog, made = opened(program, qtbot, tmp_path, lambda _batch: None)
    dialog.languages["fr"].click()
    dialog.start.click()
    assert not dialog.start.isEnabled()
    assert dialog.cancel.text() == "Cancel"
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["en.pdf", "nl.pdf"]
    assert set(made[0].codes) == {"en", "nl"}
    assert dialog.said.text() == f"2 sheets were written to {tmp_path}."
    assert dialog.bar.value() == dialog.bar.maximum()
    assert program.window.status_line.text == dialog.said.text()
    assert dialog.cancel.text() == "Close"
    dialog.close()


def test_while_it_writes_it_says_how_far_it_is_and_how_long_it_takes(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    dialog, made = opened(program, qtbot, tmp_path, lambda batch: batch.may_go.clear())
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() == 1, timeout=MOST)
    assert dialog.bar.maximum() == 3
    assert dialog.said.text() == "1 of 3 sheets is written."
    assert dialog.left.text() == "About 3 minutes left"
    made[0].may_go.set()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    dialog.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_cancel_stays_where_it_is_while_sheets_are_written(
    start: Start, qtbot: QtBot, tmp_path: Path, code: str
) -> None:
    program = start(code)
    dialog, made = opened(program, qtbot, tmp_path, lambda batch: batch.may_go.clear())
    # So that the folder is written out.
    dialog.languages["fr"].click()
    dialog.languages["fr"].click()
    QApplication.processEvents()
    before = dialog.cancel.mapToGlobal(dialog.cancel.rect().center()).y()
    # The border of a button that has the focus is wider by a pixel.
    little = dialog.fontMetrics().height() // 4
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() == 1, timeout=MOST)
    QApplication.processEvents()
    assert dialog.cancel.mapToGlobal(dialog.cancel.rect().center()).y() == pytest.approx(
        before, abs=little
    )
    dialog.cancel.click()
    QApplication.processEvents()
    assert dialog.cancel.mapToGlobal(dialog.cancel.rect().center()).y() == pytest.approx(
        before, abs=little
    )
    made[0].may_go.set()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    dialog.close()


def test_cancel_ends_it_and_what_is_written_stays(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    dialog, made = opened(program, qtbot, tmp_path, lambda batch: batch.may_go.clear())
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.bar.value() == 1, timeout=MOST)
    dialog.cancel.click()
    assert dialog.isVisible()
    assert not dialog.cancel.isEnabled()
    made[0].may_go.set()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert dialog.said.text().startswith("Ended early: 1 sheet was written")
    dialog.cancel.click()
    assert not dialog.isVisible()


def test_what_failed_is_named_with_why(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    program = start("en")
    dialog, _made = opened(program, qtbot, tmp_path, lambda batch: batch.failing.add("nl"))
    dialog.start.click()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    assert "1 sheet could not be written:" in dialog.left.text()
    assert "nl.pdf: It does not fit." in dialog.left.text()
    dialog.close()


def test_a_folder_that_takes_nothing_gets_one_sentence(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    refused = AtlasError("The folder {path} cannot be made: choose another place.", path="x")
    dialog, _made = opened(
        program, qtbot, tmp_path, lambda batch: setattr(batch, "broken", refused)
    )
    dialog.start.click()
    qtbot.waitUntil(dialog.start.isEnabled, timeout=MOST)
    assert dialog.said.text() == "The folder x cannot be made: choose another place."
    dialog.close()


def test_without_a_language_there_is_nothing_to_write(start: Start, qtbot: QtBot) -> None:
    program = start("fr")
    dialog, _made = opened(program, qtbot, Path(), lambda _batch: None)
    for box in dialog.languages.values():
        box.click()
    assert not dialog.start.isEnabled()
    dialog.close()
