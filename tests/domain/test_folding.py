"""Texts are compared without what people leave out when they type."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.folding import fold, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Prévention", "prevention"),
        ("PRE\u0301VENTION", "prevention"),
        ("Œuvre", "oeuvre"),
        ("œuvre", "oeuvre"),
        ("Æther", "aether"),
        ("Straße", "strasse"),
        ("STRAẞE", "strasse"),
        ("Ørsted", "orsted"),
        ("ørsted", "orsted"),
        ("ﬁn", "fin"),
        ("H₂O", "h2o"),
        ("Brand™", "brandtm"),
        ("№ 1", "no 1"),
        ("coördinatie", "coordinatie"),
    ],
)
def test_case_accents_ligatures_and_compatibility_forms_are_folded(text: str, folded: str):
    assert fold(text) == folded


@given(st.text())
@example("™")
@example("Ø")
@example("ǰ İ")
def test_folding_twice_changes_no_more(text: str):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(codec="latin-1")))
def test_case_makes_no_difference(text: str):
    assert words_of(text.upper()) == words_of(text.lower())


@given(st.text())
def test_words_are_folded_letters_and_digits(text: str):
    for word in words_of(text):
        assert word
        assert word == fold(word)
        assert not set(word) & set("\"'*^:()_- \t\n")
