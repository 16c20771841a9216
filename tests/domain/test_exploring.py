"""Exploring: what is chosen as a value, and the figures, counts and disagreements it leads to."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.exploring import (
    FACETS,
    Exploration,
    contests,
    first_indicator,
    fitting,
    value_counts,
)
from desktop.domain.library import compared_by
from desktop.domain.records import Figure, Kind
from desktop.store.reader import AtlasLibrary


def figures(library: AtlasLibrary) -> dict[str, Figure]:
    return {
        record.id: record.details
        for record in library.list(Kind.FIGURE)
        if isinstance(record.details, Figure)
    }


def indicators(library: AtlasLibrary) -> list[str]:
    return sorted({figure.indicator for figure in figures(library).values()})


def test_of_several_indicators_the_first_counts_and_nothing_twice() -> None:
    pairs = [
        (Facet.YEAR, "2019"),
        (Facet.INDICATOR, "term/jobs"),
        (Facet.INDICATOR, "term/turnover"),
        (Facet.PLACE, "place/belgium"),
        (Facet.PLACE, "place/belgium"),
        (Facet.KIND, "figure"),
    ]
    assert Exploration.of(pairs) == Exploration("term/jobs", ("place/belgium",), ("2019",))


def test_what_is_chosen_reads_back_as_it_was() -> None:
    chosen = Exploration("term/jobs", ("place/belgium", "place/flanders"), ("2019", NOT_STATED))
    assert Exploration.of(chosen.chosen) == chosen
    assert Exploration.of(()) == Exploration()


def test_another_indicator_takes_the_place_of_the_one_before() -> None:
    chosen = Exploration("term/jobs", ("place/belgium",))
    assert chosen.toggled(Facet.INDICATOR, "term/turnover", True).indicator == "term/turnover"
    assert chosen.toggled(Facet.INDICATOR, "term/jobs", False) == Exploration(
        "", ("place/belgium",)
    )
    more = chosen.toggled(Facet.PLACE, "place/flanders", True)
    assert more.places == ("place/belgium", "place/flanders")
    assert more.toggled(Facet.PLACE, "place/belgium", False).places == ("place/flanders",)


def test_every_indicator_leads_to_its_figures_and_to_no_other(library: AtlasLibrary) -> None:
    every = figures(library)
    for indicator in indicators(library):
        found = fitting(library, Exploration(indicator), "en")
        expected = {id_ for id_, figure in every.items() if figure.indicator == indicator}
        assert set(found) == expected
        assert len(found) == len(expected)
    assert fitting(library, Exploration("", ("place/belgium",)), "en") == ()


def test_each_value_on_offer_leaves_as_many_figures_as_it_says(library: AtlasLibrary) -> None:
    """Of every indicator, with the places and years that each alone and together leave."""
    for indicator in indicators(library):
        start = Exploration(indicator)
        for facet in (Facet.PLACE, Facet.YEAR):
            counts = value_counts(library, start, facet, "en")
            for value, count in counts.items():
                assert count == len(fitting(library, start.toggled(facet, value, True), "en")) > 0
        for place in value_counts(library, start, Facet.PLACE, "en"):
            there = Exploration(indicator, (place,))
            for year, count in value_counts(library, there, Facet.YEAR, "en").items():
                assert count == len(fitting(library, there.toggled(Facet.YEAR, year, True), "en"))


def test_a_year_that_is_not_stated_is_a_choice_of_its_own(library: AtlasLibrary) -> None:
    every = figures(library)
    found = [
        figure
        for indicator in indicators(library)
        for figure in fitting(library, Exploration(indicator, years=(NOT_STATED,)), "en")
    ]
    assert set(found) == {id_ for id_, figure in every.items() if figure.period is None}


def test_choices_narrow_each_other(library: AtlasLibrary) -> None:
    """What is chosen of one facet decides what the others offer, and not what it offers itself."""
    jobs = Exploration("term/jobs")
    wallonia = Exploration("", ("place/wallonia",))
    assert "place/wallonia" not in value_counts(library, jobs, Facet.PLACE, "en")
    assert "term/jobs" not in value_counts(library, wallonia, Facet.INDICATOR, "en")
    before = value_counts(library, jobs, Facet.PLACE, "en")
    after = value_counts(
        library, jobs.toggled(Facet.PLACE, "place/belgium", True), Facet.PLACE, "en"
    )
    assert before == after


def test_the_first_indicator_has_the_most_figures_in_numbers_of_one_kind(
    library: AtlasLibrary,
) -> None:
    numbers = Counter(
        (figure.indicator, figure.unit, figure.per, figure.counted)
        for figure in figures(library).values()
        if figure.value is not None
    )
    first = first_indicator(library)
    assert max(numbers.values()) == max(
        count for (indicator, *_others), count in numbers.items() if indicator == first
    )


@pytest.mark.parametrize("indicator", ["term/jobs", "term/research-funding", "term/turnover"])
def test_each_disagreement_that_names_a_figure_is_told_once(
    library: AtlasLibrary, indicator: str
) -> None:
    records = library.get_many(list(fitting(library, Exploration(indicator), "en")))
    chosen = {record.id for record in records}
    expected = {
        record.id: {id_ for id_ in compared_by(record) if id_ in chosen}
        for record in library.list(Kind.DISAGREEMENT)
        if chosen & set(compared_by(record))
    }
    found = contests(library, records)
    assert {each.disagreement.id: set(each.figures) for each in found} == expected
    sizes = [len(each.figures) for each in found]
    assert sizes == sorted(sizes, reverse=True)


def test_what_may_be_chosen_is_an_indicator_a_place_and_a_year() -> None:
    assert FACETS == (Facet.INDICATOR, Facet.PLACE, Facet.YEAR)
