"""The sheets: what is chosen, what is seen of it, and what is kept."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.records import Pillar
from desktop.domain.sheet_orders import MISSION, Layout
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.addresses import address_of, text_of
from desktop.ui.frame.navigation import Address
from desktop.ui.lists.records_view import RecordsView
from desktop.ui.sheets.choice import SheetChoice
from desktop.ui.sheets.contents import paper_for
from desktop.ui.sheets.page_view import DOTS_PER_INCH, Zoom
from desktop.ui.views.briefing import BriefingView
from desktop.ui.views.regions import RegionsView
from desktop.ui.views.sheets import SheetsView
from desktop.ui.widgets.picker import Picker
from tests.conftest import LANGUAGES
from tests.ui.settling import settled

Start = Callable[[str | None], Program]

# The offscreen platform has no window manager to raise a list that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BELGIUM = "place/belgium"


def go(program: Program, text: str = f"sheets/{BELGIUM}") -> SheetsView:
    """Go to a sheet as a link does, and wait until it is made."""
    program.window.open_record(text)
    return made(program)


def made(program: Program) -> SheetsView:
    QApplication.processEvents()
    view = settled(program.window)
    assert isinstance(view, SheetsView)
    return view


def test_the_first_sheet_is_that_of_the_country_in_the_language_of_the_window(
    start: Start,
) -> None:
    program = start("fr")
    view = go(program, "sheets")
    assert view.choice == SheetChoice(BELGIUM)
    assert program.window.history.current == view.choice.address
    assert view.preview.made is not None
    assert [sheet.title for sheet in view.preview.made.sheets] == ["Belgique"]
    assert view.record_id == BELGIUM
    assert not view.is_empty


def test_an_address_says_all_that_is_chosen_and_leads_back(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    text = f"sheets/{BELGIUM}?second=fr&layout=beside&without=open"
    view = go(program, text)
    assert view.choice == SheetChoice(
        BELGIUM, second="fr", layout=Layout.BESIDE, without=frozenset({"open"})
    )
    assert view.order.languages == ("en", "fr")
    assert text_of(view.choice.address) == text
    assert address_of(text, library) == view.choice.address
    program.window.open_record("term/jobs")
    program.window.back_action.trigger()
    assert made(program).choice == view.choice


def test_the_picture_that_is_shown_is_the_picture_that_is_saved(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("nl")
    shown = go(program).preview.made
    assert shown is not None
    anew = paper_for(library, shown.wish.order, program.context.languages)
    assert list(shown.pictures) == anew.pictures(shown.wish.dots_per_inch)


def test_the_file_that_is_saved_is_that_of_the_paper_that_is_shown(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("nl")
    view = go(program)
    path = tmp_path / "sheet.pdf"
    view.tasks.saver.save(view.order, path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    shown = view.preview.made
    assert shown is not None
    assert path.read_bytes() == shown.paper.pdf()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_sheet_is_saved_as_a_picture_too(
    start: Start, qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    program = start("en")
    view = go(program)
    path = tmp_path / f"sheet{suffix}"
    view.tasks.saver.save(view.order, path)
    qtbot.waitUntil(path.exists, timeout=20_000)
    begin = {".png": b"\x89PNG", ".svg": b"<svg"}[suffix]
    assert path.read_bytes().startswith(begin)


def test_two_faces_as_pictures_replace_no_files_unasked(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("en")
    view = go(program, f"sheets/{BELGIUM}?second=nl&layout=faces")
    folder = tmp_path / "saved"
    folder.mkdir()
    older = folder / "sheet-2.svg"
    older.write_text("older")

    def ask() -> QMessageBox:
        view.tasks.saver.replace(view.order, folder / "sheet.svg")
        (box,) = view.findChildren(QMessageBox)
        return box

    box = ask()
    assert "sheet-2.svg" in box.text()
    box.button(QMessageBox.StandardButton.Cancel).click()
    view.tasks.saver.finish()
    assert [path.name for path in folder.iterdir()] == ["sheet-2.svg"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    next(each for each in ask().buttons() if "Replace" in each.text()).click()
    first = folder / "sheet-1.svg"
    qtbot.waitUntil(first.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "sheet-1.svg" in program.window.status_line.text)
    assert older.read_text().startswith("<svg")


def test_a_choice_that_was_seen_is_there_at_once(start: Start) -> None:
    program = start("en")
    view = go(program)
    seen = view.preview.made
    assert go(program, f"sheets/{BELGIUM}?language=nl&layout=faces").preview.made is not seen
    view.choose(SheetChoice(BELGIUM))
    QApplication.processEvents()
    assert view.is_settled
    assert view.preview.made is seen


def test_a_sheet_that_lies_across_is_drawn_once(start: Start) -> None:
    program = start("en")
    view = go(program)
    drawn: list[int] = []
    view.maker.made.connect(lambda made: drawn.append(made.wish.dots_per_inch))
    go(program, f"sheets/{BELGIUM}?second=nl&layout=beside")
    assert drawn == [view.preview.page.fineness]


def test_the_page_is_drawn_dot_for_dot(start: Start) -> None:
    """Neither scaled up nor down: what is crisp on paper is crisp on the screen."""
    view = go(start("en"))
    page = view.preview.page
    image = page.image
    assert image is not None
    assert view.preview.made is not None
    assert view.preview.made.wish.dots_per_inch == page.fineness
    assert abs(image.width() - 8.27 * page.fineness) < 2


def test_of_many_choices_in_a_row_the_last_is_shown_and_none_before_it(start: Start) -> None:
    program = start("en")
    view = go(program)
    shown: list[frozenset[str]] = []
    view.maker.made.connect(lambda made: shown.append(made.wish.order.without))
    names = list(view.panel.boxes)
    for name in names[1:4]:
        view.panel.boxes[name].click()
        QApplication.processEvents()
    assert view.preview.page.image is not None
    made(program)
    assert set(shown) == {frozenset(names[1:4])}
    assert not view.preview.page.is_outdated


def test_what_is_unticked_is_no_longer_on_the_page(start: Start) -> None:
    program = start("en")
    view = go(program)
    (name,) = (name for name, box in view.panel.boxes.items() if box.text() == "Talking points")
    before = view.preview.page.accessibleDescription()
    assert "Talking points" in before
    view.panel.boxes[name].click()
    made(program)
    assert "Talking points" not in view.preview.page.accessibleDescription()
    assert view.choice.without == {name}
    here = program.window.history.current
    assert here is not None
    assert ("without", name) in here.filters
    view.panel.boxes[name].click()
    made(program)
    assert view.preview.page.accessibleDescription() == before


def test_what_is_ticked_but_not_on_the_page_is_named_with_why(start: Start) -> None:
    program = start("en")
    view = go(program)
    said = view.panel.absent
    assert said.text() == (
        "No room on the page for: What the documents leave open. Untick others for it."
    )
    assert said.isVisible()
    for name in ("regions", "programmes"):
        view.panel.boxes[name].click()
    made(program)
    assert "What the documents leave open" in view.preview.page.accessibleDescription()
    assert not said.isVisible()
    go(program, "sheets/place/leuven")
    assert "Nothing to show for: What sources disagree on and Chart." in said.text()
    view.panel.boxes["chart"].click()
    made(program)
    assert "Nothing to show for: What sources disagree on." in said.text()


def test_a_second_language_offers_how_the_two_lie(start: Start) -> None:
    program = start("en")
    view = go(program)
    assert not any(button.isVisible() for button in view.panel.layouts)
    offered = [each for each in view.panel.second.choices.actions() if each.isVisible()]
    assert [each.text() for each in offered] == [
        "No second language",
        "Also in Français",
        "Also in Nederlands",
    ]
    offered[2].trigger()
    made(program)
    assert view.order.languages == ("en", "nl")
    assert view.order.layout is Layout.FACES
    view.panel.layouts[1].click()
    made(program)
    assert view.order.layout is Layout.BESIDE
    view.panel.second.choices.actions()[0].trigger()
    made(program)
    assert view.order.layout is Layout.SINGLE


def test_a_sheet_in_the_language_of_the_window_follows_it_and_another_stays(start: Start) -> None:
    program = start("en")
    view = go(program)
    program.choose_language("fr")
    made(program)
    assert view.order.languages == ("fr",)
    nl = list(program.context.languages).index("nl")
    view.panel.language.choices.actions()[nl].trigger()
    made(program)
    program.choose_language("en")
    made(program)
    assert view.order.languages == ("nl",)
    assert view.preview.made is not None
    assert view.preview.made.sheets[0].title == "België"


def test_what_is_chosen_is_there_at_the_next_start(start: Start) -> None:
    first = start("en")
    view = go(first, f"sheets/{BELGIUM}?second=nl&layout=beside&without=summary")
    chosen = view.choice
    first.window.close()
    assert go(start("en"), "sheets").choice == chosen


def test_a_record_without_a_sheet_gets_one_sentence_in_its_place(start: Start) -> None:
    program = start("en")
    view = go(program, "sheets/term/jobs")
    assert "There is no" in view.preview.message.text()
    assert view.preview.message.isVisible()
    assert not view.save.isEnabled()
    assert not view.print_.isEnabled()
    for entry in (program.window.menus.save_sheet, program.window.menus.print_sheet):
        # The keys lead here too: nobody is asked for a file or a printer first.
        entry.trigger()
        (box,) = program.window.findChildren(QMessageBox)
        assert box.text() == view.preview.message.text()
        assert not program.window.findChildren(QFileDialog)
        box.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go(program)
    assert view.save.isEnabled()
    assert not view.preview.message.isVisible()


def test_a_subject_is_found_by_typing(start: Start) -> None:
    program = start("en")
    view = go(program, "sheets?subject=mission")
    view.panel.subject.setFocus()
    QTest.keyClick(view.panel.subject, Qt.Key.Key_Down)
    (picker,) = view.panel.subject.findChildren(Picker)
    assert picker.shown()[0] == MISSION
    QTest.keyClicks(picker.words, "belg")
    assert picker.shown()[0] == BELGIUM
    assert MISSION not in picker.shown()
    QTest.keyClick(picker.words, Qt.Key.Key_Return)
    assert made(program).choice.subject == BELGIUM


def test_the_page_is_enlarged_by_buttons_keys_and_wheel(start: Start) -> None:
    program = start("en")
    view = go(program)
    page = view.preview.page
    assert page.mode is Zoom.PAGE
    assert page.verticalScrollBar().maximum() == 0
    view.preview.wide.click()
    assert page.mode is Zoom.WIDTH
    assert page.verticalScrollBar().maximum() > 0
    assert page.horizontalScrollBar().maximum() == 0
    wide = page.factor
    QTest.keyClicks(page, "+")
    assert page.factor == pytest.approx(wide * 1.25)
    QTest.keyClicks(page, "-")
    assert page.factor == pytest.approx(wide)
    view.preview.usual.click()
    assert page.factor == 1.0
    made(program)
    assert page.fineness == round(DOTS_PER_INCH * page.devicePixelRatioF())
    at = QPointF(page.viewport().rect().center())
    wheel = QWheelEvent(
        at,
        page.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(page.viewport(), wheel)
    assert page.factor == pytest.approx(1.25)
    made(program)
    assert view.preview.made is not None
    assert view.preview.made.wish.dots_per_inch == page.fineness


@pytest.mark.parametrize(
    ("code", "written"), [("nl", "100%"), ("fr", "100\u202f%"), ("en", "100%")]
)
def test_the_size_is_written_as_the_language_writes_percentages(
    start: Start, code: str, written: str
) -> None:
    view = go(start(code))
    view.preview.usual.click()
    assert view.preview.usual.text() == written
    assert written in view.preview.usual.accessibleName()


def test_keys_lead_to_the_whole_page_the_full_width_and_the_size_on_paper(start: Start) -> None:
    page = go(start("en")).preview.page
    for key, mode in (("2", Zoom.WIDTH), ("1", Zoom.FREE), ("0", Zoom.PAGE)):
        QTest.keyClicks(page, key)
        assert page.mode is mode
        if mode is Zoom.FREE:
            assert page.factor == 1.0


def test_a_page_is_moved_by_hand(start: Start) -> None:
    program = start("en")
    view = go(program)
    view.preview.wide.click()
    page = view.preview.page
    before = page.verticalScrollBar().value()
    QTest.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 200))
    QTest.mouseMove(page.viewport(), QPoint(100, 150))
    QTest.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    assert page.verticalScrollBar().value() == before + 50


def test_who_hears_the_page_hears_all_that_it_says(start: Start) -> None:
    program = start("nl")
    view = go(program)
    page = view.preview.page
    assert "België" in page.accessibleName()
    shown = view.preview.made
    assert shown is not None
    said = page.accessibleDescription()
    for block in shown.sheets[0].blocks:
        assert block.heading in said


def test_the_mission_is_put_together_and_kept(start: Start, qtbot: QtBot) -> None:
    first = start("en")
    view = go(first, "sheets?subject=mission")
    panel = view.panel.mission
    assert panel.isVisible()
    QTest.keyClicks(panel.audience, "the Minister")
    panel.note.setPlainText("Ask about trials.")
    day = datetime.date(2026, 12, 1)
    panel.day.chosen.emit(day)
    view.book.change(
        replace(view.book.mission, place="place/flanders", pillar=Pillar.TRADE, theme="")
    )
    panel.figures.chosen.emit(("figure/pharma-jobs-flanders",))
    mission = view.order.mission
    assert mission is not None
    assert (mission.audience, mission.note, mission.day) == (
        "the Minister",
        "Ask about trials.",
        day,
    )
    assert panel.day.text() == "Day: 1 December 2026"
    assert panel.place.text() == "Place: Flanders"
    assert panel.pillar.text() == "Pillar: Trade"
    first.window.close()
    again = go(start("fr"), "sheets")
    assert again.choice.subject == MISSION
    assert again.order.mission == mission
    assert again.panel.mission.day.text().endswith("1er décembre 2026")
    assert again.panel.mission.note.toPlainText() == "Ask about trials."


def test_the_figures_of_a_mission_are_moved_and_removed_by_keys(start: Start) -> None:
    view = go(start("en"), "sheets?subject=mission")
    figures = view.panel.mission.figures
    one, two = "figure/pharma-jobs-flanders", "figure/prevention-share-of-budget"
    figures.chosen.emit((one, two))
    figures.list.setCurrentRow(1)
    QTest.keyClick(figures.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.book.mission.figures == (two, one)
    QTest.keyClick(figures.list, Qt.Key.Key_Delete)
    assert view.book.mission.figures == (one,)
    QTest.keyClick(figures.list, Qt.Key.Key_Delete)
    assert view.book.mission.figures == ()
    assert view.window().focusWidget() is figures.add


def test_a_meeting_of_the_briefing_becomes_a_mission_sheet(start: Start) -> None:
    program = start("en")
    book = program.context.briefing
    items = (Item("programme/regmed-xb"), Item("figure/pharma-jobs-flanders"))
    book.change(Briefing((Meeting("Ghent"), Meeting("Leuven", items))))
    book.chosen = book.briefing.meetings[1].key
    program.window.go(Address("briefing"))
    briefing = settled(program.window)
    assert isinstance(briefing, BriefingView)
    assert briefing.pane.sheet_button.text() == "Mission sheet"
    briefing.pane.sheet_button.click()
    view = made(program)
    assert view.choice.subject == MISSION
    assert view.book.mission.items == ("programme/regmed-xb", "figure/pharma-jobs-flanders")
    assert view.panel.mission.meeting.text() == "Items of the briefing: Leuven"
    view.panel.mission.figures.from_briefing.click()
    assert view.book.mission.figures == ("figure/pharma-jobs-flanders",)
    book.change(book.briefing.without(items[0].key))
    assert view.book.mission.items == ("figure/pharma-jobs-flanders",)


def test_the_page_of_a_place_leads_to_its_sheet(start: Start) -> None:
    program = start("en")
    program.window.open_record(BELGIUM)
    regions = program.window.view("regions")
    assert isinstance(regions, RegionsView)
    button = regions.pane.header.sheet_button
    assert button.isVisible()
    button.click()
    assert made(program).choice.subject == BELGIUM
    program.window.open_record("term/jobs")
    glossary = program.window.view("glossary")
    assert isinstance(glossary, RecordsView)
    assert not glossary.pane.header.sheet_button.isVisible()


@pytest.mark.parametrize("code", LANGUAGES)
def test_f6_and_tab_reach_every_part(start: Start, code: str) -> None:
    view = go(start(code))
    assert list(view.landmarks) == [view.panel, view.preview.page, view.save]
    view.take_focus()
    assert view.window().focusWidget() is view.panel.subject


def test_the_colours_of_the_window_leave_the_paper_white(start: Start) -> None:
    program = start("en")
    view = go(program)
    program.choose_theme("dark")
    QApplication.processEvents()
    page = view.preview.page
    picture = page.viewport().grab().toImage()
    assert picture.pixelColor(2, 2) == program.context.theme.colour("window")
    middle = picture.pixelColor(picture.width() // 2, space_of_margin(picture.height()))
    assert middle.name() == "#ffffff"
    program.choose_theme("light")


def space_of_margin(height: int) -> int:
    """Somewhere in the upper margin of a page that fills the height."""
    return height // 20
