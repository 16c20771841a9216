"""The figures that answer a query: each with all that one must know before quoting it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.queries import Results
from desktop.domain.records import Figure, Record
from desktop.sheets.record.page import Describer
from desktop.sheets.record.rivals import find_rivals
from desktop.sheets.record.rows import record_age_text
from desktop.sheets.record.sources import named_together
from desktop.sheets.search.parts import Answer
from desktop.sheets.values import value_text, when_text


def answers_of(describer: Describer, results: Results) -> tuple[Answer, ...]:
    """The figures that answer the query, the best first."""
    figures = describer.library.get_many(results.answers)
    return tuple(_answer(describer, record, _figure(record)) for record in figures)


def _answer(describer: Describer, record: Record, figure: Figure) -> Answer:
    language = describer.language
    return Answer(
        id=record.id,
        title=record.title[language.code],
        value=value_text(figure, language),
        period=when_text(figure, language),
        place=describer.title(figure.place),
        scope=figure.scope[language.code],
        source=named_together(describer.sources(record), language),
        age=record_age_text(record, language, describer.today),
        rivals=tuple(_rivals(describer, record)),
    )


def _rivals(describer: Describer, record: Record) -> Iterator[tuple[str, str, str]]:
    """(id, title, value with period) of what a figure must not be taken for."""
    language = describer.language
    for rival in find_rivals(describer.library, record).figures:
        value = language.gettext("{value} ({period})").format(
            value=value_text(_figure(rival), language), period=when_text(_figure(rival), language)
        )
        yield rival.id, rival.title[language.code], value


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details
