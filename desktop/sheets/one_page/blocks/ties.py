"""What a subject is tied to, and how: who has which part in a programme, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.problems import N_
from desktop.domain.records import Citation, Kind, Link, Programme, Record, Relation
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.columns import stated_period, stated_status, table
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.subject.circle import targets_of
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_for_tie, named_by

_MOST_ROWS = 10
_MOST_NAMES = 9
# Characters of the longest language.
_ROOM = 630
_ROW = 40

# The part that an organisation has in a programme, whichever of the two states it; the weightiest
# first.
_ROLES = {
    Relation.OWNED_BY: N_("owner"),
    Relation.LED_BY: N_("lead"),
    Relation.SIGNED_BY: N_("signatory"),
    Relation.FUNDED_BY: N_("funder"),
    Relation.TAKES_PART_IN: N_("participant"),
}
# A study has no owner or leader: who stands behind it wrote it.
_STUDY = "study"
_AUTHORS = (Relation.OWNED_BY, Relation.LED_BY)
# What a programme is to the one that the sheet is about, by who states it: this one or the other.
_TIES = {
    (Relation.OWNED_BY, False): N_("owner"),
    (Relation.OWNED_BY, True): N_("belongs to it"),
    (Relation.FUNDED_BY, False): N_("funder"),
    (Relation.FUNDED_BY, True): N_("funded by it"),
    (Relation.TAKES_PART_IN, False): N_("it takes part"),
    (Relation.TAKES_PART_IN, True): N_("participant"),
    (Relation.PART_OF, False): N_("umbrella"),
    (Relation.PART_OF, True): N_("part of it"),
    (Relation.SUCCESSOR_OF, False): N_("predecessor"),
    (Relation.SUCCESSOR_OF, True): N_("successor"),
}
# The ties of every kind; the first is the one that is told.
_WEIGHTIEST = (
    *_ROLES,
    Relation.PART_OF,
    Relation.SUCCESSOR_OF,
    Relation.LOCATED_IN,
    Relation.STATED_BY,
    Relation.ABOUT,
)


def tied_programmes(subject: Subject) -> Block[TableRow]:
    """The programmes around a programme, with what ties them to it and when they ran."""
    return _programmes(subject, _tie_label, N_("Link"))


def programmes_and_roles(subject: Subject) -> Block[TableRow]:
    """The programmes around an organisation, with its part in them and when they ran."""
    return _programmes(subject, _role_label, N_("Its role"))


def partners(subject: Subject) -> Block[TableRow]:
    """Who has which part in a programme."""
    tr = subject.language.gettext
    related = [pair for pair in _related(subject, Kind.ORGANISATION) if _has_part(pair[1])]
    return table(
        subject,
        (tr("Who"), tr("Its role")),
        [_partner(subject, record, link) for record, link in _fitting(related)],
        len(related),
        more_of(Kind.ORGANISATION, subject.language),
    )


def mentioned(subject: Subject) -> Block[Entry]:
    """The organisations that are named with a programme and have no part in it, by name alone."""
    named = [record for record, link in _related(subject, Kind.ORGANISATION) if not _has_part(link)]
    return subject.block(
        Form.LIST,
        [
            Entry(subject.say(record.title), "", named_by(record), (record.id,))
            for record in named[:_MOST_NAMES]
        ],
        len(named),
        more_of(Kind.ORGANISATION, subject.language),
    )


def on_related_themes(subject: Subject) -> Block[TableRow]:
    """The programmes of the themes that a theme is tied to, and not of the theme itself."""
    tr = subject.language.gettext
    themes_of = _programmes_of_themes(subject)
    found = [each for each in subject.library.list(Kind.PROGRAMME) if each.id in themes_of]
    themes = {themes_of[record.id].id: themes_of[record.id] for record in found}
    sized = ((record, length(record.title) + _ROW) for record in found)
    shown = chosen(sized, _ROOM, _MOST_ROWS)
    more = more_of(Kind.PROGRAMME, subject.language)
    if len(themes) != 1:
        rows = [_by_theme(subject, record, themes_of[record.id]) for record in shown]
        return table(subject, (tr("Programme"), tr("Related theme")), rows, len(found), more)
    # What would stand in each row is said once, above them.
    (theme,) = themes.values()
    rows = [_under_theme(subject, record, theme) for record in shown]
    columns = (tr("Programme"), tr("Period"), tr("Status in the document"))
    block = table(subject, columns, rows, len(found), more)
    heading = tr("Programmes on the related theme “{theme}”").format(theme=subject.say(theme.title))
    return replace(block, heading=heading)


def _programmes_of_themes(subject: Subject) -> dict[str, Record]:
    """The ids of programmes that are not tied to the subject, each with the first theme it is on.

    The themes are those that the subject is tied to.
    """
    own = subject.record.id if subject.record else ""
    known = {own, *(record.id for record in subject.records(Kind.PROGRAMME))}
    themes_of: dict[str, Record] = {}
    for theme in subject.records(Kind.THEME):
        for target in targets_of(theme) - known:
            if target.startswith(f"{Kind.PROGRAMME}/"):
                themes_of.setdefault(target, theme)
    return themes_of


def _by_theme(subject: Subject, record: Record, theme: Record) -> TableRow:
    cells = (subject.say(record.title), subject.say(theme.title))
    citations = dict.fromkeys((*cited_for_tie(theme, record), *named_by(theme)))
    return TableRow(cells, "", tuple(citations), (record.id, theme.id))


def _under_theme(subject: Subject, record: Record, theme: Record) -> TableRow:
    period, status = stated_period(subject, record), stated_status(subject, record)
    cells = (subject.say(record.title), period, status)
    citations = dict.fromkeys((*cited_for_tie(theme, record), *cited(record, "period", "status")))
    return TableRow(cells, "", tuple(citations), (record.id, theme.id))


def _programmes(
    subject: Subject, label: Callable[[Record, Link, Language], str], column: str
) -> Block[TableRow]:
    tr = subject.language.gettext
    related = _related(subject, Kind.PROGRAMME)
    return table(
        subject,
        (tr("Programme"), tr(column), tr("Period")),
        [
            _programme(subject, record, label(record, link, subject.language))
            for record, link in _fitting(related)
        ],
        len(related),
        more_of(Kind.PROGRAMME, subject.language),
    )


def _programme(subject: Subject, record: Record, label: str) -> TableRow:
    cells = (subject.say(record.title), label, stated_period(subject, record))
    citations = dict.fromkeys((*cited(record, "title", "period"), *_tie(subject, record)))
    return TableRow(cells, "", tuple(citations), (record.id,))


def _partner(subject: Subject, record: Record, link: Link) -> TableRow:
    cells = (subject.say(record.title), _role_label(subject.record, link, subject.language))
    return TableRow(cells, "", _tie(subject, record), (record.id,))


def _tie(subject: Subject, other: Record) -> tuple[Citation, ...]:
    return cited_for_tie(subject.record, other) if subject.record else ()


def _has_part(link: Link) -> bool:
    return link.relation in _ROLES


def _role_label(programme: Record | None, link: Link, language: Language) -> str:
    """The part that an organisation has; "" where the two are only named together."""
    if _is_study(programme) and link.relation in _AUTHORS:
        return language.gettext("author")
    return language.gettext(_ROLES[link.relation]) if _has_part(link) else ""


def _is_study(record: Record | None) -> bool:
    details = record.details if record else None
    return isinstance(details, Programme) and details.type == _STUDY


def _tie_label(_programme: Record, link: Link, language: Language) -> str:
    """What another programme is to this one; "" where it is only mentioned with it."""
    label = _TIES.get((link.relation, link.inverse))
    return language.gettext(label) if label else ""


def _related(subject: Subject, kind: Kind) -> list[tuple[Record, Link]]:
    """The records of a kind with their weightiest tie, by that tie and then by weight."""
    if subject.record is None:
        return []
    ties: dict[str, Link] = {}
    for link in sorted(subject.record.links, key=_rank):
        ties.setdefault(link.target, link)
    pairs = [(record, ties[record.id]) for record in subject.records(kind) if record.id in ties]
    return sorted(pairs, key=lambda pair: _rank(pair[1]))


def _rank(link: Link) -> int:
    is_known = link.relation in _WEIGHTIEST
    return _WEIGHTIEST.index(link.relation) if is_known else len(_WEIGHTIEST)


def _fitting(pairs: Sequence[tuple[Record, Link]]) -> list[tuple[Record, Link]]:
    return chosen(((pair, length(pair[0].title) + _ROW) for pair in pairs), _ROOM, _MOST_ROWS)
