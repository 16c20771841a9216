"""What a record is, in a few lines: its type, how far it was and when, and where."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.records import Organisation, Programme, Record, Relation, Theme
from desktop.l10n import labels
from desktop.sheets.one_page.blocks.columns import stated_period, stated_status
from desktop.sheets.one_page.parts import Block, Entry, Form
from desktop.sheets.one_page.subject.subject import Subject, cited


def at_a_glance(subject: Subject) -> Block[Entry]:
    """What the record is: type, status, period and place, as far as the documents state them."""
    rows = list(_glance(subject, subject.record)) if subject.record else []
    return subject.block(
        Form.LIST,
        rows,
        len(rows),
        lambda missing: subject.language.ngettext(
            "{number} more point in Valley Atlas",
            "{number} more points in Valley Atlas",
            missing,
        ),
    )


def _glance(subject: Subject, record: Record) -> Iterator[Entry]:
    tr = subject.language.gettext
    match record.details:
        case Programme(type=type_) | Organisation(type=type_) | Theme(type=type_):
            yield _glimpse(record, tr("Type"), tr(labels.TYPE[type_]), "type")
        case _:
            pass
    if isinstance(record.details, Programme):
        yield from _when(subject, record)
    located = [
        link.target
        for link in record.links
        if link.relation is Relation.LOCATED_IN and not link.inverse
    ]
    if located:
        titles = subject.library.titles(located)
        names = subject.language.listed([subject.say(titles[each]) for each in located])
        label = tr(labels.RELATION[Relation.LOCATED_IN][False])
        yield _glimpse(record, label, names, "links", *located)


def _when(subject: Subject, record: Record) -> Iterator[Entry]:
    """Status and period, each where it is stated; where neither is, that is worth saying once."""
    tr = subject.language.gettext
    status, period = stated_status(subject, record), stated_period(subject, record)
    if status:
        yield _glimpse(record, tr("Status in the document"), status, "status")
    if period:
        yield _glimpse(record, tr("Period"), period, "period")
    if not status and not period:
        yield _glimpse(record, tr("Status and period"), tr("not stated"), "status")


def _glimpse(record: Record, label: str, value: str, part: str, *others: str) -> Entry:
    return Entry(label, value, cited(record, part), (record.id, *others))
