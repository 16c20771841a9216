"""Measures browsing in the real window, beside the least that Qt can do.

Each figure is the time until the window is painted again. Its rival shows the same words in a bare
text browser, or as many rows in a bare list view, in the same process and in turn.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app import Program

_ROOT = Path(__file__).resolve().parent.parent.parent
_TODAY = datetime.date(2026, 11, 22)
_SEED = 1
_SWITCHES = 30
_PAGES = 200
_MANY = 100_000


class _Clock:
    """Takes the time of an action until the window is painted."""

    def __init__(self, window: QWidget) -> None:
        from PySide6.QtWidgets import QApplication

        self._window = window
        self._process = QApplication.processEvents

    def time(self, action: Callable[[], object]) -> float:
        """Milliseconds from the action to the paint after it."""
        started = time.perf_counter()
        action()
        self._window.repaint()
        self._process()
        taken = (time.perf_counter() - started) * 1000
        _take_out_the_dead()
        return taken


def _take_out_the_dead() -> None:
    """Delete what is to be deleted later: without an event loop of its own Qt never does."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _report(name: str, times: Sequence[float], rival: Sequence[float] = ()) -> None:
    ordered = sorted(times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    median = statistics.median(ordered)
    beside = f"{median / statistics.median(rival):8.1f} times" if rival else ""
    line = f"{name:44}{median:8.1f}{late:8.1f}{ordered[-1]:8.1f}"
    print(f"{line}{beside:>16}", flush=True)


def _start(application: QApplication, data: Path, folder: str) -> Program:
    from desktop import bundled
    from desktop.app import Program
    from desktop.l10n.language import languages_in

    languages = languages_in(bundled.catalogs())
    user_dir = Path(tempfile.mkdtemp(dir=folder))
    program = Program(application, languages, data, user_dir, "nl", _TODAY)
    program.start()
    program.window.resize(1024, 640)
    while program.window.history.current is None:
        application.processEvents()
    return program


def _records(program: Program) -> None:
    """Open every record once, in an order that knows no neighbours, then all of the first again."""
    from PySide6.QtWidgets import QTextBrowser

    from desktop.ui import views
    from desktop.ui.frame.navigation import Address

    clock = _Clock(program.window)
    for spec in views.ALL:
        clock.time(lambda spec=spec: program.window.go(Address(spec.key)))
    ids = [record.id for record in program.library.list()]
    random.Random(_SEED).shuffle(ids)  # noqa: S311 - nothing is kept secret by it
    bare = QTextBrowser()
    bare.resize(640, 560)
    bare.show()
    bare_clock = _Clock(bare)
    times: list[float] = []
    rival: list[float] = []
    for record_id in ids:
        text = program.context.describer.facts_only(program.library.get(record_id))
        times.append(clock.time(lambda record_id=record_id: program.window.open_record(record_id)))
        rival.append(bare_clock.time(lambda text=text: bare.setPlainText(text)))
    _report("open a record", times, rival)
    bare.close()


def _switches(program: Program) -> None:
    from desktop.ui import views
    from desktop.ui.frame.navigation import Address

    clock = _Clock(program.window)
    codes = list(program.context.languages)
    for spec in views.ALL:
        program.window.go(Address(spec.key))
        times = [
            clock.time(lambda turn=turn: program.choose_language(codes[turn % len(codes)]))
            for turn in range(_SWITCHES)
        ]
        _report(f"switch the language in {spec.key}", times)
    times = [
        clock.time(lambda turn=turn: program.choose_theme(("dark", "light")[turn % 2]))
        for turn in range(_SWITCHES)
    ]
    _report("switch the theme", times)


def _many(program: Program) -> None:
    """A list of very many records: open it, and turn its pages."""
    from PySide6.QtCore import QStringListModel, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QListView

    from desktop.ui.frame.navigation import Address
    from desktop.ui.lists.record_table import RecordTable

    clock = _Clock(program.window)
    _report(
        f"open a list of {_MANY:,} records",
        [clock.time(lambda: program.window.go(Address("programmes")))],
    )
    rows = program.window.view("programmes").findChild(RecordTable)
    if not isinstance(rows, RecordTable):
        raise TypeError(rows)
    bare = QListView()
    bare.setModel(QStringListModel([f"programme {number}" for number in range(_MANY)]))
    bare.setUniformItemSizes(True)
    bare.resize(rows.size())
    bare.show()
    bare_clock = _Clock(bare)
    bars = rows.verticalScrollBar(), bare.verticalScrollBar()

    def turn(bar: int) -> Callable[[], None]:
        return lambda: bars[bar].setValue(bars[bar].value() + bars[bar].pageStep())

    times = [(clock.time(turn(0)), bare_clock.time(turn(1))) for _ in range(_PAGES)]
    _report("turn a page of it", *(list(each) for each in zip(*times, strict=True)))

    def go_down(table: QWidget = rows) -> None:
        QTest.keyClick(table, Qt.Key.Key_Down)

    down = [clock.time(go_down) for _ in range(_PAGES)]
    _report("go a record down in it", down)
    bare.close()


def _cases(many: Path | None) -> Iterator[tuple[Path, Callable[[Program], None]]]:
    from desktop import bundled

    yield bundled.atlas(), _records
    yield bundled.atlas(), _switches
    if many is not None:
        yield many, _many


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fast Valley Atlas browses.")
    parser.add_argument("--quick", action="store_true", help="without the list of 100,000 records")
    options = parser.parse_args()
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.app import make_application

    application = make_application()
    print(
        f"{'milliseconds to the paint':44}{'median':>8}{'95 %':>8}{'most':>8}{'against bare':>16}"
    )
    with tempfile.TemporaryDirectory() as folder:
        many = None
        if not options.quick:
            from synthetic import make

            from desktop import bundled
            from desktop.domain.records import Kind

            many = Path(folder) / "many.sqlite"
            # Programmes alone, because one list is to hold them all; making them takes minutes.
            make(bundled.atlas(), _MANY, (Kind.PROGRAMME,), many)
        for data, measure in _cases(many):
            program = _start(application, data, folder)
            measure(program)
            program.window.close()
            program.window.deleteLater()
            _take_out_the_dead()
            program.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
