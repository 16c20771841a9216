"""Whatever a user types is a query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.browsing import Facet
from desktop.domain.folding import fold
from desktop.domain.queries import MOST_WORDS, Role, SearchQuery


def read_operator(name: str, value: str) -> tuple[Facet, str] | None:
    """Knows the years of four digits, and places by one letter."""
    if name == "year" and len(value) == 4 and value.isdigit():
        return Facet.YEAR, value
    return (Facet.PLACE, value) if name == "in" and len(value) == 1 else None


@pytest.mark.parametrize(
    ("text", "words"),
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
        ('"a" OR b*', (("or",), ("b",))),
        ("NEAR(x)", (("near", "x"),)),
        ("kind:place", (("kind", "place"),)),
        ("", ()),
        (" \t\n", ()),
        ("— …", ()),
    ],
)
def test_what_stands_between_spaces_is_one_piece(text: str, words: tuple[tuple[str, ...], ...]):
    assert SearchQuery.parse(text).words == words


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ('"Exact words"', (("exact", "words"),)),
        ("«\u202fmots exacts\u202f»", (("mots", "exacts"),)),
        ("„juiste woorden”", (("juiste", "woorden"),)),
        ('"not closed', (("not", "closed"),)),
        ('a"b"c', (("b",),)),
        ('"a" "b"', (("a",), ("b",))),
        ('""', ()),
    ],
)
def test_words_in_quotation_marks_stand_side_by_side(text: str, exact: tuple[tuple[str, ...], ...]):
    assert SearchQuery.parse(text).exact == exact


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("pharma -export", (("export",),)),
        ('pharma -"two words"', (("two", "words"),)),
        ("e-health", ()),
        ("a - b", ()),
        ("-", ()),
        ("--b", ()),
        ("-year:2019", (("year", "2019"),)),
    ],
)
def test_a_minus_before_a_word_leaves_it_out(text: str, without: tuple[tuple[str, ...], ...]):
    assert SearchQuery.parse(text, read_operator=read_operator).without == without


def test_a_name_with_a_colon_narrows_where_it_is_known():
    query = SearchQuery.parse('x year:2019 in:"a" year:now note:1', read_operator=read_operator)
    assert query.narrowings == ((Facet.YEAR, "2019"), (Facet.PLACE, "a"))
    assert query.words == (("x",), ("year", "now"), ("note", "1"))
    assert query.exact == ()


def test_what_is_chosen_narrows_as_what_is_typed_does_and_each_once():
    year, place = (Facet.YEAR, "2019"), (Facet.PLACE, "place/flanders")
    query = SearchQuery.parse("year:2019", (place, year), read_operator=read_operator)
    assert query.narrowings == (year, place)


@pytest.mark.parametrize(
    ("text", "is_empty"),
    [
        ("", True),
        ("*", True),
        ("-pharma", True),
        ("pharma", False),
        ('"pharma"', False),
        ("year:2019", False),
    ],
)
def test_a_query_that_looks_for_nothing_is_empty(text: str, is_empty: bool):
    assert SearchQuery.parse(text, read_operator=read_operator).is_empty == is_empty
    assert not SearchQuery.parse(text, ((Facet.YEAR, "2019"),)).is_empty


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("a b c", 1, "a c"),
        ("a b c", 0, "b c"),
        ("a  b ", 1, "a"),
        ('a "b c" -d', 1, "a -d"),
        ("year:2019", 0, ""),
    ],
)
def test_a_piece_can_be_taken_out(text: str, number: int, rest: str):
    query = SearchQuery.parse(text, read_operator=read_operator)
    assert query.text_without(query.pieces[number]) == rest


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "x " * 5_000, "x-" * 5_000, "*" * 10_000, "* " * 5_000, '"' * 10_000]
)
def test_ten_thousand_characters_are_cut_to_a_size_that_can_be_looked_for(text: str):
    query = SearchQuery.parse(text)
    assert len(query.pieces) <= MOST_WORDS
    assert all(len(piece.words) <= MOST_WORDS for piece in query.pieces)


@given(st.text() | st.text(st.sampled_from('ab12 -:"«»“_.*\n')))
def test_any_text_is_a_query_of_folded_words(text: str):
    chosen = ((Facet.KIND, "theme"),)
    query = SearchQuery.parse(text, chosen, 7, as_typed=True, read_operator=read_operator)
    assert (query.text, query.chosen, query.limit, query.as_typed) == (text, chosen, 7, True)
    end = 0
    for piece in query.pieces:
        assert end <= piece.start < piece.end <= len(text)
        end = piece.end
        assert piece.words
        assert (piece.role is Role.NARROWING) == (piece.narrowing is not None)
        for word in piece.words:
            assert word
            assert word == fold(word)
            assert not set(word) & set("\"'*^:()_- \t\n")
