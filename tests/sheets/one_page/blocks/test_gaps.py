"""What the documents leave open: what is worth counting, and how all of a kind are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.records import Milestone, Programme, State, Status
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Block, Entry
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]
COUNTED = "1 of 4 milestones was still a plan, and whether it took place is not stated."


def open_points(library: MadeUpLibrary, languages: Languages) -> Block | None:
    order = SheetOrder("place/ruritania", ("en",))
    return sheet_of(library, order, languages["en"]).block("open")


def said(library: MadeUpLibrary, languages: Languages) -> str:
    block = open_points(library, languages)
    return "".join(row.text for row in block.rows if isinstance(row, Entry)) if block else ""


def left_open(library: MadeUpLibrary) -> MadeUpLibrary:
    """The same library, in which all programmes are without a status and all milestones plans."""
    records = list(library.records)
    for number, record in enumerate(records):
        if isinstance(record.details, Programme):
            details = replace(record.details, status=Status.NOT_STATED)
            records[number] = replace(record, details=details)
        if isinstance(record.details, Milestone):
            details = replace(record.details, state=State.PLANNED)
            records[number] = replace(record, details=details)
    return replace(library, records=records)


def test_of_one_alone_there_is_nothing_to_count(
    make_country: MakeCountry, languages: Languages
) -> None:
    assert said(left_open(make_country(rows=1)), languages) == ""


def test_what_is_true_of_some_is_counted_and_what_is_true_of_all_is_said_of_all(
    make_country: MakeCountry, languages: Languages
) -> None:
    assert said(make_country(rows=4), languages) == (
        f"None of the 4 figures bears a year. {COUNTED}"
    )


def test_all_of_each_kind_are_told_as_all(make_country: MakeCountry, languages: Languages) -> None:
    library = left_open(make_country(rows=2))
    # A second document without a date.
    note = replace(library.get("document/report"), id="document/note")
    library = replace(library, records=[*library.records, note])
    assert said(library, languages) == (
        "None of the 2 figures bears a year. "
        "All 2 milestones were still plans, and whether they took place is not stated. "
        "None of the 2 programmes has a stated status. "
        "None of the 2 documents bears a date."
    )


@pytest.mark.parametrize("rows", [0, 1])
def test_that_it_is_left_out_is_not_said(
    make_country: MakeCountry, languages: Languages, rows: int
) -> None:
    block = open_points(make_country(rows=4), languages)
    assert block
    assert block.left_out[rows] == ""
