"""Where the lines of a scale stand: round steps from nought, over all values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

MOST = 7
FEWEST = 3
_STEPS = (Decimal(1), Decimal(2), Decimal(5))


def ticks_over(values: Sequence[Decimal], whole: bool = False, first: int = 0) -> list[Decimal]:
    """Three to seven numbers in equal, round steps that span `values` and the number `first`.

    `whole`: a fraction makes no sense on this scale. `first` is 1 for an order, which has no
    nought, and each number is so many steps from it.
    """
    offsets = [value - first for value in values]
    lowest, highest = min(Decimal(0), *offsets), max(Decimal(0), *offsets)
    exponent = (highest - lowest).adjusted() - 1 if highest > lowest else 0
    while True:
        for digit in _STEPS:
            step = digit.scaleb(exponent)
            below = int((lowest / step).to_integral_value(ROUND_FLOOR))
            above = int((highest / step).to_integral_value(ROUND_CEILING))
            if above - below < MOST and not (whole and exponent < 0):
                above = max(above, below + FEWEST - 1)
                return [_plain(first + step * number) for number in range(below, above + 1)]
        exponent += 1


def _plain(number: Decimal) -> Decimal:
    """The same number written out: 10 and not 1E+1, 2 and not 2.0."""
    return Decimal(f"{number.normalize():f}")
