"""What stands on a country sheet: ready text in reading order, and no layout."""

from __future__ import annotations

import datetime
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


Row = TypeVar("Row", Entry, KeyFigure, ProgrammeRow, Moment)


@dataclass(frozen=True, slots=True)
class Block(Generic[Row]):
    """Rows under a heading, the first to stay first.

    `left_out[n]` says what is missing when only the first n rows are shown; "" for nothing.
    `columns` are the headings of a table's columns.
    """

    heading: str
    rows: tuple[Row, ...]
    left_out: tuple[str, ...]
    columns: tuple[str, ...] = ()

    @property
    def missing(self) -> str:
        """What is missing of the block, as a sentence; "" for nothing."""
        return self.left_out[len(self.rows)]


@dataclass(frozen=True, slots=True)
class Bars:
    """One shade of the chart: its name, and a count a year."""

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
    """One page on a country, in one language. `chart` is None where there is nothing to count.

    A row is numbered by the place of its citations among those of `sources` that are cited.
    """

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
    took_place: str
    planned: str
    talking_points: Block[Entry]
    open_heading: str
    open_text: str
    sources_heading: str
    sources: tuple[SheetSource, ...]
    citation: str
    caveat: str
