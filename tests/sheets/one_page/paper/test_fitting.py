"""Sheets are made to fit: by smaller type, then by fewer rows, the same in every language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import Layout
from desktop.sheets.one_page.paper.fitting import CHART, SIZES, Side, fitted, trimmed
from desktop.sheets.one_page.paper.pdf import laid_out
from desktop.sheets.one_page.parts import Form, Sheet, Zone
from tests.sheets.one_page.sheets import block, in_language, read, sheet, squeezed, words_of

TEXT = "International partnerships cross many borders at once."


def letters(of: Sheet) -> int:
    return sum(len(getattr(row, "text", "")) for each in of.blocks for row in each.rows)


class Room:
    """A page that holds so many letters at the smallest size, and fewer at larger ones."""

    def __init__(self, letters: int) -> None:
        self.letters = letters
        self.asked = 0

    def __call__(self, sides: Sequence[Side]) -> list[float]:
        self.asked += 1
        return [self.letters - letters(each) - 100 * (size - SIZES[-1]) for (each,), size in sides]


def counts(of: Sheet) -> list[int]:
    return [len(each.rows) for each in of.blocks]


TWO_LISTS = sheet(
    block(Form.LIST, Zone.LEFT, ["x" * 10] * 5, rank=1, kept=2),
    block(Form.LIST, Zone.RIGHT, ["x" * 10] * 5, rank=0, kept=3),
)


def test_what_has_room_is_set_in_the_largest_type_and_laid_out_once() -> None:
    room = Room(1000)
    assert fitted([(TWO_LISTS,)], (), room) == (((TWO_LISTS,), SIZES[0]),)
    assert room.asked == 1


@pytest.mark.parametrize("size", SIZES)
def test_type_is_as_large_as_fits(size: float) -> None:
    room = 100 + 1 + int(100 * (size - SIZES[-1]))
    assert fitted([(TWO_LISTS,)], (), Room(room)) == (((TWO_LISTS,), size),)


def test_the_lowest_rank_loses_rows_first_down_to_what_is_kept() -> None:
    for room, expected in [(91, [5, 4]), (81, [5, 3]), (71, [4, 3]), (51, [2, 3]), (41, [2, 2])]:
        (((page,), size),) = fitted([(TWO_LISTS,)], (), Room(room))
        assert counts(page) == expected
        assert size == SIZES[-1]


def test_the_chart_goes_before_what_is_kept() -> None:
    with_chart = sheet(*TWO_LISTS.blocks, with_chart=3)

    def measure(sides: Sequence[Side]) -> list[float]:
        return [60 - letters(each) - (20 if each.chart else 0) for (each,), _size in sides]

    (((page,), _size),) = fitted([(with_chart,)], (), measure)
    assert page.chart is None
    assert counts(page) == [2, 3]
    assert trimmed(with_chart, [CHART]).chart is None


def test_rows_come_back_where_they_have_room_after_all() -> None:
    # A long row has to go, and with it go short ones that it did not have to take along.
    long_one = block(Form.LIST, Zone.LEFT, ["x" * 10, "x" * 90], rank=1, kept=1)
    short_ones = block(Form.LIST, Zone.RIGHT, ["x" * 10] * 4, rank=0, kept=1)
    (((page,), _size),) = fitted([(sheet(long_one, short_ones),)], (), Room(51))
    assert counts(page) == [1, 4]


def test_rows_come_back_only_where_every_language_has_room() -> None:
    long_one = block(Form.LIST, Zone.LEFT, ["x" * 10, "x" * 90], rank=1, kept=1)
    short_ones = block(Form.LIST, Zone.RIGHT, ["x" * 10] * 4, rank=0, kept=1)
    english = sheet(long_one, short_ones)
    french = in_language(english, "fr", 2)
    sides = fitted([(english,), (french,)], (), Room(81))
    assert [counts(page) for (page,), _size in sides] == [[1, 3], [1, 3]]


def test_the_half_of_what_is_kept_outlasts_blocks_of_less_weight() -> None:
    most = block(Form.LIST, Zone.LEFT, ["x" * 10] * 4, rank=1, kept=4)
    least = block(Form.LIST, Zone.RIGHT, ["x" * 10] * 2, rank=0, kept=2)
    (((page,), _size),) = fitted([(sheet(most, least),)], (), Room(21))
    assert counts(page) == [2, 0]


def test_a_block_of_less_than_its_least_rows_goes_whole_and_others_come_back() -> None:
    ribbon = replace(block(Form.LIST, Zone.LEFT, ["x" * 10] * 4, rank=1, kept=4), least=3)
    others = block(Form.LIST, Zone.RIGHT, ["x" * 10] * 2, rank=0, kept=2)
    # Three outlast a block of less weight.
    for room, expected in [(51, [4, 1]), (31, [3, 0]), (29, [0, 2]), (11, [0, 1])]:
        (((page,), _size),) = fitted([(sheet(ribbon, others),)], (), Room(room))
        assert counts(page) == expected


def test_what_no_page_holds_is_refused() -> None:
    with pytest.raises(AtlasError, match="does not fit on one page"):
        fitted([(TWO_LISTS,)], (), Room(-1))


def test_few_pages_are_tried() -> None:
    rows = block(Form.LIST, Zone.LEFT, ["x" * 10] * 40)
    room = Room(60)
    (((page,), _size),) = fitted([(sheet(rows),)], (), room)
    assert counts(page) == [5]
    assert room.asked <= 8


@pytest.mark.parametrize("wanted", ["nl", "fr", "en"])
def test_the_longest_language_decides_for_all(wanted: str) -> None:
    sheets = {
        "nl": in_language(TWO_LISTS, "nl", 2),
        "fr": in_language(TWO_LISTS, "fr", 3),
        "en": TWO_LISTS,
    }
    others = [(each,) for code, each in sheets.items() if code != wanted]
    (((page,), _size),) = fitted([(sheets[wanted],)], others, Room(181))
    assert counts(page) == [3, 3]
    assert page.territory_code.startswith(wanted)


def test_a_short_language_keeps_its_larger_type() -> None:
    longer = in_language(TWO_LISTS, "fr", 3)
    ((english,), large), ((french,), small) = fitted([(TWO_LISTS,), (longer,)], (), Room(181))
    assert counts(english) == counts(french)
    assert large == SIZES[0]
    assert small < large


# Texts that the font has the letters for, from one letter to far more than a page.
WRITTEN = st.text(
    st.characters(
        min_codepoint=0x20,
        max_codepoint=0x17F,
        exclude_categories=("Cc", "Cn", "Co"),
        # Not in the font, and in no language of the atlas.
        exclude_characters="ŉ",
    ),
    min_size=1,
    max_size=40,
).flatmap(lambda text: st.sampled_from([1, 1, 1, 5, 25]).map(lambda times: text * times))
BLOCKS = st.builds(
    block,
    st.sampled_from(Form),
    st.sampled_from(Zone),
    st.lists(WRITTEN, max_size=6),
    st.integers(0, 9),
    st.integers(0, 4),
)
SHEETS = st.builds(
    lambda blocks, code, title, with_chart: sheet(
        *{each.name: each for each in blocks}.values(),
        code=code,
        title=title,
        with_chart=with_chart,
    ),
    st.lists(BLOCKS, max_size=6),
    st.sampled_from(["nl", "fr", "en"]),
    WRITTEN.map(lambda text: text[:120]),
    st.sampled_from([0, 0, 1, 5, 12]),
)


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW)
@given(SHEETS, st.sampled_from(Layout))
def test_any_sheet_has_one_page_for_each_language(made: Sheet, layout: Layout) -> None:
    both = [made, in_language(made, "fr" if made.territory_code != "fr_BE" else "nl", 2)]
    paper = laid_out(both if layout is not Layout.SINGLE else both[:1], layout, both)
    assert len(read(paper.pdf()).pages) == (2 if layout is Layout.FACES else 1)
    rows = [counts(each) for each, _size in paper.pages]
    assert all(each == rows[0] for each in rows)
    assert all(size in SIZES for _sheet, size in paper.pages)


def test_a_chart_with_too_many_marks_goes_as_a_whole_and_is_missed() -> None:
    paper = laid_out([sheet(block(Form.LIST, Zone.RIGHT, [TEXT] * 3), with_chart=60)])
    ((page, _size),) = paper.pages
    assert page.chart is None
    assert squeezed("The chart is in Valley Atlas") in words_of(paper.pdf())
