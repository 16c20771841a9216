"""Sheets as the plain data that the template reads, their notes numbered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from desktop.domain.sheet_orders import Layout
from desktop.sheets.one_page.paper.areas import block_area, chart_area
from desktop.sheets.one_page.paper.chart_data import chart_data
from desktop.sheets.one_page.paper.note_numbers import Notes, rows_as_set
from desktop.sheets.one_page.paper.setting import SetText, set_text
from desktop.sheets.one_page.parts import AnyRow, Block, KeyFigure, Sheet, Zone

# The part of the width that the left of two columns may have.
_NARROWEST, _WIDEST = 0.44, 0.56


class PageBlock(TypedDict):
    """A block for the template: every row a set of named texts."""

    name: str
    form: str
    heading: str
    columns: list[str]
    rows: list[dict[str, object]]
    missing: SetText


def document_data(pages: Sequence[tuple[Sheet, float]], layout: Layout) -> dict[str, object]:
    """What the template reads: sheets, each with the size of its body type in points."""
    first = pages[0][0]
    return {
        "layout": layout.value,
        "title": first.document_title,
        "date": [first.date.year, first.date.month, first.date.day],
        "pages": [page_data(sheet, size) for sheet, size in pages],
    }


def page_data(sheet: Sheet, size: float) -> dict[str, object]:
    """One sheet for the template: texts, numbers and lists."""
    notes = Notes(sheet)
    language, _, territory = sheet.territory_code.partition("_")

    def zone(*wanted: Zone) -> list[dict[str, object] | PageBlock]:
        return [_block(each, notes, language) for each in sheet.blocks if each.zone in wanted]

    left, right = zone(Zone.LEFT), zone(Zone.RIGHT)
    areas = [[block_area(block) for block in sheet.blocks if block.zone is side] for side in _SIDES]
    if sheet.chart:
        left.insert(0, chart_data(sheet.chart, language))
        areas[0].insert(0, chart_area(sheet.chart))
    elif sheet.chart_left_out:
        left.insert(0, {"form": "remark", "text": set_text(sheet.chart_left_out, language)})
        areas[0].insert(0, len(sheet.chart_left_out))
    left_count, share = _split(*areas)
    sides = [*left, *right]
    return {
        "size": size,
        "language": language,
        "territory": territory or None,
        "title": set_text(sheet.title, language),
        "subtitle": set_text(sheet.subtitle, language),
        "edition": set_text(sheet.edition, language),
        "cutoff": set_text(sheet.cutoff, language),
        "prepared": set_text(sheet.prepared, language),
        "map": {"svg": sheet.map.svg, "spoken": sheet.map.spoken} if sheet.map else None,
        "top": zone(Zone.TOP),
        "left": sides[:left_count],
        "right": sides[left_count:],
        "share": share,
        "foot": zone(Zone.FOOT),
        "sources": {
            "heading": sheet.sources_heading,
            "documents": notes.documents,
            "notes": notes.texts,
        },
        "citation": set_text(sheet.citation, language),
        "caveat": set_text(sheet.caveat, language),
    }


# Below these shares of the larger side, the smaller is filled up, or given up.
_EVEN, _LONELY = 0.5, 0.3
_SIDES = (Zone.LEFT, Zone.RIGHT)


def _split(left: list[int], right: list[int]) -> tuple[int, float]:
    """How many blocks stand on the left, and the part of the width that is theirs.

    Where one side has little or nothing, both are shared out anew, in the same order; where that
    leaves one lonely too, the blocks stand below each other over the whole width.
    """
    areas, count = [*left, *right], len(left)
    if _evenness(areas, count) < _EVEN:
        count = max(range(len(areas) + 1), key=lambda split: _evenness(areas, split))
    if _evenness(areas, count) < _LONELY:
        return len(areas), 1.0
    share = sum(areas[:count]) / sum(areas)
    return count, round(min(max(share, _NARROWEST), _WIDEST), 2)


def _evenness(areas: list[int], count: int) -> float:
    """How much the smaller of two sides is of the larger, where the first has `count` blocks."""
    sides = sum(areas[:count]), sum(areas[count:])
    return min(sides) / max(*sides, 1)


def _block(block: Block[AnyRow], notes: Notes, language: str) -> PageBlock:
    return {
        "name": block.name,
        "form": block.form.value,
        "heading": block.heading,
        "columns": list(block.columns),
        "rows": [_row(row, notes, language) for row in rows_as_set(block)],
        "missing": set_text(block.missing, language),
    }


def _row(row: AnyRow, notes: Notes, language: str) -> dict[str, object]:
    texts: dict[str, object] = {}
    for name in row.__slots__:
        value = getattr(row, name)
        if isinstance(value, str):
            texts[name] = set_text(value, language)
        elif isinstance(value, bool):
            texts[name] = value
    cells: tuple[str, ...] = getattr(row, "cells", ())
    texts["cells"] = [set_text(cell, language) for cell in cells]
    texts["lengths"] = [len(cell) for cell in cells]
    texts["number"] = notes.number(row.citations)
    if isinstance(row, KeyFigure):
        texts["others"] = [_row(other, notes, language) for other in row.others]
    return texts
