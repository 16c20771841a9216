"""Measures the timeline with very many made-up events, beside a bare repaint of the same size.

A frame is the time of one step of the wheel until the timeline is painted again. Its rival is a
widget of the same size that fills itself with one colour, in the same process and in turn.

What the program does once and never while one zooms, the benchmark does before it measures, as the
program does: it leaves what the start made alone when garbage is collected, and its first page has
written dates. Of a collection of what 10,000 events hold, the report says what it takes.
"""

from __future__ import annotations

import argparse
import datetime
import gc
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
    from PySide6.QtWidgets import QWidget

    from desktop.sheets.timeline.page import TimelineEvent, TimelinePage
    from desktop.ui.context import Context
    from desktop.ui.timeline.canvas import TimelineCanvas

_TODAY = datetime.date(2026, 11, 22)
_SEED = 1
_EVENTS = 10_000
_FIRST_YEAR, _LAST_YEAR = 1980, 2030
_WIDTH, _HEIGHT = 1180, 760
_STEPS = 150
_FIRST_PAINTS = 7
_FRAME = 1000 / 60


def made_up(events: int, seed: int = _SEED) -> TimelinePage:
    """A page of made-up events of every look and precision, in lanes by pillar."""
    from desktop.sheets.timeline.page import TimelineLane, TimelinePage

    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    made = [_event(chance, number) for number in range(events)]
    made.sort(key=lambda event: (event.span.first, event.span.last))
    pillars = dict.fromkeys(event.pillar for event in made)
    lanes = tuple(
        TimelineLane(
            key=str(pillar),
            title=str(pillar),
            heading=str(pillar),
            events=tuple(n for n, event in enumerate(made) if event.pillar is pillar),
        )
        for pillar in pillars
    )
    return TimelinePage(tuple(made), lanes, (), f"{events} events", "", "", ())


def _event(chance: random.Random, number: int) -> TimelineEvent:
    from desktop.domain.dates import PartialDate, Period
    from desktop.domain.records import Kind, Pillar
    from desktop.domain.timelines import span_of
    from desktop.sheets.timeline.page import TimelineEvent

    year = chance.randint(_FIRST_YEAR, _LAST_YEAR)
    parts = (year, chance.randint(1, 12), chance.randint(1, 28))[: chance.randint(1, 3)]
    first = PartialDate(*parts)
    last = PartialDate(year + chance.randint(1, 4)) if chance.random() < 0.2 else first
    is_open = chance.random()
    period = Period(None if is_open < 0.05 else first, None if is_open > 0.95 else last)
    words = ("mission", "agreement", "call", "congress", "plan", "study", "visit", "network")
    title = f"Made-up {' '.join(chance.choices(words, k=chance.randint(1, 4)))} {number}"
    return TimelineEvent(
        record=f"milestone/made-up-{number}",
        kind=Kind.PROGRAMME if chance.random() < 0.3 else Kind.MILESTONE,
        pillar=chance.choice((*Pillar, None)),
        is_plan=chance.random() < 0.2,
        span=span_of(period),
        title=title,
        when=str(period),
        detail=str(period),
        line=title,
        source="",
    )


def _bare() -> QWidget:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    class Bare(QWidget):
        """Fills itself with one colour."""

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt calls it so
            painter = QPainter(self)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            painter.end()

    return Bare()


def _frames(
    canvas: TimelineCanvas, step: Callable[[int], object], bare: QWidget
) -> tuple[list[float], list[float], list[int]]:
    """Milliseconds of each step with the paint after it, those of the rival, and marks drawn."""
    times: list[float] = []
    rival: list[float] = []
    drawn: list[int] = []
    for number in range(_STEPS):
        started = time.perf_counter()
        step(number)
        canvas.viewport().repaint()
        times.append((time.perf_counter() - started) * 1000)
        drawn.append(canvas.drawn)
        started = time.perf_counter()
        bare.repaint()
        rival.append((time.perf_counter() - started) * 1000)
    return times, rival, drawn


def _wheel(canvas: TimelineCanvas, notches: int, x: float) -> None:
    """Turn the wheel over the timeline, as Qt tells of it."""
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    place = QPointF(x, canvas.viewport().height() / 2)
    event = QWheelEvent(
        place,
        canvas.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)


def _steps(canvas: TimelineCanvas) -> Iterator[tuple[str, Callable[[int], object]]]:
    """What is measured: all of it, near to far and back, and moved along."""
    width = canvas.viewport().width()

    def nudge(number: int) -> None:
        """To and fro about the whole, where most is seen."""
        _wheel(canvas, 1 if number % 2 else -1, width / 3)

    def dive(number: int) -> None:
        """From the whole down to days, and up again."""
        _wheel(canvas, 1 if number // 25 % 2 == 0 else -1, width / 2)

    def move(number: int) -> None:
        canvas.scale.move(40 if number // 30 % 2 == 0 else -40)
        canvas.viewport().update()

    canvas.show_whole()
    yield "zoom about the whole", nudge
    canvas.show_whole()
    yield "zoom from the whole to days and back", dive
    canvas.show_days(3653)
    yield "move along a decade", move


def _report(
    name: str, times: Sequence[float], rival: Sequence[float], drawn: Sequence[int]
) -> None:
    ordered = sorted(times)
    median = statistics.median(ordered)
    late = ordered[int(len(ordered) * 0.95)]
    beside = median / statistics.median(rival) if rival else float("nan")
    verdict = f"{sum(each <= _FRAME for each in times) / len(times):8.0%}"
    marks = round(statistics.median(drawn)) if drawn else 0
    line = f"{name:40}{median:8.1f}{late:8.1f}{ordered[-1]:8.1f}{beside:10.1f}{verdict:>12}"
    print(f"{line}{marks:>10}", flush=True)


def _first_paints(context: Context, page: TimelinePage) -> list[float]:
    """Milliseconds from nothing to a timeline that is painted."""
    from desktop.ui.timeline.canvas import TimelineCanvas

    times: list[float] = []
    for _turn in range(_FIRST_PAINTS):
        started = time.perf_counter()
        canvas = TimelineCanvas(context)
        canvas.resize(_WIDTH, _HEIGHT)
        canvas.show_page(page)
        canvas.show()
        canvas.repaint()
        times.append((time.perf_counter() - started) * 1000)
        canvas.close()
        canvas.deleteLater()
    return times


def _start_over(context: Context) -> None:
    """What is over before one can zoom: the start, and the first date that is written."""
    from desktop.domain.dates import PartialDate

    context.language.date(PartialDate(_FIRST_YEAR, 1))
    gc.collect()
    gc.freeze()


def _collection() -> float:
    """Milliseconds that one collection of all garbage takes."""
    started = time.perf_counter()
    gc.collect()
    return (time.perf_counter() - started) * 1000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how smoothly the timeline zooms.")
    parser.add_argument("--events", type=int, default=_EVENTS, help="made-up events (10,000)")
    events = parser.parse_args().events
    if sys.platform == "linux" and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent

    from desktop import bundled
    from desktop.app import Program, make_application
    from desktop.l10n.language import languages_in
    from desktop.ui.timeline.canvas import TimelineCanvas

    application = make_application()
    languages = languages_in(bundled.catalogs())
    with tempfile.TemporaryDirectory() as folder:
        program = Program(application, languages, bundled.atlas(), Path(folder), "nl", _TODAY)
        _start_over(program.context)
        page = made_up(events)
        print(
            f"{f'{events:,} events, milliseconds a frame':40}{'median':>8}{'95 %':>8}{'most':>8}"
            f"{'times bare':>10}{'in 1/60 s':>12}{'drawn':>10}"
        )
        _report("first paint", _first_paints(program.context, page), [], [])
        canvas, bare = TimelineCanvas(program.context), _bare()
        canvas.resize(_WIDTH, _HEIGHT)
        canvas.show_page(page)
        canvas.show()
        application.processEvents()
        bare.resize(canvas.viewport().size())
        bare.show()
        application.processEvents()
        # The canvases of the first paints, which a program has one of.
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        for name, step in _steps(canvas):
            _report(name, *_frames(canvas, step, bare))
        _report("a collection of all garbage", [_collection() for _turn in range(3)], [], [])
        for widget in (canvas, bare):
            widget.close()
            widget.deleteLater()
        program.close()
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
