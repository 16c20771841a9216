"""The passport of a value: what stands behind it, and the value as a sentence to quote."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.library import Library
from desktop.domain.records import (
    Disagreement,
    Figure,
    Person,
    Record,
    Relation,
)
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.facts import PART, Fact, figure_line, own_facts
from desktop.sheets.record.plans import plan_text, plan_word
from desktop.sheets.record.rivals import find_rivals
from desktop.sheets.record.rows import DATES, STATES, period_of, record_age_text, span_text
from desktop.sheets.record.sources import Source, named_together, sources_of
from desktop.sheets.record.titles import Titles
from desktop.sheets.values import hedge_text, period_text, when_text


@dataclass(frozen=True, slots=True)
class Mention:
    """A text in a passport; `record` is what it leads to, if anything."""

    text: str
    record: str = ""


@dataclass(frozen=True, slots=True)
class PassportRow:
    """A label and what is said under it, one line each."""

    label: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """What stands behind one value, row by row, and a sentence to quote."""

    fact: Fact
    rows: tuple[PassportRow, ...]
    sentence: str

    @property
    def text(self) -> str:
        """All rows as plain lines."""
        return "\n".join(
            f"{row.label}: {mention.text}" for row in self.rows for mention in row.mentions
        )


class Passports:
    """Issues passports in one language; few are asked for, so each is made when it is."""

    def __init__(
        self, library: Library, titles: Titles, language: Language, today: datetime.date
    ) -> None:
        self._library = library
        self._titles = titles
        self._language = language
        self._today = today

    def fact(self, key: str) -> Fact:
        """The fact of a key; LookupError where the record says no such thing."""
        return self._fact(self._library.get(key.partition(PART)[0]), key)

    def issue(self, key: str) -> Passport:
        """What stands behind the fact of a key."""
        record_id, _, part = key.partition(PART)
        record = self._library.get(record_id)
        fact = self._fact(record, key)
        sources = self._sources(record, part)
        if isinstance(record.details, Figure):
            rows = self._figure_rows(record, record.details, fact, sources)
            return Passport(fact, tuple(rows), self._figure_sentence(record, fact, sources))
        rows = self._own_rows(record, part, fact, sources)
        return Passport(fact, tuple(rows), self._own_sentence(record, part, fact, sources))

    def _fact(self, record: Record, key: str) -> Fact:
        for fact in own_facts(record, self._language, self._today):
            if fact.key == key:
                return fact
        raise LookupError(key)

    def _figure_rows(
        self, record: Record, figure: Figure, fact: Fact, sources: tuple[Source, ...]
    ) -> Iterator[PassportRow]:
        tr = self._language.gettext
        self._titles.fetch((figure.indicator, figure.place))
        indicator = Mention(self._titles[figure.indicator], figure.indicator)
        yield PassportRow(tr("What it measures"), (indicator,))
        yield _plain(tr("Value"), fact.value)
        yield _plain(tr("How it is stated"), hedge_text(figure, self._language))
        yield _plain(tr("Scope"), figure.scope[self._language.code])
        place = Mention(self._titles[figure.place], figure.place)
        yield PassportRow(tr("Place"), (place,))
        yield _plain(tr("Period"), when_text(figure, self._language))
        yield self._says_so(sources)
        if quoted := self._quoted(record):
            yield PassportRow(tr("Who is quoted"), tuple(self._spokesmen(quoted)))
        yield _plain(tr("Age"), record_age_text(record, self._language, self._today))
        yield from self._rivals(record)

    def _own_rows(
        self, record: Record, part: str, fact: Fact, sources: tuple[Source, ...]
    ) -> Iterator[PassportRow]:
        tr = self._language.gettext
        title = record.title[self._language.code]
        yield PassportRow(tr("What it is about"), (Mention(title, record.id),))
        yield _plain(fact.label, fact.value)
        if plan := plan_text(record, self._language):
            yield _plain(tr("How it is stated"), plan)
        if part not in DATES:
            yield _plain(tr("Period"), span_text(record, self._language))
        yield self._says_so(sources)
        yield _plain(tr("Age"), record_age_text(record, self._language, self._today))

    def _says_so(self, sources: tuple[Source, ...]) -> PassportRow:
        said = tuple(Mention(source.text, source.record) for source in sources)
        nobody = (Mention(named_together((), self._language)),)
        return PassportRow(self._language.gettext("Who says so"), said or nobody)

    def _sources(self, record: Record, part: str) -> tuple[Source, ...]:
        """Where a part of a record was read: nowhere, if it is general knowledge."""
        if part in record.outside:
            return ()
        return sources_of(record, self._titles, self._language)

    def _quoted(self, record: Record) -> list[Record]:
        """Those whom the document quotes for a value."""
        return list(
            self._library.get_many(
                [
                    link.target
                    for link in record.links
                    if link.relation is Relation.STATED_BY and not link.inverse
                ]
            )
        )

    def _spokesmen(self, quoted: list[Record]) -> Iterator[Mention]:
        """Each by name, a person in the role of the moment, and as of when."""
        tr = self._language.gettext
        for record in quoted:
            name = record.title[self._language.code]
            period = period_of(record)
            date = period_text(period, self._language) if period else tr("date not stated")
            sentence = tr("{name} ({date})")
            if isinstance(record.details, Person):
                role = record.details.role[self._language.code]
                sentence = (
                    tr("{name}, {role} (as of {date})") if period else tr("{name}, {role} ({date})")
                )
                yield Mention(sentence.format(name=name, role=role, date=date), record.id)
            else:
                yield Mention(sentence.format(name=name, date=date), record.id)

    def _rivals(self, record: Record) -> Iterator[PassportRow]:
        """The figures that this one is not to be taken for, and why they differ."""
        tr = self._language.gettext
        rivals = find_rivals(self._library, record)
        if not rivals.disagreements:
            return
        lines = (Mention(figure_line(each, self._language), each.id) for each in rivals.figures)
        yield PassportRow(tr("Not to be taken for"), tuple(lines))
        explained = (self._explained(each) for each in rivals.disagreements)
        yield PassportRow(tr("Why they differ"), tuple(explained))

    def _explained(self, disagreement: Record) -> Mention:
        """A disagreement by its title, with the reasons that it gives in a word each."""
        title = disagreement.title[self._language.code]
        if not isinstance(disagreement.details, Disagreement):
            raise TypeError(disagreement.id)
        reasons = [
            self._language.gettext(labels.REASON[reason]) for reason in disagreement.details.reasons
        ]
        line = self._language.gettext("{label}: {value}")
        said = line.format(label=title, value=self._language.listed(reasons))
        return Mention(said, disagreement.id)

    def _figure_sentence(self, record: Record, fact: Fact, sources: tuple[Source, ...]) -> str:
        tr = self._language.gettext
        names = [quoted.title[self._language.code] for quoted in self._quoted(record)]
        source = named_together(sources, self._language)
        if not names:
            return tr("{statement}. Source: {source}.").format(statement=fact.line, source=source)
        return tr("{statement}, according to {quoted}. Source: {source}.").format(
            statement=fact.line, quoted=self._language.listed(names), source=source
        )

    def _own_sentence(
        self, record: Record, part: str, fact: Fact, sources: tuple[Source, ...]
    ) -> str:
        """Who reads the sentence elsewhere must learn what it is about, and as of when."""
        tr = self._language.gettext
        fields = {
            "record": record.title[self._language.code],
            "label": fact.label,
            "value": fact.value.removesuffix("."),
            "source": named_together(sources, self._language),
        }
        if not (when := self._when(record, part)):
            return tr("{record} – {label}: {value}. Source: {source}.").format(**fields)
        sentence = tr("{record} – {label}: {value} ({period}). Source: {source}.")
        return sentence.format(**fields, period=when)

    def _when(self, record: Record, part: str) -> str:
        """The period of a record and that it was a plan, where the part does not say it itself."""
        plan = "" if part in STATES else plan_word(record, self._language)
        if part in DATES:
            return plan
        period = span_text(record, self._language)
        if not plan:
            return period
        sentence = self._language.gettext("{period}; {basis}")
        return sentence.format(period=period, basis=plan)


def _plain(label: str, text: str) -> PassportRow:
    return PassportRow(label, (Mention(text),))
