"""A paper as files: PDF, PNG, SVG by the ending of a name; each whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.sheets.files import write_whole
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.saving import DOTS_PER_INCH, check_ending


class Paper(Protocol):
    """Sheets as they fit: what is shown, printed and saved; `pages` have the size of their type."""

    @property
    def pages(self) -> Sequence[tuple[Sheet, float]]: ...
    def pdf(self) -> bytes: ...
    def pictures(self, dots_per_inch: float) -> list[bytes]: ...
    def drawings(self) -> list[bytes]: ...


def write_paper(paper: Paper, path: Path) -> Sequence[Path]:
    """Write a paper in the form that `path` ends in; the files come back.

    Pictures and drawings of two sides are two files, numbered before the ending. UsageError for an
    unknown ending, AtlasError where writing is impossible.
    """
    check_ending(path)
    match path.suffix.lower():
        case ".png":
            sides = paper.pictures(DOTS_PER_INCH)
        case ".svg":
            sides = paper.drawings()
        case _:
            sides = [paper.pdf()]
    paths = [path]
    if len(sides) > 1:
        paths = [path.with_stem(f"{path.stem}-{number}") for number in range(1, len(sides) + 1)]
    for each, side in zip(paths, sides, strict=True):
        write_whole(each, side)
    return paths
