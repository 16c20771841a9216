"""A line above the briefing that says something, and a button to do something about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import text_label


class Notice(QFrame):
    """Hidden until it is shown. `acted` tells that its button was pressed."""

    acted = Signal()

    def __init__(self, context: Context, *, is_warning: bool) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._context = context
        self._sign = QLabel()
        if not is_warning:
            self._sign.hide()
        self._text = text_label("", Role.BODY)
        self._text.setWordWrap(True)
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            space(Space.LARGE), space(Space.SMALL), space(Space.LARGE), space(Space.SMALL)
        )
        row.setSpacing(space(Space.SMALL))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        context.theme_changed.connect(self._recolour)
        self._recolour()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, sentence: str, action: str) -> None:
        """Say a sentence, with the text of the button."""
        self._text.setText(sentence)
        self.button.setText(action)

    def _recolour(self) -> None:
        size = round(self.fontMetrics().height() * 1.1)
        icon = self._context.icon("triangle-alert")
        self._sign.setPixmap(icon.pixmap(QSize(size, size), self.devicePixelRatio()))
