"""What stands where in a row: a title, the cells beside it, and a quieter line below them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat

from desktop.ui.lists.model import MARK_ROLE, STATED_ROLE, RecordModel
from desktop.ui.lists.paragraphs import Paragraph, Paragraphs, Spans
from desktop.ui.look.typography import Role, Space, space

SEPARATOR = " · "

_PLAIN, _QUIET = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText


@dataclass(frozen=True, slots=True)
class Placed:
    """A text of a row, from the row's own corner; `accented` is how it begins in the accent.

    Its `marks` stand on a `ground` of their own, in the colour of plain text.
    """

    paragraph: Paragraph
    left: int
    top: int
    width: int
    colour: QPalette.ColorRole
    accented: str = ""
    marks: Spans = ()
    ground: QColor | None = None

    def looks(self, palette: QPalette) -> Iterator[tuple[int, int, QTextCharFormat]]:
        """The pieces that look otherwise than the rest, each with how it does."""
        if self.accented:
            yield 0, len(self.accented), _look(palette.color(QPalette.ColorRole.Accent))
        for start, end in self.marks:
            yield start, end, _look(palette.color(_PLAIN), self.ground)


@dataclass(frozen=True, slots=True)
class RowLayout:
    """The texts of a row, and how high it is to hold them all."""

    texts: Sequence[Placed]
    height: int

    def draw(self, painter: QPainter, left: int, top: int, palette: QPalette) -> None:
        """Draw every text of the row, whose corner is at a point."""
        for text in self.texts:
            text.paragraph.draw(
                painter,
                left + text.left,
                top + text.top,
                palette.color(text.colour),
                text.looks(palette),
            )


class RowLayouter:
    """Lays out the rows of a model in columns of given widths."""

    def __init__(self, model: RecordModel) -> None:
        self._model = model
        self._paragraphs = Paragraphs()
        self._widths: Mapping[int, int] = {}
        self._below: Sequence[int] = ()

    def forget_fonts(self) -> None:
        """Measure anew: the fonts are others now."""
        self._paragraphs.clear()

    def set_columns(self, widths: Mapping[int, int], below: Sequence[int]) -> None:
        """The width of each column beside another; those `below` stand under the title."""
        self._widths, self._below = widths, below

    def lay_out(self, row: int) -> RowLayout:
        """The texts of a row where they belong."""
        return self._heading(row) if self._model.is_heading(row) else self._record(row)

    def cell_height(self, row: int, column: int, width: int) -> int:
        """How high a cell beside the title must be at a width."""
        across, down = margins()
        return self._cell(row, column, width - 2 * across)[0].height + 2 * down

    def _heading(self, row: int) -> RowLayout:
        across, down = margins()
        width = sum(self._widths.values()) - 2 * across
        text = self._model.data(self._model.index(row, 0))
        paragraph = self._paragraphs.laid_out(text, Role.LABEL, width)
        # It belongs to what follows it.
        top = down + space(Space.SMALL)
        placed = Placed(paragraph, across, top, width, _QUIET)
        return RowLayout((placed,), top + paragraph.height + down)

    def _record(self, row: int) -> RowLayout:
        across, down = margins()
        texts: list[Placed] = []
        left, bottom = 0, 0
        for column, width in self._widths.items():
            inner = width - 2 * across
            paragraph, colour = self._cell(row, column, inner)
            texts.append(Placed(paragraph, left + across, down, inner, colour))
            left, bottom = left + width, max(bottom, down + paragraph.height)
        mark = self._model.data(self._model.index(row, 0), MARK_ROLE)
        below = self._model.below_title(row, self._below)
        if line := SEPARATOR.join(part for part in (mark, below) if part):
            texts.append(self._line_below(line, mark, texts[0], bottom))
            bottom = max(bottom, texts[-1].top + texts[-1].paragraph.height)
        return RowLayout(texts, bottom + down)

    def _line_below(self, line: str, mark: str, title: Placed, bottom: int) -> Placed:
        """The quieter line: right below the title, unless below all cells it makes a lower row."""
        across, down = margins()
        whole = sum(self._widths.values()) - 2 * across
        narrow = self._paragraphs.laid_out(line, Role.SMALL, title.width)
        wide = self._paragraphs.laid_out(line, Role.SMALL, whole)
        top = down + title.paragraph.height
        if max(bottom, top + narrow.height) <= bottom + wide.height:
            return Placed(narrow, across, top, title.width, _QUIET, mark)
        return Placed(wide, across, bottom, whole, _QUIET, mark)

    def _cell(self, row: int, column: int, width: int) -> tuple[Paragraph, QPalette.ColorRole]:
        index = self._model.index(row, column)
        text = self._model.data(index)
        if column == 0:
            return self._paragraphs.laid_out(text, Role.STRONG, width), _PLAIN
        spec = self._model.columns[column - 1]
        is_stated = self._model.data(index, STATED_ROLE)
        role = spec.role if is_stated else Role.SMALL
        paragraph = self._paragraphs.laid_out(text, role, width, spec.is_number)
        return paragraph, _PLAIN if is_stated else _QUIET


def _look(colour: QColor, ground: QColor | None = None) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(colour)
    if ground is not None:
        look.setBackground(ground)
    return look


def margins() -> tuple[int, int]:
    """The room on either side of the text of a cell, and above and below it."""
    return space(Space.SMALL), space(Space.TIGHT) + space(Space.HAIR)
