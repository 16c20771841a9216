"""Home is never painted while a part of it stands where it does not belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.ui.frame.navigation import Address
from desktop.ui.home.body import HomeBody
from desktop.ui.views.home import HomeView
from desktop.ui.widgets.placing import Placed

Start = Callable[[str | None], Program]


def out_of_place(part: Placed) -> list[str]:
    """The widgets of a part, and of the parts in it, that stand elsewhere than they should."""
    part.forget()
    found: list[str] = []
    for child, area in part.arrange(part.width()):
        if child.geometry() != area:
            found.append(f"{type(child).__name__} at {child.geometry()}, not {area}")
        if isinstance(child, Placed):
            found += out_of_place(child)
    return found


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (1400, 1000), (1920, 1080)])
def test_every_paint_of_home_shows_it_laid_out(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    paints: list[list[str]] = []
    paint = HomeBody.paintEvent

    def watched(self: HomeBody, event: QPaintEvent) -> None:
        paints.append(out_of_place(self))
        paint(self, event)

    monkeypatch.setattr(HomeBody, "paintEvent", watched)
    program = start("nl")
    program.window.resize(width, height)
    home = program.window.view("home")
    assert isinstance(home, HomeView)
    qtbot.waitUntil(lambda: home.rest is not None)
    program.window.repaint()
    program.window.go(Address("regions"))
    program.choose_language("fr")
    program.window.go(Address("home"))
    program.window.repaint()
    assert len(paints) > 1
    assert [each for each in paints if each] == []
    assert home.body.height() >= home.body.heightForWidth(home.body.width())
