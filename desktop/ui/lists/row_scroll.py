"""Where rows of unlike heights stand in a window that scrolls, measuring only those seen.

A scroll position is a number: so many steps for each row above the window, and a share of them for
the part of the first row that is hidden. So nothing need be known of the other 100,000 rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

# Fine enough for a row of a hundred pixels to move by single ones.
STEPS = 100


@dataclass(frozen=True, slots=True)
class Strip:
    """A row as it is seen: its number, its distance from the top of the window, its height."""

    row: int
    top: int
    height: int


class RowScroll:
    """Positions of `count` rows, each as high as `height_of` says when it is asked."""

    def __init__(self, height_of: Callable[[int], int]) -> None:
        self._height_of = height_of
        self.count = 0

    def position(self, row: int, hidden: int = 0) -> int:
        """The scroll position at which `hidden` pixels of a row are above the window."""
        height = self._height_of(row)
        # Rounded up, so that what must be seen below is seen whole.
        return row * STEPS - (-hidden * STEPS // height)

    def first(self, position: int) -> tuple[int, int]:
        """The first row seen at a scroll position, and how many pixels of it are hidden."""
        row = min(position // STEPS, self.count - 1)
        share = min(position - row * STEPS, STEPS - 1)
        return row, share * self._height_of(row) // STEPS

    def seen(self, position: int, window: int) -> Iterator[Strip]:
        """The rows that a window of that height shows, from the top."""
        if self.count == 0:
            return
        row, hidden = self.first(position)
        top = -hidden
        while row < self.count and top < window:
            height = self._height_of(row)
            yield Strip(row, top, height)
            row, top = row + 1, top + height

    def position_below(self, row: int, bottom: int) -> int:
        """The scroll position at which the lower edge of a row is `bottom` pixels down."""
        room = bottom - self._height_of(row)
        while room > 0 and row > 0:
            row -= 1
            room -= self._height_of(row)
        return self.position(row, max(-room, 0))

    def last_position(self, window: int) -> int:
        """The scroll position at which the last row stands at the foot of the window."""
        return self.position_below(self.count - 1, window) if self.count else 0

    def page(self, row: int, window: int, step: int) -> int:
        """The row a page further down (`step` 1) or up (-1), at least one row away."""
        room = window - self._height_of(row)
        while 0 <= row + step < self.count:
            row += step
            room -= self._height_of(row)
            if room <= 0:
                break
        return row
