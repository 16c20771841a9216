"""Going to a title by typing the beginning of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.lists.lookup import Lookup

# Sorts after every letter that a title can go on with.
_AFTER = "\U0010ffff"


class Typing:
    """Puts letters together that follow each other quickly; a pause begins anew."""

    def __init__(self) -> None:
        self._letters = ""
        self._pause = QElapsedTimer()

    def so_far(self, letters: str) -> str:
        """All letters typed since the last pause, these included."""
        interval = QApplication.keyboardInputInterval()
        if not self._pause.isValid() or self._pause.hasExpired(interval):
            self._letters = ""
        self._pause.start()
        self._letters += letters
        return self._letters


def beginning_with(letters: str, ids: Sequence[str], lookup: Lookup) -> Sequence[str]:
    """Those of `ids`, which are sorted by title, whose titles begin so, accents and case aside.

    It looks at few of the titles: there may be 100,000.
    """
    wanted = _letters(letters, lookup)
    if not wanted:
        return ()

    def key(record_id: str) -> str:
        return _letters(lookup.title(record_id), lookup)

    first = bisect_left(ids, wanted, key=key)
    return ids[first : bisect_left(ids, wanted + _AFTER, lo=first, key=key)]


def _letters(text: str, lookup: Lookup) -> str:
    letters, *_accents_and_case = lookup.language.sort_key(text)
    return letters
