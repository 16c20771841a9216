"""The records that were opened last."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Signal

from desktop.domain.problems import UsageError
from desktop.ui.context import Context
from desktop.ui.frame.recent import recent_ids
from desktop.ui.look.typography import Role, Space
from desktop.ui.widgets.placing import Column, wrap
from desktop.ui.widgets.text import link_label, text_label

_MOST = 6


class Recent(Column):
    """Links to them, the newest first; nothing where there are none."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Space.SMALL)
        self._context = context
        self.heading = text_label("", Role.HEADING)
        self.links = link_label("", Role.BODY, "", self.record_asked.emit)
        self.set_children((self.heading, self.links))
        wrap(self.heading)

    def refresh(self) -> None:
        """Show the records that are now the last, in the language of the moment."""
        language = self._context.language
        titles = dict(self._titles())
        links = (f'<a href="{escape(each)}">{escape(title)}</a>' for each, title in titles.items())
        self.heading.setText(language.gettext("Recently opened"))
        self.links.setText("<br>".join(links))
        self.links.setAccessibleName(language.listed(list(titles.values())) if titles else "")
        self.setVisible(bool(titles))

    def _titles(self) -> Iterator[tuple[str, str]]:
        """(id, title) of each, those left out that this edition of the atlas no longer has."""
        code = self._context.language.code
        for record_id in recent_ids(self._context.settings)[:_MOST]:
            try:
                yield record_id, self._context.library.title(record_id)[code]
            except UsageError:
                continue
