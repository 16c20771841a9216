"""The quiet row of what one can do with a record, above its page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout


class RecordHeader(QWidget):
    """Buttons for the record that is shown; the first four are actions too, for a menu.

    `language_chosen` carries the code of the language to put beside, or "" for none.
    """

    language_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("recordHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._least_for_words = 0
        self.save, self.copy_address, self.copy_text, self.sheet = (QAction(self) for _ in range(4))
        self.save.setCheckable(True)
        self.save_button = _button(self.save)
        self._copy_buttons = (_button(self.copy_address), _button(self.copy_text))
        self.sheet_button = _button(self.sheet)
        self._compare = QLabel()
        self._compare.setProperty("role", "muted")
        set_role(self._compare, Role.SMALL)
        self.languages = {code: self._language_button(code) for code in context.languages}
        self._flow = FlowLayout()
        self._flow.setSpacing(space(Space.TIGHT))
        for button in (self.save_button, self.sheet_button, *self._copy_buttons):
            self._flow.addWidget(button)
        self._flow.addWidget(_together(self._compare, *self.languages.values()))
        column = QVBoxLayout(self)
        # As far in as the text of the page, the inner margin of a button apart.
        self._margin = space(Space.LARGE)
        tight = space(Space.TIGHT)
        column.setContentsMargins(self._margin, tight, self._margin, tight)
        column.addLayout(self._flow)
        self.recolour()

    def _language_button(self, code: str) -> QToolButton:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self.language_chosen.emit(code if on else ""))
        return _button(action)

    def retranslate(self) -> None:
        """Set all text anew; a language is named in itself, and that of the moment not at all."""
        language = self._context.language
        tr = language.gettext
        self.copy_address.setText(tr("Copy address"))
        self.copy_address.setToolTip(tr("Copy the command that opens this record"))
        self.copy_text.setText(tr("Copy text"))
        self.copy_text.setToolTip(tr("Copy the whole record as text, with its sources"))
        self.sheet.setText(tr("Sheet"))
        self.sheet.setToolTip(tr("Show the sheet of one page on this record"))
        for code, button in self.languages.items():
            name = self._context.languages[code].own_name
            tip = tr("Show this record in {language} as well").format(language=name)
            button.defaultAction().setText(name)
            button.defaultAction().setToolTip(tip)
            button.setHidden(code == language.code)
        for button in (self.sheet_button, *self._copy_buttons, *self.languages.values()):
            button.setAccessibleName(button.defaultAction().text())
            button.setAccessibleDescription(button.toolTip())
        self._measure()

    def show_saved(self, *, is_saved: bool) -> None:
        """Show whether the record is in the briefing."""
        tr = self._context.language.gettext
        self.save.setChecked(is_saved)
        self.save.setText(tr("Saved to briefing") if is_saved else tr("Save to briefing"))
        tip = tr("Keep this record for a meeting")
        if is_saved:
            tip = tr("Take this record out of the briefing")
        self.save.setToolTip(tip)
        self.save_button.setAccessibleName(self.save.text())
        self.save_button.setAccessibleDescription(tip)
        self._measure()

    def show_sheet(self, *, has_sheet: bool) -> None:
        """Offer the sheet of the record, if it has one."""
        self.sheet.setVisible(has_sheet)
        self.sheet_button.setVisible(has_sheet)
        self._measure()

    def show_beside(self, beside: str | None) -> None:
        """Show which language stands beside that of the moment."""
        for code, button in self.languages.items():
            button.defaultAction().setChecked(code == beside)

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        self.save.setIcon(self._context.icon("bookmark"))
        self.copy_address.setIcon(self._context.icon("link"))
        self.copy_text.setIcon(self._context.icon("copy"))
        self.sheet.setIcon(self._context.icon("sheets"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _measure(self) -> None:
        """Find how much room the row needs with all its words."""
        self._use_words(True)
        self._least_for_words = self._flow.sizeHint().width() + 2 * self._margin
        self._fit()

    def _fit(self) -> None:
        """Say all in words where they fit in one row; elsewhere icons do for what is copied."""
        # What is hidden has no width yet, or that of an earlier window.
        if self.isVisible():
            self._use_words(self.width() >= self._least_for_words)

    def _use_words(self, words: bool) -> None:
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        if not words:
            style = Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in (self.sheet_button, *self._copy_buttons):
            button.setToolButtonStyle(style)
        said = self._context.language.gettext("Compare languages")
        self._compare.setAccessibleName(said)
        self._compare.setToolTip(said)
        if words:
            self._compare.setText(said)
        else:
            size = QSize(1, 1) * self._compare.fontMetrics().height()
            self._compare.setPixmap(self._context.icon("columns-2").pixmap(size))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setObjectName("quiet")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, Role.SMALL)
    button.setIconSize(QSize(1, 1) * button.fontMetrics().height())
    return button


def _together(*widgets: QWidget) -> QWidget:
    """Widgets that stay on one line."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(space(Space.TIGHT), 0, 0, 0)
    row.setSpacing(space(Space.TIGHT))
    for widget in widgets:
        row.addWidget(widget)
    return group
