"""The facts of a sheet as files inside its PDF: for people CSV, for programs JSON.

The JSON holds, beside what the page says, all that it takes to make the same sheet again and to
see what has changed since: the order, and each record with its values in every language.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop import __version__
from desktop.domain.library import Library
from desktop.domain.problems import N_
from desktop.domain.record_format import plain_record
from desktop.domain.records import Document, Kind, Record
from desktop.domain.sheet_order_format import plain_order
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.listing import CSV_COLUMNS, as_csv_row, as_json
from desktop.sheets.one_page.parts import Origin, Sheet
from desktop.sheets.record.facts import facts_text

FORMAT = "valley-atlas-sheet"
VERSION = 1
FACTS_JSON = "facts.json"
FACTS_CSV = "facts.csv"
JSON_DESCRIPTION = N_("The facts of this sheet, for programs, and how to make it again.")
CSV_DESCRIPTION = N_("The facts of this sheet as a table, one row a fact.")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF."""

    name: str
    media_type: str
    description: str
    content: str


def origin_of(library: Library, order: SheetOrder, language: Language, sheet: Sheet) -> Origin:
    """What a sheet of `library` was made from."""
    records = tuple(library.get_many(sheet.records))
    cited = {citation.document for record in records for citation in record.citations}
    documents = (record for record in library.list(Kind.DOCUMENT) if record.id in cited)
    return Origin(order, language, library.edition, records, tuple(documents))


def attachments(sheets: Sequence[Sheet]) -> list[Attachment]:
    """The files for the PDF of `sheets` as they fit: one sheet in each of its languages.

    Nothing for sheets without an origin. The same sheets give the same files.
    """
    made = [(sheet, sheet.origin) for sheet in sheets if sheet.origin]
    origins = [origin for _sheet, origin in made]
    if not origins:
        return []
    shown = list(dict.fromkeys(record for sheet in sheets for record in sheet.records))
    known = {record.id: record for origin in origins for record in origin.records}
    records = [known[record] for record in shown if record in known]
    tellers = [_Teller(origin, sheets[0].date) for origin in origins]
    told = [{each.language.code: as_json(each, record) for each in tellers} for record in records]
    tr = origins[0].language.gettext
    content = {
        "format": FORMAT,
        "version": VERSION,
        "program": f"Valley Atlas {__version__}",
        "atlas": dict(origins[0].atlas),
        "order": plain_order(_order(origins)),
        "title": {origin.language.code: sheet.document_title for sheet, origin in made},
        "facts": [
            {"record": plain_record(record), "told": each}
            for record, each in zip(records, told, strict=True)
        ],
    }
    return [
        Attachment(
            FACTS_JSON,
            "application/json",
            tr(JSON_DESCRIPTION),
            json.dumps(content, ensure_ascii=False, indent=1) + "\n",
        ),
        Attachment(
            FACTS_CSV,
            "text/csv",
            tr(CSV_DESCRIPTION),
            _csv([row for each in told for row in each.items()]),
        ),
    ]


def _order(origins: Sequence[Origin]) -> SheetOrder:
    """What would make these sheets again: they may have been made together with others."""
    order = origins[0].order
    languages = tuple(origin.language.code for origin in origins)
    layout = order.layout if len(languages) > 1 else Layout.SINGLE
    return replace(order, languages=languages, layout=layout)


class _Teller:
    """Tells of the records of a sheet without a library: they are all at hand."""

    def __init__(self, origin: Origin, today: datetime.date) -> None:
        self.language = origin.language
        self._today = today
        self._files = {
            record.id: record.details.file
            for record in origin.documents
            if isinstance(record.details, Document)
        }

    def facts_only(self, record: Record) -> str:
        """Title, values and summary, with ages counted to the edition."""
        return facts_text(record, self.language, self._today)

    def file_of(self, document_id: str) -> str:
        """The file name, without ending, of a document."""
        return self._files[document_id]


def _csv(told: Sequence[tuple[str, dict[str, object]]]) -> str:
    """Rows as `list --csv` prints them, each with the language that it is in."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow((*CSV_COLUMNS, "language"))
    writer.writerows((*as_csv_row(described), code) for code, described in told)
    return target.getvalue()
