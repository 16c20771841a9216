"""The numbered notes of a sheet: one for all that a row rests on, so that it bears one number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from string import ascii_uppercase
from typing import TypedDict

from desktop.domain.records import Citation
from desktop.sheets.number_runs import number_runs
from desktop.sheets.one_page.parts import (
    AnyRow,
    Block,
    Form,
    Moment,
    Sheet,
    SheetSource,
    rows_with_others,
)

_Cited = tuple[Citation, ...]


class Note(TypedDict):
    """A note: its number, and letter and paragraphs of each document."""

    number: str
    places: list[tuple[str, str]]


class Notes:
    """The notes of a sheet, numbered in reading order; rows that cite the same share theirs."""

    def __init__(self, sheet: Sheet) -> None:
        numbers: dict[frozenset[Citation], int] = {}
        for block in sheet.blocks:
            for row in rows_with_others(replace(block, rows=tuple(rows_as_set(block)))):
                if row.citations:
                    numbers.setdefault(frozenset(row.citations), len(numbers) + 1)
        self._numbers = numbers
        cited = {citation for citations in numbers for citation in citations}
        self._sources = [source for source in sheet.sources if source.citation in cited]
        keys = dict.fromkeys(source.citation.document for source in self._sources)
        self._letters = {key: _letters(index) for index, key in enumerate(keys)}

    def number(self, citations: _Cited) -> str:
        """The number of the note on a row; "" for a row that cites nothing."""
        return str(self._numbers[frozenset(citations)]) if citations else ""

    @property
    def documents(self) -> list[dict[str, str]]:
        """Each cited document with the letter that stands for it in the notes."""
        first = {source.citation.document: source for source in reversed(self._sources)}
        return [
            {"letter": letter, "title": first[key].document, "detail": first[key].detail}
            for key, letter in self._letters.items()
        ]

    @property
    def texts(self) -> list[Note]:
        """Each note: its number, and the paragraphs of each document."""
        return [
            {
                "number": str(number),
                "places": [
                    (self._letters[key], _paragraphs(list(sources)))
                    for key, sources in groupby(
                        (source for source in self._sources if source.citation in citations),
                        lambda source: source.citation.document,
                    )
                ],
            }
            for citations, number in self._numbers.items()
        ]


def rows_as_set(block: Block[AnyRow]) -> Sequence[AnyRow]:
    """The rows in the order of the page: moments by time, what took place before the plans."""
    if block.form is not Form.RIBBON:
        return block.rows
    moments: list[Moment] = [row for row in block.rows if isinstance(row, Moment)]
    moments.sort(key=lambda moment: (bool(moment.note), moment.first_day))
    return moments


def _paragraphs(sources: Sequence[SheetSource]) -> str:
    """The paragraphs of one document in the words of the first: `par. 2–4, 7`; "" for none."""
    first = sources[0]
    runs = _joined(source.citation.paragraph for source in sources)
    return first.paragraph.replace(str(first.citation.paragraph), runs, 1)


def _joined(numbers: Iterable[int]) -> str:
    return ", ".join(number_runs(numbers))


def _letters(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    tens, ones = divmod(index, len(ascii_uppercase))
    return (_letters(tens - 1) if tens else "") + ascii_uppercase[ones]
