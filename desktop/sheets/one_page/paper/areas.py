"""How much room the parts of a sheet take on paper, guessed from their letters."""

from __future__ import annotations

from desktop.sheets.charts.page import ChartPage
from desktop.sheets.one_page.parts import AnyRow, Block, Sheet

# What a heading, a row and a chart take besides their letters.
_HEAD, _ROW, _CHART_HEAD, _CHART_ROW = 90, 25, 350, 110
# What stands on every page: its head, foot and sources.
_PAGE = 900


def sheet_area(sheet: Sheet) -> int:
    """The room of a whole sheet."""
    blocks = sum(map(block_area, sheet.blocks))
    return _PAGE + blocks + (chart_area(sheet.chart) if sheet.chart else 0)


def block_area(block: Block[AnyRow]) -> int:
    """The room of a block and its heading."""
    return _HEAD + len(block.missing) + sum(_ROW + _letters(row) for row in block.rows)


def chart_area(chart: ChartPage) -> int:
    """The room of a chart: what counts is how many rows or strips it has."""
    rows = sum(
        len({mark.label for mark in panel.marks}) if panel.columns else len(panel.marks)
        for panel in chart.panels
    )
    words = sum(len(panel.title) + len(panel.caution) for panel in chart.panels)
    return _CHART_HEAD + _CHART_ROW * rows + words


def _letters(row: AnyRow) -> int:
    texts = [text for name in row.__slots__ if isinstance(text := getattr(row, name), str)]
    cells: tuple[str, ...] = getattr(row, "cells", ())
    others: tuple[AnyRow, ...] = getattr(row, "others", ())
    return sum(map(len, (*texts, *cells))) + sum(map(_letters, others))
