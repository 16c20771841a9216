"""The order of a sheet goes into a file and comes back the same."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from desktop.domain.records import Pillar
from desktop.domain.sheet_order_format import plain_order, read_order
from desktop.domain.sheet_orders import MISSION, Layout, Mission, SheetOrder

MISSIONS = (
    Mission(),
    Mission(
        place="place/flanders",
        pillar=Pillar.TRADE,
        theme="theme/health",
        figures=("figure/b", "figure/a"),
        note="Vraag naar “RegMed”.\n\tEn dan?",
        audience="Hare Excellentie",
        day=datetime.date(2027, 3, 15),
        items=("programme/x", "person/y"),
    ),
)
ORDERS = (
    SheetOrder("place/belgium", ("nl",)),
    SheetOrder("place/belgium", ("nl", "fr"), Layout.BESIDE, frozenset({"open", "chart"})),
    *(SheetOrder(MISSION, ("en",), mission=mission) for mission in MISSIONS),
)


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_comes_back_as_it_was(order: SheetOrder) -> None:
    assert read_order(json.loads(json.dumps(plain_order(order)))) == order


def test_the_same_order_is_written_the_same_way_whatever_its_set_was_made_from() -> None:
    names = [f"block-{number}" for number in range(20)]
    orders = (
        SheetOrder("place/belgium", ("nl",), without=frozenset(each))
        for each in (names, reversed(names))
    )
    first, second = (json.dumps(plain_order(order)) for order in orders)
    assert first == second


WRONG: dict[str, Any] = {
    "nothing": None,
    "no subject": {"subject": None},
    "no language": {"languages": []},
    "a language that is a number": {"languages": [1]},
    "languages that are a text": {"languages": "nl"},
    "a layout that there is not": {"layout": "upside-down"},
    "a mission that is a text": {"mission": "Brussels"},
    "a pillar that there is not": {"mission": {"pillar": "war"}},
    "a day that there is not": {"mission": {"day": "2027-02-30"}},
    "a day that is a number": {"mission": {"day": 5}},
}


@pytest.mark.parametrize("given", WRONG.values(), ids=WRONG.keys())
def test_what_no_order_can_be_is_refused(given: Any) -> None:
    whole = plain_order(ORDERS[0]) | given if isinstance(given, dict) else given
    with pytest.raises(ValueError):  # noqa: PT011 - it says what it met
        read_order(whole)
