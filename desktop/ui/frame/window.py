"""The main window: side bar, bar with trail and search box, and the views."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui import views
from desktop.ui.briefing.keeping import KeepingWatch
from desktop.ui.context import Context
from desktop.ui.frame.about import show_about
from desktop.ui.frame.addresses import address_of
from desktop.ui.frame.landmarks import enter, go_round
from desktop.ui.frame.menus import Menus
from desktop.ui.frame.navigation import Address, History
from desktop.ui.frame.placement import place, remember
from desktop.ui.frame.recent import RecentRecords
from desktop.ui.frame.sheet_commands import SheetCommands, SheetDrop
from desktop.ui.frame.side_bar import SideBar
from desktop.ui.frame.status_line import StatusLine, show_complaint
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.frame.watching import FirstPaint, MouseKeys
from desktop.ui.help.sections import KEYBOARD
from desktop.ui.record.saving import toggle_saved

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.sheet_orders import SheetOrder
    from desktop.ui.view import View
    from desktop.ui.views.sheets import SheetsView


class MainWindow(QMainWindow):
    """One window of the program. `first_painted` tells once that something can be seen."""

    first_painted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.history = History()
        self.recent = RecentRecords(context, self)
        self.sheets = SheetCommands(context, self)
        self.keeping = KeepingWatch(context, self)
        self._mouse_keys: MouseKeys | None = None
        self._views: dict[str, View] = {}
        self._make_parts()
        self._connect_menus()
        self._connect_parts()
        self._fit()
        self.retranslate()
        place(self, context.settings)

    def _make_parts(self) -> None:
        self.menus = Menus(self.context, self)
        self.back_action, self.forward_action = self.menus.back, self.menus.forward
        self.side_bar = SideBar(self.context)
        self.top_bar = TopBar(self.context, self.menus, self.history)
        self.search_box = self.top_bar.search_box
        self.search_box.addAction(self.menus.leave_search)
        self.stack = QStackedWidget()
        self.status_line = StatusLine(self.context)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.top_bar, self.stack, self.status_line):
            column.addWidget(part, 1 if part is self.stack else 0)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        # Who starts the program looks for something.
        self.search_box.setFocus()

    def _connect_menus(self) -> None:
        menus = self.menus
        menus.save_sheet.triggered.connect(lambda: self.sheets.save(*self._shown_sheet()))
        menus.print_sheet.triggered.connect(lambda: self.sheets.print_(*self._shown_sheet()))
        menus.all_sheets.triggered.connect(self.sheets.save_all)
        menus.compare_sheet.triggered.connect(self._ask_older_sheet)
        menus.save_record.triggered.connect(self._save_record)
        menus.quit.triggered.connect(self.close)
        menus.back.triggered.connect(lambda: self._step(-1))
        menus.forward.triggered.connect(lambda: self._step(1))
        menus.home.triggered.connect(self.go_home)
        menus.go.aboutToShow.connect(lambda: self.recent.fill(menus.recent))
        menus.view_chosen.connect(self._open_view)
        menus.search.triggered.connect(self.focus_search)
        menus.next_part.triggered.connect(lambda: go_round(self._landmarks(), 1))
        menus.previous_part.triggered.connect(lambda: go_round(self._landmarks(), -1))
        menus.leave_search.triggered.connect(self._enter_view)
        menus.open_help.triggered.connect(lambda: self._open_view(views.HELP))
        menus.open_keyboard.triggered.connect(self._open_keyboard)
        menus.about.triggered.connect(lambda: show_about(self.context, self))

    def _connect_parts(self) -> None:
        context = self.context
        self.side_bar.view_asked.connect(self._open_view)
        self.top_bar.address_asked.connect(self.go)
        self.top_bar.steps_asked.connect(self._step)
        self.search_box.textEdited.connect(self._search)
        self.search_box.entered.connect(self._enter_results)
        FirstPaint(self.stack).happened.connect(self.first_painted)
        # After the first page, which one waits for.
        count = self.side_bar.count_briefing
        self.first_painted.connect(lambda: QTimer.singleShot(0, self, count))
        context.briefing.changed.connect(self.side_bar.count_briefing)
        context.complained.connect(lambda title, text: show_complaint(self, title, text))
        self.recent.record_asked.connect(self.open_record)
        context.language_changed.connect(self.retranslate)
        context.theme_changed.connect(self._recolour)

    def retranslate(self) -> None:
        """Set all text of the window's own anew in the language of the moment."""
        self.menus.retranslate()
        self.side_bar.retranslate()
        self.top_bar.retranslate()
        self.status_line.retranslate()
        self._show_where()

    def go(self, address: Address) -> None:
        """Go to an address, as a step that one can take back."""
        self._leave()
        self.history.visit(address)
        self._arrive(address)

    def go_home(self) -> None:
        """Show the country."""
        self.go(Address(views.HOME))

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        enter(self.search_box)
        self.search_box.selectAll()

    def view(self, key: str) -> View:
        """The view of that key, made when first asked for."""
        if key not in self._views:
            made = views.spec_of(key).make(self.context)
            made.record_asked.connect(self.open_record)
            made.address_asked.connect(self.go)
            made.address_refined.connect(self._refine)
            made.settled.connect(lambda: self._notice(made))
            self._views[key] = made
            # As large as it will be seen, so that it is laid out once.
            made.resize(self.stack.size())
            self.stack.addWidget(made)
        return self._views[key]

    def open_record(self, record_id: str) -> None:
        """Show a record: in the view of its kind, or among the results if it is one of them.

        A link of a page may also lead to a view, as `address_of` reads it.
        """
        here = self.history.current or Address(views.HOME)
        if here.view == views.SEARCH and self.view(views.SEARCH).lists(record_id):
            self.go(replace(here, record=record_id))
            return
        self.go(address_of(record_id, self.context.library))

    def resize_text(self) -> None:
        """Take the text size of the moment: the views are made anew, where one is first."""
        here = self.history.current
        self._fit()
        self._forget(list(self._views))
        if here is not None:
            self._arrive(here)

    def forget_hidden_views(self) -> None:
        """Let go of the views that are not shown: a new look at each of their widgets takes longer
        than making a view anew when someone goes there again.
        """
        shown = self.stack.currentWidget()
        self._forget([key for key, view in self._views.items() if view is not shown])

    def _forget(self, keys: Sequence[str]) -> None:
        for key in keys:
            view = self._views.pop(key)
            view.put_away()
            self.stack.removeWidget(view)
            view.deleteLater()
            # Now, and not when the event loop comes to it.
            QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)

    def _open_view(self, key: str) -> None:
        self.go(Address(key, query=self.search_box.text() if key == views.SEARCH else ""))

    def _open_keyboard(self) -> None:
        self.go(Address(views.HELP, filters=(("section", KEYBOARD),)))

    def _search(self, text: str) -> None:
        here = self.history.current
        if here is not None and here.view == views.SEARCH:
            # The search's own room: one that starts the program need not wait for it.
            from desktop.ui.search.asking import retyped

            address = retyped(here, text)
            self.history.replace(address)
        else:
            address = Address(views.SEARCH, query=text)
            self._leave()
            self.history.visit(address)
        self._arrive(address)

    def _enter_results(self) -> None:
        """From the search box into what was found, with the keyboard alone."""
        here, text = self.history.current, self.search_box.text()
        if here is None or (here.view, here.query) != (views.SEARCH, text):
            self._search(text)
        self._enter_view()

    def _enter_view(self) -> None:
        """From the frame into the view that is open."""
        self._shown().take_focus()

    def _landmarks(self) -> list[QWidget]:
        return [self.side_bar, self.search_box, *self._shown().landmarks]

    def _shown(self) -> View:
        """The view that one sees."""
        return self.view((self.history.current or Address(views.HOME)).view)

    def _shown_sheet(self) -> tuple[str | None, SheetOrder | None]:
        """The record that is open, and the sheet that is shown, if one is."""
        shown = self._shown()
        here = self.history.current
        if here is None or here.view != views.SHEETS:
            return shown.record_id, None
        return None, self._sheets_view().order

    def _sheets_view(self) -> SheetsView:
        """The view of the sheets, shown if it is not yet."""
        if (self.history.current or Address(views.HOME)).view != views.SHEETS:
            self.go(Address(views.SHEETS))
        return cast("SheetsView", self.view(views.SHEETS))

    def _ask_older_sheet(self) -> None:
        self._sheets_view().tasks.older.ask()

    def compare_sheet(self, path: Path) -> None:
        """Show what has changed since an older sheet, a PDF, was saved."""
        self._sheets_view().tasks.older.compare(path)

    def _save_record(self) -> None:
        """Save the record that is open to the briefing; what is in it stays there."""
        record_id = self._shown().record_id
        if record_id is None:
            return
        if not self.context.briefing.holds(record_id):
            toggle_saved(self.context, record_id)
            return
        language = self.context.language
        title = self.context.library.title(record_id)[language.code]
        self.context.say(language.gettext("In the briefing already: {title}").format(title=title))

    def _step(self, steps: int) -> None:
        """Back or forward through the history, to where one was on the page."""
        is_there = self.history.can_go_back if steps < 0 else self.history.can_go_forward
        if not is_there:
            return
        self._leave()
        self._arrive(self.history.go(steps))
        view, scrolled = self._shown(), self.history.scrolled
        # The page has its height only after Qt has laid it out.
        QTimer.singleShot(0, view, lambda: setattr(view, "scrolled", scrolled))

    def _leave(self) -> None:
        """Remember how far down one was on the page."""
        if self.history.current is not None:
            self.history.leave(self._shown().scrolled)

    def _arrive(self, address: Address) -> None:
        """Make the window show an address, and nothing but show it."""
        self._show_query(address.query)
        view = self.view(address.view)
        view.arrive(address)
        focused, left = self.focusWidget(), self.stack.currentWidget()
        self.stack.setCurrentWidget(view)
        if focused and left and left is not view and left.isAncestorOf(focused):
            # Who followed a link reads on there; by itself Qt would take whatever stands first.
            view.take_focus(is_reading=address.record is not None)
        self._show_where()
        view.lay_out_at_once()

    def _refine(self, address: Address) -> None:
        """A view says in other words where one is."""
        self.history.replace(address)
        self._show_query(address.query)
        self._show_where()

    def _notice(self, view: View) -> None:
        """What is there to be done in a view is known when it has settled."""
        if view is self._shown():
            self._show_where()

    def _show_query(self, query: str) -> None:
        if self.search_box.text() != query:
            self.search_box.setText(query)

    def _show_where(self) -> None:
        """Say in the frame where one is: title, trail, side bar, and what can be done there."""
        tr = self.context.language.gettext
        here = self.history.current
        if here is None:
            self.setWindowTitle(tr("Valley Atlas"))
            return
        steps = self.top_bar.show_where(here)
        is_home = here == Address(views.HOME)
        title = tr("Valley Atlas") if is_home else tr("{place} – Valley Atlas")
        self.setWindowTitle(title.format(place=steps[-1].title))
        self.side_bar.show_where(here.view)
        if here.record:
            self.recent.add(here.record)
        self.menus.back.setEnabled(self.history.can_go_back)
        self.menus.forward.setEnabled(self.history.can_go_forward)
        self.menus.save_record.setEnabled(self._shown().record_id is not None)

    def _recolour(self) -> None:
        self.side_bar.recolour()
        self.top_bar.recolour()

    def _fit(self) -> None:
        for part in (self.side_bar, self.top_bar, self.status_line):
            part.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._mouse_keys is None:
            self._mouse_keys = MouseKeys(self.windowHandle(), self)
            self._mouse_keys.steps_asked.connect(self._step)
            drop = SheetDrop(self.windowHandle(), self)
            drop.dropped.connect(self.compare_sheet)
            drop.refused.connect(self.sheets.refuse_older)

    def closeEvent(self, event: QCloseEvent) -> None:
        remember(self, self.context.settings)
        self.context.settings.flush()
        for view in self._views.values():
            view.put_away()
        self.sheets.finish()
        super().closeEvent(event)
