"""How sheets are made to fit their page: smaller type first, then fewer rows, and they say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.domain.problems import N_, AtlasError
from desktop.sheets.one_page.paper.areas import sheet_area
from desktop.sheets.one_page.parts import AnyRow, Block, Sheet

TOO_LONG = N_("The sheet of {title} does not fit on one page: shorten its title in the seeds.")

# In points. Below the last, a page is no longer read with ease.
SIZES = (9.5, 9.25, 9.0, 8.75, 8.5)
# What stands for the chart among the names of blocks.
CHART = "chart"
# The height of a page between its margins, in mm, and the part by which what is on it grows with
# its type from one size to the next: for guesses, which are always tried.
_PAGE, _GROWTH = 274.0, 0.04
# How often rows that may have room after all are tried.
_MOST_ATTEMPTS = 12
# A sheet of less than this, as areas.py counts, has room for the largest type.
_LIGHT = 5000
# What must be left over, in mm, so that no fraction of a point decides.
_SPARE = 0.2

Page = tuple[Sheet, float]
# The sheets on one side of paper, each in its language, and the size of their type.
Side = tuple[tuple[Sheet, ...], float]
# Says of sides how many mm each has to spare; less than nothing for what does not fit.
Measure = Callable[[Sequence[Side]], Sequence[float]]
_Sheets = tuple[Sheet, ...]


def fitted(
    wanted: Sequence[_Sheets], others: Sequence[_Sheets], measure: Measure
) -> tuple[Side, ...]:
    """Each side of `wanted` as it fits, with its type size.

    `others` are sides with the same sheet in more languages: rows go that are too many on any of
    them, so that all keep the same ones, whichever are asked for. AtlasError where nothing helps.
    """
    # In one order, so that the answer is the same whichever are asked for.
    sides = dict(sorted((_codes(sheets), sheets) for sheets in (*others, *wanted)))
    if all(_area(sheets) < _LIGHT for sheets in sides.values()):
        # Most sheets are short, and need not be tried at any other size.
        rooms = measure([(sheets, SIZES[0]) for sheets in sides.values()])
        if min(rooms) >= _SPARE:
            return tuple((sides[codes], SIZES[0]) for codes in map(_codes, wanted))
    rooms = _at_smallest(sides.values(), measure)
    if min(rooms) < _SPARE:
        drops, rooms = _needed_drops(list(sides.values()), rooms, measure)
        drops, rooms = _given_back(list(sides.values()), drops, rooms, measure)
        sides = {codes: _without(sheets, drops) for codes, sheets in sides.items()}
    known = dict(zip(sides, rooms, strict=True))
    return tuple(
        (sides[codes], _size(sides[codes], known[codes], measure)) for codes in map(_codes, wanted)
    )


def _codes(sheets: _Sheets) -> tuple[str, ...]:
    return tuple(sheet.territory_code for sheet in sheets)


def _area(sheets: _Sheets) -> int:
    return sum(map(sheet_area, sheets))


def _at_smallest(sides: Iterable[_Sheets], measure: Measure) -> Sequence[float]:
    return measure([(sheets, SIZES[-1]) for sheets in sides])


def _size(sheets: _Sheets, room: float, measure: Measure) -> float:
    """The largest size at which a side fits that has so much room at the smallest."""
    larger = SIZES[:-1]
    steps = int(room / (_GROWTH * max(_PAGE - room, 1)))
    for size in larger[max(len(larger) - steps, 0) :]:
        if measure([(sheets, size)])[0] >= _SPARE:
            return size
    return SIZES[-1]


def _needed_drops(
    sides: Sequence[_Sheets], rooms: Sequence[float], measure: Measure
) -> tuple[Sequence[str], Sequence[float]]:
    """The fewest drops with which every one of `sides` fits at the smallest size, and the rooms.

    Sought on the side that lacks most, and then tried on all.
    """
    worst = sides[rooms.index(min(rooms))]
    drops = tuple(_drops(worst[0]))
    count = _enough(worst, min(rooms), drops, measure)
    while count <= len(drops):
        found = _at_smallest((_without(sheets, drops[:count]) for sheets in sides), measure)
        if min(found) >= _SPARE:
            return drops[:count], found
        count += 1
    raise AtlasError(TOO_LONG, title=worst[0].title)


def _given_back(
    sides: Sequence[_Sheets], drops: Sequence[str], rooms: Sequence[float], measure: Measure
) -> tuple[Sequence[str], Sequence[float]]:
    """The drops without those that need not be, and the rooms.

    Rows go from all over the page, and some may stand beside what is higher, or be lower than what
    went after them. Those that went last are the first to come back; of a block that has no room
    for one row, no other is tried.
    """
    names = list(dict.fromkeys(reversed(drops)))
    kept = list(drops)
    for _attempt in range(_MOST_ATTEMPTS):
        if not names:
            break
        tried = _one_less(kept, names[0])
        # First on the side that has least room: where it has none, the others need not be tried.
        tight = sides[rooms.index(min(rooms))]
        found = _at_smallest([_without(tight, tried)], measure)
        if min(found) >= _SPARE:
            found = _at_smallest((_without(sheets, tried) for sheets in sides), measure)
        if min(found) >= _SPARE:
            kept, rooms = tried, found
            names = [name for name in names if name in kept]
        else:
            names = names[1:]
    return kept, rooms


def _one_less(drops: Sequence[str], name: str) -> list[str]:
    """The drops without the last of that name."""
    last = len(drops) - 1 - list(reversed(drops)).index(name)
    return [*drops[:last], *drops[last + 1 :]]


def _enough(sheets: _Sheets, room: float, drops: Sequence[str], measure: Measure) -> int:
    """The fewest drops with which one side fits; one more than there are where none help.

    What a drop gains is guessed from its letters; each that is tried makes the guess better.
    """
    areas = [_area(_without(sheets, drops[:count])) for count in range(len(drops) + 1)]
    height = (_PAGE - room) / areas[0]
    too_few, enough = 0, len(drops) + 1
    while enough - too_few > 1:
        between = range(too_few + 1, enough)
        gains = ((areas[too_few] - areas[count]) * height for count in between)
        fits = (count for count, gain in zip(between, gains, strict=True) if room + gain > 0)
        count: int = next(fits, between[-1])
        found = _at_smallest([_without(sheets, drops[:count])], measure)[0]
        if found < _SPARE:
            too_few, room = count, found
        else:
            enough = count
    return enough


def trimmed(sheet: Sheet, drops: Sequence[str]) -> Sheet:
    """The sheet without its last row of each block named, as often as it is named.

    CHART takes the chart away.
    """
    counts = Counter(drops)
    blocks = tuple(_shortened(block, counts[block.name]) for block in sheet.blocks)
    return replace(sheet, chart=None if counts[CHART] else sheet.chart, blocks=blocks)


def _without(sheets: _Sheets, drops: Sequence[str]) -> _Sheets:
    return tuple(trimmed(sheet, drops) for sheet in sheets)


def _shortened(block: Block[AnyRow], dropped: int) -> Block[AnyRow]:
    left = len(block.rows) - dropped
    return replace(block, rows=block.rows[:left] if left >= block.least else ())


def _drops(sheet: Sheet) -> Iterator[str]:
    """The names of blocks in the order in which they lose rows, the least important first.

    Down to what is kept of each; then the chart; then down to half of that; then a block after the
    other, until the last.
    """
    least_first = sorted(sheet.blocks, key=lambda block: block.rank)
    left = {block.name: len(block.rows) for block in least_first}

    def down_to(kept: Mapping[str, int]) -> Iterator[str]:
        for block in least_first:
            yield from [block.name] * max(left[block.name] - kept[block.name], 0)
            left[block.name] = min(left[block.name], kept[block.name])

    yield from down_to({block.name: block.kept for block in least_first})
    if sheet.chart:
        yield CHART
    yield from down_to(
        {block.name: max((block.kept + 1) // 2, block.least) for block in least_first}
    )
    for block in least_first:
        yield from [block.name] * left[block.name]
