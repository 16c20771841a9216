"""What is asked for in the search view, as it stands in an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop.domain.browsing import Facet
from desktop.domain.queries import Piece, SearchQuery
from desktop.sheets.search.operators import NARROWING, Operators
from desktop.sheets.search.parts import Chip, Offer
from desktop.ui.frame.navigation import Address

# The filter of an address in which no word is taken for a slip of the pen.
AS_TYPED = ("spelling", "typed")


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that were typed, the facets that are chosen besides, and whether words are meant
    just as they were typed.
    """

    text: str = ""
    chosen: tuple[tuple[Facet, str], ...] = ()
    as_typed: bool = False

    @classmethod
    def of(cls, address: Address) -> Asked:
        """What an address asks for; what is no filter of a search is left out."""
        return cls(address.query, tuple(_chosen(address.filters)), AS_TYPED in address.filters)

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The same as the filters of an address."""
        chosen = tuple((facet.value, value) for facet, value in self.chosen)
        return (*chosen, AS_TYPED) if self.as_typed else chosen

    def query(self, operators: Operators) -> SearchQuery:
        """The same as a question to the library."""
        return SearchQuery.parse(
            self.text, self.chosen, as_typed=self.as_typed, read_operator=operators.read
        )

    def offered(self, offer: Offer) -> Asked:
        """What an offer asks for instead."""
        return Asked(offer.query, () if offer.widened else self.chosen, offer.as_typed)

    def narrowed(self, facet: Facet, value: str) -> Asked:
        """The same, narrowed by one more value of a facet."""
        return replace(self, chosen=(*self.chosen, (facet, value)))


def without(asked: Asked, query: SearchQuery, chips: Iterable[Chip]) -> Asked:
    """What was asked for but for what some chips narrow it by; `query` is how it was read."""
    gone = [chip.chosen for chip in chips if chip.chosen]
    pieces = [chip.piece for chip in chips if chip.piece]
    chosen = tuple(each for each in asked.chosen if each not in gone)
    return replace(asked, text=_text_without(query, pieces), chosen=chosen)


def widened(asked: Asked, query: SearchQuery, facet: Facet, value: str) -> Asked:
    """What was asked for but for one value of a facet, whether it was chosen or typed."""
    pieces = [piece for piece in query.pieces if piece.narrowing == (facet, value)]
    chosen = tuple(each for each in asked.chosen if each != (facet, value))
    return replace(asked, text=_text_without(query, pieces), chosen=chosen)


def retyped(here: Address, text: str) -> Address:
    """Where typing leads from an address of the search.

    What is chosen stays while one goes on with a query; who begins another one asks anew.
    """
    before = Asked.of(here)
    chosen = before.chosen if _goes_on(text, before.text) else ()
    return Address(here.view, query=text, filters=Asked(text, chosen).filters)


def _goes_on(text: str, before: str) -> bool:
    """Whether a text is another one changed: something of that is left in it."""
    if not text or not before:
        return bool(text)
    return text[0] == before[0] or text[-1] == before[-1]


def _chosen(filters: Iterable[tuple[str, str]]) -> Iterator[tuple[Facet, str]]:
    known = {facet.value: facet for facet in NARROWING}
    return ((known[name], value) for name, value in filters if name in known)


def _text_without(query: SearchQuery, pieces: Iterable[Piece]) -> str:
    """What was typed but for some of its pieces."""
    text = query.text
    # From the last on, so that those before keep their places.
    for piece in sorted(pieces, key=lambda piece: piece.start, reverse=True):
        text = replace(query, text=text).text_without(piece)
    return text
