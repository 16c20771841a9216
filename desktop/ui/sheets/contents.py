"""What the window asks of the sheets: which records have one, of which kind, with what on it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.library import Library
from desktop.domain.sheet_orders import MISSION, Layout, SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.files import write_whole
from desktop.sheets.one_page.parts import Sheet
from desktop.ui.sheets.all_sheets import Batch
from desktop.ui.sheets.comparison_panel import Changes

# For paper: a page of 210 mm is 2480 points wide.
PICTURE_DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets as they fit: what is shown, printed and saved in every form."""

    sheets: tuple[Sheet, ...]
    layout: Layout

    @property
    def pages(self) -> Sequence[tuple[Sheet, float]]:
        """The sheets; their type size is not known here."""
        return [(sheet, 0.0) for sheet in self.sheets]

    def pdf(self) -> bytes:
        """As one PDF."""
        from desktop.sheets.one_page.pdf import pdf_bytes

        return pdf_bytes(self.sheets, self.layout)

    def pictures(self, dots_per_inch: float) -> list[bytes]:
        """As PNG files."""
        from desktop.sheets.one_page.pdf import pictures

        return pictures(self.sheets, self.layout, dots_per_inch)

    def drawings(self) -> list[bytes]:
        """As SVG files."""
        from desktop.sheets.one_page.pdf import drawings

        return drawings(self.sheets, self.layout)


def kind_of(library: Library, subject: str) -> SheetKind | None:
    """The kind of the sheet of a subject; None where there is none."""
    from desktop.sheets.one_page import sheet

    if subject == MISSION:
        return SheetKind.MISSION
    return SheetKind.COUNTRY if subject in sheet.sheet_ids(library) else None


def kinds_of_all(library: Library) -> Mapping[str, SheetKind]:
    """The id of every record that has a sheet, with the kind of that: kind by kind."""
    from desktop.sheets.one_page import sheet

    return dict.fromkeys(sheet.sheet_ids(library), SheetKind.COUNTRY)


def blocks_for(library: Library, subject: str, language: Language) -> Sequence[tuple[str, str]]:
    """(name, heading) of each block that the sheet of a subject may have, in reading order."""
    from desktop.sheets.one_page import sheet

    if subject not in sheet.sheet_ids(library):
        return ()
    whole = sheet.sheet_of(library, SheetOrder(subject, (language.code,)), language)
    return [(block.name, block.heading or whole.title) for block in whole.blocks]


def name_of_file(library: Library, order: SheetOrder, suffix: str) -> str:
    """A name for the file of a sheet that sorts and says what it holds."""
    from desktop.sheets.one_page.sheet import file_name

    name = file_name(order.subject, "-".join(order.languages), library.edition["edition"])
    return name.removesuffix(".pdf") + suffix


def paper_for(library: Library, order: SheetOrder, languages: Mapping[str, Language]) -> Paper:
    """The sheet that is ordered, as it fits; UsageError for an id that has none."""
    from desktop.sheets.one_page.sheet import sheets_of

    return Paper(sheets_of(library, order, languages), order.layout)


def write_paper(paper: Paper, path: Path) -> Sequence[Path]:
    """Write a paper in the form that `path` ends in, each file whole; the files come back.

    Pictures and drawings of two sides are two files, numbered before the ending. AtlasError where
    writing is impossible.
    """
    match path.suffix.lower():
        case ".png":
            sides = paper.pictures(PICTURE_DOTS_PER_INCH)
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


def changes_since(
    path: Path,
    library: Library,
    languages: Mapping[str, Language],
    language: Language,
    today: datetime.date,
) -> Changes:
    """What has changed since the sheet in a file was saved; AtlasError for a wrong file."""
    from desktop.sheets.one_page.comparing import (  # pyright: ignore[reportMissingImports]
        changes_page,  # pyright: ignore[reportUnknownVariableType]
        compare,  # pyright: ignore[reportUnknownVariableType]
    )
    from desktop.sheets.one_page.reading import (  # pyright: ignore[reportMissingImports]
        read_sheet,  # pyright: ignore[reportUnknownVariableType]
    )

    older = read_sheet(path, library.languages)
    return changes_page(compare(older, library, languages, today), language)


def every_sheet(
    library: Library,
    languages: Mapping[str, Language],
    language: Language,
    codes: Sequence[str],
    folder: Path,
) -> Batch:
    """The making of every sheet in some languages into a folder; told of in `language`."""
    from desktop.sheets.one_page import batch  # pyright: ignore[reportAttributeAccessIssue]

    orders = batch.every_order(library, codes)
    return batch.Batch(library, orders, languages, folder, language=language)
