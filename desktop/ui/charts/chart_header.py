"""The quiet row of what one can do with a chart, above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.ui.charts.file_forms import FORMS, FileForm
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import OpeningButton


class ChartHeader(QWidget):
    """Buttons for the chart that is shown: `form_chosen` carries the FileForm to save it in.

    `copy_address` is for a chart that an address leads to; until it is offered, it is hidden.
    """

    form_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("recordHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self.table, self.copy_picture, self.copy_table = (QAction(self) for _ in range(3))
        self.table.setCheckable(True)
        self.table_button = QToolButton()
        self.table_button.setObjectName("quiet")
        self.table_button.setDefaultAction(self.table)
        self.table_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self.table_button, Role.SMALL)
        self.menu = QMenu(self)
        self.forms = {form: self._add_form(form) for form in FORMS}
        self.menu.addSeparator()
        self.menu.addActions([self.copy_picture, self.copy_table])
        self.menu_button = OpeningButton("quiet")
        set_role(self.menu_button, Role.SMALL)
        self.menu_button.opened.connect(lambda: self.menu.popup(self.menu_button.below()))
        self.copy_address = QToolButton()
        self.copy_address.setObjectName("quiet")
        self.copy_address.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_address.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.copy_address.hide()
        set_role(self.copy_address, Role.SMALL)
        flow = FlowLayout()
        flow.setSpacing(space(Space.TIGHT))
        for button in (self.table_button, self.menu_button, self.copy_address):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(Space.SMALL), space(Space.TIGHT), 0, space(Space.TIGHT))
        column.addLayout(flow)

    def _add_form(self, form: FileForm) -> QAction:
        action = QAction(self)
        action.triggered.connect(lambda: self.form_chosen.emit(form))
        self.menu.addAction(action)
        return action

    def retranslate(self) -> None:
        """Set all text anew in the language of the moment."""
        tr = self._context.language.gettext
        self.table.setText(tr("Table"))
        self.table.setToolTip(tr("Show the values as a table"))
        self.menu_button.setText(tr("Save or copy"))
        self.copy_picture.setText(tr("Copy as a picture"))
        self.copy_table.setText(tr("Copy the values as a table"))
        for form, action in self.forms.items():
            action.setText(tr(form.title))
        self.copy_address.setText(tr("Copy address"))
        self.copy_address.setToolTip(tr("Copy the command that opens this chart"))
        for button in (self.table_button, self.menu_button, self.copy_address):
            button.setAccessibleName(button.text())
        self.table_button.setAccessibleDescription(self.table.toolTip())
        self.copy_address.setAccessibleDescription(self.copy_address.toolTip())

    def recolour(self) -> None:
        """Take the icons in the colours of the moment."""
        self.menu_button.setIcon(self._context.icon("chevron-down"))
        self.copy_address.setIcon(self._context.icon("link"))
