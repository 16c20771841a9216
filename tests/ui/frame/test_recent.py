"""The records that were open last."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.store.user_file import UserFile
from desktop.ui.frame.recent import KEY, MOST

Start = Callable[[str | None], Program]


def kept(program: Program) -> list[str]:
    return program.user_file.get(KEY, "").split()


def named(program: Program) -> list[str]:
    program.window.menus.go.aboutToShow.emit()
    return [action.text() for action in program.window.menus.recent.actions()]


def test_the_records_that_were_opened_are_kept_the_newest_first(start: Start) -> None:
    program = start("en")
    for record in ("place/leuven", "programme/regmed-xb", "place/leuven"):
        program.window.open_record(record)
    assert kept(program) == ["place/leuven", "programme/regmed-xb"]


def test_they_outlive_the_program(start: Start, qtbot: QtBot) -> None:
    program = start("en")
    program.window.open_record("place/leuven")

    def on_disk() -> str:
        file = UserFile(program.user_file.path.parent)
        found = file.get(KEY, "")
        file.close()
        return found

    qtbot.waitUntil(lambda: on_disk() == "place/leuven")


def test_no_more_than_twelve_are_kept(start: Start) -> None:
    program = start("en")
    ids = [record.id for record in program.library.list()[: MOST + 5]]
    for record in ids:
        program.window.open_record(record)
    assert kept(program) == list(reversed(ids))[:MOST]


def test_the_menu_names_them_in_the_language_and_leads_to_them(start: Start) -> None:
    first = start("fr")
    for record in ("place/leuven", "place/flanders"):
        first.window.open_record(record)
    first.window.close()
    first.user_file.flush()
    program = start("fr")
    assert named(program) == ["Flandre", "Louvain"]
    program.choose_language("nl")
    assert named(program) == ["Vlaanderen", "Leuven"]
    program.window.menus.recent.actions()[1].trigger()
    assert program.window.view("regions").record_id == "place/leuven"


def test_what_this_edition_does_not_have_is_left_out(start: Start) -> None:
    first = start("en")
    first.user_file.put(KEY, "place/atlantis nonsense place/leuven")
    program = start("en")
    assert named(program) == ["Leuven"]


def test_without_any_the_menu_cannot_be_opened(start: Start) -> None:
    program = start("en")
    assert named(program) == []
    assert not program.window.menus.recent.isEnabled()
    program.window.open_record("place/leuven")
    assert named(program) == ["Leuven"]
    assert program.window.menus.recent.isEnabled()
