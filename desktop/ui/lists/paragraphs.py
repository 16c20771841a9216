"""Texts laid out to a width, wrapped and never cut: what rows are measured and drawn with."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop.ui.look.typography import Role, font

# Some screens full of cells.
MOST_PARAGRAPHS = 1500
# How heavy words are that stand out in a text, against 400 and 600 of what is around them.
MARKED_WEIGHT = 750

# Pieces of a text, from and to a character.
Spans = tuple[tuple[int, int], ...]


class Paragraph:
    """One text in one font, broken at words where it can be, and inside them where it must."""

    def __init__(
        self, text: str, face: QFont, width: int, to_the_right: bool, marks: Spans = ()
    ) -> None:
        # A line separator is the only break inside a paragraph.
        self.layout = QTextLayout(text.replace("\n", "\u2028"), face)
        option = QTextOption(
            Qt.AlignmentFlag.AlignRight if to_the_right else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        if marks:
            heavy = QTextCharFormat()
            heavy.setFont(_heavy(face))
            self.layout.setFormats([_range(start, end, heavy) for start, end in marks])
        self.layout.beginLayout()
        height = 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        self.layout.endLayout()
        self.height = ceil(height)

    def draw(
        self,
        painter: QPainter,
        left: int,
        top: int,
        colour: QColor,
        looks: Iterable[tuple[int, int, QTextCharFormat]] = (),
    ) -> None:
        """Draw it in a colour; each piece of `looks` (from, to) in a look of its own."""
        painter.setPen(colour)
        formats = [_range(start, end, look) for start, end, look in looks]
        self.layout.draw(painter, QPointF(left, top), formats)


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, look
    return found


def _heavy(face: QFont) -> QFont:
    heavy = QFont(face)
    heavy.setVariableAxis(QFont.Tag("wght"), MARKED_WEIGHT)
    return heavy


class Paragraphs:
    """Lays texts out and remembers the latest: the same are measured, drawn, and drawn again."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, Role, int, bool, Spans], Paragraph] = OrderedDict()
        self._faces: dict[tuple[Role, bool], QFont] = {}

    def clear(self) -> None:
        """Forget everything: the fonts are others now."""
        self._known.clear()
        self._faces.clear()

    def laid_out(
        self, text: str, role: Role, width: int, is_number: bool = False, marks: Spans = ()
    ) -> Paragraph:
        """The text in the font of a role at a width; numbers to the right, digits in columns.

        What is marked is heavier.
        """
        key = (text, role, width, is_number, marks)
        found = self._known.get(key)
        if found is None:
            found = Paragraph(text, self.face(role, is_number), width, is_number, marks)
            self._known[key] = found
            if len(self._known) > MOST_PARAGRAPHS:
                self._known.popitem(last=False)
        return found

    def face(self, role: Role, is_number: bool = False) -> QFont:
        """The font of a role, with tabular digits for numbers."""
        if (role, is_number) not in self._faces:
            face = font(role)
            if is_number:
                face.setFeature(QFont.Tag("tnum"), 1)
            self._faces[role, is_number] = face
        return self._faces[role, is_number]
