"""The check of numbers, which must be able to fail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop import bundled
from desktop.domain.library import Library
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, KeyFigure, Moment, Sheet
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of
from tests.sheets.one_page.paper.database import Database, number_faults, numbers_in


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    opened = Database(bundled.atlas())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def sheet(library: Library, languages: Mapping[str, Language]) -> Sheet:
    return sheet_of(library, SheetOrder(sheet_ids(library)[0], ("en",)), languages["en"])


def with_row(sheet: Sheet, old: AnyRow, new: AnyRow) -> Sheet:
    return replace(
        sheet,
        blocks=tuple(
            replace(block, rows=tuple(new if row == old else row for row in block.rows))
            for block in sheet.blocks
        ),
    )


def first(sheet: Sheet, kind: type[KeyFigure] | type[Moment]) -> KeyFigure | Moment:
    return next(
        row
        for block in sheet.blocks
        for row in block.rows
        if isinstance(row, kind) and any(sign.isdigit() for sign in row_value(row))
    )


def row_value(row: KeyFigure | Moment) -> str:
    return row.value if isinstance(row, KeyFigure) else row.date


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("40.000 mensen, 11,4% in 2020", "nl", ["40000", "11.4", "2020"]),
        ("38\u202f500 travailleurs, 1,2\u00a0milliard", "fr", ["38500", "1.2"]),
        ("38,500 workers, 1.2 of 1,234,567", "en", ["38500", "1.2", "1234567"]),
        ("in 2020, 2021 and 3.", "en", ["2020", "2021", "3"]),
        ("2018 à 2020", "fr", ["2018", "2020"]),
        ("none", "en", []),
    ],
)
def test_numbers_are_read_as_a_language_writes_them(
    text: str, language: str, numbers: list[str]
) -> None:
    assert numbers_in(text, language) == [Decimal(number) for number in numbers]


def test_a_sheet_has_the_numbers_of_the_database(sheet: Sheet, database: Database) -> None:
    assert list(number_faults(sheet, "en", database)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"value": "€57 billion"},
        {"value": "€5.6 billion"},
        {"value": "much"},
        {"period": "1987"},
        {"comparator": "77 times as much"},
    ],
)
def test_a_wrong_key_figure_is_found(
    sheet: Sheet, database: Database, change: dict[str, str]
) -> None:
    row = first(sheet, KeyFigure)
    assert list(number_faults(with_row(sheet, row, replace(row, **change)), "en", database))


def test_a_wrong_date_is_found(sheet: Sheet, database: Database) -> None:
    row = first(sheet, Moment)
    assert isinstance(row, Moment)
    for date in ("1987", "once"):
        wrong = with_row(sheet, row, replace(row, date=date))
        assert list(number_faults(wrong, "en", database)), date


def test_the_number_of_another_record_is_found(sheet: Sheet, database: Database) -> None:
    row = first(sheet, KeyFigure)
    other = next(
        each.records
        for block in sheet.blocks
        for each in block.rows
        if isinstance(each, KeyFigure) and each.records != row.records
    )
    assert list(number_faults(with_row(sheet, row, replace(row, records=other)), "en", database))
