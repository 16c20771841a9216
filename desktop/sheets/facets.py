"""What the facets of records and their values are called, on screen and on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.problems import N_, AtlasError
from desktop.l10n import labels
from desktop.l10n.language import Language

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

# Codes that have names of their own, in the order in which they are told.
NAMES: Mapping[Facet, Mapping[str, str]] = {
    Facet.KIND: labels.KIND,
    Facet.TYPE: labels.TYPE,
    Facet.STATUS: labels.STATUS,
    Facet.PILLAR: labels.PILLAR,
    Facet.STATE: labels.STATE,
    Facet.REASON: labels.REASON,
}


class Namer(Protocol):
    """What knows a language, and the titles of records in it."""

    @property
    def language(self) -> Language:
        """The language of the moment."""
        ...

    def title(self, record_id: str, /) -> str:
        """The title of a record in that language; an error where there is no such record."""
        ...


def facet_title(facet: Facet, namer: Namer) -> str:
    """What a facet is called."""
    return namer.language.gettext(TITLE[facet])


def value_title(facet: Facet, value: str, namer: Namer) -> str:
    """What a value of a facet is called where it stands alone, with a capital."""
    if value == NOT_STATED:
        return _capitalised(namer.language.gettext("not stated"))
    if facet in NAMES:
        return _capitalised(namer.language.gettext(NAMES[facet][value]))
    return value if facet is Facet.YEAR else namer.title(value)


def is_known(facet: Facet, value: str, namer: Namer) -> bool:
    """Whether a value can be told: an address may come from an older edition."""
    try:
        value_title(facet, value, namer)
    except (LookupError, AtlasError):
        return False
    return True


def choice_title(facet: Facet, value: str, namer: Namer) -> str:
    """A facet with a value of it: `Kind: Programme`; a value that nobody knows as it is."""
    told = value_title(facet, value, namer) if is_known(facet, value, namer) else value
    sentence = namer.language.gettext("{label}: {value}")
    return sentence.format(label=facet_title(facet, namer), value=told)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
