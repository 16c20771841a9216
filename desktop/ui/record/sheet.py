"""A record in one language: the widgets of its page in reading order, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.records import Record
from desktop.sheets.record.page import RecordPage
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.record.fact_view import FactView
from desktop.ui.record.link_group_view import LinkGroupView
from desktop.ui.record.passport_panel import PassportPanel
from desktop.ui.record.rows import Row, fact_rows
from desktop.ui.record.sources_view import SourcesView
from desktop.ui.widgets.placing import height_of
from desktop.ui.widgets.text import set_text, text_label


class RecordSheet(QWidget):
    """The page of a record in the language of a code; its page view says how wide and how high.

    `record_asked` carries the id of a link that was chosen, `passport_toggled` the key of a fact
    whose passport someone opens or closes, `group_expanded` the number of a group of links;
    `resized` tells that a part needs another height.
    """

    record_asked = Signal(str)
    passport_toggled = Signal(str, bool)
    group_expanded = Signal(int)
    resized = Signal()

    def __init__(self, context: Context, record: Record, code: str) -> None:
        super().__init__()
        self._context = context
        self._record = record
        self._expanded: set[int] = set()
        self._rows: list[Row] = []
        self._heights: list[list[int]] = []
        # Where the row of each part begins; the same parts in every language and at every width.
        self.tops: list[int] = []
        page = self._describe(code)
        self._make_head(page)
        self._make_facts(page)
        self._make_links(page)
        self._foot = SourcesView(page, self.record_asked.emit)
        self._foot.setParent(self)
        self._show(page)

    def _describe(self, code: str) -> RecordPage:
        self.language = self._context.languages[code]
        self._describer = self._context.describer_in(code)
        return self._describer.page(self._record)

    def _make_head(self, page: RecordPage) -> None:
        self.caption = text_label("", Role.LABEL, "muted")
        self.caption.hide()
        self._kind = text_label("", Role.LABEL, "accent")
        self._title = text_label("", Role.DISPLAY)
        self._plan = text_label("", Role.STRONG)
        if not page.plan:
            # Only to hide: what is shown while it has no parent is a window of its own.
            self._plan.hide()
        self.summary = text_label("", Role.BODY)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # The page has a menu of its own, for the whole of it.
        self.summary.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._heads = (self.caption, self._kind, self._title, self._plan, self.summary)
        for label in self._heads:
            label.setParent(self)

    def _make_facts(self, page: RecordPage) -> None:
        self._fact_groups: list[tuple[QLabel, list[FactView]]] = []
        self.facts: list[FactView] = []
        for group in page.fact_groups:
            heading = text_label("", Role.HEADING)
            heading.setParent(self)
            heading.setHidden(not group.label)
            views = [FactView(fact.form) for fact in group.facts]
            for view, fact in zip(views, group.facts, strict=True):
                view.setParent(self)
                view.source_button.toggled.connect(self._toggler(fact.key))
            self._fact_groups.append((heading, views))
            self.facts += views

    def _make_links(self, page: RecordPage) -> None:
        self._links: list[LinkGroupView] = []
        for number, _group in enumerate(page.link_groups):
            view = LinkGroupView(self.record_asked.emit, self._expander(number))
            view.setParent(self)
            self._links.append(view)

    def show_in(self, code: str) -> None:
        """Show the same record in another language, as it is open."""
        self._show(self._describe(code))

    def _show(self, page: RecordPage) -> None:
        self._page = page
        self.setLocale(QLocale(self.language.territory_code))
        self.setAccessibleName(page.title)
        set_text(self.caption, self.language.own_name)
        set_text(self._kind, page.kind)
        set_text(self._title, page.title)
        set_text(self._plan, page.plan)
        set_text(self.summary, page.summary)
        for (heading, views), group in zip(self._fact_groups, page.fact_groups, strict=True):
            set_text(heading, group.label)
            for view, fact in zip(views, group.facts, strict=True):
                view.show_fact(fact, self.language)
                if view.passport:
                    view.passport.show_passport(self._describer.passport(fact.key), self.language)
        for number in range(len(self._links)):
            self._show_links(number)
        self._foot.show_page(page, self.language)

    def set_open(self, key: str, *, is_open: bool) -> None:
        """Open or close the passport of a fact."""
        view = self.fact_of(key)
        view.source_button.blockSignals(True)
        view.source_button.setChecked(is_open)
        view.source_button.blockSignals(False)
        if view.passport and not is_open:
            view.passport.hide()
            view.passport.deleteLater()
            view.passport = None
        if is_open and not view.passport:
            view.passport = self._make_passport(view)

    def fact_of(self, key: str) -> FactView:
        """The fact of a key."""
        return next(view for view in self.facts if view.fact.key == key)

    def links_of(self, number: int) -> LinkGroupView:
        """The group of links of a number."""
        return self._links[number]

    def expand(self, number: int) -> None:
        """Show all links of a group."""
        self._expanded.add(number)
        self._show_links(number)

    def measure(self, width: int, columns: int) -> list[int]:
        """How high each row is, its distance from the one above included, at a width."""
        self._rows = list(self._rows_in(columns, width))
        self._heights = [
            [height_of(each, row.column_width(width)) for each in row.widgets] for row in self._rows
        ]
        return [
            space(row.gap) + max(heights)
            for row, heights in zip(self._rows, self._heights, strict=True)
        ]

    def place(self, width: int, row_heights: Sequence[int]) -> None:
        """Put every row where it belongs, after it was measured; rows may be higher than needed."""
        tops: dict[QWidget, int] = {}
        bottom = 0
        for row, heights, row_height in zip(self._rows, self._heights, row_heights, strict=False):
            tops |= dict.fromkeys(row.widgets, bottom)
            step = row.column_width(width) + space(Space.WIDE)
            for number, (widget, height) in enumerate(zip(row.widgets, heights, strict=True)):
                top = bottom + space(row.gap)
                widget.setGeometry(number * step, top, step - space(Space.WIDE), height)
            bottom += row_height
        self.tops = [tops.get(part, 0) for part in (*self._heads, *self.facts, *self._links)]

    def _rows_in(self, columns: int, width: int) -> Iterator[Row]:
        gaps = (Space.HAIR, Space.HAIR, Space.HAIR, Space.SMALL, Space.SMALL)
        for gap, head in zip(gaps, self._heads, strict=True):
            if not head.isHidden():
                yield Row(gap, (head,))
        for heading, views in self._fact_groups:
            gap = Space.LARGE
            if not heading.isHidden():
                yield Row(gap, (heading,))
                gap = Space.SMALL
            yield from fact_rows(views, columns, gap, width)
        for number, links in enumerate(self._links):
            yield Row(Space.MEDIUM if number else Space.LARGE, (links,))
        yield Row(Space.LARGE, (self._foot,))

    def _show_links(self, number: int) -> None:
        self._links[number].show_group(
            self._page.link_groups[number],
            self.language,
            is_expanded=number in self._expanded,
        )

    def _make_passport(self, view: FactView) -> PassportPanel:
        passport = self._describer.passport(view.fact.key)
        panel = PassportPanel(passport, self.language, self._context, self.record_asked.emit)
        panel.setParent(self)
        panel.closed.connect(view.close_passport)
        panel.resized.connect(self.resized)
        before = view.source_button
        # What opens below a value is read after it, although it was made last.
        for after in panel.focusables:
            QWidget.setTabOrder(before, after)
            before = after
        panel.show()
        return panel

    def _toggler(self, key: str) -> Callable[[bool], object]:
        return lambda is_open: self.passport_toggled.emit(key, is_open)

    def _expander(self, number: int) -> Callable[[], object]:
        return lambda: self.group_expanded.emit(number)
