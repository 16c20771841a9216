"""The command line: the contract for scripts, tests and batch work. No Qt before it is needed."""

from __future__ import annotations

import argparse
import csv
import datetime
import errno
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from desktop import bundled, sheet_command
from desktop.arguments import parse
from desktop.domain.browsing import Facet
from desktop.domain.library import Library
from desktop.domain.problems import N_, AtlasError, UsageError
from desktop.domain.queries import Results, SearchQuery
from desktop.domain.records import Kind
from desktop.l10n.collation import sort_key
from desktop.l10n.language import (
    Language,
    MissingCatalogError,
    languages_in,
    system_language,
    windows_languages,
)
from desktop.sheet_command import SheetCall
from desktop.sheets.listing import CSV_COLUMNS, as_csv_row, as_json, as_text
from desktop.sheets.record.page import Describer
from desktop.sheets.search.operators import Operators
from desktop.sheets.search.rows import explained
from desktop.sheets.search.summary import PARTIAL, corrected, shortened
from desktop.sheets.values import error_text

UNKNOWN_LANGUAGE = N_("There is no language “{value}”: choose one of {known}.")
UNKNOWN_KIND = N_("There is no kind of record “{value}”: choose one of {known}.")
NO_QUERY = N_("Give a query, or a file of queries with --batch.")
NO_QUERY_FILE = N_("The file of queries {path} cannot be read: check its name and rights.")
NO_ACCESS = N_("{path} cannot be used ({reason}): check its name and rights.")
NO_OUTPUT = N_("The output cannot be written ({reason}): make room, or write it elsewhere.")
NOTHING_FOUND = N_("Nothing found for “{query}”.")
NEAREST = N_("These find something: {queries}.")
CORRECTED = N_("Results for “{query}”. Quotation marks keep words as they are typed: {typed}.")
CHANGED_DOCUMENT = N_("{file} has changed, paragraph by paragraph: {paragraphs}.")
SAME_DOCUMENT = N_("{file} is as it was; paragraphs compared: {count}.")
MISTAKES = N_("Mistakes in the seeds: {count}.")
DOCUMENTS_CHANGED = N_("The documents are not those that the seeds were read from.")

# 130 is what shells give for a program that Ctrl+C ended.
FAILED, WRONG_USAGE, INTERRUPTED = 1, 2, 130


@dataclass(frozen=True)
class Call:
    """One call of the command line: what was asked, in which language, with all there are."""

    options: argparse.Namespace
    language: Language
    languages: Mapping[str, Language]

    def say(self, message: str, **fields: object) -> None:
        """Print a sentence in the user's language."""
        print(self.language.gettext(message).format(**fields))

    def remark(self, message: str, **fields: object) -> None:
        """Say a sentence about the output beside it, on one line of standard error."""
        sentence = self.language.gettext(message).format(**fields)
        print(" ".join(sentence.splitlines()), file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with `arguments` (without its name); the exit code comes back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = sys.argv[1:] if arguments is None else list(arguments)
    try:
        languages = languages_in(bundled.catalogs())
    except MissingCatalogError as error:
        # There is no language to say it in but the program's own.
        print(f"valley-atlas: {error}", file=sys.stderr)
        return FAILED
    language = languages[system_language(languages, os.environ, windows_languages())]
    try:
        options = parse(given, language, bundled.catalogs())
        language = _language(options.lang, languages) or language
        return _carry_out(Call(options, language, languages))
    except AtlasError as error:
        return _complain(error, language)


def _carry_out(call: Call) -> int:
    try:
        code = _COMMANDS[call.options.command](call)
        # Here, and not at exit: a reader that has gone is noticed where it can be handled.
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing more to say, and no traceback.
        _drop_output()
        return FAILED
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            _drop_output()
            raise AtlasError(NO_OUTPUT, reason=error.strerror) from error
        raise AtlasError(NO_ACCESS, path=error.filename, reason=error.strerror) from error
    return code


def _drop_output() -> None:
    """Lose what is still to be printed, or Python tries to print it again at exit."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(error: AtlasError, language: Language) -> int:
    # What the user typed may hold a line break; the report is one line.
    sentence = " ".join(error_text(error, language).splitlines())
    print(f"valley-atlas: {sentence}", file=sys.stderr)
    return WRONG_USAGE if isinstance(error, UsageError) else FAILED


def _language(code: str | None, languages: Mapping[str, Language]) -> Language | None:
    if code is not None and code not in languages:
        raise UsageError(UNKNOWN_LANGUAGE, value=code, known=", ".join(languages))
    return languages[code] if code else None


def _kind(name: str | None) -> Kind | None:
    if name is None or name == "all":
        return None
    try:
        return Kind(name)
    except ValueError:
        known = ", ".join((*Kind, "all"))
        raise UsageError(UNKNOWN_KIND, value=name, known=known) from None


@contextmanager
def _library(call: Call) -> Iterator[Library]:
    from desktop.store.reader import AtlasLibrary

    library = AtlasLibrary.open(call.options.data or bundled.atlas())
    try:
        yield library
    finally:
        library.close()


def _describer(library: Library, language: Language) -> Describer:
    return Describer(library, language, datetime.date.today())  # noqa: DTZ011 - the user's own day


def _window(call: Call) -> int:
    from desktop.ui.frame.one_window import Door, Outcome, Request, leave_to_focus, user_folder

    options = call.options
    request = Request(_asked_address(call), options.lang or "", leave_to_focus())
    options.user_dir = options.user_dir or user_folder()
    options.data = options.data or bundled.atlas()
    door = Door(options.user_dir, options.data)
    try:
        outcome = door.knock(request)
        if outcome is Outcome.SHOWN:
            return 0
        # What a start makes stays: collecting garbage among it costs time and frees nothing. The
        # window takes collecting up again as soon as it stands.
        gc.disable()
        # Only now: this is the slow part.
        from desktop import app

        return app.run(options, call.languages, request.address, door, outcome)
    finally:
        door.close()


def _asked_address(call: Call) -> str:
    """The address to open at, as short as it goes, or nothing; UsageError for one of nothing."""
    if call.options.address is None:
        return ""
    from desktop.ui.frame.addresses import address_of, text_of

    with _library(call) as library:
        return text_of(address_of(call.options.address, library))


def _selftest(call: Call) -> int:
    from desktop.selftest import selftest

    return selftest(call.options, call.language, call.languages)


def _search(call: Call) -> int:
    options = call.options
    kind = _kind(options.kind)
    chosen = ((Facet.KIND, kind.value),) if kind else ()
    queries = _queries(options.query, options.batch)
    with _library(call) as library:
        describer = _describer(library, call.language)
        operators = Operators(library, call.language, *call.languages.values())
        for text in queries:
            query = SearchQuery.parse(text, chosen, options.limit, read_operator=operators.read)
            results = library.search(query, call.language.code)
            found = _found(describer, query, results)
            if options.json:
                print(json.dumps(found, ensure_ascii=False))
            else:
                _print_lines(found)
                _tell(call, query, results)
    return 0


def _found(describer: Describer, query: SearchQuery, results: Results) -> list[dict[str, object]]:
    """The records of the results, the best first; no more than were asked for."""
    snippets = {hit.id: explained(hit, describer.language).text for hit in results.hits}
    # A figure that answers is mostly among the records; where it is not, it comes before them.
    answers = (answer for answer in results.answers if answer not in snippets)
    records = describer.library.get_many([*answers, *snippets][: query.limit])
    return [as_json(describer, record, snippets.get(record.id), values=False) for record in records]


def _tell(call: Call, query: SearchQuery, results: Results) -> None:
    """Say to people what a list of records does not show: that there is none, or for what it is."""
    if not results.hits and not results.answers:
        call.say(NOTHING_FOUND, query=query.text)
        if results.nearest:
            call.say(NEAREST, queries=", ".join(results.nearest))
    if results.corrections:
        typed = " ".join(f'"{typed}"' for typed, _taken in results.corrections)
        call.remark(CORRECTED, query=shortened(corrected(query, results)), typed=typed)
    if results.is_partial and results.hits:
        call.remark(PARTIAL)


def _queries(query: str | None, path: Path | None) -> list[str]:
    if (path is None) == (query is None):
        raise UsageError(NO_QUERY)
    if path is None:
        return [query or ""]
    try:
        # At line ends alone: a form feed inside a query must not put the lists out of step.
        text = path.read_text(encoding="utf-8")
        return text.removesuffix("\n").split("\n") if text else []
    except (OSError, UnicodeDecodeError):
        raise AtlasError(NO_QUERY_FILE, path=path) from None


def _print_lines(records: Iterable[Mapping[str, object]]) -> None:
    for record in records:
        print(f"{record['id']}\t{record['title']}\t{record['snippet']}")


def _show(call: Call) -> int:
    with _library(call) as library:
        record = library.get(call.options.id)
        describer = _describer(library, call.language)
        if call.options.json:
            print(json.dumps(as_json(describer, record), ensure_ascii=False, indent=1))
        else:
            print(as_text(describer.page(record)))
    return 0


def _list(call: Call) -> int:
    kind = _kind(call.options.kind)
    with _library(call) as library:
        describer = _describer(library, call.language)
        records = [as_json(describer, record) for record in library.list(kind)]
    if call.options.json:
        print(json.dumps(records, ensure_ascii=False, indent=1))
    elif call.options.csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(CSV_COLUMNS)
        writer.writerows(as_csv_row(record) for record in records)
    else:
        _print_lines(records)
    return 0


def _sheet(call: Call) -> int:
    # Wrong usage is told even where there is no atlas to read.
    sheet_command.check(call.options)
    with _library(call) as library:
        return sheet_command.run(SheetCall(call.options, library, call.language, call.languages))


def _data(call: Call) -> int:
    return _DATA_COMMANDS[call.options.data_command](call)


def _build(call: Call) -> int:
    from desktop.store.build import build
    from desktop.store.checks import read_seeds

    seeds = read_seeds(call.options.seeds or bundled.seeds())
    target = call.options.output or bundled.atlas()
    print(target, build(seeds, target, sort_key))
    return 0


def _check(call: Call) -> int:
    from desktop.store.checks import read_seeds

    mistakes = read_seeds(call.options.seeds or bundled.seeds()).mistakes
    for mistake in mistakes:
        sentence = call.language.gettext(mistake.message).format(**mistake.fields)
        print(" ".join(filter(None, (f"{mistake.file}:", mistake.record, mistake.key, sentence))))
    if mistakes:
        raise AtlasError(MISTAKES, count=len(mistakes))
    return 0


def _verify(call: Call) -> int:
    from desktop.store import verify
    from desktop.store.checks import read_seeds

    folder = call.options.seeds or bundled.seeds()
    if call.options.write:
        verify.write(read_seeds(folder), folder, call.options.documents)
    verdicts = verify.verify(read_seeds(folder), call.options.documents)
    for verdict in verdicts:
        if verdict.changed:
            paragraphs = ", ".join(map(str, verdict.changed))
            call.say(CHANGED_DOCUMENT, file=verdict.file, paragraphs=paragraphs)
        else:
            call.say(SAME_DOCUMENT, file=verdict.file, count=verdict.paragraphs)
    if any(verdict.changed for verdict in verdicts):
        raise AtlasError(DOCUMENTS_CHANGED)
    return _check(call)


def _stats(call: Call) -> int:
    from desktop.domain.stats import stats_of
    from desktop.sheets.stats_table import stats_json, stats_lines

    with _library(call) as library:
        edition = dict(library.edition)
        stats = stats_of(library.list(), library.coverage())
    if call.options.json:
        print(json.dumps({**edition, **stats_json(stats)}, ensure_ascii=False, indent=1))
    else:
        for name, value in edition.items():
            print(f"{name}\t{value}")
        for line in stats_lines(stats, call.language):
            print(line)
    return 0


_Command = Callable[[Call], int]

_COMMANDS: dict[str, _Command] = {
    "window": _window,
    "selftest": _selftest,
    "search": _search,
    "show": _show,
    "list": _list,
    "sheet": _sheet,
    "data": _data,
}

_DATA_COMMANDS: dict[str, _Command] = {
    "build": _build,
    "check": _check,
    "verify": _verify,
    "stats": _stats,
}
