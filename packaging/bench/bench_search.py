"""Measures search in libraries of up to a million records, beside plain FTS5 and tantivy.

    make bench-search
    make bench-search ARGS="--records 1000 10000 --markdown"

The libraries are made up (`synthetic_search`). Each engine holds the same records and is asked the
same queries (`search_queries`), one type after the other, with warm caches. A million records take
half an hour and 4 GB of disk. Figures are printed and never judged.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from search_report import (
    NAMES,
    OURS,
    Built,
    Measured,
    Timing,
    print_markdown,
    print_slowest,
    print_table,
)

if TYPE_CHECKING:
    from search_engines import Engine
    from search_queries import Asked

_HERE = Path(__file__).resolve().parent
_QUICK = (1_000, 10_000, 100_000)
_SIZES = (*_QUICK, 1_000_000)
# The files of all engines.
_BYTES_A_RECORD = 4_000
_SEED, _SEED_OF_WARM_UPS = 1, 2
_WARM_UPS = 5
# Plain FTS5 takes a second for a query of a million records: after so many seconds a type of query
# ends, once so many of them were asked.
_PATIENCE = 30.0
_LEAST = 40


def build(folder: Path, records: int) -> None:
    """Have each engine build its index in a process of its own, unless a run before has done so."""
    folder.mkdir(parents=True, exist_ok=True)
    for engine, name in NAMES.items():
        report = _report(folder, engine)
        if report.exists():
            continue
        print(f"Building {name} for {records:,} records …", file=sys.stderr, flush=True)
        command = [sys.executable, _HERE / "search_build.py", engine, str(records), folder]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if done.returncode:
            raise SystemExit(f"{name} could not be built (exit code {done.returncode}).")
        # Last, because it says that the index is whole.
        report.write_bytes(done.stdout)


def measure(folder: Path, records: int, most: int | None = None, rounds: int = 1) -> Measured:
    """Ask every engine in `folder` everything, or at most so many queries of each type.

    In more rounds than one the best time of each query counts: what else runs on the machine then
    counts less.
    """
    # Not before the indexes are built: a process begins with the peak memory of its parent.
    from search_build import ENGINES
    from search_engines import Ours
    from search_queries import drawn
    from synthetic_search import ATLAS, material

    text = Ours.size_of_texts(folder)
    built = {
        name: Built(size=kind.size(folder) / text, **json.loads(_report(folder, name).read_bytes()))
        for name, kind in ENGINES.items()
    }
    words, _places = material(ATLAS, records)
    queries = drawn(words, records, _SEED)
    engines = {name: kind(folder) for name, kind in ENGINES.items()}
    try:
        for of_type in drawn(words, records, _SEED_OF_WARM_UPS).values():
            _all_timings(engines, of_type[:_WARM_UPS], rounds=1)
        with _no_garbage():
            timings = {
                type_: _all_timings(engines, of_type[:most], rounds)
                for type_, of_type in queries.items()
            }
    finally:
        for engine in engines.values():
            engine.close()
    return Measured(records, text, rounds, built, timings)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """What the benchmark itself holds is nothing that a search should have to tidy up."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _all_timings(
    engines: dict[str, Engine], queries: Sequence[Asked], rounds: int
) -> dict[str, Timing]:
    """The timings by engine, round by round. Only ours narrows to kinds and years."""
    unnarrowed = [asked for asked in queries if not asked.chosen]
    timings: dict[str, Timing] = {}
    for _ in range(rounds):
        for name, engine in engines.items():
            asked = queries if name == OURS else unnarrowed
            if name not in timings:
                timings[name] = _timing(engine, asked, _PATIENCE)
            elif timings[name].seconds < _PATIENCE:
                again = _timing(engine, asked[: len(timings[name].times)])
                timings[name] = timings[name].at_best(again)
    return timings


def _timing(engine: Engine, queries: Iterable[Asked], patience: float = math.inf) -> Timing:
    timing = Timing()
    until = time.monotonic() + patience
    for asked in queries:
        if len(timing.times) >= _LEAST and time.monotonic() > until:
            break
        started = time.perf_counter()
        hits = engine.search(asked)
        timing.add(asked.text, 1000 * (time.perf_counter() - started), hits)
    return timing


def _report(folder: Path, engine: str) -> Path:
    """What building an index took: there is one where the index is whole."""
    return folder / f"{engine}.json"


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _require_room(folder: Path, sizes: Iterable[int]) -> None:
    needed = _BYTES_A_RECORD * sum(
        size
        for size in sizes
        if not all(_report(folder / str(size), engine).exists() for engine in NAMES)
    )
    if shutil.disk_usage(folder).free < needed:
        raise SystemExit(
            f"{folder} has less than {needed / 1e9:.1f} GB free: name another place with --keep, "
            "or fewer --records."
        )


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Measure how fast Valley Atlas searches. A million records need 4 GB of disk."
    )
    add = parser.add_argument
    add("--records", type=int, nargs="+", default=_SIZES, help="the sizes of the libraries")
    add("--quick", action="store_const", dest="records", const=_QUICK, help="without a million")
    add("--markdown", action="store_true", help="print ratios for the README too")
    add("--slowest", action="store_true", help="print the queries that took us longest too")
    add("--most", type=int, help="ask at most so many queries of each type")
    add(
        "--rounds", type=int, default=1, help="ask so often, and take each query at its best (once)"
    )
    add(
        "--keep",
        type=Path,
        metavar="DIR",
        help="keep the libraries in DIR, and measure those that are there; empty it when the "
        "way that indexes are built has changed",
    )
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build all of it, then measure and print size by size."""
    options = _arguments(arguments)
    with _folder(options.keep) as folder:
        _require_room(folder, options.records)
        for records in options.records:
            build(folder / str(records), records)
        every: list[Measured] = []
        for records in options.records:
            folder_of_size = folder / str(records)
            every.append(measure(folder_of_size, records, options.most, options.rounds))
            print_table(every[-1])
            if options.slowest:
                print_slowest(every[-1])
    if options.markdown:
        for measured in every:
            print_markdown(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
