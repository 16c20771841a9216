"""Regions: places as they lie in one another, each alone or two side by side."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.record.comparison_grid import ComparisonGrid
from desktop.ui.views.regions import RegionsView
from desktop.ui.widgets.record_tree_model import ID_ROLE, NOTE_ROLE
from tests.conftest import LANGUAGES
from tests.ui.measure import cut_texts
from tests.ui.walk import texts_of
from tests.ui.widgets.tree_rows import rows

Start = Callable[[str | None], Program]
FLANDERS = Address("regions", "place/flanders")
BESIDE = Address("regions", "place/flanders", beside="place/belgium")


def regions(program: Program) -> RegionsView:
    view = program.window.view("regions")
    assert isinstance(view, RegionsView)
    return view


def cells(view: RegionsView) -> list[QLabel]:
    grid = view.comparison.area.widget()
    assert isinstance(grid, ComparisonGrid)
    return [label for label in grid.findChildren(QLabel) if label.accessibleName()]


def is_compared(view: RegionsView) -> bool:
    return view.right.currentWidget() is view.comparison


def test_the_tree_has_every_place_once_and_a_heading_over_the_others(
    start: Start, library: AtlasLibrary
) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    shown = [index.data(ID_ROLE) for index in rows(regions(program).tree.branches)]
    places = [place.id for place in library.list(Kind.PLACE)]
    assert sorted(each for each in shown if each) == sorted(places)
    titles = [index.data() for index in rows(regions(program).tree.branches)]
    assert titles[:3] == ["Belgium", "Brussels", "Flanders"]
    assert titles[shown.index("")] == "Other places"
    assert shown.index("") > shown.index("place/gosselies")


def test_a_place_says_what_it_is_and_how_much_there_is_of_it(start: Start) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    notes = {
        index.data(ID_ROLE): index.data(NOTE_ROLE) for index in rows(regions(program).tree.branches)
    }
    assert re.fullmatch(r"Region · \d+ programmes, \d+ figures", notes["place/flanders"])
    assert notes["place/brussels"] == "Region"


def test_the_model_keeps_the_rules_of_qt(start: Start) -> None:
    program = start("nl")
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(regions(program).tree.branches, mode)
    program.window.go(FLANDERS)
    program.choose_language("fr")
    assert tester.model() is regions(program).tree.branches


def test_without_a_record_the_country_is_shown(start: Start) -> None:
    program = start("en")
    program.window.go(Address("regions"))
    assert regions(program).record_id == "place/belgium"
    assert regions(program).tree.currentIndex().data() == "Belgium"


def test_arrows_open_one_place_after_the_other(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    qtbot.keyClick(regions(program).tree, Qt.Key.Key_Down)
    assert program.window.history.current == Address("regions", "place/leuven")
    assert regions(program).pane.record_id == "place/leuven"


def test_return_goes_on_to_the_page(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.activateWindow()
    program.window.go(FLANDERS)
    view = regions(program)
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.pane.isAncestorOf(focus)
    program.window.go(BESIDE)
    view.tree.setFocus()
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert view.comparison.area.hasFocus()


def test_an_address_with_a_place_beside_shows_both_and_back_leads_out(start: Start) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    program.window.go(BESIDE)
    view = regions(program)
    assert is_compared(view)
    assert view.record_id == "place/flanders"
    program.window.back_action.trigger()
    assert not is_compared(view)
    assert view.pane.record_id == "place/flanders"
    program.window.forward_action.trigger()
    assert is_compared(view)


def test_a_place_beside_itself_is_that_place(start: Start) -> None:
    program = start("en")
    program.window.go(Address("regions", "place/leuven", beside="place/leuven"))
    assert not is_compared(regions(program))
    assert regions(program).pane.record_id == "place/leuven"


def test_the_menu_offers_every_other_place(start: Start, library: AtlasLibrary) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    view = regions(program)
    view.compare_menu.aboutToShow.emit()
    titles: list[str] = []
    for action in view.compare_menu.actions():
        below = action.menu()
        # A submenu is handed over as a plain QObject.
        titles += [each.text() for each in below.actions()] if below else [action.text()]  # pyright: ignore
    wanted = {place.title["en"] for place in library.list(Kind.PLACE)} - {"Flanders"}
    assert {title for title in titles if title} == wanted
    assert titles[:3] == ["Belgium", "Brussels", "Wallonia"]


def test_a_place_chosen_in_the_menu_stands_beside_the_one_that_is_open(start: Start) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    view = regions(program)
    view.compare_menu.aboutToShow.emit()
    view.compare_menu.actions()[0].trigger()
    assert program.window.history.current == BESIDE


def test_two_places_can_be_swapped_and_parted(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.go(BESIDE)
    heading = regions(program).comparison.heading
    qtbot.keyClick(heading.swap_button, Qt.Key.Key_Space)
    assert program.window.history.current == Address(
        "regions", "place/belgium", beside="place/flanders"
    )
    qtbot.keyClick(heading.close_button, Qt.Key.Key_Space)
    assert program.window.history.current == Address("regions", "place/belgium")
    assert not is_compared(regions(program))


def test_a_click_on_the_place_that_is_compared_shows_it_alone(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.go(BESIDE)
    tree = regions(program).tree
    spot = tree.visualRect(tree.currentIndex()).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert program.window.history.current == FLANDERS


def test_each_cell_tells_a_screen_reader_its_row_and_its_column(start: Start) -> None:
    program = start("en")
    program.window.go(BESIDE)
    names = [label.accessibleName() for label in cells(regions(program))]
    assert any(name.startswith("Programmes, Flanders: ") for name in names)
    assert "Who decides what, Flanders: .. not in the documents" in names
    assert any(
        re.match(r"Jobs, Belgium: .*38,500 workers \(year not stated\)", name) for name in names
    )


def test_a_value_leads_to_its_figure(start: Start) -> None:
    program = start("en")
    program.window.go(BESIDE)
    (jobs,) = [
        label
        for label in cells(regions(program))
        if label.accessibleName().startswith("Jobs, Flanders")
    ]
    figure = re.findall(r'href="(figure/[^"]+)"', jobs.text())[0]
    jobs.linkActivated.emit(figure)
    assert program.window.history.current == Address("figures", figure)


def test_a_caution_stands_in_words_over_figures_that_differ(start: Start) -> None:
    program = start("en")
    program.window.go(BESIDE)
    grid = regions(program).comparison.area.widget()
    assert isinstance(grid, ComparisonGrid)
    texts = [label.text() for label in grid.findChildren(QLabel)]
    caution = texts[texts.index("R&D spending") + 1]
    assert caution.startswith("Compare with care: different years")


def test_a_long_cell_is_cut_short_until_it_is_asked_for_more(start: Start) -> None:
    program = start("en")
    program.window.go(BESIDE)
    view = regions(program)

    def programmes() -> QLabel:
        (label,) = [
            each for each in cells(view) if each.accessibleName().startswith("Programmes, Flanders")
        ]
        return label

    shown = programmes().text().count('href="programme/')
    programmes().linkActivated.emit("all:")
    opened = programmes().text().count('href="programme/')
    assert shown < opened
    program.choose_language("nl")
    (dutch,) = [each for each in cells(view) if each.text().count('href="programme/') == opened]
    assert "Vlaanderen" in dutch.accessibleName()


def test_the_indicators_of_one_place_alone_come_when_asked_for(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.activateWindow()
    program.window.go(BESIDE)
    view = regions(program)
    grid = view.comparison.area.widget()
    assert isinstance(grid, ComparisonGrid)
    hidden = int(re.findall(r"\d+", grid.others_button.text())[0])
    before = len(cells(view))
    grid.others_button.setFocus()
    qtbot.keyClick(grid.others_button, Qt.Key.Key_Space)
    assert len(cells(view)) == before + 2 * hidden
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLabel)
    assert focus in cells(view)[before:]
    program.choose_language("fr")
    assert len(cells(view)) == before + 2 * hidden


def test_few_indicators_of_one_place_alone_are_shown_at_once(start: Start) -> None:
    program = start("en")
    program.window.go(Address("regions", "place/leuven", beside="place/gosselies"))
    grid = regions(program).comparison.area.widget()
    assert isinstance(grid, ComparisonGrid)
    assert grid.others_button.isHidden()
    assert any('href="figure/' in label.text() for label in cells(regions(program)))


def test_the_headings_stand_over_their_columns_and_stay_when_one_scrolls(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    program.window.resize(1024, 640)
    program.window.go(BESIDE)
    view = regions(program)
    comparison = view.comparison
    qtbot.waitUntil(lambda: comparison.area.verticalScrollBar().maximum() > 0)
    for width in (1024, 1700):
        program.window.resize(width, 640)
        QApplication.processEvents()
        heads = [
            comparison.mapFromGlobal(label.mapToGlobal(QPoint(0, 0))).x()
            for label in comparison.heading.titles
        ]
        columns = [
            comparison.mapFromGlobal(label.mapToGlobal(QPoint(0, 0))).x()
            for label in cells(view)[:2]
        ]
        assert [abs(head - column) <= 1 for head, column in zip(heads, columns, strict=True)] == [
            True,
            True,
        ], (width, heads, columns)
    comparison.area.verticalScrollBar().setValue(10_000)
    title = comparison.heading.titles[0]
    assert title.text() == "Flanders"
    assert not title.visibleRegion().isEmpty()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_comparison_has_room_in_a_small_window(start: Start, code: str) -> None:
    program = start(code)
    program.window.resize(1024, 640)
    program.window.go(BESIDE)
    QApplication.processEvents()
    assert cut_texts(regions(program)) == []
    bar = regions(program).comparison.area.verticalScrollBar()
    for value in range(0, bar.maximum(), 400):
        bar.setValue(value)
        assert cut_texts(regions(program)) == []


def test_a_switch_of_the_language_keeps_the_comparison_and_where_one_was(
    start: Start, qtbot: QtBot
) -> None:
    program = start("nl")
    program.window.resize(1024, 640)
    program.window.go(BESIDE)
    view = regions(program)
    bar = view.comparison.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 700)
    bar.setValue(600)
    program.choose_language("fr")
    qtbot.waitUntil(lambda: bar.value() == 600)
    assert is_compared(view)
    assert [label.text() for label in view.comparison.heading.titles] == [
        "Flandre",
        "Belgique",
    ]


def test_a_switch_keeps_what_is_open_in_the_tree(start: Start) -> None:
    program = start("nl")
    program.window.go(FLANDERS)
    tree = regions(program).tree
    tree.collapse(tree.branches.index_of("place/wallonia"))
    program.choose_language("fr")
    assert not tree.isExpanded(tree.branches.index_of("place/wallonia"))
    assert tree.isExpanded(tree.branches.index_of("place/flanders"))
    assert tree.currentIndex().data() == "Flandre"
    assert "Bruxelles" in [index.data() for index in rows(regions(program).tree.branches)]


def test_what_the_menu_said_in_another_language_is_gone(start: Start) -> None:
    program = start("nl")
    program.window.go(FLANDERS)
    view = regions(program)
    view.compare_menu.aboutToShow.emit()
    program.choose_language("fr")
    assert view.compare_menu.actions() == []
    view.compare_menu.aboutToShow.emit()
    assert view.compare_menu.actions()[0].text() == "Belgique"


def test_the_page_of_a_region_is_its_portrait(start: Start) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    texts = [label.text() for label in regions(program).pane.findChildren(QLabel)]
    headings = ["Priorities", "Programmes", "Organisations", "More figures", "Milestones"]
    places = [texts.index(heading) for heading in headings]
    assert places == sorted(places)
    assert any("(2018, took place)" in text for text in texts)


@pytest.mark.parametrize("address", [FLANDERS, BESIDE], ids=["alone", "beside"])
def test_after_a_switch_every_text_is_what_a_start_in_that_language_shows(
    start: Start, address: Address
) -> None:
    switched = start("nl")
    switched.window.go(address)
    switched.choose_language("fr")
    fresh = start("fr")
    fresh.window.go(address)
    shown, wanted = (
        (
            sorted(texts_of(regions(program))),
            [
                (index.data(), index.data(NOTE_ROLE))
                for index in rows(regions(program).tree.branches)
            ],
        )
        for program in (switched, fresh)
    )
    assert shown == wanted


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down])
def test_the_menu_of_places_opens_by_keyboard(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    program = start("en")
    program.window.go(FLANDERS)
    view = regions(program)
    opened: list[QPoint] = []
    monkeypatch.setattr(view.compare_menu, "popup", opened.append)
    qtbot.keyClick(view.compare_button, key)
    assert len(opened) == 1
