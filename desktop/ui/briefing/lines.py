"""The briefing in the words of the tree."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.text import Text
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.briefing.page import meeting_title
from desktop.ui.briefing.model import Group, Line
from desktop.ui.context import Context


def groups_of(context: Context, briefing: Briefing) -> list[Group]:
    """A group for each meeting, in the language of the moment."""
    titles = context.library.titles({item.record for item in briefing.items})
    return [
        Group(
            _head(meeting, context.language),
            tuple(_line(item, titles, context.language) for item in meeting.items),
        )
        for meeting in briefing.meetings
    ]


def _head(meeting: Meeting, language: Language) -> Line:
    note = "" if meeting.items else language.gettext("Nothing is saved here yet.")
    return Line(meeting.key, meeting_title(meeting.title, language), note, meeting.title)


def _line(item: Item, titles: Mapping[str, Text], language: Language) -> Line:
    title = titles.get(item.record)
    if title is None:
        note = language.gettext("Not in this edition of the atlas")
        return Line(item.key, item.record, note)
    kind = language.gettext(labels.KIND[item.record.partition("/")[0]])
    note = language.gettext("{kind} · with a note").format(kind=kind) if item.note else kind
    return Line(item.key, title[language.code], note)
