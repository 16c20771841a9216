"""Labels: a text in a role of the type scale, and a text with links in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QWidget

from desktop.ui.look.typography import Role, set_role

# The style of links in a text that is all links: a line under each would make a grid of them.
PLAIN = "text-decoration: none"
# A text that cannot need a second line is laid out much faster without asking.
SHORT = 12
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class WrappedLabel(QLabel):
    """A wrapped label that a narrow window may squeeze: its longest word is no minimum width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class LinkLabel(WrappedLabel):
    """A label of links: each is one stop of the Tab key, and scrolls into sight."""

    def setText(self, text: str) -> None:
        super().setText(text)
        # Without a link there is nothing to stop for.
        has_links = "<a " in text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.NoFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt takes the colour of links when it reads the text, and never again.
        if event.type() is QEvent.Type.PaletteChange and "<a " in (text := self.text()):
            super().setText("")
            super().setText(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            # Qt stops at the label first, and at its first link only with the next Tab.
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name for it
        before = self.selectionStart()
        moved = super().focusNextPrevChild(next)
        if not next and self.hasSelectedText() and self.selectionStart() == before:
            # Before its first link Qt finds that link again, for ever.
            return QWidget.focusNextPrevChild(self, next)
        if self.hasFocus() and self.hasSelectedText():
            self._scroll_to_link()
        return moved

    def _scroll_to_link(self) -> None:
        """Bring the link that has the focus into sight: Qt looks at the label as a whole."""
        inside: QWidget = self
        while (parent := inside.parentWidget()) is not None:
            if isinstance(parent, QScrollArea):
                line = self.mapTo(parent.widget() or self, self._line_of_link())
                height = self.fontMetrics().height()
                parent.ensureVisible(line.x(), line.y() + height // 2, 0, height * 2)
                return
            inside = parent

    def _line_of_link(self) -> QPoint:
        """Where the line of the link begins; a label keeps its own layout to itself."""
        document = QTextDocument()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        document.setHtml(self.text())
        document.setTextWidth(self.width())
        block = document.findBlock(self.selectionStart())
        top = document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(self.selectionStart() - block.position())
        return QPoint(0, round(top + line.y()))


def text_label(text: str, role: Role, look: str = "") -> QLabel:
    """A plain text, wrapped; `look` is `muted`, `accent` or nothing."""
    label = _dressed(WrappedLabel(), role, look)
    label.setTextFormat(Qt.TextFormat.PlainText)
    set_text(label, text)
    return label


def set_text(label: QLabel, text: str) -> None:
    """Give a label of plain text another text."""
    label.setText(text)
    label.setWordWrap(len(text) > SHORT)


def link_label(links: str, role: Role, spoken: str, follow: Callable[[str], object]) -> QLabel:
    """A label of links (HTML) that mouse and keyboard reach.

    `spoken` is what a screen reader says; `follow` is handed the target of the link chosen.
    """
    label = _dressed(LinkLabel(), role, "")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setObjectName("links")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    # After the flags, which have a focus policy of their own.
    label.setText(links)
    # The address of a link is of no use outside the program; the page has a menu of its own.
    label.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    label.setAccessibleName(spoken)
    label.linkActivated.connect(follow)
    return label


def _dressed(label: QLabel, role: Role, look: str) -> QLabel:
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    label.setProperty("role", look)
    set_role(label, role)
    return label
