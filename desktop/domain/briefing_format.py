"""A briefing as one file that travels to another laptop: JSON that a person can read too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from desktop.domain.briefing import Briefing, Item, Meeting, clean
from desktop.domain.problems import N_, AtlasError

SUFFIX = ".briefing.json"
FORMAT = "valley-atlas-briefing"
VERSION = 1
# No briefing that a person wrote comes near: a larger file is something else.
MOST_BYTES = 50_000_000

NOT_A_BRIEFING = N_(
    "{path} is not a briefing of Valley Atlas: choose a file that ends in {suffix}."
)
NEWER = N_("{path} was made by a newer Valley Atlas: install that version here to read it.")
CUT_OFF = N_("{path} is damaged, it is not whole: export the briefing once more.")
DAMAGED = N_("{path} is damaged at “{field}”: export the briefing once more.")

_RECORD = re.compile(r"[a-z]+/[a-z0-9-]+")


def file_content(briefing: Briefing, edition: str, titles: Mapping[str, str]) -> bytes:
    """The content of an export file; `titles` names the records for whoever reads it.

    `edition` is that of the atlas. A record without a title is one that this edition lacks.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "edition": edition,
        "meetings": [
            {
                "key": meeting.key,
                "title": meeting.title,
                "items": [
                    {
                        "key": item.key,
                        "record": item.record,
                        "title": titles.get(item.record, ""),
                        "note": item.note,
                    }
                    for item in meeting.items
                ],
            }
            for meeting in briefing.meetings
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_content(content: bytes, path: str) -> Briefing:
    """The briefing of an export file; AtlasError says in a sentence what is wrong with the file.

    `path` names the file in that sentence. Titles of records are for people and are not read.
    """
    found = _parsed(content, path)
    version = found.get("version")
    # In Python True is a number too.
    if type(version) is not int or version < 1:
        raise AtlasError(DAMAGED, path=path, field="version")
    if version > VERSION:
        raise AtlasError(NEWER, path=path)
    return _Reading(path).briefing(found)


def _parsed(content: bytes, path: str) -> dict[str, Any]:
    """The content as a JSON object of our format."""
    not_a_briefing = AtlasError(NOT_A_BRIEFING, path=path, suffix=SUFFIX)
    try:
        read = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        # Half a file of ours still says at its beginning what it was.
        if FORMAT.encode() in content[:200]:
            raise AtlasError(CUT_OFF, path=path) from error
        raise not_a_briefing from error
    if not isinstance(read, dict):
        raise not_a_briefing
    found = cast("dict[str, Any]", read)
    if found.get("format") != FORMAT:
        raise not_a_briefing
    return found


@dataclass(slots=True)
class _Reading:
    """Reads the content of one file, and knows which keys it has met."""

    path: str
    keys: set[str] = field(default_factory=set[str])

    def briefing(self, content: Mapping[str, Any]) -> Briefing:
        return Briefing(
            tuple(
                Meeting(self._text(meeting, "title"), self._items(meeting), self._key(meeting))
                for meeting in self._objects(content, "meetings")
            )
        )

    def _items(self, meeting: Mapping[str, Any]) -> tuple[Item, ...]:
        return tuple(
            Item(self._record(item), self._text(item, "note"), self._key(item))
            for item in self._objects(meeting, "items")
        )

    def _objects(self, owner: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        found = owner.get(name)
        if not isinstance(found, list):
            raise self._damaged(name)
        things = cast("list[object]", found)
        if not all(isinstance(thing, dict) for thing in things):
            raise self._damaged(name)
        return cast("list[Mapping[str, Any]]", things)

    def _text(self, owner: Mapping[str, Any], name: str) -> str:
        found = owner.get(name)
        if not isinstance(found, str):
            raise self._damaged(name)
        return clean(found)

    def _key(self, owner: Mapping[str, Any]) -> str:
        key = self._text(owner, "key")
        if not key or key in self.keys:
            raise self._damaged("key")
        self.keys.add(key)
        return key

    def _record(self, owner: Mapping[str, Any]) -> str:
        record = self._text(owner, "record")
        if not _RECORD.fullmatch(record):
            raise self._damaged("record")
        return record

    def _damaged(self, name: str) -> AtlasError:
        return AtlasError(DAMAGED, path=self.path, field=name)
