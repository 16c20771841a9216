"""What stands around the marks: where they come from, how old they are, what the signs mean."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from desktop.domain.dates import Period
from desktop.domain.records import Basis, Record
from desktop.l10n.language import N_, Language
from desktop.sheets.charts.marks import Drawn
from desktop.sheets.charts.page import ChartPanel
from desktop.sheets.number_runs import number_runs
from desktop.sheets.record.page import Describer
from desktop.sheets.values import age_text, looks_ahead, period_text

_UNLIKE_REPORTED = {Basis.FORECAST: N_("forecasts"), Basis.TARGET: N_("goals")}
# A period, and whether what is said of it was still to come.
_Dated = tuple[Period, bool]
_REQUESTS = N_("requests, which are not grants")
# The kind of mark, to which side of its number the true value may lie, and what that means.
_OPEN = (
    ("open", "up", N_("Arrow behind the end: the source says that the true value may be more.")),
    (
        "most",
        "down",
        N_(
            "Arrow back from a line: at most the number at the line; the source states no "
            "lower end."
        ),
    ),
)
# The same for those who see no arrow.
_NO_LOWER_END = N_(
    "“At most” and “less than” name the highest number that is possible; the source states no "
    "lower end."
)


def source_line(describer: Describer, drawn: Sequence[Drawn]) -> str:
    """Every document that the values were read in, with the paragraphs; "" for no values."""
    return cited_line(describer, [each.record for each in drawn])


def cited_line(describer: Describer, records: Sequence[Record]) -> str:
    """Every document that the records were read in, with the paragraphs; "" for no records."""
    if not records:
        return ""
    language = describer.language
    cited: dict[str, set[int]] = {}
    for citation in (citation for record in records for citation in record.citations):
        cited.setdefault(citation.document, set()).add(citation.paragraph)
    sources = [_source(describer, document, cited[document]) for document in cited]
    if any(not record.citations for record in records):
        sources.append(language.gettext("general knowledge, not from the documents"))
    # Paragraphs stand between commas, so documents stand between semicolons.
    joined = language.side_by_side(sources)
    return language.gettext("Source: {source}.").format(source=joined)


def _source(describer: Describer, document: str, paragraphs: set[int]) -> str:
    language = describer.language
    sentence = language.ngettext(
        "{document}, paragraph {paragraphs}", "{document}, paragraphs {paragraphs}", len(paragraphs)
    )
    numbers = language.listed(number_runs(sorted(paragraphs)))
    return sentence.format(document=describer.title(document), paragraphs=numbers)


def age_line(drawn: Sequence[Drawn], language: Language, today: datetime.date) -> str:
    """How old the oldest and the newest value are, and how many have no year; "" for no values."""
    if not drawn:
        return ""
    periods = sorted(
        {(each.figure.period, looks_ahead(each.figure)) for each in drawn if each.figure.period},
        key=_end,
    )
    undated = sum(each.figure.period is None for each in drawn)
    if not periods:
        return language.ngettext(
            "Age not known: no year is stated for the value.",
            "Age not known: no year is stated for any of the values.",
            len(drawn),
        )
    dated = _dated_line(periods, language, today)
    if not undated:
        return dated
    sentence = language.ngettext(
        "{dated} For {number} value no year is stated.",
        "{dated} For {number} values no year is stated.",
        undated,
    )
    return sentence.format(dated=dated, number=language.number(undated))


def _dated_line(periods: Sequence[_Dated], language: Language, today: datetime.date) -> str:
    (oldest, old_ahead), (newest, new_ahead) = periods[0], periods[-1]
    fields = {
        "period": period_text(oldest, language, is_ahead=old_ahead),
        "age": age_text(oldest, language, today, is_ahead=old_ahead),
        "newest": period_text(newest, language, is_ahead=new_ahead),
        "newest_age": age_text(newest, language, today, is_ahead=new_ahead),
    }
    if len(periods) == 1:
        return language.gettext("Period: {period} ({age}).").format(**fields)
    sentence = language.gettext(
        "Oldest value: {period} ({age}). Newest value: {newest} ({newest_age})."
    )
    return sentence.format(**fields)


def _end(dated: _Dated) -> tuple[datetime.date, str, bool]:
    """The last day that a period can mean; one with no end stated is as old as its beginning."""
    period, is_ahead = dated
    date = period.end or period.start
    return (date.last_day() if date else datetime.date.max, str(period), is_ahead)


def legend(drawn: Sequence[Drawn], language: Language) -> tuple[tuple[str, str], ...]:
    """What hatching, arrows and gaps mean, as far as the values have them."""
    return tuple(_legend(drawn, language))


def _legend(drawn: Sequence[Drawn], language: Language) -> Iterator[tuple[str, str]]:
    tr = language.gettext
    found = {each.figure.basis for each in drawn}
    kinds = [tr(text) for basis, text in _UNLIKE_REPORTED.items() if basis in found]
    if any(each.requested for each in drawn):
        kinds.append(tr(_REQUESTS))
    if kinds:
        yield "hatched", tr("Hatched: {kinds}.").format(kinds=language.listed(kinds))
    yield from (
        (kind, tr(sentence))
        for kind, side, sentence in _OPEN
        if any(each.mark.is_open == side for each in drawn)
    )
    if any(each.mark.low is None for each in drawn):
        yield "gap", tr("Gap: the source gives no number, only the words shown.")


def description(
    before: Sequence[str], panels: Sequence[ChartPanel], after: Sequence[str], language: Language
) -> str:
    """Every value with period and scope, for those who hear the chart.

    `before` and `after` are what is told before and after them.
    """
    lines = [*before]
    for panel in panels:
        lines.append(_heading(panel, language))
        sentence = language.gettext("{label}: {value} ({period}). {scope}")
        lines += (
            sentence.format(
                label=mark.label, value=mark.value, period=mark.period, scope=mark.scope
            )
            for mark in panel.marks
        )
        if panel.caution:
            lines.append(panel.caution)
    if any(mark.is_open == "down" for panel in panels for mark in panel.marks):
        lines.append(language.gettext(_NO_LOWER_END))
    return "\n".join(line for line in (*lines, *after) if line)


def _heading(panel: ChartPanel, language: Language) -> str:
    if not panel.unit:
        return panel.title
    return language.gettext("{title} ({unit})").format(title=panel.title, unit=panel.unit)
