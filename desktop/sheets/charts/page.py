"""The description of a chart in one language: every text and number that is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.chart_specs import ChartForm


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One value, or a gap where the document gives none in numbers.

    `low` and `high` are what is drawn, in the unit of the panel's axis; equal for a single value,
    both None for a gap. `value` is the value in words with unit and qualifier, `period` when it
    holds (or that no year is stated), `scope` what it measures. `is_open` says to which side the
    true value may lie: "up" for more than or at least, "down" for at most or less than, "" for
    neither. `is_hatched`: a forecast, a goal, a request or a plan, which looks unlike what was
    reported.

    A count of milestones has no `record`: `counted` are those that it counts, `chosen` are the
    (facet, value) pairs that narrow the list of milestones to them.
    """

    record: str
    label: str
    low: Decimal | None
    high: Decimal | None
    value: str
    period: str
    scope: str
    is_open: str = ""
    is_hatched: bool = False
    counted: tuple[str, ...] = ()
    chosen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartTick:
    """A line of the scale: where it stands, and its number as the language writes it."""

    at: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """Marks on one scale, which runs from `ticks[0].at` to `ticks[-1].at`.

    There are no ticks where every mark is a gap. `unit` names the unit of the axis ("billion
    euros"), `caution` says why the values must be compared with care; both may be empty. `form` is
    how the marks are drawn where not as the page says: a chart of figures chosen freely may hold
    ranks beside amounts. Panels of a chart of the seeds with one unit share their ticks, unless the
    values of one are too small to be seen on the scale of the other.

    A panel of columns has the years from the first to the last in `columns`, none left out: each
    mark stands in the one that its `period` is, and marks of one label stand in one strip.
    """

    title: str
    unit: str
    marks: tuple[ChartMark, ...]
    ticks: tuple[ChartTick, ...]
    caution: str = ""
    form: ChartForm | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPage:
    """A chart with all its words: `headline` states the finding, `source` and `age` stand below.

    `notes` are what must be said with the headline, in smaller letters; "" for nothing. `cautions`
    are those of them that say more than the marks do, where room is short.
    `described` says every value, for a screen reader. `legend` tells what hatching, arrows and
    gaps mean, as far as the chart has them: pairs of (kind, sentence), kind being "hatched",
    "open" (more than the number), "most" (less) or "gap".
    """

    id: str
    form: ChartForm
    title: str
    headline: str
    panels: tuple[ChartPanel, ...]
    source: str
    age: str
    described: str
    legend: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    cautions: str = ""


@dataclass(frozen=True, slots=True)
class ChartTable:
    """The same values as a table: `header` and `rows` of texts; each row begins with its label."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
