"""The briefing that the window holds: written at each change, undone step by step, never lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import bundled
from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.store.user_file import UserFile
from desktop.ui.briefing_book import TYPING_MS, BriefingBook

CHECKOUT = Path(bundled.__file__).resolve().parent.parent
FIGURE = "figure/prevention-share-of-budget"
BRIEFING = Briefing((Meeting("", (Item("a/1", key="i1"), Item("a/2", key="i2")), "A"),))
# A window in which someone types a note, and that then waits to be killed.
TYPIST = f"""
import datetime, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from desktop import bundled
from desktop.app import Program, make_application
from desktop.l10n.language import languages_in
from desktop.ui.frame.navigation import Address

application = make_application()
languages = languages_in(bundled.catalogs())
day = datetime.date(2026, 11, 22)
program = Program(application, languages, bundled.atlas(), Path(sys.argv[1]), "nl", day)
program.context.briefing.add("{FIGURE}")
program.window.first_painted.connect(lambda: QTimer.singleShot(0, write))

def write():
    program.window.go(Address("briefing"))
    edit = program.window.view("briefing").pane.note.edit
    edit.setFocus()
    QTest.keyClicks(edit, "Vraag waarom")
    print("typed", flush=True)

program.start()
application.exec()
"""


@dataclass
class MemoryStore:
    """A store that says what was written to it, on a disk that may refuse."""

    kept: Briefing = BRIEFING
    is_kept: bool = True
    set_aside: str = ""
    written: list[Briefing] = field(default_factory=list[Briefing])
    meanwhile: Callable[[Briefing], Briefing] = lambda briefing: briefing

    def read(self) -> Briefing:
        return self.kept

    def write(self, briefing: Briefing) -> Briefing:
        self.written.append(briefing)
        self.kept = self.meanwhile(briefing)
        return self.kept


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def book(store: MemoryStore, qtbot: QtBot) -> BriefingBook:
    return BriefingBook(store)


def notes(book: BriefingBook) -> list[str]:
    return [item.note for item in book.briefing.items]


def test_a_change_is_written_at_once(book: BriefingBook, store: MemoryStore, qtbot: QtBot) -> None:
    with qtbot.waitSignal(book.changed):
        book.add("a/3")
    assert store.written == [book.briefing]
    assert book.holds("a/3")
    book.add("a/3")
    assert len(store.written) == 1


def test_typing_is_written_after_a_moment_and_not_put_off_by_more_of_it(
    book: BriefingBook, store: MemoryStore, qtbot: QtBot
) -> None:
    start = time.monotonic()
    typed = ""
    while not store.written:
        assert time.monotonic() - start < 3 * TYPING_MS / 1000
        typed += "x"
        book.type_note("i1", typed)
        assert not book.is_saved
        qtbot.wait(20)
    assert store.written[0].items[0].note
    qtbot.waitUntil(lambda: book.is_saved)
    assert store.kept.items[0].note == typed


def test_what_is_typed_is_written_when_the_book_is_flushed(
    book: BriefingBook, store: MemoryStore
) -> None:
    book.type_note("i1", "note")
    book.flush()
    assert store.kept.items[0].note == "note"
    book.flush()
    assert len(store.written) == 1


def test_steps_are_undone_and_done_again(book: BriefingBook, store: MemoryStore) -> None:
    book.add("a/3")
    book.change(book.briefing.without("i1"))
    one_less = book.briefing
    book.undo()
    assert len(book.briefing.items) == 3
    book.undo()
    assert book.briefing == store.kept == BRIEFING
    assert not book.can_undo
    book.undo()
    book.redo()
    book.redo()
    assert book.briefing == store.kept == one_less
    assert not book.can_redo


def test_typing_in_one_note_is_one_step(book: BriefingBook) -> None:
    for text in ("o", "on", "one"):
        book.type_note("i1", text)
    book.type_note("i2", "two")
    book.undo()
    assert notes(book) == ["one", ""]
    book.undo()
    assert notes(book) == ["", ""]
    book.redo()
    assert notes(book) == ["one", ""]


def test_typing_after_a_pause_elsewhere_is_another_step(book: BriefingBook) -> None:
    book.type_note("i1", "one")
    book.flush()
    book.type_note("i1", "one two")
    book.undo()
    assert notes(book) == ["one", ""]


def test_a_new_step_forgets_what_was_undone(book: BriefingBook) -> None:
    book.add("a/3")
    book.undo()
    book.add("a/4")
    assert not book.can_redo


def test_undoing_leaves_alone_what_another_program_wrote(
    book: BriefingBook, store: MemoryStore
) -> None:
    store.meanwhile = lambda briefing: briefing.with_item(Item("a/9", "of theirs", "i9"))
    book.change(book.briefing.without("i1"))
    assert book.holds("a/9")
    store.meanwhile = lambda briefing: briefing
    book.undo()
    assert [item.record for item in book.briefing.items] == ["a/1", "a/2", "a/9"]


def test_a_disk_that_refuses_is_asked_again_until_it_takes_the_notes(
    book: BriefingBook, store: MemoryStore, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.briefing_book.RETRY_MS", 20)
    store.is_kept = False
    book.add("a/3")
    assert not book.is_saved
    assert not book.is_kept
    qtbot.waitUntil(lambda: len(store.written) > 2)
    store.is_kept = True
    qtbot.waitUntil(lambda: book.is_saved)
    count = len(store.written)
    qtbot.wait(100)
    assert len(store.written) == count


def test_a_note_typed_one_second_before_a_kill_is_on_the_disk(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", TYPIST, tmp_path],
        cwd=CHECKOUT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "typed"
        time.sleep(1)
        child.kill()
        assert child.wait() == -signal.SIGKILL if os.name != "nt" else child.wait()
    file = UserFile(tmp_path)
    items = file.read().items
    file.close()
    assert [(item.record, item.note) for item in items] == [(FIGURE, "Vraag waarom")]


def test_a_note_is_written_before_the_program_ends(qtbot: QtBot, store: MemoryStore) -> None:
    from PySide6.QtCore import QCoreApplication

    book = BriefingBook(store)
    book.type_note("i1", "last words")
    application = QCoreApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert store.kept.items[0].note == "last words"
