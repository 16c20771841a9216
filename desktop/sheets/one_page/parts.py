"""What stands on a sheet of one page: ready text in reading order, and no layout."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desktop.domain.records import Citation, Record
from desktop.domain.sheet_orders import SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.charts.page import ChartPage


class Zone(StrEnum):
    """Where a block stands: across the page above or below, or in one of two columns between."""

    TOP = "top"
    LEFT = "left"
    RIGHT = "right"
    FOOT = "foot"


class Form(StrEnum):
    """How the rows of a block are set."""

    TEXT = "text"  # Running text, larger than the rest, with no heading of its own.
    FIGURES = "figures"  # Large values in columns.
    TABLE = "table"  # Cells below the headings of `columns`.
    LIST = "list"  # Texts, one below the other, each with a dash.
    RIBBON = "ribbon"  # Moments along a line.
    POINTS = "points"  # Titled texts side by side.
    LINES = "lines"  # Small texts across the page, beside the heading.


@dataclass(frozen=True, slots=True)
class Entry:
    """A titled text. A title of "" is a text that needs none.

    `records` are the ids of what each row shows, here and in the other kinds of row.
    """

    title: str
    text: str
    citations: tuple[Citation, ...]
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One value with its scope and period; `others` are other values of the same indicator.

    `in_words` says that the source gives no number, so that it is set smaller. `comparator` is the
    rank or the value that it is measured against, "" for none.
    """

    value: str
    in_words: bool
    scope: str
    period: str
    others: tuple[Entry, ...]
    citations: tuple[Citation, ...]
    comparator: str = ""
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: a cell a column, the first its name; `under` runs below all of them."""

    cells: tuple[str, ...]
    under: str
    citations: tuple[Citation, ...]
    records: tuple[str, ...] = ()


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
    records: tuple[str, ...] = ()


AnyRow = Entry | KeyFigure | TableRow | Moment
Row_co = TypeVar("Row_co", bound=AnyRow, covariant=True)


@dataclass(frozen=True, slots=True)
class Block(Generic[Row_co]):
    """Rows under a heading, the first to stay first.

    `name` is the same in all languages, and unique on a sheet. `left_out[n]` says what is missing
    when only the first n rows are shown; "" for nothing. `columns` are the headings of a table.
    Where a page is too full, the block of the lowest `rank` loses its last rows first, down to
    `kept` of them, and only when every block is down to that does it lose more. Less than `least`
    rows say less than none: with them goes the whole block.
    """

    name: str
    zone: Zone
    form: Form
    heading: str
    rows: tuple[Row_co, ...]
    left_out: tuple[str, ...]
    columns: tuple[str, ...] = ()
    rank: int = 0
    kept: int = 0
    least: int = 1

    @property
    def missing(self) -> str:
        """What is missing of the block, as a sentence; "" for nothing."""
        return self.left_out[len(self.rows)]

    @property
    def is_lost(self) -> bool:
        """Whether it had rows, and has lost them all: then not even its heading stands there."""
        return not self.rows and len(self.left_out) > 1


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A small map: an SVG without texts, and what it shows in words."""

    svg: str
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
class Origin:
    """What a sheet was made from: enough to tell its facts in the files inside the PDF.

    `atlas` is what the library says of its edition. `records` are all that a row shows, more than
    the page may keep; `documents` those that they cite.
    """

    order: SheetOrder
    language: Language
    atlas: Mapping[str, str]
    records: tuple[Record, ...]
    documents: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page on a subject, in one language.

    `subject` is the id of its record, or MISSION. `cutoff` says up to when the facts reach,
    `prepared` for whom and when, "" where that is not said. A sheet without an `origin` becomes a
    PDF that remembers nothing. `chart_left_out` says so where the chart finds no room.
    """

    subject: str
    kind: SheetKind
    territory_code: str
    date: datetime.date
    document_title: str
    title: str
    subtitle: str
    edition: str
    cutoff: str
    prepared: str
    map: MapDrawing | None
    chart: ChartPage | None
    blocks: tuple[Block[AnyRow], ...]
    sources_heading: str
    sources: tuple[SheetSource, ...]
    citation: str
    caveat: str
    origin: Origin | None = None
    chart_left_out: str = ""

    def block(self, name: str) -> Block[AnyRow] | None:
        """The block of that name, if the sheet has it."""
        return next((block for block in self.blocks if block.name == name), None)

    @property
    def notes(self) -> dict[Citation, int]:
        """The number of each citation on the sheet; what no row cites has none."""
        cited = citations_in(self.blocks)
        found = (source.citation for source in self.sources if source.citation in cited)
        return {citation: number for number, citation in enumerate(found, start=1)}

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all that the rows and the chart show, in reading order, each once."""
        rows = [row for block in self.blocks for row in rows_with_others(block)]
        shown = [record for row in rows for record in row.records]
        panels = self.chart.panels if self.chart else ()
        shown += (mark.record for panel in panels for mark in panel.marks)
        return tuple(dict.fromkeys(shown))


def rows_with_others(block: Block[AnyRow]) -> list[AnyRow]:
    """The rows of a block, each followed by the values beside it."""
    found: list[AnyRow] = []
    for row in block.rows:
        found.append(row)
        if isinstance(row, KeyFigure):
            found += row.others
    return found


def citations_in(blocks: Iterable[Block[AnyRow]]) -> set[Citation]:
    """All that the rows of blocks cite, the values beside a key figure included."""
    rows = [row for block in blocks for row in rows_with_others(block)]
    return {citation for row in rows for citation in row.citations}
