"""The milestones, past and next: along a ribbon, or in lines."""

from __future__ import annotations

import datetime

from desktop.domain.dates import Period
from desktop.domain.records import Kind, Milestone, Programme, Record, State
from desktop.domain.sheet_changes import due_day
from desktop.sheets.one_page.parts import Block, Entry, Form, Moment
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length
from desktop.sheets.one_page.subject.subject import Subject, cited, latest_date
from desktop.sheets.record.rows import date_text

# As many as stand on one line across a page.
_MOST = 5
_MOST_PLANS = 2
# With fewer that have a date, it is no ribbon: a line over a third of the page with one dot on it.
_FEWEST = 2
# Characters of the longest language.
_ROOM = 300


def ribbon(subject: Subject) -> Block[Moment] | Block[Entry]:
    """The heaviest milestones, with places kept for plans; lines of text where they make no ribbon.

    None where all that there is to say is the period of the subject.
    """
    milestones = subject.milestones()
    plans = [pair for pair in milestones if pair[1].state is State.PLANNED]
    past = [pair for pair in milestones if pair[1].state is State.PAST]
    kept = min(len(plans), max(_MOST_PLANS, _MOST - len(past)))
    # What is left last shows what was and what comes, however little of both.
    first, rest = past[: _MOST - kept], plans[:kept]
    heaviest = [*first[:1], *rest[:1], *first[1:], *rest[1:]]
    rows = chosen(((pair, length(pair[0].title)) for pair in heaviest), _ROOM, _MOST)
    moments = [_moment(subject, record, milestone) for record, milestone in rows]
    sentence = more_of(Kind.MILESTONE, subject.language)
    if len(milestones) == 1 and _is_of_period(milestones[0][1], subject.record):
        nothing: list[Entry] = []
        return subject.block(Form.LINES, nothing, 0, sentence)
    if sum(milestone.period is not None for _record, milestone in rows) < _FEWEST:
        lines = [_line(subject, moment) for moment in moments]
        return subject.block(Form.LINES, lines, len(milestones), sentence)
    return subject.block(Form.RIBBON, moments, len(milestones), sentence)


def _is_of_period(milestone: Milestone, record: Record | None) -> bool:
    """Whether a milestone only says when a programme ran, began or ended."""
    if record is None or not isinstance(record.details, Programme):
        return False
    own = record.details.period
    if own is None or milestone.period is None:
        return False
    return milestone.period == own or milestone.period.dates in [(date,) for date in own.dates]


def _moment(subject: Subject, record: Record, milestone: Milestone) -> Moment:
    planned = milestone.state is State.PLANNED
    return Moment(
        first_day=_first_day(milestone.period),
        date=date_text(milestone, subject.language),
        title=subject.say(record.title),
        note=_plan_note(subject, record) if planned else "",
        citations=cited(record, "title", "period", "state"),
        records=(record.id,),
    )


def _line(subject: Subject, moment: Moment) -> Entry:
    text = moment.title
    if moment.note:
        sentence = subject.language.gettext("{title} ({note})")
        text = sentence.format(title=moment.title, note=moment.note)
    return Entry(moment.date, text, moment.citations, moment.records)


def _plan_note(subject: Subject, record: Record) -> str:
    """Of a plan as of when it was one; of one whose day has come, that no more is known."""
    due = due_day(record)
    if due and due < subject.today():
        return subject.language.gettext("planned; outcome not stated")
    date = latest_date(subject.library, record)
    if date is None:
        return subject.language.gettext("plan; document not dated")
    as_of = subject.language.date(date)
    return subject.language.gettext("plan as of {date}").format(date=as_of)


def _first_day(period: Period | None) -> datetime.date:
    # What has no date comes last.
    return period.dates[0].first_day() if period else datetime.date.max
