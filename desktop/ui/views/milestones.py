"""Milestones: dated events by year or by pillar, with a chart of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.browsing import Facet, Order
from desktop.domain.chart_specs import ChartForm
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.sheets.charts.pages import chart_page
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.context import Context
from desktop.ui.lists import cells
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.spec import (
    A_TO_Z,
    EARLIEST_FIRST,
    LATEST_FIRST,
    MOST_IMPORTANT_FIRST,
    Z_TO_A,
    CatalogueSpec,
    Column,
)
from desktop.ui.look.typography import Role, set_role

CHART_KEY = "milestones.chart"
SHOWN, HIDDEN = "shown", "hidden"
# Until a person chooses: with fewer lines of text than this, the chart would leave no list.
LEAST_LINES = 44
# So many hundredths of the height at most.
MOST_OF_HEIGHT = 55


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} milestone", "{number} milestones", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext(
        "{number} of {total} milestone", "{number} of {total} milestones", total
    )


MILESTONES = CatalogueSpec(
    key="milestones",
    title=N_("Milestone"),
    kinds=(Kind.MILESTONE,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No milestone matches what you chose: remove one of the choices above."),
    columns=(
        Column(
            N_("Date"),
            cells.period,
            characters=16,
            order=Order.PERIOD,
        ),
        Column(N_("Place"), cells.place, characters=14, unstated=""),
        Column(N_("Pillar"), cells.pillar, characters=18, unstated=""),
    ),
    facets=(Facet.STATE, Facet.PILLAR, Facet.PLACE, Facet.YEAR),
    sortings=(EARLIEST_FIRST, LATEST_FIRST, A_TO_Z, Z_TO_A, MOST_IMPORTANT_FIRST),
    groupings=(Facet.YEAR, Facet.PILLAR, None),
    mark=cells.plan,
)


class MilestonesView(CatalogueView):
    """All milestones in order of time; plans are marked. The chart is shown where there is room,
    or as was chosen last.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context, MILESTONES)
        charts = (each for each in context.library.charts() if each.form is ChartForm.COLUMNS)
        self._drawn = next(charts, None)
        self.chart: ChartView | None = None
        self.chart_button = QPushButton()
        self.chart_button.setProperty("look", "quiet")
        set_role(self.chart_button, Role.LABEL)
        self.chart_button.clicked.connect(self._toggle_chart)
        if self._drawn is None:
            # Shown it is by its bar: before that it would be a window of its own.
            self.chart_button.hide()
        self.bar.add_tool(self.chart_button)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        if self.chart is None or self.chart.isHidden():
            return super().landmarks
        page = self._page()
        return [self.table, self.chart.landmark, *([page] if page else [])]

    def retranslate(self) -> None:
        super().retranslate()
        if self.chart is None:
            # Before the list is measured in the room that it leaves.
            self._show_chart()
        self._say_chart()
        self._name_button()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chart()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._show_chart()

    def _wants_chart(self) -> bool:
        if self._drawn is None:
            return False
        has_room = self.height() >= LEAST_LINES * self.fontMetrics().height()
        return self.context.settings.get(CHART_KEY, SHOWN if has_room else HIDDEN) == SHOWN

    def _show_chart(self) -> None:
        wanted = self._wants_chart()
        if wanted and self.chart is None:
            self.chart = ChartView(self.context)
            self.chart.address_asked.connect(self.address_asked)
            # As wide as it will be, so that it is laid out once.
            self.chart.resize(self.size())
            self._say_chart()
            self.column.insertWidget(1, self.chart)
        if self.chart is not None:
            self.chart.setVisible(wanted)
            self._fit_chart()
        self._name_button()

    def _say_chart(self) -> None:
        """Show the chart in the language of the moment."""
        if self.chart is not None and self._drawn is not None:
            self.chart.show_page(chart_page(self.context.describer, self._drawn))
            self._fit_chart()

    def _fit_chart(self) -> None:
        """Give the chart the height that it needs, as far as it leaves the list its room."""
        if self.chart is not None:
            most = self.height() * MOST_OF_HEIGHT // 100
            self.chart.setFixedHeight(min(self.chart.height_at(self.width()), most))

    def _toggle_chart(self) -> None:
        self.context.settings.put(CHART_KEY, HIDDEN if self._wants_chart() else SHOWN)
        self._show_chart()

    def _name_button(self) -> None:
        tr = self.context.language.gettext
        self.chart_button.setText(tr("Hide chart") if self._wants_chart() else tr("Show chart"))
