"""The groups of a list as it is shown: in order, each with its heading."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.browsing import NOT_STATED, Facet, Group, Order
from desktop.ui.lists.facet_values import in_natural_order, value_title
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.spec import Sorting

# Facets whose values have no order of their own but that of the alphabet.
_RECORDS = frozenset({Facet.INDICATOR, Facet.THEME, Facet.OWNER, Facet.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Section:
    """Records that stand together, under a heading or none."""

    heading: str | None
    ids: Sequence[str]


def sections_of(
    groups: Sequence[Group],
    facet: Facet | None,
    sorting: Sorting,
    lookup: Lookup,
    once: bool = False,
) -> list[Section]:
    """The groups of `facet` under the names of their values, in its natural order.

    Years go the way in which the list is sorted by period. In a list by importance, values that are
    records come in the order of their weightiest record: a list of figures opens with what matters
    most, and not with the letter A. `once`: of several values of a record only the first counts.
    Without a facet, a list sorted by title has its letters as headings.
    """
    if facet is None:
        ids = [record for group in groups for record in group.ids]
        if sorting.order is Order.TITLE:
            return list(_by_letter(ids, lookup))
        return [Section(None, ids)] if ids else []
    by_value = {group.value or NOT_STATED: group.ids for group in groups}
    values = in_natural_order(facet, by_value, lookup)
    if facet in _RECORDS and sorting.order is Order.IMPORTANCE:
        values = sorted(by_value, key=lambda value: value == NOT_STATED)
    if facet is Facet.YEAR and sorting.order is Order.PERIOD and not sorting.descending:
        stated = [value for value in values if value != NOT_STATED]
        values = [*reversed(stated), *values[len(stated) :]]
    if once:
        by_value = _each_once(values, by_value)
    return [
        Section(value_title(facet, value, lookup), by_value[value])
        for value in values
        if by_value[value]
    ]


def _each_once(
    values: Sequence[str], by_value: dict[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    seen: set[str] = set()
    kept: dict[str, Sequence[str]] = {}
    for value in values:
        kept[value] = [record for record in by_value[value] if record not in seen]
        seen.update(kept[value])
    return kept


def _by_letter(ids: Sequence[str], lookup: Lookup) -> Iterator[Section]:
    """Sorted titles by their first letter, looking at few of them: there may be 100,000."""
    letter = _first_letter(lookup)
    start = 0
    while start < len(ids):
        here = letter(ids[start])
        # The titles are sorted: once another letter has come, this one does not come back.
        end = bisect_left(ids, True, lo=start, key=lambda each: letter(each) != here)
        yield Section(here, ids[start:end])
        start = end


def _first_letter(lookup: Lookup) -> Callable[[str], str]:
    def letter(record_id: str) -> str:
        letters, *_rest = lookup.language.sort_key(lookup.title(record_id))
        first = letters[:1].upper()
        return first if first.isalpha() else "0–9"

    return letter
