"""A record on the screen, with what one can do with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.domain.records import Record
from desktop.sheets.listing import as_text
from desktop.ui.context import Context
from desktop.ui.frame.addresses import COMMAND, text_of
from desktop.ui.frame.navigation import Address
from desktop.ui.record.beside import LanguageBeside
from desktop.ui.record.header import RecordHeader
from desktop.ui.record.page import RecordPageView
from desktop.ui.record.saving import toggle_saved
from desktop.ui.views import SHEETS


class RecordPane(QWidget):
    """The page of one record. `record_asked` carries the id of a linked record that was clicked.

    `widened` tells whether a second language stands beside the first, which takes more room.
    """

    record_asked = Signal(str)
    widened = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._record: Record | None = None
        self._beside = LanguageBeside(context)
        self.header = RecordHeader(context)
        self.page = RecordPageView(context)
        self.page.record_asked.connect(self.record_asked)
        self.page.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.page.customContextMenuRequested.connect(self._open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.page, 1)
        self._connect()
        self.header.retranslate()

    def _connect(self) -> None:
        self.header.save.triggered.connect(self._toggle_saved)
        self.header.copy_address.triggered.connect(self.copy_address)
        self.header.copy_text.triggered.connect(self.copy_text)
        self.header.sheet.triggered.connect(self._ask_sheet)
        self.header.language_chosen.connect(self._compare)
        self._context.briefing.changed.connect(self._show_saved)
        self._context.theme_changed.connect(self._recolour)

    @property
    def record_id(self) -> str | None:
        """The record that is shown."""
        return self.page.record_id

    def show_record(self, record: Record | None) -> None:
        """Show a record from its beginning; None for an empty page."""
        self._record = record
        self.header.setHidden(record is None)
        if record is None:
            self.page.clear()
            return
        self.header.show_sheet(has_sheet=self._has_sheet(record))
        self._show_header()
        codes = self._codes()
        self.widened.emit(len(codes) > 1)
        self.page.show_record(record, codes)

    def retranslate(self) -> None:
        """Show the same in the language of the moment."""
        self.header.retranslate()
        self._show_header()
        self.page.show_in(self._codes())

    def copy_address(self) -> None:
        """Copy what opens the record from a terminal."""
        if self._record is not None:
            QGuiApplication.clipboard().setText(f"{COMMAND} {self._record.id}")
            sentence = self._context.language.gettext("The address was copied: {address}")
            self._context.say(sentence.format(address=self._record.id))

    def copy_text(self) -> None:
        """Copy the whole record as text, with its sources."""
        if self._record is not None:
            page = self._context.describer.page(self._record)
            QGuiApplication.clipboard().setText(as_text(page))
            sentence = self._context.language.gettext("The record was copied as text: {title}")
            self._context.say(sentence.format(title=page.title))

    def _has_sheet(self, record: Record) -> bool:
        # With the sheets comes much that a page does without.
        from desktop.ui.sheets.contents import kind_of

        return kind_of(self._context.library, record.id) is not None

    def _ask_sheet(self) -> None:
        if self._record is not None:
            self.record_asked.emit(text_of(Address(SHEETS, self._record.id)))

    def _codes(self) -> tuple[str, ...]:
        """The languages that stand side by side, that of the interface first."""
        beside = self._beside.code
        own = self._context.language.code
        return (own, beside) if beside else (own,)

    def _compare(self, code: str) -> None:
        self._beside.choose(code or None)
        self._show_header()
        codes = self._codes()
        self.widened.emit(len(codes) > 1)
        self.page.show_in(codes)

    def _toggle_saved(self) -> None:
        if self._record is not None:
            toggle_saved(self._context, self._record.id)
            self._show_saved()

    def _show_header(self) -> None:
        self.header.show_beside(self._beside.code)
        self._show_saved()

    def _show_saved(self) -> None:
        if self._record is not None:
            self.header.show_saved(is_saved=self._context.briefing.holds(self._record.id))

    def _recolour(self) -> None:
        self.header.recolour()
        self.page.rebuild()

    def menu(self) -> QMenu:
        """What one can do with the record, as a menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if selected := self.page.selected_text:
            copy = menu.addAction(self._context.language.gettext("Copy the selected text"))
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(selected))
        header = self.header
        menu.addActions([header.save, header.sheet, header.copy_address, header.copy_text])
        return menu

    def _open_menu(self, position: QPoint) -> None:
        self.menu().popup(self.page.mapToGlobal(position))
