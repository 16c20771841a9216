"""A tree of records: the view, and the delegate that wraps its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.ui.lists.paragraphs import Paragraph, Paragraphs
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.record_tree_model import ID_ROLE, NOTE_ROLE, Branch, RecordTreeModel

_Index = QModelIndex | QPersistentModelIndex


class BranchDelegate(QStyledItemDelegate):
    """Draws a title and a quieter note below it, each on as many lines as it needs.

    The view draws what is behind a row: this draws text alone.
    """

    # Every text is wrapped to the width of its line: no tree can be too narrow for it.
    wraps = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paragraphs = Paragraphs()
        self._margin = space(Space.SMALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        left, top = option.rect.left() + self._margin, option.rect.top() + self._margin // 2
        for part, role in self._parts(index, option.rect.width()):
            # A heading is disabled, but no paler than other quiet texts.
            colour = option.palette.color(QPalette.ColorGroup.Active, role)
            part.draw(painter, left, top, colour)
            top += part.height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = option.rect.width()
        if width <= 0 and isinstance(option.widget, RecordTree):
            width = option.widget.width_of(index)
        height = sum(part.height for part, _role in self._parts(index, width))
        return QSize(width, height + self._margin)

    def _parts(self, index: _Index, width: int) -> Iterator[tuple[Paragraph, QPalette.ColorRole]]:
        quiet = QPalette.ColorRole.PlaceholderText
        room = width - 2 * self._margin
        is_record = bool(index.data(ID_ROLE))
        face, colour = (Role.BODY, QPalette.ColorRole.Text) if is_record else (Role.LABEL, quiet)
        yield self._paragraphs.laid_out(index.data(), face, room), colour
        if note := index.data(NOTE_ROLE):
            yield self._paragraphs.laid_out(note, Role.SMALL, room), quiet


class RecordTree(QTreeView):
    """The tree. `record_asked` carries the id of a record that a person chose with mouse or arrows;
    `page_asked` tells that Return was pressed, to go on to its page.
    """

    record_asked = Signal(str)
    page_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tree")
        self.branches = RecordTreeModel()
        self.setModel(self.branches)
        self.setItemDelegate(BranchDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(space(Space.MEDIUM) + space(Space.TIGHT))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._is_answering = False
        self.selectionModel().currentChanged.connect(self._ask)

    def set_branches(self, branches: Sequence[Branch]) -> None:
        """Show other branches, or the same in other words."""
        self.branches.set_branches(branches)
        # Words of another length need lines of another number.
        self.scheduleDelayedItemsLayout()

    def select(self, record_id: str | None) -> None:
        """Choose a record, and open what it stands under; one that is not there chooses nothing."""
        index = self.branches.index_of(record_id) if record_id else QModelIndex()
        # Only a person's choice asks for a record; this one is the answer to it.
        self._is_answering = True
        self.setCurrentIndex(index)
        self._is_answering = False
        if index.isValid():
            self.scrollTo(index)

    def width_of(self, index: _Index) -> int:
        """How wide the line of an index is."""
        depth = 1
        while (index := index.parent()).isValid():
            depth += 1
        return self.viewport().width() - depth * self.indentation()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the panel over the whole width, so that what is chosen is one bar at any depth."""
        option.rect = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        is_chosen = index == self.currentIndex()
        option.state &= QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_MouseOver
        if is_chosen:
            option.state |= QStyle.StateFlag.State_Selected
        if is_chosen and self.hasFocus():
            option.state |= QStyle.StateFlag.State_HasFocus
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self.style().drawPrimitive(panel, option, painter, self)
        rect = self.visualRect(index)
        self.drawBranches(painter, QRect(0, rect.top(), rect.left(), rect.height()), index)
        option.rect = rect
        self.itemDelegate().paint(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        """A chevron before what has something under it."""
        if not self.model().hasChildren(index):
            return
        size = self.indentation() / 5
        centre = QPointF(rect.right() - self.indentation() / 2 + 1, rect.center().y() + 0.5)
        points = [QPointF(-size / 2, -size), QPointF(size / 2, 0), QPointF(-size / 2, size)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), size / 3))
        painter.translate(centre)
        painter.rotate(90 if self.isExpanded(index) else 0)
        painter.drawPolyline(points)
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.page_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Other widths need other heights: what is chosen must not be moved out of sight.
            self.doItemsLayout()
            self.scrollTo(self.currentIndex())

    def _ask(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_answering:
            self.record_asked.emit(current.data(ID_ROLE))
