"""What the atlas says of an item, in short: values, summary, remarks, sources."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.l10n.language import Language
from desktop.sheets.briefing.page import Entry, NumberedSource, Value
from desktop.ui.look.typography import Role, Space, space
from desktop.ui.widgets.text import link_label, text_label

_COLUMNS = 2
# A longer value takes the whole width.
_SHORT = 40


class EntryView(QWidget):
    """The widgets of one entry in reading order. `record_asked` carries the id of a source.

    `links` are those that can be focused.
    """

    record_asked = Signal(str)

    def __init__(self, entry: Entry, sources: Sequence[NumberedSource], language: Language) -> None:
        super().__init__()
        self.links: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(Space.MEDIUM))
        if entry.values:
            column.addLayout(_values(entry.values))
        if entry.summary:
            summary = text_label(entry.summary, Role.BODY)
            summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(summary)
        for remark in entry.remarks:
            column.addWidget(text_label(remark, Role.SMALL, "muted"))
        if sources:
            column.addLayout(self._sources(sources, language))

    def _sources(self, sources: Sequence[NumberedSource], language: Language) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(space(Space.TIGHT))
        column.addWidget(text_label(language.gettext("Sources"), Role.LABEL))
        for source in sources:
            link = f'{source.number}. <a href="{escape(source.record)}">{escape(source.text)}</a>'
            spoken = f"{source.number}. {source.text}"
            label = link_label(link, Role.SMALL, spoken, self.record_asked.emit)
            self.links.append(label)
            column.addWidget(label)
        return column


def _values(values: Sequence[Value]) -> QGridLayout:
    """Short values side by side, a long one over the whole width."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(space(Space.LARGE))
    grid.setVerticalSpacing(space(Space.SMALL))
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    row, column = 0, 0
    for value in values:
        is_long = len(value.value) > _SHORT
        if is_long and column:
            row, column = row + 1, 0
        grid.addLayout(_value(value), row, column, 1, _COLUMNS if is_long else 1)
        column = 0 if is_long else (column + 1) % _COLUMNS
        row += column == 0
    return grid


def _value(value: Value) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(space(Space.HAIR))
    if value.label:
        lines.addWidget(text_label(value.label, Role.SMALL, "muted"))
    lines.addWidget(text_label(value.value, _role(value)))
    if value.note:
        lines.addWidget(text_label(value.note, Role.SMALL, "muted"))
    lines.addStretch(1)
    return lines


def _role(value: Value) -> Role:
    """The one value of a figure is large, those of other records are not, and prose is running."""
    if len(value.value) > _SHORT:
        return Role.BODY
    if not value.label:
        return Role.FIGURE
    return Role.VALUE if value.is_figure else Role.BODY
