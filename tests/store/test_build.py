"""The build writes what the seeds say, the same bytes each time, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop import bundled
from desktop.domain.problems import AtlasError
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Link, Record
from desktop.l10n.collation import sort_key
from desktop.l10n.language import Language, languages_in
from desktop.sheets.record.page import Describer
from desktop.store.build import build
from desktop.store.checks import Seeds, read_seeds
from desktop.store.file_format import SCHEMA_VERSION
from desktop.store.reader import AtlasLibrary
from tests.conftest import TODAY

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

CHECKOUT = Path(bundled.__file__).resolve().parent.parent


def build_elsewhere(
    seeds: Path, target: Path, hash_seed: int, file_size: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own, where no file may grow over `file_size`."""

    def limit() -> None:
        import resource

        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    arguments = ["data", "build", "--seeds", str(seeds), "--output", str(target)]
    return subprocess.run(
        [sys.executable, "-m", "desktop", "--lang", "en", *arguments],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=None if file_size is None else limit,
    )


def read_back(target: Path) -> list[Record]:
    library = AtlasLibrary.open(target)
    try:
        return list(library.list())
    finally:
        library.close()


def with_inverse_links(records: Iterable[Record]) -> list[Record]:
    """The records of the seeds as the library gives them: each link seen from both ends."""
    records = list(records)
    stated = {
        record.id: [
            Link(link.relation, other.id, inverse=True)
            for other in records
            for link in other.links
            if link.target == record.id
        ]
        for record in records
    }
    return [replace(each, links=(*each.links, *stated[each.id])) for each in records]


@pytest.fixture(scope="module")
def real_seeds() -> Seeds:
    return read_seeds(bundled.seeds())


def test_the_same_seeds_give_the_same_bytes(tmp_path: Path, real_seeds: Seeds):
    first, second = tmp_path / "first.sqlite", tmp_path / "other" / "second.sqlite"
    assert build(real_seeds, first, sort_key) == build(real_seeds, second, sort_key)
    assert first.read_bytes() == second.read_bytes()


def test_the_bytes_do_not_hang_on_the_process_that_writes_them(
    tmp_path: Path, small_seeds: SmallSeeds
):
    copy = tmp_path / "copy of the seeds"
    shutil.copytree(small_seeds.folder, copy)
    targets = [tmp_path / "1.sqlite", tmp_path / "2.sqlite"]
    for hash_seed, (folder, target) in enumerate(
        zip((small_seeds.folder, copy), targets, strict=True), start=1
    ):
        done = build_elsewhere(folder, target, hash_seed)
        assert done.returncode == 0, done.stderr
    build(small_seeds.read(), tmp_path / "here.sqlite", sort_key)
    contents = {path.read_bytes() for path in (*targets, tmp_path / "here.sqlite")}
    assert len(contents) == 1


def test_the_atlas_in_use_is_the_one_that_the_seeds_make(tmp_path: Path, real_seeds: Seeds):
    target = tmp_path / "atlas.sqlite"
    build(real_seeds, target, sort_key)
    assert bundled.atlas().read_bytes() == target.read_bytes(), "run: python -m desktop data build"


def test_the_content_hash_stands_in_the_file_and_follows_the_content(
    tmp_path: Path, small_seeds: SmallSeeds
):
    target = tmp_path / "atlas.sqlite"
    first = build(small_seeds.read(), target, sort_key)
    library = AtlasLibrary.open(target)
    edition = dict(library.edition)
    library.close()
    assert edition == {
        "content_hash": first,
        "edition": "2026-11",
        "languages": "nl fr en",
        "schema": str(SCHEMA_VERSION),
    }
    assert len(first) == hashlib.sha256().digest_size * 2
    small_seeds.change("themes.toml", '"Oncologie"', '"Kanker"')
    assert build(small_seeds.read(), target, sort_key) != first


@pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")
def test_a_library_that_is_open_goes_on_while_the_file_is_replaced(
    tmp_path: Path, small_seeds: SmallSeeds
):
    target = tmp_path / "atlas.sqlite"
    build(small_seeds.read(), target, sort_key)
    library = AtlasLibrary.open(target)
    try:
        small_seeds.change("themes.toml", '"Oncologie"', '"Kanker"')
        build(small_seeds.read(), target, sort_key)
        assert library.get("theme/zed-oncology").title["nl"] == "Oncologie"
    finally:
        library.close()
    titles = [record.title["nl"] for record in read_back(target)]
    assert "Kanker" in titles
    assert "Oncologie" not in titles


def test_every_record_of_zedland_reads_back_as_its_seed_says(
    zedland: AtlasLibrary, zedland_seeds: Seeds
):
    assert list(zedland.list()) == with_inverse_links(zedland_seeds.records)


def test_every_record_of_the_atlas_reads_back_as_its_seed_says(tmp_path: Path, real_seeds: Seeds):
    target = tmp_path / "atlas.sqlite"
    build(real_seeds, target, sort_key)
    assert read_back(target) == with_inverse_links(real_seeds.records)


def test_the_file_is_sound_and_needs_no_second_one(zedland_atlas: Path):
    with closing(sqlite3.connect(zedland_atlas)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert database.execute("PRAGMA freelist_count").fetchone() == (0,)
    assert [path.name for path in zedland_atlas.parent.iterdir()] == [zedland_atlas.name]


def test_seeds_with_a_mistake_are_refused_and_the_old_file_stays(
    tmp_path: Path, small_seeds: SmallSeeds
):
    target = tmp_path / "out" / "atlas.sqlite"
    build(small_seeds.read(), target, sort_key)
    before = target.read_bytes()
    small_seeds.change("figures.toml", "value = 1250", "value = 1251")
    with pytest.raises(AtlasError, match="The seeds hold mistakes"):
        build(small_seeds.read(), target, sort_key)
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit for the size of a file")
def test_a_full_disk_leaves_the_old_file_whole_and_nothing_half_made(
    tmp_path: Path, small_seeds: SmallSeeds
):
    target = tmp_path / "out" / "atlas.sqlite"
    target.parent.mkdir()
    target.write_bytes(b"the old atlas")
    done = build_elsewhere(small_seeds.folder, target, 1, file_size=40_960)
    assert done.returncode == 1
    assert done.stderr.startswith(f"valley-atlas: The atlas cannot be written to {target} (")
    assert done.stderr.count("\n") == 1
    assert target.read_bytes() == b"the old atlas"
    assert list(target.parent.iterdir()) == [target]


def test_a_place_that_takes_no_file_is_refused_in_one_sentence(
    tmp_path: Path, zedland_seeds: Seeds
):
    a_file = tmp_path / "file"
    a_file.touch()
    a_folder = tmp_path / "folder"
    a_folder.mkdir()
    with pytest.raises(AtlasError, match=r"cannot be written to .* \(.+\): choose another"):
        build(zedland_seeds, a_file / "atlas.sqlite", sort_key)
    with pytest.raises(AtlasError, match="is no file that can be written"):
        build(zedland_seeds, a_folder, sort_key)
    assert list(a_folder.iterdir()) == []


def test_a_second_country_needs_its_folder_and_no_code(
    tmp_path: Path,
    write_zedland: Callable[[Path], SmallSeeds],
    real_seeds: Seeds,
    languages: dict[str, Language],
):
    folder = tmp_path / "seeds"
    shutil.copytree(bundled.seeds(), folder)
    write_zedland(folder)
    target = tmp_path / "atlas.sqlite"
    build(read_seeds(folder), target, sort_key)
    library = AtlasLibrary.open(target)
    try:
        ids = {record.id: record.country for record in library.list()}
        assert ids.items() >= {record.id: "be" for record in real_seeds.records}.items()
        assert ids["place/zedland"] == "zz"
        hits = library.search(SearchQuery.parse("zédie"), "fr").hits
        assert "place/zedland" in [hit.id for hit in hits]
        for language in languages.values():
            page = Describer(library, language, TODAY).page(library.get("place/zedland"))
            assert len(page.facts) == 5
    finally:
        library.close()


def test_a_fourth_language_needs_a_catalog_and_texts_and_no_code(
    tmp_path: Path, small_seeds: SmallSeeds
):
    languages = german_beside_the_others(tmp_path / "locale")
    (small_seeds.folder / "atlas.toml").write_text(
        'languages = ["nl", "fr", "en", "de"]\nedition = "2026-11"\n', encoding="utf-8"
    )
    for path in (small_seeds.folder / "zz").glob("*.toml"):
        dutch = re.compile(r"^(\S+)\.nl = (.+)$", re.MULTILINE)
        text = path.read_text(encoding="utf-8")
        path.write_text(dutch.sub(r"\1.nl = \2\n\1.de = \2", text), encoding="utf-8")
    small_seeds.change("themes.toml", 'title.de = "Preventie"', 'title.de = "Vorsorge"')
    target = tmp_path / "atlas.sqlite"
    build(small_seeds.read(), target, sort_key)
    library = AtlasLibrary.open(target)
    try:
        assert list(library.languages) == ["nl", "fr", "en", "de"]
        (hit, *_) = library.search(SearchQuery.parse("vorsorge"), "de").hits
        assert hit.title.text == "Vorsorge"
        describer = Describer(library, languages["de"], TODAY)
        share = describer.page(library.get("figure/zed-share"))
        assert re.search(r"mehr als 2,5\s% \(2021\)", share.text)
        assert all(describer.page(record).title for record in library.list())
    finally:
        library.close()


def german_beside_the_others(folder: Path) -> dict[str, Language]:
    """The languages of the interface, and a German one that says one thing."""
    shutil.copytree(bundled.catalogs(), folder)
    german = Catalog(locale="de_BE")
    german.add("more than {value}", "mehr als {value}")
    (folder / "de" / "LC_MESSAGES").mkdir(parents=True)
    with (folder / "de" / "LC_MESSAGES" / "valley_atlas.mo").open("wb") as file:
        write_mo(file, german)
    return languages_in(folder)
