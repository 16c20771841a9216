"""The list beside the map keeps Qt's rules, is as high as its rows, and answers the keyboard."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.sheets.map.places import MapPlace
from desktop.ui.home.place_list import PlaceList, PlaceModel


def place(name: str, detail: str = "City: 1 programme") -> MapPlace:
    record = f"place/{name.casefold()}"
    return MapPlace(record, name, detail, f"{name}. {detail}", None, 4.0, 50.0, is_spot=True)


PLACES = [place(name) for name in ("Alost", "Bruges", "Courtrai", "Dinant", "Eupen")]


@pytest.fixture
def places(qtbot: QtBot) -> Iterator[PlaceList]:
    shown = PlaceList()
    qtbot.addWidget(shown)
    shown.show_places(PLACES)
    shown.show()
    yield shown
    shown.close()


def test_the_model_keeps_qts_rules() -> None:
    model = PlaceModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.set_places(PLACES)
    model.set_places([place(each.name, "Ville : 1 programme") for each in PLACES])
    model.set_places(PLACES[:2])
    assert tester.model() is model
    assert model.rowCount(QModelIndex()) == 2


def test_a_row_is_read_whole_to_a_screen_reader(places: PlaceList) -> None:
    spoken = places.places.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bruges. City: 1 programme"


@pytest.mark.parametrize(("share", "columns"), [(1.5, 1), (2.5, 2), (5.5, 5)])
def test_every_row_is_in_sight_in_as_many_columns_as_fit(
    places: PlaceList, share: float, columns: int
) -> None:
    width = round(places.minimumSizeHint().width() * share)
    places.resize(width, places.heightForWidth(width))
    rects = [places.visualRect(places.places.index(row)) for row in range(len(PLACES))]
    assert len({rect.x() for rect in rects}) == columns
    assert all(places.viewport().rect().contains(rect) for rect in rects)
    for one, other in itertools.pairwise(rects):
        assert not one.intersects(other)


def test_other_words_keep_the_current_row(places: PlaceList) -> None:
    places.setCurrentIndex(places.places.index(3))
    places.show_places([place(each.name, "Ville : 1 programme") for each in PLACES])
    assert places.currentIndex().data() == "Dinant"


def test_keys_move_and_open(places: PlaceList, qtbot: QtBot) -> None:
    opened: list[str] = []
    marked: list[str] = []
    places.place_asked.connect(opened.append)
    places.place_marked.connect(marked.append)
    qtbot.keyClick(places, Qt.Key.Key_Down)
    assert marked == ["place/bruges"]
    qtbot.keyClick(places, Qt.Key.Key_Return)
    assert opened == ["place/bruges"]


def test_a_click_opens_a_place(places: PlaceList, qtbot: QtBot) -> None:
    opened: list[str] = []
    places.place_asked.connect(opened.append)
    middle = places.visualRect(places.places.index(2)).center()
    qtbot.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == ["place/courtrai"]


def test_what_is_marked_elsewhere_is_selected_and_tells_nobody(places: PlaceList) -> None:
    marked: list[str] = []
    places.place_marked.connect(marked.append)
    places.mark("place/dinant")
    assert [index.data() for index in places.selectedIndexes()] == ["Dinant"]
    places.mark("")
    assert not places.selectedIndexes()
    places.mark("place/unknown")
    assert not places.selectedIndexes()
    assert marked == []
