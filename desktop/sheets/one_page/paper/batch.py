"""Many sheets into a folder, on all cores: what is done is told, and it can be ended in between.

Threads serve as well as processes would, because typst works without Python's lock.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from desktop.domain.library import Library
from desktop.domain.problems import N_, AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.files import write_whole
from desktop.sheets.one_page.making import paper_of, papers_of
from desktop.sheets.one_page.paper.pdf import UNWRITABLE
from desktop.sheets.one_page.sheet import file_name, sheet_ids
from desktop.sheets.values import error_text

NO_FOLDER = N_("The folder {path} cannot be made ({reason}): choose another place.")
STOPPED = N_(
    "The sheets cannot be written to {folder} ({reason}): make room there or choose another place. "
    "Those that were written are whole."
)
UNFORESEEN = N_("This sheet could not be made ({reason}); the others are not touched by that.")

# In seconds: some systems hear of Ctrl+C only between two waits.
_BEAT = 0.5
# The first sheets load fonts and the like: what they took says little of those to come.
_WARMING_UP = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: sheets done of all, the last one's file, and the time left if known.

    `path` is None for a sheet that failed.
    """

    done: int
    total: int
    path: Path | None
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What came of a batch: files written, in the order of the orders; what failed, and why.

    `failed` are pairs of a file's name and a sentence.
    """

    written: tuple[Path, ...]
    failed: tuple[tuple[str, str], ...]
    is_cancelled: bool


def every_order(library: Library, languages: Sequence[str]) -> list[SheetOrder]:
    """An order for each sheet there is in each of `languages`, sheet after sheet."""
    return [SheetOrder(subject, (code,)) for subject in sheet_ids(library) for code in languages]


class Batch:
    """Sheets to be made: `orders`, as PDF, into `folder`.

    The library is read from several threads. `language` is that of sentences on what fails; by
    default each is told in the language of its sheet.
    """

    def __init__(
        self,
        library: Library,
        orders: Sequence[SheetOrder],
        languages: Mapping[str, Language],
        folder: Path,
        *,
        language: Language | None = None,
        workers: int | None = None,
    ) -> None:
        self._library = library
        self._languages = languages
        self._language = language
        self._folder = folder
        self._workers = workers or os.cpu_count() or 1
        edition = library.edition["edition"]
        self.plan = tuple((order, folder / file_name(order, edition, "pdf")) for order in orders)

    def run(
        self,
        on_progress: Callable[[Progress], None] = lambda _progress: None,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> BatchResult:
        """Make the sheets; `on_progress` is called after each, in the thread that calls this.

        `is_cancelled` is asked between sheets: those begun are still finished. Whatever ends the
        batch, each file is whole. A sheet that cannot be made is passed over; AtlasError where the
        folder takes no more.
        """
        _make(self._folder)
        tally = _Tally(len(self.plan))
        with ThreadPoolExecutor(self._workers, "sheets") as pool:
            waiting = iter(self._tasks())
            running = self._begun(pool, waiting, self._workers)
            is_ended = False
            try:
                while running:
                    done, _ = wait(running, _BEAT, FIRST_COMPLETED)
                    for outcome in (each for future in done for each in future.result()):
                        on_progress(self._noted(tally, outcome))
                    running -= done
                    is_ended = is_ended or is_cancelled()
                    if not is_ended:
                        running |= self._begun(pool, waiting, self._workers - len(running))
            finally:
                # An error or Ctrl+C: what nobody waits for any more is not begun.
                pool.shutdown(cancel_futures=True)
        return BatchResult(
            written=tuple(path for _, path in self.plan if path in tally.written),
            failed=tuple(tally.failed),
            # Ended after the last was begun, nothing was left undone.
            is_cancelled=tally.done < len(self.plan),
        )

    def _tasks(self) -> list[Sequence[_Planned]]:
        """The plan in tasks: what is the same sheet in other languages is made together."""
        tasks: dict[object, list[_Planned]] = {}
        for number, (order, path) in enumerate(self.plan):
            is_alone = order.layout is not Layout.SINGLE
            key = number if is_alone else replace(order, languages=())
            tasks.setdefault(key, []).append((order, path))
        return list(tasks.values())

    def _begun(
        self, pool: ThreadPoolExecutor, waiting: Iterator[Sequence[_Planned]], room: int
    ) -> set[Future[list[_Outcome]]]:
        """The next tasks, as many as there is room for."""
        return {pool.submit(self._carry_out, task) for task in islice(waiting, room)}

    def _carry_out(self, task: Sequence[_Planned]) -> list[_Outcome]:
        """Make and write the sheets of a task; what came of each."""
        try:
            pdfs = _pdfs(self._library, [order for order, _path in task], self._languages)
        except Exception as error:
            return [(order, path, error) for order, path in task]
        return [
            (order, path, _written(path, pdf))
            for (order, path), pdf in zip(task, pdfs, strict=True)
        ]

    def _noted(self, tally: _Tally, outcome: _Outcome) -> Progress:
        """What came of one sheet, added to the tally; AtlasError where the disk takes no more."""
        order, path, error = outcome
        if error is None:
            tally.written.add(path)
        elif isinstance(error.__cause__, OSError):
            # What one file meets, the next meets too.
            reason = error.__cause__.strerror
            raise AtlasError(STOPPED, folder=self._folder, reason=reason) from error
        else:
            language = self._language or self._languages[order.languages[0]]
            if not isinstance(error, AtlasError):
                error = AtlasError(UNFORESEEN, reason=error)
            tally.failed.append((path.name, error_text(error, language)))
        return tally.progress(None if error else path)


_Planned = tuple[SheetOrder, Path]
# An order, its file, and what went wrong with it.
_Outcome = tuple[SheetOrder, Path, Exception | None]


def _pdfs(
    library: Library, orders: Sequence[SheetOrder], languages: Mapping[str, Language]
) -> list[bytes]:
    """The PDF of each order; the orders are for one sheet in several languages."""
    if len(orders) == 1:
        return [paper_of(library, orders[0], languages).pdf()]
    papers = papers_of(library, orders[0], languages)
    return [papers[order.languages[0]].pdf() for order in orders]


def _written(path: Path, pdf: bytes) -> AtlasError | None:
    """Write one file; what went wrong, if anything did."""
    try:
        write_whole(path, pdf, UNWRITABLE)
    except AtlasError as error:
        return error
    return None


@dataclass(slots=True)
class _Tally:
    """What is done so far."""

    total: int
    written: set[Path] = field(default_factory=set[Path])
    failed: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    _warm_since: float = 0.0

    @property
    def done(self) -> int:
        return len(self.written) + len(self.failed)

    def progress(self, path: Path | None) -> Progress:
        done = self.done
        now = time.monotonic()
        if done == _WARMING_UP:
            self._warm_since = now
        left = None
        if done == self.total:
            left = 0.0
        elif done > _WARMING_UP:
            left = (now - self._warm_since) / (done - _WARMING_UP) * (self.total - done)
        return Progress(done, self.total, path, left)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AtlasError(NO_FOLDER, path=folder, reason=error.strerror) from error
