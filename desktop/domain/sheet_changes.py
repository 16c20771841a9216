"""What has changed between the facts that a sheet held and those of the atlas today."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import (
    Figure,
    Milestone,
    Programme,
    Record,
    State,
    Status,
)
from desktop.domain.sheet_memory import SheetMemory
from desktop.domain.text import Text


class ChangeKind(StrEnum):
    """What can become of a fact, in the order in which a reader wants to know."""

    VALUE = "value"  # A figure has another value, qualifier, unit, period or scope.
    REPLACED = "replaced"  # The sheet has another figure of what this one measured in its place.
    HAPPENED = "happened"  # What was a plan is now told as having taken place.
    DUE = "due"  # A plan whose time has come since; the atlas does not say what came of it.
    DETAILS = "details"  # A status, date, role or other detail was corrected.
    WORDS = "words"  # The title or the summary was corrected.
    GONE = "gone"  # The atlas no longer has it.
    NEW = "new"  # A sheet of the same order shows it today, and this one did not.
    DROPPED = "dropped"  # The atlas has it, but a sheet of the same order shows it no longer.


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the record as the sheet held it, and as it is today; None for not there.

    `parts` names the details, or `title` and `summary`, that differ.
    """

    kind: ChangeKind
    old: Record | None
    new: Record | None
    parts: tuple[str, ...] = ()

    @property
    def record(self) -> Record:
        """The record as it is today, or as it last was."""
        found = self.new or self.old
        if found is None:
            raise ValueError(self)
        return found


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """All that has changed since a sheet was made, and how many of its facts are as they were.

    `is_offered` says that there still is a sheet of that order; if not, nothing is known of what
    it would show.
    """

    sheet: SheetMemory
    edition: str
    changes: tuple[Change, ...]
    unchanged: int
    is_offered: bool

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind, in the order of the sheet."""
        return tuple(change for change in self.changes if change.kind is kind)


def changes_since(
    sheet: SheetMemory,
    edition: str,
    known: Mapping[str, Record],
    shown: Sequence[Record] | None,
    today: datetime.date,
) -> SheetChanges:
    """What has changed since a sheet was made, seen on the day `today`.

    `known` are the records of the atlas, by id; `shown` those that a sheet of the same order shows
    now, None where there is no such sheet any more.
    """
    as_of = PartialDate.parse(sheet.edition).first_day()
    changes: list[Change] = []
    for old in sheet.records:
        if new := known.get(old.id):
            changes += _corrections(old, new, sheet.languages)
            changes += _plans(old, new, as_of, today)
        else:
            changes.append(Change(ChangeKind.GONE, old, None))
    if shown is not None:
        changes += _moves(sheet.records, shown)
        changes = _paired(changes)
    touched = {change.old.id for change in changes if change.old}
    order = list(ChangeKind)
    changes.sort(key=lambda change: order.index(change.kind))
    return SheetChanges(
        sheet=sheet,
        edition=edition,
        changes=tuple(changes),
        unchanged=sum(record.id not in touched for record in sheet.records),
        is_offered=shown is not None,
    )


def due_day(record: Record) -> datetime.date | None:
    """The last day by which a plan was to come true; None for what is no plan or has no date.

    A plan with an open end comes due with its beginning, as a programme always does.
    """
    match record.details:
        case Milestone(state=State.PLANNED, period=Period() as period):
            date = period.end or period.start
        case Programme(status=Status.PLANNED, period=Period() as period):
            date = period.start or period.end
        case _:
            return None
    return date.last_day() if date else None


def _corrections(old: Record, new: Record, languages: Sequence[str]) -> Iterator[Change]:
    details = _differing(old, new, languages)
    if details:
        is_figure = isinstance(old.details, Figure) and isinstance(new.details, Figure)
        kind = ChangeKind.VALUE if is_figure else ChangeKind.DETAILS
        yield Change(kind, old, new, details)
    texts = {"title": (old.title, new.title), "summary": (old.summary, new.summary)}
    words = tuple(name for name, pair in texts.items() if not _alike(*pair, languages))
    if words:
        yield Change(ChangeKind.WORDS, old, new, words)


def _differing(old: Record, new: Record, languages: Sequence[str]) -> tuple[str, ...]:
    """The details that differ, but for those of a plan that came true: a change of its own."""
    before, after = old.details, new.details
    told_apart = ("state", "period") if _has_happened(old, new) else ()
    return tuple(
        field.name
        for field in dataclasses.fields(before)
        if field.name not in told_apart
        and not _alike(getattr(before, field.name), getattr(after, field.name, None), languages)
    )


def _alike(before: object, after: object, languages: Sequence[str]) -> bool:
    """Whether two values are the same; of texts, in the languages that both can be had in."""
    if isinstance(before, Text) and isinstance(after, Text):
        return all(before[code] == after[code] for code in languages if code in after)
    return before == after


def _plans(
    old: Record, new: Record, as_of: datetime.date, today: datetime.date
) -> Iterator[Change]:
    if _has_happened(old, new):
        yield Change(ChangeKind.HAPPENED, old, new)
    elif (day := due_day(new)) and as_of <= day < today:
        yield Change(ChangeKind.DUE, old, new)


def _has_happened(old: Record, new: Record) -> bool:
    match old.details, new.details:
        case Milestone(state=State.PLANNED), Milestone(state=State.PAST):
            return True
        case _:
            return False


def _moves(before: Sequence[Record], after: Sequence[Record]) -> Iterator[Change]:
    """What a sheet of the same order shows today and did not, and the other way round."""
    olds = {record.id: record for record in before}
    news = {record.id: record for record in after}
    for record in after:
        if record.id not in olds:
            yield Change(ChangeKind.NEW, None, record)
    for record in before:
        if record.id not in news:
            yield Change(ChangeKind.DROPPED, record, record)


def _paired(changes: Sequence[Change]) -> list[Change]:
    """The changes, with a figure that went and the one that came for it made one.

    A record that the atlas has no longer does not also drop off the sheet.
    """
    gone = {change.record.id for change in changes if change.kind is ChangeKind.GONE}
    came = {
        _measure(change.record): change
        for change in reversed(changes)
        if change.kind is ChangeKind.NEW and isinstance(change.record.details, Figure)
    }
    kept: list[Change] = []
    used: set[str] = set()
    for change in changes:
        went = change.kind in (ChangeKind.GONE, ChangeKind.DROPPED)
        if change.kind is ChangeKind.DROPPED and change.record.id in gone:
            continue
        successor = came.get(_measure(change.record)) if went and change.old else None
        if successor and successor.record.id not in used:
            used.add(successor.record.id)
            kept.append(Change(ChangeKind.REPLACED, change.old, successor.new))
        else:
            kept.append(change)
    return [
        change
        for change in kept
        if not (change.kind is ChangeKind.NEW and change.record.id in used)
    ]


def _measure(record: Record) -> tuple[str, ...]:
    """What a figure measures, where, and in what; the record itself for any other."""
    match record.details:
        case Figure(indicator=indicator, place=place, unit=unit):
            return (indicator, place, unit.value)
        case _:
            return (record.id,)
