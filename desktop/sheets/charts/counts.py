"""Milestones counted by year and pillar, those that took place apart from plans, as a page."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.chart_specs import ChartSpec
from desktop.domain.charts import own_year
from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Kind, Milestone, Pillar, Record, State
from desktop.l10n import labels
from desktop.l10n.language import N_, Language
from desktop.sheets.charts.notes import cited_line, description
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel, ChartTick
from desktop.sheets.charts.ticks import ticks_over
from desktop.sheets.record.page import Describer
from desktop.sheets.values import age_text

_COUNTED = {
    State.PAST: N_("Milestones that took place"),
    State.PLANNED: N_("Milestones that were planned"),
}
# The strips, from the top: what has no pillar comes last.
_PILLARS = (*Pillar, None)
_Key = tuple[Pillar | None, int, State]


@dataclass(frozen=True, slots=True)
class _Counts:
    """The milestones that have a year of their own, by what they are counted under, and the rest.

    `undated` state no date, `spread` a period that does not lie in one year.
    """

    dated: dict[_Key, list[Record]]
    undated: int
    spread: int

    @property
    def records(self) -> list[Record]:
        """All that are counted."""
        return [record for records in self.dated.values() for record in records]

    @property
    def years(self) -> range:
        """From the first year to the last, none left out."""
        found = {year for _pillar, year, _state in self.dated}
        return range(min(found), max(found) + 1) if found else range(0)

    def by_year(self, state: State) -> dict[int, int]:
        """How many of a state there are in each year that has one."""
        found: defaultdict[int, int] = defaultdict(int)
        for (_pillar, year, each), records in self.dated.items():
            if each is state:
                found[year] += len(records)
        return dict(found)


def counts_page(describer: Describer, spec: ChartSpec) -> ChartPage:
    """The chart of the milestones of a country, in the language of the describer."""
    language = describer.language
    counts = _counts(describer.library.list(Kind.MILESTONE), spec.country)
    title = spec.title[language.code]
    said = _headline(counts, language)
    panels = (_panel(counts, language),) if counts.dated else ()
    return ChartPage(
        id=spec.id,
        form=spec.form,
        title=title,
        headline=said,
        panels=panels,
        source=cited_line(describer, counts.records),
        age=_age_line(counts, language, describer.today),
        described=description((title, said), panels, (), language),
        legend=_legend(counts, language),
    )


def _counts(records: Sequence[Record], country: str) -> _Counts:
    dated: defaultdict[_Key, list[Record]] = defaultdict(list)
    undated = spread = 0
    for record in records:
        milestone = record.details
        if record.country != country or not isinstance(milestone, Milestone):
            continue
        year = own_year(milestone)
        if year is not None:
            dated[milestone.pillar, year, milestone.state].append(record)
        elif milestone.period is None:
            undated += 1
        else:
            spread += 1
    return _Counts(dict(dated), undated, spread)


def _panel(counts: _Counts, language: Language) -> ChartPanel:
    marks = tuple(_marks(counts, language))
    ends = [mark.high for mark in marks if mark.high is not None]
    return ChartPanel(
        title="",
        unit=language.gettext("milestones"),
        marks=marks,
        ticks=tuple(
            ChartTick(tick, language.number(tick)) for tick in ticks_over(ends, whole=True)
        ),
        caution=_note(counts, language),
        columns=tuple(map(str, counts.years)),
    )


def _marks(counts: _Counts, language: Language) -> Iterator[ChartMark]:
    """Strip by strip and year by year, what took place before what was planned."""
    for pillar in _PILLARS:
        for year in counts.years:
            for state in _COUNTED:
                if records := counts.dated.get((pillar, year, state)):
                    yield _mark((pillar, year, state), records, language)


def _mark(key: _Key, records: Sequence[Record], language: Language) -> ChartMark:
    pillar, year, state = key
    number = Decimal(len(records))
    facets = (Facet.STATE, Facet.PILLAR, Facet.YEAR)
    values = (state.value, pillar.value if pillar else NOT_STATED, f"{year:04d}")
    return ChartMark(
        record="",
        label=_pillar_text(pillar, language),
        low=number,
        high=number,
        value=language.number(number),
        period=str(year),
        scope=language.gettext(_COUNTED[state]),
        is_hatched=state is State.PLANNED,
        counted=tuple(record.id for record in records),
        chosen=tuple((facet.value, value) for facet, value in zip(facets, values, strict=True)),
    )


def _pillar_text(pillar: Pillar | None, language: Language) -> str:
    if pillar is None:
        return language.gettext("No pillar stated")
    return language.gettext(labels.PILLAR[pillar])


def _headline(counts: _Counts, language: Language) -> str:
    """In which years most took place; plans are told apart and never added."""
    past, planned = (counts.by_year(state) for state in _COUNTED)
    return _joined([_peak(past, language), _plans(planned, bool(past), language)], language)


def _peak(by_year: dict[int, int], language: Language) -> str:
    if not by_year:
        return ""
    total, peak = sum(by_year.values()), max(by_year.values())
    sentence = language.ngettext(
        "{total} milestone took place from {first} to {last}, most in {years}: {peak}.",
        "{total} milestones took place from {first} to {last}, most in {years}: {peak}.",
        total,
    )
    return sentence.format(
        total=language.number(total),
        first=min(by_year),
        last=max(by_year),
        years=language.listed([str(year) for year in sorted(by_year) if by_year[year] == peak]),
        peak=language.number(peak),
    )


def _plans(by_year: dict[int, int], others: bool, language: Language) -> str:
    total = sum(by_year.values())
    if not total:
        return ""
    if others:
        sentence = language.ngettext(
            "{number} more was planned.", "{number} more were planned.", total
        )
    else:
        sentence = language.ngettext(
            "{number} milestone was planned.", "{number} milestones were planned.", total
        )
    return sentence.format(number=language.number(total))


def _note(counts: _Counts, language: Language) -> str:
    """What is not drawn: years without a milestone, and milestones without a year."""
    every = {year for _pillar, year, _state in counts.dated}
    empty = [str(year) for year in counts.years if year not in every]
    sentences: list[str] = []
    if empty:
        sentence = language.gettext("There is no milestone in {years}.")
        sentences.append(sentence.format(years=language.listed(empty)))
    if left_out := _left_out(counts, language):
        sentence = language.gettext("Not drawn: {milestones}.")
        sentences.append(sentence.format(milestones=language.listed(left_out)))
    if counts.spread:
        sentences.append(
            language.gettext("The list behind a column also has those whose period takes it in.")
        )
    return _joined(sentences, language)


def _left_out(counts: _Counts, language: Language) -> list[str]:
    found: list[str] = []
    if counts.undated:
        phrase = language.ngettext(
            "{number} milestone without a date",
            "{number} milestones without a date",
            counts.undated,
        )
        found.append(phrase.format(number=language.number(counts.undated)))
    if counts.spread:
        phrase = language.ngettext(
            "{number} milestone over several years or with an open end",
            "{number} milestones over several years or with an open end",
            counts.spread,
        )
        found.append(phrase.format(number=language.number(counts.spread)))
    return found


def _age_line(counts: _Counts, language: Language, today: datetime.date) -> str:
    if not counts.dated:
        return ""
    newest = PartialDate(counts.years[-1])
    sentence = language.gettext("Period: {first} to {last} ({age}).")
    age = age_text(Period(newest, newest), language, today)
    return sentence.format(first=counts.years[0], last=counts.years[-1], age=age)


def _legend(counts: _Counts, language: Language) -> tuple[tuple[str, str], ...]:
    if not counts.by_year(State.PLANNED):
        return ()
    return (("hatched", language.gettext("Hatched: planned, as the documents say.")),)


def _joined(sentences: Sequence[str], language: Language) -> str:
    both = language.gettext("{first} {other}")
    said = [sentence for sentence in sentences if sentence]
    return reduce(lambda first, other: both.format(first=first, other=other), said) if said else ""
