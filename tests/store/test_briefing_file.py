"""The briefing in the user's own file: kept through a kill, a bad disk, and another program."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from desktop import bundled
from desktop.domain.briefing import Briefing, Item, Meeting
from desktop.store.user_file import FILE_NAME, UserFile
from tests.store.conftest import without_rights

CHECKOUT = Path(bundled.__file__).resolve().parent.parent
BRIEFING = Briefing(
    (
        Meeting(
            "Leuven ' ; --", (Item("a/2", "één\nligne\x00 ✔ 😀", "i2"), Item("a/1", "", "i1")), "B"
        ),
        Meeting("", (), "A"),
    )
)
KILLED = """
import os, sys
from pathlib import Path
from desktop.domain.briefing import Briefing, Item
from desktop.store.user_file import UserFile
file = UserFile(Path(sys.argv[1]))
file.write(file.read().with_item(Item("a/9", "last words")))
os._exit(9)
"""
# What a program of before the briefing left behind.
OLD_SCHEMA = (
    'CREATE TABLE setting ("key" VARCHAR NOT NULL, value VARCHAR NOT NULL, PRIMARY KEY ("key"))'
)
# As many writes as it takes to meet those of the other program.
WRITER = """
import sys
from pathlib import Path
from desktop.domain.briefing import Item
from desktop.store.user_file import UserFile
file = UserFile(Path(sys.argv[1]))
briefing = file.read()
for number in range(25):
    briefing = file.write(briefing.with_item(Item(f"a/{sys.argv[2]}-{number}", "note")))
    while not file.is_kept:
        briefing = file.write(briefing)
"""


def read(folder: Path) -> Briefing:
    with closing(UserFile(folder)) as file:
        return file.read()


def test_a_briefing_is_there_after_reopening(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        assert file.read() == Briefing()
        assert file.write(BRIEFING) == BRIEFING
        assert file.is_kept
    assert read(tmp_path) == BRIEFING


def test_what_is_written_is_there_after_a_kill(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.write(BRIEFING)
    killed = subprocess.run([sys.executable, "-c", KILLED, tmp_path], cwd=CHECKOUT, check=False)
    assert killed.returncode == 9
    assert read(tmp_path) == BRIEFING.with_item(read(tmp_path).items[2])
    assert read(tmp_path).items[2].note == "last words"


def test_a_file_of_before_the_briefing_gains_it_and_loses_nothing(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as database, database:
        database.execute(OLD_SCHEMA)
        database.execute("INSERT INTO setting VALUES ('language', 'fr')")
    with closing(UserFile(tmp_path)) as file:
        assert file.get("language", "en") == "fr"
        assert file.read() == Briefing()
        file.write(BRIEFING)
        assert file.is_kept
        assert not file.set_aside
    with closing(UserFile(tmp_path)) as file:
        assert (file.get("language", "en"), file.read()) == ("fr", BRIEFING)


def test_an_old_file_on_a_disk_that_cannot_be_written_is_still_read(locked_folder: Path) -> None:
    path = locked_folder / FILE_NAME
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(OLD_SCHEMA)
        database.execute("INSERT INTO setting VALUES ('language', 'fr')")
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    with without_rights(), closing(UserFile(locked_folder)) as file:
        kept, language = file.is_kept, file.get("language", "en")
    assert (kept, language) == (False, "fr")


def test_a_disk_that_cannot_be_written_is_known_before_anything_is_noted(
    locked_folder: Path,
) -> None:
    with closing(UserFile(locked_folder)) as file:
        file.write(BRIEFING)
    (locked_folder / FILE_NAME).chmod(0o444)
    locked_folder.chmod(0o555)
    with without_rights(), closing(UserFile(locked_folder)) as file:
        kept, found = file.is_kept, file.read()
        written = file.write(found.noted("i1", "new"))
        again, still_kept = file.read(), file.is_kept
    assert (kept, still_kept) == (False, False)
    assert found == BRIEFING
    assert written == again == BRIEFING.noted("i1", "new")


def test_what_a_disk_refused_goes_there_as_soon_as_it_can(locked_folder: Path) -> None:
    with closing(UserFile(locked_folder)) as file:
        file.write(BRIEFING)
    path = locked_folder / FILE_NAME
    path.chmod(0o444)
    locked_folder.chmod(0o555)
    with without_rights():
        file = UserFile(locked_folder)
        file.put("language", "fr")
        noted = file.write(file.read().noted("i1", "new"))
        refused = file.is_kept
    locked_folder.chmod(0o755)
    path.chmod(0o644)
    assert file.write(noted) == noted
    assert (refused, file.is_kept) == (False, True)
    file.close()
    with closing(UserFile(locked_folder)) as file:
        assert (file.read(), file.get("language", "en")) == (noted, "fr")


def test_a_file_that_another_program_holds_costs_no_note(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.write(BRIEFING)
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert file.write(BRIEFING.noted("i1", "new")) == BRIEFING.noted("i1", "new")
            assert not file.is_kept
            assert file.read() == BRIEFING.noted("i1", "new")
            other.rollback()
        file.write(file.read())
        assert file.is_kept
    assert read(tmp_path) == BRIEFING.noted("i1", "new")


def test_a_program_takes_in_what_another_one_wrote_meanwhile(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as one, closing(UserFile(tmp_path)) as other:
        one.write(BRIEFING)
        seen = other.read()
        one.write(BRIEFING.noted("i1", "of one"))
        kept = other.write(seen.with_item(Item("a/3", "of the other", "i3"), "A"))
        assert [item.note for item in kept.items][1:] == ["of one", "of the other"]
    assert read(tmp_path) == kept


def test_two_programs_lose_none_of_each_others_notes(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, tmp_path, name], cwd=CHECKOUT)
        for name in ("one", "other")
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    records = {item.record for item in read(tmp_path).items}
    assert records == {f"a/{name}-{number}" for name in ("one", "other") for number in range(25)}


def test_a_file_that_is_taken_away_meanwhile_is_made_anew(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.write(BRIEFING)
        (tmp_path / FILE_NAME).rename(tmp_path / "elsewhere.sqlite")
        file.write(BRIEFING.noted("i1", "new"))
        assert file.is_kept
    assert read(tmp_path) == BRIEFING.noted("i1", "new")


def test_a_file_that_is_damaged_meanwhile_is_put_aside_and_nothing_lost(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "fr")
        file.write(BRIEFING)
        (tmp_path / FILE_NAME).write_bytes(b"\xa5" * 20_000)
        assert file.write(BRIEFING.noted("i1", "new")) == BRIEFING.noted("i1", "new")
        assert file.is_kept
        assert file.set_aside
    with closing(UserFile(tmp_path)) as file:
        assert (file.read(), file.get("language", "en")) == (BRIEFING.noted("i1", "new"), "fr")


def test_what_can_be_read_of_a_damaged_file_goes_on_in_the_new_one(tmp_path: Path) -> None:
    """The table of items is noise; the choices and the meetings are not."""
    with closing(UserFile(tmp_path)) as file:
        file.put("language", "fr")
        file.write(BRIEFING)
    path = tmp_path / FILE_NAME
    with closing(sqlite3.connect(path)) as database:
        (size,) = database.execute("PRAGMA page_size").fetchone()
        page = database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'item'")
        (number,) = page.fetchone()
    whole = bytearray(path.read_bytes())
    whole[(number - 1) * size : number * size] = b"\xa5" * size
    path.write_bytes(whole)
    with closing(UserFile(tmp_path)) as file:
        assert Path(file.set_aside).read_bytes() == whole
        assert file.get("language", "en") == "fr"
        assert [meeting.title for meeting in file.read().meetings] == ["Leuven ' ; --", ""]
        assert file.is_kept


def test_an_item_whose_meeting_is_lost_is_still_to_be_had(tmp_path: Path) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.write(BRIEFING)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as database, database:
        database.execute("DELETE FROM meeting")
    (meeting,) = read(tmp_path).meetings
    assert meeting == Meeting("", BRIEFING.meetings[0].items, "B")


@pytest.mark.parametrize("size", [1, 200])
def test_a_full_disk_keeps_the_old_briefing_whole(tmp_path: Path, size: int) -> None:
    with closing(UserFile(tmp_path)) as file:
        file.write(BRIEFING)
        database = file._database
        assert database is not None
        (pages,) = database.execute("PRAGMA page_count").fetchone()
        database.execute(f"PRAGMA max_page_count = {pages}")
        grown = BRIEFING.noted("i1", "x" * 5000 * size)
        assert file.write(grown) == grown
    assert read(tmp_path) == grown
