"""Search: what was typed in the search box, found while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.domain.browsing import Facet
from desktop.domain.problems import AtlasError
from desktop.domain.queries import Results, SearchQuery
from desktop.sheets.search.operators import Operators
from desktop.sheets.search.page import search_page
from desktop.sheets.search.parts import Chip, Offer, SearchPage
from desktop.ui import views
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.list_detail import ListDetail
from desktop.ui.lists.spec import NARROW_KEY
from desktop.ui.search.asking import Asked, widened, without
from desktop.ui.search.head import SearchHead
from desktop.ui.search.nothing import Nothing
from desktop.ui.search.result_list import ResultList
from desktop.ui.search.result_model import ResultModel
from desktop.ui.search.searcher import Searcher

# Who types a letter within this time types the next one too: then the page, which takes longer to
# make than the list, waits until one pauses.
HURRY_MS, PAUSE_MS = 400, 150
# A screen reader speaks when one has stopped typing.
QUIET_MS = 600
# Of the height, what stands above the results takes so much at most.
MOST_OF_HEIGHT = 0.6


class SearchView(ListDetail):
    """The records that match the query, best first, with the piece of text that shows why.

    What was shown stays until a search has come to its end; `settled` tells that it has, and that
    the page of a record is open.
    """

    def __init__(self, context: Context) -> None:
        self.model = ResultModel()
        self.table = ResultList(self.model, context)
        super().__init__(context, self.model, self.table)
        self._asked: Asked | None = None
        self._record: str | None = None
        self._kept: str | None = None
        self._query = SearchQuery.parse("")
        self.told = SearchPage("", (), (), (), ())
        self._scroll_to = 0
        self._is_hurried = False
        self._is_entering: bool | None = None
        self._searcher = Searcher(context.library, self)
        self._since_asked = QElapsedTimer()
        self._pause = self._timer(PAUSE_MS, self._open_page)
        self._quiet = self._timer(QUIET_MS, self._tell)
        self.head = SearchHead(context)
        self.nothing = Nothing(context)
        for part in (self.head, self.nothing, self.splitter):
            part.hide()
        self._connect_parts()
        # Of the views of a window only the visible one answers.
        QShortcut(NARROW_KEY, self, self.head.facets.focus_first)
        self.lay_out(self.head, self.nothing)
        self.column.setStretchFactor(self.nothing, 1)

    def _timer(self, milliseconds: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _connect_parts(self) -> None:
        self._searcher.found.connect(self._take)
        self._searcher.failed.connect(self._complain)
        self._searcher.counted.connect(self.head.facets.open)
        self.head.facets.counts_asked.connect(self._searcher.count)
        self.head.facets.toggled.connect(self._toggle)
        self.head.chips.removed.connect(self._remove)
        self.head.record_asked.connect(self.ask)
        self.head.passport_asked.connect(self._open_passport)
        for offers in (self.head.offers, self.nothing.offers):
            offers.chosen.connect(self._follow)

    # What is asked for.

    def show_address(self, address: Address) -> None:
        asked = Asked.of(address)
        self._record = address.record
        self._scroll_to = 0
        if asked != self._asked:
            self._find(asked)
        elif not self._searcher.is_searching:
            self._show_record()

    def retranslate(self) -> None:
        """Find again: what is shown, and in which order, goes by the language of the moment."""
        context = self.context
        others = (each for each in context.languages.values() if each is not context.language)
        self._operators = Operators(context.library, context.language, *others)
        self.table.setAccessibleName(context.language.gettext("Search results"))
        self.pane.retranslate()
        if self._asked is not None:
            self._find(self._asked, keeps=self.pane.record_id)

    def _refine(self, asked: Asked) -> None:
        """Ask for something else from within the view: a record that someone chose stays, if it is
        found again.
        """
        kept, self._record = self._record, None
        self._find(asked, keeps=kept)
        self.address_refined.emit(self._address(asked))

    def _address(self, asked: Asked) -> Address:
        return Address(views.SEARCH, self._record, asked.text, asked.filters)

    def _find(self, asked: Asked, keeps: str | None = None) -> None:
        self._asked, self._kept, self._is_entering = asked, keeps, None
        since, self._is_hurried = self._since_asked, False
        if since.isValid():
            self._is_hurried = since.elapsed() < HURRY_MS
        since.start()
        self._pause.stop()
        self._quiet.stop()
        self._searcher.find(asked.query(self._operators), self.context.language.code)

    def _remove(self, chips: Sequence[Chip]) -> None:
        if self._asked is not None:
            self._refine(without(self._asked, self._query, chips))

    def _toggle(self, facet: Facet, value: str, is_chosen: bool) -> None:
        if self._asked is None:
            return
        if is_chosen:
            self._refine(self._asked.narrowed(facet, value))
        else:
            self._refine(widened(self._asked, self._query, facet, value))

    def _follow(self, offer: Offer) -> None:
        if self._asked is not None:
            self._refine(self._asked.offered(offer))
            self.take_focus()

    # What is found.

    def _take(self, query: SearchQuery, results: Results) -> None:
        """Show what was found, in place of what was found before."""
        self._query = query
        self.told = search_page(self.context.describer, query, results)
        rows = self.told.rows
        self.model.set_results(rows)
        self.head.show_page(query, self.told)
        self.nothing.show_page(query, self.told, self._operators)
        self.head.setVisible(bool(rows or self.told.chips))
        self.nothing.setHidden(bool(rows))
        self.splitter.setVisible(bool(rows))
        if self._kept is None or not self.lists(self._kept):
            self._kept = None
            self.table.scroll_to_top()
        self._quiet.start()
        self._show_record()
        self._enter()

    def _show_record(self) -> None:
        """Choose a row and open its page: at once, unless one is typing."""
        shown = self._shown()
        self._select(shown)
        is_asked_for = self._record is not None or self.pane.record_id is None
        if self._is_hurried and shown is not None and not is_asked_for:
            self._pause.start()
        else:
            self._open_page()

    def _shown(self) -> str | None:
        """The record that is asked for, or that was open, or the first that was found."""
        return self._record or self._kept or self.model.first_id()

    def _open_page(self) -> None:
        self._pause.stop()
        shown = self._shown()
        if shown != self.pane.record_id:
            self.pane.show_record(self.context.library.get(shown) if shown else None)
        if self._scroll_to:
            # The page has its height only after Qt has laid it out.
            QTimer.singleShot(0, self, partial(setattr, self, "scrolled", self._scroll_to))
        self.settled.emit()

    def _open_passport(self, record_id: str) -> None:
        """Open the source of a figure on its page, and be there."""
        if record_id != self.pane.record_id:
            self.ask(record_id)
        for fact in self.pane.page.facts:
            if fact.fact.record == record_id:
                fact.source_button.setChecked(True)
                fact.source_button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _tell(self) -> None:
        """Have a screen reader say how many there are, if one still looks at them."""
        if self.isVisible():
            # It stands above the results: the status bar need not repeat it.
            self.context.tell(self.told.summary)

    def _complain(self, error: AtlasError) -> None:
        self._asked = None
        self.context.complain(self.context.language.gettext("The search did not work"), error)

    # What a view can do.

    @property
    def is_settled(self) -> bool:
        return not (self._searcher.is_searching or self._pause.isActive())

    @property
    def is_empty(self) -> bool:
        return self.model.records == 0

    def lists(self, record_id: str) -> bool:
        return super().lists(record_id) or record_id in (each.id for each in self.told.answers)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        if self.table.isVisible():
            return [self.table, self.pane.page]
        links = self.nothing.offers.links
        return [links] if links.isVisible() else []

    def take_focus(self, *, is_reading: bool = False) -> None:
        """At once, or when there is something to go to."""
        self._is_entering = is_reading
        if not self._searcher.is_searching:
            self._enter()

    def _enter(self) -> None:
        # Where nothing was found one goes on typing.
        if self._is_entering is not None and self.landmarks:
            super().take_focus(is_reading=self._is_entering)
        self._is_entering = None

    @property
    def scrolled(self) -> int:
        return self.pane.page.verticalScrollBar().value()

    @scrolled.setter
    def scrolled(self, value: int) -> None:
        if self.is_settled:
            self.pane.page.verticalScrollBar().setValue(value)
        else:
            self._scroll_to = value

    def put_away(self) -> None:
        for timer in (self._pause, self._quiet):
            timer.stop()
        self._searcher.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.head.leave_room(round(self.height() * MOST_OF_HEIGHT))
