"""The one chart of a sheet: the one that the seeds chose, or one of the subject's own figures."""

from __future__ import annotations

from desktop.domain.chart_specs import ChartSpec
from desktop.domain.sheet_orders import SheetKind
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.one_page.subject.circle import Circle
from desktop.sheets.one_page.subject.subject import Subject
from desktop.sheets.record.page import Describer

# More marks than these would take the page from all else.
_MOST_MARKS = 8
# One mark is no chart.
_FEWEST_MARKS = 2


def chart_of(subject: Subject) -> ChartPage | None:
    """The chart of a sheet in its language; None where no chart is about the subject."""
    spec = _spec(subject.circle)
    if spec is None:
        return None
    return chart_page(Describer(subject.library, subject.language, subject.today()), spec)


def _spec(circle: Circle) -> ChartSpec | None:
    charts = circle.library.charts()
    if circle.spec.chart:
        return next(chart for chart in charts if chart.id == circle.spec.chart)
    return next((chart for chart in charts if _suits(chart, circle)), None)


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
