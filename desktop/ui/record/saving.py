"""Saving a record or a figure to the briefing, and taking it out again."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, set_role


def toggle_saved(context: Context, record_id: str) -> None:
    """Save a record to the briefing, or take it out; one with a note stays, and is said to."""
    tr = context.language.gettext
    title = context.library.title(record_id)[context.language.code]
    book = context.briefing
    if not book.holds(record_id):
        book.add(record_id)
        context.say(tr("Saved to the briefing: {title}").format(title=title))
        return
    briefing = book.briefing
    for item in briefing.items:
        if item.record == record_id and not item.note:
            briefing = briefing.without(item.key)
    book.change(briefing)
    if book.holds(record_id):
        sentence = tr("“{title}” has a note: take it out in the briefing itself.")
    else:
        sentence = tr("Taken out of the briefing: {title}")
    context.say(sentence.format(title=title))


class SaveButton(QPushButton):
    """Shows whether one record is in the briefing, and changes that."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record_id = ""
        self._language = context.language
        self.setCheckable(True)
        set_role(self, Role.SMALL)
        self.clicked.connect(self._toggle)
        context.briefing.changed.connect(self.refresh)

    def show_record(self, record_id: str, language: Language) -> None:
        """Be the button of a record, in a language."""
        self._record_id = record_id
        self._language = language
        self.refresh()

    def refresh(self) -> None:
        """Show what the briefing says by now."""
        is_saved = self._context.briefing.holds(self._record_id)
        self.setChecked(is_saved)
        tr = self._language.gettext
        said = tr("Figure saved") if is_saved else tr("Save this figure")
        self.setText(said)
        self.setAccessibleName(said)

    def _toggle(self) -> None:
        toggle_saved(self._context, self._record_id)
        self.refresh()
