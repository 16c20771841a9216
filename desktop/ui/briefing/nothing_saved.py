"""What stands in the briefing as long as nothing is saved: how to save something."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import text_label

MOST_CHARACTERS = 64


class NothingSaved(QScrollArea):
    """A heading and two sentences; they scroll, so that they hold no window open."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title = text_label("", Role.DISPLAY)
        self._how = text_label("", Role.BODY)
        self._import = text_label("", Role.BODY, "muted")
        body = QWidget()
        column = QVBoxLayout(body)
        edge = space(Space.WIDE)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(space(Space.MEDIUM))
        column.addStretch(1)
        for label in (self._title, self._how, self._import):
            label.setWordWrap(True)
            label.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS)
            column.addWidget(label)
        column.addStretch(2)
        self.setWidget(body)

    def retranslate(self, language: Language) -> None:
        """Set all text in a language."""
        tr = language.gettext
        self._title.setText(tr("Nothing is saved yet"))
        self.setAccessibleName(self._title.text())
        self._how.setText(
            tr(
                "Open a record and press “Save to briefing”, or Ctrl+D; a single figure is saved "
                "where its source is shown. What you save stands here by meeting, in your order "
                "and with your notes."
            )
        )
        self._import.setText(
            tr("To go on with a briefing from another laptop, press Import or drop its file here.")
        )
