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
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, Block, KeyFigure
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]
WORDS = Text({"nl": "veel", "fr": "beaucoup", "en": "many"})
IN_WORDS = {"unit": Unit.WORDS, "value": None, "statement": WORDS}
BARE = {"unit": Unit.COUNT, "counted": None, "scale": Scale.ONE}


def figures(library: Library, language: Language, subject: str = "place/ruritania") -> Block:
    block = sheet_of(library, SheetOrder(subject, (language.code,)), language).block("figures")
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
        ([IN_WORDS], ["1", "2", "0"]),
        ([BARE], ["1", "2", "0"]),
        # No more of them than there are figures beside them.
        ([IN_WORDS, BARE], ["2", "0"]),
        ([IN_WORDS, IN_WORDS, BARE], []),
    ],
)
def test_what_is_no_number_of_anything_comes_last_and_never_alone(
    make_country: MakeCountry,
    languages: Languages,
    changes: Sequence[Mapping[str, Any]],
    expected: list[str],
) -> None:
    library = changed(make_country(rows=3), *changes)
    assert shown(library, languages["en"]) == expected
    # That the documents say nothing would not be true.
    missing = figures(library, languages["en"]).missing
    assert ("more figure" in missing) == (len(expected) < 3)


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
