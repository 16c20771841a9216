"""Words set in lines: how wide and high a text is in a font, and where its lines break."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from desktop.ui.charts.chart_shapes import Ink, Line, Words
from desktop.ui.look.typography import Role, font

ROLES = (Role.HEADING, Role.STRONG, Role.BODY, Role.LABEL, Role.SMALL)
# In an export the body has this size in pixels, however large the reader's own text is.
EXPORT_PIXELS = 16

Faces = Mapping[Role, QFont]


def screen_faces() -> Faces:
    """The fonts of the program, at the text size of the moment."""
    return {role: font(role) for role in ROLES}


def export_faces() -> Faces:
    """The same typeface at a size of its own, the same on every machine."""
    body = QApplication.font().pointSizeF()
    return {role: _in_pixels(font(role), body) for role in ROLES}


def _in_pixels(face: QFont, body: float) -> QFont:
    face.setPixelSize(round(EXPORT_PIXELS * face.pointSizeF() / body))
    # Letters stand at the same places at any number of dots.
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


@dataclass(frozen=True, slots=True)
class Block:
    """A text broken into lines: (words, how wide they are) of each."""

    role: Role
    lines: tuple[tuple[str, float], ...]
    line_height: float
    ascent: float

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.line_height

    @property
    def width(self) -> float:
        """Of the longest line."""
        return max((width for _text, width in self.lines), default=0.0)

    def at(self, left: float, top: float, ink: Ink) -> Words:
        """The block with its upper left corner there."""
        return self._set(top, ink, [left] * len(self.lines))

    def ending_at(self, right: float, top: float, ink: Ink) -> Words:
        """The block with its lines ending there."""
        return self._set(top, ink, [right - width for _text, width in self.lines])

    def around(self, middle: float, top: float, ink: Ink) -> Words:
        """The block with its lines in the middle there."""
        return self._set(top, ink, [middle - width / 2 for _text, width in self.lines])

    def _set(self, top: float, ink: Ink, lefts: list[float]) -> Words:
        bases = (top + self.ascent + number * self.line_height for number in range(len(lefts)))
        lines = (
            Line(text, left, base, width)
            for (text, width), left, base in zip(self.lines, lefts, bases, strict=True)
        )
        return Words(self.role, ink, tuple(lines))


class Typesetter:
    """Breaks texts into lines with the fonts of a screen or of an export."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._metrics = {role: QFontMetricsF(face) for role, face in faces.items()}
        self.em = self._metrics[Role.BODY].height()

    def block(self, text: str, role: Role, width: float) -> Block:
        """A text at most so wide, broken between words where that will do."""
        metrics = self._metrics[role]
        return Block(
            role, tuple(self._lines(text, role, width)), metrics.height(), metrics.ascent()
        )

    def balanced(self, text: str, role: Role, width: float) -> Block:
        """A text on as few lines as its width allows, all about as long: no word stands alone."""
        block = self.block(text, role, width)
        low, high = width / max(len(block.lines), 1), width
        for _step in range(_BALANCING if len(block.lines) > 1 else 0):
            middle = (low + high) / 2
            if len(self.block(text, role, middle).lines) > len(block.lines):
                low = middle
            else:
                high = middle
        return self.block(text, role, high)

    def width(self, text: str, role: Role) -> float:
        """How wide a text is on one line."""
        return self.block(text, role, float("inf")).width

    def _lines(self, text: str, role: Role, width: float) -> list[tuple[str, float]]:
        if not text:
            return []
        layout = QTextLayout(text, self.faces[role])
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[tuple[str, float]] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(min(width, _WIDEST))
            words = text[line.textStart() : line.textStart() + line.textLength()]
            found.append((words, line.naturalTextWidth()))
        layout.endLayout()
        return found


# How often the width of balanced lines is halved.
_BALANCING = 6
# Wider than any text, and not too wide for the fixed point that Qt measures lines in.
_WIDEST = 1_000_000.0
