"""Figures into the briefing, all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.sheets.briefing.page import meeting_title
from desktop.ui.context import Context


def current_meeting(context: Context) -> Meeting | None:
    """The meeting that one was at last in the briefing, or its first; None before there is one."""
    briefing, chosen = context.briefing.briefing, context.briefing.chosen
    found = briefing.meeting(chosen) or briefing.meeting_of(chosen)
    return found or next(iter(briefing.meetings), None)


def missing(context: Context, records: Sequence[str]) -> list[str]:
    """Those of some records that the current meeting does not hold."""
    meeting = current_meeting(context)
    held = {item.record for item in meeting.items} if meeting else set[str]()
    return [record for record in records if record not in held]


def save_all(context: Context, records: Sequence[str]) -> None:
    """Save records for the current meeting, in one step that one can undo, and say how many."""
    language = context.language
    new = missing(context, records)
    context.briefing.change(_with_all(context.briefing.briefing, new, current_meeting(context)))
    meeting = current_meeting(context)
    title = meeting_title(meeting.title if meeting else "", language)
    sentence = language.ngettext(
        "{number} figure was saved to the briefing, in “{meeting}”.",
        "{number} figures were saved to the briefing, in “{meeting}”.",
        len(new),
    )
    if not new:
        sentence = language.gettext(
            "All these figures are in the briefing already, in “{meeting}”."
        )
    context.say(sentence.format(number=language.number(len(new)), meeting=title))


def _with_all(briefing: Briefing, records: Sequence[str], meeting: Meeting | None) -> Briefing:
    for record in records:
        # Before there is a meeting the first record makes one.
        key = meeting.key if meeting else None
        briefing = briefing.with_item(Item(record), key)
    return briefing
