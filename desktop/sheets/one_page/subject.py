"""What a sheet is about, and what every block of it needs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.dates import PartialDate
from desktop.domain.library import Library, figures_of
from desktop.domain.problems import N_
from desktop.domain.records import (
    Citation,
    Document,
    Kind,
    Milestone,
    Place,
    Record,
    Relation,
)
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Block, Entry, Form, Row_co, Zone

# Stands for a source where a record says something from general knowledge.
GENERAL_KNOWLEDGE = Citation("", "", 0)
NOTHING = N_("The documents say nothing of this.")


@dataclass(frozen=True, slots=True)
class Subject:
    """One record, in one language, out of a library."""

    library: Library
    language: Language
    record: Record

    def say(self, text: Text) -> str:
        """A text in the language of the sheet."""
        return text[self.language.code]

    def records(self, kind: Kind) -> list[Record]:
        """The records of a kind that belong to the country, the heaviest first."""
        return [
            record for record in self.library.list(kind) if record.country == self.record.country
        ]

    def regions(self) -> list[Record]:
        """The regions of the country, the heaviest first."""
        return regions_of(self.library, self.record.id)

    def figure_ids(self) -> Sequence[str]:
        """The ids of the figures of or about the country and its regions, the heaviest first."""
        places = [self.record, *self.regions()]
        return self.library.figures_in([place.id for place in places])

    def figures(self) -> list[Record]:
        """The figures of or about the country and its regions, the heaviest first."""
        return figures_of(self.library, [self.record, *self.regions()])

    def milestones(self) -> list[tuple[Record, Milestone]]:
        """The country's milestones with their details, the heaviest first."""
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
        name: str,
        form: Form,
        heading: str,
        rows: Iterable[Row_co],
        total: int,
        sentence: Callable[[int], str],
        columns: tuple[str, ...] = (),
        *,
        shown: Callable[[int], int] = lambda rows: rows,
    ) -> Block[Row_co]:
        """A block of `rows` out of `total` records; where it stands is for the recipe to say.

        `sentence` says how many are missing, with a field `{number}`; `shown` counts the records
        that so many rows show.
        """
        kept = tuple(rows)
        left_out = [
            sentence(missing).format(number=self.language.number(missing)) if missing > 0 else ""
            for missing in (total - shown(count) for count in range(len(kept) + 1))
        ]
        if not total:
            left_out = [self.language.gettext(NOTHING)]
        return Block(name, Zone.TOP, form, heading, kept, tuple(left_out), columns)


def regions_of(library: Library, country: str) -> list[Record]:
    """The regions that are part of a country, the heaviest first."""
    return [
        record
        for record in library.list(Kind.PLACE)
        if isinstance(record.details, Place)
        and record.details.type == "region"
        and any(
            link.relation is Relation.PART_OF and link.target == country and not link.inverse
            for link in record.links
        )
    ]


def edition_of(library: Library) -> PartialDate:
    """The edition of a library, as a date."""
    return PartialDate.parse(library.edition["edition"])


def cited(record: Record, *shown: str) -> tuple[Citation, ...]:
    """What stands behind the keys of a record that are `shown`."""
    known = {"all", *shown}.intersection(record.outside)
    return (*record.citations, GENERAL_KNOWLEDGE) if known else record.citations


def latest_date(library: Library, record: Record) -> PartialDate | None:
    """The latest date of the documents that a record cites; None where they bear none."""
    documents = [library.get(citation.document).details for citation in record.citations]
    dates = [
        document.published
        for document in documents
        if isinstance(document, Document) and document.published
    ]
    return max(dates, key=PartialDate.last_day, default=None)
