"""Two parts beside each other, or one below the other where there is no room for that."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QWidget

# A page narrower than so many characters, or lower than so many lines, is no use to anyone.
_LEAST_CHARACTERS, _LEAST_LINES = 40, 20


class Sides(QScrollArea):
    """Shows a scrolling panel of choices, and what they make beside it.

    In a narrow window, or with large text, the panel stands above at its whole height, and both
    scroll together. `choices` are what is in the panel.
    """

    def __init__(self, panel: QScrollArea, choices: QWidget, made: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What stands in it takes the focus, and it scrolls with that.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panel, self._choices, self._made = panel, choices, made
        self._both = _Both()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._both)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(panel)
        self._layout.addWidget(made, 1)
        self.setWidget(self._both)
        for part in (self._both, choices):
            part.installEventFilter(self)
        application = cast("QApplication", QApplication.instance())
        application.focusChanged.connect(self._follow)

    @property
    def is_narrow(self) -> bool:
        """Whether one part stands below the other."""
        return self._layout.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        # As wide as it is without a scroll bar of its own: else it might go back and forth.
        room = self.maximumViewportSize().width() - self._panel.minimumWidth()
        is_narrow = room < metrics.averageCharWidth() * _LEAST_CHARACTERS
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._panel.setMinimumHeight(self._height_of_choices() if is_narrow else 0)
        self._made.setMinimumHeight(metrics.lineSpacing() * _LEAST_LINES if is_narrow else 0)

    def _height_of_choices(self) -> int:
        # A scrolling panel gives what is in it both, and scrolls where that is more than it has.
        least = self._choices.minimumSizeHint().height()
        return max(least, self._choices.heightForWidth(self.viewport().width()))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what a key led to into sight; what the mouse points at is there already."""
        is_key = QApplication.mouseButtons() is Qt.MouseButton.NoButton
        if is_key and now is not None and self._both.isAncestorOf(now):
            self.ensureWidgetVisible(now)


class _Both(QWidget):
    """Is given the height that there is, and not the height that its parts would like best."""

    def hasHeightForWidth(self) -> bool:
        return False
