"""The line below the content: what was done, for a few seconds, and which edition one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.text import text_label

SHOWN_MS = 8000


class StatusLine(QWidget):
    """Shows each sentence that is announced, and has a screen reader say it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._sentence = text_label("", Role.SMALL)
        self._sentence.setWordWrap(True)
        self._edition = text_label("", Role.SMALL, "muted")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(self._edition)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        context.announced.connect(self.say)
        context.told.connect(lambda sentence: announce(self, sentence))

    @property
    def text(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Show a sentence for a few seconds, and have it said."""
        self._sentence.setText(sentence)
        self._timer.start()
        announce(self, sentence)

    def clear(self) -> None:
        """Show no sentence."""
        self._sentence.clear()

    def retranslate(self) -> None:
        """Name the edition in the language of the moment; what was said in another one is over."""
        self.clear()
        sentence = self._context.language.gettext("Edition {edition}")
        edition = self._context.library.edition["edition"]
        self._edition.setText(sentence.format(edition=edition))

    def fit(self) -> None:
        """Take the text size of the moment."""
        self._row.setContentsMargins(space(Space.MEDIUM), 0, space(Space.MEDIUM), 0)
        for label in (self._sentence, self._edition):
            set_role(label, Role.SMALL)
        self.setMinimumHeight(self._edition.fontMetrics().lineSpacing() + space(Space.SMALL))


def show_complaint(window: QWidget, title: str, sentence: str) -> None:
    """Say in a message that waits what went wrong."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(sentence)
    box.open()
    announce(box, sentence)
