"""What is chosen of a sheet, in addresses and in orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.sheet_orders import MISSION, Layout, Mission
from desktop.ui.frame.addresses import filters_in, filters_text
from desktop.ui.sheets.choice import SUBJECT, SheetChoice, choice_in

CODES = ("en", "fr", "nl")

choices = st.builds(
    SheetChoice,
    subject=st.sampled_from((MISSION, "place/belgium", "programme/regmed-xb")),
    language=st.sampled_from(("", *CODES)),
    second=st.sampled_from(("", *CODES)),
    layout=st.sampled_from((Layout.FACES, Layout.BESIDE)),
    without=st.frozensets(st.sampled_from(("summary", "figures", "map", "talking_points"))),
)


@given(choices)
def test_an_address_gives_back_what_it_was_made_from(choice: SheetChoice) -> None:
    address = choice.address
    subject = address.record or dict(address.filters)[SUBJECT]
    read = filters_in(filters_text(address.filters))
    assert choice_in(subject, read, CODES) == choice


@given(choices, st.sampled_from(CODES))
def test_an_order_has_one_language_or_two_different_ones(choice: SheetChoice, window: str) -> None:
    order = choice.order(window, Mission())
    assert len(set(order.languages)) == len(order.languages) <= 2
    assert order.languages[0] == (choice.language or window)
    assert (order.layout is Layout.SINGLE) == (len(order.languages) == 1)
    assert (order.mission is None) == (choice.subject != MISSION)


@pytest.mark.parametrize(
    "pair",
    [("second", "xx"), ("layout", "single"), ("layout", "?"), ("language", ""), ("year", "1")],
)
def test_what_is_not_known_is_passed_over(pair: tuple[str, str]) -> None:
    assert choice_in("place/belgium", [pair], CODES) == SheetChoice("place/belgium")


def test_another_subject_begins_with_all_of_its_contents() -> None:
    choice = SheetChoice("place/belgium", second="fr", without=frozenset({"summary"}))
    assert choice.about("place/belgium") == choice
    assert choice.about(MISSION) == SheetChoice(MISSION, second="fr")
