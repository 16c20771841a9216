"""How texts are cut so that each language holds the same."""

from __future__ import annotations

import pytest

from desktop.domain.text import Text
from desktop.sheets.one_page.subject.shortening import chosen, in_step, sentences, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so. It will be.", ["It is so.", "It will be."]),
        (
            "J. Janssens leads. St. Paul and e.g. Leuven.",
            ["J. Janssens leads.", "St. Paul and e.g. Leuven."],
        ),
        ("« Oui. » Non ! Si", ["« Oui. »", "Non !", "Si"]),
        ("Ce l’est. «\u202fOui\u202f» dit-il.", ["Ce l’est.", "«\u202fOui\u202f» dit-il."]),
        ("Steun voor kmo’s. Die is er.", ["Steun voor kmo’s.", "Die is er."]),
        ("On R&D. In 2018.", ["On R&D.", "In 2018."]),
        ("2.5% of 3. then", ["2.5% of 3. then"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_text_is_cut_at_the_same_sentence_in_each_language() -> None:
    text = Text({"nl": "Een 1. Twee twee.", "fr": "Un 1. Deux.", "en": "One 1. Two."})
    # A full stop after a digit ends a sentence too.
    assert shortened(text, 6) == Text({"nl": "Een 1.", "fr": "Un 1.", "en": "One 1."})
    assert shortened(text, 5) is None
    assert shortened(text, 99) == text


def test_a_text_whose_sentences_differ_is_kept_whole() -> None:
    text = Text({"nl": "Een. Twee 2.", "fr": "Un 2. Deux.", "en": "One. Two 2."})
    assert in_step(text) == [text]
    assert shortened(text, 8) is None


def test_the_choice_stops_at_the_first_that_does_not_fit() -> None:
    assert chosen([("a", 3), ("huge", 99), ("b", 3), ("c", 5), ("d", 1)], 10, 9) == ["a", "b"]
    assert chosen([("a", 1), ("b", 1), ("c", 1)], 10, 2) == ["a", "b"]
