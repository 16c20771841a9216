"""Milestones: dated events in order of time, under a chart of them by year and pillar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent

from desktop.domain.charts import activity_chart
from desktop.domain.records import Kind, Milestone, Record
from desktop.sheets.record_rows import date_text, period_of, pillar_text
from desktop.ui.context import Context
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.record_list import Row


class MilestonesView(ListDetail):
    """All milestones, the earliest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, lambda: in_order_of_time(context), self._row)
        self._has_chart = False

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the chart when it is first looked at: pyqtgraph is slow to import."""
        super().showEvent(event)
        if not self._has_chart:
            from desktop.ui.charts.activity_plot import ActivityPlot

            self._has_chart = True
            chart = activity_chart(self.context.library.list(Kind.MILESTONE))
            self.column.insertWidget(0, ActivityPlot(self.context, chart))

    def _row(self, record: Record) -> Row:
        language = self.context.language
        if not isinstance(record.details, Milestone):
            raise TypeError(record.id)
        subtitle = language.gettext("{period}, {pillar}").format(
            period=date_text(record.details, language),
            pillar=pillar_text(record.details, language),
        )
        return Row(record.id, record.title[language.code], subtitle)


def in_order_of_time(context: Context) -> Sequence[Record]:
    """The milestones by the first day that they state; those that state none come last."""

    def first_day(record: Record) -> tuple[bool, str]:
        period = period_of(record)
        return (period is None, period.dates[0].first_day().isoformat() if period else "")

    return sorted(context.library.list(Kind.MILESTONE), key=first_day)
