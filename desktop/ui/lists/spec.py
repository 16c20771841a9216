"""What a catalogue is: which records, in which columns, narrowed, sorted and grouped by what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from desktop.domain.browsing import Facet, Order
from desktop.domain.problems import N_
from desktop.domain.records import Kind, Record
from desktop.l10n.language import Language
from desktop.ui.lists.lookup import Lookup
from desktop.ui.look.typography import Role

# As in programs that find on a page: here one finds by facets.
NARROW_KEY = QKeySequence("Ctrl+F")

# What a column says of a record, None where it is not stated.
CellText = Callable[[Record, Lookup], str | None]


def _nothing(_record: Record) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Column:
    """A column beside the titles, `characters` wide; where it has no room, its text stands below
    the title.

    `note` says a cell in full, for the pointer and for screen readers. `needs` names the records
    that `text` looks up, so that they are read together. `unstated` stands where there is no text.
    """

    title: str
    text: CellText
    characters: int
    order: Order | None = None
    note: CellText | None = None
    needs: Callable[[Record], Sequence[str]] = _nothing
    is_number: bool = False
    role: Role = Role.BODY
    unstated: str = N_("not stated")


@dataclass(frozen=True)
class Sorting:
    """An order in one direction, and what it is called."""

    order: Order
    descending: bool
    title: str


MOST_IMPORTANT_FIRST = Sorting(Order.IMPORTANCE, False, N_("Most important first"))
A_TO_Z = Sorting(Order.TITLE, False, N_("From A to Z"))
Z_TO_A = Sorting(Order.TITLE, True, N_("From Z to A"))
EARLIEST_FIRST = Sorting(Order.PERIOD, False, N_("Earliest first"))
LATEST_FIRST = Sorting(Order.PERIOD, True, N_("Latest first"))
LARGEST_AMOUNT_FIRST = Sorting(Order.MONEY, True, N_("Largest amount first"))
SMALLEST_AMOUNT_FIRST = Sorting(Order.MONEY, False, N_("Smallest amount first"))


@dataclass(frozen=True)
class CatalogueSpec:
    """A catalogue of records as data; the first sorting and the first grouping are those that it
    begins with.

    `count` is the phrase for a number of records, `narrowed_count` for how many are left of a
    total, both with a plural by the last number. A `grouping` of None is a list without groups;
    sorted by title, that has its letters as headings. `mark` is a warning that stands out.
    """

    key: str
    title: str
    kinds: tuple[Kind, ...]
    count: Callable[[Language, int], str]
    narrowed_count: Callable[[Language, int], str]
    nothing_fits: str
    columns: tuple[Column, ...]
    facets: tuple[Facet, ...]
    sortings: tuple[Sorting, ...]
    groupings: tuple[Facet | None, ...] = (None,)
    mark: CellText | None = None
    # Room for the longest words of its titles.
    title_characters: int = 27
    # A record stands under the first of its values only: a period of years is one event.
    once: frozenset[Facet | None] = frozenset({Facet.YEAR})
