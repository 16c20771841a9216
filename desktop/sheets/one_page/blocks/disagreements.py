"""What sources disagree on, or what is easily confused: a line each, with values side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.library import compared_by
from desktop.domain.records import Basis, Disagreement, Figure, Kind, Reason, Record
from desktop.l10n import labels
from desktop.sheets.one_page.parts import Block, Entry, Form
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited, cited_by_all
from desktop.sheets.values import value_text, when_text

_MOST = 4
_MOST_VALUES = 2
# Characters of the longest language; a value takes about so many beside its name.
_ROOM = 800
_VALUE = 30


def disagreements(subject: Subject) -> Block[Entry]:
    """The heaviest disagreements, or those that the seeds chose."""
    records = subject.records(Kind.DISAGREEMENT)
    if named := subject.spec.disagreements:
        records = [
            *subject.library.get_many(named),
            *(each for each in records if each.id not in named),
        ]
    compared = ((record, _compared(subject, record)) for record in records)
    rows = chosen(((pair, _size(*pair)) for pair in compared), _ROOM, _MOST)
    block = subject.block(
        Form.LIST,
        [_line(subject, record, figures) for record, figures in rows],
        len(records),
        more_of(Kind.DISAGREEMENT, subject.language),
    )
    # The first row is the last to go, so that what it is called by stays true.
    if rows and _is_one_source(rows[0][1]):
        heading = subject.language.gettext("Figures easily confused")
        return replace(block, heading=heading)
    return block


def _compared(subject: Subject, record: Record) -> Sequence[Record]:
    """The figures that a disagreement compares: one of the subject, then what is most like it."""
    own = frozenset(subject.figure_ids())
    figures = subject.library.get_many(compared_by(record))
    first = next((each for each in figures if each.id in own), figures[0])
    unit, period = _figure(first).unit, _figure(first).period
    # What differs in its date shows that best beside a value of another.
    is_dated = Reason.DATE in _stated(record)

    def distance(figure: Record) -> tuple[bool, ...]:
        is_of_one_date = is_dated and _figure(figure).period == period
        is_unlike = _figure(figure).unit is not unit
        is_same = _figure(figure).value == _figure(first).value
        return (figure.id != first.id, is_unlike, is_of_one_date, is_same, figure.id not in own)

    return sorted(figures, key=distance)


def _is_one_source(figures: Sequence[Record]) -> bool:
    """Whether one document states all of the figures, and so does not contradict another."""
    return len({citation.document for figure in figures for citation in figure.citations}) == 1


def _size(record: Record, figures: Sequence[Record]) -> int:
    shown = figures[:_MOST_VALUES]
    return length(record.title) + sum(length(figure.title) + _VALUE for figure in shown)


def _line(subject: Subject, record: Record, figures: Sequence[Record]) -> Entry:
    language = subject.language
    shown = figures[:_MOST_VALUES]
    text = language.gettext("{values}. Why: {reasons}.").format(
        values=_values(subject, figures), reasons=_reasons(subject, record)
    )
    citations = dict.fromkeys(
        (*cited(record, "title"), *cited_by_all(shown, "title", "value", "statement"))
    )
    ids = (record.id, *(figure.id for figure in shown))
    return Entry(subject.say(record.title), text, tuple(citations), ids)


def _values(subject: Subject, figures: Sequence[Record]) -> str:
    """The first values, each with its name and its time, and how many more are compared."""
    language = subject.language
    shown = figures[:_MOST_VALUES]
    is_dated = any(_figure(record).period for record in shown)
    values = language.side_by_side([_value(subject, record, is_dated) for record in shown])
    missing = len(figures) - len(shown)
    if not missing:
        return values
    return language.ngettext(
        "{values}; {number} more value", "{values}; {number} more values", missing
    ).format(values=values, number=language.number(missing))


def _value(subject: Subject, record: Record, is_dated: bool) -> str:
    """A value with its name; that no year is stated is said beside one that has a year."""
    figure, language = _figure(record), subject.language
    label, value = subject.say(record.title), value_text(figure, language)
    when = ""
    if is_dated:
        when = when_text(figure, language)
    elif figure.basis is not Basis.REPORTED:
        when = language.gettext(labels.BASIS[figure.basis])
    # A name that has its year already does not say it twice.
    if when in label:
        return language.gettext("{label}: {value}").format(label=label, value=value)
    return language.gettext("{label}: {value} ({period})").format(
        label=label, value=value, period=when
    )


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details


def _stated(record: Record) -> Sequence[Reason]:
    if not isinstance(record.details, Disagreement):
        raise TypeError(record.id)
    return record.details.reasons


def _reasons(subject: Subject, record: Record) -> str:
    tr = subject.language.gettext
    reasons = _stated(record)
    # In one line there is room for the reasons that are known; the atlas says what is not.
    known = [each for each in reasons if each is not Reason.NOT_STATED] or reasons
    return subject.language.listed([tr(labels.REASON[each]) for each in known])
