"""Sheets as the plain data that the template reads, their notes numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypedDict

from desktop.domain.sheet_orders import Layout
from desktop.sheets.one_page.paper.chart_data import chart_data
from desktop.sheets.one_page.paper.note_numbers import Notes, rows_as_set
from desktop.sheets.one_page.paper.setting import LONGEST_BOUND, SetText, set_text
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, KeyFigure, Moment, Sheet, Zone

# In em, the most that stays together at the end of a text, or with a number: less where a column
# may be narrow, or the type large.
_BOUND_IN_CELL, _BOUND_IN_VALUE, _BOUND_IN_MOMENT = 5.5, 6.6, 9.0


class PageBlock(TypedDict):
    """A block for the template: every row a set of named texts."""

    name: str
    form: str
    heading: SetText
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

    shown = [block for block in sheet.blocks if not block.is_lost]

    def zone(*wanted: Zone) -> list[dict[str, object] | PageBlock]:
        return [_block(each, notes, language) for each in shown if each.zone in wanted]

    left, right = zone(Zone.LEFT), zone(Zone.RIGHT)
    if sheet.chart:
        left.insert(0, chart_data(sheet.chart, language))
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
        "between": [*left, *right],
        "left_count": len(left),
        "foot": zone(Zone.FOOT),
        "missing": [set_text(text, language) for text in _missing(sheet)],
        "sources": {
            "heading": sheet.sources_heading,
            "documents": [
                each | {name: set_text(each[name], language) for name in ("title", "detail")}
                for each in notes.documents
            ],
            "notes": [
                each | {"places": _set_places(each["places"], language)} for each in notes.texts
            ],
        },
        "citation": set_text(sheet.citation, language),
        "caveat": set_text(sheet.caveat, language),
    }


def _set_places(places: Sequence[Sequence[str]], language: str) -> list[list[SetText]]:
    """The letters of documents in a note, each with its paragraphs."""
    return [[letter, set_text(paragraphs, language)] for letter, paragraphs in places]


def _missing(sheet: Sheet) -> list[str]:
    """What of the sheet is not on the page with as much as a heading, in sentences."""
    lost = [block.missing for block in sheet.blocks if block.is_lost and block.missing]
    is_chart_lost = sheet.chart is None and sheet.chart_left_out
    return [*([sheet.chart_left_out] if is_chart_lost else []), *lost]


def _block(block: Block[AnyRow], notes: Notes, language: str) -> PageBlock:
    return {
        "name": block.name,
        "form": block.form.value,
        "heading": set_text(block.heading, language, _BOUND_IN_CELL),
        "columns": list(block.columns),
        "rows": [_row(row, notes, language) for row in rows_as_set(block)],
        "missing": set_text(block.missing, language),
    }


def _row(row: AnyRow, notes: Notes, language: str) -> dict[str, object]:
    texts: dict[str, object] = {}
    if isinstance(row, Entry):
        row, texts["joint"] = _run_on(row)
    for name in row.__slots__:
        value = getattr(row, name)
        if isinstance(value, str):
            texts[name] = set_text(value, language, _bound(row, name))
        elif isinstance(value, bool):
            texts[name] = value
    cells: tuple[str, ...] = getattr(row, "cells", ())
    texts["cells"] = [set_text(cell, language, _BOUND_IN_CELL) for cell in cells]
    texts["lengths"] = [len(cell) for cell in cells]
    texts["number"] = notes.number(row.citations)
    if isinstance(row, KeyFigure):
        texts["others"] = [_row(other, notes, language) for other in row.others]
    return texts


def _run_on(row: Entry) -> tuple[Entry, str]:
    """A row, and what stands between its title and its text, which may begin with that title."""
    rest = row.text.removeprefix(row.title)
    if rest == row.text or rest[:1].isalnum():
        return row, "\u2002"
    return replace(row, text=rest.lstrip()), " " if rest[:1].isspace() else ""


def _bound(row: AnyRow, name: str) -> float:
    """How much of a text of a row may stay together."""
    if isinstance(row, Moment):
        return _BOUND_IN_MOMENT
    return _BOUND_IN_VALUE if isinstance(row, KeyFigure) and name == "value" else LONGEST_BOUND
