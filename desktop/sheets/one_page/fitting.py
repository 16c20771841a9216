"""How a sheet is made to fit one page: smaller type first, then fewer rows, and it says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.domain.problems import N_, AtlasError
from desktop.sheets.one_page.parts import AnyRow, Block, Sheet

TOO_LONG = N_("The sheet of {title} does not fit on one page: shorten its title in the seeds.")

# In points. Below the last, a page is no longer read with ease.
SIZES = (9.5, 9.25, 9.0, 8.75, 8.5)
# What stands for the chart among the names of blocks.
CHART = "chart"


def fitted(sheet: Sheet, fits: Callable[[Sheet, float], bool]) -> tuple[Sheet, float]:
    """The sheet as it fits, and its type size; `fits` says whether one does at a size.

    AtlasError where nothing helps.
    """
    sizes = _first(len(SIZES), lambda index: fits(sheet, SIZES[index]))
    if sizes < len(SIZES):
        return sheet, SIZES[sizes]
    drops = tuple(_drops(sheet))
    count = 1 + _first(
        len(drops), lambda index: fits(trimmed(sheet, drops[: index + 1]), SIZES[-1])
    )
    if count > len(drops):
        raise AtlasError(TOO_LONG, title=sheet.title)
    return trimmed(sheet, drops[:count]), SIZES[-1]


def _first(count: int, holds: Callable[[int], bool]) -> int:
    """The first index that `holds`, of those that all hold from some index on; `count` for none.

    By halves, because each question sets a page.
    """
    low, high = 0, count
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def trimmed(sheet: Sheet, drops: Sequence[str]) -> Sheet:
    """The sheet without its last row of each block named, as often as it is named.

    CHART takes the chart away.
    """
    counts = Counter(drops)
    blocks = tuple(_without(block, counts[block.name]) for block in sheet.blocks)
    return replace(sheet, chart=None if counts[CHART] else sheet.chart, blocks=blocks)


def _without(block: Block[AnyRow], dropped: int) -> Block[AnyRow]:
    return replace(block, rows=block.rows[: max(0, len(block.rows) - dropped)])


def _drops(sheet: Sheet) -> Iterator[str]:
    """The names of blocks in the order in which they lose rows."""
    least_first = sorted(sheet.blocks, key=lambda block: block.rank)
    for block in least_first:
        yield from [block.name] * max(len(block.rows) - block.kept, 0)
    if sheet.chart:
        yield CHART
    for block in least_first:
        yield from [block.name] * min(len(block.rows), block.kept)
