"""Where the window stands and how large it is, from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

from desktop.ui.context import Settings
from desktop.ui.look.typography import Space, space

KEY = "window"
# In ems: what the window takes at first, and what it must be usable in.
USUAL, LEAST = QSize(62, 40), QSize(60, 37)


def place(window: QWidget, settings: Settings) -> None:
    """Put a window where it was; Qt keeps it within the screens that there are now."""
    remembered = QByteArray.fromBase64(settings.get(KEY, "").encode())
    if window.restoreGeometry(remembered):
        return
    em = space(Space.MEDIUM)
    room = window.screen().availableSize().expandedTo(LEAST * em)
    window.resize((USUAL * em).boundedTo(room))


def remember(window: QWidget, settings: Settings) -> None:
    """Note where a window is."""
    settings.put(KEY, bytes(window.saveGeometry().toBase64().data()).decode())
