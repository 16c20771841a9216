"""Lists of what is around a subject: organisations, people, themes, parts of documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from desktop.domain.records import Citation, Kind, Person, Record, Theme
from desktop.domain.text import Text
from desktop.sheets.one_page.blocks.columns import stated_period, table
from desktop.sheets.one_page.parts import Block, Entry, Form, TableRow
from desktop.sheets.one_page.subject.left_out import more_of
from desktop.sheets.one_page.subject.shortening import chosen, length, shortened
from desktop.sheets.one_page.subject.subject import Subject, cited, named_by

_MOST = 9
_MOST_ROWS = 10
# Characters of the longest language.
_ROOM = 1500
_TEXT_ROOM = 200
_SECTIONS_ROOM = 720
_TABLE_ROOM = 630
_ROW = 40

_NUMBER = re.compile(r"\d{1,2}(\.\d+)*(?= )")


def organisations(subject: Subject) -> Block[Entry]:
    """The organisations, each with a line where one is short enough."""
    return _list(subject, Kind.ORGANISATION, subject.records(Kind.ORGANISATION))


def themes(subject: Subject) -> Block[Entry]:
    """The themes, each with a line where one is short enough."""
    return _list(subject, Kind.THEME, subject.records(Kind.THEME))


def opportunities(subject: Subject) -> Block[Entry]:
    """The themes of a place that say where its policy and its chances lie."""
    wanted = ("priority", "opportunity", "strength", "need")
    found = [
        record
        for record in subject.records(Kind.THEME)
        if isinstance(record.details, Theme) and record.details.type in wanted
    ]
    return _list(subject, Kind.THEME, found)


def sections(subject: Subject) -> Block[Entry]:
    """Where the documents speak of the record: the titles of their parts, a document a row.

    No more than titles, as the most of what a part says may be on something else.
    """
    cited_in = _paragraphs_by_section(subject)
    found = [record for record in subject.library.list(Kind.SECTION) if record.id in cited_in]
    kept = chosen(((record, length(record.title)) for record in found), _SECTIONS_ROOM, _MOST_ROWS)
    kept.sort(key=lambda record: min(cite.paragraph for cite in cited_in[record.id]))
    order = [document.id for document in subject.library.list(Kind.DOCUMENT)]
    kept.sort(key=lambda record: order.index(cited_in[record.id][0].document))
    rows = [
        (document, list(parts))
        for document, parts in groupby(kept, lambda record: cited_in[record.id][0].document)
    ]
    return subject.block(
        Form.LIST,
        [
            Entry(
                subject.say(subject.library.title(document)),
                subject.language.side_by_side(
                    _by_number([subject.say(part.title) for part in parts])
                ),
                tuple(cite for part in parts for cite in cited_in[part.id]),
                tuple(part.id for part in parts),
            )
            for document, parts in rows
        ],
        len(found),
        more_of(Kind.SECTION, subject.language),
        shown=lambda count: sum(len(parts) for _document, parts in rows[:count]),
    )


def _by_number(titles: Sequence[str]) -> list[str]:
    """Titles of sections, their numbers as such; what those of one number share is said once.

    "4.6 Care: mission" and "4.6 Care: lines" become "§ 4.6 Care: mission" and "lines".
    """
    found: list[str] = []
    for number, group in groupby(titles, _number):
        first, *others = group
        shared = _beginning(first)
        if not number or any(_beginning(other) != shared for other in others):
            shared = number
        found.append(f"§\N{NO-BREAK SPACE}{first}" if number else first)
        found += (other.removeprefix(shared).lstrip() for other in others)
    return found


def _beginning(title: str) -> str:
    """What titles may share: their number and all up to a colon, or the number alone."""
    before, colon, _after = title.partition(": ")
    return f"{before}{colon}" if colon else _number(title)


def _number(title: str) -> str:
    """The number that a title begins with; "" for none."""
    return match[0] if (match := _NUMBER.match(title)) else ""


def _paragraphs_by_section(subject: Subject) -> dict[str, list[Citation]]:
    """What the record cites, by the ids of the sections that it stands in."""
    found: dict[str, list[Citation]] = {}
    for cite in subject.record.citations if subject.record else ():
        found.setdefault(cite.section, []).append(cite)
    return found


def people(subject: Subject) -> Block[TableRow]:
    """The people, in the role that the document gave them then, and as of when.

    Nobody stands there as if still in office.
    """
    language = subject.language
    records = subject.records(Kind.PERSON)
    rows = chosen(((record, _person_size(record)) for record in records), _TABLE_ROOM, _MOST_ROWS)
    return table(
        subject,
        (language.gettext("Name"), language.gettext("Role then"), language.gettext("As of")),
        [_person(subject, record) for record in rows],
        len(records),
        more_of(Kind.PERSON, language),
    )


def entry(subject: Subject, record: Record, text: Text | None) -> Entry:
    """A record's title before a text of it, or alone."""
    if text is None:
        return Entry(subject.say(record.title), "", named_by(record), (record.id,))
    return subject.entry(record, text)


def _list(subject: Subject, kind: Kind, records: Sequence[Record]) -> Block[Entry]:
    rows = chosen(((row, _size(*row)) for row in _lines(records)), _ROOM, _MOST)
    return subject.block(
        Form.LIST,
        [_entry_of_all(subject, alike, text) for alike, text in rows],
        len(records),
        more_of(kind, subject.language),
        shown=lambda count: sum(len(alike) for alike, _text in rows[:count]),
    )


def _lines(records: Iterable[Record]) -> list[tuple[list[Record], Text | None]]:
    """Records with a line that is short enough; those with the same one together, by the first."""
    texts: dict[Text | str, Text | None] = {}
    alike: dict[Text | str, list[Record]] = {}
    for record in records:
        text = _line(record)
        key = record.id if text is None else text
        texts[key] = text
        alike.setdefault(key, []).append(record)
    return [(alike[key], text) for key, text in texts.items()]


def _line(record: Record) -> Text | None:
    text = shortened(record.summary, _TEXT_ROOM)
    if text is None and length(record.summary) <= _TEXT_ROOM * 3 // 2:
        # Its sentences do not run in step: the whole, where it is not much longer.
        return record.summary
    return text


def _size(records: Sequence[Record], text: Text | None) -> int:
    return sum(length(record.title) for record in records) + (length(text) if text else _ROW)


def _entry_of_all(subject: Subject, records: Sequence[Record], text: Text | None) -> Entry:
    """The titles of records before the one line of them all."""
    entries = [entry(subject, record, text) for record in records]
    return Entry(
        # No "and", as the line speaks of each of them.
        ", ".join(each.title for each in entries),
        entries[0].text,
        tuple(dict.fromkeys(cite for each in entries for cite in each.citations)),
        tuple(record.id for record in records),
    )


def _person(subject: Subject, record: Record) -> TableRow:
    if not isinstance(record.details, Person):
        raise TypeError(record.id)
    cells = (
        subject.say(record.title),
        subject.say(record.details.role),
        stated_period(subject, record),
    )
    return TableRow(cells, "", cited(record, "role", "as-of"), (record.id,))


def _person_size(record: Record) -> int:
    role = record.details.role if isinstance(record.details, Person) else None
    return length(record.title) + (length(role) if role else 0)
