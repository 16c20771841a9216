"""What the benchmark of search asks: queries of each type, drawn from the words of a library.

The words of a query follow Zipf's law as those of the texts do, so that most queries hold words
that most records have. The same words and seed give the same queries.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from string import ascii_lowercase

from synthetic_search import YEARS, Vocabulary

from desktop.domain.browsing import Facet
from desktop.domain.records import Kind

NARROWED = "narrowed"
# So many queries of most types, and of those that are one query for each key.
_MANY, _MANY_KEYS = 150, 600
_FREQUENT = 60
_TIMES_EACH_LETTER = 4
_LONG = 6
# A word of so many letters gets a second slip half of the time.
_VERY_LONG = 8


@dataclass(frozen=True)
class Asked:
    """A query as it is typed, and what its results are narrowed to."""

    text: str
    chosen: tuple[tuple[Facet, str], ...] = ()


def drawn(words: Vocabulary, records: int, seed: int) -> dict[str, list[Asked]]:
    """Queries by type, for a library of so many records with these words."""
    draw = _Draw(words, records, seed)
    types: dict[str, Iterable[Asked]] = {
        "prefix": islice(_keys(draw.word), _MANY_KEYS),
        "frequent": map(Asked, _frequent(words)),
        "letters": [Asked(letter) for letter in ascii_lowercase * _TIMES_EACH_LETTER],
        "two words": _times(lambda: draw.words(2)),
        "three words": _times(lambda: draw.words(3)),
        "three words, one mistyped": _times(draw.mistyped),
        "typing": islice(_keys(lambda: draw.words(3)), _MANY_KEYS),
        "typo": _times(draw.typo),
        "question": _times(draw.question),
        NARROWED: (draw.narrowed() for _ in range(_MANY)),
    }
    return {name: draw.shuffled(queries) for name, queries in types.items()}


def _times(text: Callable[[], str]) -> Iterator[Asked]:
    return (Asked(text()) for _ in range(_MANY))


def _keys(text: Callable[[], str]) -> Iterator[Asked]:
    """What stands in the box after each key, for one text after another."""
    while True:
        typed = text()
        for end in range(1, len(typed) + 1):
            yield Asked(typed[:end])


def _frequent(words: Vocabulary) -> list[str]:
    return [word for known in words.values() for word in known[:_FREQUENT]]


class _Draw:
    """Draws words and makes queries of them."""

    def __init__(self, words: Vocabulary, records: int, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
        self._words = words
        self._records = records
        self._shares = {
            language: list(accumulate(1 / rank for rank in range(1, len(known) + 1)))
            for language, known in words.items()
        }

    def shuffled(self, queries: Iterable[Asked]) -> list[Asked]:
        """The queries in any order: who has no time for all of them asks the first."""
        listed = list(queries)
        self._chance.shuffle(listed)
        return listed

    def word(self) -> str:
        """A word by Zipf's law, of any language."""
        return self._of(self._language())

    def words(self, number: int) -> str:
        """So many words of one language."""
        language = self._language()
        return " ".join(self._of(language) for _ in range(number))

    def mistyped(self) -> str:
        """Three words of one language, with a slip in a long one."""
        language = self._language()
        words = [self._of(language) for _ in range(2)]
        words.insert(self._chance.randrange(3), self._slip(self._long(lambda: self._of(language))))
        return " ".join(words)

    def typo(self) -> str:
        """A rare word with one slip, or two if it is long."""
        word = self._long(lambda: self._chance.choice(self._rare(self._language())))
        once = self._slip(word)
        return self._slip(once) if len(word) >= _VERY_LONG and self._chance.randrange(2) else once

    def question(self) -> str:
        """A sentence in English."""
        return f"how many people in {self._of('en')} and {self._of('en')}"

    def narrowed(self) -> Asked:
        """A word in the records of a kind, or of a year."""
        kind = Facet.KIND, self._chance.choice(list(Kind)).value
        year = Facet.YEAR, str(self._chance.choice(YEARS))
        return Asked(self.word(), (self._chance.choice((kind, year)),))

    def _language(self) -> str:
        return self._chance.choice(list(self._words))

    def _of(self, language: str) -> str:
        (word,) = self._chance.choices(self._words[language], cum_weights=self._shares[language])
        return word

    def _rare(self, language: str) -> Sequence[str]:
        """Words that few records have, but nearly always one: rarer ones may not have come up."""
        known = self._words[language][: self._records]
        return known[len(known) // 4 :]

    def _long(self, draw: Callable[[], str]) -> str:
        while len(word := draw()) < _LONG:
            pass
        return word

    def _slip(self, word: str) -> str:
        """The word with a letter swapped, missing, doubled or replaced."""
        while True:
            place = self._chance.randrange(len(word) - 1)
            before, letter, after = word[:place], word[place], word[place + 1 :]
            slipped = self._chance.choice(
                (
                    before + after[0] + letter + after[1:],
                    before + after,
                    before + letter + letter + after,
                    before + self._chance.choice(ascii_lowercase) + after,
                )
            )
            if slipped != word:
                return slipped
