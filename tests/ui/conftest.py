"""What every test of a widget stands on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.app import dress


@pytest.fixture(scope="session", autouse=True)
def dressed_application(qapp: QApplication) -> QApplication:
    """The application with our fonts and scales, whichever test comes first in a process."""
    dress(qapp)
    return qapp
