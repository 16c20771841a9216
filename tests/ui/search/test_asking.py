"""What is asked for: as an address, and with one thing more or less."""

from __future__ import annotations

import pytest

from desktop.domain.browsing import Facet
from desktop.l10n.language import Language
from desktop.sheets.search.operators import Operators
from desktop.sheets.search.parts import Chip, Offer
from desktop.store.reader import AtlasLibrary
from desktop.ui.frame.navigation import Address
from desktop.ui.search.asking import AS_TYPED, Asked, retyped, widened, without

FLANDERS = (Facet.PLACE, "place/flanders")
PROGRAMME = (Facet.KIND, "programme")


@pytest.fixture
def operators(library: AtlasLibrary, languages: dict[str, Language]) -> Operators:
    return Operators(library, languages["en"], languages["nl"], languages["fr"])


def test_what_is_asked_for_stands_in_the_filters_of_an_address() -> None:
    asked = Asked("zorg", (FLANDERS, PROGRAMME), as_typed=True)
    assert asked.filters == (("place", "place/flanders"), ("kind", "programme"), AS_TYPED)
    assert Asked.of(Address("search", query="zorg", filters=asked.filters)) == asked


def test_what_is_no_filter_of_a_search_is_left_out() -> None:
    filters = (("colour", "red"), ("section", "keyboard"), ("kind", "programme"), ("spelling", "x"))
    assert Asked.of(Address("search", filters=filters)) == Asked(chosen=(PROGRAMME,))


@pytest.mark.parametrize(
    ("before", "text", "stays"),
    [
        ("zorg", "zorg i", True),
        ("zorg", "zor", True),
        ("jobs in flanders", "new jobs in flanders", True),
        ("", "z", True),
        ("zorg", "", False),
        ("zorg", "k", False),
    ],
)
def test_what_is_chosen_stays_while_one_goes_on_with_a_query(
    before: str, text: str, stays: bool
) -> None:
    here = Address("search", "place/ghent", before, (("kind", "programme"), AS_TYPED))
    kept = (("kind", "programme"),) if stays else ()
    assert retyped(here, text) == Address("search", query=text, filters=kept)


def test_a_chip_takes_away_what_it_stands_for(operators: Operators) -> None:
    asked = Asked('zorg in:flanders "clinical trials" -phase', (PROGRAMME,))
    query = asked.query(operators)
    _words, place, exact, minus = query.pieces
    chips = {
        'zorg "clinical trials" -phase': Chip("", "", piece=place),
        "zorg in:flanders -phase": Chip("", "", piece=exact),
        'zorg in:flanders "clinical trials"': Chip("", "", piece=minus),
    }
    for text, chip in chips.items():
        assert without(asked, query, [chip]) == Asked(text, (PROGRAMME,))
    chosen = Chip("", "", chosen=PROGRAMME)
    assert without(asked, query, [chosen]) == Asked(asked.text)
    assert without(asked, query, [*chips.values(), chosen]) == Asked("zorg")


def test_a_value_is_given_up_whether_it_was_chosen_or_typed(operators: Operators) -> None:
    asked = Asked("in:flanders zorg plaats:vlaanderen", (FLANDERS, PROGRAMME))
    assert widened(asked, asked.query(operators), *FLANDERS) == Asked("zorg", (PROGRAMME,))


def test_an_offer_keeps_what_is_chosen_unless_it_offers_more() -> None:
    asked = Asked("preventon", (PROGRAMME,))
    typed = Offer("", "", "preventon", as_typed=True)
    wider = Offer("", "", "prevention", widened=True)
    assert asked.offered(typed) == Asked("preventon", (PROGRAMME,), as_typed=True)
    assert asked.offered(wider) == Asked("prevention")
