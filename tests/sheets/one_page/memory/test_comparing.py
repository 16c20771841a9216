"""What has changed since a sheet was saved: real sheets, held against edited atlases."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library
from desktop.domain.records import Figure, Kind, Milestone, Programme, Record, State, Status
from desktop.domain.sheet_changes import Change, ChangeKind, SheetChanges
from desktop.domain.sheet_memory import SheetMemory
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.memory.comparing import (
    HEADINGS,
    ChangeLine,
    changes_json,
    changes_page,
    compare,
)
from desktop.sheets.one_page.memory.reading import read_content
from desktop.sheets.values import value_text, when_text
from tests.conftest import LANGUAGES, TODAY
from tests.sheets.one_page.editions import LATER, edition, without
from tests.sheets.one_page.papers import saved_pdf, shown

Languages = Mapping[str, Language]
ORDER = SheetOrder("place/belgium", ("nl",))
# Before any plan of the atlas comes due that was not when its edition came out.
AT_ONCE = datetime.date(2026, 11, 2)


@pytest.fixture(scope="module")
def sheet(library: Library, languages: Languages) -> SheetMemory:
    """A sheet of the atlas of today, saved and read back."""
    pdf = saved_pdf(library, ORDER, languages)
    return read_content(pdf, Path("sheet.pdf"), library.languages)


def figure_on(sheet: SheetMemory) -> tuple[Record, Figure]:
    """A figure of the sheet with a number."""
    return next(
        (record, record.details)
        for record in sheet.records
        if isinstance(record.details, Figure) and record.details.value is not None
    )


def lines_of(changes: SheetChanges, kind: ChangeKind, language: Language) -> list[ChangeLine]:
    page = changes_page(changes, language)
    return [line for group in page.groups if group.kind is kind for line in group.lines]


@pytest.mark.parametrize("layout", [Layout.SINGLE, Layout.FACES])
def test_a_sheet_held_against_its_own_atlas_has_not_changed(
    library: Library, languages: Languages, layout: Layout
) -> None:
    codes = ("nl",) if layout is Layout.SINGLE else ("nl", "fr")
    order = SheetOrder("place/belgium", codes, layout)
    pdf = saved_pdf(library, order, languages)
    saved = read_content(pdf, Path("a.pdf"), library.languages)
    changes = compare(saved, library, languages, AT_ONCE)
    assert changes.changes == ()
    assert changes.unchanged == len(saved.records) > 10
    assert changes_page(changes, languages["en"]).groups == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_figure_with_another_value_is_told_in_the_readers_language(
    sheet: SheetMemory, languages: Languages, tmp_path: Path, code: str
) -> None:
    record, figure = figure_on(sheet)
    statements = [
        ("UPDATE figure SET value = '1234.5', period = '2027' WHERE record = ?", (record.id,))
    ]
    with edition(tmp_path, statements) as later:
        changes = compare(sheet, later, languages, AT_ONCE)
        now = later.get(record.id).details
    assert isinstance(now, Figure)
    (line,) = lines_of(changes, ChangeKind.VALUE, languages[code])
    assert line.record == record.id
    assert line.title == record.title[code]
    for told, stated in ((line.old, figure), (line.new, now)):
        assert value_text(stated, languages[code]) in told
        assert when_text(stated, languages[code]) in told
        assert told in line.text
    # A longer value may take the room of other rows; nothing else has become of any of them.
    others = {change.kind for change in changes.changes} - {ChangeKind.VALUE}
    assert others <= {ChangeKind.NEW, ChangeKind.DROPPED}


def test_a_scope_alone_that_was_corrected_is_told_with_both_scopes(
    sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    record, figure = figure_on(sheet)
    statements = [
        (
            "UPDATE text SET body = 'the moon' WHERE record = ? AND field = 'scope'",
            (record.id,),
        )
    ]
    with edition(tmp_path, statements) as later:
        changes = compare(sheet, later, languages, AT_ONCE)
    (line,) = lines_of(changes, ChangeKind.VALUE, languages["nl"])
    assert figure.scope["nl"] in line.old
    assert "the moon" in line.new


def test_a_figure_of_an_older_sheet_is_told_as_it_was_there(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    """The other way round: an older edition made the sheet, and the atlas is that of today."""
    (page,) = shown(library, ORDER, languages)
    record = next(
        record
        for record in map(library.get, page.records)
        if isinstance(record.details, Figure) and record.details.value is not None
    )
    statements = [("UPDATE figure SET value = '7' WHERE record = ?", (record.id,))]
    with edition(tmp_path, statements, "2025-11") as older:
        saved = saved_pdf(older, ORDER, languages)
    changes = compare(
        read_content(saved, Path("a.pdf"), library.languages), library, languages, AT_ONCE
    )
    (line,) = lines_of(changes, ChangeKind.VALUE, languages["en"])
    assert line.record == record.id
    assert "7" in line.old
    page = changes_page(changes, languages["en"])
    assert "November 2025" in page.editions
    assert "November 2026" in page.editions


def test_corrected_words_are_told_with_both(
    sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    record = sheet.records[0]
    statements = [
        (
            "UPDATE text SET body = ? WHERE record = ? AND field = 'title' AND language = 'nl'",
            ("Het koninkrijk", record.id),
        ),
        (
            "UPDATE text SET body = 'Anders.' WHERE record = ? AND field = 'summary'",
            (record.id,),
        ),
    ]
    with edition(tmp_path, statements) as later:
        changes = compare(sheet, later, languages, AT_ONCE)
    title, summary = lines_of(changes, ChangeKind.WORDS, languages["nl"])
    assert (title.old, title.new) == (record.title["nl"], "Het koninkrijk")
    assert title.old in title.text
    assert title.new in title.text
    assert (summary.old, summary.new) == (record.summary["nl"], "Anders.")
    # Nothing of the title was corrected in French, and that is said.
    french = lines_of(changes, ChangeKind.WORDS, languages["fr"])[0]
    assert french.old == french.new == record.title["fr"]


def test_a_programme_that_ended_is_told_by_its_status(
    sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    record = next(each for each in sheet.records if isinstance(each.details, Programme))
    with edition(
        tmp_path, [("UPDATE programme SET status = 'ended' WHERE record = ?", (record.id,))]
    ) as later:
        changes = compare(sheet, later, languages, AT_ONCE)
        assert later.get(record.id).details.status is Status.ENDED  # type: ignore[union-attr]
    (line,) = lines_of(changes, ChangeKind.DETAILS, languages["en"])
    assert line.record == record.id
    assert line.old != line.new
    assert line.new in line.text


def test_what_the_atlas_has_no_longer_is_told(
    sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    record = next(each for each in sheet.records if isinstance(each.details, Milestone))
    with edition(tmp_path, without(record.id)) as later:
        changes = compare(sheet, later, languages, AT_ONCE)
    (line,) = lines_of(changes, ChangeKind.GONE, languages["fr"])
    assert (line.record, line.is_known) == (record.id, False)
    assert record.title["fr"] in line.text


def plan_in(library: Library) -> Record:
    """A milestone that was planned when its document was written."""
    return next(
        record
        for record in library.list(Kind.MILESTONE)
        if isinstance(record.details, Milestone) and record.details.state is State.PLANNED
    )


def test_a_plan_that_took_place_is_told(
    library: Library, sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    plan = plan_in(library)
    happened = "UPDATE milestone SET state = 'past', period = '2027-02-03' WHERE record = ?"
    with edition(tmp_path, [(happened, (plan.id,))]) as later:
        changes = compare(replace(sheet, records=(plan,)), later, languages, AT_ONCE)
    (line,) = lines_of(changes, ChangeKind.HAPPENED, languages["en"])
    assert line.record == plan.id
    assert line.new == "3 February 2027"
    assert lines_of(changes, ChangeKind.DETAILS, languages["en"]) == []


def test_a_plan_comes_due_as_time_goes_by_with_no_new_edition(
    library: Library, sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    plan = plan_in(library)
    statement = ("UPDATE milestone SET period = '2026-12' WHERE record = ?", (plan.id,))
    with edition(tmp_path, [statement], library.edition["edition"]) as same:
        kept = replace(sheet, records=(same.get(plan.id),))
        before, after = (
            compare(kept, same, languages, day)
            for day in (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1))
        )
    assert before.of(ChangeKind.DUE) == ()
    (line,) = lines_of(after, ChangeKind.DUE, languages["en"])
    assert line.record == plan.id
    assert "December 2026" in line.text


def test_what_is_new_on_a_sheet_and_what_dropped_off_is_told(
    library: Library, sheet: SheetMemory, languages: Languages
) -> None:
    """As if the sheet had been shorter, and had held one thing more."""
    extra = next(record for record in library.list() if record.id not in ids(sheet))
    gone = next(
        record for record in reversed(sheet.records) if not isinstance(record.details, Figure)
    )
    kept = tuple(record for record in sheet.records if record.id != gone.id)
    changes = compare(replace(sheet, records=(*kept, extra)), library, languages, AT_ONCE)
    (new,) = lines_of(changes, ChangeKind.NEW, languages["nl"])
    (dropped,) = lines_of(changes, ChangeKind.DROPPED, languages["nl"])
    assert (new.record, dropped.record) == (gone.id, extra.id)
    assert new.text == gone.title["nl"]


def ids(sheet: SheetMemory) -> set[str]:
    return {record.id for record in sheet.records}


def test_a_subject_that_the_atlas_lost_has_no_sheet_to_compare_with(
    library: Library, sheet: SheetMemory, languages: Languages
) -> None:
    lost = replace(sheet, order=SheetOrder("place/atlantis", ("nl",)))
    changes = compare(lost, library, languages, AT_ONCE)
    assert not changes.is_offered
    assert changes.changes == ()
    offered = changes_page(compare(sheet, library, languages, AT_ONCE), languages["en"])
    assert changes_page(changes, languages["en"]).outcome != offered.outcome


def test_a_sheet_in_a_language_that_is_not_there_is_compared_in_another(
    library: Library, sheet: SheetMemory, languages: Languages
) -> None:
    german = replace(sheet, order=replace(sheet.order, languages=("de",)))
    assert compare(german, library, languages, AT_ONCE).changes == ()


def test_each_kind_of_change_has_a_heading_in_the_order_of_kinds() -> None:
    assert list(HEADINGS) == list(ChangeKind)


def test_every_change_there_can_be_between_any_two_records_is_told_in_words(
    library: Library, sheet: SheetMemory, languages: Languages
) -> None:
    """Whatever differs: here everything does, kind by kind."""
    by_kind: dict[str, list[Record]] = {}
    for record in library.list():
        by_kind.setdefault(record.kind.value, []).append(record)
    for records in by_kind.values():
        first, last = records[0], replace(records[-1], id=records[0].id)
        for parts in ((), ("title", "summary"), tuple(first.details.__slots__)):
            for kind in (ChangeKind.VALUE, ChangeKind.DETAILS, ChangeKind.WORDS):
                if kind is ChangeKind.VALUE and not isinstance(first.details, Figure):
                    continue
                if kind is ChangeKind.WORDS and set(parts) - {"title", "summary"}:
                    continue
                change = Change(kind, first, last, parts)
                changes = SheetChanges(sheet, LATER, (change,), 0, is_offered=True)
                for language in languages.values():
                    page = changes_page(changes, language)
                    lines = [line for group in page.groups for line in group.lines]
                    assert bool(lines) == (kind is not ChangeKind.WORDS or bool(parts))
                    assert all(line.text for line in lines)
                    assert "{" not in "".join(page.lines)


def test_the_page_as_lines_and_as_json_say_the_same(
    sheet: SheetMemory, languages: Languages, tmp_path: Path
) -> None:
    record, _figure = figure_on(sheet)
    statements = [("UPDATE figure SET value = '99' WHERE record = ?", (record.id,))]
    with edition(tmp_path, statements) as later:
        changes = compare(sheet, later, languages, TODAY)
    told = json.loads(json.dumps(changes_json(changes, languages["en"])))
    assert (told["old_edition"], told["edition"]) == (sheet.edition, LATER)
    assert told["order"]["subject"] == "place/belgium"
    (change,) = told["changes"]
    assert (change["kind"], change["record"]) == ("value", record.id)
    lines = changes_page(changes, languages["en"]).lines
    assert f"  - {change['text']}" in lines
    assert str(changes.unchanged) in lines[2]


def test_an_open_period_of_an_old_figure_is_told(
    sheet: SheetMemory, library: Library, languages: Languages
) -> None:
    record, figure = figure_on(sheet)
    old = replace(record, details=replace(figure, period=Period.parse("2019..")))
    changed = replace(sheet, records=(old,))
    changes = compare(changed, library, languages, AT_ONCE)
    (line,) = lines_of(changes, ChangeKind.VALUE, languages["en"])
    assert "from 2019" in line.old
