"""What the briefing has to say above its lines: what is not kept, what was removed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.briefing import Briefing
from desktop.ui.briefing.choice import title_of
from desktop.ui.briefing.keeping import DAMAGED
from desktop.ui.briefing.notice import Notice
from desktop.ui.briefing_book import BriefingBook
from desktop.ui.context import Context
from desktop.ui.widgets.announcing import announce


class Notices(QWidget):
    """Three notices, each hidden until it has something to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.unkept = Notice(context, is_warning=True)
        self.set_aside = Notice(context, is_warning=True)
        self.set_aside.acted.connect(self._put_away)
        self.removed = Notice(context, is_warning=False)
        self._was_read = False
        # What was removed from which briefing, and what that left: any other makes the offer void.
        self._removed: tuple[Briefing, str] = (Briefing(), "")
        self._without: Briefing | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.unkept, self.set_aside, self.removed):
            column.addWidget(notice)

    def retranslate(self) -> None:
        """Say everything anew in the language of the moment."""
        tr = self._context.language.gettext
        self.unkept.say(
            tr(
                "This disk cannot be written to: your notes last only until you close the "
                "program. Export them to another place."
            ),
            tr("Export…"),
        )
        damage = tr(DAMAGED).format(path=self._context.briefing.set_aside)
        self.set_aside.say(damage, tr("Close"))
        sentence = tr("Removed from the briefing: {title}")
        title = title_of(self._context, *self._removed)
        self.removed.say(sentence.format(title=title), tr("Undo"))
        self.show_state(self._context.briefing)

    def show_state(self, book: BriefingBook) -> None:
        """Show what there is to say of the briefing of the moment."""
        self.unkept.setVisible(not book.is_kept)
        self.set_aside.setVisible(bool(book.set_aside) and not self._was_read)
        self.removed.setVisible(self._without is not None and book.briefing == self._without)

    def offer_undo(self, before: Briefing, key: str, without: Briefing) -> None:
        """Say what was removed from a briefing, as long as nothing else is done."""
        self._removed, self._without = (before, key), without
        self.retranslate()
        announce(self.removed, self.removed.text)

    def _put_away(self) -> None:
        self._was_read = True
        self.set_aside.hide()
