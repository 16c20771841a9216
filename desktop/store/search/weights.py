"""The weights of the ranking, all of them.

A record's score is what it has of the query, from 0 to 1, and what speaks for it besides. What it
has of the query is the mean over the needed words, the rare ones counting more, of field times
form: where the word stands, and how near that is to what was typed.
"""

from __future__ import annotations

from enum import IntEnum


class Field(IntEnum):
    """Where a record has a word."""

    TITLE = 0
    NAME = 1
    BODY = 2
    FACT = 3


class Form(IntEnum):
    """How what a text says is related to what was typed, the nearest first."""

    EXACT = 0
    STEM = 1  # Another form of the word: onderzoeken for onderzoek.
    BEGINNING = 2  # The word begins with what was typed.
    COMPOUND = 3  # The word is a part of a compound, or the compound stands in its parts.
    SYNONYM = 4  # The glossary or the lists of words say that it means the same.
    SLIP = 5  # The word is taken for a slip of the pen.
    FACT = 6  # The word names a place, a year or a kind, and the record has that.


FIELD = (1.0, 0.85, 0.5, 0.55)
FORM = (1.0, 0.95, 0.85, 0.8, 0.75, 0.8, 0.9)

# What speaks for a record besides.
ALL_WORDS = 0.1  # It has all that is needed.
WHOLE_TITLE = 0.5  # Its title, or another name, is just what was typed.
WHOLE_NAME = 0.4
OF_TITLE = 0.35  # How much of its title was typed, times how much of what was typed it has.
OWN_LANGUAGE = 0.02  # The title that matched is the one that is shown.
IMPORTANCE = 0.1  # The weight that the seeds give it, from 0 to 1.
SIDE_BY_SIDE = 0.1  # The typed words stand together, in that order.
ASKED_KIND = 0.2  # It is of the kind that the query asks for.
AMOUNT = 0.1  # It is a number of something, where a figure is asked for.
NAMED_FACT = 0.1  # It has the place or the year that the query names.

# A text in which a rare word is missing is worth less than one that lacks a frequent one; a word
# of nearly every record still counts so much.
LEAST_RARITY = 0.15
