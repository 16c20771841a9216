"""What scripts read is the same in every language, and plain."""

from __future__ import annotations

import csv
import datetime
import io
import json

import pytest

from desktop.domain.records import Document, Kind
from desktop.l10n.language import Language
from desktop.sheets.listing import CSV_COLUMNS, as_csv_row, as_json, as_text, summary_start
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary

TODAY = datetime.date(2026, 11, 22)
CODES = ("nl", "fr", "en")
FIGURE = "figure/export-share-belgium"


@pytest.fixture(scope="module")
def describers(library: AtlasLibrary, languages: dict[str, Language]) -> dict[str, Describer]:
    return {code: Describer(library, each, TODAY) for code, each in languages.items()}


@pytest.mark.parametrize("code", CODES)
def test_every_record_is_json_with_the_keys_of_the_contract(
    library: AtlasLibrary, describers: dict[str, Describer], code: str
):
    files = {
        record.details.file
        for record in library.list(Kind.DOCUMENT)
        if isinstance(record.details, Document)
    }
    for record in library.list():
        found = as_json(describers[code], record)
        assert list(found) == [
            "id",
            "kind",
            "title",
            "snippet",
            "text",
            "citations",
            "values",
            "links",
        ]
        assert json.loads(json.dumps(found)) == found
        read = json.loads(json.dumps(found))
        assert read["title"] == record.title[code]
        assert read["text"].startswith(record.title[code])
        assert read["text"].endswith(record.summary[code])
        assert read["snippet"]
        for citation in read["citations"]:
            assert list(citation) == ["document", "section", "paragraph"]
            assert citation["document"] in files


def test_a_search_result_leaves_the_structured_values_out(
    library: AtlasLibrary, describers: dict[str, Describer]
):
    found = as_json(describers["en"], library.get(FIGURE), values=False)
    assert list(found) == ["id", "kind", "title", "snippet", "text", "citations"]


def test_structured_values_are_the_same_in_every_language_but_for_texts(
    library: AtlasLibrary, describers: dict[str, Describer]
):
    dutch, french = (
        json.loads(json.dumps(as_json(describers[code], library.get(FIGURE))))
        for code in ("nl", "fr")
    )
    assert dutch["values"]["scope"] != french["values"].pop("scope")
    dutch["values"].pop("scope")
    assert (
        dutch["values"]
        == french["values"]
        == {
            "indicator": "term/share-of-exports",
            "value": "10",
            "value_to": None,
            "scale": "one",
            "unit": "percent",
            "per": None,
            "counted": None,
            "qualifier": "more-than",
            "basis": "reported",
            "period": None,
            "place": "place/netherlands",
            "statement": None,
        }
    )
    assert dutch["links"] == french["links"]
    assert dutch["citations"] == [
        {
            "document": "000_6e51912df8acc749",
            "section": "country-page-introduction",
            "paragraph": 2,
        }
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_text_holds_the_value_with_its_unit_and_period(
    library: AtlasLibrary, describers: dict[str, Describer], code: str
):
    text = str(as_json(describers[code], library.get(FIGURE))["text"])
    expected = {
        "nl": "meer dan 10% (jaar niet vermeld)",
        "fr": "plus de 10\u202f% (année non précisée)",
        "en": "more than 10% (year not stated)",
    }
    assert expected[code] in text


def test_a_record_that_was_found_has_the_piece_of_text_that_shows_why(
    library: AtlasLibrary, describers: dict[str, Describer]
):
    place = library.get("place/belgium")
    assert as_json(describers["en"], place, "… ageing …")["snippet"] == "… ageing …"


@pytest.mark.parametrize("code", CODES)
def test_a_record_that_was_not_searched_for_has_the_beginning_of_its_summary(
    library: AtlasLibrary, describers: dict[str, Describer], code: str
):
    for record in library.list(Kind.PLACE):
        snippet = as_json(describers[code], record)["snippet"]
        assert snippet == summary_start(record, code)
        assert record.summary[code].startswith(str(snippet).removesuffix(" …"))


def test_csv_rows_are_read_back_as_they_were_written(
    library: AtlasLibrary, describers: dict[str, Describer]
):
    rows = [as_json(describers["fr"], record) for record in library.list()]
    stream = io.StringIO()
    csv.writer(stream).writerows(as_csv_row(row) for row in rows)
    stream.seek(0)
    read = [dict(zip(CSV_COLUMNS, row, strict=True)) for row in csv.reader(stream)]
    for written, found in zip(rows, read, strict=True):
        for column in ("id", "kind", "title", "snippet", "text"):
            assert found[column].replace("\r\n", "\n") == written[column]
        assert json.loads(found["citations"]) == written["citations"]
        assert json.loads(found["values"]) == written["values"]


@pytest.mark.parametrize("code", CODES)
def test_a_page_as_plain_text_holds_all_that_the_page_says(
    library: AtlasLibrary, describers: dict[str, Describer], code: str
):
    for record in library.list():
        page = describers[code].page(record)
        text = as_text(page)
        parts = [page.title, page.kind, page.summary, *page.caveats]
        parts += [fact.value for fact in page.facts]
        parts += [title for group in page.link_groups for _id, title in group.records]
        parts += [f"[{source.number}] {source.text}" for source in page.sources]
        assert [part for part in parts if part not in text] == []
        assert text == text.strip()
