"""The milestones of a sheet: a ribbon or a line, and what is said of plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.records import Milestone, State
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, Form, Moment
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]


def milestones(library: Library, subject: str, language: Language) -> Block[AnyRow]:
    sheet = sheet_of(library, SheetOrder(subject, (language.code,)), language)
    block = sheet.block("milestones")
    assert block is not None
    return block


def planned(library: MadeUpLibrary, period: str | None) -> MadeUpLibrary:
    """The same library, all of its milestones planned for one time."""
    when = Period.parse(period) if period else None
    records = [
        replace(record, details=Milestone(when, None, State.PLANNED))
        if isinstance(record.details, Milestone)
        else record
        for record in library.records
    ]
    return replace(library, records=records)


@pytest.mark.parametrize(
    ("period", "date", "note"),
    [
        ("..2025", "by 2025", "planned; outcome not stated"),
        ("2023..", "from 2023", "planned; outcome not stated"),
        ("2026-10", "October 2026", "planned; outcome not stated"),
        # The edition is of November 2026.
        ("2026-11", "November 2026", "plan; document not dated"),
        ("..2030", "by 2030", "plan; document not dated"),
        (None, "date not stated", "plan; document not dated"),
    ],
)
def test_a_plan_whose_day_has_come_is_not_told_as_one_for_the_future(
    make_country: MakeCountry, languages: Languages, period: str | None, date: str, note: str
) -> None:
    library = planned(make_country(rows=3), period)
    rows = milestones(library, "place/ruritania", languages["en"]).rows
    assert {(row.date, row.note) for row in rows if isinstance(row, Moment)} == {(date, note)}


@pytest.mark.parametrize(("rows", "form"), [(1, Form.LINES), (2, Form.RIBBON)])
def test_one_milestone_is_no_ribbon(
    make_country: MakeCountry, languages: Languages, rows: int, form: Form
) -> None:
    block = milestones(make_country(rows=rows), "place/ruritania", languages["en"])
    assert block.form is form
    assert len(block.rows) == rows


def test_a_milestone_alone_keeps_its_date_and_that_it_was_a_plan(
    make_country: MakeCountry, languages: Languages
) -> None:
    library = planned(make_country(rows=1), "..2025")
    (row,) = milestones(library, "place/ruritania", languages["en"]).rows
    assert isinstance(row, Entry)
    assert row.title == "by 2025"
    assert row.text == "Ruritania (planned; outcome not stated)"
    assert row.records == ("milestone/milestone-0",)
