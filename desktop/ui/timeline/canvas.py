"""The timeline as one handles it: moved, brought nearer, and walked through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from desktop.ui.context import Context
from desktop.ui.timeline.placing import Placing
from desktop.ui.timeline.surface import TimelineSurface

# One notch of the wheel, or one press of a key, makes a day so many times as wide.
NOTCH, PRESS = 1.2, 1.5
_WHEEL_NOTCH = 120
# An event that a key leads to comes so far into the picture, of its width.
_SHARE = 0.25

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_PREVIOUS = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class TimelineCanvas(TimelineSurface):
    """The surface with keys, mouse and touch.

    `record_asked` carries the id of a record that was opened.
    """

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._pressed: QPointF | None = None
        self._is_dragging = False

    # Walking.

    def go(self, number: int) -> None:
        """Make an event the current one, bring it into sight and say it."""
        if not 0 <= number < len(self._events):
            return
        self.current, self.hovered = number, -1
        self._bring_into_sight(number)
        self._tell()
        self._context.tell(self._events[number].line)
        self.viewport().update()

    def go_to_record(self, record_id: str) -> None:
        """Make the event of a record the current one, if it is on the axis; nothing is said."""
        for number, event in enumerate(self._events):
            if event.record == record_id:
                self.current = number
                self._bring_into_sight(number)
                self._tell()
                self.viewport().update()
                return

    def _bring_into_sight(self, number: int) -> None:
        span, scale = self._events[number].span, self.scale
        left, right = scale.x(span.start), scale.x(span.end)
        begins_here = 0 <= left <= scale.width * (1 - _SHARE)
        goes_on_here = left < 0 and right > scale.width * _SHARE
        if not (scale.is_whole or begins_here or goes_on_here):
            scale.move(left - scale.width * _SHARE)
        self._changed()
        self._scroll_to(number)

    def _first_in_sight(self) -> int:
        """The first event that can be seen, or the first of all."""
        for number, event in enumerate(self._events):
            if self.scale.x(event.span.end) >= 0:
                return number
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        own = {
            **dict.fromkeys(_NEXT, lambda: self.go(self._step(1))),
            **dict.fromkeys(_PREVIOUS, lambda: self.go(self._step(-1))),
            **dict.fromkeys(_OPENING, self._open_current),
            **dict.fromkeys(_NEARER, lambda: self.zoom(PRESS)),
            **dict.fromkeys(_FARTHER, lambda: self.zoom(1 / PRESS)),
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(len(self._events) - 1),
            Qt.Key.Key_PageUp: lambda: self._turn_page(-1),
            Qt.Key.Key_PageDown: lambda: self._turn_page(1),
            Qt.Key.Key_Escape: self.show_whole,
        }
        if key in own:
            own[key]()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> int:
        if self.current < 0:
            return self._first_in_sight()
        return min(max(self.current + step, 0), len(self._events) - 1)

    def _turn_page(self, step: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + step * round(bar.pageStep() - self.metrics.heading))

    def _open_current(self) -> None:
        if record := self._record_at(self.current):
            self.record_asked.emit(record)

    # Mouse and touch.

    def event_at(self, point: QPointF) -> int:
        """The number of the event at a place: on its mark or its title; -1 for none."""
        return Placing(self.picture()).event_at(point.x(), point.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        across, down = event.angleDelta().x(), event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt itself may have turned the wheel round by then.
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - (down or across))
        elif abs(across) > abs(down):
            self.scale.move(-across)
            self._changed()
        elif down:
            self.zoom(NOTCH ** (down / _WHEEL_NOTCH), event.position().x())
        self._hover(self.event_at(event.position()))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._pinch_on_pad(event)
        if isinstance(event, QGestureEvent):
            return self._pinch_on_screen(event)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            under = self.event_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._events[under].line if under >= 0 else "")
            return True
        if event.type() is QEvent.Type.Leave:
            # Onto a scroll bar, for instance, one leaves the viewport alone.
            self._hover(-1)
        return super().viewportEvent(event)

    def _pinch_on_pad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(max(1 + event.value(), 0.1), event.position().x())
        return True

    def _pinch_on_screen(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        centre = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self.zoom(max(pinch.scaleFactor(), 0.1), centre.x())
        event.accept()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(self.event_at(here))
            return
        way = here - self._pressed
        if not self._is_dragging and way.manhattanLength() < QApplication.startDragDistance():
            return
        self._is_dragging = True
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pressed = here
        self.scale.move(-way.x())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - round(way.y()))
        self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_pressed, was_dragging = self._pressed is not None, self._is_dragging
        self._pressed, self._is_dragging = None, False
        under = self.event_at(event.position())
        if was_pressed and not was_dragging and event.button() is Qt.MouseButton.LeftButton:
            if under >= 0:
                self.current = under
                self._tell()
                self.viewport().update()
                self._open_current()
        else:
            self.hovered = -1
            self._hover(under)

    def _hover(self, under: int) -> None:
        shape = Qt.CursorShape.PointingHandCursor if under >= 0 else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)
        if under != self.hovered:
            self.hovered = under
            self._tell()
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if (
            self.current < 0
            and self._events
            and event.reason() is not Qt.FocusReason.MouseFocusReason
        ):
            self.current = self._first_in_sight()
        self._tell()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
