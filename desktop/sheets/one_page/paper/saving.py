"""A sheet as a file of the user's choice: PDF, PNG or SVG by its ending."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.problems import N_, UsageError
from desktop.sheets.files import write_whole
from desktop.sheets.one_page.paper.pdf import UNWRITABLE, Paper

UNKNOWN_ENDING = N_("A sheet cannot be saved as “{name}”: let the name end in {known}.")

ENDINGS = (".pdf", ".png", ".svg")
# For paper: a page of 210 mm is 2480 points wide.
DOTS_PER_INCH = 300


def check_ending(path: Path) -> None:
    """UsageError for a file of a form that there is none of; no ending at all means PDF."""
    if path.suffix and path.suffix.lower() not in ENDINGS:
        raise UsageError(UNKNOWN_ENDING, name=path.name, known=", ".join(ENDINGS))


def save_paper(paper: Paper, path: Path) -> tuple[Path, ...]:
    """Write a sheet to `path`, each file whole or not at all; the files come back.

    Pictures and drawings of a sheet of two pages are two files, numbered before the ending.
    UsageError for an unknown ending, AtlasError where writing is impossible.
    """
    check_ending(path)
    match path.suffix.lower():
        case ".png":
            pages = paper.pictures(DOTS_PER_INCH)
        case ".svg":
            pages = paper.drawings()
        case _:
            pages = [paper.pdf()]
    paths = files_for(path, len(pages))
    for page_path, page in zip(paths, pages, strict=True):
        write_whole(page_path, page, UNWRITABLE)
    return paths


def files_for(path: Path, sides: int) -> tuple[Path, ...]:
    """The files that a sheet of so many sides takes at `path`: a PDF holds them all."""
    if sides == 1 or path.suffix.lower() not in ENDINGS[1:]:
        return (path,)
    return tuple(path.with_stem(f"{path.stem}-{number}") for number in range(1, sides + 1))
