"""Compounds are split into words that are there, with what Dutch puts between them."""

from __future__ import annotations

import pytest

from desktop.store.search.compounds import parts_of

LINKERS = ("s", "e", "en", "er", "n")
DUTCH = frozenset(
    ("zorg", "innovatie", "gezondheid", "gezond", "data", "platform", "onderzoek", "bio", "bank")
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("zorginnovatie", ("zorg", "innovatie")),
        ("gezondheidsdata", ("gezondheid", "data")),
        ("gezondheidsdataplatform", ("gezondheid", "data", "platform")),
        ("biobank", ("bio", "bank")),
        ("onderzoek", ()),
        ("innovatieve", ()),
        ("data", ()),
        ("zorg2innovatie", ()),
    ],
)
def test_a_compound_is_split_into_as_few_words_as_possible(word: str, parts: tuple[str, ...]):
    assert parts_of(word, DUTCH, LINKERS) == parts


def test_a_language_without_linkers_has_its_parts_side_by_side():
    assert parts_of("gezondheidsdata", DUTCH, ()) == ()
    assert parts_of("healthcare", {"health", "care"}, ()) == ("health", "care")
