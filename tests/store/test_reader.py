"""The reader opens an atlas wherever it lies, refuses what is none, and changes nothing."""

from __future__ import annotations

import dataclasses
import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from desktop import bundled
from desktop.domain.browsing import Browse, Facet, Order
from desktop.domain.problems import AtlasError, UsageError
from desktop.domain.queries import SearchQuery
from desktop.domain.records import (
    Disagreement,
    Document,
    Figure,
    Kind,
    Milestone,
    Organisation,
    Person,
    Place,
    Programme,
    Section,
    Term,
    Theme,
    texts_of,
)
from desktop.store.checks import Seeds
from desktop.store.details import COLUMNS
from desktop.store.file_format import SCHEMA_VERSION
from desktop.store.reader import AtlasLibrary
from desktop.store.tables import DETAIL_TABLES
from tests.store.conftest import without_rights

PAGE = 4096
DETAILS = (
    Place,
    Organisation,
    Person,
    Programme,
    Milestone,
    Figure,
    Theme,
    Document,
    Section,
    Term,
    Disagreement,
)


def refusal(path: Path) -> str:
    """The one sentence with which `path` is refused."""
    with pytest.raises(AtlasError) as raised:
        AtlasLibrary.open(path)
    sentence = str(raised.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def patched(atlas: Path, target: Path, offset: int, content: bytes) -> Path:
    """A copy of an atlas with other bytes at an offset."""
    changed = bytearray(atlas.read_bytes())
    changed[offset : offset + len(content)] = content
    target.write_bytes(changed)
    return target


@pytest.mark.parametrize("kind", Kind)
def test_the_columns_that_are_read_are_those_of_the_tables(kind: Kind, zedland_atlas: Path):
    assert {"record", *COLUMNS[kind]} == set(DETAIL_TABLES[kind].model_fields)
    with closing(sqlite3.connect(zedland_atlas)) as database:
        rows = database.execute(f"PRAGMA table_info({kind.value})").fetchall()
    assert [row[1] for row in rows] == ["record", *COLUMNS[kind]]


@pytest.mark.parametrize(("kind", "details"), list(zip(Kind, DETAILS, strict=True)))
def test_every_field_of_a_kind_is_a_column_or_a_text(
    kind: Kind, details: type, zedland_seeds: Seeds
):
    texts = {
        field
        for record in zedland_seeds.records
        if record.kind is kind
        for field in texts_of(record)
    }
    fields = {field.name for field in dataclasses.fields(details)}
    assert fields == set(COLUMNS[kind]) | (texts - {"title", "summary"})


def test_a_record_is_found_by_its_id(zedland: AtlasLibrary):
    assert zedland.get("place/port-zed").title["fr"] == "Port Zed"


def test_an_id_that_there_is_not_is_a_wrong_usage(zedland: AtlasLibrary):
    with pytest.raises(UsageError, match=r"There is no record “place/'; --”"):
        zedland.get("place/'; --")


def test_several_threads_read_one_atlas_at_once(library: AtlasLibrary):
    """Sheets are made in threads of their own; the records must not get mixed up in them."""
    ids = [record.id for record in library.list()]
    expected = {record.id: record for record in library.list()}
    fresh = AtlasLibrary.open(bundled.atlas())

    def read(start: int) -> bool:
        some = ids[start::7][:40]
        kinds = [each.id for kind in Kind for each in fresh.list(kind)]
        return len(kinds) == len(ids) and all(
            fresh.get(record_id) == expected[record_id] == fresh.get_many([record_id])[0]
            for record_id in some
        )

    with closing(fresh), ThreadPoolExecutor(8) as pool:
        assert all(pool.map(read, range(16)))


def test_many_titles_are_those_of_each_record_and_unknown_ids_have_none(zedland: AtlasLibrary):
    ids = [record.id for record in zedland.list()]
    titles = zedland.titles({*ids, "place/nowhere"})
    assert titles == {record_id: zedland.title(record_id) for record_id in ids}
    assert zedland.titles(()) == {}


def test_a_list_holds_one_kind_or_all_in_order_of_importance(zedland: AtlasLibrary):
    every = zedland.list()
    assert [record.weight for record in every] == sorted(
        (record.weight for record in every), reverse=True
    )
    by_kind = [record for kind in Kind for record in zedland.list(kind)]
    assert sorted(record.id for record in by_kind) == sorted(record.id for record in every)
    assert {record.kind for record in zedland.list(Kind.PLACE)} == {Kind.PLACE}


def test_links_are_seen_from_both_ends(zedland: AtlasLibrary):
    stated = {(link.target, link.inverse) for link in zedland.get("place/port-zed").links}
    assert ("place/zedland", False) in stated
    assert ("organisation/zed-agency", True) in stated


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    assert refusal(tmp_path / "none.sqlite").startswith("There is no atlas at")


def test_a_folder_is_no_atlas(tmp_path: Path):
    assert refusal(tmp_path).startswith("The atlas at")


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7\n" + b"x" * 5000, b"SQLite format 4\0" + b"\0" * 5000, b"\0" * 5000]
)
def test_another_file_is_no_atlas(tmp_path: Path, content: bytes):
    path = tmp_path / "other.sqlite"
    path.write_bytes(content)
    assert refusal(path).endswith("is no atlas: choose another file with --data.")


def test_a_database_of_another_program_is_no_atlas(tmp_path: Path, zedland_atlas: Path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE record (id)")
    assert "is no atlas" in refusal(path)
    assert "is no atlas" in refusal(patched(zedland_atlas, path, 68, b"\0\0\0\1"))


def test_an_atlas_of_another_format_names_both_formats(tmp_path: Path, zedland_atlas: Path):
    other = (SCHEMA_VERSION + 6).to_bytes(4, "big")
    path = patched(zedland_atlas, tmp_path / "other.sqlite", 60, other)
    assert f"has format {SCHEMA_VERSION + 6}, and this program reads format" in refusal(path)


@pytest.mark.parametrize("kept", [1, 15, 16, 50, 99, 100, 101, PAGE - 1, PAGE, 3 * PAGE, -PAGE, -1])
def test_an_atlas_that_was_cut_off_is_damaged(tmp_path: Path, zedland_atlas: Path, kept: int):
    path = tmp_path / "cut.sqlite"
    path.write_bytes(zedland_atlas.read_bytes()[:kept])
    assert "is damaged: install the program again" in refusal(path)


@pytest.mark.parametrize("how", ["zeros", "noise", "one byte"])
def test_a_damaged_page_is_an_error_of_one_sentence_or_no_matter(
    tmp_path: Path, zedland_atlas: Path, how: str
):
    """Each page in turn: what is read is whole, or the file is refused; nothing else happens."""
    content = zedland_atlas.read_bytes()
    noise = random.Random(how)
    refusals: list[str] = []
    for start in range(0, len(content), PAGE):
        begin, size = (start or 100), PAGE - (0 if start else 100)
        damage = {
            "zeros": (begin, bytes(size)),
            "noise": (begin, noise.randbytes(size)),
            "one byte": (begin + noise.randrange(size), b"\xa5"),
        }[how]
        path = patched(zedland_atlas, tmp_path / "damaged.sqlite", *damage)
        try:
            with closing(AtlasLibrary.open(path)) as library:
                assert len(library.list()) == 20
                library.search(SearchQuery.parse("prevntion zed"), "nl")
                library.get("figure/zed-share")
                asked = Browse(tuple(Kind), "nl", order=Order.TITLE, group=Facet.YEAR)
                assert library.browse(asked)
                assert library.facet_counts(asked, Facet.THEME)
        except AtlasError as error:
            refusals.append(str(error))
    # Not every page is read for this, and a byte inside of a text is just another text.
    assert len(refusals) > (2 if how == "one byte" else 20)
    assert all("is damaged" in sentence for sentence in refusals)


@pytest.mark.parametrize(
    "name",
    [
        "with spaces",
        "prévention é",
        "e\u0301",
        "a#b",
        "a?mode=rw",
        "100%",
        "%41%2f",
        "a&b=c",
        "'\"",
        "日本",
    ],
)
def test_an_atlas_opens_from_any_path(tmp_path: Path, zedland_atlas: Path, name: str):
    path = tmp_path / name / f"{name}.sqlite"
    path.parent.mkdir()
    path.write_bytes(zedland_atlas.read_bytes())
    with closing(AtlasLibrary.open(path)) as library:
        assert library.get("place/zedland").id == "place/zedland"
    assert list(path.parent.iterdir()) == [path]


def test_an_atlas_opens_by_a_relative_path(
    tmp_path: Path, zedland_atlas: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a.sqlite").write_bytes(zedland_atlas.read_bytes())
    monkeypatch.chdir(tmp_path)
    with closing(AtlasLibrary.open(Path("a.sqlite"))) as library:
        assert library.languages == ["nl", "fr", "en"]


def test_an_atlas_opens_where_nothing_can_be_written(locked_folder: Path, zedland_atlas: Path):
    path = locked_folder / "atlas.sqlite"
    path.write_bytes(zedland_atlas.read_bytes())
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    with without_rights():
        with pytest.raises(OSError, match="Permission denied"):
            (locked_folder / "probe").touch()
        with closing(AtlasLibrary.open(path)) as library:
            hits = library.search(SearchQuery.parse("preventie"), "nl")
    assert hits


def test_an_atlas_that_may_not_be_read_says_so(locked_folder: Path, zedland_atlas: Path):
    path = locked_folder / "atlas.sqlite"
    path.write_bytes(zedland_atlas.read_bytes())
    path.chmod(0o000)
    with without_rights():
        sentence = refusal(path)
    assert sentence.endswith("cannot be read: check the rights to that file.")


def test_the_library_cannot_write(tmp_path: Path, zedland_atlas: Path):
    path = tmp_path / "atlas.sqlite"
    path.write_bytes(zedland_atlas.read_bytes())
    with closing(AtlasLibrary.open(path)) as library:
        for sql in ("DELETE FROM record", "CREATE TABLE other (x)", "PRAGMA user_version = 5"):
            with pytest.raises(sqlite3.OperationalError, match="readonly database"):
                library._database.execute(sql)
    assert path.read_bytes() == zedland_atlas.read_bytes()
