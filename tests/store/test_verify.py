"""The fingerprints are held against the documents themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import bundled
from desktop.domain.problems import AtlasError
from desktop.store.checks import read_seeds
from desktop.store.fingerprint_files import read_fingerprints
from desktop.store.verify import Verdict, verify, write

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

FILE = "900_zedland"
SOURCES = Path(bundled.__file__).resolve().parent.parent.parent / "shared" / "sources"


def change(documents: Path, old: str, new: str) -> None:
    path = documents / f"{FILE}.txt"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def test_a_document_as_it_was_has_no_changed_paragraph(small_seeds: SmallSeeds, documents: Path):
    assert verify(small_seeds.read(), documents) == [Verdict(FILE, 5, ())]


def test_white_space_case_and_line_ends_are_no_change(small_seeds: SmallSeeds, documents: Path):
    change(documents, "The Zed Plan runs", "The  ZED plan\nruns")
    path = documents / f"{FILE}.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(small_seeds.read(), documents) == [Verdict(FILE, 5, ())]


@pytest.mark.parametrize(
    ("old", "new", "paragraphs", "changed"),
    [
        ("EUR 56 billion", "EUR 57 billion", 5, (3,)),
        ("had 1,250", "had 1.250", 5, (2,)),
        ("Zedland at a glance, 1 March 2024\n\n", "", 4, (1, 2, 3, 4, 5)),
        ("By 2030 a", "More.\n\nBy 2030 a", 6, (5, 6)),
        ("its envoy.", "its envoy.\n\nThe end.", 6, (6,)),
        ("By 2030 a Health Quarter should stand in Port Zed. ", "", 5, (5,)),
    ],
)
def test_a_changed_missing_or_new_paragraph_is_named(
    small_seeds: SmallSeeds,
    documents: Path,
    old: str,
    new: str,
    paragraphs: int,
    changed: tuple[int, ...],
):
    change(documents, old, new)
    assert verify(small_seeds.read(), documents) == [Verdict(FILE, paragraphs, changed)]


def test_a_document_that_is_not_there_is_named(small_seeds: SmallSeeds, tmp_path: Path):
    with pytest.raises(AtlasError) as raised:
        verify(small_seeds.read(), tmp_path)
    assert str(raised.value).startswith(f"There is no document {tmp_path / FILE}.txt: give")


def test_a_document_that_is_no_text_is_named(small_seeds: SmallSeeds, documents: Path):
    (documents / f"{FILE}.txt").write_bytes(b"%PDF\xff\xfe")
    with pytest.raises(AtlasError, match=r"900_zedland\.txt is no UTF-8 text: fetch it again"):
        verify(small_seeds.read(), documents)


def test_fingerprints_made_anew_are_read_as_they_were_made(
    small_seeds: SmallSeeds, documents: Path
):
    before = read_fingerprints(small_seeds.folder)
    path = small_seeds.folder / "zz" / "fingerprints" / f"{FILE}.toml"
    text = path.read_bytes()
    path.unlink()
    runs = path.with_suffix(".runs")
    assert write(small_seeds.read(), small_seeds.folder, documents) == [path, runs]
    assert path.read_bytes() == text
    assert read_fingerprints(small_seeds.folder) == before
    assert b"laboratories" not in text
    assert b"laboratories" not in runs.read_bytes()


def test_fingerprints_made_anew_follow_the_document(small_seeds: SmallSeeds, documents: Path):
    change(documents, "EUR 56 billion", "EUR 57 billion")
    write(small_seeds.read(), small_seeds.folder, documents)
    assert verify(small_seeds.read(), documents) == [Verdict(FILE, 5, ())]
    assert [found[1:3] for found in small_seeds.mistakes()] == [("figure/zed-cost", "value")]


@pytest.mark.documents
@pytest.mark.skipif(
    not SOURCES.is_dir(),
    reason=f"the source documents are not at {SOURCES}: citations are NOT checked against them",
)
def test_the_real_fingerprints_are_those_of_the_documents():
    verdicts = verify(read_seeds(bundled.seeds()), SOURCES)
    assert len(verdicts) == 5
    assert [verdict for verdict in verdicts if verdict.changed] == []
