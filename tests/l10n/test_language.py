"""Each language writes numbers, money and dates in its own way."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.dates import PartialDate
from desktop.l10n.language import Language, MissingCatalogError, languages_in, system_language

NO_BREAK = "\u00a0\u202f"
AVAILABLE: dict[str, object] = {"en": 1, "fr": 2, "nl": 3}


def plain(text: str) -> str:
    """A text with plain spaces, so that a test can be read; see the test of no-break spaces."""
    return text.translate(dict.fromkeys(map(ord, NO_BREAK), " "))


def test_every_language_names_itself_and_its_territory(languages: dict[str, Language]):
    named = {code: (each.own_name, each.territory_code) for code, each in languages.items()}
    assert named == {
        "en": ("English", "en_GB"),
        "fr": ("Français", "fr_BE"),
        "nl": ("Nederlands", "nl_BE"),
    }


@pytest.mark.parametrize(
    ("value", "dutch", "french", "english"),
    [
        ("2.5", "2,5", "2,5", "2.5"),
        ("0.125", "0,125", "0,125", "0.125"),
        ("40000", "40.000", "40 000", "40,000"),
        ("1234567.89", "1.234.567,89", "1 234 567,89", "1,234,567.89"),
        ("7", "7", "7", "7"),
    ],
)
def test_a_number_keeps_its_digits_and_takes_the_languages_marks(
    languages: dict[str, Language], value: str, dutch: str, french: str, english: str
):
    written = {code: plain(each.number(Decimal(value))) for code, each in languages.items()}
    assert written == {"nl": dutch, "fr": french, "en": english}


@settings(deadline=None)
@given(value=st.decimals(0, 10**12, places=6))
def test_no_digit_of_a_number_is_lost_or_made_up(languages: dict[str, Language], value: Decimal):
    for code, language in languages.items():
        text = plain(language.number(value)).replace(" ", "")
        if code != "en":
            text = text.translate(str.maketrans(",.", ".,"))
        assert Decimal(text.replace(",", "")) == value


def test_a_percentage_stands_as_each_language_has_it(languages: dict[str, Language]):
    written = {code: each.percent(Decimal("2.5")) for code, each in languages.items()}
    assert written == {"nl": "2,5%", "fr": "2,5\u202f%", "en": "2.5%"}
    assert languages["en"].percent(10) == "10%"
    assert languages["en"].percent(Decimal("0.07")) == "0.07%"


@pytest.mark.parametrize(
    ("value", "scale", "dutch", "french", "english"),
    [
        ("56", "billion", "€ 56 miljard", "56 milliards d’euros", "€56 billion"),
        ("1", "billion", "€ 1 miljard", "1 milliard d’euros", "€1 billion"),
        ("1.5", "billion", "€ 1,5 miljard", "1,5 milliard d’euros", "€1.5 billion"),
        ("2", "billion", "€ 2 miljard", "2 milliards d’euros", "€2 billion"),
        ("230", "million", "€ 230 miljoen", "230 millions d’euros", "€230 million"),
        ("1", "million", "€ 1 miljoen", "1 million d’euros", "€1 million"),
        ("40", "thousand", "€ 40 duizend", "40 mille euros", "€40 thousand"),
        ("30", "one", "€ 30", "30 €", "€30"),
        ("1250000", "one", "€ 1.250.000", "1 250 000 €", "€1,250,000"),
        ("2.5", "one", "€ 2,50", "2,50 €", "€2.50"),
    ],
)
def test_money_is_written_with_the_scale_word_of_its_source(
    languages: dict[str, Language], value: str, scale: str, dutch: str, french: str, english: str
):
    written = {code: each.money(Decimal(value), scale) for code, each in languages.items()}
    assert {code: plain(text) for code, text in written.items()} == {
        "nl": dutch,
        "fr": french,
        "en": english,
    }


@pytest.mark.parametrize("scale", ["one", "thousand", "million", "billion"])
def test_no_line_may_break_between_an_amount_and_its_unit(
    languages: dict[str, Language], scale: str
):
    assert languages["nl"].money(Decimal(56), scale)[1] in NO_BREAK
    assert languages["fr"].money(Decimal(56), scale)[2] in NO_BREAK
    assert languages["fr"].percent(10)[2] in NO_BREAK
    assert languages["fr"].number(40_000)[2] in NO_BREAK


@pytest.mark.parametrize(
    ("date", "dutch", "french", "english"),
    [
        ("2018", "2018", "2018", "2018"),
        ("2022-09", "september 2022", "septembre 2022", "September 2022"),
        ("2020-07-14", "14 juli 2020", "14 juillet 2020", "14 July 2020"),
        ("2023-08-02", "2 augustus 2023", "2 août 2023", "2 August 2023"),
        ("2021-01-01", "1 januari 2021", "1er janvier 2021", "1 January 2021"),
        ("2021-12-11", "11 december 2021", "11 décembre 2021", "11 December 2021"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    languages: dict[str, Language], date: str, dutch: str, french: str, english: str
):
    written = {code: each.date(PartialDate.parse(date)) for code, each in languages.items()}
    assert written == {"nl": dutch, "fr": french, "en": english}


def test_items_are_listed_with_the_languages_own_and(languages: dict[str, Language]):
    listed = {code: each.listed(["a", "b", "c"]) for code, each in languages.items()}
    assert listed == {"nl": "a, b en c", "fr": "a, b et c", "en": "a, b and c"}


def test_items_of_which_each_may_hold_are_listed_with_the_languages_own_or(
    languages: dict[str, Language],
):
    listed = {code: each.either(["a", "b", "c"]) for code, each in languages.items()}
    assert listed == {"nl": "a, b of c", "fr": "a, b ou c", "en": "a, b or c"}
    assert languages["en"].either(["a"]) == "a"


def test_words_are_sorted_as_a_dictionary_has_them(languages: dict[str, Language]):
    words = ["zorg", "Économie", "eau", "œuvre", "opera"]
    for language in languages.values():
        assert sorted(words, key=language.sort_key) == ["eau", "Économie", "œuvre", "opera", "zorg"]


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "fr_BE@euro"}, "fr"),
        ({"LANG": "nl"}, "nl"),
        ({"LANG": "NL-be"}, "nl"),
        ({"LC_ALL": "fr_BE.UTF-8", "LANG": "nl_BE.UTF-8"}, "fr"),
        ({"LC_MESSAGES": "fr_FR", "LANG": "nl_BE"}, "fr"),
        ({"LC_ALL": "", "LANG": "nl_BE"}, "nl"),
        ({"LANGUAGE": "fr:nl", "LC_ALL": "nl_BE.UTF-8"}, "fr"),
        ({"LANGUAGE": "de:nl:fr", "LANG": "de_DE"}, "nl"),
        ({"LANGUAGE": "", "LANG": "nl_BE"}, "nl"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "nl_BE"}, "en"),
        ({"LC_ALL": "C", "LANG": "nl_BE"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "nlx"}, "en"),
        ({"LANG": "…"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_language_is_the_first_that_there_is(environment: dict[str, str], code: str):
    assert system_language(AVAILABLE, environment) == code


def test_a_language_that_is_added_is_found_as_well():
    assert system_language({**AVAILABLE, "de": 4}, {"LANG": "de_BE.UTF-8"}) == "de"


def test_a_folder_without_catalogs_is_a_fault_of_the_build(tmp_path: Path):
    with pytest.raises(MissingCatalogError):
        languages_in(tmp_path)
    with pytest.raises(MissingCatalogError):
        languages_in(tmp_path / "none")


def test_what_no_catalog_translates_stays_as_the_program_says_it(languages: dict[str, Language]):
    for language in languages.values():
        assert language.gettext("Said nowhere: {path}") == "Said nowhere: {path}"
        assert language.ngettext("{n} thing", "{n} things", 2) == "{n} things"


def test_plurals_go_by_each_languages_rule(languages: dict[str, Language]):
    forms = {
        code: [
            plain(each.ngettext("{number} year", "{number} years", number).format(number=number))
            for number in (0, 1, 2)
        ]
        for code, each in languages.items()
    }
    assert forms == {
        "nl": ["0 jaar", "1 jaar", "2 jaar"],
        "fr": ["0 an", "1 an", "2 ans"],
        "en": ["0 years", "1 year", "2 years"],
    }


def test_the_systems_own_wishes_count_where_the_environment_is_silent():
    assert system_language(AVAILABLE, {}, ["de-DE", "nl-BE", "fr-BE"]) == "nl"
    assert system_language(AVAILABLE, {"LANG": "en_GB.UTF-8"}, ["nl-BE"]) == "en"
    assert system_language(AVAILABLE, {"LANG": "C"}, ["nl-BE"]) == "en"
    assert system_language(AVAILABLE, {}, []) == "en"
