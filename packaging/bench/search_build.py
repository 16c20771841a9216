"""Builds the index of one engine, to be measured.

    python packaging/bench/search_build.py ENGINE RECORDS FOLDER

It prints how long that took, without the time to make the records up, and the most memory that the
process held, which is why it is one of its own.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from search_engines import Engine, Ours, PlainFTS5
from search_tantivy import Tantivy
from synthetic_search import ATLAS, made_up, material

from desktop.store.search.index import Entry

ENGINES: dict[str, type[Engine]] = {"ours": Ours, "plain": PlainFTS5, "tantivy": Tantivy}


class _Clocked(Iterator[Entry]):
    """Entries, and how many seconds it took to make them up."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._entries = entries
        self.seconds = 0.0

    def __next__(self) -> Entry:
        started = time.perf_counter()
        try:
            return next(self._entries)
        finally:
            self.seconds += time.perf_counter() - started


def _peak_memory() -> float:
    """The most memory that this process has held, in megabytes."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    bytes_a_unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * bytes_a_unit / 1e6


def main() -> int:
    """Read the arguments, build, and print the two figures as JSON."""
    parser = argparse.ArgumentParser(description="Build the index of one engine.")
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("records", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    words, places = material(ATLAS, options.records)
    entries = _Clocked(made_up(words, places, options.records))
    started = time.perf_counter()
    ENGINES[options.engine].build(entries, options.folder)
    seconds = time.perf_counter() - started - entries.seconds
    print(json.dumps({"seconds": seconds, "megabytes": _peak_memory()}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
