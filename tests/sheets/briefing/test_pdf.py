"""The briefing as a PDF, read back; and its pages as pictures."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.domain.problems import AtlasError
from desktop.l10n.language import Language
from desktop.sheets.briefing.page import BriefingPage, Entry, briefing_page
from desktop.sheets.briefing.pdf import PLACEHOLDER, page_data, pdf_bytes, pictures, save
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

Languages = Mapping[str, Language]
TAGS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
FIGURE, PROGRAMME = "figure/prevention-share-of-budget", "programme/regmed-xb"
MARKUP = "#set page(height: 1pt) *b* $x$ @b <c> \\u{0}\n// [#panic()] `r` _e_ = h\n- l\n+ n"


def page_with(
    library: AtlasLibrary, language: Language, *notes: str, title: str = "Leuven"
) -> BriefingPage:
    items = tuple(
        Item(FIGURE if number % 2 else PROGRAMME, note) for number, note in enumerate(notes)
    )
    briefing = Briefing((Meeting(title, items),))
    return briefing_page(Describer(library, language, TODAY), briefing)


def words_of(content: bytes) -> str:
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return "".join(text.replace("\u200b", "").replace("\u2060", "").split())


def tags_of(content: bytes) -> Counter[str]:
    tags: Counter[str] = Counter()

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            tags[str(node.get("/S"))] += 1
            walk(node.get("/K"))

    root: Any = PdfReader(BytesIO(content)).root_object
    walk(root["/StructTreeRoot"]["/K"])
    return tags


@pytest.mark.parametrize("code", LANGUAGES)
def test_it_is_tagged_and_in_its_language(
    library: AtlasLibrary, languages: Languages, code: str
) -> None:
    content = pdf_bytes(page_with(library, languages[code], "one", "two"))
    reader = PdfReader(BytesIO(content))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    root: Any = reader.root_object
    assert root["/Lang"] == TAGS[code]
    assert bool(root["/MarkInfo"]["/Marked"])
    tags = tags_of(content)
    assert (tags["/H1"], tags["/H2"], tags["/H3"]) == (1, 2, 2)
    words = words_of(content)
    for record in (FIGURE, PROGRAMME):
        assert "".join(library.title(record)[code].split()) in words


def test_one_meeting_without_a_title_skips_no_level_of_headings(
    library: AtlasLibrary, languages: Languages
) -> None:
    tags = tags_of(pdf_bytes(page_with(library, languages["en"], "one", "two", title="")))
    assert (tags["/H1"], tags["/H2"], tags["/H3"]) == (1, 3, 0)


def test_the_same_briefing_gives_the_same_bytes(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["fr"], "note")
    assert pdf_bytes(page) == pdf_bytes(page)


def test_markup_in_a_note_is_only_text(library: AtlasLibrary, languages: Languages) -> None:
    content = pdf_bytes(page_with(library, languages["en"], MARKUP, title="#panic() *x*"))
    words = words_of(content)
    assert "".join(MARKUP.split()) in words
    assert "#panic()*x*" in words


@pytest.mark.parametrize(
    "note",
    [
        "",
        "\n\n",
        "W" * 2000,
        "x\n" * 300,
        "https://example.org/" + "a-very-long-path/" * 40,
        "שלום עולם\nمرحبا بالعالم",
        "a\x00b\x07\tc\u200b\ufeff\u202e\ufffe\ue000",
        "👨‍👩‍👧‍👦 🇧🇪 ☕️ é̂́ ﷽",
        '"quotes" \\ \\" {"a": 1} □',
    ],
    ids=["empty", "blank", "word", "lines", "address", "leftward", "odd", "emoji", "quotes"],
)
def test_any_note_can_be_printed(library: AtlasLibrary, languages: Languages, note: str) -> None:
    assert pdf_bytes(page_with(library, languages["nl"], note, "next")).startswith(b"%PDF")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(note=st.text(max_size=200), title=st.text(max_size=60))
# Typst names the nought that the sign is joined to.
@example(note="", title="0\U00011ef3")
def test_whatever_is_written_can_be_printed(
    library: AtlasLibrary, languages: Languages, note: str, title: str
) -> None:
    page = page_with(library, languages["fr"], note, title=title)
    assert pdf_bytes(page).startswith(b"%PDF")


def test_a_sign_that_no_font_has_is_replaced_and_the_page_says_so(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["en"], "before \ue000 after")
    words = words_of(pdf_bytes(page))
    assert f"before{PLACEHOLDER}after" in words
    assert "Nofontonthiscomputer" in words
    assert "Nofontonthiscomputer" not in words_of(
        pdf_bytes(page_with(library, languages["en"], "before after"))
    )


def test_what_a_lacking_sign_is_joined_to_stays(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["en"], "in 2020", title="0\U00011ef3")
    words = words_of(pdf_bytes(page))
    assert f"0{PLACEHOLDER}" in words
    assert "in2020" in words


def test_there_may_be_any_number_of_signs_that_no_font_has(
    library: AtlasLibrary, languages: Languages
) -> None:
    note = "".join(chr(0xE000 + number) for number in range(200)) + " éœß €5 “end”"
    words = words_of(pdf_bytes(page_with(library, languages["en"], note)))
    assert PLACEHOLDER * 200 + "éœß€5“end”" in words


def test_a_long_briefing_runs_over_pages_that_are_numbered(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["en"], *(["A note of some lines.\n" * 9] * 8))
    page = dataclasses.replace(page, page_label="Page {page} of {pages}")
    reader = PdfReader(BytesIO(pdf_bytes(page)))
    pages = len(reader.pages)
    assert pages > 2
    for number, each in enumerate(reader.pages, start=1):
        assert f"Page {number} of {pages}" in each.extract_text()


def test_the_title_of_an_entry_is_not_left_alone_at_the_foot_of_a_page(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["en"])
    entry = Entry("TITLE", "KIND", (), "SUMMARY " * 60, (), "BODY", ())
    for lines in range(30, 50):
        filler = Entry("FILLER", "", (), "", (), "x\n" * lines, ())
        chapter = dataclasses.replace(page.chapters[0], entries=(filler, entry))
        content = pdf_bytes(dataclasses.replace(page, chapters=(chapter,)))
        for each in PdfReader(BytesIO(content)).pages:
            text = each.extract_text()
            assert ("TITLE" in text) == ("SUMMARY" in text) == ("BODY" in text)


def test_a_line_is_read_the_way_that_its_first_letter_says(
    library: AtlasLibrary, languages: Languages
) -> None:
    page = page_with(library, languages["en"], "12 שלום x\nplain שלום\n?!")
    data: Any = page_data(page)
    lines = data["chapters"][0]["entries"][0]["note"]
    assert [line["is_leftward"] for line in lines] == [True, False, False]


def test_the_pages_are_drawn_as_pictures(library: AtlasLibrary, languages: Languages) -> None:
    page = page_with(library, languages["nl"], *(["A note.\n" * 20] * 4))
    drawn = pictures(page, 72)
    assert len(drawn) == len(PdfReader(BytesIO(pdf_bytes(page))).pages) > 1
    assert all(picture.startswith(b"\x89PNG") for picture in drawn)
    assert len(pictures(page_with(library, languages["nl"], ""), 72)) == 1


def test_it_is_saved_whole_or_not_at_all(
    library: AtlasLibrary, languages: Languages, tmp_path: Path
) -> None:
    page = page_with(library, languages["nl"], "note")
    path = tmp_path / "réunion d’été.pdf"
    save(page, path)
    assert path.read_bytes() == pdf_bytes(page)
    with pytest.raises(AtlasError, match="cannot be written"):
        save(page, tmp_path / "missing" / "x.pdf")
    assert list(tmp_path.iterdir()) == [path]
