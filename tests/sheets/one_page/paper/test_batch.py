"""Many sheets at once: whole files, told as they come, ended when the user wants it."""

from __future__ import annotations

import itertools
import os
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop.domain.library import Library
from desktop.domain.problems import AtlasError
from desktop.domain.sheet_orders import Layout, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets import files
from desktop.sheets.one_page.paper import batch
from desktop.sheets.one_page.paper.batch import Batch, Progress, every_order
from desktop.sheets.one_page.sheet import file_name, sheet_ids
from tests.sheets.one_page.papers import saved_pdf

Languages = Mapping[str, Language]
BELGIUM = "place/belgium"


def orders(*codes: str) -> list[SheetOrder]:
    return [SheetOrder(BELGIUM, (code,)) for code in codes]


def unknown(code: str = "nl") -> SheetOrder:
    """An order that cannot be carried out."""
    return SheetOrder("place/atlantis", (code,))


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Sequence[SheetOrder]:
    """Orders that differ in what is left out, each with a file of its own."""
    blocks = ("figures", "regions", "programmes", "open")

    def name(order: SheetOrder, _edition: str, extension: str) -> str:
        return f"{'-'.join((*sorted(order.without), *order.languages))}.{extension}"

    monkeypatch.setattr(batch, "file_name", name)
    return [
        SheetOrder(BELGIUM, ("nl",), without=frozenset(some))
        for some in itertools.chain(((),), itertools.combinations(blocks, 1))
    ]


def test_each_sheet_of_the_atlas_is_ordered_in_each_language(library: Library) -> None:
    found = every_order(library, ("nl", "fr"))
    assert [order.subject for order in found[::2]] == sheet_ids(library)
    assert [order.languages for order in found[:2]] == [("nl",), ("fr",)]
    names = [file_name(order, library.edition["edition"], "pdf") for order in found]
    assert len(set(names)) == len(names)


def test_every_sheet_is_written_as_if_it_were_made_alone(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "sheets"
    wanted = orders("nl", "fr", "en")
    made = Batch(library, wanted, languages, folder)
    result = made.run()
    assert result.written == tuple(path for _order, path in made.plan)
    assert (result.failed, result.is_cancelled) == ((), False)
    assert sorted(folder.iterdir()) == sorted(result.written)
    for order, path in made.plan:
        assert path.read_bytes() == saved_pdf(library, order, languages)


def test_it_works_in_several_threads_at_once(
    library: Library,
    languages: Languages,
    tmp_path: Path,
    many: Sequence[SheetOrder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Two sheets meet inside their making; alone, the first would wait for ever."""
    meeting = threading.Barrier(2, timeout=30)

    def met(*arguments: object) -> list[bytes]:
        meeting.wait()
        return [b"made"]

    monkeypatch.setattr(batch, "_pdfs", met)
    result = Batch(library, many[:2], languages, tmp_path, workers=2).run()
    assert len(result.written) == 2


def test_a_sheet_is_made_in_all_its_languages_together(
    library: Library, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That takes less time, and two faces of one paper stay a sheet of their own."""
    both = SheetOrder(BELGIUM, ("nl", "fr"), Layout.FACES)
    seen: list[list[SheetOrder]] = []

    def made(_library: Library, some: list[SheetOrder], _languages: Languages) -> list[bytes]:
        seen.append(some)
        return [b"made" for _order in some]

    monkeypatch.setattr(batch, "_pdfs", made)
    Batch(library, [*orders("nl", "fr"), both], languages, tmp_path, workers=1).run()
    assert seen == [orders("nl", "fr"), [both]]


def test_progress_is_told_after_each_sheet_in_the_thread_that_waits(
    library: Library, languages: Languages, tmp_path: Path, many: Sequence[SheetOrder]
) -> None:
    told: list[tuple[Progress, int]] = []
    wanted = [*many, *orders("fr", "en")]
    result = Batch(library, wanted, languages, tmp_path).run(
        lambda progress: told.append((progress, threading.get_ident()))
    )
    assert [progress.done for progress, _thread in told] == list(range(1, len(wanted) + 1))
    assert {progress.total for progress, _thread in told} == {len(wanted)}
    assert {progress.path for progress, _thread in told} == set(result.written)
    assert {thread for _progress, thread in told} == {threading.get_ident()}
    left = [progress.seconds_left for progress, _thread in told]
    # Not known before a few are done, then shorter and shorter, and nothing at the end.
    assert left[0] is None
    assert left[-1] == 0
    assert all(seconds is not None and seconds > 0 for seconds in left[-2:-1])


def test_a_batch_that_is_cancelled_ends_between_two_sheets(
    library: Library, languages: Languages, tmp_path: Path, many: Sequence[SheetOrder]
) -> None:
    told: list[Progress] = []
    result = Batch(library, many, languages, tmp_path, workers=1).run(
        told.append, lambda: len(told) == 2
    )
    assert result.is_cancelled
    assert len(result.written) == 2
    assert sorted(tmp_path.iterdir()) == sorted(result.written)


def test_a_batch_cancelled_after_its_last_sheet_is_done(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    result = Batch(library, orders("nl"), languages, tmp_path).run(is_cancelled=lambda: True)
    assert not result.is_cancelled
    assert len(result.written) == 1


def test_a_sheet_that_cannot_be_made_does_not_stop_the_others(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    told: list[Progress] = []
    wanted = [unknown(), *orders("fr")]
    made = Batch(library, wanted, languages, tmp_path, language=languages["en"])
    result = made.run(told.append)
    assert result.written == (made.plan[1][1],)
    ((name, sentence),) = result.failed
    assert name == made.plan[0][1].name
    assert "place/atlantis" in sentence
    assert {progress.path for progress in told} == {None, made.plan[1][1]}
    assert not result.is_cancelled


def test_what_fails_is_told_in_the_language_of_its_sheet_unless_another_is_wanted(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    said = {
        code: Batch(library, [unknown(code)], languages, tmp_path).run().failed[0][1]
        for code in languages
    }
    assert len(set(said.values())) == len(languages)


def test_an_error_that_nobody_foresaw_is_that_of_one_sheet(
    library: Library, languages: Languages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(batch, "_pdfs", fail)
    result = Batch(library, orders("en"), languages, tmp_path).run()
    ((_name, sentence),) = result.failed
    assert "a bug" in sentence


def test_a_full_disk_stops_the_batch_in_one_sentence(
    library: Library,
    languages: Languages,
    tmp_path: Path,
    many: Sequence[SheetOrder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = iter((True, True))
    fsync = os.fsync

    def full(descriptor: int) -> None:
        if not next(room, False):
            raise OSError(28, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(AtlasError) as caught:
        Batch(library, many, languages, tmp_path, workers=1).run()
    assert caught.value.message == batch.STOPPED
    assert caught.value.fields["reason"] == "No space left on device"
    written = list(tmp_path.iterdir())
    assert len(written) == 2
    assert all(path.read_bytes().endswith(b"%%EOF") for path in written)


def test_a_folder_that_cannot_be_made_is_told(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(AtlasError) as caught:
        Batch(library, orders("nl"), languages, tmp_path / "file").run()
    assert caught.value.message == batch.NO_FOLDER
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_an_older_file_of_the_same_name_gives_way_whole(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    made = Batch(library, orders("nl"), languages, tmp_path)
    (_order, path) = made.plan[0]
    path.write_bytes(b"an older one")
    assert made.run().written == (path,)
    assert path.read_bytes().startswith(b"%PDF-")


def test_a_batch_of_nothing_is_done_at_once(
    library: Library, languages: Languages, tmp_path: Path
) -> None:
    result = Batch(library, [], languages, tmp_path).run()
    assert (result.written, result.failed, result.is_cancelled) == ((), (), False)
