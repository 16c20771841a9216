"""The chart of a sheet as the plain data that the template draws: shares of a scale and texts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel, ChartTick
from desktop.sheets.one_page.paper.setting import plain_text, set_text


def chart_data(chart: ChartPage, language: str) -> dict[str, object]:
    """What the template draws of a chart.

    Everything that stands on a scale is a share of its length, from 0 to 1.
    """
    return {
        "form": "chart",
        "headline": set_text(chart.headline, language),
        "remarks": set_text(chart.cautions, language),
        "panels": [_panel(panel, panel.form or chart.form, language) for panel in chart.panels],
        "legend": [[kind, set_text(text, language)] for kind, text in chart.legend],
        "source": set_text(chart.source, language),
        "age": set_text(chart.age, language),
        "described": chart.described,
    }


def _panel(panel: ChartPanel, form: ChartForm, language: str) -> dict[str, object]:
    data: dict[str, object] = {
        "form": form.value,
        "title": set_text(panel.title, language),
        "unit": panel.unit,
        "caution": set_text(panel.caution, language),
        "ticks": [[_share(tick.at, panel.ticks), tick.text] for tick in panel.ticks],
    }
    if form is ChartForm.COLUMNS:
        return data | {"columns": list(panel.columns), "strips": _strips(panel)}
    return data | {
        "origin": _origin(panel.ticks),
        "marks": [_mark(mark, panel.ticks, form, language) for mark in panel.marks],
    }


def _mark(
    mark: ChartMark, ticks: Sequence[ChartTick], form: ChartForm, language: str
) -> dict[str, object]:
    is_gap = mark.low is None or mark.high is None or len(ticks) < 2
    return {
        "label": set_text(mark.label, language),
        "value": plain_text(set_text(mark.value, language)),
        # A name that has it already does not say it twice.
        "period": "" if mark.period in mark.label else mark.period,
        "ends": None if is_gap else [_share(end, ticks) for end in (mark.low, mark.high)],
        "is_dot": form is ChartForm.RANKS or (form is ChartForm.RANGES and mark.low == mark.high),
        "open": mark.is_open,
        "is_hatched": mark.is_hatched,
    }


def _strips(panel: ChartPanel) -> list[dict[str, object]]:
    """The marks of each label in the column of their period, one on the other in order."""
    return [
        {
            "label": label,
            "stacks": [
                {
                    "column": column,
                    "pieces": [
                        [_share(mark.high, panel.ticks), mark.value, mark.is_hatched]
                        for mark in panel.marks
                        if mark.label == label and mark.period == period
                    ],
                }
                for column, period in enumerate(panel.columns)
            ],
        }
        for label in dict.fromkeys(mark.label for mark in panel.marks)
    ]


def _share(value: Decimal | None, ticks: Sequence[ChartTick]) -> float:
    first, last = ticks[0].at, ticks[-1].at
    return float((value - first) / (last - first)) if value is not None and last != first else 0.0


def _origin(ticks: Sequence[ChartTick]) -> float:
    """Where bars begin: at nought, or at the end of the scale that is nearest to it."""
    return min(max(_share(Decimal(0), ticks), 0.0), 1.0) if ticks else 0.0
