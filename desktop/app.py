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

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop import bundled
from desktop.domain.problems import N_, AtlasError, UsageError
from desktop.l10n.language import Language, system_language
from desktop.l10n.qt import QtLanguage, qt_languages
from desktop.sheets.values import error_text
from desktop.store.reader import AtlasLibrary
from desktop.store.user_file import UserFile
from desktop.ui import views
from desktop.ui.choices import Choices
from desktop.ui.context import Context
from desktop.ui.frame import text_size
from desktop.ui.frame.addresses import address_of
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.one_window import Door, Outcome, Request
from desktop.ui.frame.window import MainWindow
from desktop.ui.look import theme as themes
from desktop.ui.look import typography
from desktop.ui.look.theme import Theme

LANGUAGE_KEY, THEME_KEY = "language", "theme"
SECOND_WINDOW = N_("The window that was open does not answer, so this is another. Nothing is lost.")


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
        self.choices = Choices(self.user_file)
        self._qt_language = QtLanguage()
        system = _system(languages)
        code = language_code or self.choices.get(LANGUAGE_KEY, system)
        language = languages.get(code, languages[system])
        self._resources = bundled.resources()
        choice = self.choices.get(THEME_KEY, themes.AUTO)
        self.theme_choice = choice if choice in themes.CHOICES else themes.AUTO
        theme = self._load_theme()
        self._install_qt_language(language)
        typography.resize(application, text_size.kept(self.choices))
        theme.apply(application)
        self.context = Context(
            self.library,
            languages,
            language,
            theme,
            self._resources,
            self.choices,
            self.user_file,
            today or datetime.date.today(),  # noqa: DTZ011 - the user's own day
            self._install_qt_language,
        )
        self.window = MainWindow(self.context)
        self._connect()

    def _connect(self) -> None:
        self.window.menus.language_chosen.connect(self.choose_language)
        self.window.menus.theme_chosen.connect(self.choose_theme)
        self.window.menus.text_size_chosen.connect(self.choose_text_size)
        self.window.menus.themes[self.theme_choice].setChecked(True)
        hints = QGuiApplication.styleHints()
        self._system = hints.colorSchemeChanged.connect(lambda _scheme: self._follow_theme())

    def start(self, address: Address | None = None) -> None:
        """Show the window at an address, or at home; its data comes right after the first paint,
        and what one may open next after that."""
        first = address or Address(views.HOME)
        self.window.first_painted.connect(lambda: self._arrive(first))
        self.window.show()

    def _arrive(self, address: Address) -> None:
        from desktop.ui.frame.preparing import Preparation

        self.window.go(address)
        Preparation(self.window, self.library)

    def show(self, request: Request) -> bool:
        """Show what another start asks for, in front of everything; False where it cannot be."""
        address = None
        if request.address:
            try:
                address = address_of(request.address, self.library)
            except UsageError:
                return False
        if request.language in self.context.languages:
            self.context.set_language(request.language)
        if address is not None:
            self.window.go(address)
        self._come_to_the_front(request.token)
        return True

    def _come_to_the_front(self, token: str) -> None:
        if token:
            # Where Qt looks for the desktop's leave when it asks for the focus.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def choose_language(self, code: str) -> None:
        """Switch to a language and remember it."""
        self.choices.put(LANGUAGE_KEY, code)
        self.context.set_language(code)

    def choose_theme(self, choice: str) -> None:
        """Switch to `auto`, `light` or `dark` and remember it."""
        self.theme_choice = choice
        self.choices.put(THEME_KEY, choice)
        self._follow_theme()

    def choose_text_size(self, steps: int) -> None:
        """Make all text so many steps larger, or as usual for 0, and remember it."""
        scale = text_size.chosen(self.choices, steps)
        typography.resize(self.application, scale)
        # The lengths of a style sheet are counted when it is set. Never by way of none: Qt
        # crashes at the next change of the palette.
        self.application.setStyleSheet(self.application.styleSheet())
        self.window.resize_text()

    def close(self) -> None:
        """Let go of both files, of Qt's language, and of the colours of the system."""
        QObject.disconnect(self._system)
        self._qt_language.remove(self.application)
        # What the window does at that, it does with its files open.
        self.application.sendPostedEvents()
        self.user_file.close()
        self.library.close()

    def _follow_theme(self) -> None:
        theme = self._load_theme()
        self.window.forget_hidden_views()
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


def run(
    options: argparse.Namespace,
    languages: Mapping[str, Language],
    address: str,
    door: Door,
    outcome: Outcome,
) -> int:
    """Open the window at an address that there is, or at home for none.

    The exit code comes back when the window is closed. `outcome` is what came of knocking at the
    `door`: if the window is the only one, later starts find it there.
    """
    # Qt's loop gives Python no turn to notice Ctrl+C; all choices are on disk already.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application = make_application()
    try:
        program = Program(application, languages, options.data, options.user_dir, options.lang)
    except AtlasError as error:
        _show(error, languages[options.lang or _system(languages)])
        raise
    if options.bench_startup:
        _report_startup(program)
    program.start(address_of(address, program.library) if address else None)
    program.window.first_painted.connect(lambda: settle(program, door, outcome))
    try:
        return application.exec()
    finally:
        program.close()


def settle(program: Program, door: Door, outcome: Outcome) -> None:
    """The start is over: leave what it made alone, and look after what comes."""
    gc.freeze()
    gc.enable()
    if outcome is Outcome.SILENT:
        program.context.say(program.context.language.gettext(SECOND_WINDOW))
    # After all that the user waits for.
    QTimer.singleShot(0, program.window, lambda: _answer(program, door))


def _answer(program: Program, door: Door) -> None:
    """Let later starts find this window."""
    from desktop.ui.frame.doorbell import Doorbell

    door.answer(Doorbell(program.show, program.window).ring)


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
