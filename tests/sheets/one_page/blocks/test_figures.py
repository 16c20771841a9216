"""The key figures of a sheet: which are chosen, what stands beside them, and how old they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.records import (
    Basis,
    Disagreement,
    Figure,
    Kind,
    Link,
    Reason,
    Relation,
    Scale,
    Unit,
)
from desktop.domain.sheet_orders import SheetOrder
from desktop.domain.sheet_specs import ChosenFigure, SheetSpec
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, KeyFigure
from desktop.sheets.one_page.sheet import circle_of, sheet_ids, sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]
WORDS = Text({"nl": "veel", "fr": "beaucoup", "en": "many"})
IN_WORDS = {"unit": Unit.WORDS, "value": None, "statement": WORDS}
BARE = {"unit": Unit.COUNT, "counted": None, "scale": Scale.ONE}


ALONE = frozenset(("disagreements",))


def figures(
    library: Library,
    language: Language,
    subject: str = "place/ruritania",
    without: frozenset[str] = ALONE,
) -> Block:
    order = SheetOrder(subject, (language.code,), without=without)
    block = sheet_of(library, order, language).block("figures")
    assert block is not None
    return block


def key_figures(block: Block[AnyRow]) -> list[KeyFigure]:
    return [row for row in block.rows if isinstance(row, KeyFigure)]


def changed(library: MadeUpLibrary, *changes: Mapping[str, Any]) -> MadeUpLibrary:
    """The same library, its first figures with other details."""
    ids = [record.id for record in library.list(Kind.FIGURE)]
    new = dict(zip(ids, changes, strict=False))
    records = [
        replace(record, details=replace(record.details, **new.get(record.id, {})))
        if isinstance(record.details, Figure)
        else record
        for record in library.records
    ]
    return replace(library, records=records)


def shown(library: Library, language: Language) -> list[str]:
    return [
        row.records[0].removeprefix("figure/figure-") for row in figures(library, language).rows
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], ["0", "1", "2"]),
        ([IN_WORDS], ["1", "2"]),
        ([BARE], ["1", "2"]),
        ([IN_WORDS, BARE], ["2"]),
    ],
)
def test_what_is_no_number_of_anything_is_no_key_figure(
    make_country: MakeCountry,
    languages: Languages,
    changes: Sequence[Mapping[str, Any]],
    expected: list[str],
) -> None:
    library = changed(make_country(rows=3), *changes)
    assert shown(library, languages["en"]) == expected
    missing = figures(library, languages["en"]).missing
    assert ("more figure" in missing) == (len(expected) < 3)


def test_without_one_number_there_is_not_even_a_heading(
    make_country: MakeCountry, languages: Languages
) -> None:
    library = changed(make_country(rows=3), IN_WORDS, IN_WORDS, BARE)
    sheet = sheet_of(library, SheetOrder("place/ruritania", ("en",)), languages["en"])
    assert sheet.block("figures") is None
    absent = sheet.block("absent")
    assert absent
    assert [row.text for row in absent.rows if isinstance(row, Entry)] == [
        "The documents give no figures for Ruritania."
    ]


def test_what_is_no_number_is_a_key_figure_where_it_is_chosen(
    make_country: MakeCountry, languages: Languages
) -> None:
    library = changed(make_country(rows=3), IN_WORDS)
    chosen = SheetSpec("place/ruritania", "xx", figures=(ChosenFigure("figure/figure-0"),))
    assert shown(replace(library, specs=[chosen]), languages["en"]) == ["0", "1", "2"]


def test_what_an_organisation_says_of_others_is_no_key_figure_of_it(
    library: Library, languages: Languages
) -> None:
    stated = {
        link.target
        for link in library.get("organisation/flanders-bio").links
        if link.relation is Relation.STATED_BY
    }
    circle = circle_of(library, SheetOrder("organisation/flanders-bio", ("en",)))
    assert any(each.startswith("figure/") for each in stated)
    assert circle.figure_ids()
    assert stated.isdisjoint(circle.figure_ids())


def compared(library: MadeUpLibrary, *reasons: Reason) -> MadeUpLibrary:
    """The same library, its figures of one indicator and said to be easily confused."""
    ids = [record.id for record in library.list(Kind.FIGURE)]
    disagreement = replace(
        library.get("theme/theme-0"),
        id="disagreement/same",
        kind=Kind.DISAGREEMENT,
        links=tuple(Link(Relation.COMPARES, figure) for figure in ids),
        details=Disagreement(reasons),
    )
    back = (Link(Relation.COMPARES, "disagreement/same", inverse=True),)
    same = changed(library, *({"indicator": "term/same"} for _each in ids))
    records = [
        replace(record, links=back) if record.kind is Kind.FIGURE else record
        for record in same.records
    ]
    return replace(same, records=[*records, disagreement])


@pytest.mark.parametrize(
    ("change", "is_beside"),
    [
        ({}, True),
        ({"place": "place/zenda"}, False),
        ({"unit": Unit.PERCENT, "scale": Scale.ONE}, False),
        ({"indicator": "term/other"}, False),
    ],
)
def test_only_what_could_be_taken_for_a_figure_stands_beside_it(
    make_country: MakeCountry, languages: Languages, change: Mapping[str, Any], is_beside: bool
) -> None:
    library = changed(compared(make_country(rows=2), Reason.NOT_STATED), {}, change)
    first = key_figures(figures(library, languages["en"]))[0]
    assert bool(first.others) is is_beside


@pytest.mark.parametrize(
    ("reasons", "value", "is_beside"),
    [
        ([Reason.SCOPE, Reason.DATE], "14", True),
        ([Reason.SCOPE, Reason.DATE], "9", True),
        ([Reason.SCOPE, Reason.DATE], "4", False),
        ([Reason.SCOPE, Reason.DATE], "40", False),
        ([Reason.SCOPE], "10", False),
        # Where both are said of one thing, the more they differ, the more it matters.
        ([Reason.DATE], "40", True),
    ],
)
def test_what_is_measured_of_something_else_stands_beside_a_figure_only_when_near_it(
    make_country: MakeCountry,
    languages: Languages,
    reasons: Sequence[Reason],
    value: str,
    is_beside: bool,
) -> None:
    library = compared(make_country(rows=2), *reasons)
    library = changed(library, {"value": Decimal(10)}, {"value": Decimal(value)})
    first = key_figures(figures(library, languages["en"]))[0]
    assert bool(first.others) is is_beside


@pytest.mark.parametrize(
    ("rows", "without", "said"),
    [
        # The line on both says so.
        (2, frozenset[str](), [[]]),
        (2, ALONE, [["figure/figure-1"]]),
        # A line has room for two, and the third figure has no other beside it.
        (3, frozenset[str](), [[], []]),
    ],
)
def test_what_a_disagreement_says_does_not_stand_beside_the_figure_too(
    make_country: MakeCountry,
    languages: Languages,
    rows: int,
    without: frozenset[str],
    said: list[list[str]],
) -> None:
    library = compared(make_country(rows=rows), Reason.DATE)
    block = figures(library, languages["en"], without=without)
    beside = [[each.records[0] for each in row.others] for row in key_figures(block)]
    assert beside == said
    assert block.missing == ""


def test_no_figure_of_another_subject_stands_beside_one(
    library: Library, languages: Languages
) -> None:
    found = 0
    for subject in sheet_ids(library):
        sheet = sheet_of(library, SheetOrder(subject, ("en",)), languages["en"])
        block = sheet.block("figures")
        if block is None or subject.startswith("place/"):
            continue
        ties = {link.target for link in library.get(subject).links}
        others = {id_ for row in key_figures(block) for each in row.others for id_ in each.records}
        assert others <= ties, subject
        found += len(others)
    assert found


def test_a_forecast_says_that_its_period_is_over_and_no_age(
    make_country: MakeCountry, languages: Languages
) -> None:
    over, to_come = Period.parse("2017..2024"), Period.parse("2020..2030")
    library = changed(
        make_country(rows=3),
        {"basis": Basis.FORECAST, "period": over},
        {"basis": Basis.TARGET, "period": to_come},
        {"period": over},
    )
    assert [row.period for row in key_figures(figures(library, languages["en"]))] == [
        "2017–2024; forecast (period now over)",
        "2020–2030; goal",
        "2017–2024 (at least 1 year old)",
    ]
