"""Up to when the facts of a sheet reach, and which of its documents do not say when they wrote."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from desktop.domain.dates import PartialDate, Period
from desktop.domain.library import Library
from desktop.domain.records import (
    Basis,
    Document,
    Figure,
    Milestone,
    Programme,
    Record,
    State,
    Status,
)
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Sheet, citations_in

# Of what was a plan, no document says that it came to be.
_PLANS = frozenset((Status.PLANNED, Status.PROPOSED))


def cutoff_text(library: Library, sheet: Sheet, language: Language) -> str:
    """The last date that stands behind what a sheet shows, and how many of its documents bear none.

    It is of the rows that the sheet has now, and "" where no document is cited.
    """
    named = {citation.document for citation in citations_in(sheet.blocks)} - {""}
    cited = library.get_many(sorted(named))
    documents = [record.details for record in cited if isinstance(record.details, Document)]
    dates = _dates((*cited, *library.get_many(sheet.records)), sheet.date)
    last = max(dates, key=PartialDate.last_day, default=None)
    undated = _undated_text(documents, language)
    if last is None:
        return undated
    date = language.date(last)
    if not undated:
        return language.gettext("facts up to {date}").format(date=date)
    return language.gettext("facts up to {date}; {undated}").format(date=date, undated=undated)


def _undated_text(documents: Sequence[Document], language: Language) -> str:
    undated, total = sum(each.published is None for each in documents), len(documents)
    if not undated:
        return ""
    if undated == total:
        return language.ngettext("its source bears no date", "its sources bear no date", total)
    return language.ngettext(
        "{number} of {total} sources bears no date",
        "{number} of {total} sources bear no date",
        undated,
    ).format(number=language.number(undated), total=language.number(total))


def _dates(records: Sequence[Record], today: datetime.date) -> Iterator[PartialDate]:
    """Dates of documents, and by the edition's day the ends of what they report to be over.

    Of a programme that was no plan also its start.
    """
    for record in records:
        match record.details:
            case Document(published=PartialDate() as date):
                yield date
                continue
            case Figure(basis=Basis.REPORTED, period=Period(start=start, end=end)) if start and end:
                dates = (end,)
            case Milestone(state=State.PAST, period=Period(end=end)) if end:
                dates = (end,)
            case Programme(status=status, period=Period(dates=both)) if status not in _PLANS:
                dates = both
            case _:
                continue
        yield from (date for date in dates if date.last_day() < today)
