"""Waiting, in tests, for what a view looks for in the background."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEventLoop

from desktop.ui import views
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.window import MainWindow
from desktop.ui.view import View

# Longer than any search takes on a busy machine.
MOST_SECONDS = 20


def settled(window: MainWindow) -> View:
    """The view that is shown, once all that was asked of it stands there."""
    view = window.view((window.history.current or Address(views.HOME)).view)
    end = time.monotonic() + MOST_SECONDS
    while not view.is_settled:
        assert time.monotonic() < end, "the view never settles"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)
    return view
