"""A sheet as a file: the ending says of what form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.domain.library import Library
from desktop.domain.problems import AtlasError, UsageError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.paper.pdf import Paper, laid_out
from desktop.sheets.one_page.paper.saving import ENDINGS, check_ending, save_paper
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.sheet import sheets_of

Languages = Mapping[str, Language]
BEGINNINGS = {".pdf": b"%PDF-", ".png": b"\x89PNG", ".svg": b"<svg"}


@pytest.fixture(scope="module")
def sheets(library: Library, languages: Languages) -> tuple[Sheet, ...]:
    return sheets_of(library, SheetOrder("place/belgium", ("fr",)), languages)


def test_there_is_a_form_for_each_ending() -> None:
    assert tuple(BEGINNINGS) == ENDINGS


@pytest.mark.parametrize(
    ("name", "ending"),
    [(f"Fiche é{ending}", ending) for ending in ENDINGS] + [("F.PNG", ".png"), ("fiche", ".pdf")],
)
def test_the_ending_says_of_what_form_a_file_is(
    sheets: tuple[Sheet, ...], tmp_path: Path, name: str, ending: str
) -> None:
    path = tmp_path / name
    assert save_paper(laid_out(sheets, Layout.SINGLE), path) == (path,)
    assert path.read_bytes().startswith(BEGINNINGS[ending])
    assert list(tmp_path.iterdir()) == [path]


def test_pages_become_files_with_numbers(
    sheets: tuple[Sheet, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Paper, "drawings", lambda _self: [b"<svg>1", b"<svg>2"])
    written = save_paper(laid_out(sheets, Layout.FACES), tmp_path / "a.b.svg")
    assert [path.name for path in written] == ["a.b-1.svg", "a.b-2.svg"]
    assert [path.read_bytes() for path in written] == [b"<svg>1", b"<svg>2"]


def test_another_ending_is_wrong_usage_and_writes_nothing(
    sheets: tuple[Sheet, ...], tmp_path: Path
) -> None:
    for name in ("a.docx", "a.pdf.exe", "a.jpg"):
        with pytest.raises(UsageError) as caught:
            check_ending(tmp_path / name)
        assert ".png" in str(caught.value.fields["known"])
        with pytest.raises(UsageError):
            save_paper(laid_out(sheets, Layout.SINGLE), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_place_that_takes_no_file_is_told(
    sheets: tuple[Sheet, ...], tmp_path: Path, ending: str
) -> None:
    with pytest.raises(AtlasError):
        save_paper(laid_out(sheets, Layout.SINGLE), tmp_path / "none" / f"a{ending}")
