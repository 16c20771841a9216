"""The record page: one layout for every kind, in one language or in two side by side."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from desktop.domain.records import Record
from desktop.ui.context import Context
from desktop.ui.look.typography import Space, space
from desktop.ui.record.fact_view import FactView
from desktop.ui.record.sheet import RecordSheet

# A line of text is easiest to read at 60 to 75 characters; the page grows no wider.
MOST_CHARACTERS = 78
# From this width on figures stand in two columns.
TWO_COLUMNS = 66
# Two languages need so much each to stand side by side; with less, one stands below the other.
FEWEST_CHARACTERS = 28


class RecordPageView(QScrollArea):
    """Shows one record. `record_asked` carries the id of a linked record that was clicked.

    What is open of a record (passports, long groups of links) is open in both languages.
    """

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its links and buttons take the focus, and it scrolls with them; itself it has no use.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._context = context
        self._record: Record | None = None
        self._codes: tuple[str, ...] = ()
        self._open: set[str] = set()
        self._expanded: set[int] = set()
        self.sheets: list[RecordSheet] = []
        self.body = QWidget()
        self.setWidget(self.body)

    @property
    def record_id(self) -> str | None:
        """The record that is shown."""
        return self._record.id if self._record else None

    def show_record(self, record: Record, codes: tuple[str, ...]) -> None:
        """Show a record from its beginning in languages side by side, all passports closed."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._record = record
        self._codes = codes
        self._open.clear()
        self._expanded.clear()
        self._make_sheets()
        self.verticalScrollBar().setValue(0)
        if had_focus:
            # Who followed a link with the keyboard goes on at the beginning of what it opened.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_in(self, codes: tuple[str, ...]) -> None:
        """Show the same record in other languages, where it was, as it was open."""
        if self._record is None:
            return
        anchor = self._anchor()
        if len(codes) == len(self._codes):
            for sheet, code in zip(self.sheets, codes, strict=True):
                sheet.show_in(code)
            self._codes = codes
            self.setAccessibleName(self.sheets[0].accessibleName())
            self._arrange()
        else:
            self._codes = codes
            self._make_sheets()
        self._return_to(anchor)

    def rebuild(self) -> None:
        """Make everything anew, where it was, as it was open: the colours are other ones."""
        if self._record is not None:
            anchor = self._anchor()
            self._make_sheets()
            self._return_to(anchor)

    def clear(self) -> None:
        """Show nothing."""
        self._record = None
        self._drop_sheets()
        self.body.resize(self.viewport().size())

    @property
    def facts(self) -> list[FactView]:
        """The values that are shown, those of the first language first."""
        return [fact for sheet in self.sheets for fact in sheet.facts]

    @property
    def selected_text(self) -> str:
        """What is selected of the running text."""
        return next(
            (s.summary.selectedText() for s in self.sheets if s.summary.hasSelectedText()), ""
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self._anchor()
        super().resizeEvent(event)
        self._arrange()
        self._return_to(anchor)

    def _make_sheets(self) -> None:
        if self._record is None:
            return
        self._drop_sheets()
        for number, code in enumerate(self._codes):
            sheet = RecordSheet(self._context, self._record, code)
            sheet.caption.setHidden(len(self._codes) == 1)
            sheet.record_asked.connect(self.record_asked)
            sheet.passport_toggled.connect(partial(self._set_open, number))
            sheet.group_expanded.connect(partial(self._expand, number))
            sheet.resized.connect(self._arrange)
            for key in self._open:
                sheet.set_open(key, is_open=True)
            for group in self._expanded:
                sheet.expand(group)
            sheet.setParent(self.body)
            self.sheets.append(sheet)
        self.setAccessibleName(self.sheets[0].accessibleName())
        self._arrange()
        for sheet in self.sheets:
            sheet.show()

    def _drop_sheets(self) -> None:
        # Perhaps one of them is just telling that a link of it was clicked: it must outlive that.
        for sheet in self.sheets:
            sheet.setParent(None)
            sheet.deleteLater()
        self.sheets = []

    def _set_open(self, number: int, key: str, is_open: bool) -> None:
        """Open or close a passport, as was asked in the sheet of that number."""
        (self._open.add if is_open else self._open.discard)(key)
        view = self.sheets[number].fact_of(key)
        before = self._top_of(view)
        for sheet in self.sheets:
            sheet.set_open(key, is_open=is_open)
        self._arrange()
        self._scroll_by(self._top_of(view) - before)
        if view.passport:
            self._reveal(view.passport)

    def _expand(self, number: int, group: int) -> None:
        """Show all links of a group, as was asked in the sheet of that number."""
        self._expanded.add(group)
        links = self.sheets[number].links_of(group)
        before = self._top_of(links)
        for sheet in self.sheets:
            sheet.expand(group)
        self._arrange()
        self._scroll_by(self._top_of(links) - before)
        links.go_on()

    def _top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.body, QPoint()).y()

    def _scroll_by(self, distance: int) -> None:
        """Go along with what moved, because something else opened above it."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + distance)

    def _reveal(self, panel: QWidget) -> None:
        """Scroll as little as shows a panel, or its beginning if it is too high."""
        top = self._top_of(panel)
        bar = self.verticalScrollBar()
        needed = top + panel.height() - self.viewport().height()
        # What was pressed stays in sight, three lines above.
        most = top - space(Space.MEDIUM) * 5
        bar.setValue(max(bar.value(), min(needed, most)))

    def _arrange(self) -> None:
        """Put the sheets side by side where there is room, row by row on one line."""
        if not self.sheets:
            return
        character = self.fontMetrics().averageCharWidth()
        margin = space(Space.WIDE)
        room = self.viewport().width() - 2 * margin
        beside = len(self.sheets) if room >= self._least(character) else 1
        width = min((room - (beside - 1) * margin) // beside, character * MOST_CHARACTERS)
        columns = 2 if width >= character * TWO_COLUMNS else 1
        measured = [sheet.measure(width, columns) for sheet in self.sheets]
        if beside > 1:
            level = [max(row) for row in zip_longest(*measured, fillvalue=0)]
            measured = [level for _sheet in self.sheets]
        left, top, bottom = margin, space(Space.LARGE), 0
        for sheet, heights in zip(self.sheets, measured, strict=True):
            sheet.setGeometry(left, top, width, sum(heights))
            sheet.place(width, heights)
            bottom = top + sum(heights) + space(Space.WIDE)
            if beside > 1:
                left += width + margin
            else:
                top = bottom
        self.body.resize(self.viewport().width(), max(bottom, self.viewport().height()))

    def _least(self, character: int) -> int:
        count = len(self.sheets)
        return character * FEWEST_CHARACTERS * count + (count - 1) * space(Space.WIDE)

    def _anchor(self) -> tuple[int, float]:
        """The part of the record at the upper edge, and which share of it is above."""
        if not self.sheets or not self.sheets[0].tops:
            return 0, 0.0
        tops = self.sheets[0].tops
        at = self.verticalScrollBar().value() - self.sheets[0].y()
        part = tops.index(max((top for top in tops if top <= at), default=tops[0]))
        return part, (at - tops[part]) / self._height(part)

    def _return_to(self, anchor: tuple[int, float]) -> None:
        part, share = anchor
        if self.sheets:
            top = self.sheets[0].y() + self.sheets[0].tops[part]
            self.verticalScrollBar().setValue(round(top + share * self._height(part)))

    def _height(self, part: int) -> int:
        """How far it is from a part to the next one below it."""
        sheet = self.sheets[0]
        top = sheet.tops[part]
        return min((each for each in sheet.tops if each > top), default=sheet.height()) - top or 1
