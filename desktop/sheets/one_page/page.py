"""A sheet as the plain data that the template reads, its notes numbered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TypedDict

from desktop.domain.records import Citation
from desktop.sheets.number_runs import note_text
from desktop.sheets.one_page.parts import AnyRow, Block, Form, KeyFigure, Moment, Sheet

_Notes = dict[Citation, int]


class PageBlock(TypedDict):
    """A block for the template: every row a set of named texts."""

    name: str
    form: str
    heading: str
    columns: list[str]
    rows: list[dict[str, object]]
    missing: str


def page_data(sheet: Sheet, size: float) -> dict[str, object]:
    """What the template reads, for a body type of `size` points: texts, numbers and lists."""
    notes = sheet.notes
    language, _, territory = sheet.territory_code.partition("_")
    zones: dict[str, list[PageBlock]] = {}
    for block in sheet.blocks:
        zones.setdefault(block.zone.value, []).append(_block(block, notes))
    return {
        "size": size,
        "language": language,
        "territory": territory or None,
        "date": [sheet.date.year, sheet.date.month, sheet.date.day],
        "document_title": sheet.document_title,
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "edition": sheet.edition,
        "cutoff": sheet.cutoff,
        "prepared": sheet.prepared,
        "zones": zones,
        "sources": {"heading": sheet.sources_heading, "documents": _documents(sheet, notes)},
        "citation": sheet.citation,
        "caveat": sheet.caveat,
    }


def _block(block: Block[AnyRow], notes: _Notes) -> PageBlock:
    rows = _in_time(block.rows) if block.form is Form.RIBBON else block.rows
    return {
        "name": block.name,
        "form": block.form.value,
        "heading": block.heading,
        "columns": list(block.columns),
        "rows": [_row(row, notes) for row in rows],
        "missing": block.missing,
    }


def _in_time(rows: Sequence[AnyRow]) -> Sequence[AnyRow]:
    """The moments in order of time: what took place, then the plans."""
    moments: list[Moment] = [row for row in rows if isinstance(row, Moment)]
    moments.sort(key=lambda moment: (bool(moment.note), moment.first_day))
    return moments


def _row(row: AnyRow, notes: _Notes) -> dict[str, object]:
    texts: dict[str, object] = {
        name: value for name in row.__slots__ if isinstance(value := getattr(row, name), str | bool)
    }
    texts["cells"] = list(getattr(row, "cells", ()))
    texts["notes"] = note_text(notes[citation] for citation in row.citations)
    if isinstance(row, KeyFigure):
        texts["others"] = [_row(other, notes) for other in row.others]
    return texts


def _documents(sheet: Sheet, notes: _Notes) -> list[dict[str, object]]:
    """The cited sources by document and section, as the foot of the page lists them."""
    cited = [source for source in sheet.sources if source.citation in notes]
    return [
        {
            "title": title,
            "detail": detail,
            "sections": [
                {
                    "title": section,
                    "paragraphs": [
                        {"number": notes[source.citation], "text": source.paragraph}
                        for source in paragraphs
                    ],
                }
                for section, paragraphs in groupby(document, lambda source: source.section)
            ],
        }
        for (title, detail), document in groupby(
            cited, lambda source: (source.document, source.detail)
        )
    ]
