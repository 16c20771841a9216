"""Checks of the charts: that nothing stands on one scale, unsaid, that must not be compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from desktop.domain.chart_specs import (
    ChartForm,
    ChartSpec,
    Finding,
    PanelSpec,
    chart_texts,
    top_of,
)
from desktop.domain.charts import own_year
from desktop.domain.problems import N_
from desktop.domain.records import Figure, Milestone, Record, Unit
from desktop.store.citation_checks import BROKEN_LINK
from desktop.store.citation_checks import Finding as Found

TWICE = N_("“{value}” stands in the chart more than once: take one out.")
NOT_ONE_UNIT = N_("“{value}” has another unit than “{other}”: give it a panel of its own.")
NO_NUMBER = N_("Every value of the panel is in words: add a figure with a number, or take it out.")
NO_CAUTION = N_("The figures differ in {detail}: say in “caution” why to compare them with care.")
NOT_DRAWN = N_("“{value}” is no figure of this panel: take it out of “requested”.")
RANKS_APART = N_("A chart of ranks holds ranks alone, and no other chart holds one: mend the form.")
NO_SPAN = N_("A chart of ranges needs a figure with value-to: choose another form.")
ONLY_RANKS = N_("“rank” is what a chart of ranks finds: mend the form or the finding.")
NO_PARTS = N_(
    "“share” needs percentages, or a panel that begins with the whole, of the same unit and period "
    "as its parts: choose another finding, or put the whole first."
)
ONLY_COLUMNS = N_("“most-in” is what a chart of columns finds: mend the form or the finding.")
NO_PANEL = N_("The chart shows nothing: give it a “[[chart.panel]]” with figures.")
PANEL_OF_COLUMNS = N_(
    "A chart of columns counts milestones and draws no figures: take out “panel”."
)
NOTHING_COUNTED = N_("No milestone has a year of its own to be counted in: take the chart out.")
NOTHING_COMPARED = N_("“{value}” compares numbers, and no panel has two: add a figure.")
NO_RIVAL = N_("“rivals” compares numbers, and the chart has only one: add a figure.")
NOTHING_REQUESTED = N_(
    "“requested” needs a panel with a number that was asked for and one that was granted: "
    "add one, or choose another finding."
)
FOREIGN_NUMBER = N_(
    "The number {value} is in no title, scope or period of the figures: leave it to the data."
)

_DIGITS = re.compile(r"\d+")


# Key, sentence, and what fills it.
_Mistake = tuple[str, str, dict[str, object]]


def chart_findings(
    charts: Sequence[ChartSpec], records: Mapping[str, Record], ids: Collection[str]
) -> Iterator[Found]:
    """Every mistake of charts that one chart alone cannot show.

    `ids` are all records, those with mistakes of their own too, of which nothing more is said.
    """
    for chart in charts:
        for key, sentence, fields in _mistakes(chart, records, ids):
            yield f"chart/{chart.id}", key, sentence, fields


def _mistakes(
    chart: ChartSpec, records: Mapping[str, Record], ids: Collection[str]
) -> Iterator[_Mistake]:
    yield from _ids(chart, ids)
    yield from _panel_mistakes(chart, records)
    if not chart.panels:
        yield from _numbers(chart, records)
    elif all(figure in records for panel in chart.panels for figure in panel.figures):
        yield from _panels(chart, records)
        yield from _form(chart, records)
        yield from _finding(chart, records)
        yield from _numbers(chart, records)


def _panel_mistakes(chart: ChartSpec, records: Mapping[str, Record]) -> Iterator[_Mistake]:
    """Columns count milestones, and all other forms draw figures."""
    is_counted = chart.form is ChartForm.COLUMNS
    if is_counted != (chart.finding is Finding.MOST_IN):
        yield "finding", ONLY_COLUMNS, {}
    elif is_counted and chart.panels:
        yield "panel", PANEL_OF_COLUMNS, {}
    elif not is_counted and not chart.panels:
        yield "panel", NO_PANEL, {}
    elif is_counted and not any(
        record.country == chart.country
        and isinstance(record.details, Milestone)
        and own_year(record.details)
        for record in records.values()
    ):
        yield "form", NOTHING_COUNTED, {}


def _ids(chart: ChartSpec, ids: Collection[str]) -> Iterator[_Mistake]:
    named = [("place", chart.place), *(("themes", theme) for theme in chart.themes)]
    drawn: Counter[str] = Counter()
    for number, panel in enumerate(chart.panels):
        named += ((f"panel.{number}.figures", figure) for figure in panel.figures)
        drawn.update(panel.figures)
        for figure in panel.requested:
            if figure not in panel.figures:
                yield f"panel.{number}.requested", NOT_DRAWN, {"value": figure}
    for key, target in named:
        if target not in ids:
            yield key, BROKEN_LINK, {"target": target}
    for figure, times in drawn.items():
        if times > 1:
            yield "panel", TWICE, {"value": figure}


def _panels(chart: ChartSpec, records: Mapping[str, Record]) -> Iterator[_Mistake]:
    for number, panel in enumerate(chart.panels):
        figures = _figures(panel, records)
        measured = {name: each for name, each in figures.items() if each.value is not None}
        if not measured:
            yield f"panel.{number}.figures", NO_NUMBER, {}
            continue
        first, *others = measured
        for other in others:
            if _measure(measured[other]) != _measure(measured[first]):
                yield (f"panel.{number}.figures", NOT_ONE_UNIT, {"value": other, "other": first})
        if panel.caution is None and (differing := _differing(list(figures.values()))):
            yield f"panel.{number}.caution", NO_CAUTION, {"detail": ", ".join(differing)}


def _figures(panel: PanelSpec, records: Mapping[str, Record]) -> dict[str, Figure]:
    return {
        name: record.details
        for name in panel.figures
        if (record := records[name]) and isinstance(record.details, Figure)
    }


def _measure(figure: Figure) -> tuple[object, ...]:
    return figure.unit, figure.per


def _differing(figures: Sequence[Figure]) -> list[str]:
    """The keys in which the figures of a panel differ, so that they are not simply comparable."""
    keys = ("period", "place", "scope", "basis")
    return [key for key in keys if len({getattr(figure, key) for figure in figures}) > 1]


def _by_panel(chart: ChartSpec, records: Mapping[str, Record]) -> list[list[Figure]]:
    """Of each panel the figures that are given in numbers."""
    return [
        [figure for figure in _figures(panel, records).values() if figure.value is not None]
        for panel in chart.panels
    ]


def _in_numbers(chart: ChartSpec, records: Mapping[str, Record]) -> list[Figure]:
    return [figure for figures in _by_panel(chart, records) for figure in figures]


def _has_two(chart: ChartSpec, records: Mapping[str, Record]) -> bool:
    return any(len(figures) > 1 for figures in _by_panel(chart, records))


def _form(chart: ChartSpec, records: Mapping[str, Record]) -> Iterator[_Mistake]:
    numbers = _in_numbers(chart, records)
    if any((figure.unit is Unit.RANK) != (chart.form is ChartForm.RANKS) for figure in numbers):
        yield "form", RANKS_APART, {}
    if chart.form is ChartForm.RANGES and all(figure.value_to is None for figure in numbers):
        yield "form", NO_SPAN, {}


def _finding(chart: ChartSpec, records: Mapping[str, Record]) -> Iterator[_Mistake]:
    numbers = _in_numbers(chart, records)
    match chart.finding:
        case Finding.RANK if chart.form is not ChartForm.RANKS:
            yield "finding", ONLY_RANKS, {}
        case Finding.SHARE if numbers and not _has_shares(chart, records):
            yield "finding", NO_PARTS, {}
        case Finding.REQUESTED if not _has_both(chart, records):
            yield "finding", NOTHING_REQUESTED, {}
        case Finding.LARGEST | Finding.RANGE if numbers and not _has_two(chart, records):
            yield "finding", NOTHING_COMPARED, {"value": chart.finding.value}
        case Finding.RIVALS if len(numbers) == 1:
            yield "finding", NO_RIVAL, {}
        case _:
            pass


def _has_shares(chart: ChartSpec, records: Mapping[str, Record]) -> bool:
    """Whether there are percentages, or wholes before their parts in every panel of several."""
    if any(figure.unit is Unit.PERCENT for figure in _in_numbers(chart, records)):
        return True
    several = [figures for figures in _by_panel(chart, records) if len(figures) > 1]
    return bool(several) and all(_begins_with_whole(figures) for figures in several)


def _begins_with_whole(figures: Sequence[Figure]) -> bool:
    whole, *parts = figures
    return all(part.period == whole.period and top_of(part) <= top_of(whole) for part in parts)


def _has_both(chart: ChartSpec, records: Mapping[str, Record]) -> bool:
    """Whether a panel has both what was asked for and what was granted, in numbers."""
    for panel in chart.panels:
        figures = _figures(panel, records).items()
        numbers = {name for name, figure in figures if figure.value is not None}
        asked = numbers & set(panel.requested)
        if asked and numbers - asked:
            return True
    return False


def _numbers(chart: ChartSpec, records: Mapping[str, Record]) -> Iterator[_Mistake]:
    """Numbers in the texts of a chart that are no part of a name: the data say the others."""
    known: set[str] = set()
    for panel in chart.panels:
        for name, figure in _figures(panel, records).items():
            texts = (*records[name].title.values(), *figure.scope.values(), str(figure.period))
            known.update(_DIGITS.findall(" ".join(texts)))
    for key, text in chart_texts(chart).items():
        for language, body in text.items():
            for value in sorted(set(_DIGITS.findall(body)) - known):
                yield f"{key}.{language}", FOREIGN_NUMBER, {"value": value}
