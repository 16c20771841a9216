"""One window for each user folder: a second start hands its address to the window that is open.

Whoever holds a lock opens the window. The system lets go of a lock when its process ends, however
it ends, so a crash leaves nothing to clean up. Messages go through a socket in a folder that only
the user can enter, on Windows through a pipe; no network is touched. There is no Qt here, because
a second start is to be over before Qt would be loaded (and QtNetwork, which could do the same,
brings the libraries of Kerberos and Brotli along).
"""

from __future__ import annotations

import os
import re
import sys
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.frame.lock import Lock

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

# How long a window may take to answer, and how long one that is only just starting.
PATIENCE, STARTING = 2.0, 10.0
PAUSE = 0.05
MOST_BYTES = 2048
SHOWN, REFUSED = b"shown", b"refused"
_TOKEN = re.compile(r"[!-~]{0,200}")
_REQUEST = re.compile(rb"show ([a-z0-9/?&=-]{0,1000}) ([a-z]{0,3}) ([!-~]{0,200})")


class Outcome(Enum):
    """What came of knocking."""

    OURS = auto()  # Nobody was there: it is for us to open the window.
    SHOWN = auto()  # The window that is open shows what was asked.
    SILENT = auto()  # There is a window, but it does not answer, or not as we wish.


@dataclass(frozen=True, slots=True)
class Request:
    """What a second start asks: an address (`programme/regmed-xb`, or nothing: only come to the
    front), the language that it was given, and the desktop's leave to take the focus.
    """

    address: str = ""
    language: str = ""
    token: str = ""

    def as_bytes(self) -> bytes:
        """The request as it is sent."""
        return f"show {self.address} {self.language} {self.token}".encode()

    @classmethod
    def parse(cls, message: bytes) -> Request | None:
        """The request that was sent; None for anything else."""
        found = _REQUEST.fullmatch(message)
        return cls(*(part.decode() for part in found.groups())) if found else None


class Door:
    """Where the starts of a user meet that share a user folder and an atlas."""

    def __init__(self, user_dir: Path, data: Path) -> None:
        # On Windows all users share the names of pipes; elsewhere each has a folder for sockets.
        user = os.environ.get("USERNAME", "")
        shared = f"{user}\n{user_dir.resolve()}\n{data.resolve()}"
        # A name and no secret, so that hashlib need not load OpenSSL at every start.
        key = f"{zlib.crc32(shared.encode(errors='surrogateescape')):08x}"
        self._bell: _Bell | None = None
        try:
            folder = _meeting_place()
        except OSError:
            # No place to meet: every start opens a window of its own.
            self._lock, self._address = None, ""
        else:
            self._lock = Lock(folder / f"{key}.lock")
            pipe = rf"\\.\pipe\valley-atlas-{key}"
            self._address = pipe if sys.platform == "win32" else str(folder / f"{key}.socket")

    def knock(self, request: Request) -> Outcome:
        """Take the lock, or have the window that is open show what is asked."""
        deadline = time.monotonic() + STARTING
        while self._is_held_by_another():
            outcome = _within(PATIENCE, lambda: _ask(self._address, request))
            if outcome is not None:
                return outcome
            if time.monotonic() > deadline:
                return Outcome.SILENT
            time.sleep(PAUSE)
        return Outcome.OURS

    def _is_held_by_another(self) -> bool:
        try:
            return self._lock is not None and not self._lock.take()
        except OSError:
            # A full disk: nobody can hold a lock, and every start is on its own.
            return False

    def answer(self, show: Callable[[Request], bool]) -> None:
        """From now on call `show`, in a thread of its own, for each request that comes.

        Only for who holds the lock. Where no socket can be made, others open their own windows.
        """
        if self._lock is None or not self._lock.is_taken:
            return
        try:
            self._bell = _Bell(self._address, show)
        except OSError:
            self._lock.release()

    def close(self) -> None:
        """Answer no more, and leave the window to whoever comes next."""
        if self._bell is not None:
            self._bell.close()
        if self._lock is not None:
            self._lock.release()


class _Bell:
    """Listens for requests, each in a thread of its own: one that stalls stops no other."""

    def __init__(self, address: str, show: Callable[[Request], bool]) -> None:
        from multiprocessing.connection import Listener
        from threading import Thread

        self._address = address
        self._show = show
        self._is_closed = False
        if sys.platform != "win32":
            # What a window that crashed has left; we hold the lock, so nobody listens there.
            Path(address).unlink(missing_ok=True)
        self._listener = Listener(address, backlog=16)
        Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._is_closed = True
        # Nothing but a caller ends the wait for one.
        with suppress(OSError):
            _client(self._address).close()

    def _listen(self) -> None:
        from threading import Thread

        while True:
            try:
                connection = self._listener.accept()
            except OSError:
                time.sleep(PAUSE)
                continue
            if self._is_closed:
                connection.close()
                with suppress(OSError):
                    self._listener.close()
                return
            Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        with connection, suppress(OSError, EOFError):
            if not connection.poll(PATIENCE):
                return
            request = Request.parse(connection.recv_bytes(MOST_BYTES))
            # Whoever has hung up does not want it any more.
            if request is not None and not connection.poll():
                connection.send_bytes(SHOWN if self._show(request) else REFUSED)


def leave_to_focus() -> str:
    """The leave to take the focus that the desktop gave this start, if it did."""
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    return token if _TOKEN.fullmatch(token) else ""


def user_folder() -> Path:
    """The folder of the user's own things, where no other one was named."""
    import platformdirs

    return Path(platformdirs.user_data_dir("valley-atlas", appauthor=False))


def _meeting_place() -> Path:
    """The folder of locks and sockets; PermissionError where others than the user can enter it."""
    base = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if not base.is_absolute() or not base.is_dir():
        import tempfile

        base = Path(tempfile.gettempdir())
    if sys.platform == "win32":
        # Everybody has a folder for passing things of their own.
        folder = base / "valley-atlas"
        folder.mkdir(exist_ok=True)
        return folder
    folder = base / f"valley-atlas-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise PermissionError(folder)
    return folder


def _client(address: str) -> Connection:
    from multiprocessing.connection import Client

    return Client(address)


def _ask(address: str, request: Request) -> Outcome | None:
    """What the window that listens at an address does with a request; None if none listens."""
    try:
        with _client(address) as connection:
            if sys.platform == "win32":
                import ctypes

                # We were just started by the user, and may pass on the right to come to the front.
                ctypes.windll.user32.AllowSetForegroundWindow(-1)
            connection.send_bytes(request.as_bytes())
            if not connection.poll(PATIENCE):
                return Outcome.SILENT
            is_shown = connection.recv_bytes(MOST_BYTES) == SHOWN
            return Outcome.SHOWN if is_shown else Outcome.SILENT
    except (OSError, EOFError):
        return None


def _within(seconds: float, work: Callable[[], Outcome | None]) -> Outcome | None:
    """What `work` gives; silence if it takes longer, as a call into a crowded socket may."""
    import queue
    from threading import Thread

    results: queue.SimpleQueue[Outcome | None] = queue.SimpleQueue()
    Thread(target=lambda: results.put(work()), daemon=True).start()
    try:
        return results.get(timeout=seconds + PAUSE)
    except queue.Empty:
        return Outcome.SILENT
