"""What a chart shows: figures chosen by id on scales that may be shared, or milestones counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop.domain.records import Figure, Scale
from desktop.domain.text import Text

# How many noughts the word after a number stands for.
NOUGHTS = {Scale.ONE: 0, Scale.THOUSAND: 3, Scale.MILLION: 6, Scale.BILLION: 9}


class ChartForm(StrEnum):
    """How the values of a chart are drawn."""

    BARS = "bars"  # Amounts, shares and counts from nought.
    RANGES = "ranges"  # From one value to another: forecasts, time horizons.
    RANKS = "ranks"  # Places in an order: the first is the best.
    COLUMNS = "columns"  # Milestones counted, a column for each year, a strip for each pillar.


class Finding(StrEnum):
    """Which sentence the headline of a chart is: what the chart is there to show."""

    LARGEST = "largest"  # Which value is the largest, of values that may be compared.
    SHARE = "share"  # What a part is of its whole.
    RIVALS = "rivals"  # That figures of one name differ, from the least to the most, and why.
    REQUESTED = "requested"  # What was asked for, and what was granted.
    RANGE = "range"  # From what to what the values reach.
    RANK = "rank"  # Which place is held.
    MOST_IN = "most-in"  # In which year most took place.


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """Figures on one scale: they have one unit, and may be compared as far as the caution says.

    `title` says what they have in common; `caution` why they must be read with care on one scale
    (other years, other scopes), and is required where they differ in that. `requested` names those
    of the figures that were asked for and not given.
    """

    title: Text
    figures: tuple[str, ...]
    caution: Text | None = None
    requested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart of the seeds. `id` is unique; panels of one unit share a scale if they can.

    A chart of columns has no panels: it counts every milestone of its country. `place` is the id
    of the place that the chart is about, `themes` the ids of its themes.
    """

    id: str
    country: str
    title: Text
    form: ChartForm
    finding: Finding
    panels: tuple[PanelSpec, ...]
    place: str
    themes: tuple[str, ...] = ()


def chart_texts(spec: ChartSpec) -> dict[str, Text]:
    """Every text of a chart by its key: `title`, `panel.0.title`, `panel.0.caution`."""
    texts = {"title": spec.title}
    for number, panel in enumerate(spec.panels):
        texts[f"panel.{number}.title"] = panel.title
        if panel.caution:
            texts[f"panel.{number}.caution"] = panel.caution
    return texts


def top_of(figure: Figure) -> Decimal:
    """The upper end of a value, the word after the number written out; ValueError for words."""
    top = figure.value if figure.value_to is None else figure.value_to
    if top is None:
        raise ValueError(figure)
    # Only the place of the decimal mark changes, so that no digit is lost.
    return top.scaleb(NOUGHTS[figure.scale])
