"""Sheets: one page on a subject, put together beside its preview, saved, printed, compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import MISSION, SheetOrder
from desktop.ui.context import Context
from desktop.ui.frame.addresses import filters_in, filters_text
from desktop.ui.frame.navigation import Address
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.sheets.choice import MEETING, SUBJECT, SheetChoice, choice_in
from desktop.ui.sheets.choice_panel import ChoicePanel
from desktop.ui.sheets.comparison_panel import Changes, ComparisonPanel
from desktop.ui.sheets.contents import blocks_for, kind_of, not_shown
from desktop.ui.sheets.made_sheets import MadeSheet, Wish
from desktop.ui.sheets.making import SheetMaker
from desktop.ui.sheets.mission_book import MissionBook
from desktop.ui.sheets.preview import Preview
from desktop.ui.sheets.sheet_tasks import SheetTasks
from desktop.ui.sheets.sides import Sides
from desktop.ui.view import View
from desktop.ui.widgets.flow import FlowLayout

KEY = "sheets"
NO_SHEET = N_("Only a PDF remembers its facts: in place of {files}, drop the PDF of a sheet.")


class SheetsView(View):
    """What is chosen on the left, the page itself on the right.

    What is chosen stands in the address, and is remembered: an address without a subject leads to
    it again. At first it is the sheet of the country.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setAcceptDrops(True)
        self._choice = SheetChoice("")
        self.book = MissionBook(context, self)
        self.maker = SheetMaker(context.library, context.languages, self)
        self.tasks = SheetTasks(context, self)
        self.panel = ChoicePanel(context, self.book)
        self.preview = Preview(context)
        self.comparison = ComparisonPanel(context)
        self.save, self.print_, self.all, self.compare = (_button() for _ in range(4))
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._begin)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setObjectName("facetBar")
        row = FlowLayout()
        row.setSpacing(space(Space.TIGHT))
        edge = space(Space.SMALL)
        framed = QVBoxLayout(bar)
        framed.setContentsMargins(edge, edge, edge, edge)
        framed.addLayout(row)
        for button in (self.save, self.print_, self.all, self.compare):
            row.addWidget(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.comparison)
        self.sides = Sides(self.panel, self.panel.body, self.stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.save.clicked.connect(lambda: self.tasks.save(self.order))
        self.print_.clicked.connect(lambda: self.tasks.print_(self.order))
        self.all.clicked.connect(self.tasks.save_all)
        self.compare.clicked.connect(self.tasks.older.ask)
        self.panel.chosen.connect(self.choose)
        self.book.changed.connect(self._notice_mission)
        self.maker.made.connect(self._show_made)
        self.maker.failed.connect(self._show_error)
        self.preview.page.fineness_asked.connect(lambda _dots: self._make())
        self.tasks.older.compared.connect(self._show_changes)
        self.comparison.record_asked.connect(self.record_asked)
        self.comparison.closed.connect(self._close_comparison)
        self.comparison.another_asked.connect(self.tasks.older.ask)
        self.context.theme_changed.connect(self.panel.recolour)

    @property
    def choice(self) -> SheetChoice:
        """What is chosen."""
        return self._choice

    @property
    def order(self) -> SheetOrder:
        """The sheet that is shown, or being made."""
        self.panel.mission.flush()
        return self._choice.order(self.context.language.code, self.book.mission)

    def show_address(self, address: Address) -> None:
        asked = self._asked(address)
        if address != self._choice.address:
            # Someone asks for a sheet anew; who only comes back reads on in what has changed.
            self.stack.setCurrentWidget(self.preview)
        meeting = dict(address.filters).get(MEETING)
        if meeting is not None:
            self.book.choose_meeting(meeting)
        self._show(asked)
        self._remember()
        if address != self._choice.address:
            # Back leads to what was seen here, whatever is chosen meanwhile.
            self.address_refined.emit(self._choice.address)

    def choose(self, choice: SheetChoice) -> None:
        """Show another choice, and remember it."""
        is_other = choice.subject != self._choice.subject
        self.stack.setCurrentWidget(self.preview)
        self._show(choice)
        self._remember()
        if is_other:
            self.address_asked.emit(choice.address)
        else:
            self.address_refined.emit(choice.address)

    def retranslate(self) -> None:
        tr = self.context.language.gettext
        self.save.setText(tr("Save sheet…"))
        self.print_.setText(tr("Print…"))
        self.all.setText(tr("All sheets into a folder…"))
        self.compare.setText(tr("Compare an older sheet…"))
        self.preview.retranslate()
        self.comparison.retranslate()
        if self._choice.subject:
            self._show(self._choice)
        if self.stack.currentWidget() is self.comparison:
            self.tasks.older.again()

    @property
    def record_id(self) -> str | None:
        subject = self._choice.subject
        return subject if subject not in ("", MISSION) else None

    @property
    def is_empty(self) -> bool:
        return not self._choice.subject or self.preview.has_failed

    @property
    def is_settled(self) -> bool:
        is_waiting = self._timer.isActive() or self.preview.page.is_waiting
        return not (is_waiting or self.maker.is_busy)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        page = self.preview.page
        if self.stack.currentWidget() is self.comparison:
            page = self.comparison.page
        return [part for part in (self.panel, page, self.save) if part.isVisible()]

    def take_focus(self, *, is_reading: bool = False) -> None:
        self.panel.subject.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        self.panel.mission.flush()
        self._timer.stop()
        self.maker.stop()
        self.tasks.finish()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what would be taken: a PDF never comes so far, it is the window that takes it."""
        names = [url.fileName() for url in event.mimeData().urls()]
        files = self.context.language.listed(names)
        title = self.context.language.gettext("The sheet was not compared")
        self.context.complain(title, AtlasError(NO_SHEET, files=files))
        event.acceptProposedAction()

    def _asked(self, address: Address) -> SheetChoice:
        """What an address asks for: as it says, or else as it was chosen before."""
        library, languages = self.context.library, self.context.languages
        filters = dict(address.filters)
        subject = address.record or filters.get(SUBJECT, "")
        before = self._choice if self._choice.subject else self._remembered()
        if not subject:
            return before
        if kind_of(library, subject) is None:
            # No sheet of its own: the sheet says so in a sentence.
            return SheetChoice(subject)
        chosen = [pair for pair in address.filters if pair[0] not in (SUBJECT, MEETING)]
        return choice_in(subject, chosen, languages) if chosen else before.about(subject)

    def _remembered(self) -> SheetChoice:
        filters = filters_in(self.context.settings.get(KEY, ""))
        subject = dict(filters).get(SUBJECT, "")
        if kind_of(self.context.library, subject) is None:
            subject = self.context.country().id
        return choice_in(subject, filters, self.context.languages)

    def _remember(self) -> None:
        filters = ((SUBJECT, self._choice.subject), *self._choice.filters)
        kept = filters_text(filters)
        if self.context.settings.get(KEY, "") != kept:
            self.context.settings.put(KEY, kept)

    def _show(self, choice: SheetChoice) -> None:
        self._choice = choice
        language = self.context.language
        blocks = blocks_for(self.context.library, choice.subject, language)
        self.panel.show_choice(choice, blocks)
        self._make()

    def _make(self) -> None:
        """Make the page, once it is known how much room there is for it."""
        self._timer.start()

    def _begin(self) -> None:
        if self._choice.subject:
            order = self._choice.order(self.context.language.code, self.book.mission)
            self.maker.make(Wish(order, self.preview.fineness_for(order.layout)))
            if self.maker.is_busy:
                self.preview.expect(order)

    def _notice_mission(self) -> None:
        # A hidden view shows what there is when one comes back to it.
        if self._choice.subject == MISSION and self.isVisible():
            self.panel.mission.show_mission()
            self._make()

    def _show_made(self, made: MadeSheet) -> None:
        self.preview.show_made(made)
        wanted = [name for name in self.panel.boxes if name not in made.wish.order.without]
        self.panel.show_absent(*not_shown(made.sheets[0], wanted))
        self._show_use()
        self.settled.emit()

    def _show_error(self, error: AtlasError) -> None:
        self.preview.show_error(error)
        self._show_use()
        self.settled.emit()

    def _show_use(self) -> None:
        """What there is no page of cannot be saved."""
        for button in (self.save, self.print_):
            button.setEnabled(not self.preview.has_failed)

    def _show_changes(self, changes: Changes, file: str) -> None:
        self.comparison.show_changes(changes, file)
        self.stack.setCurrentWidget(self.comparison)
        self.context.say(self._outcome(changes))

    def _outcome(self, changes: Changes) -> str:
        """How much has changed, or that nothing has."""
        number = sum(len(group.lines) for group in changes.groups)
        if not number:
            return changes.outcome
        language = self.context.language
        sentence = language.ngettext(
            "{number} change since this sheet was saved",
            "{number} changes since this sheet was saved",
            number,
        )
        return sentence.format(number=language.number(number))

    def _close_comparison(self) -> None:
        self.stack.setCurrentWidget(self.preview)
        self.preview.page.setFocus(Qt.FocusReason.OtherFocusReason)


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "facet")
    set_role(button, Role.LABEL)
    return button
