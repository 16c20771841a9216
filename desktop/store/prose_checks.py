"""Checks of how the seeds are written: in our own words, and as each language is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from desktop.domain.problems import N_
from desktop.domain.records import Record
from desktop.domain.text import Text
from desktop.domain.wording import Names, copied_runs, names_index
from desktop.store.text_words import words_in

COPIED = N_("“{value}” stands so in a source document: write it in other words.")
STRAIGHT_QUOTE = N_("“{value}” has a straight quote or apostrophe: write the typographic one.")
YEARS_HYPHEN = N_("“{value}” joins years with a hyphen: write an en dash.")
DOUBLE_SPACE = N_("“{value}” has a space too many: take it out.")
NARROW_SPACE = N_("“{value}” needs a narrow no-break space (U+202F) before its sign.")
COLON_SPACE = N_("“{value}” needs a no-break space (U+00A0) before its colon.")
INNER_SPACE = N_("“{value}” needs a narrow no-break space (U+202F) inside the quotation marks.")
NO_SPACE = N_("“{value}” has a space before its sign: take it out.")
EURO_SPACE = N_("“{value}” does not write the euro sign as the language does.")

# What is a name, and may be the same as in a document.
_NAMES = ("title", "expansion", "role")

# What a misprint is shown with.
_LAST_WORD = re.compile(r"\S+\Z")
_FIRST_WORD = re.compile(r"\S*")

_Rule = tuple[re.Pattern[str], str]

_EVERYWHERE: tuple[_Rule, ...] = (
    (re.compile(r"[\"']"), STRAIGHT_QUOTE),
    (re.compile(r"\b\d{4}-\d{4}\b"), YEARS_HYPHEN),
    (re.compile(r" {2,}"), DOUBLE_SPACE),
)
# Rules of print: fr-BE after the Lexique of the Imprimerie nationale (narrow spaces), nl-BE after
# the Taalunie's Leidraad, British English after New Hart's Rules.
_BY_LANGUAGE: Mapping[str, Sequence[_Rule]] = {
    "fr": (
        (re.compile(r"[^\s\u202f][;!?]| [;!?%]|\d%"), NARROW_SPACE),
        (re.compile(r"[^\s\d:]:(?!\S)| :"), COLON_SPACE),
        (re.compile(r"«[^\u202f]|[^\u202f]»"), INNER_SPACE),
        (re.compile(r"€\s?\d|\d€"), EURO_SPACE),
    ),
    "nl": (
        (re.compile(r"\s[;:!?%]"), NO_SPACE),
        (re.compile(r"€[^\u00a0]|\d\s?€"), EURO_SPACE),
    ),
    "en": (
        (re.compile(r"\s[;:!?%]"), NO_SPACE),
        (re.compile(r"€\s|\d\s?€"), EURO_SPACE),
    ),
}


def prose_mistakes(
    records: Sequence[Record], texts: Mapping[str, Mapping[str, Text]], runs: frozenset[str]
) -> Iterator[tuple[str, str, str, str]]:
    """(id, key, sentence, value) of each mistake in `texts`, those of the records and others.

    `texts` holds by id every text by its key; `runs` the hashes of the documents' runs.
    """
    names = names_index(_all_names(records, texts))
    for owner, by_key in texts.items():
        for key, text in by_key.items():
            for language, body in text.items():
                where = f"{key}.{language}"
                for sentence, value in _misprints(body, language):
                    yield owner, where, sentence, value
                if key not in _NAMES:
                    for value in _copied(body, names, runs):
                        yield owner, where, COPIED, value


def _all_names(records: Iterable[Record], texts: Mapping[str, Mapping[str, Text]]) -> Iterator[str]:
    for record in records:
        yield from record.names
        for key in _NAMES:
            if key in texts[record.id]:
                yield from texts[record.id][key].values()


@cache
def _any_misprint(language: str) -> re.Pattern[str]:
    rules = (*_EVERYWHERE, *_BY_LANGUAGE.get(language, ()))
    return re.compile("|".join(pattern.pattern for pattern, _sentence in rules))


def _misprints(body: str, language: str) -> Iterator[tuple[str, str]]:
    # Hardly any text has one, and one look finds that out.
    if not _any_misprint(language).search(body):
        return
    for pattern, sentence in (*_EVERYWHERE, *_BY_LANGUAGE.get(language, ())):
        for found in pattern.finditer(body):
            before = _LAST_WORD.search(body[: found.start()])
            after = _FIRST_WORD.match(body, found.end())
            words = (before, found, after)
            yield sentence, "".join(part.group() for part in words if part)


def _copied(body: str, names: Names, runs: frozenset[str]) -> Iterator[str]:
    for run in copied_runs(words_in(body), names, runs):
        yield " ".join(run)
