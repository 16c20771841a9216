"""The bar above the content: the way back, where one is, and the search box."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QMenu, QToolButton, QWidget

from desktop.domain.problems import N_
from desktop.ui.context import Context
from desktop.ui.frame.menus import Menus
from desktop.ui.frame.navigation import Address, History
from desktop.ui.frame.trail import Step, as_text, trail
from desktop.ui.help.keyboard import keys, plain
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.text import link_label

PLACEHOLDER = N_("Search in any language")
MOST_STOPS = 12
# With less room than this the trail would become a tower of words.
LEAST_CHARACTERS = 45
_NUMBER = re.compile(r"^([0-9.]+) ")


class SearchBox(QLineEdit):
    """Where one types a query; `entered` when one wants to go into what was found."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        self.setMaxLength(10_000)
        self.returnPressed.connect(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """Back, forward, home, the trail and the search box.

    `address_asked` carries where a step of the trail leads, `steps_asked` how many steps of the
    history to take.
    """

    address_asked = Signal(object)
    steps_asked = Signal(int)

    def __init__(self, context: Context, menus: Menus, history: History) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._steps: tuple[Step, ...] = ()
        icons = {menus.back: "arrow-left", menus.forward: "arrow-right", menus.home: "home"}
        self.buttons = {_button(action): icon for action, icon in icons.items()}
        back, forward, _home = self.buttons
        _hang_menu(back, lambda menu: self._fill(menu, history.behind, -1))
        _hang_menu(forward, lambda menu: self._fill(menu, history.ahead, 1))
        self.trail = link_label("", Role.SMALL, "", self._follow)
        self.search_box = SearchBox()
        self._glass = QAction(self)
        self.search_box.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._search = menus.search
        self._grid = QGridLayout(self)
        for column, button in enumerate(self.buttons):
            self._grid.addWidget(button, 0, column)
        self._trail_column = len(self.buttons)
        self._grid.setColumnStretch(self._trail_column, 1)
        self._grid.addWidget(self.search_box, 0, self._trail_column + 1)
        self._is_wide: bool | None = None
        self.recolour()

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment."""
        tr = self._context.language.gettext
        for button in self.buttons:
            action = button.defaultAction()
            name = plain(action.text())
            button.setAccessibleName(name)
            tip = tr("{name} ({keys})").format(name=name, keys=keys(action))
            # A button takes its own from its action, at each change of that.
            action.setToolTip(tip)
        self.search_box.setPlaceholderText(tr(PLACEHOLDER))
        self.search_box.setAccessibleName(tr("Search"))
        self.search_box.setToolTip(
            tr("{name} ({keys})").format(name=tr("Search"), keys=keys(self._search))
        )

    def recolour(self) -> None:
        """Take the colours of the moment."""
        for button, icon in self.buttons.items():
            button.defaultAction().setIcon(self._context.icon(icon))
        self._glass.setIcon(self._context.icon("search"))
        self._show_trail()

    def fit(self) -> None:
        """Take the text size of the moment; the search box has room for what it says in any
        language, so that a switch moves nothing.
        """
        small, tight = space(Space.SMALL), space(Space.TIGHT)
        self._grid.setContentsMargins(small, tight, space(Space.MEDIUM), tight)
        self._grid.setSpacing(tight)
        set_role(self.trail, Role.SMALL)
        self.trail.setContentsMargins(small, 0, small, 0)
        # A trail of two lines must not make the bar grow.
        self.setMinimumHeight(2 * self.trail.fontMetrics().lineSpacing() + 2 * tight)
        for button in self.buttons:
            button.setIconSize(QSize(1, 1) * round(space(Space.MEDIUM) * 1.2))
        widest = max(
            self.search_box.fontMetrics().horizontalAdvance(language.gettext(PLACEHOLDER))
            for language in self._context.languages.values()
        )
        # Besides the text: the magnifying glass, the button that clears it, and what is around.
        self.search_box.setFixedWidth(widest + 5 * space(Space.MEDIUM))
        self._place_trail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_trail()

    def _place_trail(self) -> None:
        """Beside the search box, or below it where that leaves the trail too little room."""
        least = self.trail.fontMetrics().averageCharWidth() * LEAST_CHARACTERS
        others = [button.sizeHint().width() for button in self.buttons]
        is_wide = self.width() - sum(others) - self.search_box.width() >= least
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        self._grid.removeWidget(self.trail)
        if is_wide:
            self._grid.addWidget(self.trail, 0, self._trail_column)
        else:
            self._grid.addWidget(self.trail, 1, 0, 1, self._trail_column + 2)

    def show_where(self, address: Address) -> tuple[Step, ...]:
        """Show the trail of an address, and return it."""
        self._steps = self._trail_of(address)
        self._show_trail()
        return self._steps

    def _trail_of(self, address: Address) -> tuple[Step, ...]:
        context = self._context
        return trail(context.library, context.language, context.country().id, address)

    def _show_trail(self) -> None:
        colours = self._context.theme.colours
        links = [
            f'<a href="{number}" style="color:{colours["muted"]};text-decoration:none">'
            f"{_as_html(step.title)}</a>"
            for number, step in enumerate(self._steps[:-1])
        ]
        here = [f"<b>{_as_html(step.title)}</b>" for step in self._steps[-1:]]
        # A line ends after the sign, not before it.
        self.trail.setText("\u00a0› ".join(links + here))
        sentence = self._context.language.gettext("You are here: {trail}")
        self.trail.setAccessibleName(sentence.format(trail=as_text(self._steps)))
        focus = Qt.FocusPolicy.StrongFocus if links else Qt.FocusPolicy.NoFocus
        self.trail.setFocusPolicy(focus)
        if links:
            # Qt takes up no widget into the order that cannot have the focus.
            for before, after in pairwise((*self.buttons, self.trail, self.search_box)):
                QWidget.setTabOrder(before, after)

    def _follow(self, number: str) -> None:
        self.address_asked.emit(self._steps[int(number)].address)

    def _fill(self, menu: QMenu, addresses: Sequence[Address], direction: int) -> None:
        menu.clear()
        for steps, address in enumerate(addresses[:MOST_STOPS], start=1):
            title = self._trail_of(address)[-1].title.replace("&", "&&")
            entry = menu.addAction(title)
            entry.triggered.connect(
                lambda _checked=False, steps=steps: self.steps_asked.emit(direction * steps)
            )


def _as_html(title: str) -> str:
    """A title in which the number of a section keeps its first word beside it."""
    return _NUMBER.sub("\\1\u00a0", escape(title))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _hang_menu(button: QToolButton, fill: Callable[[QMenu], None]) -> None:
    """A menu that opens when the button is held down, filled at that moment."""
    menu = QMenu(button)
    menu.aboutToShow.connect(lambda: fill(menu))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)
