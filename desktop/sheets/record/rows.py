"""What the details of each kind of record say, as rows of a label and a value."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import (
    Disagreement,
    Document,
    Figure,
    Kind,
    Milestone,
    Person,
    Place,
    Programme,
    Record,
    Section,
    Status,
    Term,
)
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.values import age_text, looks_ahead, period_text

# The part of the details that is said (a name of theirs), its label, and its value in words.
Row = tuple[str, str, str]

# The parts that say when: a value of these needs no other date beside it.
DATES = frozenset(("period", "as_of", "published"))
# The parts that say whether it was a plan.
STATES = frozenset(("state", "status"))


def rows_of(record: Record, language: Language) -> Iterator[tuple[str, str]]:
    """(label, value) of what the details of a record say, figures apart."""
    return ((label, value) for _part, label, value in named_rows(record, language))


def named_rows(record: Record, language: Language) -> Iterator[Row]:
    """The same with the part of the details that each row says, in the same order."""
    rows = _ROWS.get(record.kind)
    return rows(record, language) if rows else iter(())


def period_of(record: Record) -> Period | None:
    """The period that a record speaks of; None where the document states none."""
    match record.details:
        case Figure(period=period) | Programme(period=period) | Milestone(period=period):
            return period
        case Person(as_of=date) | Document(published=date) if date:
            return Period(date, date)
        case _:
            return None


def span_text(record: Record, language: Language) -> str:
    """The period that a record speaks of, in words.

    An end alone is a deadline in a plan, and the completion of a programme that ended.
    """
    match record.details:
        case Programme(status=Status.ENDED, period=Period(start=None, end=PartialDate() as end)):
            return _completed_text(end, language)
        case details:
            is_ahead = looks_ahead(details)
            return period_text(period_of(record), language, is_ahead=is_ahead)


def _completed_text(date: PartialDate, language: Language) -> str:
    end = language.date(date)
    if date.precision == "day":
        return language.gettext("completed on {end}").format(end=end)
    return language.gettext("completed in {end}").format(end=end)


def record_age_text(record: Record, language: Language, today: datetime.date) -> str:
    """How old what a record says is; of a plan or forecast, whether its period is over."""
    is_ahead = looks_ahead(record.details)
    return age_text(period_of(record), language, today, is_ahead=is_ahead)


def _place_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Place) and record.details.competences:
        said = language.gettext("Who decides what")
        yield "competences", said, record.details.competences[language.code]


def _person_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Person):
        yield "role", language.gettext("Role"), record.details.role[language.code]
        yield "as_of", language.gettext("As of"), period_text(period_of(record), language)


def _programme_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Programme):
        yield "period", language.gettext("Period"), span_text(record, language)
        status = language.gettext(labels.STATUS[record.details.status])
        yield "status", language.gettext("Status in the document"), status


def _milestone_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Milestone):
        yield "period", language.gettext("Date"), date_text(record.details, language)
        state = language.gettext(labels.STATE[record.details.state])
        yield "state", language.gettext("In the document"), state
        yield "pillar", language.gettext("Pillar"), pillar_text(record.details, language)


def _document_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Document):
        original = language.locale.languages[record.details.language]
        yield "language", language.gettext("Language of the document"), original
        published = record.details.published
        date = language.date(published) if published else language.gettext("date not stated")
        yield "published", language.gettext("Published"), date


def _section_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Section):
        first, last = record.details.first, record.details.last
        span = str(first) if first == last else f"{first}–{last}"
        yield "paragraphs", language.gettext("Paragraphs"), span


def _term_rows(record: Record, language: Language) -> Iterator[Row]:
    if not isinstance(record.details, Term):
        return
    if record.details.expansion:
        said = record.details.expansion[language.code]
        yield "expansion", language.gettext("Stands for"), said
    elif record.details.type == "abbreviation":
        said = language.gettext("not said in the documents")
        yield "expansion", language.gettext("Stands for"), said


def _disagreement_rows(record: Record, language: Language) -> Iterator[Row]:
    if isinstance(record.details, Disagreement):
        reasons = [language.gettext(labels.REASON[reason]) for reason in record.details.reasons]
        yield "reasons", language.gettext("Why they differ"), language.listed(reasons)


def date_text(milestone: Milestone, language: Language) -> str:
    """When a milestone took place or was planned for; `date not stated` for no period."""
    if milestone.period is None:
        return language.gettext("date not stated")
    return period_text(milestone.period, language, is_ahead=looks_ahead(milestone))


def pillar_text(milestone: Milestone, language: Language) -> str:
    """The pillar's name, or that the document names none."""
    if milestone.pillar is None:
        return language.gettext("no pillar stated")
    return language.gettext(labels.PILLAR[milestone.pillar])


_ROWS: dict[Kind, Callable[[Record, Language], Iterator[Row]]] = {
    Kind.PLACE: _place_rows,
    Kind.PERSON: _person_rows,
    Kind.PROGRAMME: _programme_rows,
    Kind.MILESTONE: _milestone_rows,
    Kind.DOCUMENT: _document_rows,
    Kind.SECTION: _section_rows,
    Kind.TERM: _term_rows,
    Kind.DISAGREEMENT: _disagreement_rows,
}
