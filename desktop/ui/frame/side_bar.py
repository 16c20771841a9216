"""The side bar: every view, in groups; the one that is open bears a bar and heavier letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate

from desktop.ui import views
from desktop.ui.context import Context
from desktop.ui.look.icons import plain_icon
from desktop.ui.look.typography import Role, Space, font, space
from desktop.ui.views import ViewSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_Index = QModelIndex | QPersistentModelIndex

KEY_ROLE = Qt.ItemDataRole.UserRole
COUNT_ROLE = Qt.ItemDataRole.UserRole + 2
BRIEFING = "briefing"


class SideBar(QListWidget):
    """The list of views; `view_asked` carries the key of the one that was chosen."""

    view_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("sideBar")
        self._context = context
        self.setItemDelegate(_Delegate(context, self))
        for spec in views.ALL:
            item = QListWidgetItem()
            item.setData(KEY_ROLE, spec.key)
            self.addItem(item)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        # The one that is shown first; a list that gets the focus would choose for itself.
        self.setCurrentRow(0)
        self.currentItemChanged.connect(self._ask)
        self.recolour()

    def retranslate(self) -> None:
        """Set all names anew in the language of the moment."""
        self.setAccessibleName(self._context.language.gettext("Views"))
        for number, spec in enumerate(views.ALL):
            self.item(number).setText(title_of(spec, self._context, self._context.language.code))
        self._say_count()

    def recolour(self) -> None:
        """Draw the icons anew in the colours of the moment."""
        for number, spec in enumerate(views.ALL):
            icon = plain_icon(self._context.resources, spec.icon, self._context.theme)
            self.item(number).setIcon(icon)

    def fit(self) -> None:
        """Be as wide as the longest name in any language, so that a switch moves nothing."""
        widest = max(
            QFontMetrics(font(Role.STRONG)).horizontalAdvance(title_of(spec, self._context, code))
            for spec in views.ALL
            for code in self._context.languages
        )
        # What the style sheet leaves free around the names.
        self.setFixedWidth(widest + _around_the_name() + space(Space.MEDIUM) + 1)
        self.scheduleDelayedItemsLayout()

    def count_briefing(self) -> None:
        """Show how many things are saved in the briefing."""
        meetings = self._context.briefing.briefing.meetings
        count = sum(len(meeting.items) for meeting in meetings)
        for number, spec in enumerate(views.ALL):
            if spec.key == BRIEFING:
                self.item(number).setData(COUNT_ROLE, count)
        self._say_count()

    def show_where(self, key: str) -> None:
        """Mark the view of that key, without asking for it."""
        self.blockSignals(True)
        self.setCurrentRow([spec.key for spec in views.ALL].index(key))
        self.blockSignals(False)

    def row_under_mouse(self) -> int:
        """The row that the mouse points at; -1 for none."""
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.view_asked.emit(item.data(KEY_ROLE))

    def _say_count(self) -> None:
        language = self._context.language
        for number in range(self.count()):
            item = self.item(number)
            spoken = item.text()
            if count := item.data(COUNT_ROLE):
                sentence = language.ngettext("{view}, {count} item", "{view}, {count} items", count)
                spoken = sentence.format(view=item.text(), count=language.number(count))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)


class _Delegate(QStyledItemDelegate):
    """Draws a view: its icon, its name, how much is in it; and a line where a group begins."""

    def __init__(self, context: Context, side_bar: SideBar) -> None:
        super().__init__(side_bar)
        self._context = context
        # Asked itself what state a row is in: to load QStyle and its many flags takes a fiftieth of
        # the start.
        self._side_bar = side_bar

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._context.theme
        is_open = index.row() == self._side_bar.currentRow()
        room = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if _opens_group(index.row()):
            line = QRect(room.left(), room.top() + _gap() // 2, room.width(), 1)
            painter.fillRect(line, theme.colour("border"))
            room.setTop(room.top() + _gap())
        self._paint_ground(painter, room, index, is_open=is_open)
        icon_size = _icon_size()
        place = QRect(room.left() + space(Space.SMALL), 0, icon_size, icon_size)
        # A point lower than the middle, as letters are: most of them do not rise to the top.
        place.moveTop(room.center().y() - icon_size // 2 + 1)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, place)
        room.setLeft(place.right() + space(Space.SMALL))
        room.setRight(room.right() - space(Space.SMALL))
        self._paint_texts(painter, room, index, is_open=is_open)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, room: QRect, index: _Index, *, is_open: bool
    ) -> None:
        """The bar and the ground of the open view; where the mouse is; where the focus is."""
        theme = self._context.theme
        radius = space(Space.TIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_open:
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(room), radius, radius)
            bar = QRectF(room.left(), room.top(), space(Space.HAIR) + 1, room.height())
            painter.fillRect(bar, theme.colour("accent"))
        elif index.row() == self._side_bar.row_under_mouse():
            painter.setBrush(theme.colour("base"))
            painter.drawRoundedRect(QRectF(room), radius, radius)
        if is_open and self._side_bar.hasFocus():
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_texts(self, painter: QPainter, room: QRect, index: _Index, *, is_open: bool) -> None:
        theme = self._context.theme
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text"))
        painter.setFont(font(Role.STRONG if is_open else Role.BODY))
        painter.drawText(room, middle, index.data())
        if count := index.data(COUNT_ROLE):
            painter.setPen(theme.colour("muted"))
            painter.setFont(font(Role.SMALL))
            number = self._context.language.number(count)
            painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, number)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        strong = QFontMetrics(font(Role.STRONG))
        gap = _gap() if _opens_group(index.row()) else 0
        # As much room around a name as leaves all of them on the smallest window.
        around = 2 * space(Space.SMALL) - space(Space.TIGHT) - space(Space.HAIR)
        height = max(strong.height(), _icon_size()) + around
        width = strong.horizontalAdvance(index.data() or "") + _around_the_name()
        return QSize(width, height + gap)


def title_of(spec: ViewSpec, context: Context, code: str) -> str:
    """What a view is called in a language."""
    if spec.title is None:
        return context.country().title[code]
    return context.languages[code].gettext(spec.title)


def _opens_group(row: int) -> bool:
    return row > 0 and views.ALL[row].group is not views.ALL[row - 1].group


def _gap() -> int:
    return space(Space.SMALL) + 1


def _icon_size() -> int:
    return round(space(Space.MEDIUM) * 1.1)


def _around_the_name() -> int:
    """The icon and what is left free around it, the name and the count."""
    count = QFontMetrics(font(Role.SMALL)).horizontalAdvance("00")
    return _icon_size() + 4 * space(Space.SMALL) + count
