"""The item that is chosen: what it is, in short, where it comes from, and the note on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.briefing import Item, Meeting
from desktop.sheets.briefing.page import Numbering, entry_of, meeting_title
from desktop.ui.briefing.entry_view import EntryView
from desktop.ui.briefing.note_panel import NotePanel
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import OpeningButton
from desktop.ui.widgets.text import text_label

# A line of text is easiest to read at 60 to 75 characters; the page grows no wider.
MOST_CHARACTERS = 78


class ItemPane(QWidget):
    """Shows one item of the briefing, or one meeting.

    `record_asked` carries the id of a record to open, `moved` the key of the meeting that the item
    is to go to, `removed` tells that what is shown is to go away, `renamed` that the title of the
    meeting is to be written anew, and `sheet_asked` that a mission sheet for it is wanted.
    """

    record_asked = Signal(str)
    moved = Signal(str)
    removed = Signal()
    renamed = Signal()
    sheet_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record = ""
        # What is shown: its key and the language that it is shown in.
        self._shown = ("", "")
        self._others: Sequence[Meeting] = ()
        self._make_buttons()
        self.note = NotePanel(context)
        self.page = QScrollArea()
        self.page.setObjectName("page")
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self._body = self._make_body()
        self.page.setWidget(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 3)
        column.addWidget(self.note, 2)
        context.theme_changed.connect(self._recolour)
        self._recolour()

    def _make_buttons(self) -> None:
        self.open_button = QPushButton()
        self.open_button.clicked.connect(lambda: self.record_asked.emit(self._record))
        self.move_button = OpeningButton("facet")
        self.move_button.opened.connect(self._open_meetings)
        self.rename_button = QPushButton()
        self.rename_button.clicked.connect(self.renamed)
        self.sheet_button = QPushButton()
        self.sheet_button.clicked.connect(self.sheet_asked)
        self.remove_button = QPushButton()
        self.remove_button.clicked.connect(self.removed)
        self.meetings = QMenu(self)
        self._buttons = (
            self.open_button,
            self.move_button,
            self.rename_button,
            self.sheet_button,
            self.remove_button,
        )
        for button in self._buttons:
            button.setProperty("look", "facet")
            set_role(button, Role.LABEL)

    def _make_body(self) -> QWidget:
        body = QWidget()
        self._kind = text_label("", Role.LABEL, "accent")
        self._title = text_label("", Role.DISPLAY)
        self._title.setWordWrap(True)
        self._text = text_label("", Role.BODY, "muted")
        self._text.setWordWrap(True)
        buttons = FlowLayout()
        buttons.setSpacing(space(Space.SMALL))
        for button in self._buttons:
            buttons.addWidget(button)
        self._details = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(space(Space.SMALL))
        for widget in (self._kind, self._title, self._text):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        self._column.addSpacing(space(Space.SMALL))
        self._column.addWidget(self._details)
        self._column.addStretch(1)
        self._outer = QVBoxLayout(body)
        margin = space(Space.LARGE)
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._outer.addLayout(self._column)
        body.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS + 2 * margin)
        return body

    @property
    def record_id(self) -> str | None:
        """The record that is shown; None for a meeting, and for one that this edition lacks."""
        return self._record or None

    def retranslate(self) -> None:
        """Set the text of its own anew; what is shown is set by `show_item` or `show_meeting`."""
        tr = self._context.language.gettext
        self.open_button.setText(tr("Open record"))
        self.move_button.setText(tr("Move to another meeting"))
        self.rename_button.setText(tr("Rename"))
        self.sheet_button.setText(tr("Mission sheet"))
        self.remove_button.setText(tr("Remove"))
        self.meetings.clear()
        self.note.retranslate()

    def show_item(self, item: Item, others: Sequence[Meeting]) -> None:
        """Show an item and its note; `others` are the meetings that it is not in.

        The same one again stays scrolled, and keeps the cursor in the note.
        """
        self._others = others
        self.move_button.setVisible(bool(others))
        if self._shown != (item.key, self._context.language.code):
            self._describe(item)
        self.note.show_note(item.key, self._title.text(), item.note)
        self.note.show()

    def _describe(self, item: Item) -> None:
        describer = self._context.describer
        numbering = Numbering(describer)
        entry = entry_of(describer, item, numbering)
        scroll = self.page.verticalScrollBar().value() if self._shown[0] == item.key else 0
        self._shown = (item.key, describer.language.code)
        self._record = item.record if entry.kind else ""
        self._kind.setText(entry.kind)
        self._kind.setVisible(bool(entry.kind))
        self._title.setText(entry.title)
        self._text.clear()
        self._text.hide()
        self.open_button.setVisible(bool(entry.kind))
        self.rename_button.hide()
        self.sheet_button.hide()
        details = EntryView(entry, numbering.sources, describer.language)
        details.record_asked.connect(self.record_asked)
        self._show_details(details, scroll)
        # Made after the note, they would come after it.
        stops = [self.remove_button, *details.links, self.note.edit]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting: its title, how much is in it, and what can be done with it."""
        language = self._context.language
        self._shown = (meeting.key, language.code)
        self._record = ""
        self._kind.setText(language.gettext("Meeting"))
        self._kind.show()
        self._title.setText(meeting_title(meeting.title, language))
        self._text.setText(self._contents(meeting))
        self._text.show()
        self.open_button.hide()
        self.move_button.hide()
        self.rename_button.show()
        self.sheet_button.show()
        self.note.put_away()
        self._show_details(QWidget(), 0)

    def clear(self) -> None:
        """Show nothing, and keep no text of what was shown."""
        self._shown, self._record = ("", ""), ""
        for label in (self._kind, self._title, self._text):
            label.clear()
        self.note.put_away()
        self._show_details(QWidget(), 0)

    def _contents(self, meeting: Meeting) -> str:
        language = self._context.language
        count = len(meeting.items)
        if not count:
            return language.gettext(
                "Nothing is saved here yet. Move something here from another meeting, or save it "
                "where you read it: it stands in the first meeting then."
            )
        sentence = language.ngettext(
            "{number} thing is saved here. Alt+Up and Alt+Down move what is chosen.",
            "{number} things are saved here. Alt+Up and Alt+Down move what is chosen.",
            count,
        )
        return sentence.format(number=language.number(count))

    def _show_details(self, details: QWidget, scroll: int) -> None:
        self._column.replaceWidget(self._details, details)
        # At once no part of the window any more, with its texts.
        self._details.setParent(None)
        self._details.deleteLater()
        self._details = details
        self.page.setAccessibleName(self._title.text())
        # The page has its height only after it was laid out.
        self._outer.activate()
        self._body.adjustSize()
        self.page.verticalScrollBar().setValue(scroll)

    def _open_meetings(self) -> None:
        """Name the other meetings, as they are at the moment."""
        self.meetings.clear()
        for meeting in self._others:
            title = meeting_title(meeting.title, self._context.language).replace("&", "&&")
            action = self.meetings.addAction(title)
            action.triggered.connect(partial(self._move, meeting.key))
        self.meetings.popup(self.move_button.below())

    def _move(self, meeting: str, _is_checked: bool = False) -> None:
        self.moved.emit(meeting)

    def _recolour(self) -> None:
        self.move_button.setIcon(self._context.icon("chevron-down"))
