"""The body of home: its parts in reading order, in one column or in two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.sheets.home.top import HomeTop
from desktop.ui.context import Context
from desktop.ui.home.figure_cards import FigureCards
from desktop.ui.home.header import HomeHeader
from desktop.ui.look.typography import Space, space
from desktop.ui.widgets.placing import Area, Placed, adopt, stacked

# From so many characters on there are two columns, and wider than so many the page does not grow.
_TWO_COLUMNS = 92
_MOST_CHARACTERS = 200
# Text needs more room than the map.
_LEFT, _RIGHT = 4, 3


class HomeBody(Placed):
    """Holds the parts, the top of home first; `painted` tells once that it can be seen.

    `record_asked` carries the id of a record that was chosen.
    """

    record_asked = Signal(str)
    painted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.header = HomeHeader(context)
        self.figures = FigureCards(context)
        self._parts: list[QWidget] = []
        self._aside: Sequence[QWidget] = ()
        self._has_painted = False
        for part in (self.header, self.figures):
            part.record_asked.connect(self.record_asked)
        self.add_parts((self.header, self.figures), ())

    def add_parts(self, parts: Sequence[QWidget], aside: Sequence[QWidget]) -> None:
        """Hold more parts, in reading order; those `aside` go on the right where there is room."""
        self._parts += parts
        self._aside = aside
        adopt(self, parts)
        self.forget()

    def show_top(self, top: HomeTop) -> None:
        """Show the top of home in the language of the moment."""
        self.header.show_top(top)
        self.figures.show_top(top)

    def forget_all(self) -> None:
        """Measure all parts anew: of what is hidden Qt does not tell that it changed."""
        for part in (self, *self.findChildren(Placed)):
            part.forget()
        self.updateGeometry()

    def arrange(self, width: int) -> Iterator[Area]:
        character = self.fontMetrics().averageCharWidth()
        margin, top, gap = space(Space.WIDE), space(Space.LARGE), space(Space.WIDE)
        room = QRect(margin, top, min(width, character * _MOST_CHARACTERS) - 2 * margin, 0)
        if width < character * _TWO_COLUMNS:
            yield from stacked(self._parts, room, gap)
            return
        left = (room.width() - gap) * _LEFT // (_LEFT + _RIGHT)
        on_the_left = [part for part in self._parts if part not in self._aside]
        yield from stacked(on_the_left, QRect(margin, top, left, 0), gap)
        yield from stacked(self._aside, room.adjusted(left + gap, 0, 0, 0), gap)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + space(Space.WIDE)

    def minimumSizeHint(self) -> QSize:
        """Where the widest part fits, all fits."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        least = widest + 2 * space(Space.WIDE)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
