"""The lines of a scale are few, round, and span every value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.charts.ticks import FEWEST, MOST, ticks_over

values = st.lists(
    st.decimals(-(10**12), 10**12, places=4, allow_nan=False, allow_infinity=False),
    min_size=1,
    max_size=12,
)


def steps(ticks: list[Decimal]) -> set[Decimal]:
    return {after - before for before, after in pairwise(ticks)}


@given(values, st.booleans(), st.sampled_from((0, 1)))
def test_ticks_span_every_value_and_the_first_number(
    numbers: list[Decimal], whole: bool, first: int
):
    ticks = ticks_over(numbers, whole, first)
    assert ticks[0] <= min(*numbers, Decimal(first))
    assert ticks[-1] >= max(*numbers, Decimal(first))
    assert first in ticks


@given(values, st.booleans(), st.sampled_from((0, 1)))
def test_ticks_are_three_to_seven_in_one_round_step(
    numbers: list[Decimal], whole: bool, first: int
):
    ticks = ticks_over(numbers, whole, first)
    assert FEWEST <= len(ticks) <= MOST
    (step,) = steps(ticks)
    assert step.normalize().as_tuple().digits in ((1,), (2,), (5,))


@given(values, st.sampled_from((0, 1)))
def test_what_cannot_be_divided_has_whole_ticks(numbers: list[Decimal], first: int):
    assert all(tick == tick.to_integral_value() for tick in ticks_over(numbers, True, first))


@given(values)
def test_ticks_are_written_out(numbers: list[Decimal]):
    assert all("E" not in str(tick) for tick in ticks_over(numbers))


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        (["35", "0.4"], ["0", "10", "20", "30", "40"]),
        (["0.955"], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (["0"], ["0", "1", "2"]),
        (["-3", "4"], ["-4", "-2", "0", "2", "4"]),
    ],
)
def test_ticks_are_those_a_person_would_draw(numbers: list[str], wanted: list[str]):
    assert [str(tick) for tick in ticks_over([Decimal(each) for each in numbers])] == wanted


def test_an_order_begins_with_its_first_place():
    assert [int(tick) for tick in ticks_over([Decimal(4)], True, 1)] == [1, 2, 3, 4]
    assert [int(tick) for tick in ticks_over([Decimal(9)], True, 1)] == [1, 3, 5, 7, 9]
    assert [int(tick) for tick in ticks_over([Decimal(1)], True, 1)] == [1, 2, 3]
