"""The chart itself on the screen: drawn, pointed at, and walked through with the keys."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from desktop.domain.chart_specs import ChartForm
from desktop.sheets.charts.page import ChartMark, ChartPage
from desktop.ui.charts.chart_layout import MOST_WIDTH, ChartLayout, ChartRow, lay_out
from desktop.ui.charts.chart_painter import ChartPainter
from desktop.ui.charts.chart_shapes import Ink, inks_of
from desktop.ui.charts.chart_type import Typesetter, screen_faces
from desktop.ui.charts.pointable_drawing import PointableDrawing
from desktop.ui.context import Context

LEAST_EMS = 14
MOST_LAYOUTS = 4
_CORNER = 0.25
_FOCUS_LINE = 0.1


class ChartCanvas(PointableDrawing[int]):
    """Draws a ChartPage, as high as it needs to be at its width; its marks go by their number.

    `marked` carries the number of the value that stands out now, -1 for none; `walked` tells that
    a key went to one; `record_asked` carries the id of the figure that someone opened, `list_asked`
    what narrows the list of milestones to those of a count.
    """

    marked = Signal(int)
    walked = Signal(int)
    record_asked = Signal(str)
    list_asked = Signal(tuple)

    def __init__(self, context: Context) -> None:
        super().__init__(current=0)
        self._context = context
        self._page: ChartPage | None = None
        self._typesetter: Typesetter | None = None
        self._layouts: dict[int, ChartLayout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: ChartPage | None) -> None:
        """Show a chart; the same one in other words keeps the value that one is at."""
        if page is None or self._page is None or page.id != self._page.id:
            self.current = 0
        self._page = page
        self.hovered = None
        self._forget_layout()

    @property
    def layout_now(self) -> ChartLayout | None:
        """Where everything stands; None before there is a chart."""
        return self._layout_at(self.width())

    @property
    def number(self) -> int | None:
        """The number of the value that stands out."""
        if self.hovered is not None:
            return self.hovered
        return self.current if self.hasFocus() and self._marks() else None

    def mark(self, number: int) -> ChartMark:
        """The value of that number, from 0, through all panels."""
        return self._marks()[number]

    def recolour(self) -> None:
        """Take all colours anew from the theme."""
        self.update()

    def _marks(self) -> list[ChartMark]:
        panels = self._page.panels if self._page else ()
        return [mark for panel in panels for mark in panel.marks]

    def _layout_at(self, width: int) -> ChartLayout | None:
        """The layout at a width; Qt asks for the height at several before it decides."""
        if self._page is None:
            return None
        if self._typesetter is None:
            self._typesetter = Typesetter(screen_faces())
        # Wider than that, nothing stands anywhere else.
        width = min(width, ceil(MOST_WIDTH * self._typesetter.em))
        if width not in self._layouts:
            if len(self._layouts) >= MOST_LAYOUTS:
                self._layouts.clear()
            self._layouts[width] = lay_out(self._page, self._typesetter, width)
        return self._layouts[width]

    def _forget_layout(self) -> None:
        self._layouts.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self._layout_at(width)
        return ceil(layout.height) if layout else 0

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * LEAST_EMS, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._typesetter = None
            self._forget_layout()

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.layout_now
        if layout is None or self._typesetter is None:
            return
        inks = inks_of(self._context.theme)
        painter = QPainter(self)
        painter.fillRect(event.rect(), inks[Ink.PAPER])
        chart = ChartPainter(painter, self._typesetter.faces, inks)
        if self.number is not None:
            self._draw_marking(painter, layout.rows[self.number])
        chart.draw(layout.shapes)
        painter.end()

    def _draw_marking(self, painter: QPainter, row: ChartRow) -> None:
        """What is behind the value that stands out; around it a line, where the keys are."""
        theme, em = self._context.theme, self.fontMetrics().height()
        line = em * _FOCUS_LINE
        band = QRectF(row.band.left, row.band.top, row.band.width, row.band.height)
        is_current = self.hasFocus() and row is self._current_row()
        painter.setPen(QPen(theme.colour("accent"), line) if is_current else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(band.adjusted(line, line, -line, -line), em * _CORNER, em * _CORNER)

    def _current_row(self) -> ChartRow | None:
        layout = self.layout_now
        return layout.rows[self.current] if layout and layout.rows else None

    def ways(self) -> dict[Qt.Key, int]:
        layout = self.layout_now
        if layout is None or not layout.rows:
            return {}
        last = len(layout.rows) - 1
        ways = {
            Qt.Key.Key_Up: layout.beyond(self.current, down=False),
            Qt.Key.Key_Down: layout.beyond(self.current, down=True),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if self._page is not None and self._page.form is ChartForm.COLUMNS:
            ways[Qt.Key.Key_Left] = max(self.current - 1, 0)
            ways[Qt.Key.Key_Right] = min(self.current + 1, last)
        return ways

    def open(self, number: int) -> None:
        """Ask for the figure of a value, or for the milestones of a count."""
        mark = self.mark(number)
        if mark.counted:
            self.list_asked.emit(mark.chosen)
        else:
            self.record_asked.emit(mark.record)

    def walk(self, number: int) -> None:
        self.make_current(number)
        # The mouse lies somewhere, but it is the keys that speak now.
        self.hovered = None
        self._show_current()
        self.tell()
        self.walked.emit(number)

    def _show_current(self) -> None:
        """Bring the row that one is at into sight; with the first and the last, what is around."""
        row, area = self._current_row(), self._area()
        if row is None or area is None:
            return
        around = {0: 0, len(self._marks()) - 1: self.height()}
        area.ensureVisible(0, around.get(self.current, round(row.middle)), 0, 0)
        half = ceil(row.band.height / 2)
        area.ensureVisible(0, round(row.band.top) + half, 0, half)

    def _area(self) -> QScrollArea | None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def mark_at(self, point: QPointF) -> int | None:
        layout = self.layout_now
        return layout.row_at(point.x(), point.y()) if layout else None

    def tell(self) -> None:
        self.marked.emit(-1 if self.number is None else self.number)
        self.update()
