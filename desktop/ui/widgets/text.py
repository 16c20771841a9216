"""Labels: a text in a role of the type scale, and a text with links in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.ui.look.typography import Role, set_role

# A text that cannot need a second line is laid out much faster without asking.
SHORT = 12


class WrappedLabel(QLabel):
    """A wrapped label that a narrow window may squeeze: its longest word is no minimum width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def text_label(text: str, role: Role, look: str = "") -> QLabel:
    """A plain text, wrapped; `look` is `muted`, `accent` or nothing."""
    label = WrappedLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(len(text) > SHORT)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    label.setProperty("role", look)
    set_role(label, role)
    return label


def link_label(links: str, role: Role, spoken: str, follow: Callable[[str], object]) -> QLabel:
    """A label of links (HTML) that mouse and keyboard reach.

    `spoken` is what a screen reader says; `follow` is handed the target of the link chosen.
    """
    label = text_label(links, role)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.LinksAccessibleByMouse
        | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
    )
    label.setAccessibleName(spoken)
    label.linkActivated.connect(follow)
    return label
