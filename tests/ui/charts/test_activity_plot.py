"""The chart draws the database, in the language and the theme of the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pyqtgraph

from desktop.app import Program
from desktop.domain.records import Milestone, State
from desktop.store.reader import AtlasLibrary
from desktop.ui.charts.activity_plot import ActivityPlot, paint_of
from desktop.ui.frame.navigation import Address

Start = Callable[[str | None], Program]


def plot_of(program: Program) -> ActivityPlot:
    # A small window has it only when it is asked for.
    program.window.resize(1400, 1000)
    program.window.go(Address("milestones"))
    plot = program.window.view("milestones").findChild(ActivityPlot)
    assert isinstance(plot, ActivityPlot)
    return plot


def options(bars: pyqtgraph.BarGraphItem) -> dict[str, Any]:
    """What a set of bars is drawn with; pyqtgraph does not say what types it keeps there."""
    return cast("dict[str, Any]", bars.opts)


def test_every_bar_is_as_high_as_the_database_says(start: Start, library: AtlasLibrary) -> None:
    plot = plot_of(start("en"))
    drawn = {
        (pillar, year): height
        for pillar, bars in plot.bars.items()
        for year, height in zip(options(bars)["x"], options(bars)["height"], strict=True)
        if height
    }
    counted: dict[object, int] = {}
    for record in library.list():
        details = record.details
        if isinstance(details, Milestone) and details.state is State.PAST and details.period:
            years = {date.year for date in details.period.dates}
            if len(years) == 1:
                key = (details.pillar, years.pop())
                counted[key] = counted.get(key, 0) + 1
    assert drawn == counted
    assert drawn


def test_the_bars_of_a_year_stand_on_each_other(start: Start) -> None:
    plot = plot_of(start("en"))
    heights = [0] * len(plot.chart.years)
    for bars in plot.bars.values():
        assert list(options(bars)["y0"]) == heights
        heights = [a + b for a, b in zip(heights, options(bars)["height"], strict=True)]
    assert [label.toPlainText() for label in plot.totals] == [str(height) for height in heights]


def test_headline_and_source_follow_the_language(start: Start) -> None:
    program = start("en")
    plot = plot_of(program)
    english = (plot.headline.text(), plot.source.text(), plot.accessibleDescription())
    program.choose_language("fr")
    french = (plot.headline.text(), plot.source.text(), plot.accessibleDescription())
    assert all(before != after for before, after in zip(english, french, strict=True))
    assert "page pays" in plot.source.text()


def test_the_bars_follow_the_theme(start: Start) -> None:
    program = start("en")
    program.choose_theme("light")
    plot = plot_of(program)
    program.choose_theme("dark")
    for pillar, bars in plot.bars.items():
        pen, brush = paint_of(pillar, program.context.theme)
        assert options(bars)["pen"].color() == pen.color()
        assert options(bars)["brush"] == brush
