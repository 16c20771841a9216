"""Buttons that open a list of choices, and those that take a choice away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.ui.look.typography import Role, set_role

_OPENING_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class IconButton(QPushButton):
    """A button with a small icon after its text; `look` names its style in the style sheet."""

    def __init__(self, look: str) -> None:
        super().__init__()
        self.setProperty("look", look)
        # An icon stands before the text, whichever side that is.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_role(self, Role.LABEL)
        self.setIconSize(QSize(1, 1) * round(self.fontMetrics().height() * 0.9))


class OpeningButton(IconButton):
    """A button that opens something below itself, by mouse, Space, Return or Down: `opened`."""

    opened = Signal()

    def __init__(self, look: str) -> None:
        super().__init__(look)
        self.clicked.connect(self.opened)

    def below(self) -> QPoint:
        """The point of the screen at which it opens."""
        return self.mapToGlobal(QPoint(0, self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ChoiceButton(OpeningButton):
    """Shows which of several choices is made, and opens a menu of them.

    `chosen` carries the number of the one that was picked, from 0.
    """

    chosen = Signal(int)

    def __init__(self, choices: int) -> None:
        super().__init__("quiet")
        self.choices = QMenu(self)
        self.choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._group = QActionGroup(self)
        for number in range(choices):
            action = QAction(self)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, number=number: self.chosen.emit(number))
            self._group.addAction(action)
            self.choices.addAction(action)
        self.opened.connect(self._open)

    def show_choice(self, number: int, titles: Sequence[str], spoken: str) -> None:
        """Name all choices and show which is made; `spoken` says that for a screen reader."""
        actions = self.choices.actions()
        for action, title in zip(actions, titles, strict=True):
            action.setText(title)
        actions[number].setChecked(True)
        self.setText(titles[number])
        self.setAccessibleName(spoken)

    def _open(self) -> None:
        checked = self._group.checkedAction()
        if checked:
            self.choices.setActiveAction(checked)
        self.choices.popup(self.below())
