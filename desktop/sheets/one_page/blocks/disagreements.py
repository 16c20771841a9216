"""What sources disagree on: a line each, with the values side by side."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.library import compared_by
from desktop.domain.records import Disagreement, Figure, Kind, Reason, Record
from desktop.l10n import labels
from desktop.sheets.one_page.parts import Block, Entry, Form
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_by_all
from desktop.sheets.values import value_text, when_text

_MOST = 4
_MOST_VALUES = 2
# Characters of the longest language; a value takes about so many.
_ROOM = 700
_VALUE = 40


def disagreements(subject: Subject) -> Block[Entry]:
    """The heaviest disagreements, or those that the seeds chose."""
    records = subject.records(Kind.DISAGREEMENT)
    if named := subject.spec.disagreements:
        records = [
            *subject.library.get_many(named),
            *(each for each in records if each.id not in named),
        ]
    rows = chosen(
        ((record, length(record.title) + _VALUE * _MOST_VALUES) for record in records),
        _ROOM,
        _MOST,
    )
    return subject.block(
        Form.LIST,
        [_line(subject, record) for record in rows],
        len(records),
        more_of(Kind.DISAGREEMENT, subject.language),
    )


def _line(subject: Subject, record: Record) -> Entry:
    language = subject.language
    figures = subject.library.get_many(compared_by(record))
    shown = figures[:_MOST_VALUES]
    text = language.gettext("{values}. Why: {reasons}.").format(
        values=_values(subject, figures), reasons=_reasons(subject, record)
    )
    citations = dict.fromkeys((*cited(record, "title"), *cited_by_all(shown, "value", "statement")))
    ids = (record.id, *(figure.id for figure in shown))
    return Entry(subject.say(record.title), text, tuple(citations), ids)


def _values(subject: Subject, figures: Sequence[Record]) -> str:
    """The first values, each with the time it holds for, and how many more are compared."""
    language = subject.language
    shown = [
        (value_text(record.details, language), when_text(record.details, language))
        for record in figures[:_MOST_VALUES]
        if isinstance(record.details, Figure)
    ]
    periods = {period for _value, period in shown}
    if len(periods) == 1:
        # What holds for all of them is said once.
        values = language.side_by_side([value for value, _period in shown])
        values = language.gettext("{values} – each {period}").format(
            values=values, period=periods.pop()
        )
    else:
        sentence = language.gettext("{value} ({period})")
        values = language.side_by_side(
            [sentence.format(value=value, period=when) for value, when in shown]
        )
    missing = len(figures) - len(shown)
    if not missing:
        return values
    return language.ngettext(
        "{values}; {number} more value", "{values}; {number} more values", missing
    ).format(values=values, number=language.number(missing))


def _reasons(subject: Subject, record: Record) -> str:
    if not isinstance(record.details, Disagreement):
        raise TypeError(record.id)
    tr = subject.language.gettext
    reasons = record.details.reasons
    # In one line there is room for the reasons that are known; the atlas says what is not.
    known = [each for each in reasons if each is not Reason.NOT_STATED] or reasons
    return subject.language.listed([tr(labels.REASON[each]) for each in known])
