"""Which records may be the best ones: read from the index, the most important first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.store.search.expressions import Narrowing, any_of
from desktop.store.search.needs import Need
from desktop.store.search.vocabulary import Rows
from desktop.store.search.weights import Form

_HEADINGS, _TEXTS = "heading", "content"
# So many of each are ranked.
MOST_BY_HEADING = 80
MOST_BY_TEXT = 120
# With fewer records that have all words, those that lack some come after them.
ENOUGH = 20
MOST_PARTIAL = 80
# Of the records that have a word so many are looked at: all, in a library of a thousand.
_MOST_OF_NEED = 1500
# A word in a heading counts more than one in a text.
_OF_HEADING = 1.5
# Leaving out one word each, of so many at most.
_MOST_LEFT_OUT = 4
_MOST_LACKING_ONE = 30
# Whether exact words are neighbours is seen only in the entries, of so many.
_MOST_EXACT = 2000
# Counting all of a million matches would take longer than finding the best.
MOST_COUNTED = 200
# The values of facets are counted when somebody asks for them.
_MOST_WITH_FACETS = 5000


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of the records to rank.

    `whole` is how many records have all that is needed, counted up to MOST_COUNTED at least.
    """

    numbers: Sequence[int]
    whole: int


class Candidates:
    """Reads the index. `rows` runs SQL and gives all rows back."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(
        self, needs: Sequence[Need], narrowing: Narrowing, limit: int, *, is_exact: bool
    ) -> Found:
        """The records to rank: those with all words, and where they are few, those with most.

        At least `limit` of them, if there are so many. `is_exact`: many of them will not fit, so
        more are wanted.
        """
        groups = [any_of(need.ways) for need in needs]
        every = narrowing.all_of(groups)
        most = _MOST_EXACT if is_exact else max(MOST_BY_TEXT, limit)
        in_text = self._take(_TEXTS, every, max(most, MOST_COUNTED + 1))
        found = dict.fromkeys(self._titled(needs, narrowing))
        found.update(dict.fromkeys(self._take(_HEADINGS, every, MOST_BY_HEADING)))
        found.update(dict.fromkeys(in_text[:most]))
        if len(in_text) < ENOUGH and len(needs) > 1:
            found.update(dict.fromkeys(self._partial(needs, groups, narrowing)))
        return Found(list(found), len(in_text))

    def matching(self, needs: Sequence[Need], narrowing: Narrowing) -> Sequence[int]:
        """The records that have all that is needed, in order of importance, of many the first."""
        groups = [any_of(need.ways) for need in needs]
        return self._take(_TEXTS, narrowing.all_of(groups), _MOST_WITH_FACETS)

    def _titled(self, needs: Sequence[Need], narrowing: Narrowing) -> Sequence[int]:
        """The records that have all typed words in a title or name, in no other words."""
        typed = [[way for way in need.ways if way.form <= Form.BEGINNING] for need in needs]
        if not all(typed):
            return ()
        expression = narrowing.all_of([any_of(ways) for ways in typed])
        return self._take(_HEADINGS, expression, MOST_BY_HEADING)

    def _partial(
        self, needs: Sequence[Need], groups: Sequence[str], narrowing: Narrowing
    ) -> Sequence[int]:
        """The records that have the most of what is needed, by what the words are worth."""
        worth: defaultdict[int, float] = defaultdict(float)
        is_cut = False
        for need, group in zip(needs, groups, strict=True):
            expression = narrowing.all_of([group])
            in_text = self._take(_TEXTS, expression, _MOST_OF_NEED)
            is_cut = is_cut or len(in_text) == _MOST_OF_NEED
            for number in in_text:
                worth[number] += need.worth
            for number in self._take(_HEADINGS, expression, _MOST_OF_NEED):
                worth[number] += need.worth * (_OF_HEADING - 1)
        # Sorted twice: equals stay in order of importance.
        best = sorted(sorted(worth), key=worth.__getitem__, reverse=True)[:MOST_PARTIAL]
        if is_cut and len(needs) > 2:
            # What all but one word have in common may lie further down than was looked.
            for left_out in sorted(needs, key=lambda need: need.worth)[:_MOST_LEFT_OUT]:
                pairs = zip(needs, groups, strict=True)
                some = [group for need, group in pairs if need is not left_out]
                best += self._take(_TEXTS, narrowing.all_of(some), _MOST_LACKING_ONE)
        return best

    def _take(self, table: str, expression: str, most: int) -> list[int]:
        """The first rows that match, in order of importance."""
        if not expression:
            return []
        sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid LIMIT ?"
        return [int(number) for (number,) in self._rows(sql, (expression, most))]
