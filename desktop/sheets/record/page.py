"""One description of a record, for the record page, the command line and the tests."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.browsing import Browse, Facet
from desktop.domain.library import Library, compared_by, figures_about
from desktop.domain.records import (
    Document,
    Kind,
    Organisation,
    Place,
    Programme,
    Record,
    Term,
    Theme,
)
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.facts import (
    Fact,
    FactGroup,
    facts_text,
    figure_fact,
    is_money,
    own_facts,
)
from desktop.sheets.record.links import Linker, LinkGroup
from desktop.sheets.record.passports import Passport, Passports
from desktop.sheets.record.plans import plan_text
from desktop.sheets.record.rows import record_age_text
from desktop.sheets.record.sources import Source, sources_of
from desktop.sheets.record.titles import Titles

# A place shows its weightiest figures; the others are links, so that the page stays a page.
MOST_FIGURES = 8
# An indicator is nothing but its figures; beyond these the explorer shows them all.
MOST_MEASURED = 12
# Kinds whose amounts of money stand apart; elsewhere the weight of a figure says where it stands.
_MONEY_APART = (Kind.PROGRAMME, Kind.ORGANISATION, Kind.THEME)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """All that a page says of a record, in one language, in reading order.

    `plan` says that the record was a plan, and is empty for all others; the caveats tell it too.
    """

    id: str
    kind: str
    title: str
    plan: str
    summary: str
    fact_groups: tuple[FactGroup, ...]
    link_groups: tuple[LinkGroup, ...]
    sources: tuple[Source, ...]
    age: str
    caveats: tuple[str, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts of all groups."""
        return tuple(fact for group in self.fact_groups for fact in group.facts)

    @property
    def text(self) -> str:
        """Title, values and summary as plain lines."""
        return "\n".join((self.title, *(fact.line for fact in self.facts), self.summary))


class Describer:
    """Describes records of a library in one language, with ages counted to `today`."""

    def __init__(self, library: Library, language: Language, today: datetime.date) -> None:
        self.library = library
        self.language = language
        self.today = today
        self._titles = Titles(library, language)
        self._linker = Linker(library, self._titles, language)
        self._passports = Passports(library, self._titles, language, today)

    def page(self, record: Record) -> RecordPage:
        """The description of a record, with its figures and linked records."""
        code = self.language.code
        figures = self._figures(record)
        most = MOST_MEASURED if record.kind is Kind.TERM else MOST_FIGURES
        shown, more = figures[:most], figures[most:]
        plan = plan_text(record, self.language)
        return RecordPage(
            id=record.id,
            kind=self._kind(record),
            title=record.title[code],
            plan=plan,
            summary=record.summary[code],
            fact_groups=tuple(self._fact_groups(record, shown)),
            link_groups=tuple(self._linker.groups(record, shown, more)),
            sources=self.sources(record),
            age=record_age_text(record, self.language, self.today),
            caveats=tuple(self._caveats(record, plan)),
        )

    def facts_only(self, record: Record) -> str:
        """The text of a record (title, values, summary) without looking up what it links to."""
        return facts_text(record, self.language, self.today)

    def fact(self, key: str) -> Fact:
        """The fact of a key that a fact has, in whatever language that was described."""
        return self._passports.fact(key)

    def passport(self, key: str) -> Passport:
        """What stands behind the fact of a key."""
        return self._passports.issue(key)

    def figure_fact(self, record: Record) -> Fact:
        """A figure as one fact: its title, and its value with period."""
        return figure_fact(record, self.language, self.today)

    def sources(self, record: Record) -> tuple[Source, ...]:
        """The sections that the record cites, numbered from 1."""
        return sources_of(record, self._titles, self.language)

    def title(self, record_id: str) -> str:
        """A record's title in the language of the description."""
        return self._titles[record_id]

    def file_of(self, document_id: str) -> str:
        """The file name, without ending, of a document."""
        document = self.library.get(document_id).details
        if not isinstance(document, Document):
            raise TypeError(document_id)
        return document.file

    def _figures(self, record: Record) -> Sequence[str]:
        """The ids of the figures that a record's page shows, the weightiest first."""
        match record.kind:
            case Kind.PLACE:
                return self.library.figures_in([record.id])
            case Kind.PROGRAMME:
                return self._money_first(figures_about(record))
            case Kind.ORGANISATION | Kind.THEME:
                return figures_about(record)
            case Kind.DISAGREEMENT:
                return compared_by(record)
            case Kind.TERM:
                return self._measured(record)
            case _:
                return []

    def _measured(self, record: Record) -> Sequence[str]:
        """The ids of the figures that an indicator measures; none of any other term."""
        chosen = ((Facet.INDICATOR, record.id),)
        groups = self.library.browse(Browse((Kind.FIGURE,), self.language.code, chosen))
        return [figure for group in groups for figure in group.ids]

    def _money_first(self, figures: Sequence[str]) -> Sequence[str]:
        """The same figures, with amounts of money before those that there may be no room for."""
        if len(figures) <= MOST_FIGURES:
            return figures
        records = sorted(self.library.get_many(figures), key=is_money, reverse=True)
        return [record.id for record in records]

    def _fact_groups(self, record: Record, figures: Sequence[str]) -> Iterator[FactGroup]:
        """Figures and money under a label each, the money of a programme first; then details."""
        tr = self.language.gettext
        records = self.library.get_many(figures)
        apart = record.kind in _MONEY_APART
        money = [each for each in records if apart and is_money(each)]
        others = [each for each in records if not (apart and is_money(each))]
        groups = [(tr("Figures"), others), (tr("Money"), money)]
        if record.kind is Kind.PROGRAMME:
            groups.reverse()
        for label, group in groups:
            if group:
                yield FactGroup(label, tuple(self.figure_fact(each) for each in group))
        if own := tuple(own_facts(record, self.language, self.today)):
            yield FactGroup("", own)

    def _kind(self, record: Record) -> str:
        """The kind, with the type of those kinds that have one: `Programme · Network`."""
        kind = self.language.gettext(labels.KIND[record.kind])
        if not isinstance(record.details, Place | Organisation | Programme | Theme | Term):
            return kind
        type_ = self.language.gettext(labels.TYPE[record.details.type])
        return self.language.gettext("{kind} · {type}").format(kind=kind, type=type_)

    def _caveats(self, record: Record, plan: str) -> Iterator[str]:
        if record.outside == ("all",):
            yield self.language.gettext("This record is general knowledge; no document states it.")
        elif record.outside:
            parts = dict.fromkeys(labels.OUTSIDE[key] for key in record.outside)
            said = self.language.listed([self.language.gettext(part) for part in parts])
            sentence = self.language.gettext("General knowledge, not from the documents: {parts}.")
            yield sentence.format(parts=said)
        if plan:
            yield plan
