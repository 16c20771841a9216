"""The sheet as a PDF, read back."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import BooleanObject

from desktop import bundled
from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.sheets.one_page.making import paper_of, papers_of
from desktop.sheets.one_page.paper import typesetting
from desktop.sheets.one_page.paper.pdf import laid_out
from desktop.sheets.one_page.paper.saving import save_paper
from desktop.sheets.one_page.parts import Form, Sheet, Zone
from desktop.sheets.one_page.sheet import sheet_ids
from tests.sheets.one_page.sheets import (
    Languages,
    block,
    country,
    in_language,
    pdf_of,
    read,
    ruritania,
    sheet,
    squeezed,
    words_of,
)

LANGUAGE_TAGS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
TEXT = "International partnerships cross many borders at once."


@pytest.fixture(scope="module", params=["nl", "fr", "en"])
def code(request: pytest.FixtureRequest) -> str:
    return request.param


def tags_of(content: bytes) -> Iterator[tuple[str, str, str]]:
    """Every tag of a PDF in reading order: its kind, its alternative text and its language."""

    def walk(node: Any) -> Iterator[tuple[str, str, str]]:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                yield from walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                yield str(node["/S"]), str(node.get("/Alt", "")), str(node.get("/Lang", ""))
            yield from walk(node.get("/K"))

    root: Any = read(content).root_object
    yield from walk(root["/StructTreeRoot"]["/K"])


def full_sheet(code: str = "en") -> Sheet:
    """A sheet with a block of each form, a chart and a map."""
    zones = (Zone.TOP, Zone.TOP, Zone.LEFT, Zone.RIGHT, Zone.FOOT, Zone.FOOT, Zone.FOOT)
    blocks = [block(form, zone, [TEXT] * 2) for form, zone in zip(Form, zones, strict=True)]
    return sheet(*blocks, code=code, with_chart=4)


def test_one_tagged_page_in_its_language(library: Library, languages: Languages, code: str) -> None:
    made = country(library, languages, code)
    reader = read(pdf_of([made]))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == LANGUAGE_TAGS[code]
    assert reader.metadata is not None
    assert reader.metadata.title == made.document_title
    assert reader.metadata.author == "Valley Atlas"
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == made.date


def test_it_is_for_archives_and_for_screen_readers(library: Library, languages: Languages) -> None:
    metadata: Any = read(pdf_of([country(library, languages, "nl")])).root_object["/Metadata"]
    packet = metadata.get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


def test_every_font_is_embedded(library: Library, languages: Languages) -> None:
    reader = read(pdf_of([country(library, languages, "nl")]))
    page: Any = reader.pages[0]
    fonts = page["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        descendant = font["/DescendantFonts"][0].get_object()
        assert "Inter" in descendant["/BaseFont"]
        assert "/FontFile2" in descendant["/FontDescriptor"]


def test_headings_table_chart_and_map_are_tagged() -> None:
    made = full_sheet()
    tags = list(tags_of(pdf_of([made])))
    kinds = Counter(kind for kind, _text, _language in tags)
    assert kinds["/H1"] == 1
    # The running text has no heading of its own; the sources have one.
    assert kinds["/H2"] == len(Form)
    assert kinds["/Table"] == 1
    assert kinds["/TH"] == 3
    assert made.chart is not None
    assert made.map is not None
    alternatives = [text for kind, text, _language in tags if kind == "/Figure"]
    assert alternatives == [made.map.spoken, made.chart.described]


def test_the_page_says_what_the_sheet_says(
    library: Library, languages: Languages, code: str
) -> None:
    paper = laid_out([country(library, languages, code)])
    text = words_of(paper.pdf())
    ((made, _size),) = paper.pages
    for each in made.blocks:
        assert squeezed(each.missing) in text
        for row in each.rows:
            for name in ("title", "text", "value", "scope", "period", "date", "note"):
                assert squeezed(getattr(row, name, "")) in text
            for cell in getattr(row, "cells", ()):
                assert squeezed(cell) in text


def test_the_page_is_read_in_the_order_of_the_sheet() -> None:
    made = full_sheet()
    text = words_of(pdf_of([made]))
    headings = [squeezed(each.heading) for each in made.blocks if each.form is not Form.TEXT]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


def test_a_chart_says_each_value_in_text() -> None:
    made = full_sheet()
    text = words_of(pdf_of([made]))
    assert made.chart is not None
    for mark in made.chart.panels[0].marks:
        assert squeezed(mark.value) in text
    for said in (made.chart.headline, made.chart.source, made.chart.legend[0][1]):
        assert squeezed(said) in text


def test_rows_bear_one_note_each_that_lists_all_they_cite() -> None:
    listed = block(Form.LIST, Zone.LEFT, [TEXT] * 4)
    cited = tuple(citation for row in listed.rows[:3] for citation in row.citations)
    rows = (replace(listed.rows[0], citations=cited), listed.rows[3])
    made = sheet(replace(listed, rows=rows))
    text = words_of(pdf_of([made]))
    assert squeezed("1 A par. 1–3") in text
    assert squeezed("2 A par. 4") in text


def test_the_pages_of_all_languages_hold_the_same_rows(
    library: Library, languages: Languages
) -> None:
    order = SheetOrder(sheet_ids(library)[0], ("nl",))
    papers = papers_of(library, order, languages)
    records = [paper.pages[0][0].records for paper in papers.values()]
    assert all(each == records[0] for each in records)
    for code, paper in papers.items():
        alone = paper_of(library, SheetOrder(order.subject, (code,)), languages)
        assert alone.pages[0][0].records == records[0]
        assert alone.pdf() == paper.pdf()


def test_the_same_sheet_gives_the_same_bytes(library: Library, languages: Languages) -> None:
    made = country(library, languages, "fr")
    assert pdf_of([made]) == pdf_of([made])


def test_two_faces_are_two_pages_each_tagged_in_its_language() -> None:
    content = pdf_of([full_sheet("fr"), full_sheet("nl")], Layout.FACES)
    reader = read(content)
    assert len(reader.pages) == 2
    assert reader.root_object["/Lang"] == "fr-BE"
    tagged = {language for _kind, _text, language in tags_of(content)}
    assert tagged == {"", "nl-BE"}


def test_two_languages_share_a_side_row_by_row() -> None:
    both = [full_sheet("nl"), in_language(full_sheet("en"), "en", 3)]
    paper = laid_out(both, Layout.BESIDE)
    content = paper.pdf()
    reader = read(content)
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (842, 595)
    heights: dict[str, list[float]] = {}

    def visit(text: str, _matrix: Any, place: Any, _font: Any, _size: float) -> None:
        if text.strip().startswith("Heading of"):
            heights.setdefault(text.strip(), []).append(round(place[5], 1))

    reader.pages[0].extract_text(visitor_text=visit)
    assert all(len(set(found)) == 1 for found in heights.values())
    first, second = (page for page, _size in paper.pages)
    assert first.records == second.records


def test_one_language_is_a_single_side_in_any_layout() -> None:
    made = full_sheet()
    assert pdf_of([made], Layout.BESIDE) == pdf_of([made])


def test_pictures_and_drawings_show_the_same_pages() -> None:
    both = [full_sheet("nl"), full_sheet("fr")]
    assert all(page.startswith(b"\x89PNG") for page in laid_out(both, Layout.FACES).pictures(40))
    assert all(b"<svg" in page[:200] for page in laid_out(both, Layout.FACES).drawings())
    assert (
        len(laid_out(both, Layout.FACES).pictures(40))
        == len(laid_out(both, Layout.FACES).drawings())
        == 2
    )
    assert len(laid_out(both, Layout.BESIDE).pictures(40)) == 1


def test_templates_may_lie_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = full_sheet()
    expected = pdf_of([made])
    folder = tmp_path / "médaille d’or & co"
    shutil.copytree(bundled.resources() / "sheets", folder / "sheets")
    monkeypatch.setattr(typesetting.bundled, "resources", lambda: folder)
    monkeypatch.chdir(tmp_path)
    assert pdf_of([made]) == expected


LONG = "Internationale samenwerkingsverbanden overbruggen vele grenzen tegelijk. "


@pytest.mark.parametrize("rows", [0, 2, 40])
@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("X", "Y."),
        ("Ruritania", LONG * 3),
        ("Ruritania", LONG.replace(".", ";") * 60),
        (LONG * 2, LONG * 40),
        ("W" * 120, "W" * 900),
        ("#set page(height: 1pt) *a* $x$ @b <c> \\u{0}", "// [#panic()] `raw` _e_ = h\n- l\n+ n"),
        ("'\"’“”\u202f«»~--...", "10\u202f% 'x' \"y\" – — … œ ß ﬁ"),
    ],
    ids=["short", "usual", "one sentence", "long", "unbreakable", "markup", "signs"],
)
def test_any_texts_stay_on_one_page(
    make_country, languages: Languages, rows: int, title: str, body: str
) -> None:
    made = ruritania(make_country(rows=rows, title=title, body=body), languages, "nl")
    assert len(read(pdf_of([made])).pages) == 1


# The letters and signs that the font has; "ŉ" is in no language of the atlas.
WRITTEN = st.characters(
    min_codepoint=0x20,
    max_codepoint=0x17F,
    exclude_categories=("Cc", "Cs", "Cn", "Co"),
    exclude_characters="ŉ",
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.integers(0, 12),
    title=st.text(WRITTEN, min_size=1, max_size=90),
    body=st.text(WRITTEN, min_size=1, max_size=900),
)
def test_whatever_is_written_stays_on_one_page(
    make_country, languages: Languages, rows: int, title: str, body: str
) -> None:
    made = ruritania(make_country(rows=rows, title=title, body=body), languages, "fr")
    assert len(read(pdf_of([made])).pages) == 1


def test_a_sheet_that_no_page_holds_is_refused(make_country, languages: Languages) -> None:
    made = ruritania(make_country(rows=1, title=LONG * 90), languages, "en")
    with pytest.raises(AtlasError, match="does not fit on one page"):
        pdf_of([made])


def test_a_sign_that_the_font_lacks_is_named(make_country, languages: Languages) -> None:
    made = ruritania(make_country(body="中."), languages, "en")
    with pytest.raises(AtlasError, match="lacks the sign “中”"):
        pdf_of([made])


def test_markup_in_a_text_is_only_text(make_country, languages: Languages) -> None:
    made = ruritania(make_country(rows=1, title="*bold* #emph[x] $y$"), languages, "en")
    assert squeezed("*bold* #emph[x] $y$") in words_of(pdf_of([made]))


def test_saving_replaces_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "fiche d’été.pdf"
    path.write_bytes(b"old")
    save_paper(laid_out([sheet()]), path)
    assert path.read_bytes() == pdf_of([sheet()])
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="cannot be written"):
        save_paper(laid_out([sheet()]), tmp_path / "missing" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(AtlasError, match="is no file that can be written"):
        save_paper(laid_out([sheet()]), tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def fill_up(draft: Path, content: bytes) -> int:
        with draft.open("wb") as file:
            file.write(content[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(AtlasError, match="No space left"):
        save_paper(laid_out([sheet()]), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)
    save_paper(laid_out([sheet()]), link)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_device_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AtlasError, match="is no file"):
        save_paper(laid_out([sheet()]), pipe)
    assert pipe.is_fifo()
