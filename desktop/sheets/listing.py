"""Records as scripts read them: plain dictionaries for JSON, flat rows for CSV."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import cast

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Record
from desktop.domain.snippets import Snippet, snippet
from desktop.domain.text import Text
from desktop.sheets.record.page import Describer, RecordPage

CSV_COLUMNS = ("id", "kind", "title", "snippet", "text", "citations", "values")


def as_json(
    describer: Describer, record: Record, matched: Sequence[str] = (), *, values: bool = True
) -> dict[str, object]:
    """A record in the describer's language: id, kind, title, snippet, text, citations, values.

    `document` in a citation is the file name of the document without its ending.
    """
    text = describer.facts_only(record)
    found: dict[str, object] = {
        "id": record.id,
        "kind": record.kind.value,
        "title": record.title[describer.language.code],
        "snippet": record_snippet(describer, record, matched).text,
        "text": text,
        "citations": [
            {
                "document": describer.file_of(citation.document),
                "section": citation.section.partition("/")[2],
                "paragraph": citation.paragraph,
            }
            for citation in record.citations
        ],
    }
    if values:
        found["values"] = _values(record, describer.language.code)
        found["links"] = [
            {"relation": link.relation.value, "target": link.target, "inverse": link.inverse}
            for link in record.links
        ]
    return found


def record_snippet(describer: Describer, record: Record, matched: Sequence[str]) -> Snippet:
    """The piece of a record's summary or values that holds the matched words."""
    code = describer.language.code
    of_summary = snippet(record.summary[code], matched)
    if of_summary.marks or not matched:
        return of_summary
    values = " · ".join(describer.facts_only(record).splitlines()[1:-1])
    of_values = snippet(values, matched)
    return of_values if of_values.marks else of_summary


def as_csv_row(described: Mapping[str, object]) -> list[str]:
    """One row in the order of `CSV_COLUMNS`; what is a list or an object there is JSON here."""
    cells = (described[column] for column in CSV_COLUMNS)
    return [
        cell if isinstance(cell, str) else json.dumps(cell, ensure_ascii=False) for cell in cells
    ]


def as_text(page: RecordPage) -> str:
    """A record page as plain lines for a terminal."""
    lines = [page.title, page.kind, "", page.summary, ""]
    lines += (fact.line for fact in page.facts)
    lines += (group.line for group in page.link_groups)
    lines += ["", *page.caveats, *(f"[{source.number}] {source.text}" for source in page.sources)]
    return "\n".join(lines).rstrip()


def _values(record: Record, language: str) -> dict[str, object]:
    details = record.details
    return {
        field.name: _plain(getattr(details, field.name), language)
        for field in dataclasses.fields(details)
    }


def _plain(value: object, language: str) -> object:
    match value:
        case Text():
            return value[language]
        case Enum():
            return value.value
        case tuple():
            return [_plain(part, language) for part in cast("tuple[object, ...]", value)]
        case Decimal() | Period() | PartialDate():
            return str(value)
        case _:
            return value
