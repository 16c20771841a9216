"""Whether a page says what its sheet says, in the order of the sheet.

A page may hold fewer rows than its sheet: then it says how many, and numbers its notes anew.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.sheets.number_runs import note_text
from desktop.sheets.one_page.parts import (
    AnyRow,
    Block,
    Entry,
    Form,
    KeyFigure,
    Moment,
    Sheet,
    TableRow,
    Zone,
)
from tests.sheets.one_page.paper.reading import squeezed

_ZONES = list(Zone)


@dataclass(frozen=True)
class Found:
    """What a page holds of a sheet, and what is wrong with it."""

    sheet: Sheet
    faults: tuple[str, ...]


def found_on(sheet: Sheet, text: str) -> Found:
    """The sheet as a page whose text is read in this order shows it."""
    stream = squeezed(text)
    faults: list[str] = []
    blocks: dict[str, Block[AnyRow]] = {}
    if not stream.startswith(squeezed(sheet.title)):
        faults.append(f"it does not begin with its title “{sheet.title}”")
    around = (sheet.subtitle, sheet.edition, sheet.cutoff, sheet.prepared)
    around += (sheet.citation, sheet.caveat, sheet.sources_heading if sheet.notes else "")
    faults += [f"it does not say “{each}”" for each in around if squeezed(each) not in stream]
    place = len(squeezed(sheet.title))
    for block in sorted(sheet.blocks, key=lambda each: _ZONES.index(each.zone)):
        kept, place = _kept(block, stream, place, faults)
        blocks[block.name] = kept
    shown = replace(sheet, blocks=tuple(blocks[block.name] for block in sheet.blocks))
    faults += _note_faults(shown, stream)
    faults += _source_faults(shown, stream)
    return Found(shown, tuple(faults))


def _kept(
    block: Block[AnyRow], stream: str, place: int, faults: list[str]
) -> tuple[Block[AnyRow], int]:
    """The block with the rows that follow its heading, and the place after them."""
    for count in range(len(block.rows), -1, -1):
        kept = replace(block, rows=block.rows[:count])
        end = _end_of(_texts(kept), stream, place)
        if end is not None and squeezed(kept.missing) in stream[place:]:
            return kept, end
    faults.append(f"the block “{block.name}” is not there, or not in its place")
    return replace(block, rows=()), place


def _end_of(texts: Sequence[str], stream: str, place: int) -> int | None:
    """Where the last of these texts ends, each after the one before; None where one is missing."""
    for text in map(squeezed, texts):
        found = stream.find(text, place)
        if found < 0:
            return None
        place = found + len(text)
    return place


def _texts(block: Block[AnyRow]) -> list[str]:
    """The texts of a block in reading order; a block with nothing in it need not be there."""
    rows = in_reading_order(block)
    if not rows:
        return []
    heading = [] if block.form is Form.TEXT else [block.heading]
    return [
        *heading,
        *block.columns,
        *(text for row in rows for text in row_texts(row, block.form)),
    ]


def in_reading_order(block: Block[AnyRow]) -> list[AnyRow]:
    """The rows as they stand on a page: moments by time, what took place before the plans."""
    moments: list[Moment] = [row for row in block.rows if isinstance(row, Moment)]
    if len(moments) < len(block.rows):
        return list(block.rows)
    return [*sorted(moments, key=_time)]


def _time(moment: Moment) -> tuple[bool, datetime.date]:
    return bool(moment.note), moment.first_day


def row_texts(row: AnyRow, form: Form) -> list[str]:
    """The texts of a row in reading order."""
    match row:
        case Entry():
            return [row.title, row.text] if form is Form.POINTS else [row.text]
        case KeyFigure():
            others = [other.text for other in row.others]
            return [row.value, row.scope, row.period, row.comparator, *others]
        case TableRow():
            return [*row.cells, row.under]
        case Moment():
            return [row.date, row.title, row.note]


def _note_faults(shown: Sheet, stream: str) -> Iterator[str]:
    """Rows that the numbers of their sources do not follow."""
    notes = shown.notes
    for block in shown.blocks:
        for row in block.rows:
            numbers = squeezed(note_text(notes[each] for each in row.citations if each in notes))
            texts = [squeezed(text) for text in row_texts(row, block.form) if text]
            if not any(f"{text}{numbers}" in stream for text in texts):
                yield f"“{texts[0]}” in “{block.name}” is not followed by its notes {numbers}"


def _source_faults(shown: Sheet, stream: str) -> Iterator[str]:
    """Sources that are not listed with their number, in the order of their numbers."""
    place = stream.rfind(squeezed(shown.sources_heading))
    document = section = None
    for source in shown.sources:
        number = shown.notes.get(source.citation)
        if number is None:
            continue
        texts: list[str] = []
        if (source.document, source.detail) != document:
            document, section = (source.document, source.detail), None
            texts += document
        if source.section != section:
            section = source.section
            texts.append(section)
        end = _end_of([*texts, f"{number}{source.paragraph}"], stream, place)
        if end is None:
            yield f"source {number} “{source.document}, {source.paragraph}” is not in its place"
        else:
            place = end
