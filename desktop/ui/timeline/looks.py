"""What events look like in a theme: by pillar or kind, and as a plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from desktop.domain.records import Kind, Pillar
from desktop.sheets.timeline.page import TimelineEvent
from desktop.ui.look.theme import Theme

# The colours of the series in the order of the pillars; what has none is grey, as in all charts.
_PILLARS: tuple[Pillar | None, ...] = (*Pillar, None)
_TINT = 0.3
_LINE = 1.4
_CORNER = 0.14
_DASHES = [3.0, 2.5]


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How the events of a pillar or kind are drawn, when they were plans and when not."""

    colour: QColor
    tint: QColor
    line: QPen
    dashes: QPen

    @classmethod
    def of(cls, colour: QColor) -> Look:
        """The look in a colour."""
        tint = QColor(colour)
        tint.setAlphaF(_TINT)
        line, dashes = QPen(colour, _LINE), QPen(colour, _LINE)
        line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        dashes.setDashPattern(_DASHES)
        dashes.setCapStyle(Qt.PenCapStyle.FlatCap)
        return cls(colour, tint, line, dashes)


class Looks:
    """The looks of all events in a theme."""

    def __init__(self, theme: Theme) -> None:
        series = theme.series
        self._pillars = {
            pillar: Look.of(QColor(series[number % len(series)]))
            for number, pillar in enumerate(_PILLARS)
        }
        self._programme = Look.of(theme.colour("muted"))

    def of(self, event: TimelineEvent) -> Look:
        """The look of an event."""
        return self._programme if event.kind is Kind.PROGRAMME else self._pillars[event.pillar]


def draw_mark(
    painter: QPainter,
    box: QRectF,
    look: Look,
    *,
    is_plan: bool,
    is_programme: bool,
) -> None:
    """A period: filled, or hollow and dashed for a plan; a programme has round ends."""
    painter.setPen(look.dashes if is_plan else look.line)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_plan else QBrush(look.tint))
    round_ends = min(box.height(), box.width()) / 2
    corner = round_ends if is_programme else min(box.height() * _CORNER, round_ends)
    inside = box.adjusted(_LINE / 2, _LINE / 2, -_LINE / 2, -_LINE / 2)
    painter.drawRoundedRect(inside, corner, corner)


def draw_open_end(
    painter: QPainter, start: QPointF, reach: float, height: float, look: Look, is_plan: bool
) -> None:
    """From the middle of an end outwards, fading, with a point: to the left where `reach` < 0."""
    end = QPointF(start.x() + reach, start.y())
    clear = QColor(look.colour)
    clear.setAlphaF(0.0)
    fade = QLinearGradient(start, end)
    if not is_plan:
        fade.setColorAt(0, look.tint)
        fade.setColorAt(1, clear)
        top = start.y() - height / 2
        left = min(start.x(), end.x())
        painter.fillRect(QRectF(left, top, abs(reach), height), QBrush(fade))
    point = height * 0.22
    back = point if reach < 0 else -point
    painter.setPen(look.line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [end + QPointF(back, -point), end, end + QPointF(back, point)],
    )
    painter.setPen(look.dashes)
    painter.drawLine(start, end)
