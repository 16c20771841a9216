"""While a sheet is made, the page says so: calmly, truly, and not sooner than it must."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.sheet_orders import Layout
from desktop.ui.sheets import making
from desktop.ui.sheets.choice import SheetChoice
from desktop.ui.sheets.making import image_in
from desktop.ui.sheets.preview import PATIENCE_MS
from desktop.ui.views.sheets import SheetsView
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BELGIUM, FLANDERS = "place/belgium", "place/flanders"
MOST = 20_000


@dataclass
class Gate:
    """Holds up the making of every paper while it is shut."""

    is_open: threading.Event = field(default_factory=threading.Event)

    def shut(self) -> None:
        self.is_open.clear()

    def open(self) -> None:
        self.is_open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    found = Gate()
    found.open()
    make = making.paper_for

    def wait_and_make(*given: object) -> object:
        found.is_open.wait(MOST / 1000)
        return make(*given)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(making, "paper_for", wait_and_make)
    yield found
    found.open()


def sheets_of(program: Program) -> SheetsView:
    view = program.window.view("sheets")
    assert isinstance(view, SheetsView)
    return view


def shown(program: Program, text: str = f"sheets/{BELGIUM}") -> SheetsView:
    program.window.open_record(text)
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    return view


def colour_of_paper(view: SheetsView) -> str:
    """The colour in the upper margin of a page that is seen whole."""
    picture = view.preview.page.viewport().grab().toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 20).name()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_page_begins_as_white_paper_and_then_says_that_it_is_laid_out(
    start: Start, gate: Gate, qtbot: QtBot, theme: str
) -> None:
    program = start("en")
    program.choose_theme(theme)
    gate.shut()
    program.window.open_record(f"sheets/{BELGIUM}")
    view = sheets_of(program)
    page = view.preview.page
    qtbot.waitUntil(lambda: view.maker.is_busy, timeout=MOST)
    assert colour_of_paper(view) == "#ffffff"
    assert not page.notice.isVisible()
    qtbot.waitUntil(page.notice.isVisible, timeout=MOST)
    assert page.notice.text() == "The page is being laid out…"
    assert page.accessibleDescription() == page.notice.text()
    before = page.factor
    gate.open()
    settled(program.window)
    assert not page.notice.isVisible()
    assert not page.is_outdated
    assert page.factor == before
    program.choose_theme("light")


def test_another_look_of_the_sheet_leaves_the_page_but_marks_it(
    start: Start, gate: Gate, qtbot: QtBot
) -> None:
    program = start("en")
    view = shown(program)
    page, before = view.preview.page, view.preview.made
    told: list[str] = []
    program.context.told.connect(told.append)
    gate.shut()
    view.panel.boxes["summary"].click()
    qtbot.waitUntil(page.notice.isVisible, timeout=MOST)
    assert page.is_outdated
    assert view.preview.made is before
    assert page.image is not None
    assert page.notice.text() == "The page is being laid out anew…"
    assert page.accessibleDescription().startswith(page.notice.text())
    view.panel.boxes["figures"].click()
    QApplication.processEvents()
    assert told == [page.notice.text()]
    gate.open()
    settled(program.window)
    assert not page.is_outdated
    assert page.notice.text() not in page.accessibleDescription()


def test_the_page_of_another_subject_does_not_stay(start: Start, gate: Gate, qtbot: QtBot) -> None:
    program = start("en")
    view = shown(program)
    gate.shut()
    program.window.open_record(f"sheets/{FLANDERS}?second=nl&layout=beside")
    page = view.preview.page
    qtbot.waitUntil(page.notice.isVisible, timeout=MOST)
    assert page.image is None
    assert view.preview.made is None
    assert page.notice.text() == "The page is being laid out…"
    # The paper already lies as the page will.
    factor = page.factor
    gate.open()
    settled(program.window)
    assert page.image is not None
    assert page.image.width() > page.image.height()
    assert page.factor == factor


def test_a_choice_that_is_taken_back_leaves_no_mark(start: Start, gate: Gate, qtbot: QtBot) -> None:
    program = start("en")
    view = shown(program)
    before = view.preview.made
    gate.shut()
    view.choose(SheetChoice(BELGIUM, language="nl"))
    qtbot.waitUntil(view.preview.page.notice.isVisible, timeout=MOST)
    view.choose(SheetChoice(BELGIUM))
    QApplication.processEvents()
    assert view.preview.made is before
    assert not view.preview.page.notice.isVisible()
    assert not view.preview.page.is_outdated


def test_a_closer_look_at_the_page_is_no_other_page(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is what would be saved, however finely it is drawn."""
    program = start("en")
    view = shown(program)
    draw = making.image_in

    def draw_slowly(png: bytes) -> object:
        time.sleep(2 * PATIENCE_MS / 1000)
        return draw(png)

    monkeypatch.setattr(making, "image_in", draw_slowly)
    marks: list[bool] = []
    watch = QTimer()
    watch.timeout.connect(lambda: marks.append(view.preview.page.is_outdated))
    watch.start(10)
    view.preview.larger.click()
    settled(program.window)
    assert len(marks) > PATIENCE_MS // 20
    assert not any(marks)


def test_a_page_that_is_there_soon_gets_no_notice(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = shown(program)
    page = view.preview.page
    view.preview.expect(SheetChoice(FLANDERS).order("en", view.book.mission))
    assert not page.is_outdated
    assert page.image is not None
    view.maker.made.emit(view.preview.made)
    qtbot.wait(PATIENCE_MS + 50)
    assert not page.notice.isVisible()


def test_the_error_before_goes_when_a_sheet_takes_long(
    start: Start, gate: Gate, qtbot: QtBot
) -> None:
    program = start("en")
    view = shown(program, "sheets/term/jobs")
    assert view.preview.message.isVisible()
    gate.shut()
    program.window.open_record(f"sheets/{BELGIUM}")
    qtbot.waitUntil(view.preview.page.notice.isVisible, timeout=MOST)
    assert not view.preview.message.isVisible()
    assert not view.save.isEnabled()
    gate.open()
    settled(program.window)
    assert view.save.isEnabled()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_notice_is_whole_in_a_small_window(
    start: Start, gate: Gate, qtbot: QtBot, code: str
) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    gate.shut()
    program.window.open_record(f"sheets/{BELGIUM}?second=fr&layout=beside")
    view = sheets_of(program)
    qtbot.waitUntil(view.preview.page.notice.isVisible, timeout=MOST)
    program.window.grab()
    assert cut_texts(view.preview) == []
    view.preview.page.viewport().resize(QSize(120, 300))
    view.preview.page.notice.setText(" ".join(["words"] * 20))
    view.preview.page.resize(QSize(160, 300))
    QApplication.processEvents()
    assert view.preview.page.notice.width() <= 160


def test_reading_a_picture_lets_the_window_go_on(start: Start, qtbot: QtBot) -> None:
    """A PNG of a page is large; who reads it must not keep all of Python waiting."""
    program = start("en")
    made = shown(program).preview.made
    assert made is not None
    (page,) = made.paper.pictures(400)
    took: list[float] = []

    def read() -> None:
        begin = time.perf_counter()
        assert not image_in(page).isNull()
        took.append(time.perf_counter() - begin)

    thread = threading.Thread(target=read)
    longest, before = 0.0, time.perf_counter()
    thread.start()
    while thread.is_alive():
        time.sleep(0.0005)
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    assert longest < took[0] / 2


def test_two_faces_are_those_of_the_layout(start: Start, gate: Gate, qtbot: QtBot) -> None:
    """What the bar offers is of the page that is shown, not of the one that is awaited."""
    program = start("en")
    view = shown(program)
    gate.shut()
    view.choose(SheetChoice(BELGIUM, second="nl", layout=Layout.FACES))
    qtbot.waitUntil(view.preview.page.notice.isVisible, timeout=MOST)
    assert not any(button.isVisible() for button in view.preview.faces)
    gate.open()
    settled(program.window)
    assert all(button.isVisible() for button in view.preview.faces)
