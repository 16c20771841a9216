"""A sheet as the plain data that the template reads, its notes numbered."""

from __future__ import annotations

from itertools import groupby
from typing import TypedDict

from desktop.domain.records import Citation
from desktop.sheets.country.parts import AnyRow, Block, CountrySheet, KeyFigure, Moment
from desktop.sheets.number_runs import note_text

_Notes = dict[Citation, int]


class PageBlock(TypedDict):
    """A block for the template: every row a set of named texts."""

    heading: str
    columns: list[str]
    rows: list[dict[str, object]]
    missing: str


def page_data(sheet: CountrySheet, size: float) -> dict[str, object]:
    """What the template reads, for a body type of `size` points: texts, numbers and lists."""
    notes = sheet.notes
    language, _, territory = sheet.territory_code.partition("_")
    chart = sheet.chart
    return {
        "size": size,
        "language": language,
        "territory": territory or None,
        "date": [sheet.date.year, sheet.date.month, sheet.date.day],
        "document_title": sheet.document_title,
        "title": sheet.title,
        "subtitle": sheet.subtitle,
        "edition": sheet.edition,
        "summary": _block(sheet.summary, notes),
        "figures": _block(sheet.figures, notes),
        "chart": chart
        and {
            "heading": chart.heading,
            "years": list(chart.years),
            "bars": [
                {"shade": bars.shade, "label": bars.label, "counts": list(bars.counts)}
                for bars in chart.bars
            ],
            "caption": chart.caption,
            "spoken": chart.spoken,
        },
        "regions": _block(sheet.regions, notes),
        "competences": _block(sheet.competences, notes),
        "programmes": _block(sheet.programmes, notes),
        "milestones": _block(_in_time(sheet.milestones), notes),
        "talking_points": _block(sheet.talking_points, notes),
        "open": {"heading": sheet.open_heading, "text": sheet.open_text},
        "sources": {"heading": sheet.sources_heading, "documents": _documents(sheet, notes)},
        "citation": sheet.citation,
        "caveat": sheet.caveat,
    }


def _in_time(block: Block[Moment]) -> Block[Moment]:
    """The moments in order of time: what took place, then the plans."""
    rows = sorted(block.rows, key=lambda moment: (bool(moment.note), moment.first_day))
    return Block(block.heading, tuple(rows), block.left_out, block.columns)


def _block(block: Block[AnyRow], notes: _Notes) -> PageBlock:
    return {
        "heading": block.heading,
        "columns": list(block.columns),
        "rows": [_row(row, notes) for row in block.rows],
        "missing": block.missing,
    }


def _row(row: AnyRow, notes: _Notes) -> dict[str, object]:
    texts = {
        name: value for name in row.__slots__ if isinstance(value := getattr(row, name), str | bool)
    }
    cited = note_text(notes[citation] for citation in row.citations)
    if isinstance(row, KeyFigure):
        others = [_row(other, notes) for other in row.others]
        return {**texts, "notes": cited, "others": others}
    return {**texts, "notes": cited}


def _documents(sheet: CountrySheet, notes: _Notes) -> list[dict[str, object]]:
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
