"""Takes a picture of every view: each language, light and dark, at 100 and 200 %.

The pictures are for people to look at: `build/gallery/index.html` shows them side by side.
Every scale needs a process of its own, because Qt takes it at the start.
"""

from __future__ import annotations

import argparse
import datetime
import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.app import Program
    from desktop.domain.library import Library
    from desktop.ui.charts.chart_view import ChartView
    from desktop.ui.frame.navigation import Address
    from desktop.ui.views.timeline import TimelineView

_ROOT = Path(__file__).resolve().parent.parent
_TARGET = _ROOT / "build" / "gallery"
_SCALES = (1, 2)
_THEMES = ("light", "dark")
_WIDTH, _HEIGHT = 1024, 640
# Long enough for what a view leaves to the next turn of the event loop.
_SETTLING_MS = 80


@dataclass(frozen=True)
class Scene:
    """One picture: where the window goes, and what is done there before the picture is taken.

    `part` says of what it is taken: of the whole window, if nothing else is said.
    """

    name: str
    address: Address
    prepare: Callable[[Program], object] = lambda _program: None
    part: Callable[[Program], QWidget] = lambda program: program.window


def _scenes(library: Library) -> Iterator[Scene]:
    """Every view as it opens, then states of views that a user brings about."""
    from desktop.ui import views
    from desktop.ui.frame.navigation import Address

    for spec in views.ALL:
        yield Scene(spec.key, Address(spec.key, query="regmed" if spec.key == views.SEARCH else ""))
    records = {
        "regions": "place/flanders",
        "programmes": "programme/regmed-xb",
        "milestones": "milestone/economic-mission-leuven-2018",
        "figures": "figure/prevention-share-of-budget",
        "organisations": "organisation/vlaio",
        "documents": "section/country-page-trade",
    }
    for view, record in records.items():
        yield Scene(f"{view}-record", Address(view, record))
    yield Scene("passport", Address("figures", records["figures"]), _open_passport)
    yield from _maps()
    yield Scene("compared", Address("regions", "place/flanders", beside="place/wallonia"))
    yield Scene("narrowed", Address("programmes", filters=(("type", "network"),)))
    yield from _explorations()
    yield from _timelines()
    yield from _searches()
    yield from _sheets()
    yield from _charts(library)
    # Last, because the other language stays beside every record until it is put away.
    yield Scene("beside", Address("programmes", records["programmes"]), _open_other_language)


def _maps() -> Iterator[Scene]:
    """The map by a count and by a figure, and with a page beside it."""
    from desktop.ui.frame.navigation import Address

    count = (("colour", "organisation"),)
    figure = (("colour", "figure/walloon-programme-duration"),)
    yield Scene("map-record", Address("map", "place/ghent", filters=count))
    yield Scene("map-figure", Address("map", filters=figure))


def _charts(library: Library) -> Iterator[Scene]:
    """Every chart, all of it; and how one goes through its values and reads its table."""
    from desktop.ui.frame.navigation import Address

    for chart in library.charts():
        address = Address("charts", filters=(("chart", chart.id),))
        yield Scene(f"chart-{chart.id}", address, part=_drawing)
    first = Address("charts", filters=(("chart", next(iter(library.charts())).id),))
    yield Scene("charts-read-out", first, _walk_chart)
    yield Scene("charts-table", first, _open_table)
    # The table stays open until it is put away.
    yield Scene("charts", first, _close_table)


def _explorations() -> Iterator[Scene]:
    """What may come of a choice in the explorer, its table and sources, and the way there."""
    from desktop.ui.frame.navigation import Address

    choices = {
        "explorer-jobs": (("indicator", "term/jobs"),),
        "explorer-narrowed": (
            ("indicator", "term/research-funding"),
            ("place", "place/flanders"),
            ("year", "2019"),
            ("year", ""),
        ),
        "explorer-words": (("indicator", "term/market-position"),),
        "explorer-nothing-chosen": (("indicator", ""),),
        "explorer-nothing-fits": (("indicator", "term/jobs"), ("place", "place/iceland")),
    }
    for name, filters in choices.items():
        yield Scene(name, Address("explorer", filters=filters))
    jobs = Address("explorer", filters=choices["explorer-jobs"])
    yield Scene("explorer-table", jobs, _scroll_to_table)
    yield Scene("glossary-indicator", Address("glossary", "term/jobs"))


def _scroll_to_table(program: Program) -> None:
    from desktop.ui.explorer.figure_table import FigureTable

    view = program.window.view("explorer")
    view.scrolled = view.findChildren(FigureTable)[0].y()


def _timelines() -> Iterator[Scene]:
    """The timeline near to, with an event read out; by place; and narrowed."""
    from desktop.ui.frame.navigation import Address

    event = "milestone/economic-mission-leuven-2018"
    yield Scene("timeline-near", Address("timeline"), lambda program: _walk_to(program, event))
    yield Scene("timeline-by-place", Address("timeline"), _show_places)
    plans = (("state", "planned"),)
    yield Scene("timeline-narrowed", Address("timeline", filters=plans), _show_pillars)


def _searches() -> Iterator[Scene]:
    """Before one types, and whatever may come of it."""
    from desktop.ui import views
    from desktop.ui.frame.navigation import Address

    queries = {
        "search-empty": "",
        "search-answer": "how many people work in the pharma sector in Flanders",
        "search-corrected": "preventon",
        "search-exact": '"clinical trials" -phase',
        "nothing-found": "qqqq zzzz",
    }
    for name, query in queries.items():
        yield Scene(name, Address(views.SEARCH, query=query))
    chosen = (("kind", "programme"),)
    narrowed = Address(views.SEARCH, query="in:flanders zorg", filters=chosen)
    yield Scene("search-narrowed", narrowed)
    to_nothing = Address(views.SEARCH, query="year:1830 regmed", filters=chosen)
    yield Scene("search-narrowed-to-nothing", to_nothing)


def _sheets() -> Iterator[Scene]:
    """A sheet of each kind, how two languages lie on one, and what has none."""
    from desktop.ui.frame.navigation import Address

    subjects = {
        "sheets-country": "place/belgium",
        "sheets-region": "place/flanders",
        "sheets-city": "place/ghent",
        "sheets-programme": "programme/regmed-xb",
        "sheets-theme": "theme/prevention",
        "sheets-organisation": "organisation/vlaio",
        "sheets-none": "term/jobs",
    }
    for name, subject in subjects.items():
        yield Scene(name, Address("sheets", subject, filters=(("layout", "faces"),)))
    mission = (("subject", "mission"), ("layout", "faces"))
    yield Scene("sheets-mission", Address("sheets", filters=mission))
    for layout in ("faces", "beside"):
        filters = (("language", "nl"), ("second", "fr"), ("layout", layout))
        yield Scene(f"sheets-{layout}", Address("sheets", "place/belgium", filters=filters))
    # What was chosen last is remembered, and the view itself shows it again.
    country = Address("sheets", "place/belgium", filters=(("layout", "faces"),))
    yield Scene("sheets", country)


def _open_passport(program: Program) -> None:
    from desktop.ui.record.fact_view import FactView

    program.window.view("figures").findChildren(FactView)[0].source_button.click()


def _chart(program: Program) -> ChartView:
    from desktop.ui.charts.chart_view import ChartView

    return program.window.view("charts").findChildren(ChartView)[0]


def _drawing(program: Program) -> QWidget:
    return _chart(program).canvas


def _walk_chart(program: Program) -> None:
    """To the second value, as the keys do."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    canvas = _chart(program).canvas
    program.window.activateWindow()
    canvas.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(canvas, event)


def _open_table(program: Program) -> None:
    _chart(program).header.table.setChecked(True)


def _close_table(program: Program) -> None:
    _chart(program).header.table.setChecked(False)


def _open_other_language(program: Program) -> None:
    from desktop.ui.record.pane import RecordPane

    other = "fr" if program.context.language.code != "fr" else "nl"
    pane = program.window.view("programmes").findChildren(RecordPane)[0]
    pane.header.language_chosen.emit(other)


def _timeline(program: Program) -> TimelineView:
    from desktop.ui.views.timeline import TimelineView

    view = program.window.view("timeline")
    if not isinstance(view, TimelineView):
        raise TypeError(view)
    return view


def _walk_to(program: Program, event: str) -> None:
    from desktop.ui.timeline.surface import YEAR

    canvas = _timeline(program).canvas
    canvas.setFocus()
    canvas.go_to_record(event)
    canvas.show_days(2 * YEAR)


def _show_places(program: Program) -> None:
    view = _timeline(program)
    view.canvas.show_whole()
    view.group(1)


def _show_pillars(program: Program) -> None:
    view = _timeline(program)
    view.canvas.show_whole()
    view.group(0)


def _put_away_other_language(program: Program) -> None:
    from desktop.ui.record.pane import RecordPane

    pane = program.window.view("programmes").findChildren(RecordPane)[0]
    pane.header.language_chosen.emit("")


def _fill_briefing(program: Program) -> None:
    for record in ("figure/prevention-share-of-budget", "programme/regmed-xb"):
        program.context.briefing.add(record)


def _wait() -> None:
    """Let the event loop turn for a moment."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_SETTLING_MS, loop.quit)
    loop.exec()


def _take(target: Path, size: tuple[int, int]) -> None:
    """Take every picture at the scale of this process."""
    from desktop import bundled
    from desktop.app import Program, make_application
    from desktop.l10n.language import languages_in
    from desktop.ui.view import settle

    application = make_application()
    languages = languages_in(bundled.catalogs())
    with tempfile.TemporaryDirectory() as folder:
        today = datetime.date(2026, 11, 22)
        program = Program(application, languages, bundled.atlas(), Path(folder), "en", today)
        program.start()
        program.window.resize(*size)
        _wait()
        _fill_briefing(program)
        # The theme outermost: a change of it looks at every widget that there is.
        for theme, code in product(_THEMES, languages):
            program.choose_theme(theme)
            program.choose_language(code)
            for scene in _scenes(program.library):
                program.window.go(scene.address)
                settle(program.window.view(scene.address.view))
                scene.prepare(program)
                _wait()
                path = target / f"{scene.name}-{code}-{theme}.png"
                scene.part(program).grab().save(str(path))
            _put_away_other_language(program)
        program.window.close()
        program.close()


def _write_index(target: Path) -> int:
    pictures = sorted(target.glob("*/*.png"))
    figures = "\n".join(
        f'<figure><img src="{html.escape(str(path.relative_to(target)))}" loading="lazy">'
        f"<figcaption>{html.escape(str(path.relative_to(target)))}</figcaption></figure>"
        for path in pictures
    )
    page = (
        "<!doctype html><meta charset=utf-8><title>Gallery</title>"
        "<style>body{display:flex;flex-wrap:wrap;gap:1em}figure{margin:0}img{width:34em}</style>"
    )
    (target / "index.html").write_text(page + figures, encoding="utf-8")
    return len(pictures)


def main() -> int:
    """Take all pictures anew, and say how many there are and where."""
    parser = argparse.ArgumentParser(description="Take a picture of every view.")
    parser.add_argument("--output", type=Path, default=_TARGET, help="the folder (build/gallery)")
    parser.add_argument("--size", default=f"{_WIDTH}x{_HEIGHT}", help="of the window (1024x640)")
    parser.add_argument("--scale", type=int, choices=_SCALES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.scale:
        width, _, height = options.size.partition("x")
        _take(options.output, (int(width), int(height)))
        return 0
    shutil.rmtree(options.output, ignore_errors=True)
    for scale in _SCALES:
        folder = options.output / f"{scale}00"
        folder.mkdir(parents=True)
        # Always offscreen: no window may cover another, and no desktop may scale them again.
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            "PYTHONPATH": str(_ROOT),
        }
        command = [sys.executable, __file__, "--scale", str(scale), "--size", options.size]
        subprocess.run([*command, "--output", folder], env=environment, check=True)
    print(f"{_write_index(options.output)} pictures: {options.output / 'index.html'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
