"""The words of the texts, and how a typed word is related to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from desktop.store.search.segments import SHORTEST, segments_near
from desktop.store.search.stemming import stem

Rows = Callable[[str, Sequence[object]], Sequence[Sequence[Any]]]

# A word of so many letters may hold two slips, a shorter one a single slip.
TWO_SLIPS = 6
MOST_CORRECTIONS = 3
MOST_BEGINNINGS = 32
# How alike two words must be, from 0 to 1, for one to be offered for the other.
_LEAST_ALIKE = 0.75
_MOST_SUMMED = 200
_MOST_FORMS = 12
_MOST_COMPOUNDS = 24
_LAST = "\U0010ffff"


class Vocabulary:
    """Reads the vocabulary of one atlas. `rows` runs SQL and gives all rows back."""

    def __init__(self, rows: Rows, languages: Sequence[str]) -> None:
        self._rows = rows
        self._languages = languages

    @cached_property
    def linkers(self) -> Sequence[str]:
        """The letters that some language puts between the parts of a compound."""
        rows = self._rows("SELECT DISTINCT letters FROM linker ORDER BY letters", ())
        return [str(letters) for (letters,) in rows]

    def records(self, words: Iterable[str]) -> dict[str, int]:
        """How many records have each of the words; words that no text has are left out."""
        sought = list(dict.fromkeys(words))
        rows = self._rows(
            f"SELECT word, records FROM word WHERE word IN ({_marks(sought)})", sought
        )
        return {str(word): int(number) for word, number in rows}

    def beginning(self, typed: str) -> dict[str, int]:
        """The most frequent words that begin as typed, with the number of their records."""
        rows = self._rows(
            "SELECT word, records FROM word WHERE word >= ? AND word < ? "
            f"ORDER BY records DESC, word LIMIT {MOST_BEGINNINGS}",
            (typed, typed + _LAST),
        )
        return {str(word): int(number) for word, number in rows}

    def records_beginning(self, typed: str) -> int:
        """How many records have a word that begins so, counted by the first of those words."""
        rows = self._rows(
            "SELECT sum(records) FROM (SELECT records FROM word "
            f"WHERE word >= ? AND word < ? LIMIT {_MOST_SUMMED})",
            (typed, typed + _LAST),
        )
        return sum(int(number or 0) for (number,) in rows)

    def begins(self, typed: str) -> bool:
        """Whether some word begins as typed."""
        sql = "SELECT 1 FROM word WHERE word >= ? AND word < ? LIMIT 1"
        return bool(self._rows(sql, (typed, typed + _LAST)))

    def forms(self, words: Sequence[str]) -> list[str]:
        """Other forms of the words, in any language, the most frequent first."""
        stems = [stem(word, language) for word in words for language in self._languages]
        rows = self._rows(
            "SELECT DISTINCT word.word, word.records FROM stem JOIN word ON word.id = stem.word "
            f"WHERE stem.stem IN ({_marks(stems)}) "
            f"ORDER BY word.records DESC, word.word LIMIT {_MOST_FORMS * len(words)}",
            stems,
        )
        return [str(word) for word, _records in rows if word not in words]

    def compounds(self, words: Sequence[str]) -> list[str]:
        """The compounds that hold one of the words as a part, the most frequent first."""
        rows = self._rows(
            "SELECT DISTINCT word.word, word.records "
            "FROM part JOIN word ON word.id = part.compound "
            f"WHERE part.part IN ({_marks(words)}) "
            f"ORDER BY word.records DESC, word.word LIMIT {_MOST_COMPOUNDS}",
            words,
        )
        return [str(word) for word, _records in rows]

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a compound of the texts, in the order in which they stand in it."""
        rows = self._rows(
            "SELECT part.part FROM part JOIN word ON word.id = part.compound WHERE word.word = ?",
            (word,),
        )
        return tuple(sorted((str(part) for (part,) in rows), key=word.find))

    def corrections(self, typed: str) -> list[str]:
        """The words that were probably meant by one that no text has, the likeliest first."""
        if len(typed) < SHORTEST or typed.isdigit():
            return []
        slips = 2 if len(typed) >= TWO_SLIPS else 1
        keys = list(segments_near(typed, slips))
        near = self._rows(
            "SELECT DISTINCT word.word, word.records FROM segment "
            f"JOIN word ON word.id = segment.word WHERE segment.segment IN ({_marks(keys)})",
            keys,
        )
        # Only a slip of the pen comes here, so only it pays for the import.
        from rapidfuzz.distance import OSA, JaroWinkler

        distances = (
            (OSA.distance(typed, word, score_cutoff=slips), word, records) for word, records in near
        )
        likely = sorted(
            (distance, -JaroWinkler.similarity(typed, word), -records, word)
            for distance, word, records in distances
            if distance <= slips
        )
        least = likely[0][0] if likely else 0
        return [word for distance, *_, word in likely if distance == least][:MOST_CORRECTIONS]

    def nearest(self, typed: str) -> list[str]:
        """The words that look most like one that no text has, of those that begin like it."""
        from rapidfuzz import process
        from rapidfuzz.distance import JaroWinkler

        alike = self._rows(
            "SELECT word FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
            (typed[:1], typed[:1] + _LAST, len(typed) - 3, len(typed) + 3),
        )
        near = process.extract(
            typed,
            [word for (word,) in alike],
            scorer=JaroWinkler.similarity,
            score_cutoff=_LEAST_ALIKE,
            limit=MOST_CORRECTIONS,
        )
        return [word for word, _likeness, _place in near]

    def synonyms(self, phrase: Sequence[str]) -> list[str]:
        """What else a run of typed words is called, in any of its forms, each once."""
        keys = [" ".join(phrase)]
        keys += [" ".join(stem(word, language) for word in phrase) for language in self._languages]
        rows = self._rows(
            "SELECT DISTINCT other.words FROM synonym JOIN synonym AS other "
            f"ON other.meaning = synonym.meaning WHERE synonym.phrase IN ({_marks(keys)}) "
            "ORDER BY other.words",
            keys,
        )
        return [str(words) for (words,) in rows if words != keys[0]]

    def called(self, phrases: Sequence[str]) -> list[str]:
        """The ids of the records that go by one of the phrases."""
        sql = f"SELECT DISTINCT record FROM called WHERE words IN ({_marks(phrases)}) ORDER BY 1"
        return [str(record) for (record,) in self._rows(sql, phrases)]

    def asked(self, phrases: Sequence[str]) -> list[str]:
        """The kinds that one of the phrases asks for."""
        sql = f"SELECT DISTINCT kind FROM ask WHERE words IN ({_marks(phrases)}) ORDER BY 1"
        return [str(kind) for (kind,) in self._rows(sql, phrases)]

    def void(self, words: Sequence[str]) -> set[str]:
        """Those of the words that carry nothing."""
        sql = f"SELECT word FROM void WHERE word IN ({_marks(words)})"
        return {str(word) for (word,) in self._rows(sql, words)}


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
