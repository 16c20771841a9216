"""Texts as they are set on paper: where a line may break, where a word may, and where none."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Plain and hyphenated runs of a text by turns, the first plain; a text without a long word is one.
SetText = str | tuple[str, ...]

# Letters that are one sign in the text and two in the font, which joins them itself.
_LIGATURES = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
_NARROW, _FIXED, _BREAK = "\u202f", "\u00a0", "\u200b"
# Short words are not worth a hyphen; long ones would leave holes, or their column.
_LONG_WORD = re.compile(r"(\w{15,})")
# A run that no dictionary can break may break anywhere, or it would leave its column.
_UNBREAKABLE = re.compile(r"\S{32,}|[A-ZÀ-ÞĀ-Ž\d]{12,}")
_FRENCH_SPACES = re.compile(r"(?<=«)[ \u00a0]|[ \u00a0](?=[;!?:%€»](?:\W|$))")
# A last line is not to be one short word, nor a line to end before what its number counts.
_LAST_WORD = re.compile(r"(?<= )[^ ]*[^\s–—-] (?=\S{1,11}$)")
# So many letters stay together at most, or a narrow column could not hold them.
LONGEST_BOUND = 24
# A day stays with its month, a count with what it counts, and "par." or "no." with its number.
_COUNT = re.compile(r"(?<![\w.,/–-])(?:€\s)?\d{1,3}(?:[.,\u202f\u00a0]\d+)* (?=[^\W\d])")
_NUMBERED = re.compile(r"(?<!\w)(?:[^\W\d_]{1,4}\.|n°) (?=\d)")
_FROM_TO = re.compile(r"(?<=\d)–(?=\d)")


@lru_cache(maxsize=4096)
def set_text(text: str, language: str, longest: int = LONGEST_BOUND) -> SetText:
    """A text for the template; only spaces are changed, and places to break are added.

    Spaces that hold together become fixed, up to runs of `longest` letters. Remembered, as a page
    is made several times until it fits.
    """
    text = text.translate(_LIGATURES)
    if language == "fr":
        text = _FRENCH_SPACES.sub(_NARROW, text)
    for pattern in (_NUMBERED, _COUNT, _LAST_WORD):
        text = _bound(text, pattern, longest)
    text = _FROM_TO.sub("–\u2060", text)
    text = _UNBREAKABLE.sub(_breakable, text)
    if _LONG_WORD.search(text):
        return tuple(_LONG_WORD.split(text))
    return text


def _bound(text: str, pattern: re.Pattern[str], longest: int) -> str:
    """The text with the space at the end of each match fixed, unless that makes too long a run."""
    for match in pattern.finditer(text):
        place = match.end() - 1
        before = text[:place].rpartition(" ")[2]
        after = text[place + 1 :].partition(" ")[0]
        if len(before) + 1 + len(after) <= longest:
            text = f"{text[:place]}{_FIXED}{text[place + 1 :]}"
    return text


def _breakable(run: re.Match[str]) -> str:
    """A run with a place to break before each of its letters, accents staying on theirs."""
    return "".join(
        sign if not index or unicodedata.combining(sign) else _BREAK + sign
        for index, sign in enumerate(run[0])
    )
