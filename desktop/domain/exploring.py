"""Exploring the figures: an indicator, places and years, and the figures that fit them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.browsing import Browse, Facet
from desktop.domain.library import Library, compared_by
from desktop.domain.records import Figure, Kind, Record, Relation

# What is chosen, in the order in which one chooses.
FACETS = (Facet.INDICATOR, Facet.PLACE, Facet.YEAR)


@dataclass(frozen=True, slots=True)
class Exploration:
    """What is chosen: ids of an indicator and of places, years of four digits.

    An indicator of "": none is chosen yet, so no figure is shown. No places, or no years: all of
    them. The year NOT_STATED is that of figures whose document states none.
    """

    indicator: str = ""
    places: tuple[str, ...] = ()
    years: tuple[str, ...] = ()

    @classmethod
    def of(cls, chosen: Iterable[tuple[Facet, str]]) -> Exploration:
        """What (facet, value) pairs choose; of several indicators the first counts."""
        values: dict[Facet, dict[str, None]] = {facet: {} for facet in FACETS}
        for facet, value in chosen:
            if facet in values:
                values[facet][value] = None
        indicators = [each for each in values[Facet.INDICATOR] if each]
        places = tuple(each for each in values[Facet.PLACE] if each)
        return cls(next(iter(indicators), ""), places, tuple(values[Facet.YEAR]))

    @property
    def narrowings(self) -> tuple[tuple[Facet, str], ...]:
        """The places and years as (facet, value) pairs."""
        places = ((Facet.PLACE, place) for place in self.places)
        return (*places, *((Facet.YEAR, year) for year in self.years))

    @property
    def chosen(self) -> tuple[tuple[Facet, str], ...]:
        """All that is chosen as (facet, value) pairs, the indicator first."""
        indicator = ((Facet.INDICATOR, self.indicator),) if self.indicator else ()
        return (*indicator, *self.narrowings)

    def toggled(self, facet: Facet, value: str, is_chosen: bool) -> Exploration:
        """With one value more or less; another indicator takes the place of the one before."""
        if facet is Facet.INDICATOR:
            return replace(self, indicator=value if is_chosen else "")
        others = [pair for pair in self.chosen if pair != (facet, value)]
        return Exploration.of([*others, (facet, value)] if is_chosen else others)

    def browse(self, language: str) -> Browse:
        """The figures that fit, as a question to a library, the weightiest first."""
        return Browse((Kind.FIGURE,), language, self.chosen)


@dataclass(frozen=True, slots=True)
class Contest:
    """A disagreement, and which of the figures that are looked at it compares."""

    disagreement: Record
    figures: tuple[str, ...]


def fitting(library: Library, exploration: Exploration, language: str) -> Sequence[str]:
    """The ids of the figures that fit all that is chosen; none before an indicator is."""
    if not exploration.indicator:
        return ()
    groups = library.browse(exploration.browse(language))
    return [figure for group in groups for figure in group.ids]


def value_counts(
    library: Library, exploration: Exploration, facet: Facet, language: str
) -> Mapping[str, int]:
    """The values of a facet that some figure has, given what is chosen of the others: how many."""
    return library.facet_counts(exploration.browse(language), facet)


def first_indicator(library: Library) -> str:
    """The indicator with the most figures in numbers that one scale can hold; "" for no figures.

    Of equals the one of the weightiest figure. Only the indicators that may have the most are read.
    """
    browse = Browse((Kind.FIGURE,), library.languages[0], group=Facet.INDICATOR)
    groups = sorted(library.browse(browse), key=lambda group: -len(group.ids))
    if not groups:
        return ""
    least, _weight = _most_on_one_scale(library.get_many(groups[0].ids))
    groups = [group for group in groups if len(group.ids) >= least]
    # All at one go: to read them takes longer than to count.
    figures = {
        each.id: each for each in library.get_many([i for group in groups for i in group.ids])
    }
    first, most = "", (0, 0)
    for group in groups:
        found = _most_on_one_scale([figures[each] for each in group.ids])
        if not first or found > most:
            first, most = group.value or "", found
    return first


def _most_on_one_scale(figures: Sequence[Record]) -> tuple[int, int]:
    """How many of the figures one scale can hold at most, and the weight of the first of those."""
    families: dict[object, list[int]] = {}
    for record in figures:
        if isinstance(record.details, Figure) and record.details.value is not None:
            families.setdefault(_family(record.details), []).append(record.weight)
    return max(((len(weights), weights[0]) for weights in families.values()), default=(0, 0))


def contests(library: Library, figures: Sequence[Record]) -> list[Contest]:
    """The disagreements that name any of some figures, those that compare most of them first."""
    named = dict.fromkeys(
        link.target
        for figure in figures
        for link in figure.links
        if link.relation is Relation.COMPARES and link.inverse
    )
    found = [
        Contest(record, tuple(each.id for each in figures if each.id in set(compared_by(record))))
        for record in library.get_many(list(named))
    ]
    return sorted(found, key=lambda contest: -len(contest.figures))


def _family(figure: Figure) -> tuple[str, object, object, object]:
    """What figures have in common that may stand on one scale, their indicator first."""
    return figure.indicator, figure.unit, figure.per, figure.counted
