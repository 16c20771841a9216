"""The figures of a mission in their list: every word of them is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QStyle

from desktop.app import Program
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary
from desktop.ui.views.sheets import SheetsView
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_row_has_room_for_all_its_words(
    start: Start, library: AtlasLibrary, code: str
) -> None:
    program = start(code)
    program.window.open_record("sheets?subject=mission")
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    # All of them: among so many, some are just too long for one line.
    chosen = tuple(record.id for record in library.list(Kind.FIGURE))
    figures = view.panel.mission.figures
    figures.show_figures(chosen)
    settled(program.window)
    rows = figures.list
    metrics = rows.fontMetrics()
    # That of the style sheet, and what the style keeps free around any text.
    free = rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, rows) + 1
    padding = round(0.4 * QFontInfo(rows.font()).pixelSize()) + free
    for number in range(rows.count()):
        item = rows.item(number)
        place = rows.visualItemRect(item)
        room = QRect(0, 0, rows.viewport().width() - 2 * padding, 10_000)
        wrapped = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert place.height() >= wrapped.height(), item.text()
