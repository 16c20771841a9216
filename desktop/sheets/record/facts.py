"""The values of a record in words, each with a key that is the same in every language."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.records import Figure, Kind, Record, Unit
from desktop.l10n.language import Language
from desktop.sheets.record.rows import DATES, named_rows, period_of, record_age_text
from desktop.sheets.values import aged_text, looks_ahead, value_text, when_text

# Between the id of a record and the part of it that a fact says; a figure is one fact as a whole.
PART = "#"
# Values of words that are longer than this in any language are prose.
LONGEST_PHRASE = 44
_PROSE = frozenset(("competences", "role", "expansion"))


class Form(StrEnum):
    """How a value reads: a number, a few words, or a text. The same in every language."""

    NUMBER = "number"
    PHRASE = "phrase"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a record, in words; `note` says when it holds and how old it is.

    `line` says label, value and period on one line. `key` asks for the same fact in another
    language, or for its passport.
    """

    key: str
    label: str
    value: str
    line: str
    note: str = ""
    form: Form = Form.PHRASE

    @property
    def record(self) -> str:
        """The id of the record that says it."""
        return self.key.partition(PART)[0]

    @property
    def is_figure(self) -> bool:
        """Whether it is the value of a figure, and no part of another record."""
        return PART not in self.key


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts under one label, which is empty where they need none."""

    label: str
    facts: tuple[Fact, ...]


def figure_line(record: Record, language: Language) -> str:
    """A figure on one line: its title, its value, and when it holds."""
    figure = _figure(record)
    return language.gettext("{label}: {value} ({period})").format(
        label=record.title[language.code],
        value=value_text(figure, language),
        period=when_text(figure, language),
    )


def figure_fact(record: Record, language: Language, today: datetime.date) -> Fact:
    """A figure as one fact: its title, its value, and its period with its age."""
    figure = _figure(record)
    return Fact(
        key=record.id,
        label=record.title[language.code],
        value=value_text(figure, language),
        line=figure_line(record, language),
        note=aged_text(
            when_text(figure, language),
            figure.period,
            language,
            today,
            is_ahead=looks_ahead(figure),
        ),
        form=_form(figure),
    )


def own_facts(record: Record, language: Language, today: datetime.date) -> Iterator[Fact]:
    """What a record says itself: the one value of a figure, the details of any other."""
    if record.kind is Kind.FIGURE:
        yield figure_fact(record, language, today)
        return
    period = period_of(record)
    for part, label, value in named_rows(record, language):
        line = language.gettext("{label}: {value}").format(label=label, value=value)
        note = ""
        if part in DATES and period and period.age_in_years(today) is not None:
            note = record_age_text(record, language, today)
        form = Form.PROSE if part in _PROSE else Form.PHRASE
        yield Fact(f"{record.id}{PART}{part}", label, value, line, note, form)


def facts_text(record: Record, language: Language, today: datetime.date) -> str:
    """The text of a record (title, values, summary) without what it links to."""
    facts = (fact.line for fact in own_facts(record, language, today))
    return "\n".join((record.title[language.code], *facts, record.summary[language.code]))


def is_money(record: Record) -> bool:
    """Whether a figure is an amount in euros."""
    return isinstance(record.details, Figure) and record.details.unit is Unit.EURO


def _figure(record: Record) -> Figure:
    if not isinstance(record.details, Figure):
        raise TypeError(record.id)
    return record.details


def _form(figure: Figure) -> Form:
    if figure.statement is None:
        return Form.NUMBER
    longest = max(len(text) for text in figure.statement.values())
    return Form.PHRASE if longest <= LONGEST_PHRASE else Form.PROSE
