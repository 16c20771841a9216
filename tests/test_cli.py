"""The command line is a contract: for scripts, for people in three languages, and for mistakes."""

from __future__ import annotations

import argparse
import csv
import inspect
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, bundled
from desktop.arguments import ARGPARSE, parse
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from tests.commands import CHECKOUT, Done, Run, run_apart, start

CODES = ("nl", "fr", "en")
KEYS = ["id", "kind", "title", "snippet", "text", "citations"]
FIGURE = "figure/export-share-belgium"
FILES = re.compile(r"00\d_[0-9a-f]{16}")
HEAVY = ("PySide6", "sqlalchemy", "sqlmodel", "pydantic", "typst", "pyqtgraph", "numpy")


# --- search


def test_search_gives_a_list_with_the_keys_of_the_contract():
    done = run_apart("search", "prevention", "--json")
    assert (done.code, done.err) == (0, "")
    assert done.json
    for found in done.json:
        assert list(found) == KEYS
        assert found["id"].startswith(f"{found['kind']}/")
        for citation in found["citations"]:
            assert list(citation) == ["document", "section", "paragraph"]
            assert FILES.fullmatch(citation["document"])


@pytest.mark.parametrize("query", ["prévention", "Leuven", "RegMed XB", "COVID-19", "MoU"])
def test_search_finds_the_same_records_in_every_language(run: Run, query: str):
    ids = {
        code: {
            each["id"]
            for each in run("search", query, "--lang", code, "--limit", "500", "--json").json
        }
        for code in CODES
    }
    assert ids["nl"] == ids["fr"] == ids["en"] != set()


def test_search_shows_each_language_its_own_words(run: Run):
    titles = {
        code: [
            each["title"]
            for each in run("search", "prevention", "--lang", code, "--json", "--limit", "50").json
            if each["id"] == "theme/prevention"
        ]
        for code in CODES
    }
    assert titles == {"nl": ["Preventie"], "fr": ["Prévention"], "en": ["Prevention"]}


def test_search_for_people_is_a_line_a_record(run: Run):
    done = run("search", "regmed")
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert "programme/regmed-xb" in [line[0] for line in lines]
    assert all(len(line) == 3 for line in lines)


@pytest.mark.parametrize("query", ["", "*", "xylophonequintet", "'; --"])
def test_search_that_finds_nothing_says_so_and_is_no_failure(run: Run, query: str):
    assert run("search", query, "--json").json == []
    done = run("search", query)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Nothing found for “{query}”.\n"


def test_search_keeps_to_a_kind_and_a_limit(run: Run):
    found = run("search", "belgium", "--kind", "theme", "--limit", "3", "--json").json
    assert [each["kind"] for each in found] == ["theme"] * 3
    assert run("search", "belgium", "--limit", "0", "--json").json == []


@pytest.mark.parametrize("typed", ["soort:programma", "kind:programmes", "genre:programme"])
def test_search_is_narrowed_by_operators_of_any_language(run: Run, typed: str):
    queries = {code: run("search", f"leuven {typed}", "--lang", code, "--json") for code in CODES}
    for done in queries.values():
        assert {each["kind"] for each in done.json} == {"programme"}
    both = run("search", f"leuven {typed}", "--kind", "theme", "--json").json
    assert {each["kind"] for each in both} == {"programme", "theme"}


def test_a_batch_takes_operators_too(run: Run, tmp_path: Path):
    queries = tmp_path / "queries.txt"
    queries.write_text("in:flanders kind:figure\nplaats:vlaanderen soort:cijfer\n")
    first, second = run("search", "--batch", queries, "--json").out.splitlines()
    assert first == second != "[]"


def test_what_is_no_operator_is_words(run: Run):
    found = run("search", "note:regmed", "--limit", "50", "--json").json
    assert "programme/regmed-xb" in [each["id"] for each in found]


@pytest.mark.parametrize(
    ("code", "remark"),
    [
        ("en", "Results for “prevention”. Quotation marks keep words as they are typed: "),
        ("nl", "Resultaten voor “prevention”. Tussen aanhalingstekens blijven woorden "),
        ("fr", "Résultats pour «\u202fprevention\u202f». Entre guillemets, les mots "),
    ],
)
def test_a_correction_is_said_beside_the_results(run: Run, code: str, remark: str):
    done = run("search", "preventon", "--lang", code)
    assert "theme/prevention" in done.out
    assert done.err.startswith(remark)
    assert done.err.endswith('"preventon".\n')
    assert done.err.count("\n") == 1


def test_scripts_are_told_nothing_but_the_list(run: Run):
    done = run("search", "preventon", "--json")
    assert done.json
    assert done.err == ""


def test_a_piece_of_another_language_says_which(run: Run):
    done = run("search", "vergrijzing", "--limit", "50")
    assert "In the Dutch text: " in done.out
    own = run("search", "vergrijzing", "--lang", "nl", "--limit", "50")
    assert "In het Nederlands: " not in own.out


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("limit", [1, 3, 50])
def test_figures_that_answer_are_in_the_list_once(
    run: Run, library: AtlasLibrary, code: str, limit: int
):
    text = "how many people work in pharma in Flanders?"
    answers = library.search(SearchQuery.parse(text), code).answers
    found = run("search", text, "--lang", code, "--limit", str(limit), "--json").json
    ids = [each["id"] for each in found]
    assert min(len(answers), limit) <= len(ids) == len(set(ids)) <= limit
    assert set(answers[:limit]) <= set(ids)


def test_a_file_of_queries_gives_a_list_a_line(run: Run, tmp_path: Path):
    queries = tmp_path / "queries é.txt"
    queries.write_text("prévention\n\nxylophonequintet\n  \nregmed\n\n", encoding="utf-8")
    done = run("search", "--batch", queries, "--json")
    lines = [json.loads(line) for line in done.out.splitlines()]
    assert [bool(found) for found in lines] == [True, False, False, False, True, False]
    assert lines[4][0]["id"] == "programme/regmed-xb"
    assert lines[0] == run("search", "prévention", "--json").json


def test_an_empty_file_of_queries_gives_nothing(run: Run, tmp_path: Path):
    (tmp_path / "none.txt").touch()
    assert run("search", "--batch", tmp_path / "none.txt", "--json") == Done(0, "", "")


def test_search_imports_nothing_that_it_does_not_need():
    code = (
        "import sys; from desktop.cli import main; "
        "assert main(['search', 'prevention', '--json']) == 0; "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


# --- show and list


def test_show_gives_one_record_with_its_values(run: Run):
    found = run("show", FIGURE, "--json").json
    assert list(found) == [*KEYS, "values", "links"]
    assert found["id"] == FIGURE
    assert found["values"]["value"] == "10"
    assert found["citations"][0]["document"] == "000_6e51912df8acc749"


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("nl", "meer dan 10% (jaar niet vermeld)"),
        ("fr", "plus de 10\u202f% (année non précisée)"),
        ("en", "more than 10% (year not stated)"),
    ],
)
def test_show_tells_people_the_value_and_its_source(run: Run, code: str, value: str):
    done = run("show", FIGURE, "--lang", code)
    assert value in done.out
    assert "\n[1] " in done.out
    assert done.out == run("show", FIGURE, speaks=code).out


@pytest.mark.parametrize("code", CODES)
def test_the_language_may_be_asked_for_before_or_after_the_command(run: Run, code: str):
    after = run("show", FIGURE, "--lang", code)
    assert run("--lang", code, "show", FIGURE, speaks="fr") == after
    assert run("data", "--lang", code, "stats").code == 0
    assert run("data", "stats", "--lang", code).code == 0


@pytest.mark.parametrize("code", CODES)
def test_list_all_holds_every_record_in_every_language(run: Run, library: AtlasLibrary, code: str):
    found = run("list", "all", "--lang", code, "--json").json
    assert [each["id"] for each in found] == [record.id for record in library.list()]
    assert {tuple(each) for each in found} == {(*KEYS, "values", "links")}


@pytest.mark.parametrize("kind", Kind)
def test_list_holds_the_records_of_a_kind(run: Run, library: AtlasLibrary, kind: Kind):
    found = run("list", kind.value, "--json").json
    assert [each["id"] for each in found] == [record.id for record in library.list(kind)]
    lines = run("list", kind.value).out.splitlines()
    assert [line.split("\t")[0] for line in lines] == [each["id"] for each in found]


def test_list_as_csv_is_read_back_whole(run: Run):
    listed = run("list", "all", "--lang", "fr", "--json").json
    rows = list(csv.DictReader(io.StringIO(run("list", "all", "--lang", "fr", "--csv").out)))
    assert list(rows[0]) == [*KEYS, "values"]
    assert [row["text"] for row in rows] == [each["text"] for each in listed]
    assert [json.loads(row["citations"]) for row in rows] == [each["citations"] for each in listed]


def test_another_atlas_is_read_wherever_the_option_stands(run: Run, tmp_path: Path):
    copy = tmp_path / "a copy #1.sqlite"
    shutil.copy(bundled.atlas(), copy)
    for arguments in (
        ("--data", copy, "show", FIGURE),
        ("show", FIGURE, "--data", copy),
        ("data", "stats", "--data", copy),
    ):
        assert run(*arguments).code == 0
        copy.rename(tmp_path / "away")
        assert "There is no atlas at" in run(*arguments).complaint
        (tmp_path / "away").rename(copy)


# --- data


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A copy of the seeds."""
    return Path(shutil.copytree(bundled.seeds(), tmp_path / "seeds"))


def test_data_build_writes_an_atlas_and_names_its_hash(run: Run, seeds: Path, tmp_path: Path):
    target = tmp_path / "out" / "atlas.sqlite"
    done = run("data", "build", "--seeds", seeds, "-o", target)
    path, content_hash = done.out.split()
    assert path == str(target)
    assert run("--data", target, "data", "stats", "--json").json["content_hash"] == content_hash


def test_data_stats_counts_the_records(run: Run, library: AtlasLibrary):
    stats = run("data", "stats", "--json").json
    assert stats["records"].pop("total") == len(library.list())
    assert stats["records"] == {kind.value: len(library.list(kind)) for kind in Kind}
    assert stats["edition"] == library.edition["edition"]


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_data_stats_tells_people_the_same_numbers(run: Run, code: str):
    def numbers(text: str) -> list[str]:
        return re.findall(r"\d+", re.sub(r"(?<=\d)[.,\u202f](?=\d{3})", "", text))

    said = run("--lang", code, "data", "stats").out
    counted = run("data", "stats", "--json").json
    for part in ("citations", "words"):
        for name, count in counted[part].items():
            lines = [line for line in said.splitlines() if line.startswith(f"  {name}\t")]
            assert any(numbers(line.partition("\t")[2]) == [str(count)] for line in lines)
    assert counted["not_stated"]
    assert all(0 <= gap["open"] <= gap["total"] for gap in counted["not_stated"])


def test_data_check_of_sound_seeds_says_nothing(run: Run):
    assert run("data", "check") == Done(0, "", "")


@pytest.mark.parametrize("speaks", CODES)
def test_data_check_names_every_mistake_and_fails(
    run: Run, seeds: Path, speaks: str, languages: dict[str, Language]
):
    people = seeds / "be" / "people.toml"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace('as-of = "2018"', 'as-of = "2016"'), encoding="utf-8")
    (seeds / "be" / "zzz.toml").write_text("[[", encoding="utf-8")
    done = run("data", "check", "--seeds", seeds, speaks=speaks)
    toml, year = done.out.splitlines()
    assert toml.startswith("be/zzz.toml: ")
    sentence = languages[speaks].gettext(
        "The cited paragraphs do not hold the year {value}: mend it, or cite more."
    )
    assert year == f"be/people.toml: person/sigrid-kaag as-of {sentence.format(value=2016)}"
    assert done.code == 1
    assert done.err.count("\n") == 1
    assert "2" in done.err


def test_data_build_refuses_seeds_with_mistakes(run: Run, seeds: Path, tmp_path: Path):
    (seeds / "be" / "zzz.toml").write_text("[[", encoding="utf-8")
    done = run("data", "build", "--seeds", seeds, "-o", tmp_path / "atlas.sqlite")
    assert done.code == 1
    assert "The seeds hold mistakes" in done.complaint
    assert not (tmp_path / "atlas.sqlite").exists()


def small_country(folder: Path) -> tuple[Path, Path]:
    """Seeds of one document of two paragraphs, and the folder of that document."""
    (folder / "seeds" / "zz").mkdir(parents=True)
    (folder / "seeds" / "atlas.toml").write_text(
        'languages = ["nl", "fr", "en"]\nedition = "2026-11"\n', encoding="utf-8"
    )
    (folder / "seeds" / "zz" / "documents.toml").write_text(
        '[[document]]\nid = "z"\nfile = "z"\nlanguage = "en"\ntitle = "Z"\nsummary = "Z"\n'
        'cites = ["z:2"]\n',
        encoding="utf-8",
    )
    (folder / "documents").mkdir()
    (folder / "documents" / "z.txt").write_text("One\n\nTwo\n", encoding="utf-8")
    return folder / "seeds", folder / "documents"


def test_data_verify_holds_the_documents_against_the_seeds(run: Run, tmp_path: Path):
    seeds, documents = small_country(tmp_path)
    verify = ("data", "verify", "--seeds", seeds, "--documents", documents)
    before = run(*verify)
    assert before.code == 1
    assert "1, 2" in before.out
    assert run(*verify, "--write").code == 0
    same = run(*verify)
    assert (same.code, same.err) == (0, "")
    assert same.out.startswith("z")
    assert "2" in same.out
    (documents / "z.txt").write_text("One\n\nThree\n", encoding="utf-8")
    changed = run(*verify)
    assert changed.code == 1
    assert re.fullmatch(r"z\b.*\b2\.\n", changed.out)
    assert changed.err.startswith("valley-atlas: The documents are not those")
    (documents / "z.txt").unlink()
    assert "There is no document" in run(*verify).complaint


# --- what goes wrong

WRONG_USAGE = {
    "an id that there is not": ("show", "place/atlantis"),
    "an id of odd signs": ("show", "';\n--"),
    "a kind that there is not": ("list", "planets"),
    "a kind to search that there is not": ("search", "x", "--kind", "planets"),
    "a language that there is not": ("--lang", "xx", "list", "all"),
    "a language of no letters": ("list", "all", "--lang", ""),
    "an option that there is not": ("list", "all", "--fast"),
    "an option that may mean two": ("search", "x", "--l", "3"),
    "a command that there is not": ("fly",),
    "a record to open that there is not": ("programme/atlantis",),
    "a link to a record that there is not": ("valley-atlas://programme/atlantis",),
    "an address of nothing": ("open", ""),
    "no address": ("open",),
    "an address too many": ("milestones", "figures"),
    "an address with an option that there is not": ("milestones", "--fast"),
    "a data command that there is not": ("data", "fly"),
    "no data command": ("data",),
    "an argument too few": ("show",),
    "an argument too many": ("show", FIGURE, FIGURE),
    "an option without its value": ("search", "x", "--kind"),
    "a switch with a value": ("search", "x", "--json=yes"),
    "no query": ("search",),
    "a limit that is no number": ("search", "x", "--limit", "many"),
    "a limit below nothing": ("search", "x", "--limit", "-1"),
    "a limit beyond all numbers": ("search", "x", "--limit", "9" * 30),
    "two forms at once": ("list", "all", "--json", "--csv"),
    "a sheet without a place to put it": ("sheet", "place/belgium"),
    "a sheet without a country": ("sheet", "-o", "x.pdf"),
    "one sheet and all": ("sheet", "place/belgium", "-o", "x.pdf", "--all", "x"),
    "a sheet of what has none": ("sheet", "term/jobs", "-o", "x.pdf"),
    "documents that are not named": ("data", "verify"),
}
# `{}` is a folder of the test's own, with a file in it.
FAILED = {
    "an atlas that is not there": ("--data", "{}/none.sqlite", "list", "all"),
    "an address in an atlas that is not there": ("place/leuven", "--data", "{}/none.sqlite"),
    "an atlas that is a folder": ("--data", "{}", "list", "all"),
    "an atlas that is none": ("--data", "{}/file", "search", "x"),
    "a file of queries that is not there": ("search", "--batch", "{}/none.txt"),
    "a file of queries that is a folder": ("search", "--batch", "{}"),
    "a file of queries that is no text": ("search", "--batch", "{}/file"),
    "a sheet in a folder that is not there": ("sheet", "place/belgium", "-o", "{}/none/x.pdf"),
    "sheets in a folder that is a file": ("sheet", "--all", "{}/file"),
    "a sheet on a folder": ("sheet", "place/belgium", "-o", "{}"),
    "seeds that are not there": ("data", "check", "--seeds", "{}"),
    "an atlas to be written under a file": ("data", "build", "-o", "{}/file/atlas.sqlite"),
    "an atlas to be written on a folder": ("data", "build", "-o", "{}"),
    "documents that are not there": ("data", "verify", "--documents", "{}"),
}


@pytest.mark.parametrize("arguments", WRONG_USAGE.values(), ids=WRONG_USAGE.keys())
def test_wrong_usage_is_told_in_one_line_of_the_users_language(
    run: Run, arguments: tuple[str, ...]
):
    told = {code: run(*arguments, speaks=code) for code in CODES}
    assert {done.code for done in told.values()} == {2}
    assert len({done.complaint for done in told.values()}) == len(CODES)


@pytest.mark.parametrize("arguments", FAILED.values(), ids=FAILED.keys())
def test_a_failed_job_is_told_in_one_line_of_the_users_language(
    run: Run, tmp_path: Path, arguments: tuple[str, ...]
):
    (tmp_path / "file").write_bytes(b"\xff\xfe no atlas and no text")
    filled = [argument.format(tmp_path) for argument in arguments]
    told = {code: run(*filled, speaks=code) for code in CODES}
    assert {done.code for done in told.values()} == {1}
    assert len({done.complaint for done in told.values()}) == len(CODES)
    assert (tmp_path / "file").read_bytes() == b"\xff\xfe no atlas and no text"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_mistake_names_what_was_typed_and_what_there_is(run: Run):
    assert run("show", "place/atlantis").complaint == (
        "There is no record “place/atlantis”: “valley-atlas list all” names those there are."
    )
    assert "en, fr, nl" in run("--lang", "xx", "list", "all").complaint
    assert "place, organisation, person" in run("list", "planets").complaint


def test_the_chosen_language_is_that_of_the_mistake(run: Run):
    assert run("show", "x", "--lang", "nl").err == run("show", "x", speaks="nl").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "place/atlantis"), 2),
        (("list", "all", "--fast"), 2),
        (("--data", "/nowhere/atlas.sqlite", "list", "all"), 1),
    ],
)
def test_a_mistake_in_a_process_of_its_own_shows_no_traceback(
    arguments: tuple[str, ...], code: int
):
    done = run_apart(*arguments, speaks="fr")
    assert done.code == code
    assert done.complaint


@pytest.mark.parametrize("arguments", [("list", "all", "--json"), ("search", "regmed")])
def test_a_reader_who_goes_away_is_no_mistake(arguments: tuple[str, ...]):
    """As `| head -1` does, before the first line or after it."""
    for lines in (0, 1):
        process = start(*arguments)
        assert process.stdout is not None
        assert process.stderr is not None
        for _ in range(lines):
            assert process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()
        process.stderr.close()
        process.wait(timeout=60)
        assert err == ""


# --- addresses


@pytest.mark.parametrize(
    ("arguments", "address"),
    [
        (["programme/regmed-xb"], "programme/regmed-xb"),
        (["valley-atlas://programme/regmed-xb"], "valley-atlas://programme/regmed-xb"),
        (["milestones"], "milestones"),
        (["open", "search"], "search"),
        (["--lang", "nl", "--data", "x", "--user-dir", "y", "milestones"], "milestones"),
        (["milestones", "--lang", "nl", "--data", "x", "--user-dir", "y"], "milestones"),
        (["--lang", "nl", "milestones", "--data=x", "--user-dir=y"], "milestones"),
        (["--lan", "nl", "--user", "y", "milestones", "--dat", "x"], "milestones"),
        (["--lang", "nl", "--data", "x", "--user-dir", "y"], None),
    ],
    ids=str,
)
def test_an_address_stands_where_a_command_might(
    languages: dict[str, Language], arguments: list[str], address: str | None
):
    found = parse(arguments, languages["en"], bundled.catalogs())
    assert (found.command, found.address) == ("window", address)
    if "--lang" in arguments and "--data" in arguments:
        assert (found.lang, found.data, found.user_dir) == ("nl", Path("x"), Path("y"))


@pytest.mark.parametrize("command", ["search", "show", "list", "sheet"])
def test_a_command_wins_from_a_view_of_the_same_name(languages: dict[str, Language], command: str):
    assert parse([command, "x"], languages["en"], bundled.catalogs()).command == command


def test_what_is_no_address_opens_no_window_and_loads_no_qt(run: Run):
    code = (
        "import sys; from desktop.cli import main; "
        "assert main(['programme/atlantis']) == 2; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


# --- help


@pytest.mark.parametrize("command", [[], ["search"], ["list"], ["sheet"], ["data"]])
def test_help_is_told_in_the_users_language(command: list[str]):
    told = {code: run_apart(*command, "--help", speaks=code) for code in CODES}
    assert {(done.code, done.err) for done in told.values()} == {(0, "")}
    english = told["en"].out
    assert english.startswith("usage: valley-atlas")
    # Names of options and commands are the same for all; sentences are not.
    sentences = set(re.findall(r"  ([a-z][^\n]*? [^\n]* [^\n]*)", english))
    assert sentences
    for code in ("nl", "fr"):
        assert [each for each in sentences if each.strip() in told[code].out] == []


def test_the_version_is_told():
    assert run_apart("--version") == Done(0, f"Valley Atlas {__version__}\n", "")


def test_what_argparse_says_is_what_the_catalogs_translate():
    source = inspect.getsource(argparse)
    unknown = [text for text in ARGPARSE if repr(text)[1:-1] not in source and text not in source]
    assert unknown == []


def test_a_batch_keeps_step_with_its_file_whatever_signs_it_holds(run: Run, tmp_path: Path):
    queries = tmp_path / "queries.txt"
    queries.write_bytes("a\x0cb\n\u2028c\r\nd\x1de\n".encode())
    assert len(run("search", "--batch", queries, "--json").out.splitlines()) == 3


def test_a_query_beside_a_batch_is_wrong_usage(run: Run, tmp_path: Path):
    queries = tmp_path / "queries.txt"
    queries.write_text("regmed\n", encoding="utf-8")
    assert run("search", "regmed", "--batch", queries).code == 2


def test_an_id_beside_all_sheets_is_wrong_usage(run: Run, tmp_path: Path):
    assert run("sheet", "place/flanders", "--all", tmp_path / "sheets").code == 2
    assert not (tmp_path / "sheets").exists()


def test_an_id_that_a_terminal_could_not_decode_is_unknown_not_damage(run: Run):
    done = run("show", "a\udcff")
    assert done.code == 2
    assert "There is no record" in done.err


def test_seeds_without_a_country_make_no_atlas(run: Run, tmp_path: Path):
    seeds, _documents = small_country(tmp_path)
    (seeds / "zz" / "documents.toml").unlink()
    done = run("data", "build", "--seeds", seeds, "-o", tmp_path / "atlas.sqlite")
    assert done.code == 1
    assert "no country" in done.err
