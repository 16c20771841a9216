"""Texts as they are set on paper: where a line may break, where a word may, and where none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from desktop.sheets.one_page.paper.letter_widths import width_of

# A part of a text, and whether it is plain, may be hyphenated or is held on one line.
Run = tuple[str, Literal["plain", "long", "held"]]
# Most texts are one plain run.
SetText = str | tuple[Run, ...]

# Letters that are one sign in the text and two in the font, which joins them itself.
_LIGATURES = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"}
_NARROW, _FIXED, _BREAK = "\u202f", "\u00a0", "\u200b"
_FIXED_SPACES = re.compile("[\u202f\u00a0]")
# Short words are not worth a hyphen; long ones would leave holes, or their column.
_LONG_WORD = re.compile(r"(\w{15,})")
# Years from and to, and short ends before and behind a hyphen, which no line is to end with.
_COMPOUND = re.compile(
    r"\S*(?<![\w/–-])(?:\d+–\d+|\w{1,3}[/-]\w+|\w{1,5}[/-]\w{1,5}|\w+[/-]\w{1,2}|\w+-\w{1,3}-\w+)(?![\w/–-])\S*"
)
_FRENCH_SPACES = re.compile(r"(?<=«)[ \u00a0]|[ \u00a0](?=[;!?:%€»](?:\W|$))")
# A last line is not to be one short word, nor a line to end before what its number counts.
_LAST_WORD = re.compile(r"(?<= )[^ ]*[^\s–—-] (?=\S{1,11}$)")
# A day stays with its month and a month with its year, a count with what it counts, and "par.",
# "no." or "action" with its number.
_COUNT = re.compile(r"(?<![\w.,/–-])(?:€\s)?\d{1,3}(?:[.,\u202f\u00a0]\d+)* (?=[^\W\d])")
_NUMBERED = re.compile(r"(?<!\w)(?:[^\W\d_]{1,4}\.|n°) (?=\d)")
_LABEL = re.compile(r"(?<!\w)[^\W\d_]{2,12} (?=\d{1,2}(?:[:;,.)”»]|$))")
_YEAR = re.compile(r"(?<!\w)[^\W\d_]{3,9} (?=(?:19|20)\d\d(?![\w–]))")
# What no line is broken in: a line ends behind a hyphen or stroke only where a letter follows, and
# never before a closing mark, not even behind a space. Fixed spaces go where there are too many.
_CLOSING = r"[.,;:!?)/’…»%]"
_RUN = re.compile(rf"(?:[^ \t\n\u200b/–-]| (?={_CLOSING})|[/–-](?![^\W\d_]))+[/–-]?|[/–-]")
_BEFORE_CLOSING = re.compile(rf" (?={_CLOSING})")
# A word of letters alone, with what may stand around it.
_WORD = re.compile(r"\W{0,3}(?:[^\W\d_]{1,4}[’'])?([^\W\d_]{1,31})(?:[’']s)?\W{0,4}")
_MARK_IN_WORD = re.compile(r"(?<=\w[.,;:!?)@_&=+])(?=\w)|(?<=\w)(?=\(\w)")

# In em, the width of what stays together at most where a column may be narrow, and elsewhere.
_NARROWEST = 9.0
LONGEST_BOUND = 13.0


@lru_cache(maxsize=4096)
def set_text(text: str, language: str, longest: float = LONGEST_BOUND) -> SetText:
    """A text for the template; only spaces are changed, and places to break are added.

    Spaces that hold together become fixed, up to runs that are `longest` em wide. Remembered, as a
    page is made several times until it fits.
    """
    text = text.translate(_LIGATURES)
    if language == "fr":
        text = _FRENCH_SPACES.sub(_NARROW, text)
    for pattern in (_NUMBERED, _LABEL, _YEAR, _COUNT, _LAST_WORD):
        text = _bound(text, pattern, longest)
    text = _RUN.sub(lambda run: _loosened(run[0], language, longest), text)
    runs = tuple(_runs(text))
    return runs if len(runs) > 1 or (runs and runs[0][1] != "plain") else text


def plain_text(text: SetText) -> str:
    """A text as it is read."""
    return text if isinstance(text, str) else "".join(run for run, _form in text)


def _runs(text: str) -> Iterator[Run]:
    """The parts of a text."""
    start = 0
    for match in _COMPOUND.finditer(text):
        if width_of(match[0]) <= _NARROWEST:
            yield from _hyphenated(text[start : match.start()])
            yield match[0], "held"
            start = match.end()
    yield from _hyphenated(text[start:])


def _hyphenated(text: str) -> Iterator[Run]:
    for index, run in enumerate(_LONG_WORD.split(text)):
        if run:
            yield run, "long" if index % 2 else "plain"


def _bound(text: str, pattern: re.Pattern[str], longest: float) -> str:
    """The text with the space at the end of each match fixed, unless that makes too long a run."""
    for match in pattern.finditer(text):
        place = match.end() - 1
        before = text[:place].rpartition(" ")[2]
        after = text[place + 1 :].partition(" ")[0]
        if width_of(f"{before} {after}") <= longest:
            text = f"{text[:place]}{_FIXED}{text[place + 1 :]}"
    return text


def _loosened(run: str, language: str, longest: float) -> str:
    """A run, with places to break where it may be too wide for a column."""
    if width_of(run) <= _NARROWEST:
        return run
    if width_of(run) > max(longest, _NARROWEST):
        run = _FIXED_SPACES.sub(" ", run)
        run = _BEFORE_CLOSING.sub(" " + _BREAK, run)
    return re.sub(r"\S+", lambda word: _breakable(word[0], language), run)


def _breakable(word: str, language: str) -> str:
    """A word that no dictionary breaks, with places to break if it is too wide.

    They are at the marks in it, and else before each of its letters, accents staying on theirs.
    """
    letters = _WORD.fullmatch(word)
    if width_of(letters[1] if letters else word) <= _NARROWEST:
        return word
    if letters and _is_hyphenated(letters[1], language):
        return word
    parts = _MARK_IN_WORD.split(word)
    if len(parts) > 1:
        return _BREAK.join(_breakable(part, language) for part in parts)
    return "".join(
        sign if not index or unicodedata.combining(sign) else _BREAK + sign
        for index, sign in enumerate(word)
    )


def _is_hyphenated(word: str, language: str) -> bool:
    """Whether a dictionary breaks a word: English ones know no letter with an accent."""
    is_known = language != "en" or word.isascii()
    return is_known and not word.isupper() and _LONG_WORD.fullmatch(word) is not None
