"""The charts of an atlas, read by plain SQL."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from desktop.domain.chart_specs import ChartForm, ChartSpec, Finding, PanelSpec
from desktop.domain.text import Text

# Runs a statement; the rows come back.
Rows = Callable[[str], Sequence[tuple[Any, ...]]]

CHART_COLUMNS = ("id", "country", "form", "finding", "place", "themes")
TEXT_COLUMNS = ("chart", "field", "language", "body")
FIGURE_COLUMNS = ("chart", "panel", "figure", "requested")

_Texts = dict[str, dict[str, str]]
# Each figure of a panel, and whether it was asked for and not given.
_Panels = dict[int, list[tuple[str, bool]]]


def read_charts(rows: Rows, languages: Sequence[str]) -> tuple[ChartSpec, ...]:
    """Every chart, in the order of the seeds."""
    texts: defaultdict[str, _Texts] = defaultdict(dict)
    for chart, field, language, body in rows(f"SELECT {', '.join(TEXT_COLUMNS)} FROM charttext"):
        texts[chart].setdefault(field, {})[language] = body
    panels: defaultdict[str, _Panels] = defaultdict(dict)
    figures = f"SELECT {', '.join(FIGURE_COLUMNS)} FROM chartfigure ORDER BY chart, panel, position"
    for chart, panel, figure, requested in rows(figures):
        panels[chart].setdefault(int(panel), []).append((figure, bool(requested)))
    charts = rows(f"SELECT {', '.join(CHART_COLUMNS)} FROM chart ORDER BY position")
    return tuple(_chart(row, texts[row[0]], panels[row[0]], languages) for row in charts)


def _chart(
    row: tuple[Any, ...], texts: _Texts, panels: _Panels, languages: Sequence[str]
) -> ChartSpec:
    chart_id, country, form, finding, place, themes = row
    told = {
        field: Text({language: bodies[language] for language in languages})
        for field, bodies in texts.items()
    }
    return ChartSpec(
        chart_id,
        country,
        told["title"],
        ChartForm(form),
        Finding(finding),
        tuple(_panel(number, panels[number], told) for number in sorted(panels)),
        place,
        tuple(themes.split()),
    )


def _panel(number: int, figures: Sequence[tuple[str, bool]], texts: dict[str, Text]) -> PanelSpec:
    return PanelSpec(
        texts[f"panel.{number}.title"],
        tuple(figure for figure, _requested in figures),
        texts.get(f"panel.{number}.caution"),
        tuple(figure for figure, requested in figures if requested),
    )
