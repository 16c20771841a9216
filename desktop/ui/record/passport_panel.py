"""The passport of a value on the screen, and the value as a sentence to copy."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.sheets.record.passports import Mention, Passport
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.record.saving import SaveButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import link_label, set_text, text_label

# Labels take less than a third of the width, what they say the rest.
_LABEL_WIDTH = "30%"


class PassportPanel(QFrame):
    """What stands behind one value. `closed` tells that Escape was pressed in it.

    `resized` tells that it needs another height.
    """

    closed = Signal()
    resized = Signal()

    def __init__(
        self,
        passport: Passport,
        language: Language,
        context: Context,
        follow: Callable[[str], object],
    ) -> None:
        super().__init__()
        self.setObjectName("passport")
        self._context = context
        self._passport = passport
        self._language = language
        self._copied = ""
        self._rows = link_label("", Role.SMALL, "", follow)
        self._caption = text_label("", Role.SMALL, "muted")
        self.copy_buttons = {code: self._copy_button(code) for code in context.languages}
        self.save_button = SaveButton(context)
        self.feedback = text_label("", Role.SMALL)
        column = QVBoxLayout(self)
        margin = space(Space.MEDIUM)
        column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        column.setSpacing(space(Space.SMALL))
        column.addWidget(self._rows)
        column.addWidget(self._caption)
        column.addLayout(self._actions())
        column.addWidget(self.feedback)
        self.show_passport(passport, language)

    def show_passport(self, passport: Passport, language: Language) -> None:
        """Show the passport of the same value in another language."""
        self._passport = passport
        self._language = language
        self._rows.setText(self._table(passport))
        self._rows.setAccessibleName(passport.text)
        self.setAccessibleName(passport.fact.line)
        set_text(self._caption, language.gettext("Copy as a cited sentence"))
        for code, button in self.copy_buttons.items():
            name = self._context.languages[code].own_name
            spoken = language.gettext("Copy as a cited sentence: {language}")
            button.setText(name)
            button.setAccessibleName(spoken.format(language=name))
        self.save_button.setVisible(passport.fact.is_figure)
        self.save_button.show_record(passport.fact.record, language)
        self._show_feedback()

    @property
    def focusables(self) -> tuple[QWidget, ...]:
        """What the keyboard reaches, in reading order."""
        return (self._rows, *self.copy_buttons.values(), self.save_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _copy_button(self, code: str) -> QPushButton:
        button = QPushButton()
        set_role(button, Role.SMALL)
        button.clicked.connect(lambda: self._copy(code))
        return button

    def _actions(self) -> FlowLayout:
        actions = FlowLayout()
        actions.setSpacing(space(Space.SMALL))
        for button in (*self.copy_buttons.values(), self.save_button):
            actions.addWidget(button)
        return actions

    def _copy(self, code: str) -> None:
        passport = self._context.describer_in(code).passport(self._passport.fact.key)
        QGuiApplication.clipboard().setText(passport.sentence)
        self._copied = code
        self._show_feedback()
        self.resized.emit()
        self._context.say(self._said(self._context.language))

    def _show_feedback(self) -> None:
        self.feedback.setVisible(bool(self._copied))
        set_text(self.feedback, self._said(self._language) if self._copied else "")

    def _said(self, language: Language) -> str:
        name = self._context.languages[self._copied].own_name
        sentence = language.gettext("The sentence with its source was copied ({language}).")
        return sentence.format(language=name)

    def _table(self, passport: Passport) -> str:
        muted = self._context.theme.colours["muted"]
        padding = space(Space.HAIR)
        # Two values side by side have their passports one below the other: each says whose it is.
        lines = [f'<tr><td colspan="2"><b>{escape(passport.fact.label)}</b></td></tr>']
        lines += (
            f'<tr><td width="{_LABEL_WIDTH}" style="color: {muted}">{escape(row.label)}</td>'
            f"<td>{''.join(map(_line, row.mentions))}</td></tr>"
            for row in passport.rows
        )
        return (
            f'<table width="100%" cellspacing="0" cellpadding="{padding}">{"".join(lines)}</table>'
        )


def _line(mention: Mention) -> str:
    text = escape(mention.text)
    if mention.record:
        text = f'<a href="{escape(mention.record)}">{text}</a>'
    return f'<p style="margin: 0 0 {space(Space.HAIR)}px 0">{text}</p>'
