"""Which figures of a free choice may stand on one scale, and what to say of them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.domain.chart_specs import ChartForm, top_of
from desktop.domain.library import Library
from desktop.domain.records import Figure, Per, Record, Unit
from desktop.l10n.language import N_, Language
from desktop.sheets.charts.marks import figure_in

# What makes figures comparable in kind: indicator, unit, span of time, and what is counted.
_Family = tuple[str, Unit, Per | None, str]

_PERIOD = N_("period")
_PLACE = N_("place")
_SCOPE = N_("scope")


def families(records: Sequence[Record], language: Language) -> list[list[Record]]:
    """The figures that may share a scale, in order of size, with the values in words behind."""
    families: dict[_Family, list[Record]] = {}
    for record in records:
        if figure_in(record).value is not None:
            families.setdefault(_family(figure_in(record), language), []).append(record)
    for family in families.values():
        is_order = figure_in(family[0]).unit in (Unit.RANK, Unit.TRL)
        family.sort(key=lambda record: top_of(figure_in(record)), reverse=not is_order)
    for record in records:
        figure = figure_in(record)
        if figure.value is None:
            own = _family(figure, language)
            alike = (family for family in families if family[0] == figure.indicator)
            families.setdefault(next(alike, own), []).append(record)
    return list(families.values())


def _family(figure: Figure, language: Language) -> _Family:
    noun = figure.counted[language.code] if figure.counted else ""
    return figure.indicator, figure.unit, figure.per, noun


def form_of(records: Sequence[Record]) -> ChartForm:
    """How to draw the figures: ranks or ranges where there is nothing else, and bars."""
    figures = map(figure_in, records)
    numbers = [figure for figure in figures if figure.value is not None]
    if numbers and all(figure.unit is Unit.RANK for figure in numbers):
        return ChartForm.RANKS
    if numbers and all(figure.value_to is not None for figure in numbers):
        return ChartForm.RANGES
    return ChartForm.BARS


def requested_among(library: Library, records: Sequence[Record]) -> frozenset[str]:
    """Those of the figures that were asked for and not given.

    What the charts of the seeds say of one figure holds for all of its indicator.
    """
    asked = [
        figure for chart in library.charts() for panel in chart.panels for figure in panel.requested
    ]
    indicators = {figure_in(record).indicator for record in library.get_many(asked)}
    return frozenset(record.id for record in records if figure_in(record).indicator in indicators)


def caution_for(figures: Sequence[Figure], language: Language) -> str:
    """In what the figures of a panel differ, so that they are not simply comparable."""
    differing = [language.gettext(name) for name in _differing(figures)]
    if not differing:
        return ""
    sentence = language.gettext("These values differ in {differences}: compare them with care.")
    return sentence.format(differences=language.listed(differing))


def _differing(figures: Sequence[Figure]) -> Iterator[str]:
    numbers = [figure for figure in figures if figure.value is not None]
    if len({figure.period for figure in numbers}) > 1:
        yield _PERIOD
    if len({figure.place for figure in numbers}) > 1:
        yield _PLACE
    if len({figure.scope for figure in numbers}) > 1:
        yield _SCOPE
