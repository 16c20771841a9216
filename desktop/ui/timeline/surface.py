"""The surface of the timeline: what is seen of it, from how near, in which rows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy

from desktop.domain.timelines import Grid, grid
from desktop.sheets.timeline.page import TimelineEvent, TimelinePage
from desktop.ui.context import Context
from desktop.ui.timeline.layout import MOST_TITLES, Metrics, Packing, TimelineLayout
from desktop.ui.timeline.looks import Looks
from desktop.ui.timeline.painter import TimelinePainter
from desktop.ui.timeline.placing import Picture
from desktop.ui.timeline.scale import TimeScale
from desktop.ui.timeline.titles import Titles

YEAR, DECADE = 366.0, 3653.0
# The whole has so much air at either end, of its length.
_AIR = 0.02
# Of the height of a line: the axis, and the least between two of its lines.
_AXIS, _BETWEEN_TICKS = 2.7, 3.2
_LEAST_LINES = 7
# One who has not zoomed for so long stands still.
_REST_MS = 180


class TimelineSurface(QAbstractScrollArea):
    """Draws the events of a page on an axis of time, the `current` one and the `hovered` marked.

    `event_shown` carries the event that is read out, None for none; `scale_changed` tells of every
    zoom and move.

    Drawn with a plain QPainter in a scroll area. Tried with 10,000 events beside a GraphicsObject
    in a ViewBox of pyqtgraph, which called the same painter: there a frame took 5 to 14 % longer,
    which is little, but its import (0.25 s and more) came before the first paint. What makes it
    quick is the same in both: rows are found by height and marks by bisection, so that only what
    is seen is touched, and in a crowd marks are plain and drawn at one go.
    """

    event_shown = Signal(object)
    scale_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.scale = TimeScale()
        self._events: tuple[TimelineEvent, ...] = ()
        self._page: TimelinePage | None = None
        self._titles = Titles(())
        self._looks = Looks(context.theme)
        self.metrics = Metrics.of_moment()
        # Rows packed for the whole, and for as near as one was when one last stood still.
        self._far: TimelineLayout | None = None
        self._near: TimelineLayout | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_REST_MS)
        self._settling.timeout.connect(self.settle)
        self.current = self.hovered = -1
        # The bar follows the scale; only a person's move of it is answered by the scale.
        self._is_answering = False
        self.drawn = 0
        self.setObjectName("timeline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Scroll bars that come and go would pack all rows anew.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        view = self.viewport()
        view.setMouseTracking(True)
        view.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.grabGesture(Qt.GestureType.PinchGesture)
        context.theme_changed.connect(self.recolour)

    # What is shown.

    def show_page(self, page: TimelinePage) -> None:
        """Show events, or the same ones in another language; the current one stays."""
        here = self._record_at(self.current)
        self._page, self._events = page, page.events
        self._titles = Titles(page.events)
        self.metrics = Metrics.of_moment()
        self._far = self._near = None
        numbers = {event.record: number for number, event in enumerate(page.events)}
        self.current, self.hovered = numbers.get(here or "", -1), -1
        today = self._context.today.toordinal()
        low = min((event.span.start for event in page.events), default=today - YEAR)
        high = max((event.span.end for event in page.events), default=today + YEAR)
        low, high = min(low, today), max(high, today + 1)
        air = max((high - low) * _AIR, 1.0)
        self.scale.set_whole(low - air, high + air)
        self.setAccessibleName(self._context.language.gettext("Timeline"))
        self._changed()
        self._tell()

    def recolour(self) -> None:
        """Take all colours anew from the theme."""
        self._looks = Looks(self._context.theme)
        self.viewport().update()

    @property
    def layout_now(self) -> TimelineLayout:
        """Where everything stands at this size and this scale."""
        near = self._near
        if near is not None and self.scale.scale >= near.packing.scale * (1 - 1e-9):
            return near
        if self._far is None:
            self._far = self._packed(self.scale.least)
        return self._far

    def _packed(self, pixels: float) -> TimelineLayout:
        """Rows packed for so many pixels a day."""
        events, lanes = self._events, self._page.lanes if self._page else ()
        is_measured = len(events) <= MOST_TITLES
        widths = [self._titles.width(n) if is_measured else 0.0 for n in range(len(events))]
        packing = Packing.at(self.scale, pixels)
        return TimelineLayout(events, lanes, packing, self.metrics, widths)

    def settle(self) -> None:
        """Pack the rows anew for this scale, and put away those that have nothing in sight.

        Not while one zooms or moves, which would have the rows jump about. What one looks at stays
        where it is: the current event, or else what stands in the middle.
        """
        self._settling.stop()
        here, place = self._looked_at()
        if self.scale.is_whole:
            self._near = None
        elif self._near is None or self._near.packing.scale != self.scale.scale:
            self._near = self._packed(self.scale.scale)
        self._fit_down(closely=True)
        self._put_back(here, place)
        self.viewport().update()

    def _looked_at(self) -> tuple[int, float]:
        """An event that is seen, and how far down it is on the screen; -1 for none."""
        layout, top = self.layout_now, self.verticalScrollBar().value()
        room = self.viewport().height() - self.axis_height
        seen = {
            mark.event: layout.row_top(band, number) - top
            for band, rows in layout.seen(top, top + room)
            for number in rows
            for mark in band.rows[number].marks
            if self.scale.x(mark.end) >= 0 and self.scale.x(mark.start) <= self.scale.width
        }
        if self.hovered in seen:
            return self.hovered, seen[self.hovered]
        if self.current in seen:
            return self.current, seen[self.current]
        nearest = min(seen, key=lambda each: abs(seen[each] - room / 2), default=-1)
        return nearest, seen.get(nearest, 0.0)

    def _put_back(self, event: int, place: float) -> None:
        """Scroll to where an event is as far down on the screen as before."""
        layout = self.layout_now
        for band, number in layout.places.get(event, ())[:1]:
            self.verticalScrollBar().setValue(round(layout.row_top(band, number) - place))
        if event >= 0 and event == self.current:
            self._scroll_to(event)

    @property
    def axis_height(self) -> float:
        """The height of the axis, which stays on top."""
        return round(self.metrics.line * _AXIS)

    @property
    def grid(self) -> Grid:
        """The lines of the axis that can be seen."""
        least = self.metrics.line * _BETWEEN_TICKS / self.scale.scale
        return grid(self.scale.left, self.scale.right, least)

    @property
    def events(self) -> tuple[TimelineEvent, ...]:
        """The events on the axis, in order of time."""
        return self._events

    def shown(self) -> TimelineEvent | None:
        """The event that is read out: under the mouse, or else the current one."""
        number = self.hovered if self.hovered >= 0 else self.current
        return self._events[number] if 0 <= number < len(self._events) else None

    # Zooming and moving.

    def show_whole(self) -> None:
        """See all of it."""
        self.scale.show_whole()
        self._changed()
        self.settle()

    def show_days(self, days: float) -> None:
        """See so many days: around the current event if it is seen, else around the middle."""
        self.scale.show(self.scale.day(self._anchor()), days)
        self._changed()
        self.settle()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Come nearer or go off, around a place; without one around the current event."""
        self.scale.zoom(factor, self._anchor() if x is None else x)
        self._changed()

    def _anchor(self) -> float:
        if self.current >= 0:
            span = self._events[self.current].span
            middle = self.scale.x((span.start + span.end) / 2)
            if 0 <= middle <= self.scale.width:
                return middle
        return self.scale.width / 2

    def _changed(self) -> None:
        """What is seen has changed: the scroll bars follow."""
        bar = self.horizontalScrollBar()
        whole = (self.scale.high - self.scale.low) * self.scale.scale
        self._is_answering = True
        bar.setPageStep(round(self.scale.width))
        bar.setSingleStep(round(self.scale.width / 10))
        bar.setRange(0, max(round(whole - self.scale.width), 0))
        bar.setValue(round((self.scale.left - self.scale.low) * self.scale.scale))
        bar.setEnabled(bar.maximum() > 0)
        self._is_answering = False
        self._fit_down()
        self._settling.start()
        self.viewport().update()
        self.scale_changed.emit()

    def _fit_down(self, *, closely: bool = False) -> None:
        if not self.isVisible():
            # Its size is not known yet: rows would be packed in vain.
            return
        reach = (self.metrics.fade + self.metrics.gap) / self.scale.scale
        seen = self.scale.left - reach, self.scale.right + reach
        self.layout_now.fit(*seen, closely=closely)
        bar = self.verticalScrollBar()
        room = self.viewport().height() - self.axis_height
        bar.setPageStep(max(round(room), 1))
        bar.setSingleStep(round(self.metrics.row))
        bar.setRange(0, max(round(self.layout_now.height - room), 0))
        bar.setEnabled(bar.maximum() > 0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if dx and not self._is_answering:
            value = self.horizontalScrollBar().value()
            self.scale.move(value - (self.scale.left - self.scale.low) * self.scale.scale)
            self._fit_down()
            self._settling.start()
            self.scale_changed.emit()
        self.viewport().update()

    def _scroll_to(self, number: int) -> None:
        """Scroll as little as shows one of the places of an event, below the heading on top."""
        layout, bar = self.layout_now, self.verticalScrollBar()
        room = self.viewport().height() - self.axis_height
        tops = [layout.row_top(band, row) for band, row in layout.places.get(number, ())]
        above, row = layout.metrics.heading, layout.metrics.row
        top = bar.value()
        if not tops or any(top + above <= each <= top + room - row for each in tops):
            return
        nearest = min(tops, key=lambda each: abs(each - top))
        is_above = nearest < top + above
        bar.setValue(round(nearest - above if is_above else nearest - room + row + above / 2))

    def _record_at(self, number: int) -> str | None:
        return self._events[number].record if 0 <= number < len(self._events) else None

    def _tell(self) -> None:
        """Let everybody know which event is read out now."""
        event = self.shown()
        described = self._page.described if self._page else ""
        at = self._record_at(self.current)
        self.setAccessibleDescription(self._events[self.current].line if at else described)
        self.event_shown.emit(event)

    # What is drawn.

    def picture(self) -> Picture:
        """What there is to be drawn at this moment."""
        size = self.viewport().size()
        return Picture(
            layout=self.layout_now,
            scale=self.scale,
            titles=self._titles,
            grid=self.grid,
            language=self._context.language,
            width=size.width(),
            height=size.height(),
            top=self.verticalScrollBar().value(),
            axis=self.axis_height,
            today=self._context.today.toordinal(),
            today_title=self._context.language.gettext("Today"),
            nothing=self._context.language.gettext("None of these has a stated date."),
            current=self.current,
            hovered=self.hovered,
            has_focus=self.hasFocus(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        drawing = TimelinePainter(self.picture(), self._context.theme, self._looks)
        drawing.draw(painter)
        painter.end()
        self.drawn = drawing.drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = float(self.viewport().width())
        if width != self.scale.width:
            self.scale.set_width(width)
            self._far = self._near = None
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()

    def sizeHint(self) -> QSize:
        line = round(self.metrics.line)
        return QSize(line * _LEAST_LINES * 4, line * _LEAST_LINES * 2)

    def minimumSizeHint(self) -> QSize:
        line = round(self.metrics.line)
        return QSize(line * _LEAST_LINES * 2, line * _LEAST_LINES)
