"""Two briefings that began as one, or as none, made into one of which nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from desktop.domain.briefing import Briefing, Item, Meeting, both_notes, new_key, once_each

_BETWEEN_TITLES = " / "
_Value = TypeVar("_Value")


def reconciled(base: Briefing, ours: Briefing, theirs: Briefing) -> Briefing:
    """What `ours` and `theirs` make of `base` together.

    What one of them changed or removed is changed or removed; what both changed keeps both notes
    and both titles, and our order. What one removed and the other changed stays.
    """
    sides = _Sides(_Side(base), _Side(ours), _Side(theirs))
    items = {key: item for key in sides.item_keys if (item := sides.item(key)) is not None}
    places = {key: sides.place(key) for key in items}
    meetings: list[Meeting] = []
    for key in sides.meeting_keys:
        mine = [item for item, place in places.items() if place == key]
        if sides.keeps_meeting(key) or mine:
            order = sides.order(lambda side, key=key: side.order_in(key), mine)
            held = once_each(items[item] for item in order)
            meetings.append(Meeting(sides.title(key), held, key))
    return Briefing(tuple(meetings))


def kept_together(base: Briefing, ours: Briefing, theirs: Briefing) -> Briefing:
    """What to write where the disk holds `theirs` and had held `base` when we last looked.

    What is missing there is not taken for removed: it may be another file. Better an item too many
    than a note too few.
    """
    there = {meeting.key for meeting in theirs.meetings} | {item.key for item in theirs.items}
    for key in [meeting.key for meeting in base.meetings] + [item.key for item in base.items]:
        if key not in there:
            base = base.without(key)
    return reconciled(base, ours, theirs)


def with_import(ours: Briefing, theirs: Briefing) -> Briefing:
    """Our briefing with all that another one holds: nothing of ours is removed or overwritten.

    Meetings and items of the same key become one; the items that no meeting was given for join
    ours. What is new comes last.
    """
    return reconciled(Briefing(), ours, _fitted(ours, theirs))


def came_in(before: Briefing, after: Briefing) -> int:
    """How many items an import brought or added a note to."""
    known = {item.key: item for item in before.items}
    return sum(known.get(item.key) != item for item in after.items)


def _fitted(ours: Briefing, theirs: Briefing) -> Briefing:
    """Theirs with keys that mean the same as ours."""
    untitled = next((meeting.key for meeting in ours.meetings if not meeting.title), None)
    known = {meeting.key for meeting in ours.meetings}
    records = {item.key: item.record for item in ours.items}

    def fitted(item: Item) -> Item:
        is_other = item.key in known or records.get(item.key, item.record) != item.record
        return replace(item, key=new_key()) if is_other else item

    meetings: list[Meeting] = []
    for meeting in theirs.meetings:
        items = tuple(fitted(item) for item in meeting.items)
        joins = not meeting.title and untitled is not None and meeting.key not in known
        if untitled is not None and joins:
            meetings.append(replace(meeting, items=items, key=untitled))
        elif meeting.key in records:
            meetings.append(replace(meeting, items=items, key=new_key()))
        else:
            meetings.append(replace(meeting, items=items))
    return _without_repeats(meetings)


def _without_repeats(meetings: Sequence[Meeting]) -> Briefing:
    """The meetings, those of the same key as one."""
    found: dict[str, Meeting] = {}
    for meeting in meetings:
        first = found.get(meeting.key)
        items = (*first.items, *meeting.items) if first else meeting.items
        title = _both_titles(first.title, meeting.title) if first else meeting.title
        found[meeting.key] = Meeting(title, once_each(items), meeting.key)
    return Briefing(tuple(found.values()))


class _Side:
    """One of the three briefings, by key."""

    def __init__(self, briefing: Briefing) -> None:
        self.meetings = {meeting.key: meeting for meeting in briefing.meetings}
        self.items = {item.key: item for item in briefing.items}
        self.places = {
            item.key: meeting.key for meeting in briefing.meetings for item in meeting.items
        }

    def order_in(self, meeting: str) -> list[str]:
        """The keys of the items of a meeting."""
        found = self.meetings.get(meeting)
        return [item.key for item in found.items] if found else []


@dataclass(frozen=True, slots=True)
class _Sides:
    """The three briefings, compared key by key."""

    base: _Side
    ours: _Side
    theirs: _Side

    @property
    def item_keys(self) -> list[str]:
        """Every item of ours and theirs."""
        return list(dict.fromkeys([*self.ours.items, *self.theirs.items]))

    @property
    def meeting_keys(self) -> list[str]:
        """Every meeting of ours and theirs, in the order that they are to have."""
        found = dict.fromkeys([*self.ours.meetings, *self.theirs.meetings])
        return self.order(lambda side: list(side.meetings), list(found))

    def item(self, key: str) -> Item | None:
        """The item as it is to be; None where one side removed it and the other left it alone."""
        ours, theirs = self.ours.items.get(key), self.theirs.items.get(key)
        was = self.base.items.get(key)
        if ours is not None and theirs is not None:
            before = was.note if was else None
            return replace(ours, note=_chosen(before, ours.note, theirs.note, both_notes))
        side = self.ours if ours is not None else self.theirs
        left_alone = was == side.items[key] and self.base.places[key] == side.places[key]
        return None if left_alone else side.items[key]

    def place(self, key: str) -> str:
        """The meeting that an item is to be in."""
        ours, theirs = self.ours.places.get(key), self.theirs.places.get(key)
        if ours is None or theirs is None:
            return ours or theirs or ""
        return _chosen(self.base.places.get(key), ours, theirs, lambda ours, _theirs: ours)

    def keeps_meeting(self, key: str) -> bool:
        """Whether a meeting stays even where no item is left in it."""
        if key in self.ours.meetings and key in self.theirs.meetings:
            return True
        was = self.base.meetings.get(key)
        return was is None or was.title != self.title(key)

    def title(self, key: str) -> str:
        """The title that a meeting is to have."""
        ours, theirs = self.ours.meetings.get(key), self.theirs.meetings.get(key)
        if ours is None or theirs is None:
            found = ours or theirs
            return found.title if found else ""
        was = self.base.meetings.get(key)
        return _chosen(was.title if was else None, ours.title, theirs.title, _both_titles)

    def order(self, keys_of: Callable[[_Side], list[str]], wanted: Sequence[str]) -> list[str]:
        """The `wanted` keys in the order of the side that changed it, the others after them."""
        ours, theirs = keys_of(self.ours), keys_of(self.theirs)
        first = theirs if ours == keys_of(self.base) else ours
        ordered = dict.fromkeys([*first, *ours, *theirs, *wanted])
        kept = set(wanted)
        return [key for key in ordered if key in kept]


def _chosen(
    base: _Value | None,
    ours: _Value,
    theirs: _Value,
    both: Callable[[_Value, _Value], _Value],
) -> _Value:
    """Of a value the side that changed it; `both` where both did."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else both(ours, theirs)


def _both_titles(one: str, other: str) -> str:
    """Two titles as one that says both."""
    parts = dict.fromkeys([*one.split(_BETWEEN_TITLES), *other.split(_BETWEEN_TITLES)])
    return _BETWEEN_TITLES.join(part for part in parts if part)
