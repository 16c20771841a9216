"""What the index holds of a text: folded words, and those that a sign joins also as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import words_of
from desktop.store.search.analysis import index_line, joined_words, length_of_line, words_in_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("e-health", " e health + ehealth "),
        ("eHealth", " ehealth "),
        ("l’hôpital", " l hopital "),
        ("l'e-santé", " l e sante + esante "),
        ("R&D", " r d + rd "),
        ("COVID-19", " covid 19 + covid19 "),
        ("R&D-based", " r d based + rd rdbased dbased "),
        ("2020-2021", " 2020 2021 "),
        ("nl/fr/en/de", " nl fr en de "),
        ("Cœur, cœur!", " coeur coeur "),
    ],
)
def test_what_a_sign_joins_is_found_apart_and_joined(text: str, line: str):
    assert index_line(text) == line


@given(st.text())
def test_a_line_begins_with_all_words_of_the_text_in_their_order(text: str):
    words = words_of(text)
    line = index_line(text)
    assert tuple(line.split()[: len(words)]) == words
    assert length_of_line(line) == len(words)
    assert words_in_line(line) >= set(words)


def test_a_phrase_that_is_said_has_what_signs_join_as_one_word():
    assert joined_words("l'e-health en R&D") == ("l", "ehealth", "en", "rd")
