"""The briefing in words: what the window shows of an item, and what stands on paper."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass

from desktop.domain.briefing import Briefing, Item
from desktop.domain.dates import PartialDate
from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.records import Kind, Record
from desktop.l10n.language import Language
from desktop.sheets.record.facts import Fact
from desktop.sheets.record.page import Describer, RecordPage

# What the meeting is called that was not given a title.
UNTITLED = N_("General")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of an entry: `note` says when it holds and how old it is.

    The value that a figure is has its title for a label, and so none of its own. `sources` are the
    numbers of what says so.
    """

    label: str
    value: str
    note: str
    is_figure: bool
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the briefing in words; `remarks` say what is to be borne in mind.

    An item that this edition of the atlas lacks has its id for a title, and no `kind`.
    """

    title: str
    kind: str
    values: tuple[Value, ...]
    summary: str
    remarks: tuple[str, ...]
    note: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """What says something: `record` is the section that the text names, or the document."""

    number: int
    record: str
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The entries of a meeting; the title is empty where it is the only one and has none."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """The whole briefing in one language, in reading order, its sources numbered at its end.

    `page_label` has the fields `{page}` and `{pages}`, `lacking` has `{sign}`: it is said only
    where a sign that no font has was replaced by that one.
    """

    territory_code: str
    day: datetime.date
    title: str
    date: str
    edition: str
    chapters: tuple[Chapter, ...]
    empty: str
    note_label: str
    sources_heading: str
    sources: tuple[NumberedSource, ...]
    caveat: str
    lacking: str
    page_label: str


class Numbering:
    """Gives what is cited its numbers, from 1 on, in the order in which it is first cited."""

    def __init__(self, describer: Describer) -> None:
        self._describer = describer
        self._numbers: dict[tuple[str, tuple[int, ...]], NumberedSource] = {}

    @property
    def sources(self) -> tuple[NumberedSource, ...]:
        """All that was cited."""
        return tuple(self._numbers.values())

    def of(self, record: Record) -> tuple[int, ...]:
        """The numbers of what a record cites."""
        return tuple(
            self._numbers.setdefault(
                (source.record, source.paragraphs),
                NumberedSource(len(self._numbers) + 1, source.record, source.text),
            ).number
            for source in self._describer.sources(record)
        )


def meeting_title(title: str, language: Language) -> str:
    """The title of a meeting, or what one without a title is called."""
    return title.strip() or language.gettext(UNTITLED)


def record_of(library: Library, record_id: str) -> Record | None:
    """The record that an item names; None where this edition lacks it."""
    try:
        return library.get(record_id)
    except UsageError:
        return None


def entry_of(describer: Describer, item: Item, numbering: Numbering) -> Entry:
    """An item in the describer's language, its sources numbered on."""
    record = record_of(describer.library, item.record)
    note = printable(item.note)
    if record is None:
        missing = describer.language.gettext("This edition of the atlas does not have this record.")
        return Entry(item.record, "", (), "", (missing,), note, ())
    page = describer.page(record)
    # The text of an entry stands above its values, and is cited first.
    sources = numbering.of(record)
    values = tuple(_value(describer.library, fact, record, numbering) for fact in page.facts)
    remarks = (*_left_out(describer, record, page), *page.caveats)
    return Entry(page.title, page.kind, values, page.summary, remarks, note, sources)


def briefing_page(describer: Describer, briefing: Briefing) -> BriefingPage:
    """The briefing in the describer's language, as of the describer's day."""
    language = describer.language
    tr = language.gettext
    numbering = Numbering(describer)
    has_titles = len(briefing.meetings) > 1 or any(each.title.strip() for each in briefing.meetings)
    edition = PartialDate.parse(describer.library.edition["edition"])
    chapters = tuple(
        Chapter(
            printable(meeting_title(meeting.title, language)) if has_titles else "",
            tuple(entry_of(describer, item, numbering) for item in meeting.items),
        )
        for meeting in briefing.meetings
    )
    return BriefingPage(
        territory_code=language.territory_code,
        day=describer.today,
        title=tr("Briefing"),
        date=language.date(describer.today),
        edition=tr("Edition {edition}").format(edition=language.date(edition)),
        chapters=chapters,
        empty=tr("Nothing is saved here yet."),
        note_label=tr("Note"),
        sources_heading=tr("Sources"),
        sources=numbering.sources,
        caveat=tr("Figures keep the year of their source. The notes are the reader’s own."),
        lacking=tr("No font on this computer has some of the signs used: {sign} stands for them."),
        page_label=tr("Page {page} of {pages}"),
    )


def printable(text: str) -> str:
    """A text without what is no sign to be seen, such as the bell; its lines are kept."""
    return "".join(
        " " if sign == "\t" else sign
        for sign in text
        if sign in "\n\t" or unicodedata.category(sign) != "Cc"
    )


def _value(library: Library, fact: Fact, record: Record, numbering: Numbering) -> Value:
    # A figure says for itself where it comes from; what a record says of itself is cited with it.
    is_other = fact.record != record.id
    sources = numbering.of(library.get(fact.record)) if is_other else ()
    label = "" if fact.is_figure and not is_other else fact.label
    return Value(label, fact.value, fact.note, fact.is_figure, sources)


def _left_out(describer: Describer, record: Record, page: RecordPage) -> tuple[str, ...]:
    """How many figures of a place there are besides those on its page."""
    if record.kind is not Kind.PLACE:
        return ()
    language = describer.language
    figures = describer.library.figures_in([record.id])
    missing = len(figures) - sum(fact.is_figure for fact in page.facts)
    if missing <= 0:
        return ()
    sentence = language.ngettext(
        "{number} more figure in Valley Atlas", "{number} more figures in Valley Atlas", missing
    )
    return (sentence.format(number=language.number(missing)),)
