"""The menu bar: file, go, look, language and help."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from desktop import __version__
from desktop.domain.problems import N_
from desktop.ui import theme
from desktop.ui.context import Context

if TYPE_CHECKING:
    from desktop.ui.window import MainWindow

THEMES = {
    theme.AUTO: N_("As the system"),
    theme.LIGHT: N_("Light"),
    theme.DARK: N_("Dark"),
}


class Menus(QObject):
    """Builds the menus once; `retranslate` sets all their text.

    `language_chosen` and `theme_chosen` carry the code that the user picked.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.file, self.go, self.look, self.language, self.help = (QMenu(window) for _ in range(5))
        for menu in (self.file, self.go, self.look, self.language, self.help):
            window.menuBar().addMenu(menu)
        self.save_sheet = self._add(self.file, "Ctrl+S", window.saver.ask)
        self.file.addSeparator()
        self.quit = self._add(self.file, QKeySequence.StandardKey.Quit, window.close)
        self.home = self._add(self.go, "Alt+Home", window.go_home)
        self.search = self._add(self.go, "Ctrl+K", window.focus_search)
        self.themes = self._choices(self.look, THEMES, self.theme_chosen)
        self.languages = self._choices(self.language, context.languages, self.language_chosen)
        self.about = self._add(self.help, None, self._show_about)
        context.language_changed.connect(self.retranslate)
        self.languages[context.language.code].setChecked(True)
        self.retranslate()

    def _add(
        self,
        menu: QMenu,
        shortcut: str | QKeySequence.StandardKey | None,
        slot: Callable[[], object],
    ) -> QAction:
        action = QAction(menu)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _choices(
        self, menu: QMenu, codes: Iterable[str], chosen: SignalInstance
    ) -> dict[str, QAction]:
        group = QActionGroup(menu)
        actions: dict[str, QAction] = {}
        for code in codes:
            action = QAction(menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, code=code: chosen.emit(code))
            group.addAction(action)
            menu.addAction(action)
            actions[code] = action
        return actions

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment; a language is named in itself."""
        tr = self._context.language.gettext
        self.file.setTitle(tr("&File"))
        self.go.setTitle(tr("&Go"))
        self.look.setTitle(tr("&View"))
        self.language.setTitle(tr("&Language"))
        self.help.setTitle(tr("&Help"))
        self.save_sheet.setText(tr("&Save country sheet…"))
        self.quit.setText(tr("&Quit"))
        self.home.setText(tr("&Home"))
        self.search.setText(tr("&Search"))
        self.about.setText(tr("&About Valley Atlas"))
        for code, action in self.themes.items():
            action.setText(tr(THEMES[code]))
        for code, action in self.languages.items():
            action.setText(self._context.languages[code].own_name)

    def _show_about(self) -> None:
        tr = self._context.language.gettext
        edition = self._context.library.edition
        text = tr("Version {version}, edition {edition}. Licence: EUPL-1.2.").format(
            version=__version__, edition=edition["edition"]
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("About Valley Atlas"))
        box.setText(tr("Every figure has a source, a year and an age."))
        box.setInformativeText(text)
        box.open()
