"""Operators as people type them (`kind:programme`, `in:flanders`), read and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from desktop.domain.browsing import NOT_STATED, Facet
from desktop.domain.folding import words_of
from desktop.domain.library import Library
from desktop.domain.records import Kind
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.facets import choice_title, value_title
from desktop.sheets.record.titles import Titles

# What a search is narrowed by, in the order in which it is offered.
NARROWING = (Facet.KIND, Facet.PLACE, Facet.YEAR, Facet.PILLAR, Facet.THEME, Facet.DOCUMENT)
# The facets whose values are records, with the kind of these.
_RECORDS = {Facet.PLACE: Kind.PLACE, Facet.THEME: Kind.THEME, Facet.DOCUMENT: Kind.DOCUMENT}
# The facets whose values are codes, with what people call these.
_CODES = {Facet.KIND: (labels.KIND, labels.KINDS), Facet.PILLAR: (labels.PILLAR,)}
_YEAR = re.compile("[0-9]{4}")
# A value that holds one of these must stand in quotation marks, or without those that it has.
_QUOTES = re.compile('["“”„«»]')

Choice = tuple[Facet, str]


class Operators:
    """The operators of a search, told in one language and read in that and all `others`.

    A query thus means the same when the interface is switched to another language. Where two
    languages mean different things by a word, the earlier language is right.
    """

    def __init__(self, library: Library, language: Language, *others: Language) -> None:
        self._library = library
        self._language = language
        self._languages = (language, *others)
        self._titles = Titles(library, language)

    def read(self, name: str, value: str) -> Choice | None:
        """What `name:value` narrows to; None where it is no operator or the value names nothing.

        Accents and case do not matter. A record is named by its id, by any of its names in any
        language, or by the second half of its id.
        """
        facet = self._facets.get(" ".join(words_of(name)))
        words = words_of(value)
        if facet is None or not words:
            return None
        found = self._read(facet, value, words)
        return None if found is None else (facet, found)

    def typed(self, facet: Facet, value: str) -> str:
        """How one types it in the language, so that it is read as the same again.

        `jaar:2019`, `in:vlaanderen`; a record whose title is also another's goes by its id.
        """
        name = _names(self._language)[facet][0]
        for told in self._ways_to_say(facet, value):
            if self.read(name, told) == (facet, value):
                break
        else:
            raise LookupError(value)
        return f'{name}:"{told}"' if re.search(r"\s", told) else f"{name}:{told}"

    def title(self, facet: Facet, value: str) -> str:
        """The same as a sentence of the interface: `Year: 2019`."""
        return choice_title(facet, value, self._titles)

    def _ways_to_say(self, facet: Facet, value: str) -> Iterator[str]:
        """What one may type for a value, the most readable first."""
        title = value_title(facet, value, self._titles).lower()
        yield " ".join(_QUOTES.sub(" ", title).split())
        if facet in _RECORDS:
            yield value.partition("/")[2]
        yield value

    def _read(self, facet: Facet, value: str, words: tuple[str, ...]) -> str | None:
        if facet is not Facet.KIND and words in self._unstated:
            return NOT_STATED
        if facet is Facet.YEAR:
            return words[0] if len(words) == 1 and _YEAR.fullmatch(words[0]) else None
        if facet in _RECORDS:
            return self._record(_RECORDS[facet], value, words)
        return self._codes[facet].get(words)

    def _record(self, kind: Kind, value: str, words: tuple[str, ...]) -> str | None:
        """The record of a kind that goes by a whole id, by a name, or by the rest of an id."""
        if "/" in value and words[0] == kind.value:
            found = self._existing(kind, words[1:])
            if found:
                return found
        return self._library.named(kind, value) or self._existing(kind, words)

    def _existing(self, kind: Kind, words: tuple[str, ...]) -> str | None:
        record_id = f"{kind.value}/{'-'.join(words)}"
        return record_id if self._library.titles((record_id,)) else None

    @cached_property
    def _facets(self) -> Mapping[str, Facet]:
        """The folded name of an operator -> the facet."""
        found: dict[str, Facet] = {}
        for language in self._languages:
            for facet, names in _names(language).items():
                for name in (*names, facet.value):
                    found.setdefault(" ".join(words_of(name)), facet)
        return found

    @cached_property
    def _codes(self) -> Mapping[Facet, Mapping[tuple[str, ...], str]]:
        """Of each facet the folded words for a code, one or many, -> the code."""
        found: dict[Facet, dict[tuple[str, ...], str]] = {}
        for facet, tables in _CODES.items():
            codes = found[facet] = {words_of(code): code for code in tables[0]}
            for language in self._languages:
                for table in tables:
                    for code, label in table.items():
                        codes.setdefault(words_of(language.gettext(label)), code)
        return found

    @cached_property
    def _unstated(self) -> frozenset[tuple[str, ...]]:
        """The words for what a document does not state."""
        return frozenset(words_of(each.gettext("not stated")) for each in self._languages)


def _names(language: Language) -> Mapping[Facet, list[str]]:
    """What one types for each operator, one word each; the first is how the program writes it."""
    # Translators: words that one types, apart by spaces; the first one is shown, all are read.
    said = {
        Facet.KIND: language.pgettext("operators of the search", "kind type"),
        Facet.PLACE: language.pgettext("operators of the search", "in place"),
        Facet.YEAR: language.pgettext("operators of the search", "year"),
        Facet.PILLAR: language.pgettext("operators of the search", "pillar"),
        Facet.THEME: language.pgettext("operators of the search", "theme"),
        Facet.DOCUMENT: language.pgettext("operators of the search", "document"),
    }
    return {facet: words.split() for facet, words in said.items()}
