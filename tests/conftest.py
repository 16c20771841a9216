"""What many tests need: the languages, the built atlas, and a running program."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop import bundled
from desktop.app import Program, dress
from desktop.cli import main
from desktop.l10n.language import Language, languages_in
from desktop.store.reader import AtlasLibrary
from tests.commands import Done, Run

TODAY = datetime.date(2026, 11, 22)
LANGUAGES = ("nl", "fr", "en")


@pytest.fixture(scope="session")
def languages() -> dict[str, Language]:
    """Every language of the interface; a catalog that is not compiled fails here, never skips."""
    found = languages_in(bundled.catalogs())
    assert set(found) == set(LANGUAGES)
    return found


@pytest.fixture(scope="session")
def library() -> Iterator[AtlasLibrary]:
    """The atlas that the seeds make."""
    opened = AtlasLibrary.open(bundled.atlas())
    yield opened
    opened.close()


@pytest.fixture
def start(
    qtbot: QtBot, languages: dict[str, Language], tmp_path: Path
) -> Iterator[Callable[[str | None], Program]]:
    """Starts the real program in a language, with a user folder of its own."""
    started: list[Program] = []

    def start_in(code: str | None = None) -> Program:
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)
        user_dir = tmp_path / "user"
        program = Program(application, languages, bundled.atlas(), user_dir, code, TODAY)
        program.start()
        qtbot.waitUntil(lambda: program.window.history.current is not None, timeout=30_000)
        started.append(program)
        return program

    yield start_in
    for program in started:
        program.window.close()
        # At once: a window without its library must not live to hear of the next program.
        program.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        program.close()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program in this process, for a user who speaks `speaks`."""

    def run_it(*arguments: str | Path, speaks: str = "en") -> Done:
        monkeypatch.setenv("LANGUAGE", speaks)
        code = main(list(map(str, arguments)))
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run_it
