"""A snippet shows why a text matched."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.folding import fold, words_of
from desktop.domain.snippets import Sought, snippet

# Few letters, so that words often match; some that fold to more letters than they are.
TEXTS = st.text(st.sampled_from("ab eé œß-,.\n  "), max_size=600)
WORDS = st.lists(st.text(st.sampled_from("abeos"), min_size=1, max_size=3), max_size=3)
PIECES = st.builds(
    Sought, st.frozensets(st.text(st.sampled_from("abeos"), max_size=3)), WORDS.map(tuple)
)
LONG = " ".join(f"word{number}" for number in range(200))


def beginning(*words: str) -> Sought:
    return Sought(frozenset(), words)


@given(st.one_of(TEXTS, st.text()), PIECES, st.integers(10, 200))
def test_marks_lie_on_whole_matching_words(text: str, sought: Sought, width: int):
    found = snippet(text, sought, width)
    whole = {match.span() for match in re.finditer(r"\w+", found.text)}
    for start, end in found.marks:
        assert (start, end) in whole
        folded = fold(found.text[start:end])
        assert folded in sought.words or folded.startswith(sought.beginnings)
    assert list(found.marks) == sorted(found.marks)


@given(TEXTS, PIECES, st.integers(10, 200))
@example("a" * 100 + ",b" + "c" * 300, beginning("bc"), 50)
@example("x," * 200 + "bee and more words after it" * 10, beginning("bee"), 160)
@example("a" * 300 + " b", beginning("aa"), 50)
def test_a_matching_word_is_always_shown(text: str, sought: Sought, width: int):
    matches = any(
        word in sought.words or any(word.startswith(part) for part in sought.beginnings)
        for word in map(fold, re.findall(r"\w+", text))
    )
    assert bool(snippet(text, sought, width).marks) == matches


@given(TEXTS, PIECES, st.integers(10, 200))
def test_ellipses_stand_where_text_was_left_out_and_nowhere_else(
    text: str, sought: Sought, width: int
):
    found = snippet(text, sought, width).text
    inner = found.removeprefix("… ").removesuffix(" …")
    assert inner in text
    assert found.startswith("… ") or text.startswith(inner)
    assert found.endswith(" …") or text.endswith(inner)
    if len(text) <= width and sought == Sought(frozenset()):
        assert found == text


@given(st.lists(st.text(st.sampled_from("abcde"), min_size=1, max_size=9)), PIECES)
def test_only_whole_words_are_shown(parts: list[str], sought: Sought):
    shown = snippet(" ".join(parts), sought, width=40).text
    assert set(shown.split()) - {"…"} <= set(parts)


def test_the_piece_is_about_as_wide_as_asked_and_holds_the_match():
    found = snippet(LONG, beginning("word150"))
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    assert 120 <= len(found.text) <= 164
    ((start, end),) = found.marks
    assert found.text[start:end] == "word150"


def test_a_text_that_matched_in_another_language_shows_its_beginning():
    found = snippet(LONG, beginning("prevention"))
    assert found.marks == ()
    assert found.text.startswith("word0 word1 ")
    assert found.text.endswith(" …")


def test_whole_words_mark_only_themselves_and_beginnings_all_that_begin_so():
    text = "R&D in a region"
    assert snippet(text, Sought(frozenset({"r", "d"}))).marks == ((0, 1), (2, 3))
    assert snippet(text, beginning("r")).marks == ((0, 1), (9, 15))


def test_where_there_are_several_matches_the_piece_holds_most_of_them():
    text = f"alpha {LONG} alpha beta {LONG}"
    found = snippet(text, Sought(frozenset({"alpha", "beta"})))
    assert "alpha beta" in found.text


def test_accents_and_ligatures_do_not_hide_a_match():
    text = "Prévention et cœur"
    assert snippet(text, beginning(*words_of("PREVENT coeur"))).marks == ((0, 10), (14, 18))
