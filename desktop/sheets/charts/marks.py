"""The marks of a panel: each figure as it is drawn, and as it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.chart_specs import ChartForm
from desktop.domain.records import Basis, Figure, Qualifier, Record
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartMark, ChartPanel
from desktop.sheets.charts.scales import Axis, axis_of, ticks_of
from desktop.sheets.values import value_text, when_text

_OPEN = {
    Qualifier.MORE_THAN: "up",
    Qualifier.AT_LEAST: "up",
    Qualifier.LESS_THAN: "down",
    Qualifier.AT_MOST: "down",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure with the mark that it makes, and whether it was asked for and not given."""

    record: Record
    figure: Figure
    mark: ChartMark
    requested: bool

    @property
    def low(self) -> Decimal:
        """The lower end; ValueError for a gap, of which nothing can be said in numbers."""
        if self.mark.low is None:
            raise ValueError(self.record.id)
        return self.mark.low

    @property
    def high(self) -> Decimal:
        """The upper end; ValueError for a gap."""
        if self.mark.high is None:
            raise ValueError(self.record.id)
        return self.mark.high


@dataclass(frozen=True, slots=True)
class DrawnPanel:
    """A panel with the figures behind its marks, in the same order."""

    panel: ChartPanel
    drawn: tuple[Drawn, ...]

    @property
    def numbers(self) -> list[Drawn]:
        """Those that are no gaps."""
        return [each for each in self.drawn if each.mark.low is not None]


def figure_in(record: Record) -> Figure:
    """The figure that a record is; TypeError for another kind."""
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details


@dataclass(frozen=True, slots=True)
class Scaled:
    """Figures to draw on one scale, with all the words that the panel has of its own.

    `shared` are the figures that have this very scale, those of other panels too; `of_a_whole`:
    percentages are parts of a whole, so that the scale goes up to all of it.
    """

    title: str
    caution: str
    records: Sequence[Record]
    requested: Collection[str]
    shared: Sequence[Figure]
    of_a_whole: bool = False
    form: ChartForm | None = None


def drawn_panel(scaled: Scaled, language: Language) -> DrawnPanel:
    """The panel of some figures of one unit, in their order."""
    figures = [figure_in(record) for record in scaled.records]
    axis = axis_of(figures, scaled.shared, language)
    drawn = tuple(
        Drawn(
            record,
            figure_in(record),
            _mark(record, label, axis, scaled.requested, language),
            record.id in scaled.requested,
        )
        for record, label in zip(scaled.records, _labels(scaled.records, language), strict=True)
    )
    ticks = ticks_of(axis, scaled.shared, language, scaled.of_a_whole)
    marks = tuple(each.mark for each in drawn)
    panel = ChartPanel(scaled.title, axis.unit, marks, ticks, scaled.caution, scaled.form)
    return DrawnPanel(panel, drawn)


def _labels(records: Sequence[Record], language: Language) -> list[str]:
    """The titles, with the period behind those that would be the same."""
    titles = [record.title[language.code] for record in records]
    times = Counter(titles)
    sentence = language.gettext("{label} ({period})")
    return [
        sentence.format(label=title, period=when_text(figure_in(record), language))
        if times[title] > 1
        else title
        for title, record in zip(titles, records, strict=True)
    ]


def _mark(
    record: Record, label: str, axis: Axis, requested: Collection[str], language: Language
) -> ChartMark:
    figure = figure_in(record)
    low = high = None
    if figure.value is not None:
        top = figure.value if figure.value_to is None else figure.value_to
        low, high = axis.at(figure.value, figure.scale), axis.at(top, figure.scale)
    return ChartMark(
        record=record.id,
        label=label,
        low=low,
        high=high,
        value=value_text(figure, language),
        period=when_text(figure, language),
        scope=figure.scope[language.code],
        is_open=_OPEN.get(figure.qualifier, ""),
        is_hatched=figure.basis is not Basis.REPORTED or record.id in requested,
    )
