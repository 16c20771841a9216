"""Where the names on a map go: beside their places, in the frame, and never on each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF

# From a place its name goes right, left, up, down, then aslant: that is how maps are read.
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
# A name that finds no room beside its place moves off in so many steps, then it is left out.
_STEPS = 7
# A name moves away from the middle of its area by halves of its height, the nearest first.
_SPREAD = sorted(
    (QPointF(across / 2, down / 2) for across, down in product(range(-14, 15), repeat=2)),
    key=lambda step: math.hypot(step.x(), step.y()),
)
# Beyond this many heights of a line a name needs a leader to be seen as its place's.
_NEAR = 0.8


Holds = Callable[[QRectF], bool]


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a name stands, and the line that leads to its place if it stands far off."""

    box: QRectF
    leader: QLineF | None = None


class LabelRoom:
    """The free room of a frame: each name that is placed takes its part of it.

    `taken` is what no name may hide, such as the dots of the places.
    """

    def __init__(self, frame: QRectF, taken: Sequence[QRectF]) -> None:
        self._frame = frame
        self._taken = [*taken]
        self._leaders: list[QLineF] = []

    def beside(self, spot: QPointF, radius: float, size: QSizeF) -> Placed | None:
        """Beside a place of that radius, as near as there is room; None where there is none."""
        for placed in _around(spot, radius, size):
            if self._is_free(placed):
                return self._take(placed)
        return None

    def within(self, spot: QPointF, size: QSizeF, holds: Holds) -> Placed | None:
        """As near to the middle of an area as the area `holds` it; None where it never does."""
        return self.first((_box(spot + step * size.height(), size) for step in _SPREAD), holds)

    def first(self, boxes: Iterable[QRectF], holds: Holds) -> Placed | None:
        """The first box that is free and that an area `holds`; None where none is."""
        for box in boxes:
            if self._is_free(Placed(box)) and holds(box):
                return self._take(Placed(box))
        return None

    def _take(self, placed: Placed) -> Placed:
        self._taken.append(placed.box)
        if placed.leader:
            self._leaders.append(placed.leader)
        return placed

    def _is_free(self, placed: Placed) -> bool:
        if not self._frame.contains(placed.box):
            return False
        if any(placed.box.intersects(taken) for taken in self._taken):
            return False
        if any(_crosses(leader, placed.box) for leader in self._leaders):
            return False
        leader = placed.leader
        # The first box that a leader leaves is that of its own place.
        return leader is None or not any(
            _crosses(leader, taken) for taken in self._taken if not taken.contains(leader.p1())
        )


def _around(spot: QPointF, radius: float, size: QSizeF) -> Iterator[Placed]:
    """Boxes around a place, ring after ring."""
    line = size.height()
    for step in range(_STEPS):
        gap = radius + line * (0.15 + 0.45 * step)
        for right, down in _SIDES:
            centre = QPointF(
                spot.x() + right * (gap + size.width() / 2),
                spot.y() + down * (gap + line / 2),
            )
            # Aslant the corners are far enough apart already.
            if right and down:
                centre = QPointF(
                    spot.x() + right * (gap * 0.7 + size.width() / 2),
                    spot.y() + down * (gap * 0.7 + line / 2),
                )
            box = _box(centre, size)
            is_near = gap - radius < line * _NEAR
            yield Placed(box, None if is_near else QLineF(spot, _nearest(box, spot)))


def _box(centre: QPointF, size: QSizeF) -> QRectF:
    box = QRectF(QPointF(), size)
    box.moveCenter(centre)
    return box


def _nearest(box: QRectF, point: QPointF) -> QPointF:
    """The point of a box that is nearest to another point."""
    return QPointF(
        min(max(point.x(), box.left()), box.right()),
        min(max(point.y(), box.top()), box.bottom()),
    )


def _crosses(line: QLineF, box: QRectF) -> bool:
    """Whether a line runs through a box."""
    if box.contains(line.p1()) or box.contains(line.p2()):
        return True
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
    sides = (QLineF(corners[number - 1], corners[number]) for number in range(4))
    crossing = QLineF.IntersectionType.BoundedIntersection
    return any(line.intersects(side)[0] is crossing for side in sides)
