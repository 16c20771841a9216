"""The programmes and who takes part in them."""

from __future__ import annotations

from desktop.domain.records import Kind, Programme, Record, Relation
from desktop.l10n import labels
from desktop.sheets.one_page.parts import Block, Form, TableRow
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited
from desktop.sheets.record.rows import span_text

_MOST = 7
_MOST_PARTNERS = 3
# Characters of the longest language; a row takes some for its period and status.
_ROOM = 480
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
    return subject.block(
        Form.TABLE,
        [_row(subject, record) for record in rows],
        len(records),
        more_of(Kind.PROGRAMME, language),
        (
            language.gettext("Programme"),
            language.gettext("Period"),
            language.gettext("Status in the document"),
        ),
    )


def _row(subject: Subject, record: Record) -> TableRow:
    if not isinstance(record.details, Programme):
        raise TypeError(record.id)
    return TableRow(
        cells=(
            subject.say(record.title),
            span_text(record, subject.language),
            subject.language.gettext(labels.STATUS[record.details.status]),
        ),
        under=_listed(subject, _partners(subject, record)),
        citations=cited(record, "title", "period", "status", "links"),
        records=(record.id,),
    )


def _partners(subject: Subject, record: Record) -> list[Record]:
    """The organisations that a programme is tied to, owners first."""
    targets = {
        link.target: None
        for relation in _PARTNERS
        for link in record.links
        if link.relation is relation and link.target.startswith(f"{Kind.ORGANISATION}/")
    }
    return list(subject.library.get_many(list(targets)))


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
