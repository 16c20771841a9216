"""A second start hands its address to the window that is open, whatever has become of that one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import bundled
from desktop.app import Program
from desktop.ui.frame import one_window
from desktop.ui.frame.doorbell import Doorbell
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.one_window import MOST_BYTES, Door, Outcome, Request

Start = Callable[[str | None], Program]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it stops processes by signals")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets of this test's own; a short one, as their names must be."""
    with tempfile.TemporaryDirectory(prefix="va") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


class Starts:
    """Starts the program in processes of its own, all with the same user folder."""

    def __init__(self, user_dir: Path) -> None:
        self.user_dir = user_dir
        self.processes: list[subprocess.Popen[str]] = []

    def __call__(self, *arguments: str | Path) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "desktop", "--user-dir", str(self.user_dir)]
        process = subprocess.Popen(
            [*command, *map(str, arguments)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.processes.append(process)
        return process

    def end(self) -> None:
        for process in self.processes:
            with suppress(OSError):
                process.send_signal(signal.SIGCONT)
            process.kill()
            process.communicate()


@pytest.fixture
def starts(runtime: Path, tmp_path: Path) -> Iterator[Starts]:
    made = Starts(tmp_path)
    yield made
    made.end()


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def sockets(runtime: Path) -> Sequence[Path]:
    return list(runtime.glob("*/*.socket"))


def listening(starts: Starts, runtime: Path, *arguments: str) -> subprocess.Popen[str]:
    """A first window, when it has begun to listen."""
    process = starts(*arguments)
    until(lambda: bool(sockets(runtime)))
    return process


def recent(starts: Starts) -> str:
    """What the first window has shown, as it wrote it down."""
    import sqlite3

    with sqlite3.connect(starts.user_dir / "user.sqlite") as database:
        rows = database.execute("SELECT value FROM setting WHERE key = 'recent'").fetchall()
    return rows[0][0] if rows else ""


def test_a_second_start_hands_over_its_address_and_ends(starts: Starts, runtime: Path) -> None:
    first = listening(starts, runtime)
    for arguments in (("programme/regmed-xb",), ("valley-atlas://place/leuven",), ()):
        second = starts(*arguments)
        out, err = second.communicate(timeout=30)
        assert (second.returncode, out, err) == (0, "", "")
    assert first.poll() is None
    until(lambda: recent(starts) == "place/leuven programme/regmed-xb")


def test_two_starts_at_once_open_one_window(starts: Starts, runtime: Path) -> None:
    both = [starts(), starts("place/leuven")]
    until(lambda: any(process.poll() is not None for process in both))
    (ended,) = [process for process in both if process.poll() is not None]
    assert ended.returncode == 0
    until(lambda: bool(sockets(runtime)))


def test_another_atlas_or_another_user_folder_is_another_window(
    starts: Starts, runtime: Path, tmp_path: Path
) -> None:
    listening(starts, runtime)
    copy = tmp_path / "copy.sqlite"
    shutil.copy(bundled.atlas(), copy)
    starts("--data", copy)
    until(lambda: len(sockets(runtime)) == 2)
    starts.user_dir = tmp_path / "other"
    starts()
    until(lambda: len(sockets(runtime)) == 3)
    assert all(process.poll() is None for process in starts.processes)


def test_after_a_kill_the_next_start_opens_the_window(starts: Starts, runtime: Path) -> None:
    first = listening(starts, runtime)
    first.kill()
    first.wait()
    assert sockets(runtime)
    second = starts("place/leuven")
    until(lambda: (starts.user_dir / "user.sqlite").exists() and recent(starts) == "place/leuven")
    assert second.poll() is None
    third = starts("place/flanders")
    assert third.wait(timeout=30) == 0
    until(lambda: recent(starts) == "place/flanders place/leuven")


def test_a_window_that_hangs_does_not_keep_the_next_one_from_opening(
    starts: Starts, runtime: Path
) -> None:
    first = listening(starts, runtime)
    first.send_signal(signal.SIGSTOP)
    second = starts("place/leuven")
    until(lambda: recent(starts) == "place/leuven")
    assert second.poll() is None
    first.send_signal(signal.SIGCONT)
    third = starts()
    assert third.wait(timeout=30) == 0


def test_garbage_on_the_socket_harms_nothing(starts: Starts, runtime: Path) -> None:
    import socket

    first = listening(starts, runtime)
    (address,) = sockets(runtime)
    raw = (b"", b"\x00", b"\xff" * 100_000, b"\x7f\xff\xff\xff" + b"x" * 100, b"GET / HTTP/1.1\n\n")
    for garbage in raw:
        with socket.socket(socket.AF_UNIX) as client, suppress(OSError):
            client.connect(str(address))
            client.sendall(garbage)
    framed = (
        b"show nothing",
        b"show place/leuven  \n",
        b"show ../../etc/passwd  ",
        b"show place/atlantis  ",
        b"show place/leuven; en ",
        b"x" * (MOST_BYTES + 1),
    )
    for garbage in framed:
        with Client(str(address)) as client, suppress(OSError, EOFError):
            client.send_bytes(garbage)
            assert not client.poll(0.3) or client.recv_bytes() != one_window.SHOWN
    stalled = [Client(str(address)) for _ in range(20)]
    second = starts("place/leuven")
    assert second.wait(timeout=30) == 0
    until(lambda: recent(starts) == "place/leuven")
    assert first.poll() is None
    for client in stalled:
        client.close()


def test_the_socket_is_for_the_user_alone(starts: Starts, runtime: Path) -> None:
    listening(starts, runtime)
    (folder,) = runtime.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700


def test_what_others_can_enter_is_no_meeting_place(runtime: Path, tmp_path: Path) -> None:
    folder = runtime / f"valley-atlas-{os.getuid()}"
    folder.mkdir()
    folder.chmod(0o755)
    doors = [Door(tmp_path, bundled.atlas()) for _ in range(2)]
    assert [door.knock(Request()) for door in doors] == [Outcome.OURS, Outcome.OURS]
    doors[0].answer(lambda _request: True)
    assert list(folder.iterdir()) == []


def test_nothing_is_left_behind_when_the_window_closes(runtime: Path, tmp_path: Path) -> None:
    door = Door(tmp_path, bundled.atlas())
    assert door.knock(Request()) is Outcome.OURS
    door.answer(lambda _request: True)
    door.close()
    until(lambda: not list(runtime.glob("*/*")))
    assert door.knock(Request()) is Outcome.OURS
    door.close()


def test_a_request_that_is_refused_is_answered(runtime: Path, tmp_path: Path) -> None:
    door = Door(tmp_path, bundled.atlas())
    door.knock(Request())
    door.answer(lambda request: request.address == "place/leuven")
    other = Door(tmp_path, bundled.atlas())
    assert other.knock(Request("place/leuven", "nl", "a-token")) is Outcome.SHOWN
    assert other.knock(Request("place/atlantis")) is Outcome.SILENT
    door.close()


@pytest.mark.parametrize(
    "request_",
    [
        Request(),
        Request("place/leuven"),
        Request("milestones", "nl", "gnome-shell/1_TIME2"),
        Request("explorer?indicator=term/jobs&place=place/belgium&year=2019&year=", "fr"),
        Request("explorer?" + "&place=place/european-union" * 30, "nl", "t" * 200),
    ],
)
def test_a_request_is_read_as_it_was_sent(request_: Request) -> None:
    assert Request.parse(request_.as_bytes()) == request_
    assert len(request_.as_bytes()) <= MOST_BYTES


@pytest.mark.parametrize(("token", "sent"), [("a/b_TIME7", "a/b_TIME7"), ("a b", ""), ("é", "")])
def test_leave_to_take_the_focus_is_handed_over_as_far_as_it_can_be(
    monkeypatch: pytest.MonkeyPatch, token: str, sent: str
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", token)
    assert one_window.leave_to_focus() == sent


# Coming to the front is what the offscreen platform cannot do, and complains about.
@pytest.mark.qt_log_ignore("raise|activate", extend=True)
def test_the_window_shows_what_a_second_start_asks_for(
    start: Start, qtbot: QtBot, runtime: Path, tmp_path: Path
) -> None:
    from threading import Thread

    program = start("en")
    answers: list[bool] = []
    bell = Doorbell(program.show, program.window)
    for request in (
        Request("place/leuven", "fr"),
        Request("", "", "a-token"),
        Request("place/atlantis"),
        Request("milestones", "xx"),
    ):
        Thread(target=lambda request=request: answers.append(bell.ring(request))).start()
        seen = len(answers)
        qtbot.waitUntil(lambda seen=seen: len(answers) > seen)
    assert answers == [True, True, False, True]
    assert program.context.language.code == "fr"
    assert program.window.history.behind[0] == Address("regions", "place/leuven")
    assert program.window.history.current == Address("milestones")


@pytest.mark.qt_log_ignore("raise|activate", extend=True)
def test_a_window_that_was_put_away_comes_back(start: Start) -> None:
    program = start("en")
    program.window.showMinimized()
    assert program.show(Request())
    assert not program.window.isMinimized()


def test_the_language_of_a_second_start_is_marked_in_the_menu(start: Start) -> None:
    program = start("en")
    program.context.set_language("nl")
    assert program.window.menus.languages["nl"].isChecked()


def test_a_second_window_says_that_nothing_is_lost(start: Start, tmp_path: Path) -> None:
    import gc

    from desktop.app import SECOND_WINDOW, settle

    program = start("en")
    settle(program, Door(tmp_path, bundled.atlas()), Outcome.SILENT)
    gc.unfreeze()
    assert program.window.status_line.text == SECOND_WINDOW
