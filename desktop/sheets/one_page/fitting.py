"""How sheets are made to fit their page: smaller type first, then fewer rows, and they say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
# How much a full page grows with its type from one size to the next, in mm.
_STEP = 13.0
# What must be left over, in mm, so that no fraction of a point decides.
_SPARE = 0.2

Page = tuple[Sheet, float]
# Says of pages how many mm each has to spare; less than nothing for what does not fit.
Measure = Callable[[Sequence[Page]], Sequence[float]]


def fitted(sheets: Sequence[Sheet], others: Sequence[Sheet], measure: Measure) -> tuple[Page, ...]:
    """Each of `sheets` as it fits, with its type size.

    `others` are the same sheet in more languages: rows go that are too many in any of them, so
    that all languages keep the same ones, whichever are asked for. AtlasError where nothing helps.
    """
    # In one order, so that the answer is the same whichever are asked for.
    everyone = {
        sheet.territory_code: sheet
        for sheet in sorted((*others, *sheets), key=lambda sheet: sheet.territory_code)
    }
    rooms = _smallest(everyone.values(), measure)
    if min(rooms) < _SPARE:
        drops, rooms = _needed_drops(list(everyone.values()), min(rooms), measure)
        everyone = {code: trimmed(sheet, drops) for code, sheet in everyone.items()}
    known = dict(zip(everyone, rooms, strict=True))
    return tuple(
        (everyone[code], _size(everyone[code], known[code], measure))
        for code in (sheet.territory_code for sheet in sheets)
    )


def _smallest(sheets: Iterable[Sheet], measure: Measure) -> Sequence[float]:
    return measure([(sheet, SIZES[-1]) for sheet in sheets])


def _size(sheet: Sheet, room: float, measure: Measure) -> float:
    """The largest size at which a sheet fits that has so much room at the smallest."""
    last = len(SIZES) - 1
    # Two at once, as they are laid out side by side.
    index = max(last - 1 - int(room / _STEP), 0)
    while index < last:
        sizes = SIZES[index : min(index + 2, last)]
        rooms = measure([(sheet, size) for size in sizes])
        for size, found in zip(sizes, rooms, strict=True):
            if found >= _SPARE:
                return size
        index += len(sizes)
    return SIZES[-1]


def _needed_drops(
    sheets: Sequence[Sheet], room: float, measure: Measure
) -> tuple[tuple[str, ...], Sequence[float]]:
    """The fewest drops with which every one of `sheets` fits at the smallest size, and its room.

    The first guess is by the usual height of a row; each page that is tried makes the next better.
    """
    drops = tuple(_drops(sheets[0]))
    # The largest number of drops that is known not to do, and the smallest that is known to.
    too_few, enough = 0, len(drops) + 1
    full, row = room, _USUAL_ROW
    found: Sequence[float] = ()
    while enough - too_few > 1:
        guess = too_few + max(1, round((_SPARE - room) / row))
        count = min(guess, (too_few + enough + 1) // 2 if enough <= len(drops) else len(drops))
        rooms = _smallest([trimmed(sheet, drops[:count]) for sheet in sheets], measure)
        if min(rooms) < _SPARE:
            too_few, room = count, min(rooms)
        else:
            enough, found = count, rooms
        row = max((min(rooms) - full) / count, 1.0)
    if enough > len(drops):
        raise AtlasError(TOO_LONG, title=sheets[0].title)
    return drops[:enough], found


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
    """The names of blocks in the order in which they lose rows.

    Down to what is kept of each; then the chart; then a row of each by turns while one is left,
    so that a half side still says something of everything; and at last all.
    """
    least_first = sorted(sheet.blocks, key=lambda block: block.rank)
    left = {block.name: min(len(block.rows), block.kept) for block in least_first}
    for block in least_first:
        yield from [block.name] * (len(block.rows) - left[block.name])
    if sheet.chart:
        yield CHART
    while max(left.values(), default=0) > 1:
        for name in [name for name, count in left.items() if count > 1]:
            left[name] -= 1
            yield name
    yield from (name for name, count in left.items() if count)
