"""What a sheet of one page is asked to hold: its subject, languages, layout and contents."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.records import Pillar

# The subject of a sheet that the user composes.
MISSION = "mission"


class SheetKind(StrEnum):
    """The kinds of sheet, by what they are about."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    PROGRAMME = "programme"
    THEME = "theme"
    ORGANISATION = "organisation"
    MISSION = "mission"


class Layout(StrEnum):
    """How the languages of a sheet lie on paper; with one language, all are the same."""

    SINGLE = "single"  # One language on one side.
    FACES = "faces"  # Two languages, each on one face of one paper.
    BESIDE = "beside"  # Two languages side by side on one landscape side.


@dataclass(frozen=True, slots=True)
class Mission:
    """What a user puts on a mission sheet.

    `place` and `theme` are ids of records, "" for none; `pillar` narrows what is listed.
    `figures` are the ids of chosen figures, in order; none means the weightiest ones. `note` is the
    user's own text. `audience` and `day` stand in "prepared for … on …". `items` are the ids of
    saved records of the briefing, in order.
    """

    place: str = ""
    pillar: Pillar | None = None
    theme: str = ""
    figures: tuple[str, ...] = ()
    note: str = ""
    audience: str = ""
    day: datetime.date | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """One sheet as it is wanted.

    `subject` is the id of a record, or MISSION, which goes with `mission`. `languages` are one code
    or two different ones; `without` names the blocks that the user leaves out.
    """

    subject: str
    languages: tuple[str, ...]
    layout: Layout = Layout.SINGLE
    without: frozenset[str] = frozenset()
    mission: Mission | None = None
