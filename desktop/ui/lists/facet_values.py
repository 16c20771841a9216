"""How lists are grouped by facets, and the order that is natural to the values of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any

from desktop.domain.browsing import NOT_STATED, Browse, Facet
from desktop.domain.problems import N_
from desktop.domain.records import Kind, Status
from desktop.sheets.facets import NAMES, TITLE, facet_title, is_known, value_title
from desktop.ui.lists.lookup import Lookup

__all__ = [
    "GROUPED_BY",
    "TITLE",
    "UNGROUPED",
    "facet_title",
    "in_natural_order",
    "is_known",
    "offered_values",
    "value_title",
]

GROUPED_BY = {
    Facet.KIND: N_("By kind"),
    Facet.TYPE: N_("By type"),
    Facet.PLACE: N_("By place"),
    Facet.THEME: N_("By theme"),
    Facet.STATUS: N_("By status"),
    Facet.OWNER: N_("By owner"),
    Facet.PILLAR: N_("By pillar"),
    Facet.STATE: N_("By past or planned"),
    Facet.YEAR: N_("By year"),
    Facet.INDICATOR: N_("By what they measure"),
    Facet.DOCUMENT: N_("By document"),
    Facet.REASON: N_("By why they differ"),
}
UNGROUPED = N_("Without groups")

_UNSTATED = frozenset({NOT_STATED, Status.NOT_STATED.value})


def in_natural_order(facet: Facet, values: Iterable[str], lookup: Lookup) -> list[str]:
    """The values in the order of the facet, what is not stated last.

    Years newest first, codes as they are told, places by importance, the others by title.
    """
    key = _key(facet, lookup)
    stated, unstated = [], []
    for value in values:
        (unstated if value in _UNSTATED else stated).append(value)
    return [*sorted(stated, key=key, reverse=facet is Facet.YEAR), *unstated]


def offered_values(
    facet: Facet,
    counts: Mapping[str, int],
    chosen: Set[str],
    lookup: Lookup,
    text: Callable[[Facet, str], str],
) -> list[tuple[str, str, bool]]:
    """(value, its text with how many records it leaves, whether it is chosen) of each value.

    Those chosen are offered even where they leave none; `text` says what a value is called.
    """
    sentence, number = lookup.language.gettext("{value} ({number})"), lookup.language.number
    return [
        (
            value,
            sentence.format(value=text(facet, value), number=number(counts.get(value, 0))),
            value in chosen,
        )
        for value in in_natural_order(facet, counts.keys() | chosen, lookup)
    ]


def _key(facet: Facet, lookup: Lookup) -> Callable[[str], Any]:
    if facet in NAMES:
        return list(NAMES[facet]).index
    if facet is Facet.YEAR:
        return str
    if facet is Facet.PLACE:
        browse = Browse((Kind.PLACE,), lookup.language.code)
        (places,) = lookup.library.browse(browse)
        positions = {place: position for position, place in enumerate(places.ids)}
        return positions.__getitem__
    return lambda value: lookup.language.sort_key(lookup.title(value))
