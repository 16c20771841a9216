"""Cells and columns of tables: what is stated, and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.records import Programme, Record, Status
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.columns import stated_period, stated_status, table
from desktop.sheets.one_page.parts import TableRow
from tests.sheets.one_page.subjects import subject_of

Languages = Mapping[str, Language]
TETRA = "programme/tetra"


def programme(library: Library, status: Status, period: str) -> Record:
    record = library.get(TETRA)
    assert isinstance(record.details, Programme)
    span = Period.parse(period) if period else None
    return replace(record, details=replace(record.details, status=status, period=span))


@pytest.mark.parametrize(
    ("status", "period", "said"),
    [
        (Status.RUNNING, "2019..2021", "running at the time; period now over"),
        (Status.RUNNING, "2019..2031", "running"),
        (Status.RUNNING, "2019..", "running"),
        (Status.RUNNING, "", "running"),
        (Status.PLANNED, "..2025", "planned; outcome not stated"),
        (Status.PLANNED, "2031", "planned"),
        (Status.SIGNED, "2018", "signed"),
        (Status.LAUNCHED, "2021", "launched"),
        (Status.ENDED, "2019", "ended"),
        (Status.NOT_STATED, "2014..2020", ""),
    ],
)
def test_a_status_says_whether_its_time_is_over(
    library: Library, languages: Languages, status: Status, period: str, said: str
) -> None:
    subject = subject_of(library, TETRA, languages["en"])
    assert stated_status(subject, programme(library, status, period)) == said


def test_a_period_that_is_not_stated_is_nothing(library: Library, languages: Languages) -> None:
    subject = subject_of(library, TETRA, languages["en"])
    assert stated_period(subject, programme(library, Status.RUNNING, "")) == ""
    assert stated_period(subject, programme(library, Status.RUNNING, "2019")) == "2019"


@pytest.mark.parametrize(
    ("status", "period", "said"),
    [
        (Status.ENDED, "..2019", "completed in 2019"),
        (Status.ENDED, "..2019-04", "completed in April 2019"),
        (Status.ENDED, "..2019-04-30", "completed on 30 April 2019"),
        (Status.ENDED, "2013..2019", "2013–2019"),
        (Status.RUNNING, "..2019", "until 2019"),
        (Status.PLANNED, "..2019", "by 2019"),
    ],
)
def test_what_ended_was_completed_then_where_only_its_end_is_told(
    library: Library, languages: Languages, status: Status, period: str, said: str
) -> None:
    subject = subject_of(library, TETRA, languages["en"])
    assert stated_period(subject, programme(library, status, period)) == said


@pytest.mark.parametrize(
    ("cells", "columns", "shown"),
    [
        (
            [("A", "x", "2019"), ("B", "", "")],
            ("N", "T", "P"),
            [("A", "x", "2019"), ("B", "–", "–")],
        ),
        ([("A", "", "2019"), ("B", "", "")], ("N", "P"), [("A", "2019"), ("B", "–")]),
        ([("A", "", ""), ("B", "", "")], ("N",), [("A",), ("B",)]),
        ([], ("N",), []),
    ],
)
def test_a_column_of_nothing_goes_and_a_cell_of_nothing_is_a_dash(
    library: Library,
    languages: Languages,
    cells: list[tuple[str, ...]],
    columns: tuple[str, ...],
    shown: list[tuple[str, ...]],
) -> None:
    subject = subject_of(library, TETRA, languages["en"])
    rows = [TableRow(each, "", ()) for each in cells]
    block = table(subject, ("N", "T", "P"), rows, len(rows), lambda _missing: "")
    assert block.columns == columns
    assert [row.cells for row in block.rows] == shown
