"""How many results there are and for what, and which other searches are offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.domain.folding import words_of
from desktop.domain.queries import Results, Role, SearchQuery
from desktop.l10n.language import N_, Language
from desktop.sheets.search.parts import Chip, Offer

# A long query is told by its beginning.
MOST_CHARACTERS = 60
PARTIAL = N_("No record has all of these words; these have most of them.")
_QUOTES = dict.fromkeys(map(ord, '"“”„«»'))
_WORD = re.compile(r"\w+")


def summary_of(
    query: SearchQuery, results: Results, chips: Sequence[Chip], language: Language
) -> str:
    """One sentence: how many results there are and for what, or what to type."""
    if query.is_empty:
        return language.gettext("Type a word in any language: a place, a programme, a theme.")
    # It stands in quotation marks itself. Where nothing is typed, it is for what is chosen.
    told = shortened(corrected(query, results).translate(_QUOTES)) or language.listed(
        [chip.text for chip in chips]
    )
    if not results.hits:
        sentence = language.gettext("Nothing found for “{query}”. Try fewer or other words.")
        return sentence.format(query=told)
    if results.is_partial:
        return language.gettext(PARTIAL)
    sentence = _counted(results, language)
    return sentence.format(
        count=language.number(results.total),
        query=told,
        shown=language.number(len(results.hits)),
    )


def _counted(results: Results, language: Language) -> str:
    """The sentence for so many results, with the fields `count`, `query` and `shown`."""
    if results.is_more:
        return language.gettext("More than {count} results for “{query}”: the first {shown}")
    if results.total > len(results.hits):
        return language.gettext("{count} results for “{query}”: the first {shown}")
    if results.total < len(results.hits):
        return language.ngettext(
            "{count} result for “{query}”, then records with most of the words",
            "{count} results for “{query}”, then records with most of the words",
            results.total,
        )
    return language.ngettext(
        "{count} result for “{query}”", "{count} results for “{query}”", results.total
    )


def offers_of(query: SearchQuery, results: Results, language: Language) -> Iterator[Offer]:
    """Other searches: for the words as they were typed, where others were taken for them.

    Where nothing was found, what finds something, and the same without narrowing.
    """
    if results.corrections:
        typed = shortened(query.text)
        link = language.gettext("search for “{query}” instead").format(query=typed)
        text = language.gettext("Results for “{query}”; {link}.").format(
            query=shortened(corrected(query, results)), link=link
        )
        yield Offer(text, link, query.text, as_typed=True)
    if results.hits or query.is_empty:
        return
    for nearest in results.nearest:
        text = language.gettext("Search for “{query}”").format(query=shortened(nearest))
        yield Offer(text, text, nearest)
    if query.narrowings and (wider := _without_narrowing(query)):
        sentence = language.gettext("Search for “{query}” in all records")
        text = sentence.format(query=shortened(wider))
        yield Offer(text, text, wider, query.as_typed, widened=True)


def corrected(query: SearchQuery, results: Results) -> str:
    """What was typed, with the words that were taken for others in their place."""
    text = query.text
    for typed, taken in results.corrections:
        text = _replaced(text, words_of(typed), taken)
    return text


def shortened(text: str) -> str:
    """A text on one line, by its beginning if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_CHARACTERS else line[:MOST_CHARACTERS] + "…"


def _without_narrowing(query: SearchQuery) -> str:
    """What was typed but for the operators, or nothing if there is nothing else to look for."""
    kept = [piece for piece in query.pieces if piece.role is not Role.NARROWING]
    if all(piece.role is Role.WITHOUT for piece in kept):
        return ""
    return " ".join(query.text[piece.start : piece.end] for piece in kept)


def _replaced(text: str, typed: tuple[str, ...], taken: str) -> str:
    """The text with `taken` wherever it has the folded words `typed` side by side."""
    found = [(words_of(match[0]), match.span()) for match in _WORD.finditer(text)]
    width = len(typed)
    # From the end, so that what comes before keeps its place.
    for first in range(len(found) - width, -1, -1) if width else ():
        run = found[first : first + width]
        if tuple(word for words, _span in run for word in words) == typed:
            text = text[: run[0][1][0]] + taken + text[run[-1][1][1] :]
    return text
