"""What is chosen for sheets of a made-up country: read, checked, built and shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.records import Citation, Kind
from desktop.domain.sheet_orders import SheetOrder
from desktop.domain.sheet_specs import ChosenFigure
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Entry, KeyFigure
from desktop.sheets.one_page.sheet import sheet_ids, sheets_of
from desktop.store.reader import AtlasLibrary
from desktop.store.sheets import CITATION_COLUMNS, ITEM_COLUMNS, SHEET_COLUMNS, TEXT_COLUMNS
from desktop.store.tables import SheetCitationRow, SheetItemRow, SheetRow, SheetTextRow

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

REGION = """
[[place]]
id = "north-zed"
type = "region"
title = "North Zed"
summary.nl = "Het noorden."
summary.fr = "Le nord."
summary.en = "The north."
links.part-of = ["place/zedland"]
cites = ["glance:4"]
"""
SHEETS = """\
[[sheet]]
id = "place/zedland"
short.nl = "Zedland heeft 1.250 labo’s."
short.fr = "La Zédie a 1\u202f250 laboratoires."
short.en = "Zedland has 1,250 of them."
competences.nl = "Het land."
competences.fr = "Le pays."
competences.en = "The country."
cites = ["glance:2"]
disagreements = ["disagreement/zed-numbers"]

[[sheet.figure]]
id = "figure/zed-share"
beside = "figure/zed-laboratories"
label.nl = "Labo’s"
label.fr = "Laboratoires"
label.en = "Laboratories"

[[sheet.figure]]
id = "figure/zed-cost"
scope.nl = "van het plan"
scope.fr = "du plan"
scope.en = "of the plan"

[[sheet.point]]
text.nl = "De labo’s zijn talrijk."
text.fr = "Les laboratoires sont nombreux."
text.en = "There are many laboratories."
figure = "figure/zed-laboratories"
records = ["programme/zed-plan"]
"""
MISTAKES = {
    "a subject that there is not": (
        ('id = "place/zedland"', 'id = "place/atlantis"'),
        ("id", "There is no record “place/atlantis”"),
    ),
    "a subject that can have no sheet": (
        ('id = "place/zedland"', 'id = "milestone/zed-signing"'),
        ("id", "does not fit"),
    ),
    "a figure that there is not": (
        ('id = "figure/zed-cost"', 'id = "figure/zed-lost"'),
        ("figure.1.id", "There is no record “figure/zed-lost”"),
    ),
    "a figure to measure against that there is not": (
        ('beside = "figure/zed-laboratories"', 'beside = "figure/zed-lost"'),
        ("figure.0.beside", "There is no record “figure/zed-lost”"),
    ),
    "a label in one language": (
        ('scope.nl = "van het plan"', 'label.nl = "Plan"\nscope.nl = "van het plan"'),
        ("figure.1.label", "The text is missing in fr"),
    ),
    "a label without what it is of": (
        ('beside = "figure/zed-laboratories"\n', ""),
        ("figure.0", "“label” is for “beside”, which is missing"),
    ),
    "a label with a number that the figure says": (
        ('label.en = "Laboratories"', 'label.en = "The 1,250 laboratories"'),
        ("figure.0.label.en", "The number 250 is in no title"),
    ),
    "a figure twice": (
        ('id = "figure/zed-cost"', 'id = "figure/zed-share"'),
        ("figure", "“figure/zed-share” is chosen more than once"),
    ),
    "a point on a figure that there is not": (
        ('figure = "figure/zed-laboratories"', 'figure = "figure/zed-lost"'),
        ("point.0.figure", "There is no record “figure/zed-lost”"),
    ),
    "a line of a point that leaves no place for its time": (
        (
            'text.en = "There are many laboratories."',
            (
                'text.en = "There are many laboratories."\nline.nl = "{value} ({period})"\n'
                'line.fr = "{value} ({period})"\nline.en = "{value} of them"'
            ),
        ),
        ("point.0.line.en", "The line does not say where {period} belongs"),
    ),
    "a point that rests on nothing": (
        ('"programme/zed-plan"', '"programme/zed-plot"'),
        ("point.0.records", "There is no record “programme/zed-plot”"),
    ),
    "a disagreement that there is not": (
        ('"disagreement/zed-numbers"', '"disagreement/zed-peace"'),
        ("disagreements", "There is no record “disagreement/zed-peace”"),
    ),
    "a chart that there is not": (
        ("disagreements =", 'chart = "zed-pie"\ndisagreements ='),
        ("chart", "There is no chart “zed-pie”"),
    ),
    "a number that is not cited": (
        ('short.en = "Zedland has 1,250 of them."', 'short.en = "Zedland has 1,251 of them."'),
        ("short", "The cited paragraphs do not hold the number 1251"),
    ),
    "a paragraph that there is not": (
        ('cites = ["glance:2"]', 'cites = ["glance:2", "glance:99"]'),
        ("cites", "has no paragraph 99"),
    ),
    "a short text without citations": (
        ('cites = ["glance:2"]\n', ""),
        ("", "Cite under “cites” the paragraphs"),
    ),
    "a number that the data say": (
        ("There are many laboratories.", "There are 1,250 laboratories."),
        ("point.0.text.en", "The number 250 is in no title"),
    ),
    "a text in two languages": (
        ('text.fr = "Les laboratoires sont nombreux."\n', ""),
        ("point.0.text", "The text is missing in fr"),
    ),
    "a key that no sheet has": (
        ("disagreements =", 'colour = "red"\ndisagreements ='),
        ("colour", "The key is unknown"),
    ),
}


@pytest.fixture
def seeds(small_seeds: SmallSeeds) -> SmallSeeds:
    small_seeds.add("sheets.toml", SHEETS)
    small_seeds.add("regions.toml", REGION)
    return small_seeds


@pytest.fixture
def library(seeds: SmallSeeds, tmp_path: Path) -> Iterator[AtlasLibrary]:
    with closing(seeds.opened(tmp_path / "atlas.sqlite")) as opened:
        yield opened


def test_sheets_without_a_mistake_are_read(seeds: SmallSeeds):
    assert seeds.mistakes() == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_sheet_is_said_in_a_sentence(seeds: SmallSeeds, name: str):
    change, told = MISTAKES[name]
    seeds.change("sheets.toml", *change)
    seeds.assert_told("sheets.toml", "sheet", *told)


def test_a_subject_is_chosen_for_once(seeds: SmallSeeds):
    seeds.add("more-sheets.toml", '[[sheet]]\nid = "place/zedland"\n')
    (mistake,) = seeds.mistakes()
    assert "The id is also used in" in mistake[3]


def test_no_record_can_link_to_a_sheet(seeds: SmallSeeds):
    seeds.change("milestones.toml", '"programme/zed-plan"', '"sheet/zedland"')
    assert any("There is no record “sheet/zedland”" in mistake[3] for mistake in seeds.mistakes())


def test_the_reader_gives_back_what_the_seeds_say(seeds: SmallSeeds, library: AtlasLibrary):
    assert tuple(library.sheets()) == seeds.read().sheets
    (spec,) = library.sheets()
    assert spec.figures == (
        ChosenFigure(
            "figure/zed-share",
            "figure/zed-laboratories",
            label=Text({"nl": "Labo’s", "fr": "Laboratoires", "en": "Laboratories"}),
        ),
        ChosenFigure(
            "figure/zed-cost",
            scope=Text({"nl": "van het plan", "fr": "du plan", "en": "of the plan"}),
        ),
    )
    assert spec.competences
    assert spec.competences["fr"] == "Le pays."
    assert spec.points[0].records == ("programme/zed-plan",)
    assert spec.citations == (Citation("document/glance", "section/glance-start", 2),)


def test_the_columns_read_are_those_that_are_written(library: AtlasLibrary, tmp_path: Path):
    tables = {
        "sheet": (SheetRow, SHEET_COLUMNS),
        "sheettext": (SheetTextRow, TEXT_COLUMNS),
        "sheetitem": (SheetItemRow, ITEM_COLUMNS),
        "sheetcitation": (SheetCitationRow, CITATION_COLUMNS),
    }
    with closing(sqlite3.connect(tmp_path / "atlas.sqlite")) as database:
        for name, (table, columns) in tables.items():
            written = {row[1] for row in database.execute(f"PRAGMA table_info({name})")}
            assert written == set(table.model_fields)
            assert written >= set(columns)


def test_what_is_chosen_stands_on_the_sheet(library: AtlasLibrary, languages: dict[str, Language]):
    order = SheetOrder("place/zedland", ("nl", "fr", "en"))
    for sheet in sheets_of(library, order, languages):
        blocks = {block.name: block.rows for block in sheet.blocks}
        (short,) = blocks["summary"]
        assert isinstance(short, Entry)
        assert short.text.endswith(("labo’s.", "laboratoires.", "of them."))
        first = blocks["figures"][0]
        assert isinstance(first, KeyFigure)
        assert first.comparator
        (point,) = blocks["talking_points"]
        assert point.records == ("figure/zed-laboratories", "programme/zed-plan")


def test_ties_count_each_other_record_once(library: AtlasLibrary):
    ties = library.ties((Kind.PLACE, Kind.ORGANISATION))
    records = {
        record.id for kind in (Kind.PLACE, Kind.ORGANISATION) for record in library.list(kind)
    }
    assert set(ties) == records
    agency = library.get("organisation/zed-agency")
    others = {link.target for link in agency.links}
    assert ties[agency.id] == (len(others), len(agency.citations))


def test_a_list_and_a_record_are_the_same_record(library: AtlasLibrary):
    before = library.get("programme/zed-plan")
    listed = library.list(Kind.PROGRAMME)
    assert before in listed
    assert library.get("programme/zed-plan") == before
    assert list(library.get_many(["place/port-zed", "programme/zed-plan"]))[1] == before


def test_a_country_needs_a_region_to_have_a_sheet(library: AtlasLibrary, zedland: AtlasLibrary):
    assert not [each for each in sheet_ids(zedland) if each.startswith("place/")]
    assert sheet_ids(library)[:3] == ["place/zedland", "place/north-zed", "place/port-zed"]


def test_an_atlas_without_choices_has_none(zedland: AtlasLibrary):
    assert list(zedland.sheets()) == []
