"""Measures how soon a chart is seen, beside one that pyqtgraph draws in a bare window.

What is opened for the first time is opened in a process of its own; the rivals take turns, so that
a busy moment of the machine hits all of them. On a busy machine there are fewer turns: what is
under way when the time is over is still finished. Figures are printed and never judged.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop.app import Program

_ROOT = Path(__file__).resolve().parent.parent.parent
_TODAY = datetime.date(2026, 11, 22)
_VIEWS = ("charts", "milestones", "map", "explorer", "timeline")
_PLOT, _CHART = "pyqtgraph", "chart"
_RIVALS = {_CHART: "our bars", _PLOT: "bars of pyqtgraph"}
_WIDTH, _HEIGHT = 1400, 1000
# Home is looked at so long before one goes on, in seconds.
_LOOKS = (0.0, 1.5)
# Painted for good: nothing was painted anew for so long, in seconds.
_QUIET = 0.15
_WARM_TURNS = 3
# No turn begins after so many seconds.
_LIMIT = 70


def _painted(application: QApplication, window: QWidget, action: Callable[[], object]) -> float:
    """Milliseconds from an action to the end of the last paint that it leads to."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        has_painted = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.UpdateRequest:
                self.has_painted = True
            return super().eventFilter(watched, event)

    watch = Watch()
    window.installEventFilter(watch)
    started = time.perf_counter()
    action()
    finished = time.perf_counter()
    while time.perf_counter() - finished < _QUIET:
        application.processEvents()
        if watch.has_painted:
            watch.has_painted = False
            finished = time.perf_counter()
    window.removeEventFilter(watch)
    return (finished - started) * 1000


def _start(application: QApplication, folder: str, look: float) -> Program:
    """The program at home, looked at for so many seconds."""
    from desktop import bundled
    from desktop.app import Program
    from desktop.l10n.language import languages_in

    # A cursor that blinks is a paint that nobody asked for.
    application.setCursorFlashTime(0)
    languages = languages_in(bundled.catalogs())
    program = Program(application, languages, bundled.atlas(), Path(folder), "nl", _TODAY)
    program.window.resize(_WIDTH, _HEIGHT)
    program.start()
    while program.window.history.current is None:
        application.processEvents()
    program.window.repaint()
    # As the program does when its start is over.
    gc.freeze()
    until = time.perf_counter() + look
    while time.perf_counter() < until:
        application.processEvents()
        time.sleep(0.001)
    return program


def _open_view(key: str, look: float) -> list[float]:
    """Milliseconds until a view is painted that no one opened before."""
    from desktop.app import make_application
    from desktop.ui.frame.navigation import Address

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        program = _start(application, folder, look)
        window = program.window
        taken = _painted(application, window, lambda: window.go(Address(key)))
        window.close()
        program.close()
    return [taken]


def _drawn_twice(application: QApplication, draw: Callable[[QWidget], object]) -> list[float]:
    """Milliseconds until bars are drawn in a bare window: with imports, and once more without."""
    from PySide6.QtWidgets import QWidget

    times: list[float] = []
    for _turn in range(2):
        window = QWidget()
        window.resize(_WIDTH, _HEIGHT)
        window.show()
        application.processEvents()
        times.append(_painted(application, window, partial(draw, window)))
    return times


def _open_plot() -> list[float]:
    from PySide6.QtWidgets import QApplication

    def draw(window: QWidget) -> None:
        import pyqtgraph

        plot = pyqtgraph.PlotWidget(window)
        plot.addItem(pyqtgraph.BarGraphItem(x=range(15), height=range(15), width=0.5))
        plot.resize(window.size())
        plot.show()

    return _drawn_twice(QApplication([]), draw)


def _open_chart() -> list[float]:
    """As `_open_plot` for our own chart of most bars, read from the library and worded too."""
    from desktop import bundled
    from desktop.app import Program, make_application
    from desktop.domain.chart_specs import ChartForm
    from desktop.l10n.language import languages_in

    application = make_application()
    languages = languages_in(bundled.catalogs())
    with tempfile.TemporaryDirectory() as folder:
        program = Program(application, languages, bundled.atlas(), Path(folder), "nl", _TODAY)
        context = program.context
        bars = (spec for spec in program.library.charts() if spec.form is ChartForm.BARS)
        spec = max(bars, key=lambda spec: sum(len(panel.figures) for panel in spec.panels))

        def draw(window: QWidget) -> None:
            from desktop.sheets.charts.pages import chart_page
            from desktop.ui.charts.chart_canvas import ChartCanvas

            canvas = ChartCanvas(context)
            canvas.setParent(window)
            canvas.show_page(chart_page(context.describer, spec))
            canvas.resize(window.size())
            canvas.show()

        times = _drawn_twice(application, draw)
        program.close()
    return times


def _fresh(what: str, look: float) -> list[float]:
    """The times that a new process measures."""
    command = [sys.executable, __file__, "--measure", what, "--look", str(look)]
    environment = {**os.environ}
    # As on a user's machine, where earlier starts leave compiled modules behind.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPATH"] = str(_ROOT)
    done = subprocess.run(
        command, env=environment, cwd=_ROOT, stdout=subprocess.PIPE, check=True, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def _report(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    median = statistics.median(ordered)
    print(f"{name:52}{ordered[0]:8.0f}{median:8.0f}{ordered[-1]:8.0f}", flush=True)


def _first_openings(turns: int) -> None:
    times: dict[str, list[float]] = {}
    until = time.perf_counter() + _LIMIT
    for _turn in range(turns):
        if times and time.perf_counter() > until:
            break
        for rival, name in _RIVALS.items():
            cold, warm = _fresh(rival, 0)
            times.setdefault(f"{name} in a bare window, with the imports", []).append(cold)
            times.setdefault(f"{name} in a bare window, once more", []).append(warm)
        for look in _LOOKS:
            for view in _VIEWS:
                name = f"{view}, {look:.1f} s after home" if look else f"{view}, at once after home"
                times.setdefault(name, []).extend(_fresh(view, look))
    for name, found in times.items():
        _report(name, found)


def _each_chart() -> None:
    """Every chart in the view of charts, in each language in turn."""
    from desktop.app import make_application
    from desktop.ui.frame.navigation import Address

    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        program = _start(application, folder, _LOOKS[-1])
        window = program.window
        window.go(Address("charts"))
        first: list[float] = []
        again: list[float] = []
        for turn in range(_WARM_TURNS):
            for spec in reversed(program.library.charts()):
                address = Address("charts", filters=(("chart", spec.id),))
                taken = _painted(application, window, lambda address=address: window.go(address))
                (again if turn else first).append(taken)
        _report("each chart, shown for the first time", first)
        _report("each chart, shown again", again)
        window.close()
        program.close()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how soon a chart is seen.")
    parser.add_argument("--turns", type=int, default=3, help="of new processes for each view (3)")
    parser.add_argument("--measure", choices=(*_VIEWS, *_RIVALS), help=argparse.SUPPRESS)
    parser.add_argument("--look", type=float, default=0.0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.measure in _RIVALS:
        print(json.dumps(_open_plot() if options.measure == _PLOT else _open_chart()))
        return 0
    if options.measure:
        print(json.dumps(_open_view(options.measure, options.look)))
        return 0
    print(f"{'milliseconds to the last paint':52}{'least':>8}{'median':>8}{'most':>8}", flush=True)
    _first_openings(options.turns)
    _each_chart()
    return 0


if __name__ == "__main__":
    sys.exit(main())
