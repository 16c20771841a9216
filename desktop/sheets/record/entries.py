"""Records that are named in a list, each with what a reader wants to know beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.records import Figure, Milestone, Programme, Record
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.facts import figure_line
from desktop.sheets.record.rows import date_text, span_text
from desktop.sheets.values import value_text, when_text


@dataclass(frozen=True, slots=True)
class Entry:
    """A record by its id and title, with a note of a few words; `line` says all on one line."""

    id: str
    title: str
    note: str
    line: str


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Records under one heading; `key` tells the groups of one description apart."""

    key: str
    heading: str
    entries: tuple[Entry, ...]


def entries_of(records: Iterable[Record], language: Language) -> tuple[Entry, ...]:
    """Records as entries: programmes with their period, milestones with their date and state."""
    return tuple(entry_of(record, _note(record, language), language) for record in records)


def entry_of(record: Record, note: str, language: Language) -> Entry:
    """A record as an entry; the line of a figure has its value and period besides the note."""
    title = record.title[language.code]
    if isinstance(record.details, Figure):
        return Entry(record.id, title, note, _figure_line(record, record.details, note, language))
    line = language.gettext("{title} ({note})").format(title=title, note=note) if note else title
    return Entry(record.id, title, note, line)


def _figure_line(record: Record, figure: Figure, note: str, language: Language) -> str:
    if not note:
        return figure_line(record, language)
    return language.gettext("{label}: {value} ({period}; {note})").format(
        label=record.title[language.code],
        value=value_text(figure, language),
        period=when_text(figure, language),
        note=note,
    )


def _note(record: Record, language: Language) -> str:
    match record.details:
        case Programme(period=period) if period:
            text = span_text(record, language)
            # Some names say the year themselves.
            return "" if text in record.title[language.code] else text
        case Milestone(state=state) as milestone:
            return language.gettext("{date}, {state}").format(
                date=date_text(milestone, language), state=language.gettext(labels.STATE[state])
            )
        case _:
            return ""
