"""Fingerprints of a document: enough to check a citation, too little to read a sentence."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Thousands may also stand apart: "20 000".
_SPACED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:\s\d{3})+(?![\d.,]*\d)")
_GROUPED = {
    "en": re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"),
    "nl": re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?"),
}
_DECIMAL_MARK = {"en": ".", "nl": ","}
# Number words from two on ("one" and "een" are mostly articles, "één" is not), with ordinals.
_NUMBER_WORDS = {
    "en": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty"
    ),
    "nl": (
        "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien "
        "zestien zeventien achttien negentien twintig"
    ),
}
_ORDINAL_WORDS = {
    "en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    "nl": "tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde",
}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One paragraph: its number from 1, a hash of its normalised text, the numbers in it."""

    paragraph: int
    hash: str
    numbers: tuple[Decimal, ...]


def paragraphs(text: str) -> list[str]:
    """Split a document's text at blank lines; paragraph n is item n - 1."""
    return [part for part in _BLANK_LINES.split(text.replace("\r\n", "\n")) if part.strip()]


def normalise(paragraph: str) -> str:
    """Fold what a re-download may change: Unicode form, case and white space."""
    return " ".join(unicodedata.normalize("NFKC", paragraph).casefold().split())


def numbers_in(text: str, language: str) -> tuple[Decimal, ...]:
    """The numbers written in digits in `text`, as `language` writes them, in order.

    A run such as `02.08.2023` that is no number in the language gives each of its parts. What may
    be one number with its thousands apart (`20 000`) or two numbers gives both readings.
    """
    plain = unicodedata.normalize("NFKC", text)
    found: list[Decimal] = []
    for token in _NUMBER.findall(plain):
        found.extend(_read(token, language))
    found.extend(Decimal("".join(run.split())) for run in _SPACED.findall(plain))
    return tuple(found)


def number_words_in(text: str, language: str) -> tuple[Decimal, ...]:
    """The numbers from two to twenty written as words in `text`, and Dutch `één`, in order."""
    values = {
        word: Decimal(value)
        for words in (_NUMBER_WORDS[language], _ORDINAL_WORDS[language])
        for value, word in enumerate(words.split(), start=2)
    }
    values["één"] = Decimal(1)
    found = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold())
    return tuple(values[word] for word in found if word in values)


def _read(token: str, language: str) -> list[Decimal]:
    mark = _DECIMAL_MARK[language]
    thousands = "," if mark == "." else "."
    if _GROUPED[language].fullmatch(token):
        return [Decimal(token.replace(thousands, "").replace(mark, "."))]
    parts = token.split(mark)
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return [Decimal(".".join(parts))]
    return [Decimal(part) for part in re.split("[.,]", token)]


def fingerprint(text: str, language: str) -> list[Fingerprint]:
    """Fingerprint each paragraph of a document's text written in `language`."""
    return [
        Fingerprint(
            number,
            hashlib.sha256(normalise(paragraph).encode()).hexdigest()[:16],
            tuple(
                dict.fromkeys(
                    (*numbers_in(paragraph, language), *number_words_in(paragraph, language))
                )
            ),
        )
        for number, paragraph in enumerate(paragraphs(text), start=1)
    ]
