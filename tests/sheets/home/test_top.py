"""The top of home says what the country sheet says, with age and warning."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from desktop.domain.library import rivals_of
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.home.top import HomeTop, home_top, key_records
from desktop.sheets.one_page.parts import KeyFigure
from desktop.sheets.one_page.sheet import sheet_of
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY
from tests.sheets.conftest import MakeCountry

BELGIUM = "place/belgium"


def top_of(library: AtlasLibrary, language: Language, today: datetime.date = TODAY) -> HomeTop:
    describer = Describer(library, language, today)
    country = library.get(BELGIUM)
    return home_top(country, key_records(describer, country), describer)


@pytest.mark.parametrize("code", LANGUAGES)
def test_screen_and_paper_choose_the_same_key_figures(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    top = top_of(library, languages[code])
    sheet = sheet_of(library, SheetOrder(BELGIUM, (code,)), languages[code])
    shown = [figure.fact.value for figure in top.figures]
    block = sheet.block("figures")
    assert block
    assert shown == [row.value for row in block.rows if isinstance(row, KeyFigure)]
    assert len(shown) == 6


def test_each_figure_says_its_period_and_its_age_or_that_it_has_none(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    for key in top_of(library, languages["en"]).figures:
        figure = library.get(key.fact.record).details
        dated = getattr(figure, "period", None) is not None
        assert ("year not stated" in key.fact.note) is not dated
        assert ("years old" in key.fact.note) is dated


def test_a_figure_is_marked_if_others_are_not_to_be_taken_for_it(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    for key in top_of(library, languages["en"]).figures:
        rivals = len(rivals_of(library, library.get(key.fact.record)))
        assert (str(rivals) in key.mark) if rivals else not key.mark


def test_a_figure_that_nothing_contradicts_bears_no_mark(
    make_country: MakeCountry, languages: dict[str, Language]
) -> None:
    library = make_country(2)
    describer = Describer(library, languages["en"], TODAY)  # pyright: ignore[reportArgumentType]
    country = library.get("place/ruritania")
    top = home_top(country, key_records(describer, country), describer)
    assert [key.mark for key in top.figures] == ["", ""]


def test_the_edition_names_the_cut_off_of_the_facts_if_it_is_known(
    make_country: MakeCountry, languages: dict[str, Language]
) -> None:
    library = make_country(0)
    country = library.get("place/ruritania")

    def edition(**fields: str) -> str:
        dated = replace(library, edition={"edition": "2026-11"} | fields)
        describer = Describer(dated, languages["en"], TODAY)  # pyright: ignore[reportArgumentType]
        return home_top(country, (), describer).edition

    assert edition() == "Edition November 2026"
    assert edition(cut_off="2023-08-02") == "Edition November 2026; facts up to 2 August 2023"
