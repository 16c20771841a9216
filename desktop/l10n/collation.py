"""Order of words as dictionaries have it: letters first, then accents, then case.

Three levels of the Unicode Collation Algorithm (UTS #10), enough for Latin script; the same in the
window, on the command line and on paper, whatever the system.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss"})
_DIGITS = re.compile(r"\d+")


def sort_key(text: str) -> tuple[str, str, str]:
    """A key that compares letters, then accents, then case; digits count as numbers."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    padded = _DIGITS.sub(lambda run: run.group().zfill(12), decomposed)
    letters = "".join(
        character for character in padded.casefold() if character.isalnum() or character == " "
    )
    accents = "".join(character for character in decomposed if unicodedata.combining(character))
    return letters.strip(), accents, decomposed.swapcase()
