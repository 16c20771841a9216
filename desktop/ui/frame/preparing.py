"""What one may open next is imported while nobody waits, so that it opens as quickly as later on.

Importing a view takes as long as showing it, and would be noticed at the first opening of each.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.library import Library
from desktop.ui import views

# Milliseconds: until one has seen what one came for, and from one import to the next.
REST, PAUSE = 250, 15
# With them comes a library for printers.
_LEFT_OUT = frozenset({"briefing", "sheets"})
# First what many views stand on, so that no single step holds up a key or the mouse.
_PARTS = (
    "sheets.charts.page",
    "sheets.charts.counts",
    "sheets.charts.pages",
    "ui.charts.chart_layout",
    "ui.charts.chart_files",
    "ui.charts.chart_table_view",
    "ui.charts.chart_view",
    "ui.lists.facet_bar",
    "ui.lists.records_view",
    "ui.record.pane",
    "sheets.timeline.page",
    "ui.timeline.surface",
    "sheets.search.page",
    "ui.search.result_list",
    "sheets.one_page.memory.attached",
    "sheets.one_page.paper.pdf",
    "sheets.one_page.blocks.map_drawing",
    "sheets.one_page.recipes",
    "sheets.one_page.making",
)
MODULES = (
    *(f"desktop.{part}" for part in _PARTS),
    *(f"desktop.ui.views.{spec.key}" for spec in views.ALL if spec.key not in _LEFT_OUT),
)


class Preparation(QObject):
    """Imports the views one after the other, from the event loop; the first to be used first.

    After them it reads from the library what pages of records and lists of them ask for first.
    """

    def __init__(self, window: QWidget, library: Library) -> None:
        super().__init__(window)
        self._window = window
        self._left: list[Callable[[], object]] = [partial(import_module, each) for each in MODULES]
        self._left += [partial(_read_sheets, library), partial(library.charts)]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)
        self._timer.start(REST)

    def _step(self) -> None:
        if not self._window.isVisible():
            # Closed: so will be the library.
            return
        self._left.pop(0)()
        if self._left:
            self._timer.start(PAUSE)


def _read_sheets(library: Library) -> None:
    """Which records have a sheet: the page of each one says so."""
    from desktop.ui.sheets.contents import kinds_of_all

    kinds_of_all(library)
