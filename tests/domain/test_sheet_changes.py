"""What has changed since a sheet was made, kind of change by kind."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from desktop.domain.dates import Period
from desktop.domain.records import (
    Basis,
    Figure,
    Kind,
    Milestone,
    Programme,
    Qualifier,
    Record,
    Scale,
    State,
    Status,
    Theme,
    Unit,
)
from desktop.domain.sheet_changes import ChangeKind, SheetChanges, changes_since, due_day
from desktop.domain.sheet_memory import SheetMemory
from desktop.domain.sheet_orders import SheetOrder
from desktop.domain.text import Text

LANGUAGES = ("nl", "fr", "en")
TODAY = datetime.date(2027, 6, 1)


def text(body: str) -> Text:
    return Text(dict.fromkeys(LANGUAGES, body))


def record(record_id: str, details: Figure | Milestone | Programme | Theme) -> Record:
    kind = Kind(record_id.partition("/")[0])
    return Record(
        record_id, kind, "xx", 50, text(record_id), text("Said."), (), (), (), (), details
    )


EXPORTS = Figure(
    indicator="term/exports",
    value=Decimal(56),
    value_to=None,
    scale=Scale.BILLION,
    unit=Unit.EURO,
    per=None,
    counted=None,
    qualifier=Qualifier.EXACT,
    basis=Basis.REPORTED,
    period=Period.parse("2020"),
    place="place/belgium",
    scope=text("biopharma"),
    statement=None,
)
FIGURE = record("figure/exports", EXPORTS)
PLAN = record("milestone/centre", Milestone(Period.parse("2027-03"), None, State.PLANNED))
THEME = record("theme/ageing", Theme("challenge"))


def compared(
    olds: Sequence[Record],
    news: Sequence[Record],
    shown: Sequence[Record] | None = None,
    languages: tuple[str, ...] = LANGUAGES,
    today: datetime.date = TODAY,
) -> SheetChanges:
    """The changes between a sheet of 2026-11 and an atlas of 2027-05 that shows all it has."""
    order = SheetOrder("place/belgium", ("nl",))
    sheet = SheetMemory(order, "2026-11", "Valley Atlas 0.1.0", "Fiche", languages, tuple(olds))
    known = {each.id: each for each in news}
    return changes_since(sheet, "2027-05", known, news if shown is None else shown, today)


def kinds(changes: SheetChanges) -> list[tuple[str, str]]:
    return [(change.kind.value, change.record.id) for change in changes.changes]


def test_the_same_facts_have_not_changed() -> None:
    changes = compared([FIGURE, THEME], [FIGURE, THEME])
    assert (changes.changes, changes.unchanged) == ((), 2)


@pytest.mark.parametrize(
    "corrected",
    [
        {"value": Decimal(57)},
        {"qualifier": Qualifier.ABOUT},
        {"unit": Unit.PERCENT},
        {"period": Period.parse("2021")},
        {"period": None},
        {"scope": text("pharma")},
    ],
    ids=str,
)
def test_a_figure_with_another_value_qualifier_unit_period_or_scope_is_told(
    corrected: dict[str, object],
) -> None:
    new = replace(FIGURE, details=replace(EXPORTS, **corrected))
    changes = compared([FIGURE, THEME], [new, THEME])
    assert kinds(changes) == [("value", "figure/exports")]
    assert changes.changes[0].parts == tuple(corrected)
    assert (changes.changes[0].old, changes.changes[0].new) == (FIGURE, new)
    assert changes.unchanged == 1


def test_corrected_words_are_told_by_the_part_that_they_are_in() -> None:
    new = replace(THEME, title=text("Ageing"), summary=text("Said better."))
    assert compared([THEME], [new]).changes[0].parts == ("title", "summary")


def test_words_in_a_language_that_the_sheet_never_had_are_no_correction() -> None:
    old = replace(THEME, title=Text(dict.fromkeys((*LANGUAGES, "de"), "theme/ageing")))
    new = replace(old, title=Text({**THEME.title, "de": "Alterung"}))
    assert compared([old], [new]).changes == ()
    assert kinds(compared([old], [new], languages=(*LANGUAGES, "de"))) == [
        ("words", "theme/ageing")
    ]


def test_other_details_are_told_as_such() -> None:
    old = record("programme/x", Programme("plan", Status.RUNNING, None))
    new = record("programme/x", Programme("plan", Status.ENDED, None))
    changes = compared([old], [new])
    assert kinds(changes) == [("details", "programme/x")]
    assert changes.changes[0].parts == ("status",)


def test_what_the_atlas_has_no_longer_is_gone_and_nothing_more() -> None:
    assert kinds(compared([THEME, FIGURE], [FIGURE])) == [("gone", "theme/ageing")]


def test_what_a_sheet_shows_now_and_what_it_shows_no_more_are_told() -> None:
    changes = compared([THEME], [THEME, PLAN], shown=[PLAN])
    assert kinds(changes) == [("new", "milestone/centre"), ("dropped", "theme/ageing")]
    assert changes.unchanged == 0


def test_where_there_is_no_such_sheet_any_more_nothing_is_new_or_dropped() -> None:
    sheet = compared([THEME], [THEME]).sheet
    changes = changes_since(sheet, "2027-05", {THEME.id: THEME, PLAN.id: PLAN}, None, TODAY)
    assert (changes.changes, changes.is_offered) == ((), False)


@pytest.mark.parametrize("is_known", [True, False])
def test_a_figure_that_came_for_another_of_the_same_measure_replaces_it(is_known: bool) -> None:
    newer = record("figure/exports-2024", replace(EXPORTS, period=Period.parse("2024")))
    elsewhere = record("figure/exports-nl", replace(EXPORTS, place="place/netherlands"))
    known = [newer, elsewhere, *([FIGURE] if is_known else [])]
    changes = compared([FIGURE], known, shown=[newer, elsewhere])
    assert kinds(changes) == [("replaced", "figure/exports-2024"), ("new", "figure/exports-nl")]
    assert changes.changes[0].old == FIGURE


def test_one_new_figure_replaces_one_old_figure_only() -> None:
    other = replace(FIGURE, id="figure/exports-again")
    newer = record("figure/exports-2024", replace(EXPORTS, period=Period.parse("2024")))
    changes = compared([FIGURE, other], [newer])
    assert kinds(changes) == [
        ("replaced", "figure/exports-2024"),
        ("gone", "figure/exports-again"),
    ]


def test_a_plan_that_took_place_is_told_once() -> None:
    new = record("milestone/centre", Milestone(Period.parse("2027-04"), None, State.PAST))
    assert kinds(compared([PLAN], [new])) == [("happened", "milestone/centre")]


@pytest.mark.parametrize(
    ("today", "is_due"),
    [
        (datetime.date(2027, 3, 31), False),
        (datetime.date(2027, 4, 1), True),
        (datetime.date(2040, 1, 1), True),
    ],
)
def test_a_plan_is_due_the_day_after_its_period(today: datetime.date, is_due: bool) -> None:
    found = kinds(compared([PLAN], [PLAN], today=today))
    assert found == ([("due", "milestone/centre")] if is_due else [])


def test_a_plan_whose_time_had_come_before_the_sheet_was_made_is_no_news() -> None:
    old = record("milestone/old", Milestone(Period.parse("2025"), None, State.PLANNED))
    assert compared([old], [old]).changes == ()


@pytest.mark.parametrize(
    ("details", "day"),
    [
        (Milestone(Period.parse("2027"), None, State.PLANNED), datetime.date(2027, 12, 31)),
        (Milestone(Period.parse("2027.."), None, State.PLANNED), datetime.date(2027, 12, 31)),
        (Milestone(Period.parse("2025..2030"), None, State.PLANNED), datetime.date(2030, 12, 31)),
        (Milestone(None, None, State.PLANNED), None),
        (Milestone(Period.parse("2027"), None, State.PAST), None),
        (
            Programme("plan", Status.PLANNED, Period.parse("2025..2030")),
            datetime.date(2025, 12, 31),
        ),
        (Programme("plan", Status.RUNNING, Period.parse("2025..2030")), None),
        (Theme("challenge"), None),
    ],
    ids=str,
)
def test_when_a_plan_comes_due(
    details: Milestone | Programme | Theme, day: datetime.date | None
) -> None:
    kind = {Milestone: "milestone", Programme: "programme", Theme: "theme"}[type(details)]
    assert due_day(record(f"{kind}/x", details)) == day


def test_changes_stand_by_kind_in_the_order_in_which_one_wants_to_know() -> None:
    new = replace(FIGURE, details=replace(EXPORTS, value=Decimal(1)))
    changes = compared([THEME, PLAN, FIGURE], [PLAN, new])
    assert kinds(changes) == [
        ("value", "figure/exports"),
        ("due", "milestone/centre"),
        ("gone", "theme/ageing"),
    ]
    assert changes.of(ChangeKind.DUE)[0].record == PLAN
