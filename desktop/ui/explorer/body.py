"""What stands below the bar of the explorer: the caution, the chart, the table, the sources."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from desktop.sheets.explorer.page import ExplorerPage
from desktop.ui.context import Context
from desktop.ui.explorer.caution_box import CautionBox
from desktop.ui.explorer.chart_part import ChartPart
from desktop.ui.explorer.figure_table import FigureTable
from desktop.ui.explorer.source_list import SourceList
from desktop.ui.lists.lookup import Lookup
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.placing import Area, Placed, adopt, stacked, wrap
from desktop.ui.widgets.text import set_text, text_label

# From so many characters on the table stands beside the chart.
_TWO_COLUMNS = 130


class ExplorerBody(Placed):
    """Shows an ExplorerPage. `record_asked` carries the id of a record that was chosen,
    `row_reached` the place of the row of the chart or the table that the keys came to.
    """

    record_asked = Signal(str)
    row_reached = Signal(QRect)

    def __init__(self, context: Context, lookup: Lookup) -> None:
        super().__init__()
        self._context = context
        self._lookup = lookup
        self.words = text_label("", Role.HEADING)
        self.caution = CautionBox(context)
        self.chart = ChartPart(context)
        self.table_heading = text_label("", Role.HEADING)
        self.table = FigureTable(context, lookup)
        self.sources = SourceList()
        self._parts: tuple[QWidget, ...] = (
            self.words,
            self.caution,
            self.chart,
            self.table_heading,
            self.table,
            self.sources,
        )
        wrap(self.words)
        # On a line with the words of the chart, and with those of the table.
        beside, above = space(Space.SMALL), space(Space.MEDIUM)
        self.words.setContentsMargins(above, above, above, 0)
        self.table_heading.setContentsMargins(beside, above, beside, 0)
        adopt(self, self._parts)
        for part in (self.caution, self.chart, self.table, self.sources):
            part.record_asked.connect(self.record_asked)
        self.table.row_reached.connect(partial(self._tell_row, self.table.viewport()))
        self.chart.row_reached.connect(partial(self._tell_row, self.chart))

    def show_page(self, page: ExplorerPage) -> None:
        """Show other figures, or the same ones in another language."""
        language = self._context.language
        tr = language.gettext
        set_text(self.words, page.words)
        self.words.setVisible(bool(page.words))
        self.caution.show_page(page)
        if page.chart is not None:
            self.chart.show_page(page.chart)
        self.chart.setHidden(page.chart is None)
        set_text(self.table_heading, tr("The figures in a table"))
        self.table.show_figures(page.figures, tr("Figure"))
        self.sources.show_page(page, language)
        for part in (self.table_heading, self.table):
            part.setVisible(bool(page.figures))
        self.forget()
        self.updateGeometry()
        if self.isVisible():
            self.place()

    def recolour(self) -> None:
        """Take the colours of the moment."""
        self.caution.recolour()

    def arrange(self, width: int) -> Iterator[Area]:
        character = self.fontMetrics().averageCharWidth()
        margin, gap = space(Space.MEDIUM), space(Space.SMALL)
        room = QRect(margin, margin, width - 2 * margin, 0)
        if width < character * _TWO_COLUMNS or self.chart.isHidden():
            yield from stacked(self._parts, room, gap)
            return
        half = (room.width() - margin) // 2
        aside = (self.table_heading, self.table, self.sources)
        before = [part for part in self._parts if part not in aside]
        yield from stacked(before, QRect(room.left(), room.top(), half, 0), gap)
        yield from stacked(aside, QRect(room.left() + half + margin, room.top(), half, 0), gap)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + space(Space.WIDE)

    def minimumSizeHint(self) -> QSize:
        """Where the widest part fits, all fits."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        least = widest + 2 * space(Space.MEDIUM)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def _tell_row(self, part: QWidget, row: QRect) -> None:
        """Where a row of the table, or of the chart, stands on the page."""
        self.row_reached.emit(QRect(part.mapTo(self, row.topLeft()), row.size()))
