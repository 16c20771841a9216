"""Charts made by hand, with every kind of mark that there is."""

from __future__ import annotations

from decimal import Decimal

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPage, ChartPanel, ChartTick


def mark(
    label: str,
    low: str | None,
    high: str | None,
    value: str,
    period: str = "2020",
    is_open: str = "",
    is_hatched: bool = False,
) -> ChartMark:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    scope = f"What {label} measures"
    return ChartMark(
        f"figure/{label}", label, ends[0], ends[1], value, period, scope, is_open, is_hatched
    )


def ticks(*numbers: str) -> tuple[ChartTick, ...]:
    return tuple(ChartTick(Decimal(number), f"{number}.") for number in numbers)


def page(form: ChartForm, *panels: ChartPanel) -> ChartPage:
    legend = (("hatched", "Hatched is a goal"), ("open", "Arrow"), ("gap", "No number"))
    return ChartPage(
        f"made-{form}",
        form,
        "A title & <more>",
        "The headline of the chart says what there is to be seen in it",
        panels,
        "Source: a document, paragraph 3.",
        "Period: 2020 (6 years old).",
        "Everything in words",
        legend,
    )


MARKS = (
    mark("full", "40", "40", "40 jobs"),
    mark("hatched", "80", "80", "80 jobs", is_hatched=True),
    mark("more", "20.5", "20.5", "more than 20.5 jobs", is_open="up"),
    mark("less", "60", "60", "at most 60 jobs", is_open="down"),
    mark("between", "50", "70", "50 to 70 jobs"),
    mark("gap", None, None, "several", period="year not stated"),
    mark("none", "0", "0", "none"),
)
BARS = page(
    ChartForm.BARS,
    ChartPanel("People", "jobs", MARKS, ticks("0", "50", "100"), "Read with care"),
    ChartPanel("Words", "", (mark("only words", None, None, "many"),), ()),
    ChartPanel("Loss", "%", (mark("loss", "-5", "-5", "-5%"),), ticks("-10", "0", "10")),
)
RANGES = page(ChartForm.RANGES, ChartPanel("Growth", "%", MARKS, ticks("0", "50", "100")))
RANKS = page(
    ChartForm.RANKS,
    ChartPanel(
        "Places",
        "place",
        (
            mark("best", "1", "1", "No. 1"),
            mark("third", "3", "3", "No. 3"),
            mark("goal", "2", "2", "No. 2", is_hatched=True),
        ),
        ticks("1", "2", "3", "4"),
    ),
)
MADE = (BARS, RANGES, RANKS)
