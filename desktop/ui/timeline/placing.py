"""What stands where in the picture of a timeline, and what lies under a point of it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.timelines import Grid
from desktop.l10n.language import Language
from desktop.ui.timeline.layout import THINNEST, Mark, Row, TimelineLayout
from desktop.ui.timeline.scale import TimeScale
from desktop.ui.timeline.titles import Titles

# Where a title begins, and how much room it has.
TitlePlace = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: `top` is how far down the lanes are scrolled, `axis` the height above them.

    `current` stands out with a ring, `hovered` more quietly; -1 for none. `nothing` is said where
    there is no event.
    """

    layout: TimelineLayout
    scale: TimeScale
    titles: Titles
    grid: Grid
    language: Language
    width: float
    height: float
    top: float
    axis: float
    today: int
    today_title: str
    nothing: str = ""
    current: int = -1
    hovered: int = -1
    has_focus: bool = False


class Placing:
    """Finds places across the picture; those down it are the layout's."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._layout, self._scale = picture.layout, picture.scale
        metrics = picture.layout.metrics
        self._gap, self._fade = metrics.gap, metrics.fade

    def seen(self, row: Row) -> range:
        """The numbers of the marks of a row that can be seen."""
        reach = (self._fade + self._gap) / self._scale.scale
        return row.between(self._scale.left - reach, self._scale.right + reach)

    def extent(self, mark: Mark) -> tuple[float, float]:
        """From where to where a mark is drawn: as long as its period, but never too thin to see."""
        left = self._scale.x(mark.start)
        return left, max(self._scale.x(mark.end), left + THINNEST)

    def title(self, row: Row, number: int, left: float, right: float) -> TitlePlace | None:
        """The place of the title of a mark that is drawn from `left` to `right`.

        In the mark if there is room, else beside it; None where there is none for a few letters.
        """
        picture, mark, gap = self._picture, row.marks[number], self._gap
        inside = max(left, 0.0) + gap
        within = min(right, picture.width) - gap - inside
        least = picture.titles.least
        # Quickly, for the many that have no room: more than until the next mark there never is.
        following = row.starts[number + 1] if number + 1 < len(row.starts) else None
        ahead = picture.width if following is None else self._scale.x(following)
        if within < least and ahead - right < least and not mark.before:
            return None
        return self._roomy(row, number, (left, right), (inside, within))

    def _roomy(
        self, row: Row, number: int, extent: tuple[float, float], inside: TitlePlace
    ) -> TitlePlace | None:
        mark, titles = row.marks[number], self._picture.titles
        needed = titles.width(mark.event)
        if inside[1] >= needed:
            return inside[0], needed
        kept = min(mark.before, needed)
        before = extent[0] - self._open(mark)[0] - self._gap - kept
        if kept and before >= 0 and extent[0] <= self._picture.width:
            return before, kept
        after = self._room_after(row, number, extent[1])
        place = after if after[1] >= min(inside[1], needed) else inside
        # A mark that has just left the picture takes its title with it.
        is_whole = place[0] >= 0 and place[1] >= min(titles.least, needed)
        return place if is_whole else None

    def event_at(self, x: float, y: float) -> int:
        """The number of the event whose mark or title is at a place; -1 for none."""
        picture = self._picture
        down = y - picture.axis
        found = self._layout.row_at(down + picture.top) if down >= 0 else None
        if found is None:
            return -1
        band, number = found
        row = band.rows[number]
        for each in self.seen(row):
            left, right = self.extent(row.marks[each])
            before, after = self._open(row.marks[each])
            place = self.title(row, each, left, right)
            # A thin mark is hard to hit.
            aside = self._gap / 2
            on_mark = left - before - aside <= x <= right + after + aside
            if on_mark or (place and place[0] <= x <= place[0] + place[1]):
                return row.marks[each].event
        return -1

    def _room_after(self, row: Row, number: int, right: float) -> TitlePlace:
        """Where a title after a mark begins, and the room until the next mark and its title."""
        start = right + self._open(row.marks[number])[1] + self._gap
        end = self._picture.width
        if number + 1 < len(row.marks):
            following = row.marks[number + 1]
            ahead = self._scale.x(following.start) - self._open(following)[0] - self._gap
            if following.before:
                ahead -= following.before + self._gap
            end = min(end, ahead)
        return start, end - start

    def _open(self, mark: Mark) -> tuple[float, float]:
        """How far the open ends of a mark go on, before and after it."""
        span = self._layout.events[mark.event].span
        return self._fade * span.is_open_before, self._fade * span.is_open_after
