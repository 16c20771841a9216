"""The figures that a figure must not be taken for, and the disagreements that say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from desktop.domain.library import Library, compared_by
from desktop.domain.records import Record, Relation


@dataclass(frozen=True, slots=True)
class Rivals:
    """Records of figures, each once, and of the disagreements that compare them with one."""

    figures: Sequence[Record]
    disagreements: Sequence[Record]


def find_rivals(library: Library, figure: Record) -> Rivals:
    """The rivals of a figure; both are empty for one that nothing contradicts."""
    named = [
        link.target for link in figure.links if link.relation is Relation.COMPARES and link.inverse
    ]
    if not named:
        return Rivals((), ())
    disagreements = library.get_many(named)
    compared = dict.fromkeys(chain.from_iterable(map(compared_by, disagreements)))
    return Rivals(
        library.get_many([rival for rival in compared if rival != figure.id]), disagreements
    )
