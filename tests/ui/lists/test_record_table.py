"""The table shows every text whole, in as many columns as there is room for, and by keyboard."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from desktop.app import Program
from desktop.ui.lists.paragraphs import Paragraphs
from desktop.ui.lists.record_table import RecordTable
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.lists.row_layout import Placed, RowLayout
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import CATALOGUES, Start, click_row, go, ids

SIZES = [(1024, 640), (1600, 900)]


def layouts(view: RecordsView) -> Iterator[RowLayout]:
    for row in range(view.model.rowCount()):
        yield view.table._rows.layout(row)


def broken_words(text: Placed) -> list[str]:
    """The words that do not stand whole on one line."""
    layout: QTextLayout = text.paragraph.layout
    whole = layout.text()
    found: list[str] = []
    for number in range(layout.lineCount() - 1):
        line = layout.lineAt(number)
        end = line.textStart() + line.textLength()
        # A line may end at a space or after a hyphen, dash or slash.
        if re.fullmatch(r"\w\w", whole[end - 1 : end + 1]):
            found.append(whole)
    return found


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_text_of_every_row_has_its_room(
    start: Start, code: str, size: tuple[int, int]
) -> None:
    program = start(code)
    program.window.resize(*size)
    for key in CATALOGUES:
        view = go(program, key)
        width = view.table.viewport().width()
        for layout in layouts(view):
            for text in layout.texts:
                drawn = text.paragraph.layout
                for number in range(drawn.lineCount()):
                    assert drawn.lineAt(number).naturalTextWidth() <= text.width
                assert text.left + text.width <= width
                assert text.top + text.paragraph.height <= layout.height
                assert broken_words(text) == []


def area(text: Placed) -> QRect:
    return QRect(text.left, text.top, text.width, text.paragraph.height)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_text_of_a_row_covers_another(start: Start, size: tuple[int, int]) -> None:
    program = start("fr")
    program.window.resize(*size)
    for key in CATALOGUES:
        for layout in layouts(go(program, key)):
            for one, other in itertools.combinations(layout.texts, 2):
                assert not area(one).intersects(area(other))


def test_a_row_seen_is_as_high_as_its_texts(start: Start) -> None:
    program = start("nl")
    for key in CATALOGUES:
        table = go(program, key).table
        for strip in table.seen():
            rect = table.visualRect(table.model().index(strip.row, 0))
            assert (rect.top(), rect.height()) == (strip.top, table._rows.height(strip.row))
            assert table.indexAt(rect.center()).row() == strip.row or rect.center().y() < 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_small_window_shows_period_and_money_and_a_large_one_more(
    start: Start, code: str
) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    view = go(program, "programmes")
    titles = ["Programme", *(column.title for column in view.spec.columns)]
    shown = [titles[column] for column in view.table.columns]
    assert shown == ["Programme", "Period", "Money"]
    program.window.resize(2300, 1000)
    QApplication.processEvents()
    shown = [titles[column] for column in view.table.columns]
    assert shown == ["Programme", "Period", "Money", "Type", "Status", "Owner", "Place"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_no_column_shows_stands_below_the_title(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    view = go(program, "programmes", "programme/regmed-xb")
    row = view.table.currentIndex().row()
    below = view.table._rows.layout(row).texts[-1].paragraph.layout.text()
    beside = set(view.table.columns)
    for number, column in enumerate(view.spec.columns, start=1):
        text = column.text(view.lookup.record("programme/regmed-xb"), view.lookup)
        assert (text is not None and text in below) == (text is not None and number not in beside)


def test_numbers_stand_at_the_right_with_digits_of_one_width(start: Start) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    view = go(program, "figures")
    assert 1 in view.table.columns
    for layout in layouts(view):
        if len(layout.texts) > 1:
            option = layout.texts[1].paragraph.layout.textOption()
            assert option.alignment() == Qt.AlignmentFlag.AlignRight
    column = view.spec.columns[0]
    metrics = QFontMetricsF(Paragraphs().face(column.role, column.is_number))
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_the_header_names_the_columns_that_are_shown(start: Start) -> None:
    program = start("nl")
    program.window.resize(1024, 640)
    table = go(program, "programmes").table
    for column in range(table.header.count()):
        assert table.header.isSectionHidden(column) == (column not in table.columns)
    for column in table.columns:
        needed = table.header.sectionSizeFromContents(column).width()
        assert table.header.sectionSize(column) >= needed
    width = sum(table.header.sectionSize(column) for column in table.columns)
    assert width == table.viewport().width()


def reached(program: Program, table: RecordTable, key: Qt.Key) -> int:
    QTest.keyClick(table, key)
    return table.currentIndex().row()


def test_keys_lead_from_record_to_record_and_pass_over_headings(start: Start) -> None:
    program = start("en")
    view = go(program, "themes")
    table, model = view.table, view.model
    table.setFocus()
    rows = [row for row in range(model.rowCount()) if not model.is_heading(row)]
    assert model.is_heading(0)
    assert reached(program, table, Qt.Key.Key_End) == rows[-1]
    assert reached(program, table, Qt.Key.Key_Home) == rows[0]
    assert table.verticalScrollBar().value() == 0
    assert reached(program, table, Qt.Key.Key_Up) == rows[0]
    walked = [rows[0], *(reached(program, table, Qt.Key.Key_Down) for _ in range(40))]
    assert walked == rows[:41]
    assert view.record_id == model.id_at(rows[40])
    (strip,) = [strip for strip in table.seen() if strip.row == rows[40]]
    assert 0 <= strip.top <= strip.top + strip.height <= table.viewport().height()
    back = [reached(program, table, Qt.Key.Key_Up) for _ in range(40)]
    assert back == rows[:40][::-1]


def test_pages_lead_through_the_whole_list_and_back(start: Start) -> None:
    program = start("en")
    view = go(program, "organisations")
    table = view.table
    table.setFocus()
    last = view.model.rowCount() - 1
    walked = [table.currentIndex().row()]
    while walked[-1] != last:
        walked.append(reached(program, table, Qt.Key.Key_PageDown))
        assert walked[-1] > walked[-2]
    assert 3 < len(walked) < 20
    for _ in range(20):
        QTest.keyClick(table, Qt.Key.Key_PageUp)
    assert view.record_id == ids(view.model)[0]


def test_a_click_opens_a_record_and_one_beside_the_records_does_nothing(start: Start) -> None:
    program = start("en")
    view = go(program, "organisations", type="hospital")
    click_row(view.table, 1)
    shown = view.record_id
    assert shown == view.model.id_at(1)
    assert view.model.is_heading(0)
    click_row(view.table, 0)
    below = QPoint(5, view.table.viewport().height() - 5)
    assert not view.table.indexAt(below).isValid()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert view.record_id == shown
    assert view.table.currentIndex().row() == 1


def test_a_screen_reader_hears_a_row_whole_and_headings_as_such(start: Start) -> None:
    program = start("en")
    view = go(program, "figures", "figure/prevention-share-of-budget")
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = view.table.currentIndex().data(role)
    for text in ("Value: 2%", "Period: year not stated", "Place: Belgium"):
        assert text in spoken
    heading = view.model.index(0, 0)
    assert heading.data(role).startswith("Heading: ")
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert view.table.accessibleName() == "Figure"


def test_the_delegate_asks_for_the_height_that_a_row_has(start: Start) -> None:
    """What a measure of the window goes by."""
    table = go(start("fr"), "milestones").table
    for strip in table.seen():
        for column in table.columns:
            index = table.model().index(strip.row, column)
            rect = table.visualRect(index)
            if rect.isEmpty():
                continue
            option = QStyleOptionViewItem()
            option.rect = rect
            needed = table.itemDelegateForIndex(index).sizeHint(option, index)
            assert needed.height() <= rect.height()


def test_a_drag_over_rows_opens_none_of_them(start: Start) -> None:
    program = start("en")
    view = go(program, "people")
    shown = view.record_id
    viewport = view.table.viewport()
    QTest.mouseMove(viewport, QPoint(20, 40))
    QTest.mouseMove(viewport, QPoint(20, 160))
    assert view.record_id == shown
    assert view.table._hovered == view.table.indexAt(QPoint(20, 160)).row()
