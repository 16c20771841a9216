"""Word forms: Snowball stems of folded words, by language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

# Martin Porter's own stemmer for Dutch: the newer one makes “zon” of “gezondheid”.
_ALGORITHMS = {"nl": "dutch_porter", "fr": "french", "en": "english"}
_SHORTEST = 4


def stem(word: str, language: str) -> str:
    """The stem of a folded word, with its language before it: `en:polici`.

    A language that Snowball does not know has only words as they are.
    """
    return f"{language}:{_stem(word, language)}"


@lru_cache(maxsize=1 << 17)
def _stem(word: str, language: str) -> str:
    algorithm = _ALGORITHMS.get(language)
    # Short words and numbers have no forms that search would miss.
    if algorithm is None or len(word) < _SHORTEST or not word.isalpha():
        return word
    return _stemmer(algorithm)(word)


@lru_cache
def _stemmer(algorithm: str) -> Callable[[str], str]:
    # Imported at the first query, not at the start. PyStemmer has no types of its own.
    import Stemmer

    return Stemmer.Stemmer(algorithm).stemWord  # pyright: ignore
