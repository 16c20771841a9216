"""Own words: whether a text repeats a run of words of a source document.

Only hashes of the documents' runs are kept, so the check works where the documents are not.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from desktop.domain.fingerprints import paragraphs
from desktop.domain.folding import words_of

# So many words in a row are a quotation.
RUN_LENGTH = 6
# 40 bits: among the runs of five documents a chance match is rarer than one in a thousand checks.
_HASH_DIGITS = 10

Words = tuple[str, ...]
# The first word of a name -> the names that begin so, the longest first.
Names = Mapping[str, Sequence[Words]]


def hash_run(run: Words) -> str:
    """The hash that is kept of one run of words."""
    return _hash(" ".join(run).encode())


def runs_of_document(text: str) -> set[str]:
    """The hash of every run of words inside a paragraph of a document."""
    return {found for paragraph in paragraphs(text) for found in _hashes(words_of(paragraph))}


def names_index(names: Iterable[str]) -> Names:
    """Names of two words or more, which any text may repeat, ready for `copied_runs`."""
    index: dict[str, set[Words]] = {}
    for name in names:
        words = words_of(name)
        if len(words) > 1:
            index.setdefault(words[0], set()).add(words)
    return {first: sorted(found, key=len, reverse=True) for first, found in index.items()}


def copied_runs(words: Words, names: Names, known: frozenset[str]) -> list[Words]:
    """The runs of a text's words, names taken out, whose hash is among the `known` ones."""
    return [
        part[start : start + RUN_LENGTH]
        for part in _without_names(words, names)
        for start, found in enumerate(_hashes(part))
        if found in known
    ]


def _hashes(words: Words) -> Iterator[str]:
    """The hash of each run, as `hash_run` makes it, out of one text for all of them."""
    encoded = [word.encode() for word in words]
    text = b" ".join(encoded)
    ends = list(accumulate((len(word) + 1 for word in encoded), initial=0))
    for start in range(len(words) - RUN_LENGTH + 1):
        yield _hash(text[ends[start] : ends[start + RUN_LENGTH] - 1])


def _hash(run: bytes) -> str:
    return hashlib.sha256(run).hexdigest()[:_HASH_DIGITS]


def _without_names(words: Words, names: Names) -> Iterator[Words]:
    start = position = 0
    while position < len(words):
        # Few words begin a name, and this is asked of every word of the atlas.
        for name in names.get(words[position], ()):
            if words[position : position + len(name)] == name:
                break
        else:
            position += 1
            continue
        yield words[start:position]
        position += len(name)
        start = position
    yield words[start:]
