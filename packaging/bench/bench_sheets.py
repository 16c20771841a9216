"""Measures how soon sheets are made, beside the same page drawn by Qt's own PDF writer.

The rival gets the texts ready, in one HTML document that is scaled to one page: no choice of what
goes in, no fitting, no tags, no attachments. Both take turns in one process. Every PDF of the
program is as large and as complete as the one it saves.
"""

from __future__ import annotations

import argparse
import html
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.l10n.language import Language
    from desktop.sheets.one_page.parts import AnyRow, Block, Sheet
    from desktop.store.reader import AtlasLibrary

_ROOT = Path(__file__).resolve().parent.parent.parent
_LANGUAGE = "en"
_FRESH_STARTS = 9
_MARGIN = 15
_DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72


def as_html(sheet: Sheet) -> str:
    """All texts of a sheet as a plain HTML document: headings, tables and lines."""
    parts = [_tag("h1", sheet.title), _tag("p", f"{sheet.subtitle}, {sheet.edition}")]
    for block in sheet.blocks:
        parts += _block(block)
    parts.append(_tag("h2", sheet.sources_heading))
    parts += [_tag("p", f"{source.document}: {source.paragraph}") for source in sheet.sources]
    return "".join([*parts, _tag("p", sheet.citation), _tag("p", sheet.caveat)])


def _block(block: Block[AnyRow]) -> Iterator[str]:
    yield _tag("h2", block.heading)
    rows = [block.columns, *map(_cells, block.rows)]
    cells = ("".join(_tag("td", cell) for cell in row) for row in rows)
    yield f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    yield _tag("p", block.missing)


def _cells(row: AnyRow) -> tuple[str, ...]:
    """The texts of any row, in order."""
    values = [getattr(row, name) for name in row.__slots__ if name != "records"]
    texts = [value for value in values if isinstance(value, str)]
    others = [text for other in getattr(row, "others", ()) for text in _cells(other)]
    return (*texts, *getattr(row, "cells", ()), *others)


def _tag(name: str, text: str) -> str:
    return f"<{name}>{html.escape(text)}</{name}>" if text else ""


def draw_with_qt(page: str, path: Path) -> None:
    """Write an HTML document as a PDF of one A4 page, scaled down to fit."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultFont(QFont("Inter", 9))
    document.setHtml(page)
    document.setTextWidth(writer.width() * _POINTS_PER_INCH / _DOTS_PER_INCH)
    size = document.size()
    painter = QPainter(writer)
    scale = min(writer.width() / size.width(), writer.height() / size.height())
    painter.scale(scale, scale)
    document.drawContents(painter)
    painter.end()


def _milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _each(
    library: AtlasLibrary, languages: Mapping[str, Language], subjects: Sequence[str], folder: Path
) -> dict[str, list[float]]:
    """Milliseconds a sheet in a warm process: from nothing to the file, again, and by Qt; sizes."""
    from desktop.domain.sheet_orders import SheetOrder
    from desktop.sheets.one_page.making import paper_of
    from desktop.sheets.one_page.sheet import sheets_of

    ours, rival = folder / "ours.pdf", folder / "rival.pdf"
    found: dict[str, list[float]] = {"first": [], "again": [], "qt": [], "size": [], "qt size": []}
    for subject in subjects:
        order = SheetOrder(subject, (_LANGUAGE,))

        def make(order: SheetOrder = order) -> None:
            ours.write_bytes(paper_of(library, order, languages).pdf())

        found["first"].append(_milliseconds(make))
        found["again"].append(_milliseconds(make))
        page = as_html(sheets_of(library, order, languages)[0])
        found["qt"].append(_milliseconds(lambda page=page: draw_with_qt(page, rival)))
        found["size"].append(ours.stat().st_size / 1000)
        found["qt size"].append(rival.stat().st_size / 1000)
    return found


def _fresh(subject: str, folder: Path) -> dict[str, list[float]]:
    """Milliseconds of a command that makes one sheet, and of a Python that does nothing."""
    path = str(folder / "fresh.pdf")
    sheet = [sys.executable, "-m", "desktop", "sheet", subject, "--lang", _LANGUAGE, "-o", path]
    commands = {"sheet": sheet, "nothing": [sys.executable, "-c", "pass"]}
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(_FRESH_STARTS + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
            if turn:
                times[name].append((time.perf_counter() - started) * 1000)
    return times


def _batch(
    library: AtlasLibrary,
    languages: Mapping[str, Language],
    subjects: Sequence[str],
    folder: Path,
    workers: int,
) -> tuple[float, int]:
    """Seconds to make the sheets in all languages with so many workers, and how many these are."""
    from desktop.domain.sheet_orders import SheetOrder
    from desktop.sheets.one_page.paper.batch import Batch

    orders = [SheetOrder(subject, (code,)) for subject in subjects for code in languages]
    batch = Batch(library, orders, languages, folder, workers=workers)
    started = time.perf_counter()
    result = batch.run()
    if len(result.written) != len(orders):
        raise SystemExit(f"Of {len(orders)} sheets, {len(result.written)} were made.")
    return time.perf_counter() - started, len(orders)


def _report(name: str, values: Sequence[float], rival: float = 0, unit: str = "ms") -> None:
    ordered = sorted(values)
    median = statistics.median(ordered)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    beside = f"{median / rival:8.1f} times" if rival else ""
    line = f"{name:40}{median:9.0f}{late:9.0f}{ordered[-1]:9.0f} {unit}"
    print(f"{line}{beside:>16}", flush=True)


def _report_each(found: Mapping[str, Sequence[float]]) -> None:
    qt = statistics.median(found["qt"])
    _report("one sheet, the first time", found["first"], qt)
    _report("the same again", found["again"], qt)
    _report("its texts through QPdfWriter", found["qt"], qt)
    qt_size = statistics.median(found["qt size"])
    _report("size of its PDF, with facts and tags", found["size"], qt_size, "kB")
    _report("size of the PDF of QPdfWriter", found["qt size"], qt_size, "kB")


def _report_batch(seconds: float, sheets: int, workers: int, alone: float = 0) -> None:
    """A line for so many sheets in so many seconds; `alone` is what one worker took for them."""
    name = f"{sheets} sheets, {workers} at a time"
    beside = f"{alone / seconds:8.2f} times as fast" if alone else ""
    each = f"{seconds / sheets * 1000:.0f} ms each"
    print(f"{name:40}{seconds:9.1f} s   {each}{beside:>25}", flush=True)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how soon sheets are made.")
    parser.add_argument(
        "--every", type=int, default=4, help="take every such sheet where not all are made (4)"
    )
    every = parser.parse_args().every
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop import bundled
    from desktop.app import make_application
    from desktop.l10n.language import languages_in
    from desktop.sheets.one_page.sheet import sheet_ids
    from desktop.store.reader import AtlasLibrary

    application = make_application()
    languages = languages_in(bundled.catalogs())
    library = AtlasLibrary.open(bundled.atlas())
    known = sheet_ids(library)
    subjects = known[::every]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Fonts and templates are loaded once: the last sheet is the one that pays for that.
        _each(library, languages, known[-1:], folder)
        head = f"{len(subjects)} sheets in “{_LANGUAGE}”, to a file on disk"
        print(f"{head:40}{'median':>9}{'95 %':>9}{'most':>9}    {'beside Qt':>15}")
        _report_each(_each(library, languages, subjects, folder))
        fresh = _fresh(known[0], folder)
        nothing = statistics.median(fresh["nothing"])
        print(
            f"\n{'a fresh command':40}{'median':>9}{'95 %':>9}{'most':>9}    {'beside nothing':>15}"
        )
        _report("valley-atlas sheet", fresh["sheet"], nothing)
        _report("python -c pass", fresh["nothing"], nothing)
        print(f"\nin {' '.join(languages)}, {os.cpu_count()} cores")
        workers = os.cpu_count() or 1
        alone, count = _batch(library, languages, subjects, folder / "alone", 1)
        _report_batch(alone, count, 1)
        together, count = _batch(library, languages, subjects, folder / "together", workers)
        _report_batch(together, count, workers, alone)
        _report_batch(*_batch(library, languages, known, folder / "all", workers), workers)
    library.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
