"""Words stand in the order of dictionaries: letters, then accents, then case."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.l10n.collation import sort_key


@pytest.mark.parametrize(
    "words",
    [
        ["cote", "Cote", "coté", "côte", "côté"],
        ["Antwerpen", "Élan", "Flandre", "œuvre", "opera"],
        ["eau", "école", "Edegem", "été", "euro"],
        ["Plan 2", "Plan 10", "plan 100"],
        ["e-health", "eHealth 2", "eHealth 19"],
        ["aether", "Æther", "affaire"],
        ["straat", "straße", "strategie"],
        ["Leuven", "Leuven en omgeving", "Leuvenaar"],
        ["coördinatie", "cordinatie"],
    ],
)
def test_words_come_in_the_order_of_a_dictionary(words: list[str]):
    turned = words[::-1]
    assert sorted(turned, key=sort_key) == words
    assert sorted(words, key=sort_key) == words


def test_a_mark_at_the_start_does_not_move_a_word():
    assert sorted(["zorg", "‘Valley’ of Tomorrow", "arts"], key=sort_key) == [
        "arts",
        "‘Valley’ of Tomorrow",
        "zorg",
    ]


@given(st.sets(st.text(), min_size=2), st.randoms())
def test_the_order_hangs_only_on_the_words(texts: set[str], random: Random):
    by_key = {sort_key(text): text for text in sorted(texts)}
    shuffled = list(by_key.values())
    random.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == [by_key[key] for key in sorted(by_key)]


@given(st.text(st.characters(codec="latin-1", categories=["L"]), min_size=1))
def test_case_and_accents_never_outweigh_a_letter(word: str):
    assert sort_key(word)[0] == sort_key(word.upper())[0] == sort_key(word.lower())[0]
    assert sort_key(word) < sort_key(word + "a")


@given(st.integers(0, 10**11), st.integers(0, 10**11))
def test_digits_count_as_numbers(one: int, other: int):
    assert (sort_key(f"Plan {one}") < sort_key(f"Plan {other}")) == (one < other)
