"""Milestones and programmes on one axis of time, and beside it what has no stated date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.domain.browsing import Browse, Facet
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.domain.timelines import KINDS, LANES_BY, timeline
from desktop.l10n.language import Language
from desktop.sheets.timeline.page import TimelinePage, timeline_page
from desktop.ui.context import Context
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.facet_bar import FacetBar
from desktop.ui.lists.facet_values import is_known
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.narrowing_bar import Chosen
from desktop.ui.lists.nothing_fits import NothingFits
from desktop.ui.lists.spec import EARLIEST_FIRST, NARROW_KEY, CatalogueSpec
from desktop.ui.look.typography import Role, set_role
from desktop.ui.timeline.canvas import TimelineCanvas
from desktop.ui.timeline.tools import ReadOut, Tools
from desktop.ui.timeline.undated import UndatedList
from desktop.ui.view import View

KEY = "timeline"
LANES_KEY = "timeline.lanes"
# Of the width, the timeline and the list beside it have about so many hundredths.
AXIS, UNDATED = 76, 24


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} event", "{number} events", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext("{number} of {total} event", "{number} of {total} events", total)


# For the bar alone, which narrows it as it does a list.
TIMELINE = CatalogueSpec(
    key=KEY,
    title=N_("Milestone or programme"),
    kinds=KINDS,
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No event matches what you chose: remove one of the choices above."),
    columns=(),
    facets=(Facet.KIND, Facet.PILLAR, Facet.PLACE, Facet.STATE, Facet.THEME),
    sortings=(EARLIEST_FIRST,),
    groupings=LANES_BY,
)


class TimelineView(View):
    """The timeline under the facets that narrow it, with the undated beside and the words below.

    What is chosen stands in the filters of its address; by what its lanes go is remembered.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lookup = Lookup(context.library, context.language)
        self._chosen: Chosen = ()
        self.page: TimelinePage | None = None
        kept = context.settings.get(LANES_KEY, Facet.PILLAR.value)
        self._by = Facet(kept) if kept in LANES_BY else Facet.PILLAR
        self._make_parts()
        self._lay_out()
        self._connect()

    def _make_parts(self) -> None:
        self.bar = FacetBar(self.context, TIMELINE, self.lookup, self._count_values)
        self.list_button = QPushButton()
        self.list_button.setProperty("look", "quiet")
        set_role(self.list_button, Role.LABEL)
        self.bar.add_tool(self.list_button)
        # Time is the only order that there is.
        self.bar.sorting.hide()
        self.canvas = TimelineCanvas(self.context)
        self.tools = Tools(self.context, self.canvas)
        self.read_out = ReadOut(self.context)
        self.undated = UndatedList(self.lookup)
        self.nothing_fits = NothingFits(TIMELINE.nothing_fits)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.canvas)
        self.splitter.addWidget(self.undated)
        self.splitter.setStretchFactor(0, AXIS)
        self.splitter.setStretchFactor(1, UNDATED)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        character = self.fontMetrics().averageCharWidth()
        self.splitter.setSizes([character * AXIS * 2, character * UNDATED * 2])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.bar, self.tools):
            whole.addWidget(part)
        for part in (self.nothing_fits, self.splitter):
            whole.addWidget(part, 1)
        whole.addWidget(self.read_out)

    def _connect(self) -> None:
        self.bar.chosen_changed.connect(self.narrow)
        self.bar.grouping_chosen.connect(self.group)
        self.list_button.clicked.connect(self._open_list)
        self.nothing_fits.clear.clicked.connect(lambda: self.narrow(()))
        self.canvas.record_asked.connect(self.record_asked)
        self.canvas.event_shown.connect(self.read_out.show_event)
        self.undated.record_asked.connect(self.record_asked)
        # Of the views of a window only the visible one answers.
        QShortcut(NARROW_KEY, self, self._focus_bar)

    def show_address(self, address: Address) -> None:
        chosen = tuple(
            (Facet(facet), value)
            for facet, value in address.filters
            if facet in set(Facet) and is_known(Facet(facet), value, self.lookup)
        )
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
        if address.record:
            self.canvas.go_to_record(address.record)

    def retranslate(self) -> None:
        self.lookup.speak(self.context.language)
        self.tools.zoom_buttons.retranslate(self.context.language)
        self.refresh()

    def refresh(self) -> None:
        """Show anew what fits the choices, in the language of the moment."""
        language = self.context.language
        found = timeline(self.context.library, self._chosen, self._by)
        self.page = timeline_page(self.context.describer, found)
        self.lookup.remember(found.undated)
        self.canvas.show_page(self.page)
        self.undated.show_records(self.page.undated)
        self.undated.setVisible(bool(self.page.undated))
        self.tools.show_legend(self.page.legend)
        self.read_out.show_source(self.page.source)
        self.read_out.show_event(self.canvas.shown())
        self.bar.show_state(self._chosen, self.page.headline, 0, LANES_BY.index(self._by))
        self.list_button.setText(language.gettext("As a list"))
        self.nothing_fits.retranslate(language)
        self.nothing_fits.setVisible(self.is_empty)
        for part in (self.tools, self.splitter, self.read_out):
            part.setHidden(self.is_empty)

    def narrow(self, chosen: Chosen) -> None:
        """Show what fits these choices."""
        self._chosen = chosen
        self.refresh()
        self.address_refined.emit(Address(KEY, filters=self._filters()))
        self.context.say(self.bar.count.text())

    def group(self, number: int) -> None:
        """Have other lanes."""
        self._by = LANES_BY[number]
        self.context.settings.put(LANES_KEY, self._by.value)
        self.refresh()

    @property
    def is_empty(self) -> bool:
        return self.page is None or not (self.page.events or self.page.undated)

    @property
    def landmarks(self) -> Sequence[QWidget]:
        parts = (self.canvas, self.undated.table)
        return [part for part in parts if part.isVisible()]

    @property
    def scrolled(self) -> int:
        return self.canvas.verticalScrollBar().value()

    @scrolled.setter
    def scrolled(self, value: int) -> None:
        self.canvas.verticalScrollBar().setValue(value)

    def _filters(self) -> tuple[tuple[str, str], ...]:
        return tuple((facet.value, value) for facet, value in self._chosen)

    def _open_list(self) -> None:
        """The same as a list: of the milestones, or of the programmes if there is nothing else."""
        kinds = {value for facet, value in self._chosen if facet is Facet.KIND}
        key = "programmes" if kinds == {Kind.PROGRAMME.value} else "milestones"
        filters = tuple(pair for pair in self._filters() if pair[0] != Facet.KIND.value)
        self.address_asked.emit(Address(key, filters=filters))

    def _count_values(self, facet: Facet) -> Mapping[str, int]:
        browse = Browse(KINDS, self.lookup.language.code, self._chosen)
        return self.context.library.facet_counts(browse, facet)

    def _focus_bar(self) -> None:
        next(iter(self.bar.buttons.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
