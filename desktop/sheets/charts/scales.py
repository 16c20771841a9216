"""The scale of a panel: its unit in words, and where a value stands on it, nothing rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from desktop.domain.chart_specs import NOUGHTS, top_of
from desktop.domain.records import Figure, Per, Scale, Unit
from desktop.l10n.language import N_, Language
from desktop.sheets.charts.page import ChartTick
from desktop.sheets.charts.ticks import ticks_over

# All of what percentages are parts of.
WHOLE = Decimal(100)
# A bar so many times shorter than the longest says little.
STUMP = 10
# Of these no part can be counted, and an order has no nought.
_WHOLE = frozenset((Unit.COUNT, Unit.RANK, Unit.TRL))
_ORDERS = frozenset((Unit.RANK, Unit.TRL))

_EUROS = {
    Scale.ONE: N_("euros"),
    Scale.THOUSAND: N_("thousand euros"),
    Scale.MILLION: N_("million euros"),
    Scale.BILLION: N_("billion euros"),
}
_COUNTS = {
    Scale.THOUSAND: N_("thousand {noun}"),
    Scale.MILLION: N_("million {noun}"),
    Scale.BILLION: N_("billion {noun}"),
}
_UNITS = {
    Unit.PERCENT: "%",
    Unit.YEAR: N_("years"),
    Unit.MONTH: N_("months"),
    Unit.DAY: N_("days"),
    Unit.SQUARE_METRE: "m²",
    Unit.FACTOR: N_("times"),
    Unit.TRL: "TRL",
    Unit.RANK: N_("place in the order"),
}


@dataclass(frozen=True, slots=True)
class Axis:
    """The unit of a scale in words, and the word that the numbers on it stand for."""

    unit: str
    scale: Scale

    def at(self, value: Decimal, scale: Scale) -> Decimal:
        """Where a number with its scale word stands: 955 thousand at 0.955 on one of millions."""
        # Only the place of the decimal mark changes, so that no digit is lost.
        moved = value.scaleb(NOUGHTS[scale] - NOUGHTS[self.scale])
        return Decimal(f"{moved.normalize():f}")


def axis_of(figures: Sequence[Figure], scaled_as: Sequence[Figure], language: Language) -> Axis:
    """The axis for figures of one unit, with the word after its numbers that `scaled_as` asks for.

    Those with a value in words have no say in it.
    """
    numbers = _numbers(figures)
    if not numbers:
        return Axis("", Scale.ONE)
    scale = _scale(_numbers(scaled_as))
    unit = _unit(numbers, scale, language)
    match numbers[0].per:
        case Per.DAY:
            unit = language.gettext("{amount} per day").format(amount=unit)
        case Per.YEAR:
            unit = language.gettext("{amount} per year").format(amount=unit)
        case None:
            pass
    return Axis(unit, scale)


def ticks_of(
    axis: Axis, figures: Sequence[Figure], language: Language, of_a_whole: bool = False
) -> tuple[ChartTick, ...]:
    """The lines of a scale that spans the figures; none where there is no number.

    `of_a_whole`: percentages are parts of a whole, so that the scale goes up to all of it.
    """
    numbers = _numbers(figures)
    if not numbers:
        return ()
    ends = [
        axis.at(end, figure.scale)
        for figure in numbers
        for end in (figure.value, figure.value_to)
        if end is not None
    ]
    unit = numbers[0].unit
    if of_a_whole and unit is Unit.PERCENT:
        ends.append(WHOLE)
    at = ticks_over(ends, whole=unit in _WHOLE, first=1 if unit in _ORDERS else 0)
    return tuple(ChartTick(tick, language.number(tick)) for tick in at)


def sharing(panels: Sequence[Sequence[Figure]]) -> list[list[Figure]]:
    """Of each panel the figures with which its own share a scale: those of one unit.

    Panels whose largest value would be a stump on the scale of others have one of their own.
    """
    shared: dict[int, list[Figure]] = {}
    for first in sorted(range(len(panels)), key=lambda each: -_largest(panels[each])):
        if first in shared:
            continue
        together = [
            other
            for other, figures in enumerate(panels)
            if other not in shared
            and _measure(figures) == _measure(panels[first])
            and _largest(figures) * STUMP >= _largest(panels[first])
        ]
        together_drawn = [figure for other in together for figure in panels[other]]
        shared.update(dict.fromkeys((first, *together), together_drawn))
    return [shared[number] for number in range(len(panels))]


def _measure(figures: Sequence[Figure]) -> tuple[object, ...]:
    numbers = _numbers(figures)
    return (numbers[0].unit, numbers[0].per) if numbers else ()


def _largest(figures: Sequence[Figure]) -> Decimal:
    return max((top_of(figure) for figure in _numbers(figures)), default=Decimal(0))


def _numbers(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.value is not None]


def _scale(figures: Sequence[Figure]) -> Scale:
    """Of euros the largest word that the largest amount fills; of counts the largest stated."""
    if figures[0].unit is not Unit.EURO:
        # A noun may hang on the word: in French a million takes "de", a thousand does not.
        return max((figure.scale for figure in figures), key=lambda scale: NOUGHTS[scale])
    largest = max(top_of(figure) for figure in figures)
    return max(
        (scale for scale in Scale if largest >= Decimal(1).scaleb(NOUGHTS[scale])),
        key=lambda scale: NOUGHTS[scale],
        default=Scale.ONE,
    )


def _unit(figures: Sequence[Figure], scale: Scale, language: Language) -> str:
    match figures[0].unit:
        case Unit.EURO:
            return language.gettext(_EUROS[scale])
        case Unit.COUNT:
            nouns = {figure.counted[language.code] for figure in figures if figure.counted}
            # Things of several kinds have their nouns beside the values.
            noun = nouns.pop() if len(nouns) == 1 else ""
            if scale is Scale.ONE:
                return noun or language.gettext("number")
            return language.gettext(_COUNTS[scale]).format(noun=noun).strip()
        case unit:
            return language.gettext(_UNITS[unit])
