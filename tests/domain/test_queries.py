"""Whatever a user types is a query."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.queries import MOST_WORDS, SearchQuery, fold, words_of
from desktop.domain.records import Kind


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


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("R&D", (("r", "d"),)),
        ("l'h", (("l", "h"),)),
        ("l’hôpital", (("l", "hopital"),)),
        ("COVID-19", (("covid", "19"),)),
        ("2.5", (("2", "5"),)),
        ("snake_case", (("snake", "case"),)),
        ("regmed xb", (("regmed",), ("xb",))),
        ('"', ()),
        ("*", ()),
        ('"a" OR b*', (("a",), ("or",), ("b",))),
        ("NEAR(x)", (("near", "x"),)),
        ("", ()),
        (" \t\n", ()),
        ("— …", ()),
    ],
)
def test_what_stands_between_spaces_is_one_phrase(text: str, phrases: tuple[tuple[str, ...], ...]):
    assert SearchQuery.parse(text).phrases == phrases


@pytest.mark.parametrize("text", ["x" * 10_000, "x " * 5_000, "x-" * 5_000, "*" * 10_000])
def test_ten_thousand_characters_are_cut_to_a_size_that_can_be_looked_for(text: str):
    query = SearchQuery.parse(text)
    assert len(query.phrases) <= MOST_WORDS
    assert all(len(phrase) <= MOST_WORDS for phrase in query.phrases)


@given(st.text())
def test_any_text_is_a_query_of_folded_words(text: str):
    query = SearchQuery.parse(text, Kind.THEME, 7)
    assert (query.text, query.kind, query.limit) == (text, Kind.THEME, 7)
    for phrase in query.phrases:
        assert phrase
        for word in phrase:
            assert word
            assert word == fold(word)
            assert not set(word) & set("\"'*^:()_- \t\n")
