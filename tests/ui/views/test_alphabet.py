"""Organisations, people and the glossary stand in the order of the alphabet, letter by letter."""

from __future__ import annotations

import pytest

from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui.lists.row_model import ID_ROLE
from tests.conftest import LANGUAGES
from tests.ui.lists.browsing import Start, column, go, headings


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("key", ["organisations", "people", "glossary"])
def test_names_stand_in_the_order_of_the_alphabet(
    start: Start, languages: dict[str, Language], code: str, key: str
) -> None:
    model = go(start(code), key).model
    titles = column(model, 0)
    assert len(titles) > 10
    assert titles == sorted(titles, key=languages[code].sort_key)


@pytest.mark.parametrize("key", ["organisations", "people", "glossary"])
def test_each_letter_is_a_heading_with_its_number(
    start: Start, languages: dict[str, Language], key: str
) -> None:
    model = go(start("fr"), key).model
    letter, left = "", 0
    for row in range(model.rowCount()):
        text = model.index(row, 0).data()
        if model.is_heading(row):
            assert left == 0
            letter, _space, number = text.partition(" (")
            left = int(number.rstrip(")"))
        else:
            left -= 1
            first = languages["fr"].sort_key(text)[0][0].upper()
            assert first == letter or (letter == "0–9" and first.isdigit())
    assert left == 0
    letters = [heading.partition(" (")[0] for heading in headings(model)]
    assert len(set(letters)) == len(letters) > 4


def test_a_person_has_the_role_and_its_date(start: Start, library: AtlasLibrary) -> None:
    view = go(start("nl"), "people")
    for row in range(view.model.rowCount()):
        if not view.model.is_heading(row):
            details = library.get(view.model.index(row, 0).data(ID_ROLE)).details
            assert view.model.index(row, 2).data() == getattr(details, "role", {})["nl"]


def test_an_abbreviation_says_what_it_stands_for(start: Start, library: AtlasLibrary) -> None:
    view = go(start("en"), "glossary", type="abbreviation")
    assert set(column(view.model, 1)) == {"Abbreviation"}
    said = {text for text in column(view.model, 2) if text}
    assert len(said) > 40
