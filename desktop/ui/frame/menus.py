"""The menu bar: file, go, look, language and help, with every shortcut of the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.domain.problems import N_
from desktop.ui import views
from desktop.ui.context import Context
from desktop.ui.frame.side_bar import BRIEFING, title_of
from desktop.ui.look import theme

# What the help page speaks of.
FILE, SAVE_SHEET, SAVE_RECORD = N_("&File"), N_("&Save sheet…"), N_("Save to the &briefing")
COMPARE_SHEET, ALL_SHEETS = N_("Compare an &older sheet…"), N_("All sheets into a &folder…")
THEMES = {
    theme.AUTO: N_("As the system"),
    theme.LIGHT: N_("Light"),
    theme.DARK: N_("Dark"),
}
# The upper row of a keyboard, from 1 on: on a Belgian one the digits are above these signs.
_BELGIAN_DIGITS = "&é\"'(§è!ç"
# Views that the menus have another entry for.
_ELSEWHERE = (views.SEARCH, views.HELP)


class Menus(QObject):
    """Builds the menus of a window once; `retranslate` sets all their text.

    Each entry is an action that the window connects; `view_chosen`, `language_chosen` and
    `theme_chosen` carry the key or code that the user picked, `text_size_chosen` how many steps
    larger the text is to be (0: as large as usual).
    """

    view_chosen = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, context: Context, window: QMainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._texts: list[tuple[QAction, str]] = []
        self.file = self._menu(window, FILE)
        self.go = self._menu(window, N_("&Go"))
        self.look = self._menu(window, N_("&View"))
        self.language = self._menu(window, N_("&Language"))
        self.help = self._menu(window, N_("&Help"))
        self._fill_file()
        self._fill_go()
        self._fill_look()
        self.languages = _choices(self.language, context.languages, self.language_chosen)
        self.open_help = self._add(self.help, N_("Help with &Valley Atlas"), "F1")
        self.open_keyboard = self._add(self.help, N_("&Keyboard"))
        self.help.addSeparator()
        self.about = self._add(self.help, N_("&About Valley Atlas"))

    def _fill_file(self) -> None:
        self.save_sheet = self._add(self.file, SAVE_SHEET, "Ctrl+S")
        self.print_sheet = self._add(self.file, N_("&Print sheet…"), "Ctrl+P")
        self.all_sheets = self._add(self.file, ALL_SHEETS)
        self.compare_sheet = self._add(self.file, COMPARE_SHEET)
        self.file.addSeparator()
        self.save_record = self._add(self.file, SAVE_RECORD, "Ctrl+D")
        self.file.addSeparator()
        self.quit = self._add(self.file, N_("&Quit"), "Ctrl+Q")

    def _fill_go(self) -> None:
        self.back = self._add(self.go, N_("&Back"), QKeySequence.StandardKey.Back)
        self.forward = self._add(self.go, N_("&Forward"), QKeySequence.StandardKey.Forward)
        self.home = self._add(self.go, N_("&Home"), "Alt+Home")
        self.recent = self._menu(self.go, N_("&Recent"))
        self.go.addSeparator()
        self.views = {
            spec.key: _add(self.go, _view_keys(number, spec.key))
            for number, spec in enumerate(views.ALL)
            if spec.key not in _ELSEWHERE
        }
        for key, action in self.views.items():
            action.triggered.connect(lambda _checked=False, key=key: self.view_chosen.emit(key))
        self.go.addSeparator()
        self.search = self._add(self.go, N_("&Search"), "Ctrl+K")
        self.next_part = self._add(self.go, N_("&Next part of the window"), "F6")
        self.previous_part = self._add(self.go, N_("&Previous part of the window"), "Shift+F6")
        self.leave_search = self._add(self.go, N_("From the search box to the pa&ge"), "Esc")
        # Elsewhere Escape closes what is open there.
        self.leave_search.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _fill_look(self) -> None:
        self.themes = _choices(self.look, THEMES, self.theme_chosen)
        self._texts += [(action, THEMES[code]) for code, action in self.themes.items()]
        self.look.addSeparator()
        # Where plus is above another sign, nobody presses Shift for it.
        self.larger = self._add(self.look, N_("&Larger text"), "Ctrl++", "Ctrl+=")
        self.smaller = self._add(self.look, N_("&Smaller text"), "Ctrl+-")
        self.usual = self._add(self.look, N_("&Usual text size"), "Ctrl+0", "Ctrl+à")
        for action, steps in ((self.larger, 1), (self.smaller, -1), (self.usual, 0)):
            action.triggered.connect(
                lambda _checked=False, steps=steps: self.text_size_chosen.emit(steps)
            )

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment; a language is named in itself."""
        language = self._context.language
        for action, text in self._texts:
            action.setText(language.gettext(text))
        for key, action in self.views.items():
            action.setText(title_of(views.spec_of(key), self._context, language.code))
        for code, action in self.languages.items():
            action.setText(self._context.languages[code].own_name)
        self.languages[language.code].setChecked(True)

    def _menu(self, parent: QMainWindow | QMenu, text: str) -> QMenu:
        menu = QMenu(parent)
        bar = parent.menuBar() if isinstance(parent, QMainWindow) else parent
        self._texts.append((bar.addMenu(menu), text))
        return menu

    def _add(self, menu: QMenu, text: str, *keys: str | QKeySequence.StandardKey) -> QAction:
        action = _add(menu, keys)
        self._texts.append((action, text))
        return action


def _add(menu: QMenu, keys: Sequence[str | QKeySequence.StandardKey] = ()) -> QAction:
    action = QAction(menu)
    action.setShortcuts([QKeySequence(key) for key in keys])
    menu.addAction(action)
    return action


def _view_keys(number: int, key: str) -> Sequence[str]:
    """The shortcuts of a view: Ctrl and its place in the side bar, as far as there are digits."""
    if number < len(_BELGIAN_DIGITS):
        return f"Ctrl+{number + 1}", f"Ctrl+{_BELGIAN_DIGITS[number]}"
    return ("Ctrl+B",) if key == BRIEFING else ()


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
