"""The map as a view: numbers, shades and list agree, and all of it answers mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.domain.browsing import Browse, Facet
from desktop.domain.problems import UsageError
from desktop.domain.records import Kind
from desktop.sheets.map.measures import COUNTED, USUAL
from desktop.sheets.map.page import MapPage
from desktop.ui.charts.map_colours import MapShades
from desktop.ui.charts.map_layout import MapLayout
from desktop.ui.frame.navigation import Address
from desktop.ui.map.figure_picker import FigurePicker
from desktop.ui.map.section import ColouredSection
from desktop.ui.views.map import COLOUR_KEY, MapView
from tests.conftest import LANGUAGES

# Of the offscreen platform, at every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Start = Callable[[str | None], Program]
WALLOON = "figure/walloon-programme-duration"
SIZES = [(1024, 640), (1400, 900)]


def coloured(key: str, record: str | None = None) -> Address:
    return Address("map", record, filters=(("colour", key),))


def go(program: Program, address: Address) -> MapView:
    program.window.go(address)
    view = program.window.view("map")
    assert isinstance(view, MapView)
    for _ in range(3):
        QApplication.processEvents()
    return view


def page_of(section: ColouredSection) -> MapPage:
    assert section.page
    return section.page


def layout_of(view: MapView) -> MapLayout:
    layout = view.section.map.layout_now
    assert layout
    return layout


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_place_says_its_number_on_the_map(
    start: Start, code: str, size: tuple[int, int]
) -> None:
    program = start(code)
    program.window.resize(*size)
    for kind in COUNTED:
        for record in (None, "place/leuven"):
            view = go(program, coloured(kind.value, record))
            page, layout = page_of(view.section), layout_of(view)
            texts = {name.owner: name.text for name in layout.names}
            for place in page.places:
                counts = program.library.facet_counts(Browse((kind,), code), Facet.PLACE)
                number = program.context.language.number(counts.get(place.record, 0))
                assert texts[place.record].split()[-1] == number, place.name
            for one, other in combinations(layout.names, 2):
                assert not one.placed.box.intersects(other.placed.box), (one.text, other.text)
            assert all(layout.shapes.frame.contains(name.placed.box) for name in layout.names)


def test_every_place_stands_inside_the_frame_and_cities_in_their_region(start: Start) -> None:
    view = go(start("en"), coloured(USUAL))
    page, shapes = page_of(view.section), layout_of(view).shapes
    assert shapes.spots.keys() == {place.record for place in page.places}
    assert all(shapes.frame.contains(spot) for spot in shapes.spots.values())
    for dot in shapes.dots:
        assert sum(path.contains(shapes.spots[dot]) for path in shapes.regions.values()) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_regions_have_the_colour_of_their_class(start: Start, theme: str) -> None:
    program = start("en")
    program.choose_theme(theme)
    for kind in COUNTED:
        view = go(program, coloured(kind.value))
        page, layout = page_of(view.section), layout_of(view)
        shades = MapShades(program.context.theme, page.levels)
        picture = view.section.map.grab().toImage()
        for region, path in layout.shapes.regions.items():
            colour = shades.colour(page.marks[region].level)
            free = free_point(layout, path.boundingRect().toRect(), path)
            assert picture.pixelColor(free) == colour, (kind, region)


def free_point(layout: MapLayout, box: QRect, path: QPainterPath) -> QPoint:
    """A point well inside a region on which nothing else stands."""
    taken = [name.placed.box for name in layout.names]
    reach = layout.shapes.line
    taken += [
        QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
        for dot, spot in layout.shapes.spots.items()
        if dot in layout.shapes.dots
    ]
    for down in range(box.top(), box.bottom(), 2):
        for across in range(box.left(), box.right(), 2):
            around = QRectF(across - 3, down - 3, 6, 6)
            if path.contains(around) and not any(each.intersects(around) for each in taken):
                return QPoint(across, down)
    raise AssertionError("nothing free")


def test_the_list_has_the_places_of_the_map_in_the_same_words(start: Start) -> None:
    view = go(start("fr"), coloured("milestone"))
    model, page = view.section.list.places, page_of(view.section)
    rows = [model.index(row) for row in range(model.rowCount())]
    spoken = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]
    assert spoken == [place.line for place in page.places]


def test_pointing_at_one_marks_the_other_and_what_is_open_stays_marked(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    view = go(program, coloured(USUAL, "place/ghent"))
    section = view.section
    assert section.map.marked == "place/ghent"
    assert [index.data() for index in section.list.selectedIndexes()] == ["Ghent"]
    section.map.place_marked.emit("place/liege")
    assert [index.data() for index in section.list.selectedIndexes()] == ["Liège"]
    section.map.place_marked.emit("")
    assert [index.data() for index in section.list.selectedIndexes()] == ["Ghent"]
    section.list.place_marked.emit("place/antwerp")
    assert section.map.marked == "place/antwerp"
    section.list.place_marked.emit("")
    assert section.map.marked == "place/ghent"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_keyboard_walks_opens_and_goes_round(start: Start, qtbot: QtBot, code: str) -> None:
    program = start(code)
    view = go(program, coloured(USUAL))
    program.window.activateWindow()
    section = view.section
    assert list(view.landmarks) == [section.map, section.list]
    section.map.setFocus()
    qtbot.waitUntil(section.map.hasFocus)
    said: list[str] = []
    program.context.announced.connect(said.append)
    qtbot.keyClick(section.map, Qt.Key.Key_Up)
    current = section.map.current
    assert current
    place = next(each for each in page_of(section).places if each.record == current)
    assert said[-1] == section.map.accessibleDescription() == place.line
    qtbot.keyClick(section.map, Qt.Key.Key_Return)
    assert program.window.history.current == coloured(USUAL, current)
    assert view.pane.record_id == current
    assert view.pane.isVisible()
    assert list(view.landmarks) == [section.map, section.list, view.pane.page]
    section.list.setFocus()
    qtbot.waitUntil(section.list.hasFocus)
    qtbot.keyClick(section.list, Qt.Key.Key_Down)
    below = section.list.currentIndex()
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert view.pane.record_id == section.list.places.data(below, Qt.ItemDataRole.UserRole)


def test_a_click_on_a_city_opens_it_beside_and_the_button_closes_it(
    start: Start, qtbot: QtBot
) -> None:
    program = start("nl")
    view = go(program, coloured("organisation"))
    spot = layout_of(view).shapes.spots["place/ghent"].toPoint()
    qtbot.mouseClick(view.section.map, Qt.MouseButton.LeftButton, pos=spot)
    assert program.window.history.current == coloured("organisation", "place/ghent")
    assert view.record_id == view.pane.record_id == "place/ghent"
    view.bar.close_page.click()
    assert program.window.history.current == coloured("organisation")
    assert view.record_id is None
    assert not view.pane.isVisible()
    program.window.back_action.trigger()
    assert view.pane.record_id == "place/ghent"


def test_a_record_of_the_page_that_is_no_place_opens_where_it_belongs(start: Start) -> None:
    program = start("en")
    view = go(program, coloured(USUAL, "place/ghent"))
    view.pane.record_asked.emit("place/flanders")
    assert program.window.history.current == coloured(USUAL, "place/flanders")
    view.pane.record_asked.emit("organisation/vlaio")
    here = program.window.history.current
    assert here
    assert here.view == "organisations"


def test_what_it_is_coloured_by_stands_in_the_address_and_is_remembered(start: Start) -> None:
    program = start("en")
    view = go(program, Address("map", "place/leuven"))
    assert page_of(view.section).key == USUAL
    behind = len(program.window.history.behind)
    view.bar.colour_chosen.emit("milestone")
    assert program.window.history.current == coloured("milestone", "place/leuven")
    assert len(program.window.history.behind) == behind
    assert program.context.settings.get(COLOUR_KEY, "") == "milestone"
    go(program, Address("home"))
    assert page_of(go(program, Address("map")).section).key == "milestone"
    assert page_of(go(program, coloured("figure")).section).key == "figure"
    assert page_of(go(program, coloured("no-such-thing")).section).key == USUAL


def test_a_figure_is_found_by_its_words_and_leads_to_its_source(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    view = go(program, coloured(USUAL))
    view.bar.open_figures()
    picker = program.window.findChildren(FigurePicker)[-1]
    everything = picker.shown()
    qtbot.keyClicks(picker.words, "walloon duration")
    assert picker.shown() == [WALLOON]
    assert len(everything) > 100
    qtbot.keyClick(picker.words, Qt.Key.Key_Return)
    assert program.window.history.current == coloured(WALLOON)
    page = page_of(view.section)
    assert page.marks["place/wallonia"].label == "5 years"
    assert {mark.level for mark in page.marks.values()} == {1, None}
    assert view.section.figure_button.isVisible()
    view.section.figure_button.click()
    assert program.window.history.current == Address("figures", WALLOON)


def test_words_that_no_figure_has_leave_none_and_return_chooses_nothing(
    start: Start, qtbot: QtBot
) -> None:
    program = start("en")
    view = go(program, coloured(USUAL))
    view.bar.open_figures()
    picker = program.window.findChildren(FigurePicker)[-1]
    qtbot.keyClicks(picker.words, "qqqq")
    assert picker.shown() == []
    qtbot.keyClick(picker.words, Qt.Key.Key_Return)
    assert program.window.history.current == coloured(USUAL)
    picker.close()


@pytest.mark.parametrize("key", [USUAL, WALLOON])
def test_language_and_theme_switch_at_once_and_lose_nothing(start: Start, key: str) -> None:
    program = start("en")
    view = go(program, coloured(key, "place/liege"))
    section = view.section
    section.map.mark("place/antwerp")
    program.choose_language("fr")
    assert section.map.accessibleDescription().startswith("Anvers. ")
    title = page_of(section).title
    assert title in section.map.accessibleName()
    assert section.title.text() == title
    assert section.legend.accessibleDescription().startswith(page_of(section).legend[0].text)
    assert view.pane.record_id == section.opened == "place/liege"
    names = {name.owner: name.text for name in layout_of(view).names}
    assert names["place/antwerp"].startswith("Anvers")
    before = section.map.grab().toImage()
    program.choose_theme("dark")
    assert section.map.grab().toImage() != before


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_title_legend_and_map_are_seen_at_once(start: Start, size: tuple[int, int]) -> None:
    program = start("fr")
    program.window.resize(*size)
    for address in (coloured(USUAL), coloured(WALLOON, "place/wallonia")):
        view = go(program, address)
        for part in (view.section.title, view.section.legend, view.section.map):
            bottom = part.mapTo(view.area.viewport(), part.rect().bottomLeft()).y()
            assert bottom <= view.area.viewport().height(), (address, part)


def test_nothing_is_lost_where_a_record_is_unknown(start: Start) -> None:
    program = start("en")
    view = go(program, coloured(USUAL, "place/ghent"))
    with pytest.raises(UsageError):
        view.show_address(coloured("milestone", "place/nowhere"))
    assert page_of(view.section).key == USUAL


def test_it_counts_what_its_kinds_say(start: Start) -> None:
    program = start("en")
    view = go(program, coloured(USUAL))
    assert [action.data() for action in view.bar.colours.actions() if action.data()] == [
        kind.value for kind in (Kind.PROGRAMME, Kind.ORGANISATION, Kind.MILESTONE, Kind.FIGURE)
    ]
