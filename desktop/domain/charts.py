"""A chart as plain data: what the screen, the sheet and a screen reader are told alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.records import Milestone, Pillar, Record, State


@dataclass(frozen=True, slots=True)
class Series:
    """One colour of a stacked bar chart: a pillar (None: no pillar stated), a count a year."""

    pillar: Pillar | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActivityChart:
    """Milestones that took place, counted by the year in which they began and by pillar.

    `years` runs without a gap; `series` holds only pillars that occur, in the pillars' order.
    """

    years: tuple[int, ...]
    series: tuple[Series, ...]

    def total(self, year: int) -> int:
        """All that took place in a year."""
        return sum(series.counts[self.years.index(year)] for series in self.series)


def activity_chart(records: Iterable[Record]) -> ActivityChart:
    """Count the past milestones among `records` that have a year of their own.

    A period longer than a year has no one year and is left out, as are plans.
    """
    counts: Counter[tuple[Pillar | None, int]] = Counter()
    for record in records:
        if (year := _year(record)) is not None and isinstance(record.details, Milestone):
            counts[record.details.pillar, year] += 1
    if not counts:
        return ActivityChart((), ())
    found = {year for _pillar, year in counts}
    years = tuple(range(min(found), max(found) + 1))
    pillars = [*Pillar, None]
    present = {pillar for pillar, _year in counts}
    return ActivityChart(
        years,
        tuple(
            Series(pillar, tuple(counts[pillar, year] for year in years))
            for pillar in pillars
            if pillar in present
        ),
    )


def own_year(milestone: Milestone) -> int | None:
    """The one year that all of its period lies in; None where there is no such year."""
    if milestone.period is None:
        return None
    start, end = milestone.period.start, milestone.period.end
    return start.year if start and end and start.year == end.year else None


def _year(record: Record) -> int | None:
    milestone = record.details
    if not isinstance(milestone, Milestone) or milestone.state is not State.PAST:
        return None
    return own_year(milestone)
