"""The buttons above the briefing: meetings first, then files and paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import OpeningButton


class LanguageButton(OpeningButton):
    """A button that asks in which language; `language_chosen` carries its code."""

    language_chosen = Signal(str)

    def __init__(self, languages: Mapping[str, Language]) -> None:
        super().__init__("facet")
        self.languages = QMenu(self)
        for code, language in languages.items():
            # Each language is named in itself.
            action = self.languages.addAction(language.own_name)
            action.triggered.connect(partial(self._choose, code))
        self.opened.connect(lambda: self.languages.popup(self.below()))

    def _choose(self, code: str, _is_checked: bool = False) -> None:
        self.language_chosen.emit(code)


class Commands(QWidget):
    """The row of buttons, or rows where the window is narrow."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("facetBar")
        self._context = context
        self.new_meeting, self.rename, self.import_, self.export = (
            _button() for _number in range(4)
        )
        self.print_ = LanguageButton(context.languages)
        self.pdf = LanguageButton(context.languages)
        row = FlowLayout()
        row.setSpacing(space(Space.TIGHT))
        for button in (
            self.new_meeting,
            self.rename,
            self.import_,
            self.export,
            self.print_,
            self.pdf,
        ):
            row.addWidget(button)
        column = QVBoxLayout(self)
        margin = space(Space.SMALL)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addLayout(row)
        context.theme_changed.connect(self._recolour)
        self._recolour()

    def retranslate(self) -> None:
        """Set all texts anew in the language of the moment."""
        tr = self._context.language.gettext
        self.new_meeting.setText(tr("New meeting"))
        self.rename.setText(tr("Rename"))
        self.import_.setText(tr("Import…"))
        self.export.setText(tr("Export…"))
        self.print_.setText(tr("Print…"))
        self.pdf.setText(tr("Save as PDF"))

    def show_use(self, *, is_empty: bool) -> None:
        """Offer what can be done: with nothing saved, there is nothing to take along."""
        for button in (self.rename, self.export, self.print_, self.pdf):
            button.setEnabled(not is_empty)

    def _recolour(self) -> None:
        for button in (self.print_, self.pdf):
            button.setIcon(self._context.icon("chevron-down"))


def _button() -> QPushButton:
    button = QPushButton()
    button.setProperty("look", "facet")
    set_role(button, Role.LABEL)
    return button
