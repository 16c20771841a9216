"""How a sheet is made to fit one page: smaller type first, then fewer rows, and it says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop.domain.problems import N_, AtlasError
from desktop.sheets.country.parts import Block, CountrySheet, Row_co

TOO_LONG = N_("The sheet of {title} does not fit on one page: shorten its title in the seeds.")

# In points. Below the last, a page is no longer read with ease.
SIZES = (9.5, 9.25, 9.0, 8.75, 8.5)

# Rows go from the first block down to what it keeps, then from the next; then again, to none.
_LEAST_IMPORTANT_FIRST = (
    ("programmes", 3),
    ("milestones", 4),
    ("talking_points", 2),
    ("figures", 3),
    ("competences", 2),
    ("regions", 3),
    ("summary", 1),
)


def fitted(
    sheet: CountrySheet, fits: Callable[[CountrySheet, float], bool]
) -> tuple[CountrySheet, float]:
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


def trimmed(sheet: CountrySheet, drops: Sequence[str]) -> CountrySheet:
    """The sheet without its last row of each block named, as often as it is named.

    `chart` takes the chart away.
    """
    counts = Counter(drops)
    return replace(
        sheet,
        chart=None if counts["chart"] else sheet.chart,
        summary=_without(sheet.summary, counts["summary"]),
        figures=_without(sheet.figures, counts["figures"]),
        regions=_without(sheet.regions, counts["regions"]),
        competences=_without(sheet.competences, counts["competences"]),
        programmes=_without(sheet.programmes, counts["programmes"]),
        milestones=_without(sheet.milestones, counts["milestones"]),
        talking_points=_without(sheet.talking_points, counts["talking_points"]),
    )


def _without(block: Block[Row_co], dropped: int) -> Block[Row_co]:
    return replace(block, rows=block.rows[: max(0, len(block.rows) - dropped)])


def _drops(sheet: CountrySheet) -> Iterator[str]:
    rows = {name: len(getattr(sheet, name).rows) for name, _kept in _LEAST_IMPORTANT_FIRST}
    for name, kept in _LEAST_IMPORTANT_FIRST:
        yield from [name] * max(rows[name] - kept, 0)
    if sheet.chart:
        yield "chart"
    for name, kept in _LEAST_IMPORTANT_FIRST:
        yield from [name] * min(rows[name], kept)
