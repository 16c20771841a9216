"""Zooming keeps the day under the pointer, and nothing leads beyond the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.timeline.scale import LEAST_DAYS, TimeScale

LOW, HIGH, WIDTH = 733_000.0, 740_000.0, 800.0
STEPS = st.lists(
    st.tuples(st.sampled_from(["zoom", "move"]), st.floats(0.05, 20), st.floats(0, WIDTH)),
    max_size=20,
)


def made(low: float = LOW, high: float = HIGH, width: float = WIDTH) -> TimeScale:
    scale = TimeScale()
    scale.set_width(width)
    scale.set_whole(low, high)
    return scale


def walked(steps: list[tuple[str, float, float]]) -> TimeScale:
    scale = made()
    for way, number, x in steps:
        if way == "zoom":
            scale.zoom(number, x)
        else:
            scale.move(x - WIDTH / 2)
    return scale


def test_it_begins_with_the_whole() -> None:
    scale = made()
    assert scale.is_whole
    assert (scale.x(LOW), scale.x(HIGH)) == pytest.approx((0, WIDTH))


@given(STEPS, st.floats(1, 20), st.floats(0, WIDTH))
def test_coming_nearer_keeps_the_day_under_the_pointer(
    steps: list[tuple[str, float, float]], factor: float, x: float
) -> None:
    scale = walked(steps)
    before = scale.day(x)
    scale.zoom(factor, x)
    assert scale.x(before) == pytest.approx(x, abs=0.01)


@given(STEPS, st.floats(0.05, 1), st.floats(0, WIDTH))
def test_going_off_keeps_it_too_unless_an_end_comes_into_the_picture(
    steps: list[tuple[str, float, float]], factor: float, x: float
) -> None:
    scale = walked(steps)
    before = scale.day(x)
    scale.zoom(factor, x)
    at_an_end = scale.left <= LOW + 0.01 or scale.right >= HIGH - 0.01
    assert at_an_end or scale.x(before) == pytest.approx(x, abs=0.01)


@given(STEPS)
def test_no_way_leads_beyond_the_whole_or_nearer_than_days(
    steps: list[tuple[str, float, float]],
) -> None:
    scale = walked(steps)
    assert scale.left >= LOW
    assert scale.right <= HIGH + 0.01
    assert scale.right - scale.left >= LEAST_DAYS - 0.01


@given(STEPS)
def test_one_comes_back_to_the_whole(steps: list[tuple[str, float, float]]) -> None:
    scale = walked(steps)
    scale.zoom(1e-6, WIDTH / 2)
    assert scale.is_whole
    assert scale.left == LOW


def test_another_width_keeps_what_was_whole_whole_and_else_where_one_was() -> None:
    scale = made()
    scale.set_width(500)
    assert scale.is_whole
    scale.show(736_000, 400)
    left, pixels = scale.left, scale.scale
    scale.set_width(600)
    assert (scale.left, scale.scale) == (left, pixels)


def test_a_whole_of_few_days_is_seen_whole() -> None:
    scale = made(LOW, LOW + 3)
    scale.zoom(100, 10)
    assert scale.is_whole
