"""The fingerprints that stand beside the seeds, and the documents that they are made from."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from desktop.domain.fingerprints import Fingerprint
from desktop.domain.problems import N_, AtlasError

NO_DOCUMENT = N_("There is no document {path}: give the folder that holds the five documents.")
NOT_TEXT = N_("The document {path} is no UTF-8 text: fetch it again.")
BAD_FINGERPRINT = N_("The fingerprint {path} is damaged: make it anew with “data verify --write”.")

_HEADER = "# Made by `valley-atlas data verify --write`: hash and numbers of each paragraph.\n"

# File name of the document without its ending -> its paragraphs in order.
Fingerprints = Mapping[str, Sequence[Fingerprint]]


def read_fingerprints(seeds: Path) -> Fingerprints:
    """All fingerprints under the folder of seeds; AtlasError for a damaged one."""
    return {path.stem: _read(path) for path in sorted(seeds.glob("*/fingerprints/*.toml"))}


def _read(path: Path) -> list[Fingerprint]:
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["paragraphs"]
        return [
            Fingerprint(position, row[0], tuple(Decimal(number) for number in row[1:]))
            for position, row in enumerate(rows, start=1)
        ]
    except (LookupError, TypeError, ArithmeticError, ValueError):
        raise AtlasError(BAD_FINGERPRINT, path=path) from None


def read_runs(seeds: Path) -> Mapping[str, frozenset[str]]:
    """The hashes of the runs of words of each document, by its file name without ending."""
    return {path.stem: _runs(path) for path in sorted(seeds.glob("*/fingerprints/*.runs"))}


def _runs(path: Path) -> frozenset[str]:
    try:
        return frozenset(path.read_text(encoding="ascii").split())
    except ValueError:
        raise AtlasError(BAD_FINGERPRINT, path=path) from None


def write_runs(seeds: Path, country: str, file: str, runs: Iterable[str]) -> Path:
    """Write the hashes of one document's runs of words, sorted, so that no text can be read off."""
    path = seeds / country / "fingerprints" / f"{file}.runs"
    path.write_text("".join(f"{run}\n" for run in sorted(runs)), encoding="ascii")
    return path


def write_fingerprint(seeds: Path, country: str, file: str, found: Sequence[Fingerprint]) -> Path:
    """Write one document's fingerprint beside the seeds of its country."""
    path = seeds / country / "fingerprints" / f"{file}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = (
        "  [" + ", ".join(f'"{part}"' for part in (row.hash, *row.numbers)) + "],\n"
        for row in found
    )
    path.write_text(_HEADER + "paragraphs = [\n" + "".join(rows) + "]\n", encoding="utf-8")
    return path


def read_document(folder: Path, file: str) -> str:
    """The text of the document `file` (no ending) as it stands in `folder`."""
    path = folder / f"{file}.txt"
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise AtlasError(NOT_TEXT, path=path) from None
    except OSError:
        raise AtlasError(NO_DOCUMENT, path=path) from None


def differences(stored: Sequence[Fingerprint], found: Sequence[Fingerprint]) -> Iterator[int]:
    """The numbers of the paragraphs that are not as they were, counting missing and new ones."""
    for number in range(1, max(len(stored), len(found)) + 1):
        if stored[number - 1 : number] != found[number - 1 : number]:
            yield number
