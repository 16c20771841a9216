"""Charts of a made-up country: read, checked, built and drawn with no code of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.chart_specs import ChartForm, Finding
from desktop.l10n.language import Language
from desktop.sheets.charts.pages import chart_page
from desktop.sheets.record.page import Describer
from desktop.store.charts import CHART_COLUMNS, FIGURE_COLUMNS, TEXT_COLUMNS
from desktop.store.reader import AtlasLibrary
from desktop.store.tables import ChartFigureRow, ChartRow, ChartTextRow
from tests.conftest import TODAY

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

CHARTS = """\
[[chart]]
id = "zed-counts"
form = "bars"
finding = "largest"
place = "place/zedland"
themes = ["theme/zed-prevention"]
title.nl = "Labo’s en bedrijven"
title.fr = "Laboratoires et entreprises"
title.en = "Laboratories and firms"

[[chart.panel]]
title.nl = "Aantallen"
title.fr = "Nombres"
title.en = "Numbers"
figures = ["figure/zed-laboratories", "figure/zed-firms", "figure/zed-trend"]
requested = ["figure/zed-firms"]
caution.nl = "Het zijn andere dingen."
caution.fr = "Ce sont des choses différentes."
caution.en = "These are different things."

[[chart.panel]]
title.nl = "Kosten"
title.fr = "Coûts"
title.en = "Costs"
figures = ["figure/zed-cost"]

[[chart]]
id = "zed-shares"
form = "bars"
finding = "share"
place = "place/zedland"
title.nl = "Aandelen"
title.fr = "Parts"
title.en = "Shares"

[[chart.panel]]
title.nl = "Van het continent"
title.fr = "Du continent"
title.en = "Of the continent"
figures = ["figure/zed-share"]
"""
COLUMNS = """\
[[chart]]
id = "zed-milestones"
form = "columns"
finding = "most-in"
place = "place/zedland"
title.nl = "Mijlpalen"
title.fr = "Jalons"
title.en = "Milestones"
"""
FIRST = 'figures = ["figure/zed-laboratories", "figure/zed-firms", "figure/zed-trend"]'
CAUTION = """\
caution.nl = "Het zijn andere dingen."
caution.fr = "Ce sont des choses différentes."
caution.en = "These are different things."
"""
COSTS = """\
[[chart.panel]]
title.nl = "Kosten"
title.fr = "Coûts"
title.en = "Costs"
figures = ["figure/zed-cost"]
"""
REQUESTED = 'requested = ["figure/zed-firms"]\n'
RANK = """\
[[figure]]
id = "zed-rank"
indicator = "term/zed-laboratories"
place = "place/zedland"
unit = "rank"
value = 10
title = "Rank"
scope = "Zed"
summary = "Zed."
cites = ["glance:4"]
"""

# What is changed into what; then key and words of the sentence of the one mistake that this makes.
MISTAKES = {
    "a figure that there is not": (
        ('"figure/zed-trend"]', '"figure/zed-trends"]'),
        ("panel.0.figures", "There is no record “figure/zed-trends”"),
    ),
    "a record that is no figure": (
        ('"figure/zed-trend"]', '"theme/zed-prevention"]'),
        ("panel.0.figures.2", "“theme/zed-prevention” does not fit"),
    ),
    "a figure twice in a panel": (
        ('"figure/zed-trend"]', '"figure/zed-firms"]'),
        ("panel", "“figure/zed-firms” stands in the chart more than once"),
    ),
    "a figure in two panels": (
        ('figures = ["figure/zed-cost"]', 'figures = ["figure/zed-laboratories"]'),
        ("panel", "“figure/zed-laboratories” stands in the chart more than once"),
    ),
    "two units on one scale": (
        (
            f"{FIRST}\n{REQUESTED}{CAUTION}\n{COSTS}",
            'figures = ["figure/zed-laboratories", "figure/zed-firms", "figure/zed-cost"]\n'
            + CAUTION,
        ),
        ("panel.0.figures", "“figure/zed-cost” has another unit than “figure/zed-laboratories”"),
    ),
    "no caution where figures differ": (
        (CAUTION, ""),
        ("panel.0.caution", "differ in period, place, scope"),
    ),
    "a caution that lacks a language": (
        ('caution.fr = "Ce sont des choses différentes."\n', ""),
        ("panel.0.caution", "The text is missing in fr"),
    ),
    "a title that lacks a language": (
        ('title.en = "Costs"\n', ""),
        ("panel.1.title", "The text is missing in en"),
    ),
    "a request that is not drawn": (
        (REQUESTED, 'requested = ["figure/zed-cost"]\n'),
        ("panel.0.requested", "“figure/zed-cost” is no figure of this panel"),
    ),
    "a panel with words alone": (
        ('figures = ["figure/zed-share"]', 'figures = ["figure/zed-trend"]'),
        ("panel.0.figures", "Every value of the panel is in words"),
    ),
    "a panel without figures": (
        ('figures = ["figure/zed-share"]', "figures = []"),
        ("panel.0.figures", "does not fit"),
    ),
    "a form that there is not": (
        ('form = "bars"\nfinding = "share"', 'form = "pie"\nfinding = "share"'),
        ("form", "“pie” is not allowed here: write 'bars', 'ranges', 'ranks' or 'columns'"),
    ),
    "a finding that there is not": (
        ('finding = "share"', 'finding = "fun"'),
        ("finding", "“fun” is not allowed here: write 'largest'"),
    ),
    "ranks that are none": (
        ('form = "bars"\nfinding = "share"', 'form = "ranks"\nfinding = "share"'),
        ("form", "A chart of ranks holds ranks alone"),
    ),
    "columns that draw figures": (
        ('form = "bars"\nfinding = "share"', 'form = "columns"\nfinding = "most-in"'),
        ("panel", "A chart of columns counts milestones and draws no figures"),
    ),
    "a finding of columns in bars": (
        ('finding = "share"', 'finding = "most-in"'),
        ("finding", "“most-in” is what a chart of columns finds"),
    ),
    "a finding of ranks in bars": (
        ('finding = "share"', 'finding = "rank"'),
        ("finding", "“rank” is what a chart of ranks finds"),
    ),
    "ranges that are none": (
        ('form = "bars"\nfinding = "share"', 'form = "ranges"\nfinding = "share"'),
        ("form", "needs a figure with value-to"),
    ),
    "a largest of one": (
        ('finding = "share"', 'finding = "largest"'),
        ("finding", "“largest” compares numbers, and no panel has two"),
    ),
    "a rival of none": (
        ('finding = "share"', 'finding = "rivals"'),
        ("finding", "“rivals” compares numbers, and the chart has only one"),
    ),
    "a share of what is no whole": (
        ('finding = "largest"', 'finding = "share"'),
        ("finding", "“share” needs percentages, or a panel that begins with the whole"),
    ),
    "requests without grants": (
        ('finding = "share"', 'finding = "requested"'),
        ("finding", "“requested” needs a panel with a number that was asked for"),
    ),
    "a place that there is not": (
        ('place = "place/zedland"\nthemes', 'place = "place/zedonia"\nthemes'),
        ("place", "There is no record “place/zedonia”"),
    ),
    "a theme that there is not": (
        ('"theme/zed-prevention"', '"theme/zed-fun"'),
        ("themes", "There is no record “theme/zed-fun”"),
    ),
    "a key that no chart has": (
        ('finding = "share"', 'finding = "share"\ncolour = "red"'),
        ("colour", "The key is unknown"),
    ),
    "a key that no panel has": (
        ('figures = ["figure/zed-share"]', 'figures = ["figure/zed-share"]\naxis = 2'),
        ("panel.0.axis", "The key is unknown"),
    ),
    "a chart without panels": (
        (CHARTS[CHARTS.rindex("[[chart.panel]]") :], ""),
        ("panel", "The chart shows nothing"),
    ),
    "a number that the data say": (
        (
            'title.nl = "Kosten"\ntitle.fr = "Coûts"\ntitle.en = "Costs"',
            'title = "99"',
        ),
        ("panel.1.title.nl", "The number 99 is in no title, scope or period"),
    ),
    "other numbers in another language": (
        ('title.en = "Numbers"', 'title.en = "Numbers of 2021"'),
        ("panel.0.title", "The languages hold different numbers"),
    ),
    "a straight apostrophe": (
        ("Labo’s en bedrijven", "Labo's en bedrijven"),
        ("title.nl", "has a straight quote"),
    ),
    "a caution copied from a document": (
        ("These are different things.", "Per cent of those of the."),
        ("panel.0.caution.en", "stands so in a source document"),
    ),
    "a word that the glossary avoids": (
        ("These are different things.", "These are zedlabs."),
        ("panel.0.caution.en", "The glossary does not say “zedlabs”"),
    ),
    "an id that is used twice": (
        ('id = "zed-shares"', 'id = "zed-counts"'),
        ("id", "The id is also used in zz/charts.toml"),
    ),
}


@pytest.fixture
def seeds(small_seeds: SmallSeeds) -> SmallSeeds:
    small_seeds.add("charts.toml", CHARTS)
    return small_seeds


@pytest.fixture
def library(seeds: SmallSeeds, tmp_path: Path) -> Iterator[AtlasLibrary]:
    with closing(seeds.opened(tmp_path / "atlas.sqlite")) as opened:
        yield opened


def test_charts_without_a_mistake_are_read(seeds: SmallSeeds):
    assert seeds.mistakes() == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_chart_is_said_in_a_sentence(seeds: SmallSeeds, name: str):
    change, told = MISTAKES[name]
    seeds.change("charts.toml", *change)
    seeds.assert_told("charts.toml", "chart", *told)


@pytest.mark.parametrize(
    "name", [name for name in MISTAKES if name != "a number that the data say"]
)
def test_a_mistake_in_a_chart_is_said_once(seeds: SmallSeeds, name: str):
    (old, new), _wanted = MISTAKES[name]
    seeds.change("charts.toml", old, new)
    assert len(seeds.mistakes()) == 1


def test_a_rank_has_no_place_among_bars(seeds: SmallSeeds):
    seeds.add("figures.toml", RANK)
    old = 'figures = ["figure/zed-share"]'
    seeds.change("charts.toml", old, 'figures = ["figure/zed-rank"]')
    sentences = [sentence for _file, _record, _key, sentence in seeds.mistakes()]
    assert any("A chart of ranks holds ranks alone" in sentence for sentence in sentences)


def test_a_mistake_in_a_figure_makes_none_in_its_chart(seeds: SmallSeeds):
    seeds.change("figures.toml", "value = 1250", 'value = "many"')
    assert {record for _file, record, _key, _sentence in seeds.mistakes()} == {
        "figure/zed-laboratories"
    }


def test_columns_need_a_milestone_that_has_a_year(seeds: SmallSeeds):
    seeds.add("charts.toml", COLUMNS)
    assert seeds.mistakes() == []
    seeds.change("milestones.toml", 'period = "2020-07-14"', 'period = "2020..2021"')
    found = seeds.mistakes()
    assert [
        (record, key) for _file, record, key, sentence in found if "No milestone has" in sentence
    ] == [("chart/zed-milestones", "form")]


def test_the_milestones_of_a_country_that_does_not_exist_are_counted(
    small_seeds: SmallSeeds, tmp_path: Path, languages: dict[str, Language]
):
    small_seeds.add("charts.toml", COLUMNS)
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        (spec,) = library.charts()
        assert spec.panels == ()
        page = chart_page(Describer(library, languages["en"], TODAY), spec)
    assert page.title == "Milestones"
    assert {mark.period for mark in page.panels[0].marks} == {"2020"}


def test_no_record_can_link_to_a_chart(seeds: SmallSeeds):
    seeds.change("milestones.toml", '"programme/zed-plan"', '"chart/zed-counts"')
    (mistake,) = seeds.mistakes()
    assert "There is no record “chart/zed-counts”" in mistake[3]


def test_the_reader_gives_back_what_the_seeds_say(seeds: SmallSeeds, library: AtlasLibrary):
    assert tuple(library.charts()) == seeds.read().charts
    counts, shares = library.charts()
    assert (counts.id, shares.id) == ("zed-counts", "zed-shares")
    assert (counts.form, counts.finding) == (ChartForm.BARS, Finding.LARGEST)
    assert counts.themes == ("theme/zed-prevention",)
    assert counts.panels[0].requested == ("figure/zed-firms",)
    assert counts.panels[1].caution is None


def test_a_country_that_does_not_exist_gets_charts_with_no_code(
    library: AtlasLibrary, languages: dict[str, Language]
):
    for language in languages.values():
        for spec in library.charts():
            page = chart_page(Describer(library, language, TODAY), spec)
            assert page.title == spec.title[language.code]
            assert page.headline
            assert page.source
            assert [panel.title for panel in page.panels] == [
                panel.title[language.code] for panel in spec.panels
            ]


def test_the_made_up_chart_says_its_finding(library: AtlasLibrary, languages: dict[str, Language]):
    page = chart_page(Describer(library, languages["en"], TODAY), library.charts()[0])
    assert "1,250 laboratories (2021)" in page.headline
    assert "rising" in page.notes
    assert page.panels[1].unit == "billion euros"


def test_an_atlas_without_charts_has_none(zedland: AtlasLibrary):
    assert list(zedland.charts()) == []


def test_every_figure_drawn_is_a_record(library: AtlasLibrary, tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "atlas.sqlite")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize(
    ("columns", "table", "unread"),
    [
        (CHART_COLUMNS, ChartRow, {"position"}),
        (TEXT_COLUMNS, ChartTextRow, set[str]()),
        (FIGURE_COLUMNS, ChartFigureRow, {"position"}),
    ],
)
def test_the_columns_read_are_those_of_the_tables(
    columns: tuple[str, ...], table: type[ChartRow], unread: set[str]
):
    assert {*columns, *unread} == set(table.model_fields)
