"""Which line of the briefing is chosen, and how it is spoken of."""

from __future__ import annotations

from desktop.domain.briefing import Briefing
from desktop.sheets.briefing.page import meeting_title
from desktop.ui.context import Context


def first_key(briefing: Briefing) -> str:
    """What to choose where nothing is: the first item, or a meeting where there is none."""
    for thing in (*briefing.items, *briefing.meetings):
        return thing.key
    return ""


def key_after_removal(briefing: Briefing, key: str) -> str:
    """What to choose when something goes away: what takes its place, or what stood before it."""
    meeting = briefing.meeting_of(key)
    if meeting is None:
        keys = [each.key for each in briefing.meetings]
    else:
        keys = [item.key for item in meeting.items]
    place = keys.index(key)
    others = keys[:place] + keys[place + 1 :]
    if others:
        return others[min(place, len(others) - 1)]
    return meeting.key if meeting else ""


def title_of(context: Context, briefing: Briefing, key: str) -> str:
    """The title of a meeting or an item in the language of the moment; "" for neither."""
    meeting = briefing.meeting(key)
    if meeting is not None:
        return meeting_title(meeting.title, context.language)
    item = briefing.item(key)
    if item is None:
        return ""
    title = context.library.titles({item.record}).get(item.record)
    return title[context.language.code] if title else item.record


def place_of(context: Context, briefing: Briefing, key: str) -> str:
    """Where something stands, as a sentence."""
    language = context.language
    title = title_of(context, briefing, key)
    meeting = briefing.meeting_of(key)
    if meeting is None:
        keys = [each.key for each in briefing.meetings]
        sentence = language.gettext("{title}: meeting {place} of {count}")
    else:
        keys = [item.key for item in meeting.items]
        sentence = language.gettext("{title}: {place} of {count} in {meeting}")
    return sentence.format(
        title=title,
        place=language.number(keys.index(key) + 1),
        count=language.number(len(keys)),
        meeting=meeting_title(meeting.title, language) if meeting else "",
    )
