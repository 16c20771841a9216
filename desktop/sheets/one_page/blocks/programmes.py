"""The programmes and who takes part in them."""

from __future__ import annotations

from desktop.domain.records import Kind, Record, Relation
from desktop.sheets.one_page.blocks.columns import stated_period, stated_status, table
from desktop.sheets.one_page.parts import Block, TableRow
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited

_MOST = 10
_MOST_PARTNERS = 3
_MOST_PARTICIPANTS = 6
# Characters of the longest language; a row takes some for its period and status.
_ROOM = 720
_ROW = 30

_PARTNERS = (
    Relation.OWNED_BY,
    Relation.LED_BY,
    Relation.SIGNED_BY,
    Relation.FUNDED_BY,
    Relation.TAKES_PART_IN,
)


def programmes(subject: Subject) -> Block[TableRow]:
    """The heaviest programmes, with partners, period and status."""
    language = subject.language
    records = subject.records(Kind.PROGRAMME)
    rows = chosen(((record, _size(subject, record)) for record in records), _ROOM, _MOST)
    return table(
        subject,
        (
            language.gettext("Programme"),
            language.gettext("Period"),
            language.gettext("Status in the document"),
        ),
        [_row(subject, record) for record in rows],
        len(records),
        more_of(Kind.PROGRAMME, language),
    )


def _row(subject: Subject, record: Record) -> TableRow:
    return TableRow(
        cells=(
            subject.say(record.title),
            stated_period(subject, record),
            stated_status(subject, record),
        ),
        under=_listed(subject, _partners(subject, record)),
        citations=cited(record, "title", "period", "status", "links"),
        records=(record.id,),
    )


def _partners(subject: Subject, record: Record) -> list[Record]:
    """The organisations that a programme is tied to, owners first.

    Many that only take part are examples of whom it supports, and no partners.
    """
    ties = [
        (relation, link.target)
        for relation in _PARTNERS
        for link in record.links
        if link.relation is relation and link.target.startswith(f"{Kind.ORGANISATION}/")
    ]
    only_take_part = all(relation is Relation.TAKES_PART_IN for relation, _target in ties)
    if only_take_part and len(ties) > _MOST_PARTICIPANTS:
        return []
    return list(subject.library.get_many(list(dict.fromkeys(target for _relation, target in ties))))


def _listed(subject: Subject, partners: list[Record]) -> str:
    language = subject.language
    names = [subject.say(partner.title) for partner in partners]
    missing = len(names) - _MOST_PARTNERS
    if missing <= 0:
        return language.listed(names) if names else ""
    return language.ngettext(
        "{names} and {number} other", "{names} and {number} others", missing
    ).format(names=", ".join(names[:_MOST_PARTNERS]), number=language.number(missing))


def _size(subject: Subject, record: Record) -> int:
    partners = _partners(subject, record)[:_MOST_PARTNERS]
    return length(record.title) + sum(length(partner.title) for partner in partners) + _ROW
