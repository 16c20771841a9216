"""What a search is narrowed by, one thing after the other, each to be taken away again."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.queries import Piece, Role, SearchQuery
from desktop.sheets.facets import Namer, choice_title
from desktop.sheets.search.parts import Chip

_MARKS = '-"“”„«»'


def chips_of(query: SearchQuery, namer: Namer) -> Iterator[Chip]:
    """The chips of what was typed, in its order, then those of what is chosen besides."""
    remove = namer.language.gettext("Remove {choice}")
    for piece in query.pieces:
        if text := _told(query, piece, namer):
            yield Chip(text, remove.format(choice=text), piece=piece)
    for facet, value in query.chosen:
        text = choice_title(facet, value, namer)
        yield Chip(text, remove.format(choice=text), chosen=(facet, value))


def _told(query: SearchQuery, piece: Piece, namer: Namer) -> str:
    """A piece that narrows, in words; nothing for words that are looked for."""
    if piece.narrowing:
        return choice_title(*piece.narrowing, namer)
    sentences = {
        Role.EXACT: namer.language.gettext("Exactly “{words}”"),
        Role.WITHOUT: namer.language.gettext("Without “{words}”"),
    }
    sentence = sentences.get(piece.role, "")
    words = query.text[piece.start : piece.end].strip(_MARKS)
    return sentence.format(words=" ".join(words.split()))
