"""What the facets and their values are called, and the order that is natural to each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from desktop.domain.browsing import NOT_STATED, Browse, Facet
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import Kind, Status
from desktop.l10n import labels
from desktop.ui.lists.lookup import Lookup

TITLE = {
    Facet.KIND: N_("Kind"),
    Facet.TYPE: N_("Type"),
    Facet.PLACE: N_("Place"),
    Facet.THEME: N_("Theme"),
    Facet.STATUS: N_("Status"),
    Facet.OWNER: N_("Owner"),
    Facet.PILLAR: N_("Pillar"),
    Facet.STATE: N_("Past or planned"),
    Facet.YEAR: N_("Year"),
    Facet.INDICATOR: N_("What it measures"),
    Facet.DOCUMENT: N_("Document"),
    Facet.REASON: N_("Why they differ"),
}

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

# Codes that have names of their own, in the order in which they are told.
_NAMES: Mapping[Facet, Mapping[str, str]] = {
    Facet.KIND: labels.KIND,
    Facet.TYPE: labels.TYPE,
    Facet.STATUS: labels.STATUS,
    Facet.PILLAR: labels.PILLAR,
    Facet.STATE: labels.STATE,
    Facet.REASON: labels.REASON,
}
_UNSTATED = frozenset({NOT_STATED, Status.NOT_STATED.value})


def facet_title(facet: Facet, lookup: Lookup) -> str:
    """What a facet is called."""
    return lookup.language.gettext(TITLE[facet])


def value_title(facet: Facet, value: str, lookup: Lookup) -> str:
    """What a value of a facet is called where it stands alone, with a capital."""
    if value == NOT_STATED:
        return _capitalised(lookup.language.gettext("not stated"))
    if facet in _NAMES:
        return _capitalised(lookup.language.gettext(_NAMES[facet][value]))
    return value if facet is Facet.YEAR else lookup.title(value)


def in_natural_order(facet: Facet, values: Iterable[str], lookup: Lookup) -> list[str]:
    """The values in the order of the facet, what is not stated last.

    Years newest first, codes as they are told, places by importance, the others by title.
    """
    key = _key(facet, lookup)
    stated, unstated = [], []
    for value in values:
        (unstated if value in _UNSTATED else stated).append(value)
    return [*sorted(stated, key=key, reverse=facet is Facet.YEAR), *unstated]


def is_known(facet: Facet, value: str, lookup: Lookup) -> bool:
    """Whether a value can be told: an address may come from an older edition."""
    try:
        value_title(facet, value, lookup)
    except (LookupError, AtlasError):
        return False
    return True


def _key(facet: Facet, lookup: Lookup) -> Callable[[str], Any]:
    if facet in _NAMES:
        return list(_NAMES[facet]).index
    if facet is Facet.YEAR:
        return str
    if facet is Facet.PLACE:
        browse = Browse((Kind.PLACE,), lookup.language.code)
        (places,) = lookup.library.browse(browse)
        positions = {place: position for position, place in enumerate(places.ids)}
        return positions.__getitem__
    return lambda value: lookup.language.sort_key(lookup.title(value))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
