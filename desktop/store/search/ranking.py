"""Which of the candidates come first: one score for each, from what it has of the query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop.domain.browsing import Facet
from desktop.domain.folding import words_of
from desktop.domain.records import Kind
from desktop.store.search import weights
from desktop.store.search.analysis import JOINED, length_of_line
from desktop.store.search.index import AMOUNT, fact_term
from desktop.store.search.needs import Need, Way
from desktop.store.search.reading import Reading
from desktop.store.search.weights import FIELD, FORM, Field

_AMOUNT = f" {AMOUNT} "


class EntryText(NamedTuple):
    """A row of the table `entry`."""

    number: int
    record: str
    weight: int
    titles: str
    names: str
    body: str
    facts: str

    def has(self, phrases: Iterable[str]) -> bool:
        """Whether each phrase, with a space at either end, stands in a text of the record."""
        texts = (self.titles, self.names, self.body)
        return all(any(phrase in text for text in texts) for phrase in phrases)

    def has_any(self, phrases: Iterable[str]) -> bool:
        """Whether one of them does."""
        return any(self.has([phrase]) for phrase in phrases)


class Met(NamedTuple):
    """How well a need is met, from 0 to 1, and where and in which way."""

    score: float
    field: Field
    way: Way


class Ranked(NamedTuple):
    """A record with its score; `met` says of each need how it is met, or None."""

    entry: EntryText
    score: float
    met: tuple[Met | None, ...]

    @property
    def has_all(self) -> bool:
        """Whether every need is met."""
        return None not in self.met

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure."""
        return self.entry.record.startswith(f"{Kind.FIGURE}/")


class Ranking:
    """Ranks entries for one reading of a query.

    `typed` is what it says beside operators; `language` is the place of the language that results
    are shown in.
    """

    def __init__(self, reading: Reading, typed: str, language: int) -> None:
        self._needs = reading.needs
        self._total = sum(need.worth for need in reading.needs) or 1.0
        self._lookup = _Lookup(reading.needs)
        self._language = language
        words = words_of(typed)
        self._phrase = f" {' '.join(words)} "
        self._is_phrase = len(words) > 1
        self._asked = [f" {fact_term(Facet.KIND, kind)} " for kind in reading.asked]
        self._is_figure_asked = Kind.FIGURE.value in reading.asked
        self._facts = [f" {fact} " for fact in reading.facts if not _is_kind(fact)]

    def ranked(self, entries: Iterable[EntryText]) -> list[Ranked]:
        """The entries with their scores, best first; equals in order of importance."""
        scored = [self._ranked(entry) for entry in entries]
        return sorted(scored, key=lambda ranked: (-ranked.score, ranked.entry.number))

    def _ranked(self, entry: EntryText) -> Ranked:
        met: list[Met | None] = [None] * len(self._needs)
        is_titled = self._lookup.look(entry.titles, Field.TITLE, met)
        self._lookup.look(entry.names, Field.NAME, met)
        self._lookup.look(entry.facts, Field.FACT, met)
        if any(found is None or found.field is Field.FACT for found in met):
            # Whatever a body has is worth less than the same in a title or a name.
            self._lookup.look(entry.body, Field.BODY, met)
        has = sum(
            need.worth * found.score for need, found in zip(self._needs, met, strict=True) if found
        )
        score = has / self._total
        if None not in met:
            score += weights.ALL_WORDS
        score += weights.IMPORTANCE * entry.weight / 100
        if is_titled:
            score += self._of_titles(entry.titles)
        if self._is_whole(entry.titles):
            score += weights.WHOLE_TITLE
        elif self._is_whole(entry.names):
            score += weights.WHOLE_NAME
        if self._is_phrase and entry.has([self._phrase]):
            score += weights.SIDE_BY_SIDE
        if any(asked in entry.facts for asked in self._asked):
            score += weights.ASKED_KIND
        if self._is_figure_asked and _AMOUNT in entry.facts:
            score += weights.AMOUNT
        if any(fact in entry.facts for fact in self._facts):
            score += weights.NAMED_FACT
        return Ranked(entry, score, tuple(met))

    def _is_whole(self, lines: str) -> bool:
        """Whether one of the lines says just what was typed."""
        phrase = self._phrase
        return phrase in lines and any(
            line.partition(JOINED)[0] == phrase for line in lines.split("\n")
        )

    def _of_titles(self, titles: str) -> float:
        """What speaks for a record in its titles: that they are what was typed, or mostly."""
        lines = titles.split("\n")
        best = score = 0.0
        for number, title in enumerate(lines):
            needs = self._lookup.needs_in(title)
            if needs:
                worth = sum(self._needs[need].worth for need in needs)
                of_title = min(1.0, len(needs) / length_of_line(title))
                best = max(best, of_title * worth / self._total)
                if number == self._language:
                    score += weights.OWN_LANGUAGE
        return score + weights.OF_TITLE * best


class _Lookup:
    """Finds in which ways a text meets the needs of a query."""

    def __init__(self, needs: Sequence[Need]) -> None:
        self._single: dict[str, list[tuple[int, Way]]] = {}
        self._several: list[tuple[frozenset[str], int, Way]] = []
        self._beginnings: list[tuple[str, int, Way]] = []
        for number, need in enumerate(needs):
            for way in need.ways:
                if way.is_beginning:
                    self._beginnings.append((f" {way.words[0]}", number, way))
                elif len(way.words) == 1:
                    self._single.setdefault(way.words[0], []).append((number, way))
                else:
                    self._several.append((frozenset(way.words), number, way))
        self._words = frozenset(self._single)

    def look(self, text: str, field: Field, met: list[Met | None]) -> bool:
        """Note in `met` where the text meets a need better; whether it meets any."""
        found = list(self._ways_in(text))
        for number, way in found:
            score = FIELD[field] * FORM[way.form]
            before = met[number]
            if before is None or score > before.score:
                met[number] = Met(score, field, way)
        return bool(found)

    def needs_in(self, text: str) -> set[int]:
        """The numbers of the needs that the text meets."""
        return {number for number, _way in self._ways_in(text)}

    def _ways_in(self, text: str) -> Iterator[tuple[int, Way]]:
        words = set(text.split())
        for word in self._words & words:
            yield from self._single[word]
        for several, number, way in self._several:
            if several <= words:
                yield number, way
        for start, number, way in self._beginnings:
            if start in text:
                yield number, way


def _is_kind(fact: str) -> bool:
    return fact.startswith(fact_term(Facet.KIND, ""))
