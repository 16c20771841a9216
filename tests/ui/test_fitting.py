"""No text is elided or cut in a window of 1024 x 640, in any language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui import views
from desktop.ui.frame.navigation import Address
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

PLACES = [
    *(Address(spec.key, query="care" if spec.key == views.SEARCH else "") for spec in views.ALL),
    Address("regions", "place/flanders"),
    Address("regions", "place/flanders", beside="place/wallonia"),
    Address("map", "place/wallonia", filters=(("colour", "figure/walloon-programme-duration"),)),
    Address("programmes", "programme/regmed-xb"),
    Address("programmes", filters=(("type", "network"), ("status", "running"))),
    Address("milestones", "milestone/economic-mission-leuven-2018"),
    Address("figures", "figure/prevention-share-of-budget"),
    Address("explorer", filters=(("indicator", "term/international-ranking"),)),
    Address("explorer", filters=(("indicator", "term/market-position"), ("year", ""))),
    Address("explorer", filters=(("indicator", "term/jobs"), ("place", "place/iceland"))),
    Address("documents", "section/country-page-trade"),
    Address(views.SHEETS, "place/belgium", filters=(("second", "fr"), ("layout", "beside"))),
    Address(views.SHEETS, filters=(("subject", "mission"),)),
    Address(views.SEARCH, query="nothing matches qqqq"),
    Address(views.SEARCH),
    Address(views.SEARCH, query="how many jobs"),
    Address(views.SEARCH, query="preventon"),
    Address(views.SEARCH, query=f'"{"clinical trials " * 20}" in:flanders -{"phase" * 20}'),
    Address(views.SEARCH, query="zorg -care", filters=(("kind", "programme"), ("year", "2020"))),
]


def settle(program: Program) -> None:
    for _ in range(3):
        QApplication.processEvents()
    program.window.grab()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_has_the_room_it_needs(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    program.context.briefing.add("figure/prevention-share-of-budget")
    cut: dict[str, list[str]] = {}
    for address in PLACES:
        program.window.go(address)
        settled(program.window)
        settle(program)
        assert (program.window.width(), program.window.height()) == (1024, 640)
        if faults := cut_texts(program.window):
            cut[str(address)] = faults
    assert cut == {}


def test_the_measure_sees_a_label_without_room(qtbot: QtBot) -> None:
    """The test above must be able to fail."""
    window = QWidget()
    qtbot.addWidget(window)
    label = QLabel("a text that is longer than its label", window)
    label.setGeometry(0, 0, 40, 20)
    button = QPushButton("a text that reaches out of the window", window)
    button.move(150, 40)
    window.resize(200, 100)
    window.show()
    assert any("in width" in fault for fault in cut_texts(window))
    assert any("reaches out of" in fault for fault in cut_texts(window))
