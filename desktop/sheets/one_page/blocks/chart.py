"""The one chart of a sheet: the one that the seeds chose, or one of the subject's own figures."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.chart_specs import ChartForm, ChartSpec, Finding, PanelSpec
from desktop.domain.records import Figure
from desktop.domain.sheet_orders import SheetKind
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.one_page.blocks.figures import chosen_figures
from desktop.sheets.one_page.subject.circle import Circle
from desktop.sheets.one_page.subject.subject import Subject
from desktop.sheets.record.page import Describer

# More marks than these would take the page from all else.
_MOST_MARKS = 8
# So few say no more than their figures do, where these are key figures.
_FEW_MARKS = 3
# One mark is no chart, and one in a group of its own stands beside nothing of its kind.
_FEWEST_MARKS = 2
# That figures measure different things is nothing that bars beside each other can show.
_NO_FINDINGS = frozenset((Finding.RIVALS,))


def chart_of(subject: Subject) -> ChartPage | None:
    """The chart of a sheet in its language; None where none about the subject shows something."""
    spec = _spec(subject.circle)
    if spec is None or _is_said(spec, subject):
        return None
    return chart_page(Describer(subject.library, subject.language, subject.today()), spec)


def _is_said(chart: ChartSpec, subject: Subject) -> bool:
    """Whether the key figures say all of a chart."""
    drawn = {figure for panel in chart.panels for figure in panel.figures}
    if len(drawn) > _FEW_MARKS:
        return False
    return drawn <= {id_ for group in chosen_figures(subject) for id_ in group.ids}


def _spec(circle: Circle) -> ChartSpec | None:
    charts = circle.library.charts()
    if circle.spec.chart:
        return next(chart for chart in charts if chart.id == circle.spec.chart)
    found = (_comparing(chart, circle) for chart in charts if _suits(chart, circle))
    return next((chart for chart in found if chart), None)


def _comparing(chart: ChartSpec, circle: Circle) -> ChartSpec | None:
    """The chart with the groups in which bars can be compared; None for not one such group."""
    if chart.form is ChartForm.COLUMNS:
        return chart
    panels = tuple(panel for panel in chart.panels if _has_numbers(panel, circle))
    if chart.finding in _NO_FINDINGS or not panels:
        return None
    return replace(chart, panels=panels)


def _has_numbers(panel: PanelSpec, circle: Circle) -> bool:
    """Whether a group has numbers that differ."""
    figures = [record.details for record in circle.library.get_many(panel.figures)]
    numbers = [
        (figure.value, figure.value_to, figure.scale)
        for figure in figures
        if isinstance(figure, Figure) and figure.value is not None
    ]
    return len(numbers) >= _FEWEST_MARKS and len(set(numbers)) > 1


def _suits(chart: ChartSpec, circle: Circle) -> bool:
    figures = [figure for panel in chart.panels for figure in panel.figures]
    if not _FEWEST_MARKS <= len(figures) <= _MOST_MARKS:
        return False
    if circle.record and circle.kind in (SheetKind.COUNTRY, SheetKind.REGION, SheetKind.CITY):
        return chart.place == circle.record.id
    own = frozenset(circle.figure_ids())
    count = sum(figure in own for figure in figures)
    # A chart that only touches on a theme says more of other things than of it.
    is_on_theme = bool(circle.record) and circle.record.id in chart.themes
    return 2 * count >= len(figures) if is_on_theme else count == len(figures)
