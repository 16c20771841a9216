"""The record page: one layout for every kind, rendered from its description."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.records import Record
from desktop.sheets.record_page import Fact, LinkGroup, Passport, RecordPage
from desktop.ui.context import Context
from desktop.ui.typography import Role, set_role

# A line of text is easiest to read at 60 to 75 characters; the page grows no wider.
MOST_CHARACTERS = 78


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
        context.language_changed.connect(self.retranslate)

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

    def _facts(self) -> list[_FactRow]:
        return self.findChildren(_FactRow)

    def _render(self, open_facts: set[int]) -> None:
        if self._record is None:
            return
        page = self._context.describer.page(self._record)
        body = _PageBody(page, self._context, self.record_asked)
        self.setWidget(body)
        self.setAccessibleName(page.title)
        for number, fact in enumerate(self._facts()):
            fact.source_button.setChecked(number in open_facts)


class _PageBody(QWidget):
    """The widgets of one page, in reading order."""

    def __init__(self, page: RecordPage, context: Context, asked: object) -> None:
        super().__init__()
        self._language = context.language
        self._asked = asked
        column = QVBoxLayout()
        em = self.fontMetrics().height()
        column.setSpacing(em // 2)
        for label in self._head(page):
            column.addWidget(label)
        if page.facts:
            column.addSpacing(em // 2)
            for fact in page.facts:
                column.addWidget(_FactRow(fact, context))
        for group in page.link_groups:
            column.addWidget(self._links(group))
        self._add_foot(column, page, em)
        column.addStretch(1)
        centred = QHBoxLayout(self)
        centred.setContentsMargins(em * 2, em * 3 // 2, em * 2, em * 2)
        centred.addLayout(column, 1)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * MOST_CHARACTERS + em * 4)

    def _head(self, page: RecordPage) -> list[QLabel]:
        kind = _text(page.kind, Role.LABEL)
        kind.setProperty("role", "accent")
        return [kind, _text(page.title, Role.DISPLAY), _text(page.summary, Role.BODY)]

    def _links(self, group: LinkGroup) -> QLabel:
        links = " · ".join(
            f'<a href="{escape(record_id)}">{escape(title)}</a>'
            for record_id, title in group.records
        )
        label = _text("", Role.BODY)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(f"<b>{escape(group.label)}</b><br>{links}")
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        titles = ", ".join(title for _id, title in group.records)
        label.setAccessibleName(f"{group.label}: {titles}")
        label.linkActivated.connect(self._asked)
        return label

    def _add_foot(self, column: QVBoxLayout, page: RecordPage, em: int) -> None:
        if not (page.caveats or page.sources):
            return
        column.addSpacing(em)
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        if page.sources:
            column.addWidget(_text(self._language.gettext("Sources"), Role.LABEL))
        for text in (*(f"{source.number}. {source.text}" for source in page.sources), *page.caveats):
            label = _text(text, Role.SMALL)
            label.setProperty("role", "muted")
            column.addWidget(label)


class _FactRow(QWidget):
    """A label, its value, and a button that opens the passport below."""

    def __init__(self, fact: Fact, context: Context) -> None:
        super().__init__()
        language = context.language
        em = self.fontMetrics().height()
        label = _text(fact.label, Role.SMALL)
        label.setProperty("role", "muted")
        value = _text(fact.value, Role.VALUE if len(fact.value) < MOST_CHARACTERS else Role.BODY)
        note = _text(fact.note, Role.SMALL)
        note.setProperty("role", "muted")
        note.setVisible(bool(fact.note))
        self.source_button = QToolButton()
        self.source_button.setObjectName("source")
        self.source_button.setText(language.gettext("Source"))
        self.source_button.setCheckable(True)
        self.source_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = language.gettext("Source of {label}").format(label=fact.label)
        self.source_button.setAccessibleName(name)
        self.source_button.setToolTip(language.gettext("Who says so, and how old it is"))
        self._passport: _PassportPanel | None = None
        self._make_passport = lambda: _PassportPanel(fact.passport, context)
        self.source_button.toggled.connect(self._toggle)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, em // 4, 0, em // 4)
        self._grid.setVerticalSpacing(em // 5)
        self._grid.addWidget(label, 0, 0)
        self._grid.addWidget(value, 1, 0)
        self._grid.addWidget(note, 2, 0)
        self._grid.addWidget(self.source_button, 0, 1, 3, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)

    def _toggle(self, is_open: bool) -> None:
        if self._passport is None:
            self._passport = self._make_passport()
            self._grid.addWidget(self._passport, 3, 0, 1, 2)
        self._passport.setVisible(is_open)


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
            name = _text(label, Role.SMALL)
            name.setProperty("role", "muted")
            name.setWordWrap(False)
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(text, Role.SMALL), number, 1)
        copy = QPushButton(context.language.gettext("Copy as a cited sentence"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(passport.sentence))
        grid.addWidget(copy, len(passport.rows), 1, Qt.AlignmentFlag.AlignLeft)


class _Wrapped(QLabel):
    """A wrapped label that a narrow window may squeeze: its longest word is no minimum width."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def _text(text: str, role: Role) -> QLabel:
    label = _Wrapped(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    set_role(label, role)
    return label
