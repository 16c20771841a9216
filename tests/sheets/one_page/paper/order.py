"""Whether a page says what its sheet says, in the order of the sheet.

A page may hold fewer rows than its sheet: then it says how many. What a row rests on is one note;
notes are numbered as one reads, and say at the foot which paragraphs of which documents.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from desktop.domain.records import Citation
from desktop.sheets.number_runs import number_runs
from desktop.sheets.one_page.parts import (
    AnyRow,
    Block,
    Entry,
    Form,
    KeyFigure,
    Moment,
    Sheet,
    SheetSource,
    TableRow,
    Zone,
    rows_with_others,
)
from tests.sheets.one_page.paper.reading import squeezed

_ZONES = list(Zone)
# As many letters as note numbers and a sentence on what is left out may take between two texts.
_NOTES = 90
# It counts what is not said, and a line to say that it is left out would be as long as it is.
_SILENT = ("open",)


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
    around = (sheet.subtitle, sheet.edition, sheet.prepared)
    around += (sheet.citation, sheet.caveat, sheet.sources_heading if sheet.notes else "")
    faults += [f"it does not say “{each}”" for each in around if squeezed(each) not in stream]
    place = len(squeezed(sheet.title))
    for block in sorted(sheet.blocks, key=lambda each: _ZONES.index(each.zone)):
        kept, place = _kept(block, stream, place, faults)
        blocks[block.name] = kept
    has_chart = sheet.chart and squeezed(sheet.chart.headline) in stream
    shown = replace(
        sheet,
        chart=sheet.chart if has_chart else None,
        blocks=tuple(blocks[block.name] for block in sheet.blocks),
    )
    if sheet.chart and not has_chart and squeezed(sheet.chart_left_out) not in stream:
        faults.append("the chart is left out without a word")
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
            is_lost = block.rows and not kept.rows and not kept.missing
            if is_lost and block.name not in _SILENT:
                faults.append(f"the block “{block.name}” has lost all its rows without a word")
            return kept, end
    faults.append(f"the block “{block.name}” is not there, or not in its place")
    return replace(block, rows=()), place


def _end_of(texts: Sequence[str], stream: str, place: int) -> int | None:
    """Where the last of these texts ends, each near the one before; None where one is missing."""
    for index, text in enumerate(map(squeezed, texts)):
        found = stream.find(text, place)
        if found < 0 or (index and found > place + _NOTES):
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
        *(text for row in rows for text in row_texts(row)),
    ]


def in_reading_order(block: Block[AnyRow]) -> list[AnyRow]:
    """The rows as they stand on a page: moments by time, what took place before the plans."""
    moments: list[Moment] = [row for row in block.rows if isinstance(row, Moment)]
    if len(moments) < len(block.rows):
        return list(block.rows)
    return [*sorted(moments, key=_time)]


def _time(moment: Moment) -> tuple[bool, datetime.date]:
    return bool(moment.note), moment.first_day


def row_texts(row: AnyRow) -> list[str]:
    """The texts of a row in reading order."""
    match row:
        case Entry():
            # A text that begins with its title does not say it twice.
            return [row.text] if row.text.startswith(row.title) else [row.title, row.text]
        case KeyFigure():
            others = [other.text for other in row.others]
            return [row.value, row.scope, row.period, row.comparator, *others]
        case TableRow():
            return [*row.cells, row.under]
        case Moment():
            return [row.date, row.title, row.note]


def numbered(shown: Sheet) -> dict[frozenset[Citation], int]:
    """The notes: each set of paragraphs that rows rest on, numbered as one reads."""
    notes: dict[frozenset[Citation], int] = {}
    for block in shown.blocks:
        for row in rows_with_others(replace(block, rows=tuple(in_reading_order(block)))):
            if row.citations:
                notes.setdefault(frozenset(row.citations), len(notes) + 1)
    return notes


def source_texts(shown: Sheet) -> list[str]:
    """What the foot of the page says: the documents by letters, then the notes in order."""
    notes = numbered(shown)
    cited = set().union(*notes)
    sources = [source for source in shown.sources if source.citation in cited]
    documents = dict.fromkeys((source.document, source.detail) for source in sources)
    letters = dict(zip(documents, ascii_uppercase, strict=False))
    texts = [f"{letters[each]} {each[0]}{f' ({each[1]})' if each[1] else ''}" for each in documents]
    for citations, number in notes.items():
        among = [source for source in sources if source.citation in citations]
        places = [
            f"{letters[each]} {_paragraphs([one for one in among if _is_in(one, each)])}"
            for each in documents
            if any(_is_in(one, each) for one in among)
        ]
        texts.append(f"{number} {'; '.join(places)}")
    return texts


def _is_in(source: SheetSource, document: tuple[str, str]) -> bool:
    return (source.document, source.detail) == document


def _paragraphs(sources: Sequence[SheetSource]) -> str:
    """The paragraphs of a document, in the words for the first of them."""
    first = sources[0]
    runs = ", ".join(number_runs(source.citation.paragraph for source in sources))
    return first.paragraph.replace(str(first.citation.paragraph), runs, 1)


def _note_faults(shown: Sheet, stream: str) -> Iterator[str]:
    """Rows that the number of their note does not follow."""
    notes = numbered(shown)
    for block in shown.blocks:
        for row in rows_with_others(block):
            if not row.citations:
                # What shows no record counts some.
                if row.records:
                    yield f"a row of “{block.name}” has no source: {row.records}"
                continue
            number = notes[frozenset(row.citations)]
            alone = replace(row, others=()) if isinstance(row, KeyFigure) else row
            texts = [squeezed(text) for text in row_texts(alone) if text]
            if not any(f"{text}{number}" in stream for text in texts):
                yield f"“{texts[0]}” in “{block.name}” is not followed by its note {number}"


def _source_faults(shown: Sheet, stream: str) -> Iterator[str]:
    """Documents and notes that are not listed, in the order of letters and numbers."""
    place = max(0, stream.rfind(squeezed(shown.sources_heading)))
    for text in source_texts(shown):
        end = _end_of([text], stream, place)
        if end is None:
            yield f"source “{text}” is not in its place"
        else:
            place = end
