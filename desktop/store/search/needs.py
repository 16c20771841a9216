"""What a query needs of a record: for each word the ways in which a text may have it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.store.search.weights import LEAST_RARITY, Form

# Each way costs time in the index. Where so many records have a word in the nearer forms, the
# farther ones change nothing among the first results: in a library of a thousand all stay.
_PLENTY = 2000
_MOST_WAYS = 32
# The forms that tell how rare the word itself is.
_OWN_FORMS = frozenset({Form.EXACT, Form.STEM, Form.BEGINNING, Form.SLIP})


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet a need: a text has all of the words, or a word that begins so.

    Of a FACT the word is a term of a facet.
    """

    words: tuple[str, ...]
    form: Form
    is_beginning: bool = False


@dataclass(slots=True)
class Need:
    """A typed word, the ways to meet it (the nearest form first), and what it is worth.

    `worth` is near 1 for a word of few records and LEAST_RARITY for one of nearly all. Words that
    mean one thing together have a `share` of it each.
    """

    typed: str
    ways: list[Way] = field(default_factory=list[Way])
    worth: float = 1.0
    share: float = 1.0

    def add(self, way: Way) -> None:
        """One more way, unless the same words are there in a nearer form."""
        if all(
            way.words != other.words or way.is_beginning < other.is_beginning for other in self.ways
        ):
            self.ways.append(way)

    def keep_nearest(self, records: Mapping[str, int]) -> None:
        """Keep the ways of the nearest forms until plenty of records have them, and all facts.

        `records` says how many have a word.
        """
        facts = [way for way in self.ways if way.form is Form.FACT]
        others = sorted(
            (way for way in self.ways if way.form is not Form.FACT), key=lambda way: way.form
        )
        self.ways.clear()
        number = 0
        for way in others[:_MOST_WAYS]:
            if number >= _PLENTY:
                break
            self.ways.append(way)
            number += records.get(way.words[0], 0) if len(way.words) == 1 else 0
        self.ways += facts

    def weigh(self, records: Mapping[str, int], total: int) -> None:
        """Set what it is worth: the rarer the word, the more, as inverse document frequencies."""
        own = [way.words[0] for way in self.ways if way.form in _OWN_FORMS]
        number = max((records.get(word, 0) for word in own), default=0)
        rarity = math.log(total / (1 + number)) / math.log(total)
        self.worth = max(LEAST_RARITY, min(1.0, rarity)) * self.share
