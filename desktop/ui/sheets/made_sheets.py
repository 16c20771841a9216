"""Sheets that were made, and the last of them kept: who goes back and forth need not wait."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.domain.sheet_orders import SheetOrder

if TYPE_CHECKING:
    from desktop.sheets.one_page.paper.pdf import Paper
    from desktop.sheets.one_page.parts import Sheet

# Of papers so many are kept, and of their pictures so many dots: some 100 megabytes.
MOST_PAPERS, MOST_DOTS = 24, 24_000_000


@dataclass(frozen=True, slots=True)
class Wish:
    """A sheet that is to be seen, and how finely."""

    order: SheetOrder
    dots_per_inch: int


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """A sheet ready to be shown: as paper, and its sides as PNG files and as images."""

    wish: Wish
    paper: Paper
    pictures: tuple[bytes, ...]
    images: tuple[QImage, ...]

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """What each page says, with what it had room for."""
        return tuple(sheet for sheet, _size in self.paper.pages)

    @property
    def dots(self) -> int:
        """How many dots its images have."""
        return sum(image.width() * image.height() for image in self.images)


class KeptSheets:
    """The papers and the pictures that were made or asked for last."""

    def __init__(self) -> None:
        self._papers: OrderedDict[SheetOrder, Paper] = OrderedDict()
        self._made: OrderedDict[Wish, MadeSheet] = OrderedDict()

    def paper(self, order: SheetOrder) -> Paper | None:
        """The paper of an order, if it is kept."""
        if order in self._papers:
            self._papers.move_to_end(order)
        return self._papers.get(order)

    def made(self, wish: Wish) -> MadeSheet | None:
        """What meets a wish, if it is kept."""
        if wish in self._made:
            self._made.move_to_end(wish)
        return self._made.get(wish)

    def keep(self, made: MadeSheet) -> None:
        """Keep a sheet, and let go of the oldest where there are too many."""
        self._papers[made.wish.order] = made.paper
        self._papers.move_to_end(made.wish.order)
        while len(self._papers) > MOST_PAPERS:
            self._papers.popitem(last=False)
        self._made[made.wish] = made
        self._made.move_to_end(made.wish)
        # The newest is on the screen, however large it is.
        while len(self._made) > 1 and sum(each.dots for each in self._made.values()) > MOST_DOTS:
            self._made.popitem(last=False)
