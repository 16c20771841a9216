"""A snippet shows why a text matched."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.queries import fold, words_of
from desktop.domain.snippets import snippet

# Few letters, so that words often match; some that fold to more letters than they are.
TEXTS = st.text(st.sampled_from("ab eé œß-,.\n  "), max_size=600)
WORDS = st.lists(st.text(st.sampled_from("abeos"), min_size=1, max_size=3), max_size=3)
LONG = " ".join(f"word{number}" for number in range(200))


@given(st.one_of(TEXTS, st.text()), WORDS, st.integers(10, 200))
def test_marks_lie_on_whole_matching_words(text: str, words: list[str], width: int):
    found = snippet(text, words, width)
    whole = {match.span() for match in re.finditer(r"\w+", found.text)}
    for start, end in found.marks:
        assert (start, end) in whole
        folded = fold(found.text[start:end])
        assert any(folded.startswith(word) for word in words)
    assert list(found.marks) == sorted(found.marks)


@given(TEXTS, WORDS, st.integers(10, 200))
@example("a" * 100 + ",b" + "c" * 300, ["bc"], 50)
@example("x," * 200 + "bee and more words after it" * 10, ["bee"], 160)
@example("a" * 300 + " b", ["aa"], 50)
def test_a_matching_word_is_always_shown(text: str, words: list[str], width: int):
    matches = any(
        word == sought or (len(sought) > 1 and word.startswith(sought))
        for part in re.findall(r"\w+", text)
        for word in [fold(part)]
        for sought in words
    )
    assert bool(snippet(text, words, width).marks) == matches


@given(TEXTS, WORDS, st.integers(10, 200))
def test_ellipses_stand_where_text_was_left_out_and_nowhere_else(
    text: str, words: list[str], width: int
):
    found = snippet(text, words, width).text
    inner = found.removeprefix("… ").removesuffix(" …")
    assert inner in text
    assert found.startswith("… ") or text.startswith(inner)
    assert found.endswith(" …") or text.endswith(inner)
    if len(text) <= width and not words:
        assert found == text


@given(st.lists(st.text(st.sampled_from("abcde"), min_size=1, max_size=9)), WORDS)
def test_only_whole_words_are_shown(parts: list[str], words: list[str]):
    shown = snippet(" ".join(parts), words, width=40).text
    assert set(shown.split()) - {"…"} <= set(parts)


def test_the_piece_is_about_as_wide_as_asked_and_holds_the_match():
    found = snippet(LONG, ["word150"])
    assert found.text.startswith("… ")
    assert found.text.endswith(" …")
    assert 120 <= len(found.text) <= 164
    ((start, end),) = found.marks
    assert found.text[start:end] == "word150"


def test_a_text_that_matched_in_another_language_shows_its_beginning():
    found = snippet(LONG, ["prevention"])
    assert found.marks == ()
    assert found.text.startswith("word0 word1 ")
    assert found.text.endswith(" …")


def test_a_single_letter_marks_only_itself():
    assert snippet("R&D in a region", ["r", "d"]).marks == ((0, 1), (2, 3))


def test_accents_and_ligatures_do_not_hide_a_match():
    text = "Prévention et cœur"
    assert snippet(text, words_of("PREVENT coeur")).marks == ((0, 10), (14, 18))
