"""A list that pops up, in which one thing is chosen by its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.folding import words_of
from desktop.ui.look.typography import Role, Space, font, space

_KEY_ROLE = Qt.ItemDataRole.UserRole
_WORDS_ROLE = Qt.ItemDataRole.UserRole + 1
# Of the window that it opens over, so much at most; it is as wide as so many characters.
_MOST_OF_WIDTH, _MOST_OF_HEIGHT, _CHARACTERS = 0.9, 0.65, 76
_MOVING_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: its key, its title, and "" or a second line."""

    key: str
    title: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Things under a heading, "" for none."""

    title: str
    offers: Sequence[Offer]


class Picker(QFrame):
    """Things under headings, narrowed by what one types; `chosen` carries the key of one.

    `prompt` stands where one types, `name` says what the list holds.
    """

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, groups: Iterable[OfferGroup], prompt: str, name: str
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("checkList")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.words = QLineEdit()
        self.words.setPlaceholderText(prompt)
        self.words.setAccessibleName(prompt)
        self.words.textChanged.connect(self._narrow)
        self.words.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        for group in groups:
            self._add(group)
        column = QVBoxLayout(self)
        edge = space(Space.SMALL)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(edge)
        column.addWidget(self.words)
        column.addWidget(self.list)

    def open(self, at: QPoint, window: QRect, key: str) -> None:
        """Open at a point of the screen, inside the rectangle of the window, at a key."""
        character = self.fontMetrics().averageCharWidth()
        width = min(character * _CHARACTERS, round(window.width() * _MOST_OF_WIDTH))
        height = round(window.height() * _MOST_OF_HEIGHT)
        left = max(window.left(), min(at.x(), window.right() - width))
        top = max(window.top(), min(at.y(), window.bottom() - height))
        self.setGeometry(QRect(left, top, width, height))
        self.show()
        self._go_to(key)
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While one types, the arrows walk through the list and Return chooses."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVING_KEYS:
                self.list.keyPressEvent(event)
                return True
            if event.key() in _CHOOSING_KEYS:
                self._choose(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def shown(self) -> list[str]:
        """The keys of the things that are left."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_KEY_ROLE) for item in items if _is_offer(item) and not item.isHidden()]

    def _add(self, group: OfferGroup) -> None:
        if group.title:
            heading = QListWidgetItem(group.title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(font(Role.LABEL))
            heading.setData(_WORDS_ROLE, "")
            self.list.addItem(heading)
        for offer in group.offers:
            item = QListWidgetItem(
                f"{offer.title}\n{offer.detail}" if offer.detail else offer.title
            )
            item.setData(_KEY_ROLE, offer.key)
            words = f"{group.title} {offer.title} {offer.detail}"
            item.setData(_WORDS_ROLE, " ".join(words_of(words)))
            self.list.addItem(item)

    def _narrow(self, text: str) -> None:
        """Leave the things that have all the words, and their headings."""
        wanted = words_of(text)
        heading, first = None, None
        for row in range(self.list.count()):
            item = self.list.item(row)
            if not _is_offer(item):
                heading = item
                item.setHidden(True)
                continue
            fits = all(word in item.data(_WORDS_ROLE) for word in wanted)
            item.setHidden(not fits)
            if fits and heading:
                heading.setHidden(False)
            first = first or (item if fits else None)
        if first:
            self.list.setCurrentItem(first)
        else:
            self.list.setCurrentRow(-1)

    def _go_to(self, key: str) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        offers = [item for item in items if _is_offer(item)]
        here = next((item for item in offers if item.data(_KEY_ROLE) == key), None)
        if offers:
            self.list.setCurrentItem(here or offers[0])

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and _is_offer(item) and not item.isHidden():
            key = item.data(_KEY_ROLE)
            self.close()
            self.chosen.emit(key)


def _is_offer(item: QListWidgetItem) -> bool:
    return bool(item.data(_KEY_ROLE))
