"""What stands in place of a list that is narrowed to nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import text_label


class NothingFits(QWidget):
    """Says what to do, and does it at the press of `clear`."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message
        self.label = text_label("", Role.HEADING)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear = QPushButton()
        column = QVBoxLayout(self)
        edge = space(Space.WIDE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.MEDIUM))
        column.addStretch(1)
        column.addWidget(self.label)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def retranslate(self, language: Language) -> None:
        """Set all text in a language."""
        self.label.setText(language.gettext(self._message))
        self.clear.setText(language.gettext("Clear all"))
