"""Where the figures were read: the sections of the documents, as numbered links."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal

from desktop.l10n.language import Language
from desktop.sheets.explorer.page import ExplorerPage
from desktop.sheets.record.sources import Source
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Column
from desktop.ui.widgets.text import PLAIN, link_label, set_text, text_label


class SourceList(Column):
    """Shows sources; `record_asked` carries the id of the section that was chosen."""

    record_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(Space.HAIR)
        self.heading = text_label("", Role.HEADING)
        self.links = link_label("", Role.SMALL, "", self.record_asked.emit)
        self.heading.setBuddy(self.links)
        beside = space(Space.SMALL)
        self.heading.setContentsMargins(beside, space(Space.MEDIUM), beside, 0)
        self.links.setContentsMargins(beside, 0, beside, 0)
        self.set_children((self.heading, self.links))

    def show_page(self, page: ExplorerPage, language: Language) -> None:
        """Show the sources of a page, or the same ones in another language."""
        set_text(self.heading, language.gettext("Sources"))
        lines = "".join(map(_line, page.sources))
        self.links.setText(f"<table>{lines}</table>" if lines else "")
        spoken = "\n".join(f"{source.number}. {source.text}" for source in page.sources)
        self.links.setAccessibleName(spoken)
        self.setVisible(bool(page.sources))
        self.forget()


def _line(source: Source) -> str:
    link = f'<a href="{escape(source.record)}" style="{PLAIN}">{escape(source.text)}</a>'
    return f"<tr><td>{source.number}.&nbsp;</td><td>{link}</td></tr>"
