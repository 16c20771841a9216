"""Steps taken at random leave no exception, no word of complaint from Qt, and no growing memory."""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from tests.conftest import LANGUAGES

Start = Callable[[str | None], Program]

STEPS = 300
# So many until caches of pictures, glyphs and pages of the file are full; from there on memory
# goes up and down by less than ten million bytes in as many steps.
WARM_UP = 900
# More than that, because the allocator's pages are in disorder where many tests came before.
MOST_GROWTH = 40e6
KEYS = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Escape,
    Qt.Key.Key_A,
)
WORDS = ("zorg", "santé", "regmed", "l'h", "R&D", "2019", "", "qqqq", "biotech vlaanderen")


class Walker:
    """Does one thing at random in the real window."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program = program
        self.random = random.Random(seed)
        self.ids: Sequence[str] = [record.id for record in program.library.list()]
        self.ways = (
            (8, self.open_record),
            (4, self.open_view),
            (1, self.change_language),
            (1, self.change_theme),
            (3, self.go_back),
            (1, self.go_forward),
            (3, self.type_a_query),
            (10, self.press_a_key),
            (1, self.resize),
            (2, self.compare),
        )

    def step(self) -> None:
        weights = [weight for weight, _way in self.ways]
        (_weight, way) = self.random.choices(self.ways, weights)[0]
        way()
        QApplication.processEvents()
        self.close_dialogs()

    def open_record(self) -> None:
        self.program.window.open_record(self.random.choice(self.ids))

    def open_view(self) -> None:
        self.program.window.go(Address(self.random.choice(views.ALL).key))

    def open_every_view(self) -> None:
        """As many views as there may be: a change of the theme lets go of those not shown."""
        for spec in (*views.ALL, views.ALL[0]):
            self.program.window.go(Address(spec.key))

    def change_language(self) -> None:
        self.program.choose_language(self.random.choice(LANGUAGES))

    def change_theme(self) -> None:
        self.program.choose_theme(self.random.choice(("light", "dark")))

    def go_back(self) -> None:
        self.program.window.back_action.trigger()

    def go_forward(self) -> None:
        self.program.window.forward_action.trigger()

    def type_a_query(self) -> None:
        box = self.program.window.search_box
        # Not by keyClicks, which can type no accents.
        for end in range(len(word := self.random.choice(WORDS)) + 1):
            box.setText(word[:end])
            box.textEdited.emit(word[:end])

    def press_a_key(self) -> None:
        # A menu that opens runs its own loop until it is closed.
        QTimer.singleShot(0, close_popups)
        target = QApplication.focusWidget() or self.program.window
        QTest.keyClick(target, self.random.choice(KEYS))

    def resize(self) -> None:
        self.program.window.resize(self.random.randint(1024, 1600), self.random.randint(640, 1000))

    def compare(self) -> None:
        places = [record_id for record_id in self.ids if record_id.startswith("place/")]
        one, other = self.random.sample(places, 2)
        self.program.window.go(Address("regions", one, beside=other))

    def close_dialogs(self) -> None:
        for dialog in self.program.window.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()


def close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def memory() -> float:
    """The bytes that this process holds, after the rubbish is out."""
    gc.collect()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096.0


@pytest.mark.parametrize("seed", [1, 2])
def test_three_hundred_random_steps_do_no_harm(start: Start, seed: int) -> None:
    walker = Walker(start("nl"), seed)
    for _ in range(STEPS):
        walker.step()
    assert walker.program.window.history.current is not None


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_three_hundred_more_steps_take_no_more_memory(start: Start) -> None:
    walker = Walker(start("fr"), 4)
    for _ in range(WARM_UP):
        walker.step()
    walker.open_every_view()
    before, widgets = memory(), len(QApplication.allWidgets())
    for _ in range(STEPS):
        walker.step()
    walker.open_every_view()
    grown = memory() - before
    assert len(QApplication.allWidgets()) < widgets * 1.3
    assert grown < MOST_GROWTH
