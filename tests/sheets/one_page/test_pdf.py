"""The sheet as a PDF, read back."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from desktop.sheets.country.parts import CountrySheet
from desktop.sheets.country.sheet import country_sheet, sheet_ids
from desktop.sheets.pdf import pdf_bytes, save
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import BooleanObject

from desktop import bundled
from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.l10n.language import Language
from desktop.sheets import pdf

Languages = Mapping[str, Language]
LANGUAGE_TAGS = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}


def read(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words_of(content: bytes) -> str:
    """The text of the page as one run, hyphens at line ends and invisible joiners taken out."""
    text = "".join(page.extract_text() for page in read(content).pages)
    return "".join(text.replace("-\n", "").replace("\u2060", "").replace("\u200b", "").split())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module", params=["nl", "fr", "en"])
def code(request: pytest.FixtureRequest) -> str:
    return request.param


def sheet_in(library: Library, language: Language) -> CountrySheet:
    return country_sheet(library, sheet_ids(library)[0], language)


def test_one_tagged_page_in_its_language(library: Library, languages: Languages, code: str) -> None:
    sheet = sheet_in(library, languages[code])
    reader = read(pdf_bytes(sheet))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"] == BooleanObject(True)
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == LANGUAGE_TAGS[code]
    assert reader.metadata is not None
    assert reader.metadata.title == sheet.document_title
    assert reader.metadata.author == "Valley Atlas"


def test_every_font_is_embedded(library: Library, languages: Languages) -> None:
    reader = read(pdf_bytes(sheet_in(library, languages["nl"])))
    page: Any = reader.pages[0]
    fonts = page["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        descendant = font["/DescendantFonts"][0].get_object()
        assert "Inter" in descendant["/BaseFont"]
        assert "/FontFile2" in descendant["/FontDescriptor"]


def test_headings_table_and_chart_are_tagged(library: Library, languages: Languages) -> None:
    reader = read(pdf_bytes(sheet_in(library, languages["en"])))
    tags: Counter[str] = Counter()
    alternatives: list[str] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            tags[str(node.get("/S"))] += 1
            if "/Alt" in node:
                alternatives.append(str(node["/Alt"]))
            walk(node.get("/K"))

    root: Any = reader.root_object
    walk(root["/StructTreeRoot"]["/K"])
    assert tags["/H1"] == 1
    assert tags["/H2"] >= 8
    assert tags["/Table"] == 2
    assert tags["/TH"] == 5
    chart = sheet_in(library, languages["en"]).chart
    assert chart is not None
    assert any(chart.spoken in text for text in alternatives)


def test_the_page_says_what_the_sheet_says(
    library: Library, languages: Languages, code: str
) -> None:
    sheet = sheet_in(library, languages[code])
    text = words_of(pdf_bytes(sheet))
    rows = [*sheet.regions.rows, *sheet.programmes.rows, *sheet.talking_points.rows]
    for row in rows:
        assert squeezed(row.title).replace("-", "") in text.replace("-", "")
    for figure in sheet.figures.rows:
        assert squeezed(figure.value).replace("-", "") in text.replace("-", "")


def test_no_sheet_holds_the_title_of_another_language(
    library: Library, languages: Languages
) -> None:
    french, dutch = (sheet_in(library, languages[code]) for code in ("fr", "nl"))
    text = words_of(pdf_bytes(french))
    assert squeezed(french.regions.rows[0].title) in text
    assert squeezed(dutch.title) not in text


def test_the_pages_of_all_languages_hold_the_same_digits(
    library: Library, languages: Languages
) -> None:
    counts = [
        Counter(sign for sign in words_of(pdf_bytes(sheet_in(library, language))) if sign.isdigit())
        for language in languages.values()
    ]
    assert all(count == counts[0] for count in counts)


def test_the_same_sheet_gives_the_same_bytes(library: Library, languages: Languages) -> None:
    sheet = sheet_in(library, languages["fr"])
    assert pdf_bytes(sheet) == pdf_bytes(sheet)


def test_templates_may_lie_anywhere(
    library: Library, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = sheet_in(library, languages["en"])
    expected = pdf_bytes(sheet)
    folder = tmp_path / "médaille d’or & co"
    shutil.copytree(bundled.resources() / "sheets", folder / "sheets")
    monkeypatch.setattr(bundled, "resources", lambda: folder)
    monkeypatch.chdir(tmp_path)
    assert pdf_bytes(sheet) == expected


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
    library = make_country(rows=rows, title=title, body=body)
    sheet = country_sheet(library, "place/ruritania", languages["nl"])
    assert len(read(pdf_bytes(sheet)).pages) == 1


# The letters and signs that the font has.
WRITTEN = st.characters(
    min_codepoint=0x20, max_codepoint=0x17F, exclude_categories=("Cc", "Cs", "Cn", "Co")
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.integers(0, 12),
    title=st.text(WRITTEN, min_size=1, max_size=90),
    body=st.text(WRITTEN, min_size=1, max_size=900),
)
def test_whatever_is_written_stays_on_one_page(
    make_country, languages: Languages, rows: int, title: str, body: str
) -> None:
    library = make_country(rows=rows, title=title, body=body)
    sheet = country_sheet(library, "place/ruritania", languages["fr"])
    assert len(read(pdf_bytes(sheet)).pages) == 1


def test_a_sheet_that_no_page_holds_is_refused(make_country, languages: Languages) -> None:
    library = make_country(rows=1, title=LONG * 90)
    sheet = country_sheet(library, "place/ruritania", languages["en"])
    with pytest.raises(AtlasError, match="does not fit on one page"):
        pdf_bytes(sheet)


def test_a_sign_that_the_font_lacks_is_named(make_country, languages: Languages) -> None:
    sheet = country_sheet(make_country(body="中."), "place/ruritania", languages["en"])
    with pytest.raises(AtlasError, match="lacks the sign “中”"):
        pdf_bytes(sheet)


def test_markup_in_a_text_is_only_text(make_country, languages: Languages) -> None:
    library = make_country(rows=1, title="*bold* #emph[x] $y$")
    sheet = country_sheet(library, "place/ruritania", languages["en"])
    assert squeezed("*bold* #emph[x] $y$") in words_of(pdf_bytes(sheet))


def test_saving_replaces_the_old_file(make_country, languages: Languages, tmp_path: Path) -> None:
    sheet = country_sheet(make_country(), "place/ruritania", languages["en"])
    path = tmp_path / "fiche d’été.pdf"
    path.write_bytes(b"old")
    save(sheet, path)
    assert path.read_bytes() == pdf_bytes(sheet)
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_one_clear_sentence(
    make_country, languages: Languages, tmp_path: Path
) -> None:
    sheet = country_sheet(make_country(), "place/ruritania", languages["en"])
    with pytest.raises(AtlasError, match="cannot be written"):
        save(sheet, tmp_path / "missing" / "sheet.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_leaves_nothing_behind(
    make_country, languages: Languages, tmp_path: Path
) -> None:
    sheet = country_sheet(make_country(), "place/ruritania", languages["en"])
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(AtlasError, match="is no file that can be written"):
        save(sheet, tmp_path / "sheet.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_a_full_disk_leaves_the_old_file_whole(
    make_country, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = country_sheet(make_country(), "place/ruritania", languages["en"])
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"old")

    def fill_up(draft: Path, content: bytes) -> int:
        with draft.open("wb") as file:
            file.write(content[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pdf.Path, "write_bytes", fill_up)
    with pytest.raises(AtlasError, match="No space left"):
        save(sheet, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_and_stays_a_link(
    make_country, languages: Languages, tmp_path: Path
) -> None:
    country = country_sheet(make_country(), "place/ruritania", languages["en"])
    target, link = tmp_path / "target.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)
    save(country, link)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_device_is_never_replaced(make_country, languages: Languages, tmp_path: Path) -> None:
    country = country_sheet(make_country(), "place/ruritania", languages["en"])
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(AtlasError, match="is no file"):
        save(country, pipe)
    assert pipe.is_fifo()
