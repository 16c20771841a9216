"""Names on a map stand beside their places, inside the frame, and never on each other."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.ui.charts.map_labels import LabelRoom, Placed

FRAME = QRectF(0, 0, 400, 300)
NAME = QSizeF(60, 15)


def test_a_name_stands_to_the_right_of_its_place_where_there_is_room() -> None:
    placed = LabelRoom(FRAME, []).beside(QPointF(200, 150), 4, NAME)
    assert placed
    assert placed.box.left() > 204
    assert placed.box.center().y() == 150
    assert placed.leader is None


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    placed = LabelRoom(FRAME, []).beside(QPointF(390, 150), 4, NAME)
    assert placed
    assert placed.box.right() < 386


def test_a_name_that_must_move_off_has_a_leader_to_its_place() -> None:
    spot = QPointF(200, 150)
    walls = [QRectF(185, 112, 5, 76), QRectF(210, 112, 5, 76)]
    placed = LabelRoom(FRAME, walls).beside(spot, 4, NAME)
    assert placed
    assert placed.box.bottom() < 112, "above the walls, as between them there is no room"
    assert placed.leader
    assert (placed.leader.p1(), placed.leader.p2().y()) == (spot, placed.box.bottom())


def test_no_leader_runs_through_a_name_nor_a_name_over_a_leader() -> None:
    spot = QPointF(200, 150)
    walls = [QRectF(185, 112, 5, 76), QRectF(210, 112, 5, 76)]
    lid = QRectF(190, 130, 20, 2)
    placed = LabelRoom(FRAME, [*walls, lid]).beside(spot, 4, NAME)
    assert placed
    assert placed.box.top() > 188, "the way up is barred"
    room = LabelRoom(FRAME, walls)
    assert room.beside(spot, 4, NAME)
    leader = QRectF(199, 115, 2, 20)
    assert room.first([leader, FRAME.adjusted(0, 250, 0, 0)], lambda _box: True) != Placed(leader)


def test_where_there_is_no_room_at_all_there_is_no_name() -> None:
    assert LabelRoom(FRAME, [FRAME]).beside(QPointF(200, 150), 4, NAME) is None
    assert LabelRoom(FRAME, []).within(QPointF(200, 150), NAME, lambda _box: False) is None


def test_the_name_of_an_area_stands_where_the_area_holds_it_nearest_to_its_middle() -> None:
    area = QRectF(150, 100, 200, 100)
    room = LabelRoom(FRAME, [QRectF(190, 140, 20, 20)])
    placed = room.within(QPointF(200, 150), NAME, area.contains)
    assert placed
    assert area.contains(placed.box)
    assert abs(placed.box.center().x() - 200) < 2 * NAME.width()


@pytest.mark.parametrize("seed", range(12))
def test_of_many_names_no_two_meet_and_none_hides_a_place(seed: int) -> None:
    chance = random.Random(seed)
    spots = [QPointF(chance.uniform(20, 380), chance.uniform(20, 280)) for _ in range(18)]
    dots = [QRectF(spot.x() - 3, spot.y() - 3, 6, 6) for spot in spots]
    room = LabelRoom(FRAME, dots)
    found = [room.beside(spot, 3, NAME) for spot in spots]
    placed: list[Placed] = [each for each in found if each]
    assert len(placed) > 12
    for one, other in combinations([each.box for each in placed], 2):
        assert not one.intersects(other)
    for each in placed:
        assert FRAME.contains(each.box)
        assert not any(each.box.intersects(dot) for dot in dots)
