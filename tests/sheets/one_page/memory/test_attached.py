"""The files inside the PDF of a sheet: what they hold, and how the PDF carries them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from desktop.domain.library import Library
from desktop.domain.sheet_order_format import plain_order
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.listing import CSV_COLUMNS, as_csv_row, as_json
from desktop.sheets.one_page.memory.attached import (
    FACTS_CSV,
    FACTS_JSON,
    FORMAT,
    VERSION,
    attachments,
)
from desktop.sheets.one_page.paper.fitting import trimmed
from desktop.sheets.one_page.paper.pdf import laid_out
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.sheet import sheets_of
from desktop.sheets.record.page import Describer
from tests.sheets.one_page.sheets import pdf_of

Languages = Mapping[str, Language]
BELGIUM = "place/belgium"


def sheets(library: Library, languages: Languages, *codes: str) -> tuple[Sheet, ...]:
    return sheets_of(library, SheetOrder(BELGIUM, codes or ("nl",)), languages)


def files_of(made: tuple[Sheet, ...]) -> dict[str, str]:
    return {file.name: file.content for file in attachments(made)}


def facts_of(made: tuple[Sheet, ...]) -> Any:
    return json.loads(files_of(made)[FACTS_JSON])


def test_the_pdf_carries_both_files_as_its_data(library: Library, languages: Languages) -> None:
    made = sheets(library, languages)
    reader = PdfReader(io.BytesIO(pdf_of(made)))
    root: Any = reader.root_object
    carried = {file["/UF"]: file for file in (each.get_object() for each in root["/AF"])}
    assert set(carried) == {FACTS_JSON, FACTS_CSV}
    types = {FACTS_JSON: "/application/json", FACTS_CSV: "/text/csv"}
    said = {file.name: file for file in attachments(made)}
    for name, file in carried.items():
        assert file["/AFRelationship"] == "/Data"
        assert file["/Desc"] == said[name].description
        assert file["/EF"]["/F"]["/Subtype"] == types[name]
    shown = files_of(tuple(sheet for sheet, _size in laid_out(made).pages))
    for file in reader.attachment_list:
        assert file.content.decode() == shown[file.name]


def test_a_picture_of_a_sheet_and_one_without_origin_carry_nothing(
    library: Library, languages: Languages
) -> None:
    (sheet,) = sheets(library, languages)
    nameless = replace(sheet, origin=None)
    assert attachments([nameless]) == []
    assert list(PdfReader(io.BytesIO(pdf_of([nameless]))).attachment_list) == []


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_each_fact_is_told_as_the_command_show_tells_it(
    library: Library, languages: Languages, code: str
) -> None:
    made = sheets(library, languages, code)
    describer = Describer(library, languages[code], made[0].date)
    facts = facts_of(made)["facts"]
    assert [fact["record"]["id"] for fact in facts] == list(made[0].records)
    for fact in facts:
        record = library.get(fact["record"]["id"])
        assert fact["told"] == {code: json.loads(json.dumps(as_json(describer, record)))}


def test_the_table_has_the_rows_of_the_command_list(library: Library, languages: Languages) -> None:
    made = sheets(library, languages, "fr")
    rows = list(csv.reader(io.StringIO(files_of(made)[FACTS_CSV])))
    describer = Describer(library, languages["fr"], made[0].date)
    assert rows[0] == [*CSV_COLUMNS, "language"]
    assert rows[1:] == [
        [*as_csv_row(as_json(describer, library.get(record))), "fr"] for record in made[0].records
    ]


def test_a_sheet_in_two_languages_tells_each_fact_in_both(
    library: Library, languages: Languages
) -> None:
    made = sheets(library, languages, "nl", "en")
    content = facts_of(made)
    assert set(content["title"]) == {"nl", "en"}
    assert all(set(fact["told"]) == {"nl", "en"} for fact in content["facts"])
    rows = list(csv.reader(io.StringIO(files_of(made)[FACTS_CSV])))[1:]
    assert len(rows) == 2 * len(content["facts"])


def test_it_says_what_it_is_and_how_to_make_it_again(
    library: Library, languages: Languages
) -> None:
    content = facts_of(sheets(library, languages))
    assert (content["format"], content["version"]) == (FORMAT, VERSION)
    assert content["atlas"] == dict(library.edition)
    assert content["order"] == plain_order(SheetOrder(BELGIUM, ("nl",)))


def test_one_of_several_sheets_that_were_made_together_names_its_own_language(
    library: Library, languages: Languages
) -> None:
    order = SheetOrder(BELGIUM, ("nl", "fr"), Layout.FACES)
    _dutch, french = sheets_of(library, order, languages)
    assert facts_of((french,))["order"] == plain_order(SheetOrder(BELGIUM, ("fr",)))


def test_what_the_page_has_no_room_for_is_not_attached(
    library: Library, languages: Languages
) -> None:
    (sheet,) = sheets(library, languages)
    drops = [block.name for block in sheet.blocks[1:] for _row in block.rows]
    shorter = trimmed(sheet, drops)
    attached = [fact["record"]["id"] for fact in facts_of((shorter,))["facts"]]
    assert attached == list(shorter.records)
    assert set(attached) < set(sheet.records)


def test_the_same_sheet_gives_the_same_files_and_the_same_pdf(
    library: Library, languages: Languages
) -> None:
    first, second = (sheets(library, languages) for _ in range(2))
    assert attachments(first) == attachments(second)
    assert pdf_of(first) == pdf_of(second)
