"""Sheets that were made are kept, but not more of them than there is room for."""

from __future__ import annotations

from PySide6.QtGui import QImage

from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.sheets.one_page.paper.pdf import Paper
from desktop.ui.sheets.made_sheets import MOST_DOTS, MOST_PAPERS, KeptSheets, MadeSheet, Wish


def sheet(subject: str, dots_per_inch: int = 59, width: int = 10, height: int = 10) -> MadeSheet:
    image = QImage(width, height, QImage.Format.Format_Mono)
    wish = Wish(SheetOrder(subject, ("nl",)), dots_per_inch)
    return MadeSheet(wish, Paper((), Layout.SINGLE), (b"",), (image,))


def test_the_oldest_papers_go_and_one_that_was_asked_for_again_is_not_old() -> None:
    kept = KeptSheets()
    made = [sheet(str(number)) for number in range(MOST_PAPERS + 1)]
    for each in made[:-1]:
        kept.keep(each)
    assert kept.paper(made[0].wish.order) is made[0].paper
    kept.keep(made[-1])
    assert kept.paper(made[0].wish.order) is made[0].paper
    assert kept.paper(made[1].wish.order) is None
    assert kept.paper(made[-1].wish.order) is made[-1].paper


def test_large_pictures_go_sooner_but_their_paper_stays() -> None:
    kept = KeptSheets()
    side = int((MOST_DOTS / 2) ** 0.5)
    first, second, third = (sheet("a", dots, side, side) for dots in (100, 200, 300))
    for each in (first, second, third):
        kept.keep(each)
    assert kept.made(first.wish) is None
    assert kept.made(second.wish) is second
    assert kept.made(third.wish) is third
    assert kept.paper(first.wish.order) is third.paper


def test_the_newest_picture_is_kept_however_large_it_is() -> None:
    kept = KeptSheets()
    kept.keep(sheet("a"))
    huge = sheet("b", 400, MOST_DOTS // 1000, 1001)
    kept.keep(huge)
    assert kept.made(huge.wish) is huge
