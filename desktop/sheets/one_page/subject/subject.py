"""What a sheet is about, in one language, and what every block of it needs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.dates import PartialDate
from desktop.domain.library import Library
from desktop.domain.problems import N_
from desktop.domain.records import Citation, Document, Kind, Milestone, Record
from desktop.domain.sheet_orders import SheetKind
from desktop.domain.sheet_specs import SheetSpec
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Block, Entry, Form, Row_co, Zone
from desktop.sheets.one_page.subject.circle import REGION, Circle, parts_of

# Stands for a source where a record says something from general knowledge.
GENERAL_KNOWLEDGE = Citation("", "", 0)
NOTHING = N_("The documents say nothing of this.")
# Of a mission: the documents may say much of it, but not of all that was chosen at once.
NO_MATCH = N_("Nothing matches this choice.")


@dataclass(frozen=True, slots=True)
class Subject:
    """The records of a sheet, told in one language."""

    circle: Circle
    language: Language

    @property
    def library(self) -> Library:
        """Where the records are from."""
        return self.circle.library

    @property
    def record(self) -> Record | None:
        """What the sheet is about; a mission need not have one."""
        return self.circle.record

    @property
    def spec(self) -> SheetSpec:
        """What the seeds choose for it."""
        return self.circle.spec

    def say(self, text: Text) -> str:
        """A text in the language of the sheet."""
        return text[self.language.code]

    def records(self, kind: Kind) -> Sequence[Record]:
        """The records of a kind that belong on the sheet, the heaviest first."""
        return self.circle.records(kind)

    def regions(self) -> list[Record]:
        """The regions of the country, the heaviest first."""
        return parts_of(self.library, self.record, REGION) if self.record else []

    def figure_ids(self) -> Sequence[str]:
        """The ids of its figures, the heaviest first."""
        return self.circle.figure_ids()

    def milestones(self) -> list[tuple[Record, Milestone]]:
        """Its milestones with their details, the heaviest first."""
        return [
            (record, record.details)
            for record in self.records(Kind.MILESTONE)
            if isinstance(record.details, Milestone)
        ]

    def edition(self) -> PartialDate:
        """The edition of the library: the date that ages are counted to."""
        return edition_of(self.library)

    def today(self) -> datetime.date:
        """The first day of the edition: the same sheet whenever it is printed."""
        return self.edition().first_day()

    def entry(self, record: Record, text: Text) -> Entry:
        """A record's title over a text of it."""
        citations = cited(record, "title", "summary")
        return Entry(self.say(record.title), self.say(text), citations, (record.id,))

    def block(
        self,
        form: Form,
        rows: Iterable[Row_co],
        total: int,
        sentence: Callable[[int], str],
        columns: tuple[str, ...] = (),
        *,
        shown: Callable[[int], int] = lambda rows: rows,
    ) -> Block[Row_co]:
        """A block of `rows` out of `total` records; its name and place are for the recipe to say.

        `sentence` says how many are missing, with a field `{number}`; `shown` counts the records
        that so many rows show.
        """
        kept = tuple(rows)
        left_out = [
            sentence(missing).format(number=self.language.number(missing)) if missing > 0 else ""
            for missing in (total - shown(count) for count in range(len(kept) + 1))
        ]
        if not total:
            is_chosen = self.circle.kind is SheetKind.MISSION
            left_out = [self.language.gettext(NO_MATCH if is_chosen else NOTHING)]
        return Block("", Zone.TOP, form, "", kept, tuple(left_out), columns)


def edition_of(library: Library) -> PartialDate:
    """The edition of a library, as a date."""
    return PartialDate.parse(library.edition["edition"])


def cited(record: Record, *shown: str) -> tuple[Citation, ...]:
    """What stands behind the keys of a record that are `shown`."""
    known = {"all", *shown}.intersection(record.outside)
    return (*record.citations, GENERAL_KNOWLEDGE) if known else record.citations


def named_by(record: Record) -> tuple[Citation, ...]:
    """A paragraph that names a record, where its name and type are all that is shown."""
    return cited(record, "title", "type")[:1]


def cited_by_all(records: Iterable[Record], *shown: str) -> tuple[Citation, ...]:
    """The same of several records, each paragraph once."""
    return tuple(dict.fromkeys(cite for record in records for cite in cited(record, *shown)))


def cited_for_tie(record: Record, other: Record) -> tuple[Citation, ...]:
    """What stands behind a tie that `other` states: what both of them cite, else all of its own."""
    stated = cited(other, "links")
    shared = tuple(cite for cite in stated if cite in record.citations)
    return shared or stated


def latest_date(library: Library, record: Record) -> PartialDate | None:
    """The latest date of the documents that a record cites; None where they bear none."""
    documents = [library.get(citation.document).details for citation in record.citations]
    dates = [
        document.published
        for document in documents
        if isinstance(document, Document) and document.published
    ]
    return max(dates, key=PartialDate.last_day, default=None)
