"""What the index holds of a text: folded words, and those that a sign joins also as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import words_of
from desktop.store.search.analysis import index_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("e-health", ("e", "health", "ehealth")),
        ("eHealth", ("ehealth",)),
        ("l’hôpital", ("l", "hopital")),
        ("l'e-santé", ("l", "e", "sante", "esante")),
        ("R&D", ("r", "d", "rd")),
        ("COVID-19", ("covid", "19", "covid19")),
        ("R&D-based", ("r", "d", "based", "rd", "rdbased", "dbased")),
        ("2020-2021", ("2020", "2021")),
        ("nl/fr/en/de", ("nl", "fr", "en", "de")),
        ("Cœur, cœur!", ("coeur", "coeur")),
    ],
)
def test_what_a_sign_joins_is_found_apart_and_joined(text: str, words: tuple[str, ...]):
    assert index_words(text) == words


@given(st.text())
def test_all_words_of_a_text_come_first_in_their_order(text: str):
    words = words_of(text)
    assert index_words(text)[: len(words)] == words
