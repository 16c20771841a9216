"""The benchmark of search: each engine finds what is there, and the figures are what they say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench_search import main
from search_build import ENGINES
from search_engines import Engine, Ours, bytes_of_tables
from search_queries import NARROWED, Asked, drawn
from search_report import NAMES, Built, Measured, Timing, print_markdown, print_slowest, print_table
from synthetic_search import ATLAS, Vocabulary, made_up, material

from desktop.store.search.index import Entry

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bench" / "bench_search.py"
RECORDS = 300


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return material(ATLAS, RECORDS)[0]


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(made_up(*material(ATLAS, RECORDS), RECORDS))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]) -> Path:
    """A folder with the index of each engine, built in this process."""
    folder = tmp_path_factory.mktemp("built")
    for engine in ENGINES.values():
        engine.build(iter(entries), folder)
    return folder


@pytest.fixture(scope="module")
def engines(built: Path) -> Iterator[dict[str, Engine]]:
    opened = {name: kind(built) for name, kind in ENGINES.items()}
    yield opened
    for engine in opened.values():
        engine.close()


@pytest.mark.slow
def test_a_run_measures_every_engine_and_type_and_the_next_one_takes_what_was_kept(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "kept"
    command = [
        sys.executable,
        str(SCRIPT),
        "--records",
        str(RECORDS),
        "--most",
        "3",
        "--rounds",
        "2",
    ]
    command += ["--keep", str(folder), "--markdown", "--slowest"]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
        for _ in range(2)
    )
    assert first.stderr.count("Building") == len(ENGINES)
    assert "Building" not in second.stderr
    for type_ in drawn(material(ATLAS, RECORDS)[0], RECORDS, 1):
        assert f"\n{type_:26}{NAMES['ours']}" in first.stdout
        assert f"\n| {type_} | " in first.stdout
    for name in NAMES.values():
        assert name in first.stdout
    assert "At the best of up to 2 rounds." in first.stdout
    for engine in ENGINES:
        figures = json.loads((folder / str(RECORDS) / f"{engine}.json").read_bytes())
        assert 0 < figures["seconds"] < 60
        assert 10 < figures["megabytes"] < 2_000


def test_a_disk_that_is_too_small_is_said_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"less than 4000000\.0 GB free"):
        main(["--records", str(10**12), "--keep", str(tmp_path)])
    assert not list(tmp_path.iterdir())


def test_an_index_that_cannot_be_built_stops_the_run_and_is_not_taken_for_whole(
    tmp_path: Path,
) -> None:
    in_the_way = tmp_path / str(RECORDS) / "ours.sqlite"
    in_the_way.mkdir(parents=True)
    with pytest.raises(SystemExit, match="Valley Atlas could not be built"):
        main(["--records", str(RECORDS), "--keep", str(tmp_path)])
    assert list(in_the_way.parent.iterdir()) == [in_the_way]


def test_queries_are_the_same_each_time_and_others_with_another_seed(words: Vocabulary) -> None:
    assert drawn(words, RECORDS, 1) == drawn(words, RECORDS, 1)
    assert drawn(words, RECORDS, 1) != drawn(words, RECORDS, 2)


def test_there_are_enough_queries_of_each_type_and_each_is_what_its_type_says(
    words: Vocabulary,
) -> None:
    queries = drawn(words, RECORDS, 1)
    texts = {type_: [asked.text for asked in of_type] for type_, of_type in queries.items()}
    assert all(len(of_type) >= 100 for of_type in texts.values())
    assert len(texts["prefix"]) >= 500
    every = {word for known in words.values() for word in known}
    prefixes = set(texts["prefix"])
    assert all(len(prefix) == 1 or prefix[:-1] in prefixes for prefix in prefixes)
    assert set(texts["frequent"]) == {word for known in words.values() for word in known[:60]}
    assert set(texts["letters"]) == set("abcdefghijklmnopqrstuvwxyz")
    assert {len(text.split()) for text in texts["two words"]} == {2}
    assert all(every.issuperset(text.split()) for text in texts["three words"])
    assert {len(text.split()) for text in texts["three words, one mistyped"]} == {3}
    unknown = [set(text.split()) - every for text in texts["three words, one mistyped"]]
    # A slip may make another word.
    assert sum(len(each) == 1 for each in unknown) > 0.9 * len(unknown)
    assert sum(text not in every for text in texts["typo"]) > 0.9 * len(texts["typo"])
    assert all(text.startswith("how many people in ") for text in texts["question"])
    assert {len(asked.chosen) for asked in queries[NARROWED]} == {1}


@pytest.mark.parametrize("name", ENGINES)
def test_each_engine_finds_titles_and_beginnings_and_twenty_records_at_most(
    name: str, engines: dict[str, Engine], entries: list[Entry]
) -> None:
    for entry in entries[::30]:
        assert engines[name].search(Asked(entry.titles["en"])) >= 1
    assert engines[name].search(Asked("onderzo")) >= 1
    assert engines[name].search(Asked("d")) == 20
    assert engines[name].search(Asked("qqqqqqqqqqqqqqqqqq")) == 0


def test_ours_and_tantivy_find_a_mistyped_word_and_plain_fts5_does_not(
    engines: dict[str, Engine],
) -> None:
    for typed in ("gezondehid", "gezondehid onderzoek", "onderzoek gezondehid"):
        assert engines["plain"].search(Asked(typed)) == 0
        assert engines["ours"].search(Asked(typed)) >= 1
        assert engines["tantivy"].search(Asked(typed)) >= 1


def test_an_index_is_measured_without_the_texts_and_left_as_it_was(built: Path) -> None:
    before = (built / "ours.sqlite").read_bytes()
    text = Ours.size_of_texts(built)
    for name, engine in ENGINES.items():
        assert 0.2 * text < engine.size(built) < 20 * text, name
    both = bytes_of_tables(built / "ours.sqlite", ("text", "word"))
    parts = [bytes_of_tables(built / "ours.sqlite", (table,)) for table in ("text", "word")]
    assert both == sum(parts)
    assert parts[0] > text
    assert (built / "ours.sqlite").read_bytes() == before


def timing(*times: float, hits: int = 20) -> Timing:
    made = Timing()
    for time in times:
        made.add(f"takes {time}", time, hits)
    return made


def test_a_share_of_the_times_is_one_of_them() -> None:
    hundred = timing(*range(100, 0, -1))
    assert [hundred.share(share) for share in (50, 95, 99, 100)] == [50, 95, 99, 100]
    assert timing(3.0).share(50) == timing(3.0).share(99) == 3.0
    assert timing(1.0, 9.0).share(50) == 1.0


def test_of_several_rounds_each_query_counts_at_its_best() -> None:
    assert timing(3.0, 1.0).at_best(timing(2.0, 5.0)).times == [2.0, 1.0]


def test_the_table_has_times_and_the_markdown_has_ratios(
    capsys: pytest.CaptureFixture[str],
) -> None:
    timings = {
        "letters": {
            "ours": timing(2.0, 4.0),
            "plain": timing(80.0),
            "tantivy": timing(1.0, 1.0),
        },
        "typo": {
            "ours": timing(1.0),
            "plain": timing(0.1, hits=0),
            "tantivy": timing(2.0),
        },
        NARROWED: {"ours": timing(1.0), "plain": timing(), "tantivy": timing()},
    }
    figures = {
        "ours": Built(10, 200, 2.5),
        "plain": Built(5, 100, 1.25),
        "tantivy": Built(30, 300, 5),
    }
    measured = Measured(1_000, 2_000_000, 1, figures, timings)
    print_table(measured)
    table = capsys.readouterr().out
    assert "1,000 records, 2.0 MB of text. Asked once. Too slow for all queries, " in table
    assert "plain FTS5 had 1 or more of each type." in table
    assert "Valley Atlas          2   20.0      2.00      4.00      4.00      4.00" in table
    print_markdown(measured)
    lines = capsys.readouterr().out.splitlines()
    assert "| letters | 2.0 / 4.0 ms | 1.00 | 40 / 20 | 0.50 / 0.25 |" in lines
    assert "| typo | 1.0 / 1.0 ms | 1.00 | hardly finds any | 2.00 / 2.00 |" in lines
    assert "| narrowed | 1.0 / 1.0 ms | 1.00 | no such thing | no such thing |" in lines
    assert "| index, for each byte of text | 2.50 | 1.00 | 0.50 | 2.00 |" in lines
    assert "| building | 10 s | 1.00 | 0.50 | 3.00 |" in lines
    assert len({line.count("|") for line in lines if line.startswith("|")}) == 1
    print_slowest(measured)
    assert capsys.readouterr().out.splitlines()[2].endswith("4.00  20  takes 4.0")
