"""How sheets are made to fit their page: smaller type first, then fewer rows, and they say so."""

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
# How much of a full page, in mm, a row is taken to need until a page has been tried without it.
_USUAL_ROW = 7.0

Page = tuple[Sheet, float]
# Says of pages how many mm each has to spare; less than nothing for what does not fit.
Measure = Callable[[Sequence[Page]], Sequence[float]]


def fitted(sheets: Sequence[Sheet], others: Sequence[Sheet], measure: Measure) -> tuple[Page, ...]:
    """Each of `sheets` as it fits, with its type size.

    `others` are the same sheet in more languages: rows go that are too many in any of them, so
    that all languages keep the same ones, whichever are asked for. AtlasError where nothing helps.
    """
    everyone = sorted({sheet.territory_code: sheet for sheet in (*others, *sheets)}.items())
    smallest = [(sheet, SIZES[-1]) for _code, sheet in everyone]
    # Asked in one go, as pages are laid out side by side.
    rooms = measure([*((sheet, SIZES[0]) for sheet in sheets), *smallest])
    large, small = rooms[: len(sheets)], rooms[len(sheets) :]
    if min(small) < 0:
        drops = _needed_drops([sheet for _code, sheet in everyone], min(small), measure)
        sheets = [trimmed(sheet, drops) for sheet in sheets]
        large = [-1.0] * len(sheets)
    known = dict(zip((code for code, _sheet in everyone), small, strict=True))
    return tuple(
        (sheet, _size(sheet, room, known[sheet.territory_code], measure))
        for sheet, room in zip(sheets, large, strict=True)
    )


def _size(sheet: Sheet, large: float, small: float, measure: Measure) -> float:
    """The largest size at which a sheet fits, given the room that the two extremes leave."""
    if large >= 0:
        return SIZES[0]
    if small < 0:
        # Rows have gone: what is left was just made to fit.
        return SIZES[-1]
    # Room grows about evenly as type shrinks.
    between = SIZES[1:-1]
    span = SIZES[0] - SIZES[-1]
    guess = SIZES[-1] + span * small / (small - large) if small > large else SIZES[-1]
    for size in (size for size in between if size <= guess):
        if measure([(sheet, size)])[0] >= 0:
            return size
    return SIZES[-1]


def _needed_drops(sheets: Sequence[Sheet], room: float, measure: Measure) -> tuple[str, ...]:
    """The fewest drops with which every one of `sheets` fits at the smallest size.

    The first guess is by the usual height of a row; each page that is tried makes the next better.
    """
    drops = tuple(_drops(sheets[0]))

    def room_with(count: int) -> float:
        return min(measure([(trimmed(sheet, drops[:count]), SIZES[-1]) for sheet in sheets]))

    # The largest number of drops that is known not to do, and the smallest that is known to.
    too_few, enough = 0, len(drops) + 1
    count, full, row = 1, room, _USUAL_ROW
    while enough - too_few > 1:
        count = min(max(too_few + 1, round(-full / row + 0.4)), enough - 1)
        found = room_with(count)
        if found < 0:
            too_few = count
        else:
            enough = count
        row = max((found - full) / count, 0.5)
    if enough > len(drops):
        raise AtlasError(TOO_LONG, title=sheets[0].title)
    return drops[:enough]


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
