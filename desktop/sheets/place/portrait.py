"""The portrait of a place: what belongs to it, in the order in which a visitor asks for it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from desktop.domain.browsing import Browse, Facet
from desktop.domain.library import Library
from desktop.domain.records import Figure, Kind, Link, Milestone, Record, Relation
from desktop.l10n import labels
from desktop.l10n.language import N_, Language
from desktop.sheets.record.entries import Entry, EntryGroup, entries_of

PRIORITIES = "priority"
PROGRAMMES = Kind.PROGRAMME.value
ORGANISATIONS = Kind.ORGANISATION.value
FIGURES = Kind.FIGURE.value
MILESTONES = Kind.MILESTONE.value
PLACES = Kind.PLACE.value
DISAGREEMENTS = Kind.DISAGREEMENT.value

THEMES = {
    PRIORITIES: N_("Priorities"),
    "value-chain": N_("Value chains"),
    "challenge": N_("Challenges"),
    "action": N_("Actions"),
    "opportunity": N_("Opportunities"),
    "recommendation": N_("Recommendations"),
    "strength": N_("Strengths"),
    "need": N_("Needs"),
    "pillar": N_("Pillars"),
    "field": N_("Fields"),
}
# Every group by its key, in reading order; priorities lead and stand apart from other themes.
HEADINGS = {
    PRIORITIES: THEMES[PRIORITIES],
    PROGRAMMES: N_("Programmes"),
    ORGANISATIONS: N_("Organisations"),
    FIGURES: N_("More figures"),
    MILESTONES: N_("Milestones"),
    **THEMES,
    PLACES: N_("Places in it"),
    DISAGREEMENTS: N_("Disagreements"),
}

_TIED = (Relation.LOCATED_IN, Relation.ABOUT)
_KINDS = (Kind.PROGRAMME, Kind.ORGANISATION, Kind.MILESTONE, Kind.DISAGREEMENT)


def portrait(
    library: Library, language: Language, place: Record, shown: Collection[str] = ()
) -> list[EntryGroup]:
    """What is linked with a place itself, group by group; those with nothing are left out.

    The key of a group is one of `HEADINGS`, or else the label of a relation. `shown` are the ids
    of records that stand elsewhere on the page. What is linked with a place in this one is not
    claimed for it: the places are named, and lead there.
    """
    figures = [figure for figure in library.figures_in([place.id]) if figure not in shown]
    apart = {*shown, *figures}
    types = _theme_types(library, language, place)
    groups: dict[str, dict[str, None]] = {key: {} for key in HEADINGS}
    groups[FIGURES] = dict.fromkeys(figures)
    for link in place.links:
        if link.target not in apart:
            groups.setdefault(_key(link, types), {})[link.target] = None
    return [
        EntryGroup(
            key,
            language.gettext(HEADINGS.get(key, key)),
            _ENTRIES.get(key, _named)(library, language, list(ids)),
        )
        for key, ids in groups.items()
        if ids
    ]


def counts_of(library: Library, place: Record) -> tuple[int, int]:
    """How many programmes and figures a place itself has; the same in every language."""
    tied = {link.target for link in place.links if link.inverse and link.relation in _TIED}
    programmes = sum(target.startswith(f"{Kind.PROGRAMME}/") for target in tied)
    return programmes, len(library.figures_in([place.id]))


def counts_text(counts: tuple[int, int], language: Language) -> str:
    """Numbers of programmes and figures on one line; empty for none."""
    programmes, figures = counts
    texts = (
        (programmes, language.ngettext("{number} programme", "{number} programmes", programmes)),
        (figures, language.ngettext("{number} figure", "{number} figures", figures)),
    )
    return ", ".join(text.format(number=language.number(count)) for count, text in texts if count)


def by_indicator(figures: Iterable[Record]) -> list[Record]:
    """Figures of one indicator together, the indicators in the order of their first figure."""
    groups: dict[str, list[Record]] = {}
    for record in figures:
        if isinstance(record.details, Figure):
            groups.setdefault(record.details.indicator, []).append(record)
    return [record for group in groups.values() for record in group]


def _theme_types(library: Library, language: Language, place: Record) -> dict[str, str]:
    """The type of each theme of a place, without reading the themes: a region has many."""
    chosen = ((Facet.PLACE, place.id),)
    groups = library.browse(Browse((Kind.THEME,), language.code, chosen, group=Facet.TYPE))
    return {theme: group.value for group in groups for theme in group.ids if group.value in THEMES}


def _key(link: Link, types: Mapping[str, str]) -> str:
    """The group in which a linked record stands."""
    kind = link.target.partition("/")[0]
    if link.inverse and link.relation in _TIED:
        if kind in _KINDS:
            return kind
        if link.target in types:
            return types[link.target]
    if link.inverse and link.relation is Relation.PART_OF and kind == PLACES:
        return PLACES
    return labels.RELATION[link.relation][link.inverse]


def _named(library: Library, language: Language, ids: Sequence[str]) -> tuple[Entry, ...]:
    """Records of which the title says enough."""
    titles = library.titles(ids)
    code = language.code
    return tuple(Entry(id_, titles[id_][code], "", titles[id_][code]) for id_ in ids)


def _noted(library: Library, language: Language, ids: Sequence[str]) -> tuple[Entry, ...]:
    return entries_of(library.get_many(ids), language)


def _measured(library: Library, language: Language, ids: Sequence[str]) -> tuple[Entry, ...]:
    return entries_of(by_indicator(library.get_many(ids)), language)


def _in_time(library: Library, language: Language, ids: Sequence[str]) -> tuple[Entry, ...]:
    """Milestones as time runs, those without a date last."""
    return entries_of(sorted(library.get_many(ids), key=_time), language)


def _time(record: Record) -> tuple[int, str]:
    period = record.details.period if isinstance(record.details, Milestone) else None
    if period is None or not period.dates:
        return 1, ""
    return 0, period.dates[0].first_day().isoformat()


# How the entries of a group are made from the ids of its records, where a title is not enough.
_ENTRIES: dict[str, Callable[[Library, Language, Sequence[str]], tuple[Entry, ...]]] = {
    PROGRAMMES: _noted,
    FIGURES: _measured,
    MILESTONES: _in_time,
}
