"""Widgets placed by hand, one below the other or in columns.

Qt's own layouts ask each text for its height at several widths, several times over. Here each is
asked once for each width, so that a page of many texts turns up at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.look.typography import Space, space

Area = tuple[QWidget, QRect]


class Placed(QWidget):
    """A widget that places its children; a kind of it says where in `arrange`."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: tuple[int, list[Area]] = (-1, [])

    def arrange(self, width: int) -> Iterable[Area]:
        """Where each child goes at a width; those that are hidden go nowhere."""
        raise NotImplementedError

    def forget(self) -> None:
        """Ask the children anew for their heights, as their texts have changed."""
        self._plan = (-1, [])

    def place(self) -> None:
        """Put every child where it belongs, and all that is in it."""
        for child, area in self._planned(self.width()):
            child.setGeometry(area)
            if isinstance(child, Placed):
                child.place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((area.bottom() + 1 for _child, area in self._planned(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """The narrowest at which each child has the room that it needs."""
        children = [child for child, _area in self._planned(self.width())]
        least = max((child.minimumSizeHint().width() for child in children), default=0)
        return QSize(least, self.heightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._notice_change()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()
        if not isinstance(self.parentWidget(), Placed):
            # What stands around it was not told what changed while it was hidden.
            self.updateGeometry()

    def _notice_change(self) -> None:
        """A child wants another size: who is to be as high as it is only places its children."""
        self.forget()
        is_as_high = self.heightForWidth(self.width()) == self.height()
        if is_as_high or not isinstance(self.parentWidget(), Placed):
            self.place()
        if not is_as_high:
            self.updateGeometry()

    def _planned(self, width: int) -> list[Area]:
        if self._plan[0] != width:
            self._plan = (width, list(self.arrange(width)))
        return self._plan[1]


class Column(Placed):
    """Widgets one below the other, `gap` apart, each as wide as the column.

    What has a width of its own, such as a button, keeps it.
    """

    def __init__(self, gap: Space) -> None:
        super().__init__()
        self._gap = gap
        self._children: list[QWidget] = []

    def set_children(self, children: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._children = [*children]
        adopt(self, children)
        self.forget()

    def arrange(self, width: int) -> Iterable[Area]:
        return stacked(self._children, QRect(0, 0, width, 0), space(self._gap))


class Grid(Placed):
    """Widgets in rows of equal columns, each at least `least` characters wide.

    There are at most `most` columns; `across` lies between them, `down` between the rows. A widget
    may open another one, which takes the whole width below its row.
    """

    def __init__(self, least: int, most: int, across: Space, down: Space) -> None:
        super().__init__()
        self._least = least
        self._most = most
        self._across = across
        self._down = down
        self._children: list[QWidget] = []
        self._opened: dict[QWidget, QWidget] = {}

    def set_children(self, children: Sequence[QWidget]) -> None:
        """Hold these widgets, in this order."""
        self._children = [*children]
        adopt(self, children)
        self.forget()

    def open_below(self, child: QWidget, opened: QWidget) -> None:
        """Show a widget below the row of one that is held; it may be hidden again."""
        opened.setParent(self)
        self._opened[child] = opened
        self.forget()

    def arrange(self, width: int) -> Iterator[Area]:
        gap = space(self._across)
        shown = [child for child in self._children if not _is_hidden(child)]
        least = self.fontMetrics().averageCharWidth() * self._least
        most = min(max((width + gap) // (least + gap), 1), self._most)
        # A last row with a gap in it looks like something is missing.
        count = max(each for each in range(1, most + 1) if len(shown) % each == 0)
        each = (width - gap * (count - 1)) // count
        top = 0
        for start in range(0, len(shown), count):
            row = shown[start : start + count]
            height = max(height_of(child, each) for child in row)
            for column, child in enumerate(row):
                yield child, QRect(column * (each + gap), top, each, height)
            top += height
            below = [self._opened[child] for child in row if child in self._opened]
            for opened, area in stacked(below, QRect(0, top, width, 0), space(Space.SMALL)):
                yield opened, area.translated(0, space(Space.SMALL))
                top = area.bottom() + 1 + space(Space.SMALL)
            top += space(self._down)


def height_of(widget: QWidget, width: int) -> int:
    """How high a widget must be to show all of itself at a width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


def line_width(label: QLabel) -> int:
    """How wide a label must be to show its text, which is a plain one, on one line."""
    return label.fontMetrics().horizontalAdvance(label.text()) + 1


def adopt(parent: QWidget, children: Iterable[QWidget]) -> None:
    """Make widgets the children of one that may be on the screen already."""
    for child in children:
        child.setParent(parent)
        child.show()


def wrap(*labels: QLabel) -> None:
    """Let texts that are still to come go on in a second line."""
    for label in labels:
        label.setWordWrap(True)


def stacked(children: Iterable[QWidget], room: QRect, gap: int) -> Iterator[Area]:
    """Children that are shown, one below the other from the top of `room`, across its width."""
    top = room.top()
    for child in children:
        if _is_hidden(child):
            continue
        width = room.width()
        if child.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            width = min(child.sizeHint().width(), width)
        height = height_of(child, width)
        yield child, QRect(room.left(), top, width, height)
        top += height + gap


def _is_hidden(child: QWidget) -> bool:
    """Whether a child was hidden on purpose: before its first show each is hidden."""
    return child.isHidden() and child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
