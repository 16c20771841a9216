"""The titles of events, measured and shortened as the timeline needs them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStaticText, QTransform

from desktop.sheets.timeline.page import TimelineEvent
from desktop.ui.look.typography import Role, font

# A shortened title is kept for so many pixels of room: while one zooms, the room changes all along.
_STEP = 8
_MOST_KEPT = 4000


class Titles:
    """Measures each title once, and keeps it ready to be drawn, whole or shortened."""

    def __init__(self, events: Sequence[TimelineEvent]) -> None:
        self.font = font(Role.SMALL)
        self._metrics = QFontMetricsF(self.font)
        self.line = self._metrics.height()
        # Room for a few letters and an ellipsis: less says nothing.
        self.least = self._metrics.averageCharWidth() * 6
        self._events = events
        self._widths: dict[int, float] = {}
        self._drawn: dict[tuple[int, int], QStaticText] = {}

    def width(self, number: int) -> float:
        """How wide the whole title is."""
        if number not in self._widths:
            self._widths[number] = self._metrics.horizontalAdvance(self._events[number].title)
        return self._widths[number]

    def drawn(self, number: int, room: float) -> QStaticText:
        """The title, shortened to the room that there is."""
        steps = -1 if self.width(number) <= room else int(room) // _STEP
        key = (number, steps)
        if key not in self._drawn:
            if len(self._drawn) > _MOST_KEPT:
                self._drawn.clear()
            text = self._events[number].title
            if steps >= 0:
                text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, steps * _STEP)
            self._drawn[key] = self._static(text)
        return self._drawn[key]

    def _static(self, text: str) -> QStaticText:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(QTransform(), self.font)
        return static
