"""The classes of a scale are few, hold every value once, and are cut where values lie apart."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.map.classes import MOST_CLASSES, ValueClass, classes_of, level_of

numbers = st.lists(st.integers(-(10**6), 10**6).map(Decimal), max_size=40)


def classes(*values: int) -> list[tuple[int, int]]:
    return [(int(each.low), int(each.high)) for each in classes_of(map(Decimal, values))]


def test_few_values_have_a_class_each() -> None:
    assert classes(39, 1, 2, 1, 2) == [(1, 1), (2, 2), (39, 39)]


def test_what_lies_far_apart_is_parted_first() -> None:
    assert classes(1, 2, 3, 20, 28, 172) == [(1, 1), (2, 3), (20, 28), (172, 172)]


def test_no_values_have_no_classes() -> None:
    assert classes_of([]) == ()


@given(numbers)
def test_every_value_lies_in_one_class_and_the_classes_do_not_meet(values: list[Decimal]) -> None:
    found = classes_of(values)
    assert len(found) == min(len(set(values)), MOST_CLASSES)
    for value in values:
        assert sum(each.low <= value <= each.high for each in found) == 1
    assert all(one.high < other.low for one, other in pairwise(found))
    assert {each.low for each in found} | {each.high for each in found} <= set(values)


@given(numbers)
def test_a_larger_value_never_has_a_lower_class(values: list[Decimal]) -> None:
    found = classes_of(values)
    levels = [level_of(value, found) for value in sorted(values)]
    assert levels == sorted(levels)
    assert all(1 <= level <= len(found) for level in levels)


def test_limits_are_values_that_there_are() -> None:
    assert classes_of([Decimal("0.5"), Decimal(7)])[0] == ValueClass(Decimal("0.5"), Decimal("0.5"))
