"""Word forms: Snowball stems of folded words, by language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

# Snowball knows its languages by their codes. Of Dutch it has two: the newer one makes “zon” of
# “gezondheid”, so this is Martin Porter's own.
_ALGORITHMS = {"nl": "dutch_porter"}
_SHORTEST = 4


def stem(word: str, language: str) -> str:
    """The stem of a folded word, with its language before it: `en:polici`.

    The words of a language that Snowball does not know are their own stems.
    """
    return f"{language}:{_stem(word, language)}"


@lru_cache(maxsize=1 << 17)
def _stem(word: str, language: str) -> str:
    # Short words and numbers have no forms that search would miss.
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    return _stemmer(_ALGORITHMS.get(language, language))(word)


@lru_cache
def _stemmer(algorithm: str) -> Callable[[str], str]:
    # Imported at the first query, not at the start. PyStemmer has no types of its own.
    import Stemmer

    try:
        return Stemmer.Stemmer(algorithm).stemWord  # pyright: ignore
    except KeyError:
        return str
