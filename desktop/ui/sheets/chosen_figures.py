"""The figures that were chosen for a mission sheet, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Kind
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.sheets.subjects import records_of
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import OpeningButton
from desktop.ui.widgets.picker import Picker

_Index = QModelIndex | QPersistentModelIndex
_KEY = Qt.ItemDataRole.UserRole


class ChosenFigures(QWidget):
    """A list with buttons to add, move and remove.

    `chosen` carries the ids of the figures as they are then; `from_briefing_asked` tells that
    those of the briefing are wanted too. Delete removes, Alt+Up and Alt+Down move.
    """

    chosen = Signal(object)
    from_briefing_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._figures: tuple[str, ...] = ()
        self.list = _Figures()
        self.list.removed.connect(self._remove)
        self.list.stepped.connect(self._step)
        self.add = OpeningButton("facet")
        self.add.opened.connect(self._open)
        self.from_briefing, self.remove = QPushButton(), QPushButton()
        self.from_briefing.clicked.connect(self.from_briefing_asked)
        self.remove.clicked.connect(self._remove)
        for button in (self.from_briefing, self.remove):
            button.setProperty("look", "facet")
            set_role(button, Role.LABEL)
        buttons = FlowLayout()
        buttons.setSpacing(space(Space.TIGHT))
        for button in (self.add, self.from_briefing, self.remove):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(Space.TIGHT))
        column.addWidget(self.list)
        column.addLayout(buttons)

    def show_figures(self, figures: Sequence[str]) -> None:
        """Show figures in their order, in the language of the moment."""
        language = self._context.language
        tr = language.gettext
        self._figures = tuple(figures)
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        titles = self._context.library.titles(figures)
        for each in figures:
            item = QListWidgetItem(titles[each][language.code])
            item.setData(_KEY, each)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(figures) - 1))
        self.list.setVisible(bool(figures))
        self.list.fit()
        self.list.setAccessibleName(tr("Chosen figures"))
        self.list.setAccessibleDescription(
            tr("Delete removes a figure, Alt+Up and Alt+Down move it.")
        )
        self.add.setText(tr("Add a figure"))
        self.from_briefing.setText(tr("From the briefing"))
        self.from_briefing.setAccessibleName(tr("Add the figures of the briefing"))
        self.remove.setText(tr("Remove"))
        self.remove.setAccessibleName(tr("Remove the figure"))
        self.remove.setVisible(bool(figures))

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        self.add.setIcon(self._context.icon("chevron-down"))

    def _open(self) -> None:
        language = self._context.language
        groups = records_of(self._context.library, language, (Kind.FIGURE,), "")
        tr = language.gettext
        picker = Picker(self.add, groups, tr("Find a figure"), tr("Figures"))
        picker.chosen.connect(self._add)
        picker.open(self.add.below(), self.window().geometry(), "")

    def _add(self, figure: str) -> None:
        if figure not in self._figures:
            self.chosen.emit((*self._figures, figure))
        self.list.setCurrentRow(self._figures.index(figure))

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        self.chosen.emit(self._figures[:row] + self._figures[row + 1 :])
        if not self._figures:
            # What had the keyboard vanished.
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        row = self.list.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < len(self._figures):
            return
        figures = list(self._figures)
        figures.insert(to, figures.pop(row))
        self.list.setCurrentRow(to)
        self.chosen.emit(tuple(figures))


class _Rows(QStyledItemDelegate):
    """Rows with room for all words: the style wraps them as if the row had no margins."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - 2 * space(Space.SMALL))  # type: ignore[attr-defined]
        return super().sizeHint(narrower, index)


class _Figures(QListWidget):
    """As high as its rows; `removed` and `stepped` tell of keys pressed on the current one."""

    removed = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chosenFigures")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Rows(self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height that all rows need."""
        if not self.count():
            return
        self.scrollToTop()
        self.doItemsLayout()
        last = self.visualItemRect(self.item(self.count() - 1))
        margins = self.contentsMargins()
        self.setFixedHeight(last.bottom() + 1 + margins.top() + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)
