"""What a chart is drawn from: words, lines, areas and dots, before anyone chose colours for them.

Screen, PNG and SVG draw these same shapes, so that no two of them can show different things. That
is why no plotting library draws the charts: it would draw the screen alone, and its exports have
faults of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.ui.look.theme import Theme
from desktop.ui.look.typography import Role

Point = tuple[float, float]
# Of a dashed line: how long a dash and the room after it are, in widths of the line.
DASHES = (2.5, 2.0)


class Ink(StrEnum):
    """What a shape is, which says its colour."""

    TEXT = "text"
    QUIET = "quiet"
    MARK = "mark"
    AXIS = "axis"
    GRID = "grid"
    PAPER = "paper"


Inks = Mapping[Ink, str]


def inks_of(theme: Theme) -> Inks:
    """The colour (`#rrggbb`) of each ink in a theme."""
    colours = theme.colours
    return {
        Ink.TEXT: colours["text"],
        Ink.QUIET: colours["muted"],
        Ink.MARK: theme.series[0],
        Ink.AXIS: colours["control"],
        Ink.GRID: colours["border"],
        Ink.PAPER: colours["base"],
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words: where it begins on its base line, and how wide it is without the space
    that it may end with.
    """

    text: str
    left: float
    base: float
    width: float


@dataclass(frozen=True, slots=True)
class Words:
    """One text on as many lines as it needs; the lines joined are the text."""

    role: Role
    ink: Ink
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text as it was before it was broken into lines."""
        return "".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, whole or dashed; closed where it ends as it began."""

    points: tuple[Point, ...]
    ink: Ink
    width: float
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: tuple[Point, ...]
    ink: Ink


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    centre: Point
    radius: float
    ink: Ink


Shape = Words | Stroke | Area | Dot


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its sides."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    @property
    def corners(self) -> tuple[Point, ...]:
        """The four corners, round from the upper left."""
        return (
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        )

    @property
    def outline(self) -> tuple[Point, ...]:
        """The way round and back."""
        return (*self.corners, self.corners[0])

    def holds(self, across: float, down: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= across <= self.right and self.top <= down < self.bottom
