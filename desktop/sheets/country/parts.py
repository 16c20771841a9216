"""What stands on a country sheet: ready text in reading order, and no layout."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.domain.records import Citation


@dataclass(frozen=True, slots=True)
class Entry:
    """A titled text. A title of "" is a text that needs none."""

    title: str
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One value with its scope and period; `others` are other values of the same indicator.

    `in_words` says that the source gives no number, so that it is set smaller.
    """

    value: str
    in_words: bool
    scope: str
    period: str
    others: tuple[Entry, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme, who takes part in it, its period, and its status in the document."""

    title: str
    partners: str
    period: str
    status: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event. `note` says of a plan as of when it was one; "" for what took place.

    `first_day` is for the order in which moments stand, which is not the order in which they go.
    """

    first_day: datetime.date
    date: str
    title: str
    note: str
    citations: tuple[Citation, ...]


AnyRow = Entry | KeyFigure | ProgrammeRow | Moment
Row_co = TypeVar("Row_co", bound=AnyRow, covariant=True)


@dataclass(frozen=True, slots=True)
class Block(Generic[Row_co]):
    """Rows under a heading, the first to stay first.

    `left_out[n]` says what is missing when only the first n rows are shown; "" for nothing.
    `columns` are the headings of a table's columns.
    """

    heading: str
    rows: tuple[Row_co, ...]
    left_out: tuple[str, ...]
    columns: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """What is missing of the block, as a sentence; "" for nothing."""
        return self.left_out[len(self.rows)]


@dataclass(frozen=True, slots=True)
class Bars:
    """One shade of the chart: its number from 0, its name, and a count a year."""

    shade: int
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A stacked bar chart as data; `spoken` tells a screen reader all of it."""

    heading: str
    years: tuple[str, ...]
    bars: tuple[Bars, ...]
    caption: str
    spoken: str


@dataclass(frozen=True, slots=True)
class SheetSource:
    """One cited paragraph, in words; `detail` says of the document its language and date."""

    citation: Citation
    document: str
    detail: str
    section: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class CountrySheet:
    """One page on a country, in one language. `chart` is None where there is nothing to count."""

    territory_code: str
    date: datetime.date
    document_title: str
    title: str
    subtitle: str
    edition: str
    summary: Block[Entry]
    figures: Block[KeyFigure]
    chart: Chart | None
    regions: Block[Entry]
    competences: Block[Entry]
    programmes: Block[ProgrammeRow]
    milestones: Block[Moment]
    talking_points: Block[Entry]
    open_heading: str
    open_text: str
    sources_heading: str
    sources: tuple[SheetSource, ...]
    citation: str
    caveat: str

    @property
    def blocks(self) -> tuple[Block[AnyRow], ...]:
        """The blocks in reading order."""
        return (
            self.summary,
            self.figures,
            self.regions,
            self.competences,
            self.programmes,
            self.milestones,
            self.talking_points,
        )

    @property
    def notes(self) -> dict[Citation, int]:
        """The number of each citation on the sheet; what no row cites has none."""
        cited = citations_in(self.blocks)
        found = (source.citation for source in self.sources if source.citation in cited)
        return {citation: number for number, citation in enumerate(found, start=1)}


def citations_in(blocks: Iterable[Block[AnyRow]]) -> set[Citation]:
    """All that the rows of blocks cite, the values beside a key figure included."""
    rows = [row for block in blocks for row in block.rows]
    beside = [other for row in rows if isinstance(row, KeyFigure) for other in row.others]
    return {citation for row in (*rows, *beside) for citation in row.citations}
