"""The type scale: Inter in a few sizes and weights, all relative to the system's text size."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

FAMILY = "Inter"
SMALLEST_BODY = 10.0


class Role(Enum):
    """What a text is for: its size against the body's, and its weight (100 to 900)."""

    DISPLAY = (1.9, 650)
    HEADING = (1.15, 650)
    VALUE = (1.15, 600)
    BODY = (1.0, 400)
    STRONG = (1.0, 600)
    SMALL = (0.88, 400)
    LABEL = (0.88, 550)


def install(application: QApplication, fonts: Path) -> None:
    """Load the fonts and make Inter the application's own, at the system's size or a bit larger."""
    # The upright face alone: nothing in the window is set in italics.
    for path in fonts.glob("Inter[[]*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    size = max(application.font().pointSizeF(), SMALLEST_BODY)
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    application.setFont(font)


def font(role: Role) -> QFont:
    """The font of a role; values have tabular digits, so that columns of them line up."""
    scale, weight = role.value
    found = QFont(QApplication.font())
    found.setPointSizeF(found.pointSizeF() * scale)
    # Inter is one variable file: Qt takes its weights by axis, not by name.
    found.setVariableAxis(QFont.Tag("wght"), weight)
    if role is Role.VALUE:
        # Not in running text: Inter's tabular set also widens the hyphen.
        found.setFeature(QFont.Tag("tnum"), 1)
    return found


def set_role(widget: QWidget, role: Role) -> None:
    """Write a widget's text in the font of a role."""
    widget.setFont(font(role))
