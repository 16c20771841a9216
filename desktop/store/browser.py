"""Lists over the atlas's tables of facets and ranks: which records, in which order and groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from desktop.domain.browsing import Browse, Facet, Group, Order
from desktop.domain.records import Kind

_Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]


def storable(text: str) -> str:
    """A text as the file could hold it: what no file can hold is no value of it, and no fault."""
    return text.encode(errors="replace").decode()


class Browser:
    """Answers what lists ask. `rows` runs SQL and gives all rows back."""

    def __init__(self, rows: _Rows) -> None:
        self._rows = rows

    def browse(self, browse: Browse) -> list[Group]:
        """The ids that a list shows, group by group; the groups by their first records.

        A record stands in the group of each value that it has, whichever are chosen. Those of a
        kind without the facet come last, in a group with no value.
        """
        condition, values = _condition(browse)
        by, join, joined = _ordering(browse)
        if browse.group is None:
            sql = f"SELECT record.id FROM record {join} WHERE {condition} ORDER BY {by}"
            return [Group(None, [record for (record,) in self._rows(sql, (*joined, *values))])]
        rows = self._rows(
            f"SELECT shown.value, record.id FROM record {join} "
            "LEFT JOIN facet AS shown ON shown.record = record.id AND shown.facet = ? "
            f"WHERE {condition} ORDER BY {by}",
            (*joined, browse.group.value, *values),
        )
        groups: defaultdict[str | None, list[str]] = defaultdict(list)
        for value, record in rows:
            groups[value].append(record)
        order = sorted(groups, key=lambda value: value is None)
        return [Group(value, groups[value]) for value in order]

    def counts(self, browse: Browse, facet: Facet) -> Mapping[str, int]:
        """How many records each value of `facet` would leave, the values in order.

        What is chosen of other facets is kept; what is chosen of this one does not count.
        """
        condition, values = _condition(browse, but=facet)
        rows = self._rows(
            "SELECT counted.value, count(*) FROM facet AS counted "
            "JOIN record ON record.id = counted.record "
            f"WHERE counted.facet = ? AND {condition} GROUP BY counted.value "
            "ORDER BY counted.value",
            (facet.value, *values),
        )
        return {str(value): int(count) for value, count in rows}

    def named(self, kind: Kind, words: Sequence[str]) -> list[str]:
        """The ids of the records of a kind that go by these folded words, by importance."""
        rows = self._rows(
            "SELECT called.record FROM called JOIN record ON record.id = called.record "
            "WHERE called.words = ? AND record.kind = ? ORDER BY record.position",
            (" ".join(words), kind.value),
        )
        return [str(record) for (record,) in rows]


def _condition(browse: Browse, but: Facet | None = None) -> tuple[str, list[object]]:
    """The SQL condition that a record of the list meets, and the values to bind in it."""
    conditions = [f"record.kind IN ({_marks(browse.kinds)})"]
    values: list[object] = [kind.value for kind in browse.kinds]
    chosen: defaultdict[Facet, list[str]] = defaultdict(list)
    for facet, value in browse.chosen:
        if facet is not but:
            chosen[facet].append(storable(value))
    for facet, any_of in chosen.items():
        conditions.append(
            "record.id IN (SELECT facet.record FROM facet "
            f"WHERE facet.facet = ? AND facet.value IN ({_marks(any_of)}))"
        )
        values += [facet.value, *any_of]
    return " AND ".join(conditions), values


def _ordering(browse: Browse) -> tuple[str, str, list[object]]:
    """What to sort by, the join that it takes, and the values to bind in that.

    Equals stand in order of importance, and what has no rank comes last, in either direction.
    """
    direction = "DESC" if browse.descending else "ASC"
    if browse.order is Order.IMPORTANCE:
        return f"record.position {direction}", "", []
    join = "LEFT JOIN rank ON rank.record = record.id AND rank.ordering = ? AND rank.language = ?"
    language = storable(browse.language) if browse.order is Order.TITLE else ""
    by = f"rank.position IS NULL, rank.position {direction}, record.position"
    return by, join, [browse.order.value, language]


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)
