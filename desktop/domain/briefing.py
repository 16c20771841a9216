"""The user's briefing: saved records and figures with notes, in order, by meeting.

Every change makes a new value, so that what was before can be had back.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Protocol


def new_key() -> str:
    """A key that no other laptop will make."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Item:
    """A saved record (a figure is one too) with the user's note. The same record may be saved for
    several meetings.
    """

    record: str
    note: str = ""
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A group of items, in order; the first meeting of a briefing has no title until it is given
    one.
    """

    title: str = ""
    items: tuple[Item, ...] = ()
    key: str = field(default_factory=new_key)


@dataclass(frozen=True, slots=True)
class Briefing:
    """All meetings, in order."""

    meetings: tuple[Meeting, ...] = ()


class BriefingStore(Protocol):
    """Where the briefing is kept."""

    @property
    def is_kept(self) -> bool:
        """Whether what is written outlives the program: False where the disk refuses it."""
        ...

    def read(self) -> Briefing:
        """The briefing as it was last written; an empty one at first."""
        ...

    def write(self, briefing: Briefing) -> None:
        """Keep a briefing; it is on the disk when this returns, if `is_kept`."""
        ...
