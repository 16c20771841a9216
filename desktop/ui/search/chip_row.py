"""What the results are narrowed by, each a button that takes it away again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.sheets.search.parts import Chip
from desktop.sheets.search.summary import shortened
from desktop.ui.context import Context
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.widgets.chip_buttons import ChipButtons, ChipText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.menu_button import IconButton


class ChipRow(QWidget):
    """`removed` carries the chips whose narrowing is to go: one of them, or all at once."""

    removed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: Sequence[Chip] = ()
        self.clear = QPushButton()
        self.clear.setProperty("look", "quiet")
        set_role(self.clear, Role.LABEL)
        self.clear.clicked.connect(lambda: self.removed.emit(self._shown))
        self._row = FlowLayout(self)
        self._row.setSpacing(space(Space.TIGHT))
        self._row.addWidget(self.clear)
        self._buttons = ChipButtons(context, self._row, self.clear)
        self._buttons.removed.connect(lambda number: self.removed.emit([self._shown[number]]))
        context.theme_changed.connect(self._buttons.recolour)

    @property
    def chips(self) -> list[IconButton]:
        """The buttons; not all of them are shown."""
        return self._buttons.buttons

    def show_chips(self, shown: Sequence[Chip]) -> None:
        """One button a chip."""
        self._shown = shown
        self._buttons.show(
            [
                ChipText(shortened(chip.text).replace("&", "&&"), chip.spoken, chip.text)
                for chip in shown
            ]
        )
        self.clear.setText(self._context.language.gettext("Clear all"))
        self.clear.setVisible(len(shown) > 1)
        self.setVisible(bool(shown))
