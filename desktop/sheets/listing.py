"""Records as scripts read them: plain dictionaries for JSON, flat rows for CSV."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Protocol, cast

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Record
from desktop.domain.snippets import Sought, snippet
from desktop.domain.text import Text
from desktop.l10n.language import Language
from desktop.sheets.record.page import RecordPage

CSV_COLUMNS = ("id", "kind", "title", "snippet", "text", "citations", "values")


class Teller(Protocol):
    """Tells of records in one language; a `Describer` is one."""

    @property
    def language(self) -> Language:
        """The language that it tells in."""
        ...

    def facts_only(self, record: Record) -> str:
        """The text of a record: title, values, summary."""
        ...

    def file_of(self, document_id: str) -> str:
        """The file name, without ending, of a document."""
        ...


def as_json(
    describer: Teller, record: Record, snippet_text: str | None = None, *, values: bool = True
) -> dict[str, object]:
    """A record in the describer's language: id, kind, title, snippet, text, citations, values.

    `snippet_text` is the piece of text that shows why it was found; the beginning where it was not.
    `document` in a citation is the file name of the document without its ending.
    """
    code = describer.language.code
    text = describer.facts_only(record)
    found: dict[str, object] = {
        "id": record.id,
        "kind": record.kind.value,
        "title": record.title[code],
        "snippet": summary_start(record, code) if snippet_text is None else snippet_text,
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
        found["values"] = _values(record, code)
        found["links"] = [
            {"relation": link.relation.value, "target": link.target, "inverse": link.inverse}
            for link in record.links
        ]
    return found


def summary_start(record: Record, code: str) -> str:
    """The beginning of the summary of a record, in whole words."""
    return snippet(record.summary[code], Sought(frozenset())).text


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
