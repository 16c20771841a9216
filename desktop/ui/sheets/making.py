"""Making the pages of a sheet off the main thread: only the newest wish counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QThreadPool, Signal
from PySide6.QtGui import QImage, QImageReader

from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.l10n.language import Language
from desktop.ui.background import run_in_background
from desktop.ui.sheets.contents import paper_for
from desktop.ui.sheets.made_sheets import KeptSheets, MadeSheet, Wish

if TYPE_CHECKING:
    from desktop.sheets.one_page.paper.pdf import Paper


class SheetMaker(QObject):
    """Makes one sheet at a time; while it does, of all newer wishes it remembers the last.

    `made` carries a MadeSheet and `failed` an AtlasError, both for the newest wish alone.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library: Library, languages: Mapping[str, Language], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._languages = languages
        self._threads = QThreadPool(self)
        self._threads.setMaxThreadCount(1)
        self._newest: Wish | None = None
        self._under_way: Wish | None = None
        self._kept = KeptSheets()

    @property
    def is_busy(self) -> bool:
        """Whether the newest wish is still to be met."""
        return self._newest is not None

    def make(self, wish: Wish) -> None:
        """Make a sheet in place of any other that is wished for.

        One that is kept is there at once.
        """
        kept = self._kept.made(wish)
        if kept is not None:
            self._newest = None
            self.made.emit(kept)
            return
        self._newest = wish
        if self._under_way is None:
            self._begin(wish)

    def stop(self) -> None:
        """Want nothing any more, and wait for what is under way: the library may close then."""
        self._newest = None
        self._threads.clear()
        self._threads.waitForDone()

    def _begin(self, wish: Wish) -> None:
        self._under_way = wish
        # A closer look at a sheet needs no other paper.
        paper = self._kept.paper(wish.order)
        run_in_background(
            self,
            lambda: self._make(wish, paper),
            self._take,
            self._fail,
            self._threads,
        )

    def _make(self, wish: Wish, paper: Paper | None) -> MadeSheet:
        """In the thread; `paper` is that of the sheet, if it is there already."""
        paper = paper or paper_for(self._library, wish.order, self._languages)
        drawn = tuple(paper.pictures(wish.dots_per_inch))
        return MadeSheet(wish, paper, drawn, tuple(image_in(each) for each in drawn))

    def _take(self, made: MadeSheet) -> None:
        self._kept.keep(made)
        if self._ended(made.wish):
            self.made.emit(made)

    def _fail(self, error: Exception) -> None:
        wish = self._under_way
        if wish is not None and self._ended(wish):
            if not isinstance(error, AtlasError):
                raise error
            self.failed.emit(error)

    def _ended(self, wish: Wish) -> bool:
        """Whether what ended is what is wanted; begins what is wanted instead."""
        self._under_way = None
        if self._newest is None:
            return False
        if self._newest != wish:
            self._begin(self._newest)
            return False
        self._newest = None
        return True


def image_in(png: bytes) -> QImage:
    """A picture as an image: read by a reader, which unlike an image lets Python go on meanwhile.

    A window that Python cannot serve stands still.
    """
    buffer = QBuffer()
    buffer.setData(png)
    return QImageReader(buffer, b"png").read()
