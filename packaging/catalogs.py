"""The catalogs of what the interface says: extract, update, check and compile them.

    extract   write every message of desktop/ to i18n/valley_atlas.pot
    update    extract, then bring each i18n/<language>.po in line: new entries empty, old ones gone
    check     say where the .pot is not what the program says, or a .po does not translate all of it
    compile   check, then write build/locale/<language>/LC_MESSAGES/valley_atlas.mo;
              with --allow-missing compile what there is

The files hold no dates, names of persons or line numbers, and messages stand in alphabetical order:
a change shows what changed, and the same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import string
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser, write_po

_ROOT = Path(__file__).resolve().parent.parent
_I18N = _ROOT / "i18n"
_TEMPLATE = _I18N / "valley_atlas.pot"
_COMPILED = _ROOT / "build" / "locale"
# The languages to begin with, each as one country writes it; later ones bring their own file.
_FIRST_LOCALES = {"en": "en_GB", "fr": "fr_BE", "nl": "nl_BE"}
# The messages in the program are English, so they are their own first translation.
_SOURCE_LANGUAGE = "en"
_KEYWORDS = {
    "N_": None,
    "gettext": None,
    # Where a function says many sentences, `tr` is its short name for gettext.
    "tr": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_HEADERS = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")
_PERCENT_FIELD = re.compile(r"%(?:\(\w+\))?[rsd]\b")


class _PlainCatalog(Catalog):
    """A catalog whose header says what gettext reads, and nothing of when, who and where."""

    def __iter__(self) -> Iterator[Message]:
        header, *messages = super().__iter__()
        lines = str(header.string).splitlines(keepends=True)
        kept = [line for line in lines if line.partition(":")[0] in _HEADERS]
        yield Message("", "".join(kept).rstrip() + "\n")
        yield from messages


def extract() -> Catalog:
    """All that the program says, as a template."""
    template = _PlainCatalog(
        header_comment="# What the interface of Valley Atlas says.", fuzzy=False
    )
    for path in sorted((_ROOT / "desktop").rglob("*.py")):
        place = path.relative_to(_ROOT).as_posix()
        for _line, message_id, comments, context in extract_from_file(
            "python", path, _KEYWORDS, ["Translators:"], strip_comment_tags=True
        ):
            template.add(
                message_id, locations=[(place, 1)], auto_comments=comments, context=context
            )
    return template


def update() -> list[str]:
    """Write the template and bring every language in line with it; nothing can be wrong with it."""
    _TEMPLATE.write_bytes(_as_bytes(extract()))
    for language, locale in _FIRST_LOCALES.items():
        path = _I18N / f"{language}.po"
        if not path.exists():
            path.write_bytes(_as_bytes(_new_translation(locale)))
    for path in _translations():
        translation = _read(path)
        # Read anew for each: a catalog makes the messages of its template its own.
        translation.update(_read(_TEMPLATE), no_fuzzy_matching=True)
        if path.stem == _SOURCE_LANGUAGE:
            _translate_by_itself(translation)
        path.write_bytes(_as_bytes(translation))
    return []


def check() -> list[str]:
    """What is wrong with the template and the translations, a line for each."""
    template = extract()
    problems: list[str] = []
    if not _TEMPLATE.exists() or _TEMPLATE.read_bytes() != _as_bytes(template):
        problems.append(f"{_TEMPLATE.name}: not what the program says now; run: make catalogs")
    for path in _translations():
        problems += [f"{path.name}: {what}" for what in _faults(_read(path), template)]
    return problems


def compile_all(*, allow_missing: bool) -> list[str]:
    """Compile every language; where one is not complete and must be, none, and say why."""
    problems = [] if allow_missing else check()
    if problems:
        return problems
    shutil.rmtree(_COMPILED, ignore_errors=True)
    _COMPILED.mkdir(parents=True)
    for path in _translations():
        folder = _COMPILED / path.stem / "LC_MESSAGES"
        folder.mkdir(parents=True)
        with (folder / "valley_atlas.mo").open("wb") as file:
            write_mo(file, _read(path))
    return []


def _translations() -> list[Path]:
    return sorted(_I18N.glob("*.po"))


def _new_translation(locale: str) -> Catalog:
    name = Locale.parse(locale).get_display_name("en")
    comment = f"# What Valley Atlas says in {name}."
    return _PlainCatalog(locale, header_comment=comment, fuzzy=False)


def _translate_by_itself(translation: Catalog) -> None:
    for message in _entries(translation):
        if not all(_strings(message)):
            message.string = message.id


def _faults(translation: Catalog, template: Catalog) -> list[str]:
    known = {(message.id, message.context): message for message in _entries(translation)}
    faults: list[str] = []
    for message in _entries(template):
        found = known.pop((message.id, message.context), None)
        fault = "not there" if found is None else _fault(found)
        if fault:
            faults.append(f"{fault}: {message.id!r}")
    return faults + [f"not said any more: {message_id!r}" for message_id, _context in known]


def _fault(message: Message) -> str | None:
    """What is wrong with a translated message; None when nothing is."""
    if message.fuzzy:
        return "fuzzy"
    if not all(_strings(message)):
        return "not translated"
    ids = (message.id,) if isinstance(message.id, str) else message.id
    wanted = {field for text in ids for field in _fields(text)}
    for text in _strings(message):
        # One form of a plural may do without the number ("one day"), but none may invent a field.
        fields = set(_fields(text))
        if fields - wanted or (not message.pluralizable and fields != wanted):
            return f"fields {sorted(fields)} instead of {sorted(wanted)}"
    return None


def _fields(text: str) -> Sequence[str]:
    """The fields to be filled in: `{name}`, and `%(name)s` in the sentences of argparse."""
    try:
        named = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
    except ValueError:
        return ["(a brace without its partner)"]
    return named + _PERCENT_FIELD.findall(text)


def _strings(message: Message) -> Sequence[str]:
    if isinstance(message.string, str):
        return (message.string,)
    return message.string or ("",)


def _entries(catalog: Catalog) -> Iterable[Message]:
    return (message for message in catalog if message.id)


def _read(path: Path) -> Catalog:
    catalog = _PlainCatalog(fuzzy=False)
    parser = PoFileParser(catalog, ignore_obsolete=True, abort_invalid=True)
    parser.parse(path.read_text(encoding="utf-8").splitlines())
    return catalog


def _as_bytes(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return file.getvalue().rstrip(b"\n") + b"\n"


def _extract_only() -> list[str]:
    _TEMPLATE.write_bytes(_as_bytes(extract()))
    return []


def main() -> int:
    """Carry out one command of the command line."""
    parser = argparse.ArgumentParser(description="The catalogs of what the interface says.")
    parser.add_argument("command", choices=["extract", "update", "check", "compile"])
    parser.add_argument("--allow-missing", action="store_true", help="compile what there is")
    options = parser.parse_args()
    commands = {
        "extract": _extract_only,
        "update": update,
        "check": check,
        "compile": lambda: compile_all(allow_missing=options.allow_missing),
    }
    try:
        problems = commands[options.command]()
    except PoFileError as error:
        problems = [f"a catalog cannot be read: {error}"]
    if problems:
        print("\n".join(problems), file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
