"""The user's briefing: saved records and figures with notes, in order, by meeting.

Every change makes a new value, so that what was before can be had back.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

_BETWEEN_NOTES = "\n\n"
_Thing = TypeVar("_Thing")


def new_key() -> str:
    """A key that no other laptop will make."""
    return uuid.uuid4().hex


def clean(text: str) -> str:
    """A text that every file can hold and every system reads in the same lines.

    Half of a sign, which a paste may leave, becomes `�`.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")


@dataclass(frozen=True, slots=True)
class Item:
    """A saved record, which may be a figure, with the user's note.

    The same record may be saved for several meetings, and once for each.
    """

    record: str
    note: str = ""
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A group of items, in order.

    The first meeting of a briefing has no title until it is given one.
    """

    title: str = ""
    items: tuple[Item, ...] = ()
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True)
class Briefing:
    """All meetings, in order. Keys are unique; what has no such key is left as it is."""

    meetings: tuple[Meeting, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The items of all meetings, in order."""
        return tuple(item for meeting in self.meetings for item in meeting.items)

    def meeting(self, key: str) -> Meeting | None:
        """The meeting of that key, if there is one."""
        return next((meeting for meeting in self.meetings if meeting.key == key), None)

    def item(self, key: str) -> Item | None:
        """The item of that key, if there is one."""
        return next((item for item in self.items if item.key == key), None)

    def meeting_of(self, key: str) -> Meeting | None:
        """The meeting that holds the item of that key, if there is one."""
        for meeting in self.meetings:
            if any(item.key == key for item in meeting.items):
                return meeting
        return None

    def holds(self, record: str) -> bool:
        """Whether a record is saved for any meeting."""
        return any(item.record == record for item in self.items)

    def with_meeting(self, meeting: Meeting) -> Briefing:
        """With one meeting more, the last."""
        return Briefing((*self.meetings, meeting))

    def renamed(self, key: str, title: str) -> Briefing:
        """With another title for a meeting."""
        return _with(self, key, lambda meeting: replace(meeting, title=clean(title)))

    def with_item(self, item: Item, meeting: str | None = None) -> Briefing:
        """With one item more, the last of a meeting (its key), or of the first one.

        A meeting that holds the record already keeps it as it is, and gains the note.
        """
        if not self.meetings:
            return Briefing((Meeting(items=(item,)),))
        wanted = self.meetings[0].key
        if meeting is not None and self.meeting(meeting) is not None:
            wanted = meeting
        return _with(self, wanted, lambda each: _filled(each, (*each.items, item)))

    def noted(self, key: str, note: str) -> Briefing:
        """With another note on an item."""
        meeting = self.meeting_of(key)
        if meeting is None:
            return self
        items = tuple(
            replace(item, note=clean(note)) if item.key == key else item for item in meeting.items
        )
        return _with(self, meeting.key, lambda each: replace(each, items=items))

    def without(self, key: str) -> Briefing:
        """Without an item, or without a meeting and all that it holds."""
        return Briefing(
            tuple(
                replace(meeting, items=tuple(item for item in meeting.items if item.key != key))
                for meeting in self.meetings
                if meeting.key != key
            )
        )

    def moved(self, key: str, meeting: str, position: int) -> Briefing:
        """With an item at another place: `position` counts the other items of the `meeting`.

        Where the meeting holds the record already, the two become one and keep both notes.
        """
        item = self.item(key)
        if item is None or self.meeting(meeting) is None:
            return self
        left = self.without(key)
        return _with(
            left, meeting, lambda each: _filled(each, _inserted(each.items, position, item))
        )

    def meeting_moved(self, key: str, position: int) -> Briefing:
        """With a meeting at another place: `position` counts the other meetings."""
        meeting = self.meeting(key)
        if meeting is None:
            return self
        others = tuple(each for each in self.meetings if each.key != key)
        return Briefing(_inserted(others, position, meeting))

    def stepped(self, key: str, step: int) -> Briefing:
        """With an item or a meeting one place further down (`step` 1) or up (-1).

        An item steps over the edge of its meeting into the next one that does not hold its record.
        """
        order = [meeting.key for meeting in self.meetings]
        if key in order:
            return self.meeting_moved(key, max(order.index(key) + step, 0))
        meeting = self.meeting_of(key)
        if meeting is None:
            return self
        places = [item.key for item in meeting.items]
        place = places.index(key) + step
        if 0 <= place < len(places):
            return self.moved(key, meeting.key, place)
        record = meeting.items[places.index(key)].record
        start = order.index(meeting.key)
        onward = self.meetings[start + 1 :] if step > 0 else self.meetings[:start][::-1]
        free = (each for each in onward if all(item.record != record for item in each.items))
        target = next(free, None)
        if target is None:
            return self
        return self.moved(key, target.key, 0 if step > 0 else len(target.items))


def _with(briefing: Briefing, key: str, change: Callable[[Meeting], Meeting]) -> Briefing:
    """The briefing with one meeting changed."""
    return Briefing(
        tuple(change(meeting) if meeting.key == key else meeting for meeting in briefing.meetings)
    )


def _inserted(things: tuple[_Thing, ...], position: int, thing: _Thing) -> tuple[_Thing, ...]:
    return (*things[:position], thing, *things[position:])


def _filled(meeting: Meeting, items: Iterable[Item]) -> Meeting:
    return replace(meeting, items=once_each(items))


def once_each(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items with each record once, at its first place, with the notes of all of them."""
    found: dict[str, Item] = {}
    for item in items:
        first = found.get(item.record)
        if first is None:
            found[item.record] = item
        else:
            found[item.record] = replace(first, note=both_notes(first.note, item.note))
    return tuple(found.values())


def both_notes(one: str, other: str) -> str:
    """Two notes as one that holds both; a note that stands in the other is not written twice."""
    for longer, shorter in ((one, other), (other, one)):
        if not shorter or f"\n{shorter}\n" in f"\n{longer}\n":
            return longer
    return one + _BETWEEN_NOTES + other


class BriefingStore(Protocol):
    """Where the briefing is kept."""

    @property
    def is_kept(self) -> bool:
        """Whether what is written outlives the program: False where the disk refuses it."""
        ...

    @property
    def set_aside(self) -> str:
        """Where a damaged file was put, unchanged, to begin a new one; "" if none was."""
        ...

    def read(self) -> Briefing:
        """The briefing as it was last written; an empty one at first."""
        ...

    def write(self, briefing: Briefing) -> Briefing:
        """Keep a briefing; it is on the disk when this returns, if `is_kept`.

        Gives what is kept now: more than was handed over where another program wrote meanwhile.
        """
        ...
