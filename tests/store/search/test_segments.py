"""A word shares a third with each word that two slips of the pen make of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.search.segments import segments_near, segments_of

LETTERS = "abcdefgh"
WORDS = st.text(LETTERS, min_size=4, max_size=16)


def slipped(word: str, place: int, letter: str, slip: str) -> str:
    """The word with one slip: a letter left out, put in, or replaced."""
    place %= len(word)
    match slip:
        case "out":
            return word[:place] + word[place + 1 :]
        case "in":
            return word[:place] + letter + word[place:]
        case _:
            return word[:place] + letter + word[place + 1 :]


SLIPS = st.tuples(
    st.integers(0, 20), st.sampled_from(LETTERS), st.sampled_from(["out", "in", "other"])
)


@given(WORDS, st.lists(SLIPS, min_size=1, max_size=2))
def test_one_or_two_slips_leave_a_third_that_is_found(word: str, slips: list[tuple[int, str, str]]):
    typed = word
    for place, letter, slip in slips:
        typed = slipped(typed, place, letter, slip)
    assert set(segments_of(word)) & set(segments_near(typed, len(slips)))


@given(WORDS, st.integers(0, 14))
def test_two_neighbours_that_changed_places_leave_a_third_that_is_found(word: str, place: int):
    place %= len(word) - 1
    typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert set(segments_of(word)) & set(segments_near(typed, 1))


@pytest.mark.parametrize("slips", [1, 2])
def test_few_keys_are_looked_up(slips: int):
    assert len(set(segments_near("geneesmiddelenonderzoek", slips))) <= 75
