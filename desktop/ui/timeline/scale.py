"""Where a day stands on the screen, and how that changes by zooming and moving."""

from __future__ import annotations

# Seen closer than this, a day says no more than before.
LEAST_DAYS = 28.0


class TimeScale:
    """Days (their numbers, counted on) against pixels from the left edge.

    The whole runs from `low` to `high`; no more than that is ever seen, and no less than
    LEAST_DAYS, if there are as many.
    """

    def __init__(self) -> None:
        self.low, self.high = 0.0, LEAST_DAYS
        self.width = 1.0
        self.left = self.low
        # Pixels a day.
        self.scale = self.least

    @property
    def least(self) -> float:
        """Pixels a day when the whole is seen."""
        return self.width / (self.high - self.low)

    @property
    def most(self) -> float:
        """Pixels a day as near as one comes."""
        return max(self.width / LEAST_DAYS, self.least)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is seen."""
        return self.scale <= self.least * (1 + 1e-9)

    @property
    def right(self) -> float:
        """The day at the right edge."""
        return self.day(self.width)

    def x(self, day: float) -> float:
        """Where a day begins."""
        return (day - self.left) * self.scale

    def day(self, x: float) -> float:
        """The day at a place."""
        return self.left + x / self.scale

    def set_whole(self, low: float, high: float) -> None:
        """Have other ends: what was whole is whole again, else one stays where one was."""
        was_whole = self.is_whole
        self.low, self.high = low, max(high, low + 1)
        self._keep(was_whole)

    def set_width(self, width: float) -> None:
        """Have another width, with the same left edge and as many pixels a day."""
        was_whole = self.is_whole
        self.width = max(width, 1.0)
        self._keep(was_whole)

    def show_whole(self) -> None:
        """See all of it."""
        self.left, self.scale = self.low, self.least

    def show(self, middle: float, days: float) -> None:
        """See so many days around a day."""
        self.scale = self.width / days
        self.left = middle - days / 2
        self._keep(False)

    def zoom(self, factor: float, x: float) -> None:
        """Come nearer (`factor` above 1) or go off; the day at `x` stays under it.

        Unless an end of the whole would come into the picture: then that stays at the edge.
        """
        day = self.day(x)
        self.scale = min(max(self.scale * factor, self.least), self.most)
        self.left = day - x / self.scale
        self._keep(False)

    def move(self, pixels: float) -> None:
        """See what is so far to the right."""
        self.left += pixels / self.scale
        self._keep(False)

    def _keep(self, is_whole: bool) -> None:
        if is_whole:
            self.show_whole()
            return
        self.scale = min(max(self.scale, self.least), self.most)
        self.left = max(min(self.left, self.high - self.width / self.scale), self.low)
