"""Texts as they are set: only spaces change, and places to break are added."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.one_page.paper.setting import plain_text, set_text
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
        ("sheet – Belgium", "en", "sheet – Belgium"),
        ("one", "en", "one"),
        ("see par. 13; not no. 4", "en", "see par.\u00a013; not no.\u00a04"),
        ("under Action 5: what is new there", "en", "under Action\u00a05: what is new\u00a0there"),
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
    assert set_text("jusqu’à 230 millions d’euros", "fr", 7) == "jusqu’à 230\u00a0millions d’euros"
    assert set_text("about 5 researchers of it", "en", 6) == "about 5 researchers of\u00a0it"


def test_spaces_that_hold_too_much_together_are_let_go() -> None:
    fixed = "\u00a0".join(["word"] * 12)
    assert set_text(fixed, "en") == fixed.replace("\u00a0", " ")
    # No line begins with a closing mark unless it is told that it may.
    assert set_text(" ".join([":"] * 60), "fr") == " \u200b".join([":"] * 60)


def test_only_long_words_are_hyphenated() -> None:
    assert set_text("een geneesmiddelenonderzoek in de kliniek", "nl") == (
        ("een ", "plain"),
        ("geneesmiddelenonderzoek", "long"),
        (" in de\u00a0kliniek", "plain"),
    )


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("from 2014–2020 on", ["2014–2020"]),
        ("het (NIB-Z) en e-health, samen", ["(NIB-Z)", "e-health,"]),
        ("an organ-on-chip and Cell-Based work", ["organ-on-chip", "Cell-Based"]),
        ("partage avec les Pays-Bas et les pays", ["Pays-Bas"]),
        ("a well-established one-page sheet", ["one-page"]),
        ("RegMed XB/VL does", ["XB/VL"]),
        ("EU-samenwerkingsverbanden bestaan", []),
        ("", []),
    ],
)
def test_short_ends_stay_with_their_hyphen(text: str, held: list[str]) -> None:
    runs = set_text(text, "nl")
    found = [] if isinstance(runs, str) else [run for run, form in runs if form == "held"]
    assert found == held


def test_a_long_word_behind_a_short_one_may_be_hyphenated() -> None:
    runs = set_text("EU-samenwerkingsverbanden", "nl")
    assert runs == (("EU-", "plain"), ("samenwerkingsverbanden", "long"))


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("W" * 16, "en"),
        ("WETENSCHAPSBELEID", "nl"),
        ("mmmmmmmmmmm", "nl"),
        ("verzekering2030plan", "nl"),
        ("prévéntivémentyyy", "en"),
        ("r" * 32, "fr"),
    ],
)
def test_what_no_dictionary_breaks_may_break_anywhere(word: str, language: str) -> None:
    assert plain_text(set_text(word, language)) == "\u200b".join(word)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("geneesmiddelenonderzoek,", "nl"),
        ("d’approvisionnement", "fr"),
        ("(«indépendamment».", "fr"),
        ("Entrepreneurship", "en"),
        ("onderzoekers", "nl"),
        ("WERELD", "nl"),
    ],
)
def test_what_a_dictionary_breaks_or_fits_stays_whole(word: str, language: str) -> None:
    assert plain_text(set_text(word, language)) == word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("voorbeeld.gezondheid.example", "voorbeeld.|gezondheid.|example"),
        ("gezondheids(zorg)sector", "gezondheids|(zorg)|sector"),
        ("trainingsprogramma’s,", "trainingsprogramma’s,"),
    ],
)
def test_a_word_with_marks_in_it_breaks_at_them(word: str, expected: str) -> None:
    assert plain_text(set_text(word, "nl")) == expected.replace("|", "\u200b")


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="ﬀﬁﬂﬃﬄﬅﬆ")))
def test_no_letter_is_lost(text: str) -> None:
    for language in ("nl", "fr", "en"):
        assert squeezed(plain_text(set_text(text, language))) == squeezed(text)
