"""What the command line takes, and what it says of itself in the user's language."""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Container, Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.domain.problems import N_, UsageError
from desktop.l10n.language import DOMAIN, Language

OPEN = "open"
# The options that stand before a command and take the word after them.
_TAKE_A_WORD = ("--lang", "--data", "--user-dir")

WRONG_USAGE = N_("{reason}: see “{program} --help”.")

# The sentences that argparse itself says; it looks them up in the program's own text domain.
ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)


class _Parser(argparse.ArgumentParser):
    """argparse, with its errors as sentences of ours."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(WRONG_USAGE, reason=message, program=self.prog)


def parse(arguments: Sequence[str], language: Language, catalogs: Path) -> argparse.Namespace:
    """Parse the command line; UsageError, in `language`, for what it cannot mean."""
    # argparse finds its own translations through the process's text domain, and in no other way.
    os.environ["LANGUAGE"] = language.code
    gettext.bindtextdomain(DOMAIN, str(catalogs))
    gettext.textdomain(DOMAIN)
    # Not by `set_defaults`: every parser shares these two options, and the last one to speak, that
    # of the command, would take back what stands before the command.
    given = argparse.Namespace(lang=None, data=None, user_dir=None, address=None)
    parser, commands = _parsers(language)
    return parser.parse_args(_with_command(arguments, commands), given)


def _with_command(arguments: Sequence[str], commands: Container[str]) -> list[str]:
    """The arguments, with `open` before an address that stands where a command might."""
    words = iter(enumerate(arguments))
    for number, word in words:
        if word.startswith("-"):
            # argparse takes `--us DIR` for `--user-dir DIR`; `--user-dir=DIR` is one word.
            if len(word) > 2 and any(option.startswith(word) for option in _TAKE_A_WORD):
                next(words, None)
        elif word in commands:
            break
        else:
            return [*arguments[:number], OPEN, *arguments[number:]]
    return list(arguments)


def _parsers(language: Language) -> tuple[argparse.ArgumentParser, Container[str]]:
    """What parses the command line, and the commands that there are."""
    tr = language.gettext
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--lang", metavar="L", help=tr("the language: nl, fr or en"))
    common.add_argument("--data", metavar=tr("FILE"), type=Path, help=tr("another atlas"))
    of_window = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    of_window.add_argument(
        "--user-dir", metavar=tr("DIR"), type=Path, help=tr("where choices are kept")
    )
    parser = _Parser(
        prog="valley-atlas",
        parents=[common, of_window],
        description=tr("Belgium's life sciences and health: facts with their sources, offline."),
    )
    # Some versions of argparse leave this one help text untranslated.
    version_help = tr("show program's version number and exit")
    parser.add_argument(
        "--version", action="version", version=f"Valley Atlas {__version__}", help=version_help
    )
    hidden = argparse.SUPPRESS
    selftest = tr("open every view in every language, write a sheet, and say what fails")
    parser.add_argument(
        "--selftest", dest="command", action="store_const", const="selftest", help=selftest
    )
    parser.add_argument("--bench-startup", action="store_true", help=hidden)
    parser.set_defaults(command="window")
    commands = parser.add_subparsers(dest="chosen", metavar=tr("COMMAND"), parser_class=_Parser)

    def add(name: str, description: str, *others: _Parser) -> argparse.ArgumentParser:
        command = commands.add_parser(
            name, parents=[common, *others], help=description, description=description
        )
        command.set_defaults(command=name)
        return command

    _add_open(
        add(OPEN, tr("open the window at an address (“open” may be left out)"), of_window), language
    )
    _add_search(add("search", tr("find records")), language)
    _add_show(add("show", tr("show one record")), language)
    _add_list(add("list", tr("list the records of a kind")), language)
    _add_sheet(add("sheet", tr("save sheets of one page, or compare an old one")), language)
    _add_data(add("data", tr("make and check the atlas itself")), common, language)
    return parser, commands.choices


def number(text: str) -> int:
    """A count that SQLite can take; argparse calls it by its name when a text is none."""
    if not 0 <= int(text) < 2**63:
        raise ValueError(text)
    return int(text)


def _add_open(parser: argparse.ArgumentParser, language: Language) -> None:
    example = language.gettext("a view or a record, such as milestones or programme/regmed-xb")
    parser.add_argument("address", metavar=language.gettext("ADDRESS"), help=example)
    parser.set_defaults(command="window")


def _add_search(parser: argparse.ArgumentParser, language: Language) -> None:
    tr = language.gettext
    parser.add_argument("query", nargs="?", metavar=tr("QUERY"), help=tr("what to look for"))
    parser.add_argument("--kind", metavar=tr("KIND"), help=tr("only records of this kind"))
    parser.add_argument(
        "--limit", type=number, default=20, metavar="N", help=tr("at most so many results")
    )
    parser.add_argument(
        "--batch", type=Path, metavar=tr("FILE"), help=tr("a file with one query a line")
    )
    _add_json(parser, language)


def _add_show(parser: argparse.ArgumentParser, language: Language) -> None:
    example = language.gettext("a record, such as programme/regmed-xb")
    parser.add_argument("id", metavar="ID", help=example)
    _add_json(parser, language)


def _add_list(parser: argparse.ArgumentParser, language: Language) -> None:
    tr = language.gettext
    parser.add_argument("kind", metavar=tr("KIND"), help=tr("a kind of record, or all"))
    form = parser.add_mutually_exclusive_group()
    _add_json(form, language)
    form.add_argument("--csv", action="store_true", help=tr("print CSV"))


def _add_sheet(parser: argparse.ArgumentParser, language: Language) -> None:
    tr = language.gettext
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help=tr("what it is about, such as place/belgium, or mission"),
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar=tr("FILE"), help=tr("the PDF, PNG or SVG to write")
    )
    parser.add_argument("--second", metavar="L", help=tr("a second language on the same sheet"))
    parser.add_argument(
        "--layout",
        choices=("faces", "beside"),
        help=tr("two languages on the two faces of one paper, or side by side"),
    )
    parser.add_argument(
        "--without", action="append", metavar=tr("BLOCK"), help=tr("leave out this block")
    )
    others = parser.add_argument_group(tr("instead of one sheet"))
    others.add_argument(
        "--all", type=Path, metavar=tr("DIR"), help=tr("write every sheet in every language there")
    )
    others.add_argument("--list", action="store_true", help=tr("say which sheets there are"))
    others.add_argument(
        "--compare",
        type=Path,
        metavar=tr("FILE"),
        help=tr("say what has changed since this sheet was saved"),
    )
    _add_json(others, language)
    _add_mission(parser.add_argument_group(tr("a mission sheet")), language)


def _add_mission(group: argparse._ArgumentGroup, language: Language) -> None:
    """What a mission sheet is composed of: `valley-atlas sheet mission --place …`."""
    tr = language.gettext
    group.add_argument("--place", metavar="ID", help=tr("a country, region or city"))
    group.add_argument(
        "--pillar", metavar=tr("PILLAR"), help=tr("only g2g, trade, innovate or invest")
    )
    group.add_argument("--theme", metavar="ID", help=tr("a value chain or another theme"))
    group.add_argument(
        "--figure", action="append", metavar="ID", help=tr("a figure to show, as often as needed")
    )
    group.add_argument(
        "--item", action="append", metavar="ID", help=tr("a record to list, as often as needed")
    )
    group.add_argument("--note", metavar=tr("TEXT"), help=tr("a note of your own"))
    group.add_argument("--for", metavar=tr("TEXT"), help=tr("for whom it is prepared"))
    group.add_argument("--on", metavar=tr("DAY"), help=tr("the day of the meeting: 2027-03-15"))


def _add_data(parser: argparse.ArgumentParser, common: _Parser, language: Language) -> None:
    tr = language.gettext
    seeds = _Parser(add_help=False)
    seeds.add_argument("--seeds", type=Path, metavar=tr("DIR"), help=tr("another folder of seeds"))
    commands = parser.add_subparsers(
        dest="data_command", metavar=tr("COMMAND"), required=True, parser_class=_Parser
    )
    both = [common, seeds]
    build = commands.add_parser("build", parents=both, help=tr("make the atlas from the seeds"))
    build.add_argument(
        "-o", "--output", type=Path, metavar=tr("FILE"), help=tr("the atlas to write")
    )
    commands.add_parser("check", parents=both, help=tr("report every mistake in the seeds"))
    verify = commands.add_parser(
        "verify", parents=both, help=tr("hold the seeds against the documents")
    )
    verify.add_argument(
        "--documents",
        type=Path,
        required=True,
        metavar=tr("DIR"),
        help=tr("the folder of the source documents"),
    )
    verify.add_argument("--write", action="store_true", help=tr("make the fingerprints anew"))
    stats = commands.add_parser("stats", parents=[common], help=tr("say what the atlas holds"))
    _add_json(stats, language)


def _add_json(container: argparse._ActionsContainer, language: Language) -> None:
    container.add_argument("--json", action="store_true", help=language.gettext("print JSON"))
