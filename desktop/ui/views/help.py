"""Help: what the atlas is, how to find a thing, what the marks mean, and every key."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.browsing import Facet
from desktop.domain.records import Kind
from desktop.sheets.search.operators import Operators
from desktop.ui.context import Context
from desktop.ui.frame.menus import COMPARE_SHEET, FILE, SAVE_RECORD, SAVE_SHEET
from desktop.ui.frame.navigation import Address
from desktop.ui.help.keyboard import MenuKeys, keys_of, plain
from desktop.ui.help.sections import KEYBOARD, SECTIONS, SOURCES, Section
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.view import View
from desktop.ui.widgets.text import link_label, text_label

VIEW, FILTER = "help", "section"
# A line of text is easiest to read at 60 to 75 characters.
MOST_CHARACTERS = 78
_SEPARATOR = " · "


class HelpView(View):
    """One page of headings and short texts; an address may name the section to begin at."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._headings: dict[str, QLabel] = {}
        self._area = QScrollArea()
        self._area.setObjectName("page")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    @property
    def is_empty(self) -> bool:
        return not self._headings

    def show_address(self, address: Address) -> None:
        key = dict(address.filters).get(FILTER)
        # The page has its height only after Qt has laid it out.
        QTimer.singleShot(0, self, lambda: self._scroll_to(key))

    def retranslate(self) -> None:
        scrolled = self.scrolled
        self._area.setAccessibleName(self.context.language.gettext("Help"))
        self._area.setWidget(self._body())
        QTimer.singleShot(0, self, lambda: setattr(self, "scrolled", scrolled))

    def _scroll_to(self, key: str | None) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(self._headings[key].y() if key in self._headings else 0)

    def _body(self) -> QWidget:
        tr = self.context.language.gettext
        body = QWidget()
        margins = QHBoxLayout(body)
        wide = space(Space.WIDE)
        margins.setContentsMargins(wide, space(Space.LARGE), wide, wide)
        column = QVBoxLayout()
        column.setSpacing(space(Space.SMALL))
        column.addWidget(text_label(tr("Help with Valley Atlas"), Role.DISPLAY))
        column.addWidget(self._contents())
        self._headings.clear()
        for section in SECTIONS:
            self._headings[section.key] = heading = text_label(tr(section.title), Role.HEADING)
            heading.setContentsMargins(0, space(Space.LARGE), 0, 0)
            column.addWidget(heading)
            for part in self._parts(section):
                column.addWidget(part)
        column.addStretch(1)
        margins.addLayout(column, 1)
        widest = self.fontMetrics().averageCharWidth() * MOST_CHARACTERS + 2 * wide
        body.setMaximumWidth(widest)
        return body

    def _contents(self) -> QLabel:
        """A link to each section."""
        titles = {each.key: self.context.language.gettext(each.title) for each in SECTIONS}
        links = [f'<a href="{key}">{escape(title)}</a>' for key, title in titles.items()]
        return link_label(
            _SEPARATOR.join(links), Role.BODY, _SEPARATOR.join(titles.values()), self._ask
        )

    def _ask(self, key: str) -> None:
        self.address_asked.emit(Address(VIEW, filters=((FILTER, key),)))

    def _parts(self, section: Section) -> Iterator[QWidget]:
        """What stands below a heading."""
        fields = self._fields()
        for number, paragraph in enumerate(section.paragraphs):
            text = self.context.language.gettext(paragraph).format(**fields)
            yield text_label(text, Role.BODY)
            if section.key == SOURCES and number == 0:
                yield self._documents()
        if section.meanings:
            yield self._meanings(section)
        if section.key == KEYBOARD:
            yield from self._keyboard()

    def _fields(self) -> dict[str, str]:
        """What stands in the sentences for what has a name of its own."""
        context, tr = self.context, self.context.language.gettext
        entry, menu = tr("{menu} > {entry}"), plain(tr(FILE))
        return {
            "edition": context.library.edition["edition"],
            "address": context.country().id,
            "save_record": entry.format(menu=menu, entry=plain(tr(SAVE_RECORD))),
            "save_sheet": entry.format(menu=menu, entry=plain(tr(SAVE_SHEET))),
            "compare_sheet": entry.format(menu=menu, entry=plain(tr(COMPARE_SHEET))),
            "path": str(context.settings.path),
            **self._operators(),
        }

    def _operators(self) -> dict[str, str]:
        """How one narrows a search in the language of the moment, with an example of each."""
        context = self.context
        operators = Operators(context.library, context.language)
        return {
            "kind": operators.typed(Facet.KIND, Kind.PROGRAMME.value),
            "place": operators.typed(Facet.PLACE, context.country().id),
            "year": operators.typed(Facet.YEAR, "2019"),
        }

    def _meanings(self, section: Section) -> QWidget:
        tr, fields = self.context.language.gettext, self._fields()
        return _table(
            (tr(mark).format(**fields), tr(meaning).format(**fields))
            for mark, meaning in section.meanings
        )

    def _documents(self) -> QWidget:
        """A link to each source document."""
        code = self.context.language.code
        titles = {each.id: each.title[code] for each in self.context.library.list(Kind.DOCUMENT)}
        links = [f'<a href="{escape(each)}">{escape(title)}</a>' for each, title in titles.items()]
        spoken = self.context.language.listed(list(titles.values()))
        return link_label("<br>".join(links), Role.BODY, spoken, self.record_asked.emit)

    def _keyboard(self) -> Iterator[QWidget]:
        """A table for each menu of the window that the page stands in."""
        window = self.window()
        tables: list[MenuKeys] = []
        if isinstance(window, QMainWindow):
            tables = keys_of(window.menuBar())
        for table in tables:
            title = text_label(table.title, Role.LABEL)
            title.setContentsMargins(0, space(Space.SMALL), 0, 0)
            yield title
            yield _table(table.rows)


def _table(rows: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> QWidget:
    """What is explained on the left, and the explanation."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(space(Space.LARGE))
    grid.setVerticalSpacing(space(Space.TIGHT))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 3)
    for number, (name, meaning) in enumerate(rows):
        grid.addWidget(text_label(name, Role.STRONG), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text_label(meaning, Role.BODY), number, 1, Qt.AlignmentFlag.AlignTop)
    return table
