"""The table twin of a chart: the same values in rows, wrapped and never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.sheets.charts.page import ChartTable
from desktop.ui.context import Context
from desktop.ui.lists.paragraphs import Paragraph, Paragraphs
from desktop.ui.look.typography import Role, Space, font, set_role, space

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
# No column asks for more room than so many characters; a longer text is wrapped.
MOST_CHARACTERS = 40
# The column of the values.
VALUE = 1
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartTableModel(QAbstractTableModel):
    """Texts in rows, and above them a header."""

    def __init__(self) -> None:
        super().__init__()
        self._table = ChartTable((), ())

    def set_table(self, table: ChartTable) -> None:
        """Show another table, or the same in other words."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table.header)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._table.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def texts(self, column: int) -> Sequence[str]:
        """The texts of a column."""
        return [row[column] for row in self._table.rows]

    def words(self, column: int) -> Iterator[str]:
        """Each piece of a column that must stay on one line; a no-break space breaks none."""
        for text in self.texts(column):
            yield from text.split(" ")

    def lines(self, rows: Iterable[int]) -> str:
        """Some rows as text in columns, with the header above them."""
        chosen = [self._table.rows[row] for row in rows]
        return "\n".join("\t".join(row) for row in (self._table.header, *chosen))


def role_of(column: int) -> Role:
    """The font of a column: values stand out."""
    return Role.STRONG if column == VALUE else Role.BODY


class _CellDelegate(QStyledItemDelegate):
    """Draws a cell, wrapped to its column; the chosen row has a bar before it, and the focus a line
    around it.
    """

    # No cell is too narrow for its text.
    wraps = True

    def __init__(self, context: Context, parent: ChartTableView) -> None:
        super().__init__(parent)
        self._context = context
        self._view = parent
        self._paragraphs = Paragraphs()
        self._margin = space(Space.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = option.rect.width()
        height = self._paragraph(index, width).height + 2 * (self._margin // 2)
        return QSize(width, height + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, rect = self._context.theme, option.rect
        painter.save()
        if index.row() == self._view.currentIndex().row():
            self._draw_choice(painter, rect, index.column())
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left, top = rect.left() + self._margin, rect.top() + self._margin // 2
        paragraph = self._paragraph(index, rect.width())
        paragraph.draw(painter, left, top, theme.colour("text"))
        painter.restore()

    def _draw_choice(self, painter: QPainter, rect: QRect, column: int) -> None:
        theme = self._context.theme
        painter.fillRect(rect, theme.colour("accent_soft"))
        if column == 0:
            bar = QRect(rect.left(), rect.top(), self._margin // 2, rect.height())
            painter.fillRect(bar, theme.colour("accent"))
        if not self._view.hasFocus():
            return
        line = max(1, self._margin // 4)
        sides = [QRect(rect.left(), rect.top(), rect.width(), line)]
        sides.append(sides[0].translated(0, rect.height() - line))
        if column == self._view.rows.columnCount() - 1:
            sides.append(QRect(rect.right() - line + 1, rect.top(), line, rect.height()))
        for side in sides:
            painter.fillRect(side, theme.colour("accent"))

    def _paragraph(self, index: _Index, width: int) -> Paragraph:
        role = role_of(index.column())
        return self._paragraphs.laid_out(index.data(), role, width - 2 * self._margin)


class ChartTableView(QTableView):
    """Shows a ChartTable. `row_asked` carries the number of a row that was opened."""

    row_asked = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = ChartTableModel()
        self._row = 0
        self.setModel(self.rows)
        self.setItemDelegate(_CellDelegate(context, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setObjectName("columns")
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(header, Role.LABEL)
        self.setFont(font(Role.BODY))
        # A choice has a bar of its own, drawn over the whole row.
        self.selectionModel().currentRowChanged.connect(self.viewport().update)
        self.doubleClicked.connect(lambda index: self.row_asked.emit(index.row()))

    def show_table(self, table: ChartTable) -> None:
        """Show a table; the row that one is at stays, as far as there is one."""
        row = max(self.currentIndex().row(), self._row)
        self._row = 0
        self.rows.set_table(table)
        self._share_width()
        # A list that gets the focus without a current row says nothing to a screen reader.
        self.setCurrentIndex(self.rows.index(min(row, self.rows.rowCount() - 1), 0))

    def clear(self) -> None:
        """Show nothing; the row that one was at is kept for the next table."""
        if self.rows.rowCount():
            self._row = max(self.currentIndex().row(), 0)
            self.rows.set_table(ChartTable((), ()))

    def copy(self) -> None:
        """Copy the chosen rows as text in columns, with the header above them."""
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        QGuiApplication.clipboard().setText(self.rows.lines(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in OPENING_KEYS and self.currentIndex().isValid():
            self.row_asked.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column a share of the width by its longest text, and room for each word."""
        header = self.horizontalHeader()
        numbers = range(self.rows.columnCount())
        metrics = [QFontMetrics(font(role_of(number))) for number in numbers]
        least = [
            max(
                header.sectionSizeFromContents(number).width(),
                self._room(metrics[number], self.rows.words(number)),
            )
            for number in numbers
        ]
        most = self.fontMetrics().averageCharWidth() * MOST_CHARACTERS
        wanted = [
            max(least[number], min(most, self._room(metrics[number], self.rows.texts(number))))
            for number in numbers
        ]
        spare = max(0, self.viewport().width() - sum(least))
        more = sum(wanted) - sum(least)
        for number in numbers:
            share = (wanted[number] - least[number]) / more if more else 1 / len(wanted)
            header.resizeSection(number, least[number] + int(spare * share))

    def _room(self, metrics: QFontMetrics, texts: Iterable[str]) -> int:
        """The width that the longest of some texts needs on one line."""
        widest = max(map(metrics.horizontalAdvance, texts), default=0)
        return widest + 2 * space(Space.SMALL) + 1
