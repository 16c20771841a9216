"""The record page: one layout for every kind, rendered from its description."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Record
from desktop.sheets.record_page import Fact, LinkGroup, Passport, RecordPage, Source
from desktop.ui.context import Context
from desktop.ui.look.typography import Role
from desktop.ui.widgets.text import link_label, text_label

# A line of text is easiest to read at 60 to 75 characters; the page grows no wider.
# A long group of links is a wall: so many are shown, unless hardly any would be hidden.
MOST_LINKS = 16
FEWEST_HIDDEN = 4
_SEPARATOR = " · "
_ALL = "all:"
MOST_CHARACTERS = 78
# Below this width figures stand in one column, above it in two.
TWO_COLUMNS = 66


class RecordPageView(QScrollArea):
    """Shows one record. `record_asked` carries the id of a linked record that was clicked."""

    record_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._context = context
        self._record: Record | None = None
        self._shown_columns = 0

    @property
    def record_id(self) -> str | None:
        """The record that is shown."""
        return self._record.id if self._record else None

    def show_record(self, record: Record) -> None:
        """Show a record from its beginning, all passports closed."""
        self._record = record
        self._render(set())
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show nothing."""
        self._record = None
        self.setWidget(QWidget())

    def retranslate(self) -> None:
        """Show the same record in the language of the moment, where it was, as it was open."""
        if self._record is None:
            return
        scroll = self.verticalScrollBar().value()
        open_facts = {
            number for number, fact in enumerate(self._facts()) if fact.source_button.isChecked()
        }
        self._render(open_facts)
        # The new page has its height only after Qt has laid it out.
        QTimer.singleShot(0, lambda: self.verticalScrollBar().setValue(scroll))

    def _facts(self) -> list[FactView]:
        return self.findChildren(FactView)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns() != self._shown_columns:
            self.retranslate()

    def _columns(self) -> int:
        characters = self.viewport().width() / self.fontMetrics().averageCharWidth()
        return 2 if characters > TWO_COLUMNS else 1

    def _render(self, open_facts: set[int]) -> None:
        if self._record is None:
            return
        page = self._context.describer.page(self._record)
        self._shown_columns = self._columns()
        self.setWidget(_PageBody(page, self._context, self.record_asked, self._shown_columns))
        self.setAccessibleName(page.title)
        for number, fact in enumerate(self._facts()):
            fact.source_button.setChecked(number in open_facts)


class _PageBody(QWidget):
    """The widgets of one page, in reading order."""

    def __init__(
        self, page: RecordPage, context: Context, asked: SignalInstance, columns: int
    ) -> None:
        super().__init__()
        self._context = context
        self._columns = columns
        em = self.fontMetrics().height()
        column = QVBoxLayout()
        column.setSpacing(em // 2)
        summary = text_label(page.summary, Role.BODY)
        # Selecting costs a text document a label: only the running text is worth it.
        summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text_label(page.kind, Role.LABEL, "accent"))
        column.addWidget(text_label(page.title, Role.DISPLAY))
        column.addWidget(summary)
        if page.facts:
            column.addSpacing(em // 2)
            column.addLayout(self._facts(page.facts, em))
        for group in page.link_groups:
            column.addSpacing(em // 4)
            pair = QVBoxLayout()
            pair.setSpacing(em // 6)
            pair.addWidget(text_label(group.label, Role.SMALL, "muted"))
            pair.addWidget(_links(group, context, asked))
            column.addLayout(pair)
        self._add_foot(column, page, em, asked)
        column.addStretch(1)
        margins = QHBoxLayout(self)
        margins.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 2)
        margins.addLayout(column, 1)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS + em * 4)

    def _facts(self, facts: Sequence[Fact], em: int) -> QGridLayout:
        """Figures in columns, other facts over the whole width; a passport opens below its row."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(em * 2)
        grid.setVerticalSpacing(em // 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, self._columns - 1)
        row, column = 0, 0
        in_columns = self._columns > 1 and sum(bool(fact.note) for fact in facts) > 1
        for fact in facts:
            is_narrow = in_columns and bool(fact.note)
            if column == 1 and not is_narrow:
                row, column = row + 2, 0
            widget = FactView(fact, self._context, grid, row + 1)
            grid.addWidget(widget, row, column, 1, 1 if is_narrow else 2)
            column = 1 - column if is_narrow else 0
            row += 0 if column == 1 else 2
        return grid

    def _add_foot(
        self, column: QVBoxLayout, page: RecordPage, em: int, asked: SignalInstance
    ) -> None:
        if not (page.caveats or page.sources):
            return
        column.addSpacing(em)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        if page.sources:
            column.addWidget(text_label(self._context.language.gettext("Sources"), Role.LABEL))
        for source in page.sources:
            column.addWidget(_source(source, asked))
        for caveat in page.caveats:
            column.addWidget(text_label(caveat, Role.SMALL, "muted"))


class FactView(QWidget):
    """A label, its value, and a button that opens the passport in a row of `grid`."""

    def __init__(self, fact: Fact, context: Context, grid: QGridLayout, passport_row: int) -> None:
        super().__init__()
        self._fact = fact
        self._context = context
        self._grid = grid
        self._passport_row = passport_row
        self.passport: _PassportPanel | None = None
        column = QVBoxLayout()
        column.setSpacing(self.fontMetrics().height() // 6)
        column.addWidget(text_label(fact.label, Role.SMALL, "muted"))
        is_short = len(fact.value) < MOST_CHARACTERS
        column.addWidget(text_label(fact.value, Role.VALUE if is_short else Role.BODY))
        if fact.note:
            column.addWidget(text_label(fact.note, Role.SMALL, "muted"))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(column, 1)
        self.source_button = self._make_button()
        row.addWidget(self.source_button, 0, Qt.AlignmentFlag.AlignTop)

    def _make_button(self) -> QToolButton:
        language = self._context.language
        button = QToolButton()
        button.setObjectName("source")
        button.setText(language.gettext("Source"))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(
            language.gettext("Source of {label}").format(label=self._fact.label)
        )
        button.setToolTip(language.gettext("Who says so, and how old it is"))
        button.toggled.connect(self._toggle)
        return button

    def _toggle(self, is_open: bool) -> None:
        if self.passport is None:
            self.passport = _PassportPanel(self._fact.passport, self._context)
            self._grid.addWidget(self.passport, self._passport_row, 0, 1, 2)
        self.passport.setVisible(is_open)


class _PassportPanel(QFrame):
    """What stands behind one value, and a button to copy it as a cited sentence."""

    def __init__(self, passport: Passport, context: Context) -> None:
        super().__init__()
        self.setObjectName("passport")
        em = self.fontMetrics().height()
        grid = QGridLayout(self)
        grid.setContentsMargins(em, em // 2, em, em // 2)
        grid.setHorizontalSpacing(em)
        grid.setColumnStretch(1, 1)
        for number, (label, text) in enumerate(passport.rows):
            name = text_label(label, Role.SMALL, "muted")
            name.setWordWrap(False)
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(text, Role.SMALL), number, 1)
        copy = QPushButton(context.language.gettext("Copy as a cited sentence"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(passport.sentence))
        grid.addWidget(copy, len(passport.rows), 1, Qt.AlignmentFlag.AlignLeft)


def _links(group: LinkGroup, context: Context, asked: SignalInstance) -> QLabel:
    """The links of a group; of a long one the first, and a last link that shows the others."""
    links = [
        f'<a href="{escape(record_id)}">{escape(title)}</a>' for record_id, title in group.records
    ]
    hidden = len(links) - MOST_LINKS
    if hidden < FEWEST_HIDDEN:
        return link_label(_SEPARATOR.join(links), Role.BODY, group.line, asked.emit)
    more = context.language.ngettext("{number} more", "{number} more", hidden)
    more = f'<a href="{_ALL}">{more.format(number=context.language.number(hidden))}</a>'
    label = link_label(
        _SEPARATOR.join([*links[:MOST_LINKS], more]), Role.BODY, group.line, asked.emit
    )

    def follow(target: str) -> None:
        if target == _ALL:
            label.setText(_SEPARATOR.join(links))
        else:
            asked.emit(target)

    label.linkActivated.connect(follow)
    return label


def _source(source: Source, asked: SignalInstance) -> QLabel:
    link = f'{source.number}. <a href="{escape(source.record)}">{escape(source.text)}</a>'
    return link_label(link, Role.SMALL, f"{source.number}. {source.text}", asked.emit)
