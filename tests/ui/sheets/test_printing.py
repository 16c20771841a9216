"""What a printer gets: the page of the sheet, dot for dot, alone on paper of its size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.sheets.sheet_saving import MOST_DOTS_PER_INCH
from desktop.ui.views.sheets import SheetsView
from tests.ui.settling import settled

Start = Callable[[str | None], Program]
MOST = 30_000
# In points, as A4 is cut.
SHORT, LONG = 595, 842
POINTS_PER_INCH = 72
# How finely two pages are compared. Their greys differ at the edges of letters alone, for a letter
# of dots is no letter of lines: a page that lies two hundredths of an inch off differs by 16.
FINENESS = 100
MOST_DIFFERENCE = 12


@pytest.mark.parametrize(
    ("layout", "size", "pages"),
    [("", (SHORT, LONG), 1), ("faces", (SHORT, LONG), 2), ("beside", (LONG, SHORT), 1)],
)
def test_what_is_printed_is_the_sheet_that_is_saved(
    start: Start, qtbot: QtBot, tmp_path: Path, layout: str, size: tuple[int, int], pages: int
) -> None:
    """Neither smaller nor cropped nor turned: laid over each other, the two are one."""
    program = start("en")
    second = f"?second=nl&layout={layout}" if layout else ""
    program.window.open_record(f"sheets/place/belgium{second}")
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    printed, dots = print_to(tmp_path / "printed.pdf", program, view, qtbot)
    saved = tmp_path / "saved.pdf"
    view.tasks.saver.save(view.order, saved)
    view.tasks.saver.finish()
    asked = pypdfium2.PdfDocument(saved)
    assert len(printed) == len(asked) == pages
    for one, other in zip(printed, asked, strict=True):
        assert tuple(round(side) for side in one.get_size()) == size
        difference = np.abs(greys(one).astype(int) - greys(other).astype(int))
        assert difference.mean() < MOST_DIFFERENCE
        assert abs(ink(one) - ink(other)) < 0.01
        assert edges(one) == pytest.approx(edges(other), abs=2)
    assert dots == MOST_DOTS_PER_INCH


def test_letters_are_printed_without_the_specks_of_a_photograph(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    program.window.open_record("sheets/place/belgium")
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    print_to(tmp_path / "printed.pdf", program, view, qtbot)
    content = (tmp_path / "printed.pdf").read_bytes()
    assert b"/FlateDecode" in content
    assert b"/DCTDecode" not in content


def print_to(
    path: Path, program: Program, view: SheetsView, qtbot: QtBot
) -> tuple[pypdfium2.PdfDocument, int]:
    """Prints what a view shows into a file; how many dots an inch of the first page has, too."""
    printer = view.tasks.saver.printer_for(view.order)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    view.tasks.saver.print_on(printer, view.order)
    line = program.window.status_line
    qtbot.waitUntil(lambda: line.text == "Sent to the printer", timeout=MOST)
    document = pypdfium2.PdfDocument(path)
    page: Any = document[0]
    (picture,) = page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    width, _height = picture.get_px_size()
    return document, round(width / page.get_width() * POINTS_PER_INCH)


def greys(page: Any) -> np.ndarray:
    """The dots of a page, 0 for black to 255 for white."""
    return page.render(scale=FINENESS / POINTS_PER_INCH, grayscale=True).to_numpy()


def ink(page: Any) -> float:
    """How much of a page is black, as a share."""
    return 1 - float(greys(page).mean()) / 255


def edges(page: Any) -> tuple[int, int, int, int]:
    """Where the ink begins and ends, down and across."""
    down, across = np.nonzero(greys(page) < 200)
    return int(down.min()), int(down.max()), int(across.min()), int(across.max())
