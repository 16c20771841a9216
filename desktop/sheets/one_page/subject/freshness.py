"""Up to when the facts of an atlas reach, and that not every document says when it was written."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Basis, Document, Figure, Kind, Milestone, State
from desktop.sheets.one_page.subject.subject import Subject


def cutoff_text(subject: Subject) -> str:
    """The last date that a document bears or that it reports of, and how many bear none."""
    language = subject.language
    documents = [
        record.details
        for record in subject.library.list(Kind.DOCUMENT)
        if isinstance(record.details, Document)
    ]
    undated = sum(document.published is None for document in documents)
    last = max(_dates(subject, documents), key=PartialDate.last_day, default=None)
    if last is None:
        return language.gettext("no document bears a date")
    date = language.date(last)
    if not undated:
        return language.gettext("facts up to {date}").format(date=date)
    return language.ngettext(
        "facts up to {date}; {number} of {total} documents bears no date",
        "facts up to {date}; {number} of {total} documents bear no date",
        undated,
    ).format(date=date, number=language.number(undated), total=language.number(len(documents)))


def _dates(subject: Subject, documents: list[Document]) -> Iterator[PartialDate]:
    """Dates of documents, and the ends of what they report to be over by the edition's day."""
    yield from (document.published for document in documents if document.published)
    library, today = subject.library, subject.today()
    for record in (*library.list(Kind.FIGURE), *library.list(Kind.MILESTONE)):
        match record.details:
            case Figure(basis=Basis.REPORTED, period=Period(start=start, end=end)) if start and end:
                date = end
            case Milestone(state=State.PAST, period=Period(end=end)) if end:
                date = end
            case _:
                continue
        if date.last_day() < today:
            yield date
