"""The type scale and the spacing scale, both relative to the system's text size.

Their numbers stand in `resources/styles/scale.json`; the typeface is Inter.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

FAMILY = "Inter"
SMALLEST_BODY = 10.0


class Role(StrEnum):
    """What a text is for."""

    DISPLAY = "display"
    HEADING = "heading"
    VALUE = "value"
    FIGURE = "figure"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"
    LABEL = "label"


class Space(StrEnum):
    """A step of the spacing scale, for margins and gaps."""

    HAIR = "hair"
    TIGHT = "tight"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    WIDE = "wide"


@dataclass
class _Scale:
    """Of each role its size against the body's and its weight; of each step its share of an em.

    `body` is the body's size in points at the normal text size: the system's own, once known.
    """

    types: dict[str, dict[str, float]] = field(default_factory=dict)
    spaces: dict[str, float] = field(default_factory=dict)
    body: float = 0.0


# Fonts are a property of the application, of which a process has one; so is their scale.
_scale = _Scale()
# Tabular digits, so that columns of them line up. Not in running text: Inter's tabular set also
# widens the hyphen.
_TABULAR = (Role.VALUE, Role.FIGURE)


def install(application: QApplication, fonts: Path, resources: Path) -> None:
    """Load fonts and scales; Inter becomes the application's own at the system's size or larger."""
    # The upright face alone: nothing in the window is set in italics.
    for path in fonts.glob("Inter[[]*.ttf"):
        QFontDatabase.addApplicationFont(str(path))
    read = json.loads((resources / "styles" / "scale.json").read_text(encoding="utf-8"))
    _scale.types, _scale.spaces = read["type"], read["space"]
    if not _scale.body:
        _scale.body = max(application.font().pointSizeF(), SMALLEST_BODY)
    resize(application, 1.0)


def resize(application: QApplication, scale: float) -> None:
    """Make all text `scale` times its normal size; what is made from now on follows by itself."""
    font = QFont(FAMILY)
    font.setPointSizeF(_scale.body * scale)
    application.setFont(font)


def font(role: Role) -> QFont:
    """The font of a role; values have tabular digits."""
    scale = _scale.types[role]
    found = QFont(QApplication.font())
    found.setPointSizeF(found.pointSizeF() * scale["size"])
    # Inter is one variable file: Qt takes its weights by axis, not by name.
    found.setVariableAxis(QFont.Tag("wght"), scale["weight"])
    if role in _TABULAR:
        found.setFeature(QFont.Tag("tnum"), 1)
    return found


def set_role(widget: QWidget, role: Role) -> None:
    """Write a widget's text in the font of a role."""
    widget.setFont(font(role))


def space(step: Space) -> int:
    """A step of the spacing scale in the pixels of the moment: a share of the body's line."""
    return round(QFontMetrics(QApplication.font()).height() * _scale.spaces[step])
