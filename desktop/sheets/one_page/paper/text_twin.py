"""A sheet as running text in reading order: for who hears it instead of seeing it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.sheets.one_page.parts import AnyRow, Block, Entry, KeyFigure, Moment, Sheet, TableRow


def sheet_text(sheet: Sheet) -> str:
    """All that a sheet says, line by line; of the sources their number of order alone is left."""
    return "\n".join(line for line in _lines(sheet) if line)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.title
    yield sheet.subtitle
    yield sheet.edition
    yield sheet.cutoff
    yield sheet.prepared
    if sheet.map:
        yield sheet.map.spoken
    for block in sheet.blocks:
        yield from _block(block)
    if sheet.chart:
        yield sheet.chart.described
    yield sheet.citation
    yield sheet.caveat


def _block(block: Block[AnyRow]) -> Iterator[str]:
    yield block.heading
    for row in block.rows:
        yield from _row(row)
    yield block.missing


def _row(row: AnyRow) -> Iterator[str]:
    match row:
        case Entry():
            yield _joined(row.title, row.text)
        case KeyFigure():
            yield _joined(row.value, row.scope, row.period, row.comparator)
            for other in row.others:
                yield _joined(other.title, other.text)
        case TableRow():
            yield _joined(*row.cells, row.under)
        case Moment():
            yield _joined(row.date, row.title, row.note)


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text)
