"""What a user chose is kept through a kill, and a bad disk costs the choice, never the program."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import create_engine

from desktop import bundled
from desktop.store.user_file import FILE_NAME, UserFile
from desktop.store.user_tables import UserTable
from tests.store.conftest import without_rights

CHECKOUT = Path(bundled.__file__).resolve().parent.parent
KILLED = """
import os, sys
from pathlib import Path
from desktop.store.user_file import UserFile
UserFile(Path(sys.argv[1])).put("language", "fr")
os._exit(9)
"""


def columns_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Each table with what SQLite says of its columns."""
    with closing(sqlite3.connect(path)) as database:
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return {
            table: database.execute(f"PRAGMA table_info({table})").fetchall() for (table,) in tables
        }


def test_the_schema_is_that_of_the_declared_tables(tmp_path: Path):
    with closing(UserFile(tmp_path)):
        pass
    declared = tmp_path / "declared.sqlite"
    engine = create_engine(f"sqlite:///{declared}")
    UserTable.metadata.create_all(engine)
    engine.dispose()
    assert columns_of(tmp_path / FILE_NAME) == columns_of(declared) != {}


def test_a_choice_is_there_after_reopening(tmp_path: Path):
    with closing(UserFile(tmp_path / "new" / "folder")) as file:
        assert file.is_kept
        assert file.get("language", "en") == "en"
        file.put("language", "nl")
        file.put("language", "fr")
        file.put("théme ' ; --", "d’or")
    with closing(UserFile(tmp_path / "new" / "folder")) as file:
        assert file.get("language", "en") == "fr"
        assert file.get("théme ' ; --", "") == "d’or"


def test_a_choice_is_there_after_a_kill(tmp_path: Path):
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=CHECKOUT, check=False)
    assert killed.returncode == 9
    with closing(UserFile(tmp_path)) as file:
        assert file.get("language", "en") == "fr"


def test_two_windows_share_the_choices(tmp_path: Path):
    with closing(UserFile(tmp_path)) as one, closing(UserFile(tmp_path)) as other:
        one.put("language", "nl")
        assert other.get("language", "en") == "nl"


def damaged(folder: Path, how: str) -> bytes:
    """Put a damaged file in the folder, and say what it holds."""
    with closing(UserFile(folder)) as file:
        file.put("language", "fr")
    path = folder / FILE_NAME
    whole = path.read_bytes()
    broken = {
        "no database": b"not a database at all " * 400,
        "cut off": whole[: len(whole) - 4096 - 7],
        "a header and no more": whole[:100],
        "a page of noise": whole[:4096] + b"\xa5" * (len(whole) - 4096),
        "another table": other_table(),
    }[how]
    path.write_bytes(broken)
    return broken


def other_table() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE setting (wrong)")
        database.commit()
        return database.serialize()


@pytest.mark.parametrize(
    "how", ["no database", "cut off", "a header and no more", "a page of noise", "another table"]
)
def test_a_damaged_file_is_put_aside_as_it_is_and_a_new_one_begun(tmp_path: Path, how: str):
    before = damaged(tmp_path, how)
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "nl")
        assert file.is_kept
        aside = Path(file.set_aside)
    assert aside.read_bytes() == before
    assert aside.parent == tmp_path
    with closing(UserFile(tmp_path)) as file:
        assert file.get("language", "en") == "nl"
        assert not file.set_aside


def test_a_second_damaged_file_does_not_take_the_place_of_the_first(tmp_path: Path):
    damaged(tmp_path, "no database")
    with closing(UserFile(tmp_path)) as file:
        first = file.set_aside
    (tmp_path / FILE_NAME).write_bytes(b"noise " * 1000)
    with closing(UserFile(tmp_path)) as file:
        assert file.set_aside != first
    assert Path(first).is_file()


def test_the_journal_of_a_damaged_file_goes_with_it(tmp_path: Path):
    """Left behind, it would be played back into the new file."""
    damaged(tmp_path, "no database")
    (tmp_path / f"{FILE_NAME}-journal").write_bytes(b"\x00 of the damaged file")
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "nl")
        journal = Path(f"{file.set_aside}-journal")
    assert journal.read_bytes() == b"\x00 of the damaged file"


def test_a_damaged_file_that_cannot_be_moved_stays_and_choices_last_until_the_end(
    locked_folder: Path,
):
    before = damaged(locked_folder, "no database")
    locked_folder.chmod(0o555)
    with without_rights(), closing(UserFile(locked_folder)) as file:
        file.put("language", "nl")
        kept, language = file.is_kept, file.get("language", "en")
    assert (kept, language) == (False, "nl")
    assert (locked_folder / FILE_NAME).read_bytes() == before


def test_the_file_of_a_newer_program_is_left_alone(tmp_path: Path):
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "fr")
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "nl")
        assert not file.is_kept
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_costs_only_the_choice(tmp_path: Path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine", encoding="utf-8")
    with closing(UserFile(in_the_way / "user")) as file:
        file.put("language", "nl")
        assert file.get("language", "en") == "nl"
        assert not file.is_kept
    assert in_the_way.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_written_costs_only_the_choice(locked_folder: Path):
    locked_folder.chmod(0o555)
    with without_rights(), closing(UserFile(locked_folder)) as file:
        file.put("language", "nl")
        kept, language = file.is_kept, file.get("language", "en")
    assert (kept, language) == (False, "nl")
    assert list(locked_folder.iterdir()) == []


def test_a_file_that_cannot_be_written_keeps_what_was_chosen_before(locked_folder: Path):
    with closing(UserFile(locked_folder)) as file:
        file.put("language", "fr")
        file.put("theme", "dark")
    path = locked_folder / FILE_NAME
    before = path.read_bytes()
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    with without_rights(), closing(UserFile(locked_folder)) as file:
        old = file.get("language", "en")
        file.put("language", "nl")
        new, theme = file.get("language", "en"), file.get("theme", "auto")
    assert (old, new, theme) == ("fr", "nl", "dark")
    assert path.read_bytes() == before
