"""The composition root: arguments, paths, settings, language, library, window."""

from __future__ import annotations

import argparse
import datetime
import gc
import json
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import platformdirs
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import bundled
from desktop.domain.problems import AtlasError
from desktop.l10n.language import Language, system_language
from desktop.l10n.qt import QtLanguage, qt_languages
from desktop.sheets.values import error_text
from desktop.store.reader import AtlasLibrary
from desktop.store.user_file import UserFile
from desktop.ui.context import Context
from desktop.ui.frame.window import MainWindow
from desktop.ui.look import theme as themes
from desktop.ui.look import typography
from desktop.ui.look.theme import Theme

LANGUAGE_KEY, THEME_KEY = "language", "theme"


class Program:
    """Everything that one run of the window needs, put together."""

    def __init__(
        self,
        application: QApplication,
        languages: Mapping[str, Language],
        data: Path,
        user_dir: Path,
        language_code: str | None = None,
        today: datetime.date | None = None,
    ) -> None:
        self.application = application
        self.library = AtlasLibrary.open(data)
        self.user_file = UserFile(user_dir)
        self._qt_language = QtLanguage()
        system = _system(languages)
        code = language_code or self.user_file.get(LANGUAGE_KEY, system)
        language = languages.get(code, languages[system])
        self._resources = bundled.resources()
        choice = self.user_file.get(THEME_KEY, themes.AUTO)
        self.theme_choice = choice if choice in themes.CHOICES else themes.AUTO
        theme = self._load_theme()
        self._install_qt_language(language)
        theme.apply(application)
        self.context = Context(
            self.library,
            languages,
            language,
            theme,
            self._resources,
            self.user_file,
            self.user_file,
            today or datetime.date.today(),  # noqa: DTZ011 - the user's own day
            self._install_qt_language,
        )
        self.window = MainWindow(self.context)
        self._connect()

    def _connect(self) -> None:
        self.window.menus.language_chosen.connect(self.choose_language)
        self.window.menus.theme_chosen.connect(self.choose_theme)
        self.window.menus.themes[self.theme_choice].setChecked(True)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._follow_theme())

    def start(self) -> None:
        """Show the window; its data comes right after the first paint."""
        self.window.first_painted.connect(self.window.go_home)
        self.window.show()

    def choose_language(self, code: str) -> None:
        """Switch to a language and remember it."""
        self.user_file.put(LANGUAGE_KEY, code)
        self.context.set_language(code)

    def choose_theme(self, choice: str) -> None:
        """Switch to `auto`, `light` or `dark` and remember it."""
        self.theme_choice = choice
        self.user_file.put(THEME_KEY, choice)
        self._follow_theme()

    def close(self) -> None:
        """Let go of both files, and of Qt's language."""
        self._qt_language.remove(self.application)
        self.user_file.close()
        self.library.close()

    def _follow_theme(self) -> None:
        theme = self._load_theme()
        theme.apply(self.application)
        self.context.set_theme(theme)

    def _load_theme(self) -> Theme:
        return Theme.load(self._resources, themes.resolve(self.theme_choice))

    def _install_qt_language(self, language: Language) -> None:
        self._qt_language.install(self.application, language)


def make_application() -> QApplication:
    """The one QApplication, dressed."""
    application = QApplication(sys.argv[:1])
    dress(application)
    return application


def dress(application: QApplication) -> None:
    """Give an application its name, Fusion (the style that our palettes fit) and our font."""
    application.setApplicationName("Valley Atlas")
    application.setStyle("Fusion")
    typography.install(application, bundled.fonts(), bundled.resources())


def run(options: argparse.Namespace, languages: Mapping[str, Language]) -> int:
    """Open the window; the exit code comes back when it is closed."""
    # Qt's loop gives Python no turn to notice Ctrl+C; all choices are on disk already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = make_application()
    user_dir = options.user_dir or Path(platformdirs.user_data_dir("valley-atlas", appauthor=False))
    data = options.data or bundled.atlas()
    try:
        program = Program(application, languages, data, user_dir, options.lang)
    except AtlasError as error:
        _show(error, languages[options.lang or _system(languages)])
        raise
    if options.bench_startup:
        _report_startup(program)
    program.start()
    program.window.first_painted.connect(_collect_garbage_again)
    try:
        return application.exec()
    finally:
        program.close()


def _collect_garbage_again() -> None:
    """The start is over: leave what it made alone, and look after what comes."""
    gc.freeze()
    gc.enable()


def _system(languages: Mapping[str, Language]) -> str:
    return system_language(languages, os.environ, qt_languages())


def _show(error: AtlasError, language: Language) -> None:
    """Say it in a box too: who starts the program with a click sees no terminal."""
    if QGuiApplication.platformName() != "offscreen":
        title = language.gettext("Valley Atlas")
        QMessageBox.critical(None, title, error_text(error, language))


def _report_startup(program: Program) -> None:
    """Print, as one line of JSON, when the window was first painted and when it was usable."""
    started = float(os.environ["VALLEY_ATLAS_STARTED"])
    times: dict[str, float] = {}

    def usable() -> None:
        program.window.repaint()
        times["usable"] = time.monotonic() - started
        print(json.dumps(times), flush=True)
        program.window.close()

    def painted() -> None:
        times["first_paint"] = time.monotonic() - started
        # Runs after `go_home`, which the same signal calls next.
        QTimer.singleShot(0, usable)

    program.window.first_painted.connect(painted)
