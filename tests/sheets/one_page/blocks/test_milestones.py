"""The milestones of a sheet: a ribbon or a line, and what is said of plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.records import (
    Citation,
    Kind,
    Link,
    Milestone,
    Programme,
    Record,
    Relation,
    State,
    Status,
)
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, Form, Moment
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]

CITED = tuple(Citation("document/report", "section/first", number) for number in range(1, 4))


def milestones(library: Library, subject: str, language: Language) -> Block[AnyRow]:
    sheet = sheet_of(library, SheetOrder(subject, (language.code,)), language)
    block = sheet.block("milestones")
    assert block is not None
    return block


def planned(library: MadeUpLibrary, period: str | None, count: int = 99) -> MadeUpLibrary:
    """The same library, its first `count` milestones planned for one time."""
    when = Period.parse(period) if period else None
    first = library.list(Kind.MILESTONE)[:count]
    records = [
        replace(record, details=Milestone(when, None, State.PLANNED)) if record in first else record
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


@pytest.mark.parametrize(("undated", "form"), [(3, Form.LINES), (2, Form.LINES), (1, Form.RIBBON)])
def test_fewer_than_two_dates_make_no_ribbon(
    make_country: MakeCountry, languages: Languages, undated: int, form: Form
) -> None:
    library = planned(make_country(rows=3), None, undated)
    block = milestones(library, "place/ruritania", languages["en"])
    assert block.form is form
    assert len(block.rows) == 3


def told_of_programme(library: MadeUpLibrary, period: str, *happened: str | None) -> MadeUpLibrary:
    """The same library, its first programme with a period, and tied to milestones of those."""
    programme = library.get("programme/programme-0")
    pairs = list(zip(library.list(Kind.MILESTONE), happened, strict=False))
    ties = tuple(Link(Relation.ABOUT, record.id, inverse=True) for record, _when in pairs)
    # With enough said of it for a sheet.
    more = tuple(Link(Relation.ABOUT, f"theme/theme-{number}") for number in range(3))
    details = Programme("plan", Status.RUNNING, Period.parse(period))
    new: dict[str, Record] = {
        programme.id: replace(
            programme, details=details, links=(*programme.links, *ties, *more), citations=CITED
        )
    }
    for record, when in pairs:
        milestone = Milestone(Period.parse(when) if when else None, None, State.PAST)
        new[record.id] = replace(record, details=milestone)
    return replace(library, records=[new.get(each.id, each) for each in library.records])


@pytest.mark.parametrize(
    ("period", "happened", "is_shown"),
    [
        ("2018", ["2018"], False),
        ("2018..2020", ["2018..2020"], False),
        ("2018..2020", ["2018"], False),
        ("2018..2020", ["2020"], False),
        ("2018..2020", ["2019"], True),
        ("2018..2020", ["2018-05"], True),
        ("2018..2020", [None], True),
        ("2018..2020", ["2018", "2020"], True),
    ],
)
def test_a_milestone_alone_that_only_says_when_a_programme_ran_is_none(
    make_country: MakeCountry,
    languages: Languages,
    period: str,
    happened: list[str | None],
    is_shown: bool,
) -> None:
    library = told_of_programme(make_country(rows=4), period, *happened)
    order = SheetOrder("programme/programme-0", ("en",))
    block = sheet_of(library, order, languages["en"]).block("milestones")
    assert (block is not None) is is_shown
