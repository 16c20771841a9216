"""Two places side by side show what can be compared, and warn of what cannot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest

from desktop.domain.browsing import Browse, Facet, Group
from desktop.domain.dates import Period
from desktop.domain.records import Figure, Kind, Place, Record, Unit
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.place.comparison import Comparison, compare, other_rows
from desktop.store.reader import AtlasLibrary
from tests.sheets.conftest import MadeUpLibrary, figure, record, text

MISSING = ".. not in the documents"


class TwoTowns(MadeUpLibrary):
    """Two places with figures, and nothing else."""

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        return [self.get(record_id) for record_id in record_ids]

    def titles(self, record_ids: Collection[str]) -> Mapping[str, Text]:
        return {record_id: self.title(record_id) for record_id in record_ids}

    def browse(self, browse: Browse) -> Sequence[Group]:
        (chosen,) = browse.chosen
        groups: dict[str, list[str]] = {}
        for each in self.list(Kind.FIGURE):
            assert isinstance(each.details, Figure)
            if browse.kinds == (Kind.FIGURE,) and chosen == (Facet.PLACE, each.details.place):
                groups.setdefault(each.details.indicator, []).append(each.id)
        return [Group(indicator, ids) for indicator, ids in groups.items()]


def place(name: str) -> Record:
    details = Place("city", None, None, None, None)
    return record(f"place/{name}", details, name.capitalize(), "A town.")


def compared_figures(
    languages: dict[str, Language], here: Sequence[Figure], there: Sequence[Figure]
) -> Comparison:
    """Figures of the indicator `jobs` in Ham and in Eck."""
    figures = [("ham", each) for each in here] + [("eck", each) for each in there]
    records = [
        place("ham"),
        place("eck"),
        record("term/jobs", Place("", None, None, None, None), "Jobs", ""),
        *(
            record(f"figure/{town}-{number}", each, "Jobs", "")
            for number, (town, each) in enumerate(figures)
        ),
    ]
    library = TwoTowns(records, {})
    return compare(library, languages["en"], records[0], records[1])  # pyright: ignore


def jobs(town: str, scope: str = "People employed in pharma", **fields: Any) -> Figure:
    return figure(40, scope, indicator="term/jobs", place=f"place/{town}", **fields)


def caution(languages: dict[str, Language], here: Figure, there: Figure) -> str:
    comparison = compared_figures(languages, [here], [there])
    (row,) = comparison.shared
    return row.caution


def year(number: int) -> Period:
    return Period.parse(str(number))


def test_figures_of_one_year_and_one_scope_need_no_caution(languages: dict[str, Language]):
    here, there = jobs("ham", period=year(2019)), jobs("eck", period=year(2019))
    assert caution(languages, here, there) == ""
    assert caution(languages, jobs("ham"), jobs("eck")) == ""


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"period": year(2016)}, "different years"),
        ({"period": None}, "not every year is stated"),
        ({"scope": "People employed in biotech"}, "different scope"),
        ({"unit": Unit.PERCENT}, "different units"),
    ],
)
def test_what_differs_is_said_in_words(
    languages: dict[str, Language], fields: dict[str, Any], words: str
):
    alike: dict[str, Any] = {"period": year(2019)}
    here, there = jobs("ham", **alike), jobs("eck", **(alike | fields))
    assert caution(languages, here, there) == f"Compare with care: {words}."


def test_all_that_differs_is_said_at_once(languages: dict[str, Language]):
    here = jobs("ham", period=year(2019))
    there = jobs("eck", "People employed in biotech", period=year(2016))
    words = "Compare with care: different years and different scope."
    assert caution(languages, here, there) == words


def test_the_name_of_the_place_is_no_difference_of_scope(languages: dict[str, Language]):
    assert caution(languages, jobs("ham", "Jobs in Ham"), jobs("eck", "Jobs in Eck")) == ""
    assert caution(languages, jobs("ham", "Jobs in Ham"), jobs("eck", "Firms in Eck"))


def test_a_value_in_words_has_no_other_unit(languages: dict[str, Language]):
    there = jobs("eck", unit=Unit.WORDS, value=None, statement=text("many"))
    assert caution(languages, jobs("ham"), there) == ""


def test_one_pair_that_differs_is_enough_for_a_caution(languages: dict[str, Language]):
    here = [jobs("ham", period=year(2019)), jobs("ham", period=year(2020))]
    comparison = compared_figures(languages, here, [jobs("eck", period=year(2019))])
    (row,) = comparison.shared
    assert "different years" in row.caution
    assert [len(cell.figures) for cell in row.cells] == [2, 1]


def test_an_indicator_that_one_place_lacks_is_no_shared_row(languages: dict[str, Language]):
    comparison = compared_figures(languages, [jobs("ham")], [])
    assert comparison.shared == ()
    assert comparison.others == 1


@pytest.fixture(scope="module")
def belgium_and_flanders(
    library: AtlasLibrary, languages: dict[str, Language]
) -> dict[str, Comparison]:
    """The two heaviest places, in each language."""
    pair = library.get_many(["place/belgium", "place/flanders"])
    return {code: compare(library, each, *pair) for code, each in languages.items()}


def test_the_columns_name_the_places_and_what_they_are(
    belgium_and_flanders: dict[str, Comparison],
):
    first, second = belgium_and_flanders["nl"].places
    assert (first.id, first.title, first.type) == ("place/belgium", "België", "Land")
    assert (second.id, second.title, second.type) == ("place/flanders", "Vlaanderen", "Gewest")


def test_the_rows_come_in_the_order_of_a_portrait(belgium_and_flanders: dict[str, Comparison]):
    headings = [row.heading for row in belgium_and_flanders["en"].rows]
    assert headings == [
        "In short",
        "Who decides what",
        "Priorities",
        "Programmes",
        "Organisations",
        "Milestones",
    ]


def test_what_the_documents_do_not_say_of_a_place_is_said_to_be_missing(
    belgium_and_flanders: dict[str, Comparison],
):
    decides = belgium_and_flanders["en"].rows[1]
    belgium, flanders = decides.cells
    assert "federal" in belgium.text
    assert not belgium.is_missing
    assert (flanders.text, flanders.is_missing) == (MISSING, True)


def test_figures_are_aligned_by_indicator_and_each_stands_in_one_row(
    belgium_and_flanders: dict[str, Comparison],
    library: AtlasLibrary,
    languages: dict[str, Language],
):
    pair = library.get_many(["place/belgium", "place/flanders"])
    comparison = belgium_and_flanders["en"]
    others = other_rows(library, languages["en"], *pair)
    assert len(others) == comparison.others
    for column, shown in enumerate(pair):
        met: list[str] = []
        for row in (*comparison.shared, *others):
            ids = [each.id for each in row.cells[column].figures]
            met += ids
            for each in library.get_many(ids):
                assert isinstance(each.details, Figure)
                assert library.title(each.details.indicator)["en"] == row.heading
        assert sorted(met) == sorted(library.figures_in([shown.id]))
    assert all(all(cell.figures for cell in row.cells) for row in comparison.shared)
    assert all(sum(cell.is_missing for cell in row.cells) == 1 for row in others)
    assert "Jobs" in [row.heading for row in comparison.shared]


def heaviest(library: AtlasLibrary, rows: Sequence[Any]) -> list[int]:
    return [
        max(library.get(each.id).weight for cell in row.cells for each in cell.figures)
        for row in rows
    ]


def test_the_weightiest_indicators_come_first(
    belgium_and_flanders: dict[str, Comparison],
    library: AtlasLibrary,
    languages: dict[str, Language],
):
    pair = library.get_many(["place/belgium", "place/flanders"])
    others = other_rows(library, languages["nl"], *pair)
    for rows in (belgium_and_flanders["nl"].shared, others):
        weights = heaviest(library, rows)
        assert weights == sorted(weights, reverse=True)


def test_swapping_the_places_swaps_the_columns_and_nothing_else(
    belgium_and_flanders: dict[str, Comparison],
    library: AtlasLibrary,
    languages: dict[str, Language],
):
    pair = library.get_many(["place/flanders", "place/belgium"])
    swapped = compare(library, languages["fr"], *pair)
    comparison = belgium_and_flanders["fr"]
    assert swapped.places == comparison.places[::-1]
    for ours, theirs in zip(
        (*comparison.rows, *comparison.shared), (*swapped.rows, *swapped.shared), strict=True
    ):
        assert theirs.heading == ours.heading
        assert theirs.cells == ours.cells[::-1]
        assert theirs.caution == ours.caution


def test_every_language_compares_the_same(belgium_and_flanders: dict[str, Comparison]):
    def shape(comparison: Comparison) -> list[Any]:
        return [
            (
                [[each.id for each in (*cell.entries, *cell.figures)] for cell in row.cells],
                [cell.is_missing for cell in row.cells],
                bool(row.caution),
            )
            for row in (*comparison.rows, *comparison.shared)
        ]

    shapes = [shape(comparison) for comparison in belgium_and_flanders.values()]
    assert shapes[0] == shapes[1] == shapes[2]


def test_a_figure_measured_elsewhere_says_where(
    library: AtlasLibrary, languages: dict[str, Language]
):
    pair = library.get_many(["place/belgium", "place/netherlands"])
    comparison = compare(library, languages["en"], *pair)
    about = {each.id: each.about for row in comparison.shared for each in row.cells[0].figures}
    exports = about["figure/export-share-belgium"]
    assert exports.endswith("(measured in: Netherlands)")


def test_the_same_figure_on_both_sides_is_not_compared_with_itself(
    library: AtlasLibrary, languages: dict[str, Language]
):
    pair = library.get_many(["place/belgium", "place/netherlands"])
    comparison = compare(library, languages["en"], *pair)
    for row in comparison.shared:
        here, there = (cell.figures for cell in row.cells)
        if [each.id for each in here] == [each.id for each in there] and len(here) == 1:
            assert row.caution == ""
            break
    else:
        pytest.fail("no figure stands on both sides")
