"""Draws what can be seen of a timeline: the axis, the lanes, their marks and titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop.domain.records import Kind
from desktop.sheets.timeline.page import tick_text
from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import Role, font
from desktop.ui.timeline.layout import Band, Mark, Row
from desktop.ui.timeline.looks import Look, Looks, draw_mark, draw_open_end
from desktop.ui.timeline.placing import Picture, Placing, TitlePlace

# A mark as narrow as this has no outline and no dashes: it is a line, or hollow for a plan.
_NARROW = 6.0
# Where more marks are seen, all are plain boxes, those of a look drawn at one go: dashes, round
# ends and fading take most of the time of a frame, and tell little in a crowd.
_CROWD = 240
_POINT = 3.0
_GRID = 0.55


@dataclass(slots=True)
class _Plain:
    """Boxes and arrows of one look: `thin` are lines, `filled` and `hollow` have an outline."""

    thin: list[QRectF] = field(default_factory=list[QRectF])
    filled: list[QRectF] = field(default_factory=list[QRectF])
    hollow: list[QRectF] = field(default_factory=list[QRectF])
    arrows: list[QLineF] = field(default_factory=list[QLineF])


def _arrow(x: float, y: float, reach: float) -> Iterator[QLineF]:
    """A line from an open end outwards, with a point."""
    end, back = x + reach, _POINT if reach < 0 else -_POINT
    yield QLineF(x, y, end, y)
    yield QLineF(end, y, end + back, y - _POINT)
    yield QLineF(end, y, end + back, y + _POINT)


class TimelinePainter:
    """Draws one picture in the colours of a theme; it counts the marks that it drew."""

    def __init__(self, picture: Picture, theme: Theme, looks: Looks) -> None:
        self._picture = picture
        self._layout, self._scale = picture.layout, picture.scale
        self._metrics = picture.layout.metrics
        self._theme, self._looks = theme, looks
        self._plain: defaultdict[Look, _Plain] = defaultdict(_Plain)
        self._titles: list[tuple[float, int, TitlePlace]] = []
        self._placing = Placing(picture)
        self._is_crowded = False
        self.drawn = 0

    def draw(self, painter: QPainter) -> None:
        """Draw all of it: the lines of the axis, the lanes over them, the axis itself on top."""
        picture = self._picture
        painter.fillRect(QRectF(0, 0, picture.width, picture.height), self._colour("base"))
        painter.setClipRect(QRectF(0, picture.axis, picture.width, picture.height - picture.axis))
        self._draw_grid(painter)
        self._draw_today(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows = list(self._rows())
        marks = sum(len(self._placing.seen(band.rows[row])) for band, row, _top in rows)
        self._is_crowded = marks > _CROWD
        for band, row, top in rows:
            self._draw_row(painter, band.rows[row], top)
        self._draw_plain(painter)
        self._draw_titles(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._draw_headings(painter)
        if not self._layout.events:
            self._draw_nothing(painter)
        painter.setClipping(False)
        self._draw_axis(painter)

    def _rows(self) -> Iterator[tuple[Band, int, float]]:
        """The rows that can be seen, each with where it begins on the screen."""
        picture = self._picture
        shift = picture.axis - picture.top
        bottom = picture.top + picture.height - picture.axis
        for band, rows in self._layout.seen(picture.top, bottom):
            for row in rows:
                yield band, row, self._layout.row_top(band, row) + shift

    # Marks.

    def _draw_row(self, painter: QPainter, row: Row, top: float) -> None:
        picture, placing, metrics = self._picture, self._placing, self._metrics
        above = top + (metrics.row - metrics.bar) / 2
        outstanding = (picture.current, picture.hovered)
        seen = placing.seen(row)
        self.drawn += len(seen)
        for number in seen:
            mark = row.marks[number]
            left, right = placing.extent(mark)
            if mark.event in outstanding:
                self._draw_ring(painter, mark, QRectF(left, top, right - left, metrics.row))
            if self._is_crowded or right - left < _NARROW:
                self._add_plain(mark, left, right, above)
            else:
                self._draw_mark(painter, mark, left, right, above)
            if place := placing.title(row, number, left, right):
                self._titles.append((top, mark.event, place))

    def _draw_mark(
        self, painter: QPainter, mark: Mark, left: float, right: float, top: float
    ) -> None:
        event = self._layout.events[mark.event]
        look, height = self._looks.of(event), self._metrics.bar
        # No farther than just out of sight: a day may make a bar of a million pixels.
        shown = QRectF(max(left, -height), top, 0, height)
        shown.setRight(min(right, self._picture.width + height))
        is_programme = event.kind is Kind.PROGRAMME
        draw_mark(painter, shown, look, is_plan=event.is_plan, is_programme=is_programme)
        middle, fade, span = top + height / 2, self._metrics.fade, event.span
        if span.is_open_before:
            draw_open_end(painter, QPointF(left, middle), -fade, height, look, event.is_plan)
        if span.is_open_after:
            draw_open_end(painter, QPointF(right, middle), fade, height, look, event.is_plan)

    def _add_plain(self, mark: Mark, left: float, right: float, top: float) -> None:
        """A mark that is drawn together with all of its look: a box, and arrows at open ends."""
        event = self._layout.events[mark.event]
        look, height = self._looks.of(event), self._metrics.bar
        plain = self._plain[look]
        width = right - left
        shown = QRectF(left, top, width, height)
        if width >= _NARROW:
            shown = QRectF(max(left, -height), top, 0, height)
            shown.setRight(min(right, self._picture.width + height))
        boxes = plain.hollow if event.is_plan else plain.filled if width >= _NARROW else plain.thin
        boxes.append(shown)
        span = event.span
        if span.is_open_before:
            plain.arrows += _arrow(left, top + height / 2, -self._metrics.fade)
        if span.is_open_after:
            plain.arrows += _arrow(right, top + height / 2, self._metrics.fade)

    def _draw_plain(self, painter: QPainter) -> None:
        """What is drawn together: filled boxes, lines, hollow boxes, arrows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for look, plain in self._plain.items():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour)
            painter.drawRects(plain.thin)
            painter.setPen(look.colour)
            painter.setBrush(look.tint)
            painter.drawRects(plain.filled)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRects([box.adjusted(0, 0, -1, -1) for box in plain.hollow])
            painter.drawLines(plain.arrows)

    def _draw_ring(self, painter: QPainter, mark: Mark, box: QRectF) -> None:
        """Behind a mark that stands out: a soft ground, and a ring around it when it has keys."""
        picture, metrics = self._picture, self._metrics
        aside = metrics.gap / 2
        ring = box.intersected(QRectF(-20, box.top(), picture.width + 40, box.height()))
        ring.adjust(-aside, 0, aside, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark.event == picture.current and picture.has_focus:
            painter.setPen(QPen(self._colour("accent"), 2))
            ring.adjust(0, 1, 0, -1)
        painter.setBrush(self._colour("accent_soft"))
        painter.drawRoundedRect(ring, aside, aside)

    # Titles.

    def _draw_titles(self, painter: QPainter) -> None:
        titles = self._picture.titles
        painter.setFont(titles.font)
        painter.setPen(self._colour("text"))
        down = (self._metrics.row - titles.line) / 2
        for top, event, (left, room) in self._titles:
            painter.drawStaticText(QPointF(left, top + down), titles.drawn(event, room))

    # Lanes.

    def _draw_headings(self, painter: QPainter) -> None:
        """The headings of the lanes; that of the lane on top stays while its rows go by."""
        picture, metrics = self._picture, self._metrics
        painter.setFont(font(Role.LABEL))
        bottom = picture.top + picture.height - picture.axis
        for band, _rows in self._layout.seen(picture.top, bottom):
            top = band.top - picture.top + picture.axis
            end = top + band.height - metrics.heading
            top = max(top, min(picture.axis, end))
            box = QRectF(0, top, picture.width, metrics.heading)
            painter.fillRect(box, self._colour("base"))
            painter.setPen(self._colour("border"))
            painter.drawLine(QLineF(box.topLeft(), box.topRight()))
            painter.setPen(self._colour("muted"))
            painter.drawText(
                box.adjusted(metrics.gap * 2, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                band.lane.heading,
            )

    def _draw_nothing(self, painter: QPainter) -> None:
        picture = self._picture
        painter.setFont(font(Role.BODY))
        painter.setPen(self._colour("muted"))
        room = QRectF(0, picture.axis, picture.width, picture.height - picture.axis)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, picture.nothing
        )

    # The axis.

    def _draw_grid(self, painter: QPainter) -> None:
        picture = self._picture
        faint = self._colour("border")
        faint.setAlphaF(_GRID)
        for ticks, colour in ((picture.grid.ticks, faint), (picture.grid.spans, None)):
            painter.setPen(colour or self._colour("border"))
            painter.drawLines(
                [
                    QLineF(x, picture.axis, x, picture.height)
                    for x in (round(self._scale.x(tick.day)) for tick in ticks)
                    if 0 <= x <= picture.width
                ]
            )

    def _draw_axis(self, painter: QPainter) -> None:
        picture = self._picture
        painter.fillRect(QRectF(0, 0, picture.width, picture.axis), self._colour("window"))
        painter.setPen(self._colour("border"))
        painter.drawLine(QLineF(0, picture.axis - 1, picture.width, picture.axis - 1))
        half = picture.axis / 2
        self._draw_spans(painter, half)
        painter.setFont(font(Role.SMALL))
        painter.setPen(self._colour("muted"))
        metrics = QFontMetricsF(font(Role.SMALL))
        for tick in picture.grid.ticks:
            x = self._scale.x(tick.day)
            text = tick_text(tick.date, picture.language)
            left = x + self._metrics.gap / 2
            if left + metrics.horizontalAdvance(text) <= picture.width:
                painter.drawText(QPointF(left, picture.axis - half * 0.3), text)
            painter.drawLine(QLineF(round(x), picture.axis - half * 0.9, round(x), picture.axis))
        self._draw_today_title(painter, half)

    def _draw_spans(self, painter: QPainter, half: float) -> None:
        """The years of months and the months of days; the first stays at the edge."""
        picture, gap = self._picture, self._metrics.gap
        painter.setFont(font(Role.LABEL))
        painter.setPen(self._colour("text"))
        metrics = QFontMetricsF(font(Role.LABEL))
        spans = picture.grid.spans
        for number, span in enumerate(spans):
            text = picture.language.date(span.date)
            x = max(self._scale.x(span.day), 0.0) + gap / 2
            if number + 1 < len(spans):
                # The next one pushes it out.
                ahead = self._scale.x(spans[number + 1].day) - gap
                x = min(x, ahead - metrics.horizontalAdvance(text))
            painter.drawText(QPointF(x, half * 0.8), text)

    def _draw_today(self, painter: QPainter) -> None:
        picture = self._picture
        x = round(self._scale.x(picture.today))
        if 0 <= x <= picture.width:
            painter.setPen(self._colour("accent"))
            painter.drawLine(QLineF(x, picture.axis, x, picture.height))

    def _draw_today_title(self, painter: QPainter, half: float) -> None:
        picture = self._picture
        x = self._scale.x(picture.today)
        if not 0 <= x <= picture.width:
            return
        metrics = QFontMetricsF(font(Role.LABEL))
        width = metrics.horizontalAdvance(picture.today_title)
        left = min(max(x - width / 2, 0), picture.width - width - 1)
        painter.setFont(font(Role.LABEL))
        aside = self._metrics.gap
        ground = QRectF(left - aside, 0, width + 2 * aside, half)
        painter.fillRect(ground, self._colour("window"))
        painter.setPen(self._colour("accent"))
        painter.drawText(QPointF(left, half * 0.8), picture.today_title)
        painter.drawLine(QLineF(round(x), half, round(x), picture.axis))

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)
