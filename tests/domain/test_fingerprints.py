"""A fingerprint holds what a citation can be checked with, and no sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.fingerprints import (
    fingerprint,
    normalise,
    number_words_in,
    numbers_in,
    paragraphs,
)

WORDS = st.lists(
    st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1), min_size=1
)
GAPS = st.sampled_from([" ", "  ", "\n", "\t", " \n ", "\u00a0", "\r\n"])


def numbers(text: str, language: str) -> list[str]:
    return [str(number) for number in numbers_in(text, language)]


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n\n", "\n \t\n", "\r\n\r\n", "\n\u00a0\n"])
def test_blank_lines_part_paragraphs(gap: str):
    assert paragraphs(f"One\nstill one{gap}Two") in (
        ["One\nstill one", "Two"],
        ["One\r\nstill one", "Two"],
    )


def test_blank_lines_at_the_ends_make_no_paragraph():
    assert paragraphs("\n\n  \nOne\n\nTwo\n \n\n") == ["One", "Two"]
    assert paragraphs("\n \n") == []
    assert paragraphs("") == []


@given(st.lists(WORDS.map(" ".join), min_size=1))
def test_paragraphs_come_back_as_they_were_joined(parts: list[str]):
    assert paragraphs("\n\n".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "english", "dutch"),
    [
        ("2.5", ["2.5"], ["2", "5"]),
        ("2,5", ["2", "5"], ["2.5"]),
        ("1,000", ["1000"], ["1.000"]),
        ("1.000", ["1.000"], ["1000"]),
        ("1,234,567.89", ["1234567.89"], ["1", "234", "567", "89"]),
        ("1.234.567,89", ["1", "234", "567", "89"], ["1234567.89"]),
        ("2013-2018 and 2019–2021", ["2013", "2018", "2019", "2021"], None),
        ("02.08.2023", ["2", "8", "2023"], None),
        ("14/07/2020", ["14", "7", "2020"], None),
        ("COVID-19, 10%, €56", ["19", "10", "56"], None),
        ("In 2020. Then 5, or 6.", ["2020", "5", "6"], None),
        ("１２", ["12"], None),
        ("20 000 people", ["20", "0", "20000"], None),
        ("1 234 567", ["1", "234", "567", "1234567"], None),
        ("in 2019 230 firms, 20 0001", ["2019", "230", "20", "1"], None),
        ("none", [], None),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(
    text: str, english: list[str], dutch: list[str] | None
):
    assert [str(Decimal(number)) for number in numbers(text, "en")] == english
    assert numbers(text, "nl") == (english if dutch is None else dutch)


@given(
    st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["between", "", "(about)"])
)
def test_a_number_is_read_back_as_it_is_written(value: Decimal, before: str):
    english = f"{before} {value:,.2f} and more"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert numbers_in(english, "en") == (value,)
    assert numbers_in(dutch, "nl") == (value,)


@given(st.text(), st.sampled_from(["en", "nl"]))
def test_numbers_can_be_looked_for_in_any_text(text: str, language: str):
    found = (*numbers_in(text, language), *number_words_in(text, language))
    assert all(number >= 0 for number in found)


def test_number_words_from_two_on_and_their_ordinals_count():
    assert number_words_in("Two hubs, the third of TWELVE; one of a kind", "en") == (2, 3, 12)
    assert number_words_in("Een tweede hub en vier van de elf", "nl") == (2, 4, 11)
    assert number_words_in("Dertien bedrijven, twintig en één miljoen", "nl") == (13, 20, 1)
    assert number_words_in("often a tenant, someone eleventh-hour", "en") == (11,)


def test_a_fingerprint_numbers_its_paragraphs_and_names_each_number_once():
    found = fingerprint("Two of 2 in 2020\n\n2020 and 2,500", "en")
    assert [each.paragraph for each in found] == [1, 2]
    assert found[0].numbers == (2, 2020)
    assert found[1].numbers == (2020, 2500)


def test_a_fingerprint_holds_no_word_of_the_text():
    (found,) = fingerprint("Confidential sentence of 2020", "en")
    assert len(found.hash) == 16
    assert set(found.hash) <= set("0123456789abcdef")


@given(WORDS, st.data())
def test_the_hash_overlooks_case_and_white_space(words: list[str], data: st.DataObject):
    spaced = words[0] + "".join(data.draw(GAPS) + word for word in words[1:])
    (plain,) = fingerprint(" ".join(words), "en")
    (other,) = fingerprint(f" {spaced.swapcase()} ", "en")
    assert plain.hash == other.hash


def test_the_hash_overlooks_the_unicode_form():
    assert normalise("pre\u0301vention \ufb01n") == normalise("Pr\u00e9vention  fin")


@given(WORDS, WORDS)
def test_other_words_give_another_hash(one: list[str], other: list[str]):
    same_words = normalise(" ".join(one)) == normalise(" ".join(other))
    (first,) = fingerprint(" ".join(one), "en")
    (second,) = fingerprint(" ".join(other), "en")
    assert (first.hash == second.hash) == same_words
