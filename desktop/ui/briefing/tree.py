"""The meetings and their items, to be ordered by mouse and by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.domain.problems import N_
from desktop.l10n.language import Language
from desktop.ui.briefing.model import KEY_ROLE, NOTE_ROLE, BriefingModel, Group, is_meeting
from desktop.ui.lists.paragraphs import Paragraph, Paragraphs
from desktop.ui.look.typography import Role, Space, space

_Index = QModelIndex | QPersistentModelIndex


class BriefingTree(QTreeView):
    """The tree. `chosen` carries the key of the meeting or item that is chosen, `entered` tells
    that Return was pressed on it, `stepped` that it is to go one place up (-1) or down (1), and
    `removed` that it is to go away.
    """

    chosen = Signal(str)
    entered = Signal()
    stepped = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tree")
        self.lines = BriefingModel()
        self.lines.setParent(self)
        self.setModel(self.lines)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(space(Space.SMALL))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.selectionModel().currentChanged.connect(self._tell)
        self._make_actions()

    def _make_actions(self) -> None:
        """What can be done with a line: by key, and in a menu that names the keys."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._texts: list[tuple[QAction, str]] = []
        self.up = self._add(N_("Move up"), "Alt+Up")
        self.up.triggered.connect(lambda: self.stepped.emit(-1))
        self.down = self._add(N_("Move down"), "Alt+Down")
        self.down.triggered.connect(lambda: self.stepped.emit(1))
        self.rename = self._add(N_("Rename the meeting"), "F2")
        self.rename.triggered.connect(self.edit_title)
        self.remove = self._add(N_("Remove from the briefing"), QKeySequence.StandardKey.Delete)
        self.remove.triggered.connect(self.removed)

    def _add(self, text: str, key: str | QKeySequence.StandardKey) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(action)
        self._texts.append((action, text))
        return action

    def retranslate(self, language: Language) -> None:
        """Set the text of its own anew; the lines are set by `show_groups`."""
        self.setAccessibleName(language.gettext("Meetings and what is saved for them"))
        self._delegate.title_label = language.gettext("Title of the meeting")
        for action, text in self._texts:
            action.setText(language.gettext(text))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show other lines, or the same in other words; what is chosen and scrolled to stays."""
        if self.lines.shows(groups):
            return
        key, (anchor, distance) = self.key, self._place()
        # The model would choose nothing for a moment; only a person's choice is told.
        self.selectionModel().blockSignals(True)
        if self.lines.set_groups(groups):
            self.expandAll()
            self._select(self.lines.index_of(key))
        self.selectionModel().blockSignals(False)
        self.executeDelayedItemsLayout()
        self._return_to(anchor, distance)

    def _place(self) -> tuple[str, int]:
        """Where one is: a line that one sees, best the chosen one, and how far down it stands."""
        room = self.viewport().rect()
        current = self.currentIndex()
        is_seen = current.isValid() and self.visualRect(current).intersects(room)
        index = current if is_seen else self.indexAt(room.center())
        return index.data(KEY_ROLE) or "", self.visualRect(index).top()

    def _return_to(self, key: str, distance: int) -> None:
        """Scroll until a line stands as far down as it did."""
        index = self.lines.index_of(key)
        if index.isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(index).top() - distance)

    def select(self, key: str) -> None:
        """Choose a line without telling; nothing for a key that there is not."""
        index = self.lines.index_of(key)
        self.selectionModel().blockSignals(True)
        self._select(index)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        if index.isValid():
            self.scrollTo(index)

    @property
    def key(self) -> str:
        """The key of the line that is chosen; "" for none."""
        return self.currentIndex().data(KEY_ROLE) or ""

    def edit_title(self) -> None:
        """Write the title of the meeting anew in which one is."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(index if is_meeting(index) else index.parent())

    def _select(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)

    def _tell(self, current: QModelIndex) -> None:
        self.chosen.emit(current.data(KEY_ROLE) or "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_editing:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def width_of(self, index: _Index) -> int:
        """How wide the line of an index is."""
        return self.viewport().width() - (0 if is_meeting(index) else self.indentation())


class _Delegate(QStyledItemDelegate):
    """Draws a title and a quieter note below it, each on as many lines as it needs."""

    wraps = True

    def __init__(self, tree: BriefingTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self._paragraphs = Paragraphs()
        self.title_label = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = QStyleOptionViewItem(option)
        line.rect.setTop(line.rect.top() + _gap_above(index))
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self._tree.style().drawPrimitive(panel, line, painter, self._tree)
        left, top = line.rect.left() + space(Space.SMALL), line.rect.top() + space(Space.TIGHT)
        for part, role in self._parts(index, line.rect.width()):
            colour = line.palette.color(QPalette.ColorGroup.Active, role)
            part.draw(painter, left, top, colour)
            top += part.height

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._tree.width_of(index)
        text = sum(part.height for part, _role in self._parts(index, width))
        return QSize(width, text + 2 * space(Space.TIGHT) + _gap_above(index))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.title_label)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.setPlaceholderText(index.data())
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:
        if isinstance(editor, QLineEdit):
            self._tree.lines.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        area = option.rect
        area.setHeight(max(area.height(), editor.sizeHint().height()))
        editor.setGeometry(area)

    def _parts(self, index: _Index, width: int) -> list[tuple[Paragraph, QPalette.ColorRole]]:
        room = width - 2 * space(Space.SMALL)
        role = Role.STRONG if is_meeting(index) else Role.BODY
        title = self._paragraphs.laid_out(index.data(), role, room)
        parts = [(title, QPalette.ColorRole.Text)]
        if note := index.data(NOTE_ROLE):
            small = self._paragraphs.laid_out(note, Role.SMALL, room)
            parts.append((small, QPalette.ColorRole.PlaceholderText))
        return parts


def _gap_above(index: _Index) -> int:
    """What keeps a meeting apart from the one above it."""
    return space(Space.SMALL) if is_meeting(index) and index.row() else 0
