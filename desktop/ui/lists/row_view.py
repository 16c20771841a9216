"""A list of rows of unlike heights, drawn row by row and worked by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
)

from desktop.ui.lists.row_delegate import Layouter, RowDelegate
from desktop.ui.lists.row_model import RowModel
from desktop.ui.lists.row_scroll import STEPS, RowScroll, Strip

_Index = QModelIndex | QPersistentModelIndex
_Action = QAbstractItemView.CursorAction
_State = QStyle.StateFlag

# A turn of the wheel moves three of these.
STEPS_A_LINE = STEPS // 3


class RowView(QAbstractItemView):
    """Shows a `RowModel` of any length: a row is measured when it is first seen.

    `page_asked` tells that Return was pressed, to go on to the page.
    """

    page_asked = Signal()
    # Whether the row that one was at stands out after the keyboard has gone elsewhere: where a page
    # beside the list shows its record.
    marks_shown = True

    def __init__(self, model: RowModel, layouter: Layouter) -> None:
        super().__init__()
        self.setObjectName("catalogue")
        self._records = model
        self._layouter = layouter
        self._rows = RowDelegate(self._layouter, self)
        self._scroll = RowScroll(self._rows.height)
        self._hovered = -1
        self._is_fitting = False
        self.setItemDelegate(self._rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A scroll bar that comes and goes with the rows would wrap all of them anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)

    def arrange_columns(self, width: int) -> int:
        """Lay the rows out in a width; the height of what stands above them, if anything does."""
        raise NotImplementedError

    def place_header(self, height: int) -> None:
        """Put what stands above the rows into its place."""

    def seen(self) -> Iterator[Strip]:
        """The rows that can be seen, from the top."""
        return self._scroll.seen(self.verticalScrollBar().value(), self.viewport().height())

    def place_of(self, record_id: str | None) -> tuple[str, int] | None:
        """A record with its distance from the top, to be put there again: the one asked for if it
        is seen, else the first that is.
        """
        found: tuple[str, int] | None = None
        for strip in self.seen():
            here = self._records.id_at(strip.row)
            if here is not None and (found is None or here == record_id):
                found = here, strip.top
        return found

    def put_back(self, place: tuple[str, int] | None) -> None:
        """Scroll to where a record stands at a distance from the top, as `place_of` said."""
        row = self._records.row_of(place[0]) if place else None
        if place is None or row is None:
            return
        position = self._scroll.position_below(row, place[1] + self._rows.height(row))
        self.verticalScrollBar().setValue(position)

    # What changes.

    def reset(self) -> None:
        self._rows.forget()
        self._scroll.count = self._records.rowCount()
        self._hovered = -1
        super().reset()
        self.updateGeometries()

    def dataChanged(
        self,
        topLeft: _Index,  # noqa: N803 - Qt's own names, here and below
        bottomRight: _Index,  # noqa: N803
        roles: Sequence[int] = (),
    ) -> None:
        self._rows.forget()
        super().dataChanged(topLeft, bottomRight, list(roles))
        self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._layouter.forget_fonts()
            self._rows.forget()
            self.updateGeometries()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Give the rows their width, what stands above them its place, the scroll bar its range."""
        if self._is_fitting:
            return
        self._is_fitting = True
        above = self.arrange_columns(self.contentsRect().width() - self.verticalScrollBar().width())
        self.setViewportMargins(0, above, 0, 0)
        self.place_header(above)
        self._update_scroll_bar()
        super().updateGeometries()
        self.viewport().update()
        self._is_fitting = False

    def _update_scroll_bar(self) -> None:
        window = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(STEPS_A_LINE)
        if not self.isVisible():
            # In a width that is not yet its own no row need be measured: room for all of them.
            bar.setRange(0, self._scroll.count * STEPS)
            return
        bar.setPageStep(max(sum(1 for _ in self.seen()) - 1, 1) * STEPS)
        bar.setRange(0, self._scroll.last_position(window))
        bar.setEnabled(bar.maximum() > 0)

    # Where things are.

    def visualRect(self, index: _Index) -> QRect:
        """Of a title the whole row, of another cell that cell; none where it is not shown."""
        across = self.across(index) if index.isValid() else None
        if across is None:
            return QRect()
        row, (left, width) = index.row(), across
        for strip in self.seen():
            if strip.row == row:
                return QRect(left, strip.top, width, strip.height)
        # Out of sight: above or below the window, no matter where.
        first, _hidden = self._scroll.first(self.verticalScrollBar().value())
        height = self._rows.height(row)
        return QRect(left, -height if row < first else self.viewport().height(), width, height)

    def across(self, index: _Index) -> tuple[int, int] | None:
        """Where a cell begins and how wide it is; None where it is not shown."""
        return (0, self.viewport().width()) if index.column() == 0 else None

    def indexAt(self, point: QPoint) -> QModelIndex:
        for strip in self.seen():
            if strip.top <= point.y() < strip.top + strip.height:
                return self._records.index(strip.row, self.column_at(strip.row, point.x()))
        return QModelIndex()

    def column_at(self, row: int, left: int) -> int:
        """The column of the cell at a distance from the left."""
        return 0

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll as little as shows a row whole, with the heading that it stands first under."""
        if not index.isValid():
            return
        row = index.row()
        window = self.viewport().height()
        above = row - 1 if row and self._records.is_heading(row - 1) else row
        first, hidden = self._scroll.first(self.verticalScrollBar().value())
        if above < first or (above == first and hidden):
            self.verticalScrollBar().setValue(self._scroll.position(above))
            return
        whole = (strip.row for strip in self.seen() if strip.top + strip.height <= window)
        if row not in whole and row != first:
            self.verticalScrollBar().setValue(self._scroll.position_below(row, window))

    def moveCursor(
        self,
        cursorAction: _Action,  # noqa: N803
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """The title that a key leads to; headings are passed over."""
        current = self.currentIndex()
        if not self._scroll.count or (cursorAction is _Action.MoveNext and not current.isValid()):
            # Qt asks for the next when the focus comes in: that is no choice of a record.
            return QModelIndex()
        row = self._row_after(cursorAction, current.row())
        return current if row is None else self._records.index(row, 0)

    def _row_after(self, action: _Action, row: int) -> int | None:
        """The record that a key leads to from a row; None where it leads nowhere."""
        window, last = self.viewport().height(), self._scroll.count - 1
        match action:
            case _Action.MoveUp | _Action.MovePrevious:
                return self._records.record_from(row - 1, -1)
            case _Action.MoveDown | _Action.MoveNext:
                return self._records.record_from(row + 1, 1)
            case _Action.MoveHome:
                return self._records.record_from(0, 1)
            case _Action.MoveEnd:
                return self._records.record_from(last, -1)
            case _Action.MovePageUp | _Action.MovePageDown:
                step = 1 if action is _Action.MovePageDown else -1
                row = self._scroll.page(max(row, 0), window, step)
                found = self._records.record_from(row, step)
                # Above the first record there may be its heading.
                return self._records.record_from(0, 1) if found is None else found
            case _:
                return None

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, index: _Index) -> bool:
        return False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # What is chosen.

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and self.hasFocus():
            self._tell_screen_reader(current)

    def _tell_screen_reader(self, index: _Index) -> None:
        event = QAccessibleEvent(self, QAccessible.Event.Focus)
        event.setChild(index.row() * self._records.columnCount())
        QAccessible.updateAccessibility(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page_asked.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters lead nowhere."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        # Headings and the room below the last row are no choice, nor do they undo one.
        if index.isValid() and not self._records.is_heading(index.row()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        # Not the base's, which would open each record that the pointer is dragged over.
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    # What is drawn.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        for strip in self.seen():
            if event.rect().intersects(QRect(0, strip.top, self.width(), strip.height)):
                self._draw(strip, painter, option)
        painter.end()

    def _draw(self, strip: Strip, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_current = strip.row == self.currentIndex().row()
        is_current = is_current and (self.marks_shown or self.hasFocus())
        state = _State.State_Enabled
        if is_current:
            state |= _State.State_Selected
        if is_current and self.hasFocus():
            state |= _State.State_HasFocus
        if strip.row == self._hovered:
            state |= _State.State_MouseOver
        option.state = state
        option.rect = QRect(0, strip.top, self.viewport().width(), strip.height)
        if not self._records.is_heading(strip.row):
            panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
            self.style().drawPrimitive(panel, option, painter, self)
        self._rows.paint(painter, option, self._records.index(strip.row, 0))
