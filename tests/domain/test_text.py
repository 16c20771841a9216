"""A text is the same thing in several languages, and cannot be changed."""

from __future__ import annotations

import pytest

from desktop.domain.text import Text


def test_a_text_gives_the_wording_of_each_language_in_order():
    text = Text({"nl": "Vlaanderen", "fr": "Flandre", "en": "Flanders"})
    assert text["fr"] == "Flandre"
    assert list(text) == ["nl", "fr", "en"]
    assert len(text) == 3


def test_a_language_that_is_not_there_is_an_error_and_no_fallback():
    with pytest.raises(KeyError):
        Text({"nl": "Vlaanderen"})["en"]


def test_equal_texts_are_one_value_whatever_the_order_of_languages():
    one, other = Text({"nl": "a", "en": "b"}), Text({"en": "b", "nl": "a"})
    assert one == other
    assert len({one, other}) == 1
    assert one != Text({"nl": "a", "en": "c"})


def test_a_text_keeps_its_own_copy_and_takes_no_change():
    source = {"nl": "a"}
    text = Text(source)
    source["nl"] = "b"
    assert text["nl"] == "a"
    with pytest.raises(TypeError):
        text["nl"] = "b"  # type: ignore[index]
