"""The menu bar: file, go, look, language and help."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.domain.problems import N_
from desktop.ui.context import Context
from desktop.ui.look import theme

THEMES = {
    theme.AUTO: N_("As the system"),
    theme.LIGHT: N_("Light"),
    theme.DARK: N_("Dark"),
}


class Menus(QObject):
    """Builds the menus of a window once; `retranslate` sets all their text.

    Each entry is an action that the window connects; `language_chosen` and `theme_chosen` carry
    the code that the user picked.
    """

    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context = context
        self.file, self.go, self.look, self.language, self.help = (QMenu(window) for _ in range(5))
        for menu in (self.file, self.go, self.look, self.language, self.help):
            window.menuBar().addMenu(menu)
        self.save_sheet = _add(self.file, "Ctrl+S")
        self.file.addSeparator()
        self.quit = _add(self.file, QKeySequence.StandardKey.Quit)
        self.home = _add(self.go, "Alt+Home")
        self.search = _add(self.go, "Ctrl+K")
        self.themes = _choices(self.look, THEMES, self.theme_chosen)
        self.languages = _choices(self.language, context.languages, self.language_chosen)
        self.about = _add(self.help)
        context.language_changed.connect(self.retranslate)
        self.languages[context.language.code].setChecked(True)
        self.retranslate()

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


def _add(menu: QMenu, shortcut: str | QKeySequence.StandardKey | None = None) -> QAction:
    action = QAction(menu)
    if shortcut is not None:
        action.setShortcut(QKeySequence(shortcut))
    menu.addAction(action)
    return action


def _choices(menu: QMenu, codes: Iterable[str], chosen: SignalInstance) -> dict[str, QAction]:
    """One entry a code, of which one is checked."""
    group = QActionGroup(menu)
    actions: dict[str, QAction] = {}
    for code in codes:
        action = _add(menu)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False, code=code: chosen.emit(code))
        group.addAction(action)
        actions[code] = action
    return actions
