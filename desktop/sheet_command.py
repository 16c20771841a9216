"""The command `sheet`: one sheet, all of them, the list of them, and what has changed since one."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.library import Library
from desktop.domain.problems import N_, AtlasError, UsageError
from desktop.domain.records import Kind, Pillar
from desktop.domain.sheet_orders import MISSION, Layout, Mission, SheetOrder
from desktop.l10n.language import Language

if TYPE_CHECKING:
    from desktop.sheets.one_page.paper.batch import Progress

NO_TARGET = N_(
    "Say which sheet and where: ID and -o FILE.pdf, --all DIR, --list or --compare OLD.pdf."
)
ONE_TASK = N_("{options} do not go together: “valley-atlas sheet --help” says what does.")
MISSION_ONLY = N_("{option} is for a mission sheet alone: name “mission” in the place of ID.")
SAME_LANGUAGE = N_("The second language must be another than the first: {known}.")
UNKNOWN_LANGUAGE = N_("There is no language “{value}”: choose one of {known}.")
NO_SECOND = N_("--layout is for a sheet in two languages: name the other with --second.")
UNKNOWN_BLOCK = N_("This sheet has no block “{value}” to leave out: choose of {known}.")
UNKNOWN_PILLAR = N_("There is no pillar “{value}”: choose one of {known}.")
OTHER_KIND = N_("“{value}” is no {kind}: name one, as “valley-atlas list {kind}” does.")
NO_DAY = N_("“{value}” is no day: write it as 2027-03-15.")
FAILED_SHEETS = N_("Sheets that could not be made: {count}.")
WRITTEN = N_("Sheets written: {count}.")

# In seconds: a log wants a line now and then, and a terminal a line that moves.
_BETWEEN_LINES = 10.0
_BETWEEN_MOVES = 0.2
# The parts of a sheet that are no block but can be left out like one.
_CHART, _MAP = "chart", "map"


@dataclass(frozen=True)
class SheetCall:
    """One call of the command: what was asked, of which library, in which languages."""

    options: argparse.Namespace
    library: Library
    language: Language
    languages: Mapping[str, Language]


def run(call: SheetCall) -> int:
    """Carry out the command; the exit code comes back."""
    return _TASKS[check(call.options)](call)


def check(options: argparse.Namespace) -> str:
    """The one task that the options ask for, by its name; UsageError where they ask for none."""
    asked = [f"--{name}" for name in ("all", "list", "compare") if getattr(options, name)]
    of_one = {
        "ID": options.id,
        "-o": options.output,
        "--second": options.second,
        "--layout": options.layout,
        "--without": options.without,
    }
    given = [name for name, value in of_one.items() if value]
    # Lists and changes can be printed as JSON; a sheet is a file.
    if options.json and (given or asked == ["--all"]):
        asked.append("--json")
    if len(asked) > 1 or (asked and given):
        raise UsageError(ONE_TASK, options=", ".join((*asked, *given)))
    if not asked and not (options.id and options.output):
        raise UsageError(NO_TARGET)
    if options.id != MISSION:
        for name in _MISSION_OPTIONS:
            if getattr(options, name):
                raise UsageError(MISSION_ONLY, option=f"--{name}")
    return asked[0] if asked else "one"


def _one(call: SheetCall) -> int:
    from desktop.sheets.one_page.making import paper_of
    from desktop.sheets.one_page.paper.saving import check_ending, save_paper

    # What is wrong is said before anything slow begins.
    check_ending(call.options.output)
    order = _order(call)
    written = save_paper(paper_of(call.library, order, call.languages), call.options.output)
    if written != (call.options.output,):
        print(*written, sep="\n")
    return 0


def _order(call: SheetCall) -> SheetOrder:
    options = call.options
    languages = (call.language.code, *_second(call))
    if options.layout and len(languages) == 1:
        raise UsageError(NO_SECOND)
    both = Layout(options.layout) if options.layout else Layout.FACES
    return SheetOrder(
        subject=options.id,
        languages=languages,
        layout=both if len(languages) > 1 else Layout.SINGLE,
        without=_left_out(call),
        mission=_mission(call) if options.id == MISSION else None,
    )


def _second(call: SheetCall) -> tuple[str, ...]:
    code = call.options.second
    if code is None:
        return ()
    others = [known for known in call.languages if known != call.language.code]
    if code == call.language.code:
        raise UsageError(SAME_LANGUAGE, known=", ".join(others))
    if code not in call.languages:
        raise UsageError(UNKNOWN_LANGUAGE, value=code, known=", ".join(others))
    return (code,)


def _left_out(call: SheetCall) -> frozenset[str]:
    """The blocks to leave out; UsageError for one that the sheet does not have."""
    names = call.options.without
    if not names:
        return frozenset()
    from desktop.sheets.one_page.sheet import sheet_of

    mission = _mission(call) if call.options.id == MISSION else None
    whole = SheetOrder(call.options.id, (call.language.code,), mission=mission)
    sheet = sheet_of(call.library, whole, call.language)
    known = [block.name for block in sheet.blocks]
    known += [name for name, part in ((_CHART, sheet.chart), (_MAP, sheet.map)) if part]
    for name in names:
        if name not in known:
            raise UsageError(UNKNOWN_BLOCK, value=name, known=", ".join(known))
    return frozenset(names)


def _mission(call: SheetCall) -> Mission:
    options = call.options
    return Mission(
        place=_record(call, options.place, Kind.PLACE),
        pillar=_pillar(options.pillar),
        theme=_record(call, options.theme, Kind.THEME),
        figures=tuple(_record(call, each, Kind.FIGURE) for each in options.figure or ()),
        note=options.note or "",
        audience=getattr(options, "for") or "",
        day=_day(options.on),
        items=tuple(call.library.get(each).id for each in options.item or ()),
    )


def _record(call: SheetCall, record_id: str | None, kind: Kind) -> str:
    """The id, if it is that of a record of the kind; "" for none; UsageError for any other."""
    if not record_id:
        return ""
    if call.library.get(record_id).kind is not kind:
        raise UsageError(OTHER_KIND, value=record_id, kind=kind.value)
    return record_id


def _pillar(name: str | None) -> Pillar | None:
    if not name:
        return None
    try:
        return Pillar(name.lower())
    except ValueError:
        raise UsageError(UNKNOWN_PILLAR, value=name, known=", ".join(Pillar)) from None


def _day(text: str | None) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(NO_DAY, value=text) from None


def _all(call: SheetCall) -> int:
    from desktop.sheets.one_page.paper.batch import Batch, every_order

    orders = every_order(call.library, tuple(call.languages))
    batch = Batch(call.library, orders, call.languages, call.options.all, language=call.language)
    teller = _ProgressTeller(call.language)
    try:
        result = batch.run(teller.tell)
    finally:
        teller.end()
    for name, sentence in result.failed:
        print(f"{name}: {' '.join(sentence.splitlines())}", file=sys.stderr)
    written = call.language.gettext(WRITTEN).format(count=len(result.written))
    print(written, file=sys.stderr)
    if result.failed:
        raise AtlasError(FAILED_SHEETS, count=len(result.failed))
    return 0


class _ProgressTeller:
    """Prints each file that is written, and on standard error how far a batch is.

    On a terminal that is one line which moves; anywhere else a line now and then.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._moves = sys.stderr.isatty()
        self._told = time.monotonic()
        self._width = 0

    def tell(self, progress: Progress) -> None:
        """Say what one more sheet means, if it is time to say so."""
        if progress.path:
            # The moving line gives way, or a terminal would show both on one.
            self._clear()
            print(progress.path, flush=self._moves)
        now = time.monotonic()
        if now - self._told < (_BETWEEN_MOVES if self._moves else _BETWEEN_LINES):
            return
        self._told = now
        line = _progress_text(progress, self._language)
        if self._moves:
            self._width = len(line)
            print(line, end="\r", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the terminal as it was."""
        self._clear()

    def _clear(self) -> None:
        if self._width:
            print(" " * self._width, end="\r", file=sys.stderr, flush=True)
            self._width = 0


def _progress_text(progress: Progress, language: Language) -> str:
    done, total = (language.number(count) for count in (progress.done, progress.total))
    if progress.seconds_left is None:
        return language.gettext("{done} of {total} sheets").format(done=done, total=total)
    minutes = round(progress.seconds_left / 60)
    if minutes < 1:
        sentence = language.gettext("{done} of {total} sheets, less than a minute left")
    else:
        sentence = language.ngettext(
            "{done} of {total} sheets, about {minutes} minute left",
            "{done} of {total} sheets, about {minutes} minutes left",
            minutes,
        )
    return sentence.format(done=done, total=total, minutes=language.number(minutes))


def _list(call: SheetCall) -> int:
    from desktop.sheets.one_page.sheet import sheet_ids

    ids = sheet_ids(call.library)
    titles = call.library.titles(ids)
    listed = [
        {"id": each, "kind": each.partition("/")[0], "title": titles[each][call.language.code]}
        for each in ids
    ]
    if call.options.json:
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for each in listed:
            print(f"{each['id']}\t{each['title']}")
    return 0


def _compare(call: SheetCall) -> int:
    from desktop.sheets.one_page.memory.comparing import changes_json, changes_page, compare
    from desktop.sheets.one_page.memory.reading import read_sheet

    sheet = read_sheet(call.options.compare, call.library.languages)
    today = datetime.date.today()  # noqa: DTZ011 - the user's own day
    changes = compare(sheet, call.library, call.languages, today)
    if call.options.json:
        print(json.dumps(changes_json(changes, call.language), ensure_ascii=False, indent=1))
    else:
        print(*changes_page(changes, call.language).lines, sep="\n")
    return 0


_MISSION_OPTIONS = ("place", "pillar", "theme", "figure", "item", "note", "for", "on")

_TASKS: dict[str, Callable[[SheetCall], int]] = {
    "one": _one,
    "--all": _all,
    "--list": _list,
    "--compare": _compare,
}
