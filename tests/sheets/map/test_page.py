"""The map in words: the numbers are the database's, and what is not stated is not nought."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import pytest

from desktop.domain.browsing import Browse, Facet, Group
from desktop.domain.dates import Period
from desktop.domain.records import Figure, Kind, Place, Qualifier, Record, Scale, Unit
from desktop.l10n.language import Language
from desktop.sheets.map.measures import COUNTED, USUAL, figures_offered, measured
from desktop.sheets.map.page import NONE, MapPage, MapWriter
from desktop.sheets.map.places import places_on_map
from desktop.sheets.map.table import map_csv
from desktop.sheets.record.page import Describer
from desktop.sheets.values import value_text
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY
from tests.sheets.conftest import MadeUpLibrary, figure, record

Languages = dict[str, Language]
WALLOON = "figure/walloon-programme-duration"
KEYS = [*(kind.value for kind in COUNTED), WALLOON]


def writer(library: AtlasLibrary, language: Language) -> MapWriter:
    return MapWriter(Describer(library, language, TODAY), library.get("place/belgium"))


def page(library: AtlasLibrary, language: Language, key: str) -> MapPage:
    return writer(library, language).page(key)


@pytest.mark.parametrize("kind", COUNTED)
def test_every_count_is_that_of_the_database(
    library: AtlasLibrary, languages: Languages, kind: Kind
) -> None:
    shown = page(library, languages["en"], kind.value)
    for place in shown.places:
        browse = Browse((kind,), "en", ((Facet.PLACE, place.record),))
        (group,) = library.browse(browse)
        assert shown.marks[place.record].value == str(len(group.ids)), place.name


@pytest.mark.parametrize("kind", COUNTED)
def test_every_record_is_on_the_map_or_told_to_be_elsewhere(
    library: AtlasLibrary, languages: Languages, kind: Kind
) -> None:
    shown = page(library, languages["en"], kind.value)
    total = len(library.list(kind))
    groups = library.browse(Browse((kind,), "en", group=Facet.PLACE))
    places = {place.record for place in shown.places}
    here = {each for group in groups if group.value in places for each in group.ids}
    nowhere = {each for group in groups if not group.value for each in group.ids}
    whole = {each for group in groups if group.value == "place/belgium" for each in group.ids}
    whole -= here
    elsewhere = total - len(here) - len(whole) - len(nowhere)
    told = shown.notes[-1]
    assert told.startswith(f"Of {total} ")
    assert f"{len(here)} tied to places on this map" in told
    assert f"{len(whole)} besides to Belgium" in told
    assert f"{elsewhere} only to places elsewhere" in told
    assert f"{len(nowhere)} to no place" in told


def test_every_place_of_the_country_with_a_position_is_there_and_no_other(
    library: AtlasLibrary, languages: Languages
) -> None:
    country = library.get("place/belgium")
    shown = [place.record for place in page(library, languages["en"], USUAL).places]
    expected = {
        each.id
        for each in library.list(Kind.PLACE)
        if isinstance(each.details, Place)
        and each.details.latitude is not None
        and each.country == country.country
        and any(_lies_in(library, each, part) for part in ("place/belgium",))
    }
    assert set(shown) == expected
    assert len(shown) == len(set(shown))
    assert shown == [each.id for each in places_on_map(library, country)]


def _lies_in(library: AtlasLibrary, place: Record, whole: str) -> bool:
    parents = [
        link.target for link in place.links if not link.inverse and link.relation == "part-of"
    ]
    return whole in parents or any(
        _lies_in(library, library.get(parent), whole) for parent in parents
    )


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_list_and_map_say_the_same(
    library: AtlasLibrary, languages: Languages, code: str, key: str
) -> None:
    shown = page(library, languages[code], key)
    assert shown.marks.keys() == {place.record for place in shown.places}
    for place in shown.places:
        mark = shown.marks[place.record]
        assert mark.words in place.detail
        assert place.detail in place.line
        if mark.level:
            assert mark.label in mark.words


@pytest.mark.parametrize("key", KEYS)
def test_classes_are_the_same_in_every_language(
    library: AtlasLibrary, languages: Languages, key: str
) -> None:
    pages = [page(library, languages[code], key) for code in LANGUAGES]
    levels = [{place: mark.level for place, mark in each.marks.items()} for each in pages]
    assert levels[0] == levels[1] == levels[2]
    assert len({len(each.legend) for each in pages}) == 1


@pytest.mark.parametrize("kind", COUNTED)
def test_the_legend_has_every_class_that_occurs_with_its_limits(
    library: AtlasLibrary, languages: Languages, kind: Kind
) -> None:
    shown = page(library, languages["en"], kind.value)
    texts = {row.level: row.text for row in shown.legend}
    assert texts.keys() == {mark.level for mark in shown.marks.values()}
    for level in range(1, shown.levels + 1):
        values = [int(mark.value) for mark in shown.marks.values() if mark.level == level]
        for limit in {min(values), max(values)}:
            assert str(limit) in texts[level].split()
    assert "no measure" in shown.legend_title


def test_none_is_a_number_and_not_stated_is_none(
    library: AtlasLibrary, languages: Languages
) -> None:
    nothing = page(library, languages["en"], "organisation").marks["place/wallonia"]
    assert (nothing.level, nothing.value, nothing.words) == (NONE, "0", "no organisations")
    unstated = page(library, languages["en"], WALLOON).marks["place/flanders"]
    assert (unstated.level, unstated.value, unstated.label) == (None, "", "")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_holds_for_its_place_and_nowhere_else(
    library: AtlasLibrary, languages: Languages, code: str
) -> None:
    """Whatever figure is offered: its value, in its words, and every other place is not stated."""
    spoken = writer(library, languages[code])
    offered = [offer.key for group in spoken.figures_offered() for offer in group.offers]
    assert len(offered) == len(set(offered)) > 100
    for key in offered:
        found = library.get(key).details
        assert isinstance(found, Figure)
        shown = spoken.page(key)
        stated = {place: mark for place, mark in shown.marks.items() if mark.level is not None}
        assert list(stated) == [found.place], key
        assert stated[found.place].label == value_text(found, languages[code])
        assert stated[found.place].figure == key
        assert shown.source


def test_the_figures_offered_are_all_numbers_of_places_on_the_map(library: AtlasLibrary) -> None:
    places = [each.id for each in places_on_map(library, library.get("place/belgium"))]
    offered = {each.id for _title, group in figures_offered(library, places) for each in group}
    expected = {
        each.id
        for each in library.list(Kind.FIGURE)
        if isinstance(each.details, Figure)
        and each.details.value is not None
        and each.details.place in places
    }
    assert offered == expected


@pytest.mark.parametrize(
    "key", ["", "nothing", "theme", "figure/unknown", "place/flanders", "figure/belgium-leading"]
)
def test_what_a_map_cannot_be_coloured_by_is_the_usual_count(
    library: AtlasLibrary, languages: Languages, key: str
) -> None:
    assert writer(library, languages["en"]).known(key) == USUAL


@dataclass(frozen=True)
class Answering(MadeUpLibrary):
    """Answers what figures there are of an indicator."""

    def browse(self, browse: Browse) -> Sequence[Group]:
        ((_facet, indicator),) = browse.chosen
        figures = self.list(Kind.FIGURE)
        return [Group(None, [each.id for each in figures if _indicator(each) == indicator])]

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        return [self.get(each) for each in record_ids]


def _indicator(each: Record) -> str:
    assert isinstance(each.details, Figure)
    return each.details.indicator


PLACES = ("place/hentzau", "place/strelsau", "place/zenda")
NAMES = {"place/hentzau": "Hentzau", "place/strelsau": "Strelsau", "place/zenda": "Zenda"}


def jobs(place: str, value: int, **fields: object) -> Record:
    """A figure on jobs in a place, like those of the other places but for place and value."""
    about = figure(
        1,
        str(fields.pop("about", f"Jobs in {NAMES[place]}")),
        **{
            "value": Decimal(value),
            "scale": Scale.ONE,
            "unit": Unit.COUNT,
            "qualifier": Qualifier.EXACT,
            "period": Period.parse("2020"),
            "place": place,
            **fields,
        },
    )
    return record(f"figure/jobs-{value}", about, "Jobs", "Jobs.")


def family(*figures: Record, languages: Languages) -> dict[str, str]:
    places = [
        record(place, Place("region", None, 1.0, 1.0, None), name, "")
        for place, name in NAMES.items()
    ]
    library = Answering([*places, *figures], {"edition": "2026-11"})
    found = measured(library, languages["en"], figures[0], PLACES)  # type: ignore[arg-type]
    return {place: each.id for place, each in found.figures.items()}


def test_figures_of_several_places_share_a_scale_if_only_place_and_value_differ(
    languages: Languages,
) -> None:
    zenda, strelsau = jobs("place/zenda", 10), jobs("place/strelsau", 20)
    assert family(zenda, strelsau, languages=languages) == {
        "place/zenda": "figure/jobs-10",
        "place/strelsau": "figure/jobs-20",
    }


@pytest.mark.parametrize(
    "other",
    [
        {"period": Period.parse("2016")},
        {"period": None},
        {"unit": Unit.PERCENT},
        {"about": "Jobs in research, Strelsau"},
        {"indicator": "term/other"},
    ],
    ids=["year", "no year", "unit", "scope", "indicator"],
)
def test_a_figure_that_differs_in_more_than_that_stays_alone(
    languages: Languages, other: dict[str, object]
) -> None:
    zenda, strelsau = jobs("place/zenda", 10), jobs("place/strelsau", 20, **other)
    assert family(zenda, strelsau, languages=languages) == {"place/zenda": "figure/jobs-10"}


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_has_the_numbers_of_the_map_and_says_what_they_are(
    library: AtlasLibrary, languages: Languages, code: str, key: str
) -> None:
    shown = page(library, languages[code], key)
    rows = list(csv.reader(io.StringIO(map_csv(shown, languages[code]))))
    head, body = rows[: -len(shown.places) - 1], rows[-len(shown.places) :]
    assert [row[0] for row in body] == [place.name for place in shown.places]
    assert [row[2] for row in body] == [shown.marks[place.record].value for place in shown.places]
    said = [row[0] for row in head]
    assert said[0] == shown.title
    assert {shown.legend_title, shown.source, shown.attribution} <= set(said)
