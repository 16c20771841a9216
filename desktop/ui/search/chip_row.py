"""What the results are narrowed by, each a button that takes it away again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.sheets.search.parts import Chip
from desktop.sheets.search.summary import shortened
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import IconButton


class ChipRow(QWidget):
    """`removed` carries the chips whose narrowing is to go: one of them, or all at once."""

    removed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: Sequence[Chip] = ()
        self.chips: list[IconButton] = []
        self.clear = QPushButton()
        self.clear.setProperty("look", "quiet")
        set_role(self.clear, Role.LABEL)
        self.clear.clicked.connect(lambda: self.removed.emit(self._shown))
        self._row = FlowLayout(self)
        self._row.setSpacing(space(Space.TIGHT))
        self._row.addWidget(self.clear)
        context.theme_changed.connect(self._recolour)

    def show_chips(self, shown: Sequence[Chip]) -> None:
        """One button a chip; those that there are serve again, so that the focus stays."""
        self._shown = shown
        while len(self.chips) < len(shown):
            self._add()
        for number, button in enumerate(self.chips):
            if number < len(shown):
                chip = shown[number]
                button.setText(shortened(chip.text).replace("&", "&&"))
                button.setToolTip(chip.text)
                button.setAccessibleName(chip.spoken)
            button.setVisible(number < len(shown))
        self.clear.setText(self._context.language.gettext("Clear all"))
        self.clear.setVisible(len(shown) > 1)
        self.setVisible(bool(shown))

    def _add(self) -> None:
        button = IconButton("chip")
        number = len(self.chips)
        button.clicked.connect(lambda: self.removed.emit([self._shown[number]]))
        button.setIcon(self._context.icon("x"))
        self._row.removeWidget(self.clear)
        self._row.addWidget(button)
        self._row.addWidget(self.clear)
        if self.chips:
            QWidget.setTabOrder(self.chips[-1], button)
        QWidget.setTabOrder(button, self.clear)
        self.chips.append(button)

    def _recolour(self) -> None:
        for button in self.chips:
            button.setIcon(self._context.icon("x"))
