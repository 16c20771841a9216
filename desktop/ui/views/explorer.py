"""Explorer: choose what is measured, where and when; see chart, table and sources of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.browsing import Facet
from desktop.domain.exploring import Exploration, first_indicator
from desktop.sheets.explorer.page import ExplorerPage, explorer_page
from desktop.sheets.facets import is_known
from desktop.ui.context import Context
from desktop.ui.explorer.bar import ExplorerBar
from desktop.ui.explorer.body import ExplorerBody
from desktop.ui.explorer.saving import missing, save_all
from desktop.ui.frame.addresses import COMMAND, filters_in, filters_text, text_of
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.lookup import Lookup
from desktop.ui.lists.spec import NARROW_KEY
from desktop.ui.view import View

VIEW = KEY = "explorer"


class ExplorerView(View):
    """The figures that fit what is chosen.

    What is chosen stands in the filters of the address, and is remembered: an address without
    filters leads to it again. At first it is the indicator that has most figures in numbers.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._exploration = Exploration()
        self._shown: ExplorerPage | None = None
        self.lookup = Lookup(context.library, context.language)
        self.bar = ExplorerBar(context, self.lookup)
        self.body = ExplorerBody(context, self.lookup)
        self.page = QScrollArea()
        self.page.setObjectName("page")
        self.page.setWidgetResizable(True)
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # One that comes and goes would lay chart and table out anew.
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # What stands on it takes the focus, and it scrolls with that.
        self.page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.page.setWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.page, 1)
        self._connect()
        self._recolour()

    def _connect(self) -> None:
        self.bar.chosen.connect(self.explore)
        self.bar.save.clicked.connect(self._save)
        self.bar.copy_address.clicked.connect(self._copy_address)
        self.body.record_asked.connect(self.record_asked)
        self.body.row_reached.connect(self._show_row)
        self.context.briefing.changed.connect(self._show_saved)
        self.context.theme_changed.connect(self._recolour)
        # Of the views of a window only the visible one answers.
        QShortcut(NARROW_KEY, self, self.bar.setFocus)

    @property
    def exploration(self) -> Exploration:
        """What is chosen."""
        return self._exploration

    def show_address(self, address: Address) -> None:
        asked = self._known(address.filters) if address.filters else self._remembered()
        self._show(asked)
        self._remember()
        if not address.filters:
            # Back leads to what was seen here, whatever is chosen meanwhile.
            self.address_refined.emit(self.address)

    def explore(self, exploration: Exploration) -> None:
        """Show what fits another choice, and remember it."""
        if exploration.indicator != self._exploration.indicator:
            self.scrolled = 0
        self._show(exploration)
        self._remember()
        self.address_refined.emit(self.address)
        self.context.say(self._shown.count or self._shown.words if self._shown else "")

    @property
    def address(self) -> Address:
        """What is chosen, as an address; “no indicator” is one with an empty name."""
        chosen = self._exploration.chosen
        if not self._exploration.indicator:
            chosen = ((Facet.INDICATOR, ""), *chosen)
        return Address(VIEW, filters=tuple((facet.value, value) for facet, value in chosen))

    def retranslate(self) -> None:
        self.lookup.speak(self.context.language)
        if self._shown is not None:
            self._show(self._exploration)

    @property
    def is_empty(self) -> bool:
        return self._shown is None

    def lists(self, record_id: str) -> bool:
        return self._shown is not None and record_id in self._shown.figures

    @property
    def landmarks(self) -> Sequence[QWidget]:
        parts = (self.bar, self.page, self.body.table)
        return [part for part in parts if part.isVisible()]

    def take_focus(self, *, is_reading: bool = False) -> None:
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _page(self) -> QScrollArea | None:
        return self.page

    def _show(self, exploration: Exploration) -> None:
        if not self.isVisible():
            # As wide as it will be seen, so that all of it is laid out once.
            bar = self.page.verticalScrollBar()
            bar.ensurePolished()
            self.body.resize(self.width() - bar.sizeHint().width(), self.body.height())
        self._exploration = exploration
        self._shown = explorer_page(self.context.describer, exploration)
        self.bar.show_choice(exploration, self._shown.count)
        self.body.show_page(self._shown)
        self.page.setAccessibleName(self._shown.title)
        self._show_saved()

    def _remembered(self) -> Exploration:
        kept = self.context.settings.get(KEY, "")
        if kept:
            found = self._known(filters_in(kept))
            if found.indicator or not _names_indicator(kept):
                return found
        return Exploration(first_indicator(self.context.library))

    def _known(self, filters: Sequence[tuple[str, str]]) -> Exploration:
        """What filters choose, as far as this edition knows it."""
        return Exploration.of(
            (Facet(facet), value)
            for facet, value in filters
            if facet in set(Facet) and is_known(Facet(facet), value, self.lookup)
        )

    def _remember(self) -> None:
        kept = filters_text(self.address.filters)
        if self.context.settings.get(KEY, "") != kept:
            self.context.settings.put(KEY, kept)

    def _save(self) -> None:
        if self._shown is not None:
            save_all(self.context, self._shown.figures)

    def _show_saved(self) -> None:
        """Say how many figures would be saved, or that all of them are."""
        if self._shown is None:
            return
        language, figures = self.context.language, self._shown.figures
        button = self.bar.save
        button.setVisible(bool(figures))
        new = missing(self.context, figures)
        number = len(new) or len(figures)
        sentence = language.ngettext(
            "Save {number} figure to briefing", "Save {number} figures to briefing", number
        )
        if not new:
            sentence = language.ngettext(
                "{number} figure in the briefing", "{number} figures in the briefing", number
            )
        button.setText(sentence.format(number=language.number(number)))

    def _copy_address(self) -> None:
        """Copy what opens this choice from a terminal, which must not read its signs as its own."""
        text = text_of(self.address)
        QGuiApplication.clipboard().setText(f'{COMMAND} "{text}"')
        sentence = self.context.language.gettext("The address was copied: {address}")
        self.context.say(sentence.format(address=text))

    def _show_row(self, row: QRect) -> None:
        self.page.ensureVisible(row.center().x(), row.center().y(), 0, row.height())

    def _recolour(self) -> None:
        self.bar.recolour()
        self.body.recolour()


def _names_indicator(kept: str) -> bool:
    """Whether an indicator was chosen, which this edition may not have."""
    return any(value for facet, value in filters_in(kept) if facet == Facet.INDICATOR)
