"""Classes of a scale: few, made of the values that there are, and cut where these lie apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

# More shades of one colour cannot be told apart on a map.
MOST_CLASSES = 4


@dataclass(frozen=True, slots=True)
class ValueClass:
    """The values from `low` to `high`, both of which occur."""

    low: Decimal
    high: Decimal


def classes_of(values: Iterable[Decimal], most: int = MOST_CLASSES) -> tuple[ValueClass, ...]:
    """At most so many classes, the lowest first; none for no values.

    They are cut where neighbours differ most for their size, so that no class holds what lies far
    apart while there are classes left. Their limits are values that occur: between them is nothing.
    """
    ordered = sorted(set(values))
    if not ordered:
        return ()
    gaps = sorted(
        range(1, len(ordered)), key=lambda at: (-_apart(ordered[at - 1], ordered[at]), at)
    )
    cuts = [0, *sorted(gaps[: most - 1]), len(ordered)]
    return tuple(ValueClass(ordered[start], ordered[end - 1]) for start, end in pairwise(cuts))


def level_of(value: Decimal, classes: Sequence[ValueClass]) -> int:
    """The number of the class that a value lies in, from 1."""
    return next(
        number for number, each in enumerate(classes, start=1) if each.low <= value <= each.high
    )


def _apart(low: Decimal, high: Decimal) -> Decimal:
    """How far two different values lie apart, as a share of the larger one."""
    return (high - low) / max(abs(low), abs(high))
