"""What the program asks of a library, wherever the records are kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from desktop.domain.browsing import Browse, Facet, Group
from desktop.domain.chart_specs import ChartSpec
from desktop.domain.queries import Results, SearchQuery
from desktop.domain.records import Kind, Record, Relation, Section
from desktop.domain.sheet_specs import SheetSpec
from desktop.domain.text import Text


class Library(Protocol):
    """Read-only access to the records; every sequence is in order of importance.

    Records may be read from several threads at once.
    """

    @property
    def languages(self) -> Sequence[str]:
        """The language codes that every text is there in."""
        ...

    @property
    def edition(self) -> Mapping[str, str]:
        """What the file says of itself: `edition`, `schema`, `content_hash`, `cut_off`."""
        ...

    def get(self, record_id: str) -> Record:
        """The record of that id; UsageError where there is none."""
        ...

    def title(self, record_id: str) -> Text:
        """The title alone of the record of that id; UsageError where there is none."""
        ...

    def titles(self, record_ids: Collection[str]) -> Mapping[str, Text]:
        """The titles of those ids that there are, found at once."""
        ...

    def list(self, kind: Kind | None = None) -> Sequence[Record]:
        """All records of a kind, or all of them."""
        ...

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        """The records of those ids, in their order; UsageError where one of them is none."""
        ...

    def browse(self, browse: Browse) -> Sequence[Group]:
        """The ids that a list shows, group by group; the groups by their first records."""
        ...

    def facet_counts(self, browse: Browse, facet: Facet) -> Mapping[str, int]:
        """How many records each value of a facet would leave, the values in order.

        What is chosen of other facets is kept; what is chosen of this one does not count.
        """
        ...

    def search(self, query: SearchQuery, language: str) -> Results:
        """What matches, best first, told in `language`; nothing for a query of no words.

        May be called from any thread, by one at a time; `stop_search` ends it early.
        """
        ...

    def stop_search(self) -> None:
        """End the search or the count that another thread runs: it gives back nothing."""
        ...

    def search_counts(self, query: SearchQuery, facet: Facet) -> Mapping[str, int]:
        """How many of the records that match have each value of a facet, the values in order.

        What the query is narrowed to by other facets is kept; by this one does not count.
        """
        ...

    def named(self, kind: Kind, words: str) -> str | None:
        """The id of the record of a kind that goes by these words, in any language, if one does."""
        ...

    def figures_in(self, place_ids: Sequence[str]) -> Sequence[str]:
        """The ids of the figures measured in any of the places or stated to be about it."""
        ...

    def citing(self, section_id: str) -> Sequence[str]:
        """The ids of the records that cite a paragraph of a section, other sections left out."""
        ...

    def coverage(self) -> Mapping[str, tuple[int, int]]:
        """Of each document how many paragraphs it has, and how many hold nothing to carry."""
        ...

    def charts(self) -> Sequence[ChartSpec]:
        """Every chart, in the order of the seeds."""
        ...

    def sheets(self) -> Sequence[SheetSpec]:
        """What is chosen for sheets of one page, in the order of the seeds."""
        ...

    def ties(self, kinds: Sequence[Kind]) -> Mapping[str, tuple[int, int]]:
        """Of each record of the kinds, in order of importance, how much is said of it.

        That is how many others it is tied to, and how many paragraphs it cites. A place is tied to
        the figures measured in it; sections and terms do not count.
        """
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def figures_of(library: Library, places: Iterable[Record]) -> list[Record]:
    """The figures measured in any of the places or stated to be about it, in order of weight."""
    wanted = set(library.figures_in([place.id for place in places]))
    return [record for record in library.list(Kind.FIGURE) if record.id in wanted]


def figures_about(record: Record) -> list[str]:
    """The ids of the figures about a record, the weightiest first."""
    return [
        link.target
        for link in record.links
        if link.inverse
        and link.relation is Relation.ABOUT
        and link.target.startswith(f"{Kind.FIGURE}/")
    ]


def sections_of(library: Library, document_id: str) -> list[Record]:
    """The sections of a document, in the order of its paragraphs."""
    sections = [
        (record.details.first, record)
        for record in library.list(Kind.SECTION)
        if isinstance(record.details, Section) and record.details.document == document_id
    ]
    return [record for _first, record in sorted(sections, key=lambda section: section[0])]


def compared_by(disagreement: Record) -> list[str]:
    """The ids of the figures that a disagreement compares, in its order."""
    return [
        link.target
        for link in disagreement.links
        if link.relation is Relation.COMPARES and not link.inverse
    ]


def rivals_of(library: Library, figure: Record) -> list[Record]:
    """The figures that some disagreement compares a figure with, each once."""
    disagreements = (
        library.get(link.target)
        for link in figure.links
        if link.relation is Relation.COMPARES and link.inverse
    )
    rivals = dict.fromkeys(rival for record in disagreements for rival in compared_by(record))
    return [library.get(rival) for rival in rivals if rival != figure.id]
