"""The command `sheet`: one, in two languages, composed, all of them, their list, their changes."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.l10n.language import Language
from desktop.sheet_command import _progress_text
from desktop.sheets.one_page.paper.batch import Progress
from desktop.sheets.one_page.sheet import sheet_ids
from desktop.store.reader import AtlasLibrary
from tests.commands import CHECKOUT, Run, start
from tests.sheets.one_page.editions import edition

CODES = ("nl", "fr", "en")
BELGIUM = "place/belgium"


def attached(path: Path) -> dict[str, object]:
    """The facts in a sheet's PDF."""
    (content,) = PdfReader(io.BytesIO(path.read_bytes())).attachments["facts.json"]
    return json.loads(content)


def order_in(path: Path) -> dict[str, object]:
    order = attached(path)["order"]
    assert isinstance(order, dict)
    return order


# --- one


def test_a_sheet_is_written_as_pdf_and_nothing_is_said(run: Run, tmp_path: Path):
    target = tmp_path / "Blad é.pdf"
    done = run("sheet", BELGIUM, "--lang", "nl", "-o", target)
    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.read_bytes().startswith(b"%PDF-")
    assert order_in(target)["languages"] == ["nl"]


@pytest.mark.parametrize(("ending", "beginning"), [("png", b"\x89PNG"), ("svg", b"<svg")])
def test_the_ending_says_of_what_form_the_file_is(
    run: Run, tmp_path: Path, ending: str, beginning: bytes
):
    target = tmp_path / f"sheet.{ending}"
    assert run("sheet", BELGIUM, "-o", target).code == 0
    assert target.read_bytes().startswith(beginning)


def test_another_ending_is_wrong_usage(run: Run, tmp_path: Path):
    done = run("sheet", BELGIUM, "-o", tmp_path / "sheet.docx")
    assert done.code == 2
    assert ".pdf, .png, .svg" in done.complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "layout"),
    [((), "faces"), (("--layout", "faces"), "faces"), (("--layout", "beside"), "beside")],
)
def test_a_second_language_makes_the_sheet_one_of_two_languages(
    run: Run, tmp_path: Path, given: tuple[str, ...], layout: str
):
    target = tmp_path / "sheet.pdf"
    assert run("sheet", BELGIUM, "--lang", "nl", "--second", "fr", *given, "-o", target).code == 0
    order = order_in(target)
    assert (order["languages"], order["layout"]) == (["nl", "fr"], layout)


def test_blocks_can_be_left_out(run: Run, tmp_path: Path):
    target = tmp_path / "sheet.pdf"
    assert (
        run("sheet", BELGIUM, "--without", "regions", "--without", "open", "-o", target).code == 0
    )
    assert order_in(target)["without"] == ["open", "regions"]


def test_a_block_that_there_is_not_is_named_with_those_there_are(run: Run, tmp_path: Path):
    done = run("sheet", BELGIUM, "--without", "weather", "-o", tmp_path / "x.pdf")
    assert done.code == 2
    assert "“weather”" in done.complaint
    assert "regions" in done.complaint


# --- mistakes

WRONG_USAGE = {
    "no target": (BELGIUM,),
    "no subject": ("-o", "x.pdf"),
    "nothing": (),
    "one and all": (BELGIUM, "-o", "x.pdf", "--all", "x"),
    "all and the list": ("--all", "x", "--list"),
    "the list and one": ("--list", BELGIUM),
    "a comparison and one": ("--compare", "x.pdf", "-o", "y.pdf"),
    "one as JSON": (BELGIUM, "-o", "x.pdf", "--json"),
    "all as JSON": ("--all", "x", "--json"),
    "the same language twice": (BELGIUM, "--lang", "en", "--second", "en", "-o", "x.pdf"),
    "a second language that there is not": (BELGIUM, "--second", "xx", "-o", "x.pdf"),
    "a layout of one language": (BELGIUM, "--layout", "beside", "-o", "x.pdf"),
    "a layout that there is not": (BELGIUM, "--second", "nl", "--layout", "up", "-o", "x.pdf"),
    "a sheet of what is not there": ("place/atlantis", "-o", "x.pdf"),
    "a note on a sheet of a country": (BELGIUM, "--note", "x", "-o", "x.pdf"),
    "a mission on no day": ("mission", "--on", "soon", "-o", "x.pdf"),
    "a mission under no pillar": ("mission", "--pillar", "war", "-o", "x.pdf"),
    "a mission to what is no place": ("mission", "--place", "theme/x", "-o", "x.pdf"),
    "a mission to a figure": (
        "mission",
        "--place",
        "figure/export-share-belgium",
        "-o",
        "x.pdf",
    ),
    "a mission with an item that is not there": ("mission", "--item", "x/y", "-o", "x.pdf"),
}


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE.keys())
def test_wrong_usage_is_told_in_one_line_and_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
):
    monkeypatch.chdir(tmp_path)
    done = run("sheet", *arguments)
    assert done.code == 2
    assert done.complaint
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_is_told_where_there_is_no_atlas_to_read(run: Run, tmp_path: Path):
    assert run("--data", tmp_path / "none.sqlite", "sheet").code == 2


# --- all


def test_all_sheets_are_written_in_each_language(
    run: Run, tmp_path: Path, library: AtlasLibrary, monkeypatch: pytest.MonkeyPatch
):
    """All there are takes long; three of them show how it goes."""
    some = sheet_ids(library)[:3]
    monkeypatch.setattr("desktop.sheets.one_page.paper.batch.sheet_ids", lambda _library: some)
    folder = tmp_path / "new" / "sheets"
    done = run("sheet", "--all", folder)
    count = len(some) * len(CODES)
    assert (done.code, done.err) == (0, f"Sheets written: {count}.\n")
    written = sorted(folder.iterdir())
    assert sorted(map(Path, done.out.splitlines())) == written
    orders = [order_in(path) for path in written]
    assert len(orders) == count
    assert {(order["subject"], *order["languages"]) for order in orders} == {  # type: ignore[misc]
        (subject, code) for subject in some for code in CODES
    }


def test_a_sheet_that_fails_is_named_and_the_others_are_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    ids = ["place/atlantis", BELGIUM]
    monkeypatch.setattr("desktop.sheets.one_page.paper.batch.sheet_ids", lambda _library: ids)
    done = run("sheet", "--all", tmp_path)
    assert done.code == 1
    assert len(done.out.splitlines()) == len(CODES)
    *failed, count, complaint = done.err.splitlines()
    assert len(failed) == len(CODES)
    assert all("atlantis" in line for line in failed)
    assert count == "Sheets written: 3."
    assert complaint == "valley-atlas: Sheets that could not be made: 3."


def test_ctrl_c_leaves_whole_files_only(tmp_path: Path):
    folder = tmp_path / "sheets"
    process = start("sheet", "--all", folder)
    deadline = time.monotonic() + 60
    # As soon as the work has begun.
    while not folder.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    # It may have been done already, where there are few sheets.
    assert process.returncode in (130, 0)
    assert "Traceback" not in out + err
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in folder.iterdir())
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, "3 of 1,200 sheets"),
        (20.0, "3 of 1,200 sheets, less than a minute left"),
        (61.0, "3 of 1,200 sheets, about 1 minute left"),
        (600.0, "3 of 1,200 sheets, about 10 minutes left"),
    ],
)
def test_progress_is_told_with_the_time_left(
    languages: dict[str, Language], seconds: float | None, said: str
):
    assert _progress_text(Progress(3, 1200, None, seconds), languages["en"]) == said


# --- the list


def test_the_list_names_each_sheet_in_the_users_language(run: Run, library: AtlasLibrary):
    for code in CODES:
        done = run("sheet", "--list", "--lang", code)
        lines = [line.split("\t") for line in done.out.splitlines()]
        assert [line[0] for line in lines] == sheet_ids(library)
        assert [line[1] for line in lines] == [
            library.title(record)[code] for record in sheet_ids(library)
        ]
        told = run("sheet", "--list", "--lang", code, "--json").json
        assert [[each["id"], each["title"]] for each in told] == lines
        assert all(each["id"].startswith(f"{each['kind']}/") for each in told)


# --- changes


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Path:
    """A sheet of the atlas of today."""
    path = tmp_path / "old.pdf"
    assert run("sheet", BELGIUM, "--lang", "nl", "-o", path).code == 0
    return path


def test_what_has_changed_is_told_in_lines_and_as_json(run: Run, saved: Path, tmp_path: Path):
    facts = attached(saved)["facts"]
    assert isinstance(facts, list)
    figure = next(fact["record"]["id"] for fact in facts if fact["record"]["details"].get("value"))
    statement = ("UPDATE figure SET value = '4711' WHERE record = ?", (figure,))
    with edition(tmp_path, [statement]):
        data = ("--data", tmp_path / "2027-05.sqlite")
        lines = run("sheet", "--compare", saved, "--lang", "en", *data)
        told = run("sheet", "--compare", saved, "--lang", "en", "--json", *data)
    assert (lines.code, lines.err) == (0, "")
    assert "4,711" in lines.out
    assert "May 2027" in lines.out
    value = next(each for each in told.json["changes"] if each["kind"] == "value")
    assert value["record"] == figure
    assert "4,711" in value["new"]


def test_a_file_that_is_no_sheet_is_told_in_one_line(run: Run, tmp_path: Path):
    (tmp_path / "a.pdf").write_text("Dear reader", encoding="utf-8")
    for path in (tmp_path / "a.pdf", tmp_path / "none.pdf", tmp_path):
        done = run("sheet", "--compare", path)
        assert done.code == 1
        assert str(path) in done.complaint


def test_the_list_and_the_help_load_nothing_heavy():
    code = (
        "import sys; from desktop.cli import main; main(['sheet', '--list']); "
        "print([name for name in ('typst', 'pypdf', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
