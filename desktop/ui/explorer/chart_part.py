"""The chart of the explorer: shown whole, because the page that it stands on scrolls."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal

from desktop.sheets.charts.page import ChartPage
from desktop.ui.charts.chart_view import ChartView
from desktop.ui.context import Context
from desktop.ui.widgets.placing import Area, Placed, adopt, height_of


class ChartPart(Placed):
    """Shows a ChartPage whole. `record_asked` carries the id of a figure that someone opened;
    `row_reached` the place, in this widget, of the value that the keys came to.
    """

    record_asked = Signal(str)
    row_reached = Signal(QRect)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.view = ChartView(context)
        # The page has a table of its own, which says more; and it scrolls.
        self.view.header.table_button.hide()
        self.view.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.record_asked.connect(self.record_asked)
        self.view.canvas.walked.connect(self._tell_row)
        adopt(self, (self.view,))

    def show_page(self, page: ChartPage) -> None:
        """Show a chart, or the same one in another language."""
        self.view.show_page(page)
        self.forget()
        self.updateGeometry()

    def arrange(self, width: int) -> Iterator[Area]:
        view = self.view
        height = view.canvas.heightForWidth(width - 2 * self._frame())
        around = sum(height_of(part, width) for part in (view.header, view.foot))
        yield view, QRect(0, 0, width, height + around + 2 * self._frame())

    def minimumSizeHint(self) -> QSize:
        least = self.view.canvas.minimumSizeHint().width() + 2 * self._frame()
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def _frame(self) -> int:
        """The border of the area around the drawing, as the style sheet has it."""
        area = self.view.area
        area.ensurePolished()
        return (area.width() - area.contentsRect().width()) // 2

    def _tell_row(self, number: int) -> None:
        canvas = self.view.canvas
        layout = canvas.layout_now
        if layout is None:
            return
        band = layout.rows[number].band
        top = canvas.mapTo(self, QPoint(0, round(band.top)))
        self.row_reached.emit(QRect(top, QSize(round(band.width), round(band.height))))
