"""Regions, cities and who decides what in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.library import Library
from desktop.domain.records import Citation
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.domain.sheet_specs import SheetSpec
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.places import competences, region_of_city, regions
from desktop.sheets.one_page.blocks.talking_points import talking_points
from desktop.sheets.one_page.making import paper_of
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.conftest import MakeCountry
from tests.sheets.one_page.sheets import words_of
from tests.sheets.one_page.subjects import subject_of

Languages = Mapping[str, Language]


def test_the_region_around_a_part_of_a_city_is_a_region(
    library: Library, languages: Languages
) -> None:
    (row,) = region_of_city(subject_of(library, "place/gosselies", languages["en"])).rows
    assert row.records == ("place/wallonia",)
    # As the seeds say it for sheets, and not the long text of its record.
    chosen = next(spec for spec in library.sheets() if spec.subject == "place/wallonia")
    assert chosen.short
    assert chosen.short["en"].startswith(row.cells[1])
    assert row.citations == chosen.citations


def test_what_is_said_of_a_region_cites_what_bears_it_out(
    library: Library, languages: Languages
) -> None:
    specs = {spec.subject: spec for spec in library.sheets() if spec.short}
    for row in regions(subject_of(library, "place/belgium", languages["en"])).rows:
        assert row.citations == specs[row.records[0]].citations


def test_a_region_reads_first_what_it_decides_itself(
    library: Library, languages: Languages
) -> None:
    of_country = [
        row.text for row in competences(subject_of(library, "place/belgium", languages["en"])).rows
    ]
    federal, regional, together = of_country
    assert federal.startswith("Federal level")
    for region in ("place/flanders", "place/wallonia", "place/brussels"):
        rows = competences(subject_of(library, region, languages["en"])).rows
        assert [row.text for row in rows] == [regional, federal, together]
    rows = competences(subject_of(library, "place/ghent", languages["en"])).rows
    assert [row.text for row in rows] == of_country


def test_a_full_page_on_a_region_keeps_what_the_region_decides(
    library: Library, languages: Languages
) -> None:
    block = sheet_of(library, SheetOrder("place/flanders", ("en",)), languages["en"]).block(
        "competences"
    )
    assert block
    assert block.kept == 2


def test_the_seeds_may_say_who_decides_what_in_a_place(
    make_country: MakeCountry, languages: Languages
) -> None:
    cites = (Citation("document/report", "section/first", 2),)
    chosen = Text(dict.fromkeys(("nl", "fr", "en"), "The town decides."))
    spec = SheetSpec("place/ruritania", "xx", competences=chosen, citations=cites)
    library = replace(make_country(rows=1), specs=(spec,))
    (row,) = competences(subject_of(library, "place/ruritania", languages["en"])).rows
    assert (row.text, row.citations) == ("The town decides.", cites)


def test_two_languages_side_by_side_show_every_region(
    library: Library, languages: Languages
) -> None:
    order = SheetOrder("place/belgium", ("nl", "fr"), Layout.BESIDE)
    words = words_of(paper_of(library, order, languages).pdf())
    for region in ("place/brussels", "place/flanders", "place/wallonia"):
        title = library.title(region)
        assert title["nl"] in words
        assert title["fr"] in words
    assert "gewestinValleyAtlas" not in words


def test_the_priorities_of_a_region_are_no_talking_points_too(
    library: Library, languages: Languages
) -> None:
    subject = subject_of(library, "place/brussels", languages["en"])
    assert not subject.spec.points
    assert not talking_points(subject).rows
