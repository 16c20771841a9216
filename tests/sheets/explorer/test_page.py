"""What the explorer says of the figures that fit."""

from __future__ import annotations

import pytest

from desktop.domain.exploring import Exploration, fitting
from desktop.domain.records import Figure, Kind
from desktop.l10n.language import Language
from desktop.sheets.explorer.page import explorer_page
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY


@pytest.fixture
def describers(library: AtlasLibrary, languages: dict[str, Language]) -> dict[str, Describer]:
    return {code: Describer(library, languages[code], TODAY) for code in LANGUAGES}


def indicators(library: AtlasLibrary) -> list[str]:
    figures = (record.details for record in library.list(Kind.FIGURE))
    return sorted({each.indicator for each in figures if isinstance(each, Figure)})


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_indicator_is_told_with_all_its_figures_and_their_sources(
    library: AtlasLibrary, describers: dict[str, Describer], code: str
) -> None:
    for indicator in indicators(library):
        page = explorer_page(describers[code], Exploration(indicator))
        assert page.title == library.title(indicator)[code]
        found = fitting(library, Exploration(indicator), code)
        assert sorted(page.figures) == sorted(found)
        assert str(len(page.figures)) in page.count
        records = library.get_many(page.figures)
        cited = {(each.section or each.document) for r in records for each in r.citations}
        assert {source.record for source in page.sources} == cited
        assert [source.number for source in page.sources] == list(range(1, len(cited) + 1))
        for source in page.sources:
            paragraphs = {
                each.paragraph
                for record in records
                for each in record.citations
                if (each.section or each.document) == source.record
            }
            assert source.paragraphs == tuple(sorted(paragraphs))
        drawn = [
            r for r in records if isinstance(r.details, Figure) and r.details.value is not None
        ]
        assert (page.chart is not None) == bool(drawn)
        assert bool(page.words) != bool(drawn)
        if page.chart:
            marks = [mark for panel in page.chart.panels for mark in panel.marks]
            assert tuple(mark.record for mark in marks) == page.figures


def test_the_count_says_of_how_many_and_how_many_are_in_words(
    describers: dict[str, Describer],
) -> None:
    jobs = explorer_page(describers["en"], Exploration("term/jobs"))
    assert jobs.count == "9 figures, 3 in words instead of numbers"
    flanders = explorer_page(describers["en"], Exploration("term/jobs", ("place/flanders",)))
    assert flanders.count == "2 of 9 figures, 1 in words instead of a number"
    assert explorer_page(describers["en"], Exploration("term/turnover")).count == "1 figure"
    position = explorer_page(describers["en"], Exploration("term/market-position"))
    assert position.count == "10 figures, in words only"
    assert position.words == "Market position: stated in words only, so there is no chart."


def test_the_charts_of_two_choices_are_told_apart_by_names_that_files_can_have(
    describers: dict[str, Describer],
) -> None:
    choices = (
        Exploration("term/jobs"),
        Exploration("term/jobs", ("place/flanders",)),
        Exploration("term/jobs", (), ("",)),
    )
    pages = [explorer_page(describers["en"], each) for each in choices]
    keys = [page.chart.id for page in pages if page.chart]
    assert len(set(keys)) == 3
    names = [key.rpartition("/")[2] for key in keys]
    assert names == ["jobs", "jobs-flanders", "jobs-undated"]


def test_figures_that_no_disagreement_names_bear_no_caution(
    describers: dict[str, Describer],
) -> None:
    page = explorer_page(describers["en"], Exploration("term/prevention-spending"))
    assert (page.caution, page.cautions) == ("", ())


def test_a_disagreement_is_named_with_why(
    library: AtlasLibrary, describers: dict[str, Describer]
) -> None:
    page = explorer_page(describers["en"], Exploration("term/rd-spending"))
    assert "disagreement" in page.caution
    (first, *_others) = page.cautions
    assert first.record == "disagreement/rd-spending"
    assert first.title == library.title(first.record)["en"]
    assert first.why.endswith("it compares 4 of these figures")
    assert "different" in first.why


def test_nothing_chosen_and_nothing_found_say_what_to_do(describers: dict[str, Describer]) -> None:
    nothing = explorer_page(describers["en"], Exploration())
    assert nothing.count == ""
    assert nothing.words.startswith(
        "Choose above what to measure: there are figures of 78 indicators"
    )
    elsewhere = explorer_page(describers["en"], Exploration("term/jobs", ("place/iceland",)))
    assert "Remove one" in elsewhere.words
    assert elsewhere.count == "0 of 9 figures"
    assert elsewhere.figures == elsewhere.sources == elsewhere.cautions == ()
    in_wallonia = explorer_page(describers["en"], Exploration("", ("place/wallonia",)))
    assert "1 indicator." in in_wallonia.words
