"""What a sheet can be about, for lists that one chooses from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from desktop.domain.library import Library
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.domain.sheet_orders import MISSION, SheetKind
from desktop.l10n.language import Language
from desktop.ui.sheets.contents import kinds_of_all
from desktop.ui.widgets.picker import Offer, OfferGroup

MISSION_TITLE = N_("A mission: what you put together")
HEADINGS: Mapping[SheetKind, str] = {
    SheetKind.COUNTRY: N_("Country"),
    SheetKind.REGION: N_("Regions"),
    SheetKind.CITY: N_("Cities"),
    SheetKind.PROGRAMME: N_("Programmes"),
    SheetKind.THEME: N_("Themes"),
    SheetKind.ORGANISATION: N_("Organisations"),
}


def subject_groups(library: Library, language: Language) -> list[OfferGroup]:
    """Every subject under the kind of its sheet: the mission first, then the heaviest."""
    kinds = kinds_of_all(library)
    titles = library.titles(list(kinds))
    found: defaultdict[SheetKind, list[Offer]] = defaultdict(list)
    for subject, kind in kinds.items():
        found[kind].append(Offer(subject, titles[subject][language.code]))
    tr = language.gettext
    return [
        OfferGroup("", [Offer(MISSION, tr(MISSION_TITLE))]),
        *(OfferGroup(tr(HEADINGS[kind]), found[kind]) for kind in HEADINGS if found[kind]),
    ]


def subject_title(library: Library, language: Language, subject: str) -> str:
    """The name of a subject."""
    if subject == MISSION:
        return language.gettext(MISSION_TITLE)
    return library.title(subject)[language.code]


def records_of(
    library: Library, language: Language, kinds: Sequence[Kind], nothing: str
) -> list[OfferGroup]:
    """All records of some kinds, after an offer of none of them, which has the key of NONE."""
    groups = [OfferGroup("", [Offer(NONE, nothing)])] if nothing else []
    for kind in kinds:
        offers = [
            Offer(record.id, record.title[language.code], record.summary[language.code])
            if kind is Kind.FIGURE
            else Offer(record.id, record.title[language.code])
            for record in library.list(kind)
        ]
        groups.append(OfferGroup("", offers))
    return groups


# Stands for “none of them” where a key must be something.
NONE = "-"
