"""The head of home: which country, how fresh the facts are, and the country in short."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt, Signal

from desktop.sheets.home.top import HomeTop
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space
from desktop.ui.widgets.placing import Area, Column, wrap
from desktop.ui.widgets.text import link_label, text_label

# A line of text is easiest to read at 60 to 75 characters.
_MOST_CHARACTERS = 78


class HomeHeader(Column):
    """`record_asked` carries the id of the country's own record."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.SMALL)
        self._context = context
        self.edition = text_label("", Role.LABEL, "accent")
        self.title = text_label("", Role.DISPLAY)
        self.summary = text_label("", Role.BODY)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record_link = link_label("", Role.BODY, "", self.record_asked.emit)
        self.set_children((self.edition, self.title, self.summary, self.record_link))
        wrap(self.edition, self.title, self.summary)

    def arrange(self, width: int) -> Iterable[Area]:
        most = self.fontMetrics().averageCharWidth() * _MOST_CHARACTERS
        return super().arrange(min(width, most))

    def show_top(self, top: HomeTop) -> None:
        """Show the country in the language of the moment."""
        tr = self._context.language.gettext
        self.edition.setText(top.edition)
        self.title.setText(top.title)
        self.summary.setText(top.summary)
        more = tr("The whole record, with its sources")
        self.record_link.setText(f'<a href="{escape(top.record)}">{escape(more)}</a>')
        self.record_link.setAccessibleName(more)
