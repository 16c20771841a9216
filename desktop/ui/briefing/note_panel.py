"""The note on an item: a plain text, and a quiet word on whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.briefing import clean
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.text import text_label


class NotePanel(QWidget):
    """Shows the note of one item. `typed` carries the key of the item and what its note is now."""

    typed = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("notePanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._key = self._note = ""
        self._label = QLabel()
        set_role(self._label, Role.LABEL)
        self.state = text_label("", Role.SMALL, "muted")
        self.edit = _NoteEdit()
        self.edit.left.connect(context.briefing.flush)
        self.edit.textChanged.connect(self._tell)
        self._label.setBuddy(self.edit)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self.state)
        column = QVBoxLayout(self)
        margin = space(Space.LARGE)
        column.setContentsMargins(margin, space(Space.SMALL), margin, space(Space.MEDIUM))
        column.setSpacing(space(Space.TIGHT))
        column.addLayout(head)
        column.addWidget(self.edit, 1)
        context.briefing.state_changed.connect(self.show_state)

    def show_note(self, key: str, title: str, note: str) -> None:
        """Show the note of an item; the same one again keeps the cursor where it is."""
        tr = self._context.language.gettext
        self.edit.setAccessibleName(tr("Note on {title}").format(title=title))
        if key != self._key:
            self.edit.show_text(note, 0)
        elif note != self._note:
            self.edit.show_text(note, self.edit.textCursor().position())
        self._key, self._note = key, note
        self.show_state()

    def put_away(self) -> None:
        """Show no note."""
        self._key = self._note = ""
        self.edit.show_text("", 0)
        self.edit.setAccessibleName("")
        self.hide()

    def retranslate(self) -> None:
        """Set the text of its own anew; the note is the user's."""
        tr = self._context.language.gettext
        self._label.setText(tr("Your note"))
        self.edit.setPlaceholderText(tr("Write what you want to say or ask at the meeting."))
        self.show_state()

    def show_state(self) -> None:
        """Say whether what is typed is on the disk."""
        tr = self._context.language.gettext
        book = self._context.briefing
        if not book.is_kept:
            self.state.setText(tr("Not kept on this disk"))
        elif book.is_saved:
            self.state.setText(tr("Saved"))
        else:
            self.state.setText(tr("Saving…"))

    def _tell(self) -> None:
        if self._key and not self.edit.is_being_set:
            self._note = self.edit.text()
            self.typed.emit(self._key, self._note)


class _NoteEdit(QPlainTextEdit):
    """A plain text that Tab leaves, and that takes no files.

    `left` tells that the focus went, `escaped` that Escape was pressed.
    """

    left = Signal()
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.is_being_set = False

    def text(self) -> str:
        """What is written; unlike Qt's own plain text, with the spaces that must not break."""
        return clean(self.document().toRawText())

    def show_text(self, text: str, position: int) -> None:
        """Show another text, with the cursor at a position."""
        self.is_being_set = True
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.is_being_set = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file that is dropped here is one to import.
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
