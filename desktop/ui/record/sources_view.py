"""The foot of a record page: where it was read, how old it is, what to beware of."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtWidgets import QFrame

from desktop.l10n.language import Language
from desktop.sheets.record.page import RecordPage
from desktop.sheets.record.sources import Source
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Column
from desktop.ui.widgets.text import PLAIN, link_label, set_text, text_label


class SourcesView(Column):
    """Sources as numbered links to their digests, then the age of the record and its caveats."""

    def __init__(self, page: RecordPage, follow: Callable[[str], object]) -> None:
        super().__init__(Space.HAIR)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._sources_heading = text_label("", Role.LABEL, "muted")
        self._sources = link_label("", Role.SMALL, "", follow)
        self._sources_heading.setBuddy(self._sources)
        self._age_heading = text_label("", Role.LABEL, "muted")
        self._age = text_label("", Role.SMALL)
        self._caveats = [text_label("", Role.SMALL, "muted") for _each in _others(page)]
        above = space(Space.MEDIUM) - space(Space.HAIR)
        for first in (self._sources_heading, self._age_heading, *self._caveats):
            first.setContentsMargins(0, above, 0, 0)
        sources = (self._sources_heading, self._sources) if page.sources else ()
        self.set_children((rule, *sources, self._age_heading, self._age, *self._caveats))

    def show_page(self, page: RecordPage, language: Language) -> None:
        """Show the foot of the same page in another language."""
        set_text(self._sources_heading, language.gettext("Sources"))
        lines = "".join(map(_line, page.sources))
        self._sources.setText(f"<table>{lines}</table>")
        spoken = "\n".join(f"{source.number}. {source.text}" for source in page.sources)
        self._sources.setAccessibleName(spoken)
        set_text(self._age_heading, language.gettext("Age"))
        set_text(self._age, page.age)
        for label, caveat in zip(self._caveats, _others(page), strict=True):
            set_text(label, caveat)
        self.forget()


def _others(page: RecordPage) -> list[str]:
    """The caveats that do not stand at the head of the page."""
    return [caveat for caveat in page.caveats if caveat != page.plan]


def _line(source: Source) -> str:
    link = f'<a href="{escape(source.record)}" style="{PLAIN}">{escape(source.text)}</a>'
    return f"<tr><td>{source.number}.&nbsp;</td><td>{link}</td></tr>"
