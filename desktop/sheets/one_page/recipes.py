"""Which blocks a sheet of each kind has, where they stand, and which give way first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desktop.domain.sheet_orders import SheetKind
from desktop.sheets.one_page.figures import key_figures
from desktop.sheets.one_page.gaps import open_points
from desktop.sheets.one_page.milestones import ribbon
from desktop.sheets.one_page.parts import AnyRow, Block, Zone
from desktop.sheets.one_page.places import competences, regions, summary, talking_points
from desktop.sheets.one_page.programmes import programmes
from desktop.sheets.one_page.subject import Subject


@dataclass(frozen=True, slots=True)
class Slot:
    """A block's place on a page; `rank` and `kept` as a block has them."""

    make: Callable[[Subject], Block[AnyRow]]
    zone: Zone
    rank: int
    kept: int


# In reading order.
RECIPES: Mapping[SheetKind, tuple[Slot, ...]] = {
    SheetKind.COUNTRY: (
        Slot(summary, Zone.TOP, 7, 1),
        Slot(key_figures, Zone.TOP, 4, 3),
        Slot(regions, Zone.LEFT, 6, 3),
        Slot(competences, Zone.RIGHT, 5, 2),
        Slot(programmes, Zone.RIGHT, 1, 3),
        Slot(ribbon, Zone.FOOT, 2, 4),
        Slot(talking_points, Zone.FOOT, 3, 2),
        Slot(open_points, Zone.FOOT, 0, 1),
    ),
}


def blocks_of(subject: Subject, kind: SheetKind) -> tuple[Block[AnyRow], ...]:
    """The blocks of a sheet, in reading order."""
    return tuple(
        replace(slot.make(subject), zone=slot.zone, rank=slot.rank, kept=slot.kept)
        for slot in RECIPES[kind]
    )
