"""One value on a record page: its label, the value, when it holds, and a door to its passport."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from desktop.l10n.language import Language
from desktop.sheets.record.facts import Fact, Form
from desktop.ui.look.typography import Role, Space, set_role, space
from desktop.ui.record.passport_panel import PassportPanel
from desktop.ui.widgets.placing import height_of, line_width
from desktop.ui.widgets.text import set_text, text_label

# Where each part of the view stands.
_Plan = list[tuple[QWidget, QRect]]

_ROLES = {Form.NUMBER: Role.FIGURE, Form.PHRASE: Role.VALUE, Form.PROSE: Role.BODY}


class FactView(QWidget):
    """Shows a fact. `source_button` is checked while the `passport` is open below it."""

    fact: Fact

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.passport: PassportPanel | None = None
        self._label_room = 0
        self._measured: tuple[int, _Plan] = (-1, [])
        self._label = text_label("", Role.SMALL, "muted")
        self._label.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self._value = text_label("", _ROLES[form])
        self._note = text_label("", Role.SMALL, "muted")
        self.source_button = QToolButton()
        self.source_button.setObjectName("source")
        self.source_button.setCheckable(True)
        self.source_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self.source_button, Role.SMALL)
        for part in (self._label, self._value, self._note, self.source_button):
            part.setParent(self)

    def show_fact(self, fact: Fact, language: Language) -> None:
        """Show a fact, or the same fact in another language."""
        self.fact = fact
        set_text(self._label, fact.label)
        set_text(self._value, fact.value)
        set_text(self._note, fact.note)
        self._note.setHidden(not fact.note)
        self.setAccessibleName(fact.line)
        button = self.source_button
        button.setText(language.gettext("Source"))
        spoken = language.gettext("Source of {label}")
        button.setAccessibleName(spoken.format(label=fact.label))
        button.setAccessibleDescription(fact.line)
        button.setToolTip(language.gettext("Who says so, and how old it is"))
        self._measured = (-1, [])

    @property
    def is_narrow(self) -> bool:
        """Whether two such facts may stand side by side."""
        return self._form is not Form.PROSE

    def close_passport(self) -> None:
        """Close the passport, and be where it was opened."""
        self.source_button.setChecked(False)
        self.source_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def label_height(self, width: int) -> int:
        """How high the label is at a width."""
        return height_of(self._label, width)

    def level(self, label_height: int) -> None:
        """Give the label so much room that the value stands on a line with its neighbour's."""
        self._label_room = label_height
        self._measured = (-1, [])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(area.bottom() + 1 for _part, area in self._plan(width))

    def sizeHint(self) -> QSize:
        return QSize(self.width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part, area in self._plan(self.width()):
            part.setGeometry(area)

    def _plan(self, width: int) -> _Plan:
        """Where each part stands at a width."""
        if self._measured[0] != width:
            self._measured = (width, self._planned(width))
        return self._measured[1]

    def _planned(self, width: int) -> _Plan:
        gap = space(Space.HAIR)
        if self._form is Form.PROSE:
            # Behind a long text nobody would look for the button.
            plan, bottom = self._with_button(self._label, 0, width)
            value = QRect(0, bottom + gap, width, height_of(self._value, width))
            return [*plan, (self._value, value)]
        room = self._label_room or self.label_height(width)
        plan: _Plan = [(self._label, QRect(0, 0, width, room))]
        last, top = self._value, room + gap
        if self.fact.note:
            height = height_of(self._value, width)
            plan.append((self._value, QRect(0, top, width, height)))
            last, top = self._note, top + height
        return plan + self._with_button(last, top, width)[0]

    def _with_button(self, text: QLabel, top: int, width: int) -> tuple[_Plan, int]:
        """A text, and the button behind it where there is room, below it where not; the bottom."""
        button = self.source_button.sizeHint()
        natural = line_width(text)
        left = natural + space(Space.TIGHT)
        if left + button.width() > width:
            height = height_of(text, width)
            below = QRect(QPoint(0, top + height), button)
            area = QRect(0, top, width, height)
            return [(text, area), (self.source_button, below)], below.bottom() + 1
        height = height_of(text, natural)
        line = max(height, button.height())
        area = QRect(0, top + (line - height) // 2, natural, height)
        behind = QRect(QPoint(left, top + (line - button.height()) // 2), button)
        return [(text, area), (self.source_button, behind)], top + line
