"""What has changed since a sheet was saved, told in the reader's language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.dates import PartialDate
from desktop.domain.library import Library
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import Figure, Milestone, Record
from desktop.domain.sheet_changes import Change, ChangeKind, SheetChanges, changes_since
from desktop.domain.sheet_memory import SheetMemory
from desktop.domain.sheet_order_format import plain_order
from desktop.l10n.language import Language
from desktop.sheets.record.facts import figure_line
from desktop.sheets.record.rows import date_text, named_rows, span_text
from desktop.sheets.values import value_text, when_text

HEADINGS = {
    ChangeKind.VALUE: N_("Figures that were corrected or brought up to date"),
    ChangeKind.REPLACED: N_("Figures with another in their place"),
    ChangeKind.HAPPENED: N_("Plans that are now told as past"),
    ChangeKind.DUE: N_("Plans that came due"),
    ChangeKind.DETAILS: N_("Details that were corrected"),
    ChangeKind.WORDS: N_("Texts that were corrected"),
    ChangeKind.GONE: N_("No longer in the atlas"),
    ChangeKind.NEW: N_("New on this sheet"),
    ChangeKind.DROPPED: N_("Still in the atlas, no longer on this sheet"),
}
_NOT_DESCRIBED = N_("another detail, which the page does not show")


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change as a line of text; `old` and `new` are what it sets side by side.

    Each is "" where there is none. `is_known` says that the atlas has the record.
    """

    kind: ChangeKind
    record: str
    title: str
    text: str
    old: str = ""
    new: str = ""
    is_known: bool = True


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one kind under their heading."""

    kind: ChangeKind
    heading: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All changes of a sheet in words: `editions` and `outcome` are sentences, to stand first."""

    title: str
    editions: str
    outcome: str
    groups: tuple[ChangeGroup, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The page as lines of text, for a terminal or to copy."""
        found = [self.title, self.editions, self.outcome]
        for group in self.groups:
            found += ["", group.heading, *(f"  - {line.text}" for line in group.lines)]
        return tuple(found)


def compare(
    sheet: SheetMemory,
    library: Library,
    languages: Mapping[str, Language],
    today: datetime.date,
) -> SheetChanges:
    """What has changed between a sheet and what the library says, seen on the day `today`."""
    known = {record.id: record for record in library.list()}
    shown = _shown_today(sheet, library, languages)
    return changes_since(
        sheet,
        library.edition["edition"],
        known,
        None if shown is None else [known[record] for record in shown],
        today,
    )


def _shown_today(
    old: SheetMemory, library: Library, languages: Mapping[str, Language]
) -> Sequence[str] | None:
    """The ids of what a sheet of the same order shows now; None where it cannot be made."""
    # Only now: fitting a page needs typst.
    from desktop.sheets.one_page.making import paper_of

    spoken = tuple(code for code in old.order.languages if code in languages)
    order = replace(old.order, languages=spoken or tuple(languages)[:1])
    try:
        pages = paper_of(library, order, languages).pages
    except AtlasError:
        return None
    return tuple(dict.fromkeys(record for sheet, _size in pages for record in sheet.records))


def changes_page(changes: SheetChanges, language: Language) -> ChangesPage:
    """The changes in words, the kinds in order, each in the order of the sheet."""
    groups = (
        ChangeGroup(
            kind,
            language.gettext(heading),
            tuple(line for change in changes.of(kind) for line in _lines(change, language)),
        )
        for kind, heading in HEADINGS.items()
    )
    return ChangesPage(
        title=changes.sheet.title,
        editions=_editions(changes, language),
        outcome=_outcome(changes, language),
        groups=tuple(group for group in groups if group.lines),
    )


def changes_json(changes: SheetChanges, language: Language) -> dict[str, object]:
    """The same for scripts."""
    page = changes_page(changes, language)
    return {
        "title": changes.sheet.title,
        "order": plain_order(changes.sheet.order),
        "old_edition": changes.sheet.edition,
        "edition": changes.edition,
        "is_offered": changes.is_offered,
        "unchanged": changes.unchanged,
        "changes": [
            {
                "kind": line.kind.value,
                "record": line.record,
                "title": line.title,
                "old": line.old,
                "new": line.new,
                "text": line.text,
            }
            for group in page.groups
            for line in group.lines
        ],
    }


def _editions(changes: SheetChanges, language: Language) -> str:
    old, new = (
        language.date(PartialDate.parse(edition))
        for edition in (changes.sheet.edition, changes.edition)
    )
    if old == new:
        return language.gettext(
            "This sheet and the atlas are both of the edition of {new}."
        ).format(new=new)
    return language.gettext(
        "This sheet is of the edition of {old}; the atlas is of that of {new}."
    ).format(old=old, new=new)


def _outcome(changes: SheetChanges, language: Language) -> str:
    if not changes.is_offered:
        return language.gettext(
            "The atlas has no sheet of this kind any more, so it cannot be said what would be new "
            "on it."
        )
    if not changes.changes:
        return language.gettext("Nothing has changed: the sheet can still be used.")
    sentence = language.ngettext(
        "{number} of its facts is as it was.",
        "{number} of its facts are as they were.",
        changes.unchanged,
    )
    return sentence.format(number=language.number(changes.unchanged))


def _lines(change: Change, language: Language) -> Iterator[ChangeLine]:
    line = ChangeLine(
        kind=change.kind,
        record=change.record.id,
        title=change.record.title[language.code],
        text=_fact(change.record, language),
        is_known=change.new is not None,
    )
    yield from _TOLD.get(change.kind, _told_alone)(change, line, language)


def _told_alone(_change: Change, line: ChangeLine, _language: Language) -> Iterator[ChangeLine]:
    """What the heading says all of."""
    yield line


def _told_value(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    old, new = (_value(record, language) for record in (change.old, change.new))
    if old == new:
        old, new = (_scoped(record, language) for record in (change.old, change.new))
    if old == new:
        yield _unspoken(line, language)
        return
    sentence = language.gettext("{title}: was {old}, is now {new}")
    yield replace(line, old=old, new=new, text=sentence.format(title=line.title, old=old, new=new))


def _told_replaced(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    old, new = (_fact(record, language) for record in (change.old, change.new) if record)
    sentence = language.gettext("Was {old}; in its place now {new}")
    yield replace(line, old=old, new=new, text=sentence.format(old=old, new=new))


def _told_happened(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    old, new = (
        date_text(record.details, language)
        for record in (change.old, change.new)
        if record and isinstance(record.details, Milestone)
    )
    sentence = language.gettext("{title}: was planned ({old}), is now told as past ({new})")
    yield replace(line, old=old, new=new, text=sentence.format(title=line.title, old=old, new=new))


def _told_due(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    period = span_text(change.record, language)
    sentence = language.gettext(
        "{title}: planned for {period}, which has passed; the documents do not say what came of it"
    )
    yield replace(line, old=period, text=sentence.format(title=line.title, period=period))


def _told_details(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    before, after = (
        {part: (label, value) for part, label, value in named_rows(record, language)}
        for record in (change.old, change.new)
        if record
    )
    parts = [
        part
        for part in dict.fromkeys((*before, *after))
        if part in change.parts and before.get(part) != after.get(part)
    ]
    if not parts:
        yield _unspoken(line, language)
    nothing = language.gettext("not stated")
    for part in parts:
        label = (before.get(part) or after[part])[0]
        old, new = (rows[part][1] if part in rows else nothing for rows in (before, after))
        sentence = language.gettext("{title}: {label} was {old}, is now {new}")
        text = sentence.format(title=line.title, label=label, old=old, new=new)
        yield replace(line, old=old, new=new, text=text)


def _told_words(change: Change, line: ChangeLine, language: Language) -> Iterator[ChangeLine]:
    if not (change.old and change.new):
        return
    code = language.code
    for part in change.parts:
        old, new = (getattr(record, part)[code] for record in (change.old, change.new))
        if old == new:
            sentence = language.gettext("{title}: its text was corrected in another language")
        elif part == "title":
            sentence = language.gettext("“{old}” is now called “{new}”")
        else:
            sentence = language.gettext("{title}: its summary was corrected")
        text = sentence.format(title=line.title, old=old, new=new)
        yield replace(line, old=old, new=new, text=text)


def _unspoken(line: ChangeLine, language: Language) -> ChangeLine:
    """A change of what is not said in words, such as the place of a mark on the map."""
    detail = language.gettext(_NOT_DESCRIBED)
    sentence = language.gettext("{title}: {detail}")
    return replace(line, text=sentence.format(title=line.title, detail=detail))


def _fact(record: Record, language: Language) -> str:
    """A figure with its value, any other record by its title."""
    if isinstance(record.details, Figure):
        return figure_line(record, language)
    return record.title[language.code]


def _value(record: Record | None, language: Language) -> str:
    if not (record and isinstance(record.details, Figure)):
        return ""
    return language.gettext("{value} ({period})").format(
        value=value_text(record.details, language), period=when_text(record.details, language)
    )


def _scoped(record: Record | None, language: Language) -> str:
    if not (record and isinstance(record.details, Figure)):
        return ""
    return language.gettext("{value} for {scope}").format(
        value=value_text(record.details, language), scope=record.details.scope[language.code]
    )


_Tell = Callable[[Change, ChangeLine, Language], Iterator[ChangeLine]]
_TOLD: Mapping[ChangeKind, _Tell] = {
    ChangeKind.VALUE: _told_value,
    ChangeKind.REPLACED: _told_replaced,
    ChangeKind.HAPPENED: _told_happened,
    ChangeKind.DUE: _told_due,
    ChangeKind.DETAILS: _told_details,
    ChangeKind.WORDS: _told_words,
}
