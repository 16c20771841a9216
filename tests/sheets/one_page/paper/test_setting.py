"""Texts as they are set: only spaces change, and places to break are added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.one_page.paper.setting import set_text
from tests.sheets.one_page.sheets import squeezed


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Deux points : oui", "fr", "Deux points\u202f:\u00a0oui"),
        ("«\u00a0Oui\u00a0» et non", "fr", "«\u202fOui\u202f» et\u00a0non"),
        ("plus de 10 % du total des biens", "fr", "plus de 10\u202f% du total des\u00a0biens"),
        ("Two points : yes", "en", "Two points :\u00a0yes"),
        ("on 3 December and so forth", "en", "on 3\u00a0December and so\u00a0forth"),
        ("€13.2 million in new support", "en", "€13.2\u00a0million in new\u00a0support"),
        ("in 2021 only a few were known", "en", "in 2021 only a few were\u00a0known"),
        ("from 2014–2020 on", "en", "from 2014–\u20602020\u00a0on"),
        ("sheet – Belgium", "en", "sheet – Belgium"),
        ("one", "en", "one"),
        ("see par. 13; not no. 4", "en", "see par.\u00a013; not no.\u00a04"),
        (
            "in de buurt van € 2,9 miljard euro",
            "nl",
            "in de buurt van € 2,9\u00a0miljard\u00a0euro",
        ),
        ("", "en", ""),
        ("a ﬁne day it was", "en", "a fine day it\u00a0was"),
    ],
)
def test_spaces_hold_together_what_belongs_together(
    text: str, language: str, expected: str
) -> None:
    assert set_text(text, language) == expected


def test_no_run_grows_longer_than_its_column_may_be() -> None:
    assert set_text("jusqu’à 230 millions d’euros", "fr", 12) == "jusqu’à 230\u00a0millions d’euros"
    assert set_text("about 5 researchers of it", "en", 10) == "about 5 researchers of\u00a0it"


def test_only_long_words_are_hyphenated() -> None:
    plain, long, rest = set_text("een geneesmiddelenonderzoek in de kliniek", "nl")
    assert (plain, long) == ("een ", "geneesmiddelenonderzoek")
    assert rest == " in de\u00a0kliniek"


def test_what_no_dictionary_breaks_may_break_anywhere() -> None:
    assert "".join(set_text("WWWWWWWWWWWWWWWW", "en")) == "\u200b".join("W" * 16)


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="ﬀﬁﬂﬃﬄﬅﬆ")))
def test_no_letter_is_lost(text: str) -> None:
    for language in ("nl", "fr", "en"):
        assert squeezed("".join(set_text(text, language))) == squeezed(text)
