"""What has changed since an older sheet was saved: under headings, each row with its record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.text import link_label, text_label

# A line of text is easiest to read at 60 to 75 characters.
_MOST_CHARACTERS = 78


class Line(Protocol):
    """One change as a sentence; `is_known` says that the atlas has the record."""

    @property
    def record(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def is_known(self) -> bool: ...


class Group(Protocol):
    """Changes under a heading."""

    @property
    def heading(self) -> str: ...
    @property
    def lines(self) -> Sequence[Line]: ...


class Changes(Protocol):
    """All changes of a sheet in words: `editions` and `outcome` are sentences, to stand first."""

    @property
    def title(self) -> str: ...
    @property
    def editions(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def groups(self) -> Sequence[Group]: ...


class ComparisonPanel(QWidget):
    """Shows changes; `record_asked` carries the id of a record to open.

    `closed` tells that the preview is wanted again, `another_asked` that another older sheet is.
    """

    record_asked = Signal(str)
    closed = Signal()
    another_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.close_button, self.another = QPushButton(), QPushButton()
        self.close_button.clicked.connect(self.closed)
        self.another.clicked.connect(self.another_asked)
        bar = QWidget()
        row = FlowLayout()
        row.setSpacing(space(Space.TIGHT))
        framed = QVBoxLayout(bar)
        edge, tight = space(Space.MEDIUM), space(Space.TIGHT)
        framed.setContentsMargins(edge, tight, edge, tight)
        framed.addLayout(row)
        for button in (self.close_button, self.another):
            button.setProperty("look", "quiet")
            set_role(button, Role.LABEL)
            row.addWidget(button)
        self.page = QScrollArea()
        self.page.setObjectName("page")
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.page, 1)

    def retranslate(self) -> None:
        """Set the text of its own anew; what is compared is set by `show_changes`."""
        tr = self._context.language.gettext
        self.close_button.setText(tr("Back to the preview"))
        self.another.setText(tr("Compare another sheet…"))

    def show_changes(self, changes: Changes, file: str) -> None:
        """Show what has changed since the sheet in a `file` was saved."""
        tr = self._context.language.gettext
        body = QWidget()
        outer = QVBoxLayout(body)
        margin = space(Space.LARGE)
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(space(Space.TIGHT))
        outer.addWidget(text_label(tr("What has changed since"), Role.LABEL, "accent"))
        outer.addWidget(text_label(changes.title, Role.DISPLAY))
        outer.addWidget(text_label(file, Role.SMALL, "muted"))
        outer.addSpacing(space(Space.SMALL))
        for sentence in (changes.editions, changes.outcome):
            if sentence:
                outer.addWidget(text_label(sentence, Role.BODY))
        for widget in self._groups(changes.groups):
            outer.addWidget(widget)
        outer.addStretch(1)
        body.setMaximumWidth(self.fontMetrics().averageCharWidth() * _MOST_CHARACTERS + 2 * margin)
        self.page.setWidget(body)
        self.page.setAccessibleName(
            tr("What has changed since: {title}").format(title=changes.title)
        )

    def _groups(self, groups: Sequence[Group]) -> Iterator[QWidget]:
        for group in groups:
            heading = text_label(group.heading, Role.HEADING)
            heading.setContentsMargins(0, space(Space.MEDIUM), 0, 0)
            yield heading
            for line in group.lines:
                if line.is_known:
                    link = f'<a href="{escape(line.record)}">{escape(line.text)}</a>'
                    yield link_label(link, Role.BODY, line.text, self.record_asked.emit)
                else:
                    yield text_label(line.text, Role.BODY)
