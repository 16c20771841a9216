"""A run of six words of a document is found in our texts, and names are forgiven."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.queries import words_of
from desktop.domain.wording import (
    RUN_LENGTH,
    copied_runs,
    hash_run,
    names_index,
    runs_of_document,
)

DOCUMENT = "One two three four five six seven.\n\nEight nine ten."
KNOWN = frozenset(runs_of_document(DOCUMENT))


def test_a_document_has_one_run_a_position_and_none_across_paragraphs() -> None:
    words = ("one", "two", "three", "four", "five", "six", "seven")
    assert {hash_run(words[:6]), hash_run(words[1:])} == KNOWN


def test_a_copied_run_is_found_whatever_its_case_and_punctuation() -> None:
    assert copied_runs(words_of("So: TWO, three four – five six (seven)!"), {}, KNOWN) == [
        ("two", "three", "four", "five", "six", "seven")
    ]


def test_five_words_in_a_row_are_no_quotation() -> None:
    assert copied_runs(words_of("two three four five six"), {}, KNOWN) == []


def test_a_name_breaks_a_run() -> None:
    names = names_index(["three four"])
    assert copied_runs(words_of("two three four five six seven"), names, KNOWN) == []


def test_a_single_word_is_no_name_that_breaks_a_run() -> None:
    names = names_index(["three"])
    assert copied_runs(words_of("two three four five six seven"), names, KNOWN)


def test_the_longest_name_is_taken_out() -> None:
    names = names_index(["one two", "one two three four five six seven"])
    assert copied_runs(words_of("one two three four five six seven"), names, KNOWN) == []


@given(st.lists(st.text("abcde", min_size=1), min_size=RUN_LENGTH, max_size=20))
def test_any_text_of_a_document_is_found_in_itself(words: list[str]) -> None:
    text = " ".join(words)
    known = frozenset(runs_of_document(text))
    assert len(copied_runs(words_of(text), {}, known)) == len(words) - RUN_LENGTH + 1
