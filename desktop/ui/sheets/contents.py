"""What the window asks of the sheets: which records have one, of which kind, with what on it.

All of it is loaded when first asked for, because start-up counts.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.library import Library
from desktop.domain.sheet_orders import MISSION, Layout, SheetKind, SheetOrder
from desktop.l10n.language import Language

if TYPE_CHECKING:
    from desktop.sheets.one_page.paper.pdf import Paper
    from desktop.sheets.one_page.parts import Sheet
    from desktop.ui.sheets.all_sheets import Batch
    from desktop.ui.sheets.comparison_panel import Changes


def kind_of(library: Library, subject: str) -> SheetKind | None:
    """The kind of the sheet of a subject; None where there is none."""
    return SheetKind.MISSION if subject == MISSION else kinds_of_all(library).get(subject)


def check_subject(library: Library, subject: str) -> None:
    """AtlasError for a subject that there is no sheet of."""
    from desktop.sheets.one_page.subject.catalogue import sheet_kind

    sheet_kind(library, subject)


def kinds_of_all(library: Library) -> Mapping[str, SheetKind]:
    """The id of every record that has a sheet, with the kind of that: kind by kind."""
    from desktop.sheets.one_page.subject.catalogue import sheet_kinds

    return sheet_kinds(library)


def blocks_for(library: Library, subject: str, language: Language) -> Sequence[tuple[str, str]]:
    """(name, heading) of each block that the sheet of a subject may have, in reading order."""
    from desktop.sheets.one_page.recipes import block_names

    kind = kind_of(library, subject)
    return block_names(kind, language) if kind else ()


def not_shown(sheet: Sheet, wanted: Iterable[str]) -> tuple[list[str], list[str]]:
    """Of the blocks that are wanted, by name: those without room on a sheet, and the empty ones."""
    no_room, empty = list[str](), list[str]()
    for name in wanted:
        block = sheet.block(name)
        is_there = {"map": sheet.map is not None, "chart": sheet.chart is not None}
        if is_there.get(name, block is not None and bool(block.rows)):
            continue
        is_lost = bool(sheet.chart_left_out) if name == "chart" else bool(block and block.is_lost)
        (no_room if is_lost else empty).append(name)
    return no_room, empty


def name_of_file(library: Library, order: SheetOrder, suffix: str) -> str:
    """A name for the file of a sheet that sorts and says what it holds."""
    from desktop.sheets.one_page.sheet import file_name

    return file_name(order, library.edition["edition"], suffix[1:])


def paper_for(library: Library, order: SheetOrder, languages: Mapping[str, Language]) -> Paper:
    """The sheet that is ordered, as it fits; UsageError for an id that has none."""
    from desktop.sheets.one_page.making import paper_of

    return paper_of(library, order, languages)


def files_for(order: SheetOrder, path: Path) -> Sequence[Path]:
    """The files that `write_paper` writes for an order."""
    from desktop.sheets.one_page.paper import saving

    sides = len(order.languages) if order.layout is Layout.FACES else 1
    return saving.files_for(path, sides)


def write_paper(paper: Paper, path: Path) -> Sequence[Path]:
    """Write a paper in the form that `path` ends in, each file whole; the files come back.

    Pictures and drawings of two sides are two files, numbered before the ending. UsageError for an
    unknown ending, AtlasError where writing is impossible.
    """
    from desktop.sheets.one_page.paper.saving import save_paper

    return save_paper(paper, path)


def changes_since(
    path: Path,
    library: Library,
    languages: Mapping[str, Language],
    language: Language,
    today: datetime.date,
) -> Changes:
    """What has changed since the sheet in a file was saved; AtlasError for a wrong file."""
    from desktop.sheets.one_page.memory.comparing import changes_page, compare
    from desktop.sheets.one_page.memory.reading import read_sheet

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
    from desktop.sheets.one_page.paper import batch

    orders = batch.every_order(library, codes)
    return batch.Batch(library, orders, languages, folder, language=language)
