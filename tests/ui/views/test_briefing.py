"""The briefing in the real window: saved, ordered, noted, by mouse and by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.briefing_format import file_content
from desktop.l10n.language import Language
from desktop.store.user_file import UserFile
from desktop.ui.briefing.model import MIME_TYPE
from desktop.ui.frame.navigation import Address
from desktop.ui.views.briefing import BriefingView
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.walk import texts_of

Start = Callable[[str | None], Program]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FIGURE, PROGRAMME, PLACE = (
    "figure/prevention-share-of-budget",
    "programme/regmed-xb",
    "place/belgium",
)
LONG = "organisation/flanders-investment-and-trade"
BRIEFING = Briefing(
    (
        Meeting("", (Item(FIGURE, key="f"), Item(PROGRAMME, "Ask for the report.", "p")), "A"),
        Meeting("Round table in Leuven on the 24th of November", (Item(PLACE, key="b"),), "B"),
        Meeting("Dinner", (Item("programme/gone", "still mine", "g"),), "C"),
    )
)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def open_briefing(
    program: Program, briefing: Briefing = BRIEFING, chosen: str = "f"
) -> BriefingView:
    program.context.briefing.change(briefing)
    program.context.briefing.chosen = chosen
    program.window.go(Address("briefing"))
    view = program.window.view("briefing")
    assert isinstance(view, BriefingView)
    program.window.activateWindow()
    view.tree.setFocus()
    QApplication.processEvents()
    return view


def order(view: BriefingView) -> list[tuple[str, list[str]]]:
    meetings = view.book.briefing.meetings
    return [(meeting.key, [item.key for item in meeting.items]) for meeting in meetings]


def texts_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_saved_says_how_to_save_something(
    start: Start, languages: dict[str, Language], code: str
) -> None:
    program = start(code)
    view = open_briefing(program, Briefing())
    assert view.stack.currentWidget() is view.nothing
    assert "Ctrl+D" in texts_in(view.nothing)
    assert view.record_id is None
    assert not view.is_empty
    assert not view.commands.export.isEnabled()
    assert view.commands.import_.isEnabled()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_chosen_item_is_shown_in_short_with_its_note(start: Start, code: str) -> None:
    program = start(code)
    view = open_briefing(program, chosen="p")
    record = program.library.get(PROGRAMME)
    shown = texts_in(view.pane)
    assert record.title[code] in shown
    assert record.summary[code] in shown
    assert view.pane.note.edit.text() == "Ask for the report."
    assert view.record_id == PROGRAMME
    sources = [label for label in view.pane.findChildren(QLabel) if "href=" in label.text()]
    assert len(sources) >= len(program.context.describer.sources(record))


def test_a_record_that_this_edition_lacks_is_shown_as_such(start: Start) -> None:
    view = open_briefing(start("en"), chosen="g")
    assert "does not have this record" in texts_in(view.pane)
    assert view.pane.note.edit.text() == "still mine"
    assert view.pane.open_button.isHidden()
    assert view.record_id is None


def test_open_record_leads_to_it_and_back_to_the_same_item(start: Start) -> None:
    program = start("en")
    view = open_briefing(program, chosen="b")
    view.pane.open_button.click()
    assert program.window.history.current == Address("regions", PLACE)
    program.window.menus.back.trigger()
    assert view.isVisible()
    assert view.tree.key == "b"


def test_a_source_is_a_link(start: Start) -> None:
    program = start("en")
    view = open_briefing(program)
    links = [label for label in view.pane.findChildren(QLabel) if "href=" in label.text()]
    links[0].linkActivated.emit("section/country-page-trade")
    assert program.window.history.current == Address("documents", "section/country-page-trade")


def test_the_keyboard_alone_chooses_notes_and_comes_back(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = open_briefing(program)
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    assert view.tree.key == "p"
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    edit = view.pane.note.edit
    assert program.window.focusWidget() is edit
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " Now.")
    assert view.pane.note.state.text() != "Saved"
    qtbot.waitUntil(lambda: view.pane.note.state.text() == "Saved")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert program.window.focusWidget() is view.tree
    assert (
        UserFile(program.user_file.path.parent).read().items[1].note == "Ask for the report. Now."
    )


def test_the_note_is_saved_when_one_leaves_it(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = open_briefing(program)
    program.window.activateWindow()
    view.pane.note.edit.setFocus()
    qtbot.keyClicks(view.pane.note.edit, "quick")
    program.window.go(Address("home"))
    assert UserFile(program.user_file.path.parent).read().items[0].note == "quick"


def test_alt_and_arrows_move_items_and_meetings(start: Start, qtbot: QtBot) -> None:
    view = open_briefing(start("en"))
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, ALT)
    assert order(view)[0] == ("A", ["p", "f"])
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, ALT)
    assert order(view)[:2] == [("A", ["p"]), ("B", ["f", "b"])]
    assert view.tree.key == "f"
    qtbot.keyClick(view.tree, Qt.Key.Key_Up, ALT)
    assert order(view)[:2] == [("A", ["p", "f"]), ("B", ["b"])]
    view.tree.select("C")
    view.book.chosen = "C"
    qtbot.keyClick(view.tree, Qt.Key.Key_Up, ALT)
    assert [key for key, _items in order(view)] == ["A", "C", "B"]


def test_a_move_is_said(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = open_briefing(program)
    said: list[str] = []
    program.context.announced.connect(said.append)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, ALT)
    assert said == ["Prevention’s share of the healthcare budget: 2 of 2 in General"]


def test_delete_removes_and_undo_brings_back(start: Start, qtbot: QtBot) -> None:
    view = open_briefing(start("en"))
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert order(view)[0] == ("A", ["p"])
    assert view.tree.key == "p"
    assert view.notices.removed.isVisible()
    assert "Prevention" in view.notices.removed.text
    view.notices.removed.button.click()
    assert view.book.briefing == BRIEFING
    assert not view.notices.removed.isVisible()
    assert view.tree.hasFocus() or view.window().focusWidget() is view.tree


def test_removing_all_leads_to_the_empty_page_and_undo_back(start: Start, qtbot: QtBot) -> None:
    view = open_briefing(start("en"), Briefing(BRIEFING.meetings[:1]), "A")
    qtbot.keyClick(view.tree, Qt.Key.Key_Delete)
    assert view.stack.currentWidget() is view.nothing
    view.notices.removed.button.click()
    assert order(view) == [("A", ["f", "p"])]
    assert view.tree.isVisible()


def test_control_z_undoes_steps_and_in_a_note_what_was_typed(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = open_briefing(program)
    program.window.activateWindow()
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(view.tree, Qt.Key.Key_Z, CTRL)
    assert view.book.briefing == BRIEFING
    qtbot.keyClick(view.tree, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert order(view)[0] == ("A", ["p", "f"])
    view.pane.note.edit.setFocus()
    qtbot.keyClicks(view.pane.note.edit, "word")
    qtbot.keyClick(view.pane.note.edit, Qt.Key.Key_Z, CTRL)
    assert view.pane.note.edit.text() == ""
    assert order(view)[0] == ("A", ["p", "f"])


def test_an_undone_note_is_shown(start: Start, qtbot: QtBot) -> None:
    view = open_briefing(start("en"), chosen="p")
    view.book.type_note("p", "other")
    assert view.pane.note.edit.text() == "other"
    view.book.undo()
    assert view.pane.note.edit.text() == "Ask for the report."


def test_a_new_meeting_is_named_at_once(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = open_briefing(program)
    view.commands.new_meeting.click()
    (editor,) = view.tree.findChildren(QLineEdit)
    assert editor.accessibleName() == "Title of the meeting"
    qtbot.keyClicks(editor, "Lunch")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.book.briefing.meetings[3].title == "Lunch")
    assert "Lunch" in texts_in(view.pane)
    view.book.undo()
    view.book.undo()
    assert view.book.briefing == BRIEFING


def test_a_meeting_is_renamed_by_key_from_any_of_its_items(start: Start, qtbot: QtBot) -> None:
    view = open_briefing(start("en"), chosen="b")
    qtbot.keyClick(view.tree, Qt.Key.Key_F2)
    (editor,) = view.tree.findChildren(QLineEdit)
    assert editor.text().startswith("Round table")
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.book.briefing.meetings[1].title == "")


def test_an_item_is_moved_to_another_meeting_by_the_menu(start: Start) -> None:
    view = open_briefing(start("en"))
    view.pane.move_button.click()
    titles = [action.text() for action in view.pane.meetings.actions()]
    assert titles == ["Round table in Leuven on the 24th of November", "Dinner"]
    view.pane.meetings.actions()[1].trigger()
    view.pane.meetings.close()
    assert order(view)[2] == ("C", ["g", "f"])
    assert view.tree.key == "f"


def test_items_and_meetings_are_dragged(start: Start) -> None:
    view = open_briefing(start("en"))
    model = view.tree.lines

    def drop(key: str, row: int, on: str = "") -> bool:
        data = QMimeData()
        data.setData(MIME_TYPE, key.encode())
        return model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index_of(on))

    assert drop("f", 2, "A")
    assert order(view)[0] == ("A", ["p", "f"])
    assert drop("p", -1, "B")
    assert order(view)[:2] == [("A", ["f"]), ("B", ["b", "p"])]
    assert drop("A", 3)
    assert [key for key, _items in order(view)] == ["B", "C", "A"]
    assert not drop("f", 0)
    assert not drop("A", 0, "B")
    assert not drop("gone", 0, "B")


def test_the_model_keeps_qts_rules(start: Start) -> None:
    program = start("en")
    view = open_briefing(program)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(view.tree.lines, mode)
    program.choose_language("fr")
    view.book.change(BRIEFING.stepped("f", 1).without("C"))
    view.book.change(Briefing())
    view.book.undo()
    assert tester.model() is view.tree.lines


def test_a_switch_of_language_keeps_choice_cursor_and_scroll(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    many = tuple(Item(record.id, "x\n" * 40) for record in program.library.list()[:40])
    view = open_briefing(program, Briefing((Meeting("", many),)), many[30].key)
    program.window.resize(1024, 640)
    edit = view.pane.note.edit
    cursor = edit.textCursor()
    cursor.setPosition(7)
    edit.setTextCursor(cursor)
    qtbot.waitUntil(lambda: view.tree.verticalScrollBar().value() > 0)
    top = view.tree.visualRect(view.tree.currentIndex()).top()
    program.choose_language("fr")
    QApplication.processEvents()
    assert view.tree.key == many[30].key
    assert edit.textCursor().position() == 7
    assert view.tree.visualRect(view.tree.currentIndex()).top() == top
    title = program.library.title(many[30].record)["fr"]
    assert title in texts_in(view.pane)


@pytest.mark.parametrize("chosen", ["f", "g", "B", ""])
def test_after_a_switch_every_text_is_what_a_start_in_that_language_shows(
    start: Start, chosen: str
) -> None:
    def opened(code: str) -> BriefingView:
        view = open_briefing(start(code), chosen="p")
        view.book.chosen = chosen or "A"
        view.book.change(view.book.briefing.noted("b", "x"))
        if not chosen:
            for meeting in BRIEFING.meetings:
                view.book.chosen = meeting.key
                view._remove()
        return view

    switched = opened("en")
    switched.pane.move_button.click()
    switched.pane.meetings.close()
    switched.context.set_language("nl")
    texts = texts_of(switched)
    assert texts == texts_of(opened("nl"))
    assert any(text == "Aandeel van preventie in het zorgbudget" for _where, text in texts) == (
        chosen == "f"
    )


def test_what_is_saved_elsewhere_stands_here_when_one_comes(start: Start) -> None:
    program = start("en")
    view = open_briefing(program)
    program.window.go(Address("home"))
    program.context.briefing.add("theme/prevention")
    program.window.go(Address("briefing", "theme/prevention"))
    assert view.record_id == "theme/prevention"
    assert view.lists("theme/prevention")


@pytest.mark.filterwarnings("ignore:Function. .QDragEnterEvent")
def test_a_file_that_is_dropped_is_imported(start: Start, tmp_path: Path) -> None:
    view = open_briefing(start("en"), Briefing())
    path = tmp_path / "réunion.briefing.json"
    path.write_bytes(file_content(BRIEFING, "2026-11", {}))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, no_key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(9, 9), copy, data, left, no_key)
    view.dragEnterEvent(entered)
    assert entered.isAccepted()
    view.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, no_key))
    assert view.book.briefing == BRIEFING
    assert not view.pane.note.edit.canInsertFromMimeData(data)


def test_notes_that_are_not_kept_are_said_not_to_be(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start("en")
    view = open_briefing(program)
    assert not view.notices.unkept.isVisible()
    program.user_file.close()
    monkeypatch.setattr(type(program.user_file), "is_kept", property(lambda _file: False))
    view.book.type_note("f", "note")
    view.book.flush()
    assert view.notices.unkept.isVisible()
    assert view.pane.note.state.text() == "Not kept on this disk"
    assert view.notices.unkept.button.text() == "Export…"


def test_a_damaged_file_is_said_to_be_put_aside(start: Start, tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "user.sqlite").write_bytes(b"noise " * 999)
    view = open_briefing(start("fr"))
    assert view.notices.set_aside.isVisible()
    assert "user-damaged-1.sqlite" in view.notices.set_aside.text
    view.notices.set_aside.button.click()
    assert not view.notices.set_aside.isVisible()


@pytest.mark.parametrize("chosen", ["f", "p", "b", "g", "B"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_cut_in_a_small_window(start: Start, code: str, chosen: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    view = open_briefing(program, chosen=chosen)
    view.book.change(view.book.briefing.with_item(Item("theme/prevention")))
    QApplication.processEvents()
    assert cut_texts(view) == []


def test_tab_goes_through_the_view_in_reading_order(start: Start) -> None:
    view = open_briefing(start("en"), chosen="p")
    stops: list[QWidget] = []
    widget: QWidget = view.tree
    while widget is not view.pane.note.edit:
        following = widget.nextInFocusChain()
        assert following is not None
        widget = following
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(widget)
    tops = [stop.mapTo(view, QPoint(0, 0)).y() for stop in stops[1:]]
    assert stops[0] is view.pane.page
    assert len(tops) > 5
    assert tops[:-1] == sorted(tops[:-1])


@pytest.mark.parametrize("chosen", ["f", "B"])
def test_everything_that_can_be_focused_has_a_name(start: Start, chosen: str) -> None:
    view = open_briefing(start("nl"), chosen=chosen)
    for widget in view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name).strip(), widget
