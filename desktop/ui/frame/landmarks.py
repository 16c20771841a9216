"""F6: from one part of the window to the next, and round again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_round(landmarks: Sequence[QWidget], direction: int) -> None:
    """Give the focus to the landmark after (1) or before (-1) the one that it is in."""
    focused = QApplication.focusWidget()
    at = [
        number
        for number, landmark in enumerate(landmarks)
        if focused is not None and (landmark is focused or landmark.isAncestorOf(focused))
    ]
    # From somewhere else one comes to the first, or backwards to the last.
    start = at[-1] if at else (-1 if direction > 0 else 0)
    enter(landmarks[(start + direction) % len(landmarks)])


def enter(landmark: QWidget) -> None:
    """Give a part of the window the focus, as a key does: so that one sees where it is."""
    landmark.setFocus(Qt.FocusReason.ShortcutFocusReason)
