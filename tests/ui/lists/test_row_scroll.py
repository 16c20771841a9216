"""Rows of unlike heights are scrolled through exactly, and hardly any of them is measured."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.lists.row_scroll import STEPS, RowScroll

HEIGHTS = st.lists(st.integers(10, 300), min_size=1, max_size=40)


def scroll_of(heights: list[int]) -> RowScroll:
    scroll = RowScroll(heights.__getitem__)
    scroll.count = len(heights)
    return scroll


@given(HEIGHTS, st.integers(50, 600), st.data())
def test_what_is_seen_fills_the_window_without_a_gap(
    heights: list[int], window: int, data: st.DataObject
) -> None:
    scroll = scroll_of(heights)
    position = data.draw(st.integers(0, scroll.last_position(window)))
    seen = list(scroll.seen(position, window))
    assert seen[0].top <= 0
    for above, below in itertools.pairwise(seen):
        assert (below.row, below.top) == (above.row + 1, above.top + above.height)
    if sum(heights) >= window:
        # What rounding to steps may take from a high row.
        assert seen[-1].top + seen[-1].height >= window - max(heights) // STEPS - 1


@given(HEIGHTS, st.integers(50, 600))
def test_at_the_end_the_last_row_is_seen_whole(heights: list[int], window: int) -> None:
    scroll = scroll_of(heights)
    *_others, last = scroll.seen(scroll.last_position(window), window)
    assert last.row == len(heights) - 1
    assert last.top + last.height <= max(window, last.height)


@given(HEIGHTS, st.integers(50, 600), st.data())
def test_a_row_can_be_brought_to_the_foot_of_the_window(
    heights: list[int], window: int, data: st.DataObject
) -> None:
    scroll = scroll_of(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    seen = {strip.row: strip for strip in scroll.seen(scroll.position_below(row, window), window)}
    assert seen[row].top + seen[row].height <= max(window, heights[row])


@given(st.lists(st.integers(10, 300), min_size=2, max_size=40), st.data())
def test_a_position_says_which_row_and_how_much_of_it_is_hidden(
    heights: list[int], data: st.DataObject
) -> None:
    scroll = scroll_of(heights)
    # Of the last row something is always seen.
    row = data.draw(st.integers(0, len(heights) - 2))
    hidden = data.draw(st.integers(0, heights[row] - 1))
    seen = scroll.seen(scroll.position(row, hidden), 10)
    # A row of which hardly anything is left may be hidden whole.
    top = {strip.row: strip.top for strip in seen}.get(row, -heights[row])
    assert 0 <= -top - hidden <= heights[row] // STEPS + 1


@given(HEIGHTS, st.integers(50, 600))
def test_page_after_page_reaches_the_end_and_comes_back(heights: list[int], window: int) -> None:
    scroll = scroll_of(heights)
    row, last = 0, len(heights) - 1
    for _ in heights:
        row = scroll.page(row, window, 1)
    assert row == last
    for _ in heights:
        row = scroll.page(row, window, -1)
    assert row == 0


def test_of_a_hundred_thousand_rows_few_are_measured() -> None:
    measured: list[int] = []

    def height_of(row: int) -> int:
        measured.append(row)
        return 20 + row % 7 * 10

    scroll = RowScroll(height_of)
    scroll.count = 100_000
    end = scroll.last_position(600)
    list(scroll.seen(end, 600))
    list(scroll.seen(end // 2, 600))
    scroll.page(50_000, 600, 1)
    assert len(set(measured)) < 200


def test_no_rows_are_no_trouble() -> None:
    scroll = RowScroll([].__getitem__)
    assert list(scroll.seen(0, 500)) == []
    assert scroll.last_position(500) == 0
