"""The linked records of one relation: a heading, and links in running text below it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from desktop.l10n.language import Language
from desktop.sheets.record.links import LinkGroup
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Column
from desktop.ui.widgets.text import PLAIN, link_label, set_text, text_label

# A long group of links is a wall: so many are shown, unless hardly any would be hidden.
MOST_LINKS = 16
FEWEST_HIDDEN = 4
# The target of the link that shows the others; no record has such an id.
ALL = "all:"
_SEPARATOR = " &nbsp;·&nbsp; "
# Texts that are longer than this on average have a line each.
LONGEST_IN_LINE = 36


class LinkGroupView(Column):
    """Shows a group. `expand` is called when someone asks for the links that are not shown."""

    def __init__(self, follow: Callable[[str], object], expand: Callable[[], object]) -> None:
        super().__init__(Space.HAIR)
        self._follow = follow
        self._expand = expand
        self._heading = text_label("", Role.LABEL, "muted")
        self._links = link_label("", Role.BODY, "", self._choose)
        self._heading.setBuddy(self._links)
        self.set_children((self._heading, self._links))

    def show_group(self, group: LinkGroup, language: Language, *, is_expanded: bool) -> None:
        """Show a group, or the same in another language or to its whole length."""
        # To a label with a buddy an ampersand is a mark.
        set_text(self._heading, group.label.replace("&", "&&"))
        links = [_link(record_id, title) for record_id, title in group.records]
        hidden = 0 if is_expanded else len(links) - MOST_LINKS
        if hidden >= FEWEST_HIDDEN:
            more = language.ngettext("{number} more", "{number} more", hidden)
            said = more.format(number=language.number(hidden))
            links = [*links[:MOST_LINKS], f"<b>{_link(ALL, said)}</b>"]
        self._links.setText(_lines(links) if _is_long(group) else _SEPARATOR.join(links))
        self._links.setAccessibleName(group.line)
        self.forget()

    def go_on(self) -> None:
        """Put the keyboard at the first of the links that were hidden."""
        if self._links.hasFocus():
            for _link in range(MOST_LINKS + 1):
                self._links.focusNextPrevChild(True)

    def _choose(self, target: str) -> None:
        if target == ALL:
            self._expand()
        else:
            self._follow(target)


def _is_long(group: LinkGroup) -> bool:
    total = sum(len(title) for _id, title in group.records)
    return total > LONGEST_IN_LINE * len(group.records)


def _lines(links: list[str]) -> str:
    gap = space(Space.HAIR)
    return "".join(f'<p style="margin: 0 0 {gap}px 0">{link}</p>' for link in links)


def _link(target: str, text: str) -> str:
    return f'<a href="{escape(target)}" style="{PLAIN}">{escape(text)}</a>'
