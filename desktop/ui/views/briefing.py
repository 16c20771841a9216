"""Briefing: what is saved, by meeting, in the user's own order and with the user's own notes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.briefing import Briefing, Meeting
from desktop.domain.sheet_orders import MISSION
from desktop.ui.briefing.choice import first_key, key_after_removal, place_of
from desktop.ui.briefing.commands import Commands
from desktop.ui.briefing.exchange import Exchange
from desktop.ui.briefing.item_pane import ItemPane
from desktop.ui.briefing.lines import groups_of
from desktop.ui.briefing.nothing_saved import NothingSaved
from desktop.ui.briefing.notices import Notices
from desktop.ui.briefing.tree import BriefingTree
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.sheets.choice import MEETING, SUBJECT
from desktop.ui.view import View
from desktop.ui.views import SHEETS

LEAST_CHARACTERS, USUAL_CHARACTERS = 24, 38


class BriefingView(View):
    """Meetings and items on the left, the one that is chosen on the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.book = context.briefing
        self.exchange = Exchange(context, self)
        self.commands = Commands(context)
        self.notices = Notices(context)
        self.tree = BriefingTree()
        self.pane = ItemPane(context)
        self.nothing = NothingSaved()
        self._lay_out()
        self._connect_commands()
        self._connect_parts()
        self._add_undo()
        self.setAcceptDrops(True)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self.pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        self.tree.setMinimumWidth(character * LEAST_CHARACTERS)
        self._splitter.setSizes([character * USUAL_CHARACTERS, character * USUAL_CHARACTERS * 2])
        self.stack = QStackedWidget()
        self.stack.addWidget(self._splitter)
        self.stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.commands)
        column.addWidget(self.notices)
        column.addWidget(self.stack, 1)

    def _connect_commands(self) -> None:
        self.commands.new_meeting.clicked.connect(self._add_meeting)
        self.commands.rename.clicked.connect(self._rename)
        self.commands.import_.clicked.connect(self.exchange.ask_import)
        self.commands.export.clicked.connect(self.exchange.ask_export)
        self.commands.pdf.language_chosen.connect(self.exchange.ask_pdf)
        self.commands.print_.language_chosen.connect(self.exchange.ask_print)
        self.notices.unkept.acted.connect(self.exchange.ask_export)
        self.notices.removed.acted.connect(self._undo_removal)

    def _connect_parts(self) -> None:
        self.tree.chosen.connect(self._choose)
        self.tree.entered.connect(self._enter)
        self.tree.stepped.connect(self._step)
        self.tree.removed.connect(self._remove)
        self.tree.lines.renamed.connect(
            lambda key, title: self.book.change(self.book.briefing.renamed(key, title))
        )
        self.tree.lines.item_dropped.connect(self._move)
        self.tree.lines.meeting_dropped.connect(
            lambda key, place: self.book.change(self.book.briefing.meeting_moved(key, place))
        )
        self.pane.record_asked.connect(self.record_asked)
        self.pane.moved.connect(lambda meeting: self._move(self.book.chosen, meeting, None))
        self.pane.removed.connect(self._remove)
        self.pane.renamed.connect(self._rename)
        self.pane.sheet_asked.connect(self._ask_sheet)
        self.pane.note.typed.connect(self.book.type_note)
        self.pane.note.edit.escaped.connect(self.tree.setFocus)
        self.book.changed.connect(self._notice_change)
        self.book.state_changed.connect(self._show_notices)

    def _add_undo(self) -> None:
        """Where a text is written, the same keys undo what was written there."""
        for step, keys in (
            (self._undo, ("Ctrl+Z",)),
            (self._redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(step)
            self.addAction(action)

    def retranslate(self) -> None:
        language = self.context.language
        self.commands.retranslate()
        self.notices.retranslate()
        self.tree.retranslate(language)
        self.pane.retranslate()
        self.nothing.retranslate(language)
        self._show()

    def show_address(self, address: Address) -> None:
        """Show the item of a record, or what was chosen last."""
        chosen = self.book.briefing.item(self.book.chosen)
        if address.record and (chosen is None or chosen.record != address.record):
            items = self.book.briefing.items
            found = (item.key for item in items if item.record == address.record)
            self.book.chosen = next(found, self.book.chosen)
        self._show()

    @property
    def record_id(self) -> str | None:
        return self.pane.record_id if self.stack.currentWidget() is self._splitter else None

    @property
    def is_empty(self) -> bool:
        # With nothing saved, it says how to save something.
        return False

    def lists(self, record_id: str) -> bool:
        return self.book.holds(record_id)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        parts: list[QWidget] = [self.tree, self.pane.page, self.pane.note.edit]
        shown = [part for part in parts if part.isVisible()]
        return shown or [self.commands.new_meeting]

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.book.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.exchange.import_file(path)

    def _notice_change(self) -> None:
        # A hidden view shows what there is when one comes back to it.
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """Show the briefing of the moment, and in it what is chosen."""
        briefing = self.book.briefing
        if briefing.item(self.book.chosen) is None and briefing.meeting(self.book.chosen) is None:
            self.book.chosen = first_key(briefing)
        is_empty = not briefing.meetings
        self.commands.show_use(is_empty=is_empty)
        self.stack.setCurrentWidget(self.nothing if is_empty else self._splitter)
        self.tree.show_groups(groups_of(self.context, briefing))
        if self.tree.key != self.book.chosen:
            self.tree.select(self.book.chosen)
        self._show_chosen(briefing)
        self._show_notices()

    def _show_chosen(self, briefing: Briefing) -> None:
        item = briefing.item(self.book.chosen)
        meeting = briefing.meeting(self.book.chosen)
        if item is not None:
            mine = briefing.meeting_of(item.key)
            self.pane.show_item(item, [each for each in briefing.meetings if each != mine])
        elif meeting is not None:
            self.pane.show_meeting(meeting)
        else:
            self.pane.clear()

    def _show_notices(self) -> None:
        self.notices.show_state(self.book)

    def _choose(self, key: str) -> None:
        """Someone went to another line."""
        self.book.flush()
        self.book.chosen = key
        self._show_chosen(self.book.briefing)

    def _enter(self) -> None:
        """On from a line with Return: into its note, or into the title of a meeting."""
        if self.pane.note.isVisible():
            self.pane.note.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._rename()

    def _ask_sheet(self) -> None:
        """Go to the mission sheet, with what is saved for the meeting."""
        filters = ((SUBJECT, MISSION), (MEETING, self.book.chosen))
        self.address_asked.emit(Address(SHEETS, filters=filters))

    def _add_meeting(self) -> None:
        """Add a meeting, and let its title be written at once."""
        meeting = Meeting(self.context.language.gettext("New meeting"))
        self.book.chosen = meeting.key
        self.book.change(self.book.briefing.with_meeting(meeting))
        self._rename()

    def _rename(self) -> None:
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tree.edit_title()

    def _move(self, key: str, meeting: str, place: int | None) -> None:
        """Put an item into a meeting, at the end where no place is given."""
        target = self.book.briefing.meeting(meeting)
        if target is not None:
            self._change(
                self.book.briefing.moved(
                    key, meeting, len(target.items) if place is None else place
                )
            )

    def _step(self, step: int) -> None:
        self._change(self.book.briefing.stepped(self.book.chosen, step))

    def _change(self, briefing: Briefing) -> None:
        """Change the order, and say where what was moved is now."""
        if briefing != self.book.briefing:
            self.book.change(briefing)
            self.tree.scrollTo(self.tree.currentIndex())
            self.context.say(place_of(self.context, briefing, self.book.chosen))

    def _remove(self) -> None:
        before, key = self.book.briefing, self.book.chosen
        if not key:
            return
        self.book.chosen = key_after_removal(before, key)
        self.book.change(before.without(key))
        self.notices.offer_undo(before, key, self.book.briefing)
        if not self.book.briefing.meetings:
            self.notices.removed.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo_removal(self) -> None:
        self._undo()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        if self.book.can_undo:
            self.book.undo()
            self.context.say(self.context.language.gettext("Undone"))

    def _redo(self) -> None:
        if self.book.can_redo:
            self.book.redo()
            self.context.say(self.context.language.gettext("Done again"))


def _file_in(data: QMimeData) -> Path | None:
    """The one file that is being dragged, if it is one and lies on this computer."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
