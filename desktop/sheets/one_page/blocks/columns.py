"""Tables that say nothing twice: what is not stated is a dash, and no column holds only dashes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.domain.records import Programme, Record, Status
from desktop.l10n import labels
from desktop.sheets.one_page.parts import Block, Form, TableRow
from desktop.sheets.one_page.subject.subject import Subject
from desktop.sheets.record.rows import period_of, span_text

_NOTHING = "–"


def table(
    subject: Subject,
    columns: Sequence[str],
    rows: Sequence[TableRow],
    total: int,
    sentence: Callable[[int], str],
) -> Block[TableRow]:
    """A block of `rows` out of `total` records, each with a cell a column, "" for nothing stated.

    A column in which nothing is stated has no place in it; the first, of names, always has.
    """
    stated = [
        index for index in range(len(columns)) if not index or any(row.cells[index] for row in rows)
    ]
    return subject.block(
        Form.TABLE,
        [
            replace(row, cells=tuple(row.cells[index] or _NOTHING for index in stated))
            for row in rows
        ],
        total,
        sentence,
        tuple(columns[index] for index in stated),
    )


def stated_period(subject: Subject, record: Record) -> str:
    """The period of a record; "" where none is stated."""
    return span_text(record, subject.language) if period_of(record) else ""


def stated_status(subject: Subject, record: Record) -> str:
    """How far a programme was, in words, and whether that time is over; "" for nothing stated."""
    if not isinstance(record.details, Programme):
        raise TypeError(record.id)
    tr = subject.language.gettext
    status, period = record.details.status, record.details.period
    is_over = period is not None and period.age_in_years(subject.today()) is not None
    if status is Status.NOT_STATED:
        return ""
    # What was signed, launched or ended by then stays so, and so does what was proposed.
    if is_over and status is Status.RUNNING:
        return tr("running at the time; period now over")
    if is_over and status is Status.PLANNED:
        return tr("planned; outcome not stated")
    return tr(labels.STATUS[status])
