"""A search from beginning to end: read the query, take candidates, rank them, tell the best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.browsing import Facet
from desktop.domain.queries import Results, Role, SearchQuery
from desktop.domain.records import Kind
from desktop.store.search.candidates import ENOUGH, MOST_COUNTED, Candidates
from desktop.store.search.expressions import Narrowing
from desktop.store.search.hits import HitWriter, sought
from desktop.store.search.index import fact_term
from desktop.store.search.ranking import EntryText, Ranked, Ranking
from desktop.store.search.reading import Reader, Reading
from desktop.store.search.vocabulary import Rows, Vocabulary

_COLUMNS = ", ".join(EntryText._fields).replace("number", "id")
# Answers stand above the records: so many, not much worse than the best of all records, and of
# about the same score as the best of them.
MOST_ANSWERS = 3
_ANSWERS = 0.7
_NEAR_BEST = 0.9
MOST_NEAREST = 3
# What lacks words of the query, and has so much less of it than the best, is no result.
_FAR_FROM_BEST = 0.4


class Finder:
    """Searches one atlas in its languages. `rows` runs SQL and gives all rows back."""

    def __init__(self, rows: Rows, languages: Sequence[str]) -> None:
        self._rows = rows
        self._languages = languages
        self._vocabulary = Vocabulary(rows, languages)
        self._candidates = Candidates(rows)
        self._reader: Reader | None = None

    def find(self, query: SearchQuery, language: str) -> Results:
        """What matches, best first, told in `language`."""
        if query.is_empty:
            return Results()
        reading = self._read(query)
        if query.words and not reading.needs:
            return Results(nearest=self._nearest(query, reading))
        narrowing = Narrowing.of(query)
        found = self._candidates.find(
            reading.needs, narrowing, query.limit, is_exact=_is_exact(query)
        )
        ranked = self._ranked(found.numbers, query, reading, language)
        if not ranked:
            return Results(nearest=self._nearest(query, reading))
        worst = _FAR_FROM_BEST * ranked[0].score
        ranked = [each for each in ranked if each.has_all or each.score >= worst]
        best = ranked[: query.limit]
        whole = found.whole
        if _is_exact(query) or whole < ENOUGH:
            whole = sum(each.has_all for each in ranked)
        marked = sought(query, reading, self._vocabulary)
        writer = HitWriter(self._rows, self._languages, language, marked)
        return Results(
            hits=tuple(writer.write(best)),
            answers=_answers(reading, ranked),
            total=min(whole, MOST_COUNTED) or len(ranked),
            is_more=whole > MOST_COUNTED,
            corrections=reading.corrections,
            is_partial=bool(reading.unknown) or not whole,
        )

    def counts(self, query: SearchQuery, facet: Facet) -> Mapping[str, int]:
        """How many records that match have each value of a facet, the values in order.

        What is chosen of that facet does not count. Of more records than MOST_COUNTED the most
        important are looked at.
        """
        if query.is_empty:
            return {}
        reading = self._read(query)
        if query.words and not reading.needs:
            return {}
        narrowing = Narrowing.of(query, but=facet)
        numbers = self._candidates.matching(reading.needs, narrowing)
        if not numbers:
            numbers = self._candidates.find(reading.needs, narrowing, 0, is_exact=False).numbers
        fitting = _fitting(self._entries(numbers), query)
        beginning = fact_term(facet, "")
        counted = Counter(
            fact.removeprefix(beginning)
            for entry in fitting
            for fact in entry.facts.split()
            if fact.startswith(beginning)
        )
        return dict(sorted(counted.items()))

    def _read(self, query: SearchQuery) -> Reading:
        if self._reader is None:
            ((records,),) = self._rows("SELECT max(id) FROM entry", ())
            self._reader = Reader(self._vocabulary, records or 0)
        return self._reader.read(query)

    def _ranked(
        self, numbers: Sequence[int], query: SearchQuery, reading: Reading, language: str
    ) -> Sequence[Ranked]:
        """The records of those numbers, best first."""
        pieces = [piece for piece in query.pieces if piece.role is Role.WORDS]
        typed = " ".join(query.text[piece.start : piece.end] for piece in pieces)
        ranking = Ranking(reading, typed, self._languages.index(language))
        return ranking.ranked(_fitting(self._entries(numbers), query))

    def _entries(self, numbers: Sequence[int]) -> Iterable[EntryText]:
        marks = ", ".join("?" * len(numbers))
        rows = self._rows(f"SELECT {_COLUMNS} FROM entry WHERE id IN ({marks})", numbers)
        return (EntryText(*row) for row in rows)

    def _nearest(self, query: SearchQuery, reading: Reading) -> tuple[str, ...]:
        """Queries like this one that may find something, where it does not.

        With words that there are for one that there is not; with what was left out, which may have
        been a hyphen.
        """
        if query.without:
            text = query.text
            for piece in reversed(query.pieces):
                if piece.role is Role.WITHOUT:
                    text = text[: piece.start] + text[piece.start + 1 :]
            return (text,)
        for piece in query.pieces:
            if len(piece.words) == 1 and piece.words[0] in reading.unknown:
                before, after = query.text[: piece.start], query.text[piece.end :]
                near = self._vocabulary.nearest(piece.words[0])[:MOST_NEAREST]
                return tuple(before + word + after for word in near)
        return ()


def _is_exact(query: SearchQuery) -> bool:
    """Whether the index alone cannot tell which records fit."""
    return any(len(words) > 1 for words in (*query.exact, *query.without))


def _fitting(entries: Iterable[EntryText], query: SearchQuery) -> list[EntryText]:
    """The entries in which exact words are neighbours, and those to be left out are not."""
    exact = [f" {' '.join(words)} " for words in query.exact]
    without = [f" {' '.join(words)} " for words in query.without]
    if not exact and not without:
        return list(entries)
    return [entry for entry in entries if entry.has(exact) and not entry.has_any(without)]


def _answers(reading: Reading, ranked: Sequence[Ranked]) -> tuple[str, ...]:
    """The figures that answer: where a figure is asked for, or the best of all is one."""
    best = ranked[0]
    if Kind.FIGURE.value not in reading.asked and not best.is_figure:
        return ()
    figures = [each for each in ranked if each.is_figure and each.has_all >= best.has_all]
    if not figures or figures[0].score < _ANSWERS * best.score:
        return ()
    least = _NEAR_BEST * figures[0].score
    near = [figure.entry.record for figure in figures if figure.score >= least]
    return tuple(near[:MOST_ANSWERS])
