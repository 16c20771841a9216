"""How a list of records is narrowed, sorted and grouped: a question as a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.records import Kind

# The value of a facet for records whose document does not state one.
NOT_STATED = ""


class Facet(StrEnum):
    """A property by which records are narrowed or grouped.

    The values of PLACE, THEME, OWNER, INDICATOR and DOCUMENT are ids of records, those of YEAR are
    years of four digits, the others are the codes that the records use. A code that itself says
    “not stated” (of STATUS and REASON) stays one; NOT_STATED is for what has no code.
    """

    KIND = "kind"
    TYPE = "type"
    PLACE = "place"
    THEME = "theme"
    STATUS = "status"
    OWNER = "owner"
    PILLAR = "pillar"
    STATE = "state"
    YEAR = "year"
    INDICATOR = "indicator"
    DOCUMENT = "document"
    REASON = "reason"


class Order(StrEnum):
    """What a list is sorted by: PERIOD by its first day, READING by document and paragraph.

    Equals stand in order of importance, and records that do not state it come last, whichever the
    direction. IMPORTANCE begins with the most important. MONEY is the weightiest figure
    in euros about a programme, unless that is a rate, such as an amount a year.
    """

    IMPORTANCE = "importance"
    TITLE = "title"
    PERIOD = "period"
    MONEY = "money"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Browse:
    """Records of some kinds, narrowed, sorted and grouped.

    `chosen` are (facet, value) pairs: of one facet any of the values, of several facets all.
    TITLE sorts as dictionaries of `language` do.
    """

    kinds: tuple[Kind, ...]
    language: str
    chosen: tuple[tuple[Facet, str], ...] = ()
    order: Order = Order.IMPORTANCE
    descending: bool = False
    group: Facet | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The ids of the records that share a value of the facet that a list is grouped by.

    A record stands in the group of each of its values. `value` is None in a list without groups,
    which has one, and for records of a kind that does not have the facet, which come last.
    """

    value: str | None
    ids: Sequence[str]
