"""A page of paper on the screen: as large as one likes, crisp, moved by hand or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QLabel

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space

# What a screen calls 100 %: an inch of paper on so many dots.
DOTS_PER_INCH = 96
# Upright A4, in inches.
PAPER = QSizeF(210, 297) / 25.4
# No finer for any screen: a page would be a picture of 100 megabytes, and look no better.
MOST_DOTS_PER_INCH = 400
LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.25, 4.0, 1.25
# So long after the last change of size a page is drawn anew; until then the old picture is scaled.
QUIET_MS = 120
# How much is still seen of a page that is being replaced.
DIMMED = 0.45
_WHEEL_CLICK = 120


class Zoom(Enum):
    """What the size of the page follows."""

    PAGE = auto()  # The whole page is seen.
    WIDTH = auto()  # It is as wide as there is room.
    FREE = auto()  # As large as someone made it.


# Keys as in other programs that show pages.
_MODES = {"0": Zoom.PAGE, "1": Zoom.FREE, "2": Zoom.WIDTH}


class PageView(QAbstractScrollArea):
    """Shows one page of several.

    `fineness_asked` carries in how many dots to an inch the pages are wanted now; `zoomed` and
    `turned` tell that the size, or the page that is shown, is another one.
    """

    fineness_asked = Signal(int)
    zoomed = Signal()
    turned = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("sheetPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._context = context
        self._images: Sequence[QImage] = ()
        # Of each page in inches.
        self._paper: Sequence[QSizeF] = ()
        self._shown = 0
        self._mode, self._factor = Zoom.PAGE, 1.0
        self._is_outdated = False
        self.notice = QLabel(self.viewport())
        self.notice.setObjectName("pageNotice")
        self.notice.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.hide()
        self.notice.setProperty("role", "muted")
        set_role(self.notice, Role.BODY)
        self._held: QPoint | None = None
        self._asked = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._ask)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def page(self) -> int:
        """Which page is shown, from 0."""
        return self._shown

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._images)

    @property
    def mode(self) -> Zoom:
        """What the size follows."""
        return self._mode

    @property
    def factor(self) -> float:
        """How large the page is: 1.0 is as on paper, as far as the screen knows."""
        return self._factor_of(self._paper_size())

    def _factor_of(self, paper: QSizeF) -> float:
        room = self._room()
        if self._mode is Zoom.FREE or paper.isEmpty():
            return self._factor
        wide = room.width() / paper.width()
        if self._mode is Zoom.PAGE:
            wide = min(wide, room.height() / paper.height())
        return max(LEAST_ZOOM, min(wide / DOTS_PER_INCH, MOST_ZOOM))

    @property
    def fineness(self) -> int:
        """In how many dots to an inch a page is drawn that is crisp at the size of the moment."""
        return self.fineness_of(self._paper_size())

    def fineness_of(self, paper: QSizeF) -> int:
        """The same for a page of another size, in inches, that is to be shown next."""
        return min(round(self._dots(self._factor_of(paper))), MOST_DOTS_PER_INCH)

    def _dots(self, factor: float) -> float:
        """On how many dots of the screen an inch lies."""
        return factor * DOTS_PER_INCH * self.devicePixelRatioF()

    @property
    def is_outdated(self) -> bool:
        """Whether what is shown is not what is chosen any more."""
        return self._is_outdated

    @property
    def is_waiting(self) -> bool:
        """Whether the page is about to be asked for in another fineness."""
        return self._timer.isActive()

    @property
    def image(self) -> QImage | None:
        """The picture of the page that is shown."""
        return self._images[self._shown] if self._images else None

    def show_pages(self, images: Sequence[QImage], dots_per_inch: int) -> None:
        """Show pages that were drawn so finely; the same page as before, if there is one."""
        self.renew()
        self._images = images
        # As exactly as paper is cut: from the dots of a picture it would come out a bit different.
        self._paper = [
            PAPER if image.height() >= image.width() else PAPER.transposed() for image in images
        ]
        self._shown = min(self._shown, max(len(images) - 1, 0))
        self._asked = dots_per_inch
        self._fit()
        # Another shape of paper may want another size.
        self._want()

    def show_blank(self, paper: QSizeF) -> None:
        """Show paper of a size in inches with nothing on it yet."""
        self._images, self._paper, self._shown = (), (paper,), 0
        self._fit()

    def outdate(self, sentence: str) -> None:
        """Show that the page is not what is chosen; a sentence on it says what is under way."""
        self._is_outdated = True
        self.notice.setText(sentence)
        self._place_notice()
        self.notice.show()
        self.viewport().update()

    def renew(self) -> None:
        """Show the page as what is chosen."""
        self._is_outdated = False
        self.notice.hide()
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self.show_pages((), self._asked)

    def turn_to(self, page: int) -> None:
        """Show another page, from 0."""
        if 0 <= page < len(self._images) and page != self._shown:
            self._shown = page
            self._fit()
            self.turned.emit()

    def zoom_to(self, mode: Zoom, factor: float = 1.0) -> None:
        """Make the page as large as a mode says, or for FREE so many times as large as paper."""
        self._zoom(mode, factor, QPointF(self.viewport().rect().center()))

    def zoom_by(self, steps: int) -> None:
        """Make the page so many steps larger."""
        self.zoom_to(Zoom.FREE, self.factor * ZOOM_STEP**steps)

    def _zoom(self, mode: Zoom, factor: float, around: QPointF) -> None:
        """What lies `around` a point stays there."""
        before = self._place()
        at = (around - before.topLeft()) / max(before.width(), 1)
        self._mode = mode
        self._factor = max(LEAST_ZOOM, min(factor, MOST_ZOOM))
        self._fit()
        origin = at * self._place_at_origin().width() - around
        shift = self._place_at_origin().topLeft() + origin
        self.horizontalScrollBar().setValue(round(shift.x()))
        # A page that is as wide as the room is read from its top.
        self.verticalScrollBar().setValue(0 if mode is Zoom.WIDTH else round(shift.y()))
        self._want()
        self.zoomed.emit()

    def _paper_size(self) -> QSizeF:
        return self._paper[self._shown] if self._paper else QSizeF()

    def _room(self) -> QSizeF:
        """The room for a page, with a margin around, as if there were no scroll bars."""
        whole, margin = self.maximumViewportSize(), 2 * space(Space.MEDIUM)
        extent = self.verticalScrollBar().sizeHint().width() if self._mode is Zoom.WIDTH else 0
        return QSizeF(max(whole.width() - margin - extent, 1.0), max(whole.height() - margin, 1.0))

    def _size(self) -> QSizeF:
        return self._paper_size() * (self.factor * DOTS_PER_INCH)

    def _place_at_origin(self) -> QRectF:
        """Where the page lies in the viewport when nothing is scrolled."""
        size, margin, view = self._size(), space(Space.MEDIUM), self.viewport().size()
        left = max((view.width() - size.width()) / 2, margin)
        top = max((view.height() - size.height()) / 2, margin)
        return QRectF(QPointF(left, top), size)

    def _place(self) -> QRectF:
        """Where the page lies in the viewport."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self._place_at_origin().translated(-scrolled)

    def _fit(self) -> None:
        """Give the scroll bars the range that the page needs."""
        size, margin, view = self._size(), 2 * space(Space.MEDIUM), self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setRange(0, max(round(length + margin - room), 0) if length > room - margin else 0)
            bar.setPageStep(room)
            bar.setSingleStep(self.fontMetrics().height() * 2)
        self.viewport().update()

    def _place_notice(self) -> None:
        """In the upper part of what is seen, in one line if there is room for that."""
        view, notice = self.viewport().size(), self.notice
        room = view.width() - 2 * space(Space.MEDIUM)
        notice.setWordWrap(False)
        size = notice.sizeHint()
        if size.width() > room:
            notice.setWordWrap(True)
            size = QSize(room, notice.heightForWidth(room))
        notice.resize(size)
        notice.move((view.width() - size.width()) // 2, (view.height() - size.height()) // 4)

    def _want(self) -> None:
        if self._images and self.fineness != self._asked:
            self._timer.start()

    def _ask(self) -> None:
        if self.fineness != self._asked:
            self._asked = self.fineness
            self.fineness_asked.emit(self._asked)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = self._context.theme
        painter.fillRect(self.viewport().rect(), theme.colour("window"))
        if self._paper:
            self._paint_page(painter, self._place())
        if self.hasFocus():
            painter.setOpacity(1.0)
            painter.setPen(theme.colour("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))

    def _paint_page(self, painter: QPainter, place: QRectF) -> None:
        image = self.image
        # On whole dots of the screen: a picture between them is a blurred one.
        ratio = self.devicePixelRatioF()
        place.moveTo(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
        if image is None:
            # As large as the page that is to lie here: it must not jump.
            size = self._paper_size() * round(self._dots(self.factor))
            place.setSize(QSizeF(size.toSize()) / ratio)
        elif self._asked == round(self._dots(self.factor)):
            place.setSize(QSizeF(image.size()) / ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self._context.theme.colour("border"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if image is None:
            # Paper is white, whatever the colours of the window.
            painter.fillRect(place, Qt.GlobalColor.white)
            return
        if self._is_outdated:
            painter.setOpacity(DIMMED)
        painter.drawImage(place, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._place_notice()
        self._want()
        self.zoomed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
            self._place_notice()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._want()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text() or ""
        if key in ("+", "=", "-") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(-1 if key == "-" else 1)
        elif key in _MODES:
            self.zoom_to(_MODES[key])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar = self.verticalScrollBar()
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        elif not self._turned_by(event.key()):
            super().keyPressEvent(event)

    def _turned_by(self, key: int) -> bool:
        """Whether a key leads to another page: down from the end of this, or up from its top."""
        bar = self.verticalScrollBar()
        if key == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.turn_to(self._shown + 1)
            bar.setValue(0)
            return True
        if key == Qt.Key.Key_PageUp and bar.value() == 0:
            self.turn_to(self._shown - 1)
            return True
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            clicks = event.angleDelta().y() / _WHEEL_CLICK
            self._zoom(Zoom.FREE, self.factor * ZOOM_STEP**clicks, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        here = event.position().toPoint()
        moved, self._held = here - self._held, here
        for bar, by in (
            (self.horizontalScrollBar(), moved.x()),
            (self.verticalScrollBar(), moved.y()),
        ):
            bar.setValue(bar.value() - by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().update()
