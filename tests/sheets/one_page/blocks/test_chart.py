"""The chart of a sheet: there only where its bars can be set against each other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.domain.chart_specs import Finding
from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage
from desktop.sheets.one_page.parts import rows_with_others
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of

Languages = Mapping[str, Language]


def chart(library: Library, subject: str, language: Language) -> ChartPage | None:
    return sheet_of(library, SheetOrder(subject, (language.code,)), language).chart


def test_every_bar_stands_beside_another_of_another_length(
    library: Library, languages: Languages
) -> None:
    findings = {spec.id: spec.finding for spec in library.charts()}
    found = 0
    for subject in sheet_ids(library):
        page = chart(library, subject, languages["en"])
        for panel in page.panels if page else ():
            drawn = [(mark.low, mark.high) for mark in panel.marks if mark.high is not None]
            assert len(drawn) > 1, subject
            assert len(set(drawn)) > 1, subject
            found += 1
        assert page is None or findings[page.id] is not Finding.RIVALS, subject
    assert found > 10


@pytest.mark.parametrize(
    ("subject", "panels"),
    [
        # Two amounts, one a year and one once.
        ("programme/regmed-xb", 0),
        # Jobs and researchers, of two places.
        ("theme/pharma-employment", 0),
        # Of two groups one is one bar.
        ("theme/erdf-priority-1-innovation", 1),
        # Its two bars are of one figure that is among the key figures, and of one that is not.
        ("theme/pharma-market-position-flanders", 1),
        ("place/belgium", 1),
    ],
)
def test_groups_of_one_bar_are_left_out_and_so_is_a_chart_of_nothing_else(
    library: Library, languages: Languages, subject: str, panels: int
) -> None:
    page = chart(library, subject, languages["en"])
    assert len(page.panels if page else ()) == panels


def test_the_headline_is_of_the_groups_that_are_left(
    library: Library, languages: Languages
) -> None:
    page = chart(library, "theme/erdf-priority-1-innovation", languages["en"])
    assert page
    assert "17.25" not in page.headline
    assert "175.59" in page.headline


@pytest.mark.parametrize(
    "subject",
    ["programme/aal", "programme/one-plus-mega", "programme/erdf-flanders-2014-2020"],
)
def test_a_small_chart_of_key_figures_alone_is_none(
    library: Library, languages: Languages, subject: str
) -> None:
    assert chart(library, subject, languages["en"]) is None


def test_a_small_chart_shows_more_than_the_key_figures(
    library: Library, languages: Languages
) -> None:
    small = 0
    for subject in sheet_ids(library):
        sheet = sheet_of(library, SheetOrder(subject, ("en",)), languages["en"])
        panels = sheet.chart.panels if sheet.chart else ()
        drawn = {mark.record for panel in panels for mark in panel.marks}
        block = sheet.block("figures")
        rows = rows_with_others(block) if block else []
        told = {record for row in rows for record in row.records}
        assert not drawn or len(drawn) > 3 or not drawn <= told, subject
        small += 0 < len(drawn) <= 3
    assert small
