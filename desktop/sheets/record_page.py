"""One description of a record, for the record page, the command line and the tests."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from desktop.domain.dates import Period
from desktop.domain.library import Library, compared_by, rivals_of, sections_of
from desktop.domain.records import (
    Citation,
    Document,
    Figure,
    Kind,
    Link,
    Milestone,
    Organisation,
    Place,
    Programme,
    Record,
    Relation,
    Section,
    State,
    Term,
    Theme,
)
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record_rows import period_of, rows_of
from desktop.sheets.values import age_text, value_text, when_text

# A place shows its weightiest figures; the others are links, so that the page stays a page.
MOST_FIGURES = 8


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: `text` names document, section and paragraph.

    `record` is the section's record, or the document's where it has no sections.
    """

    number: int
    record: str
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class Passport:
    """What stands behind one value: rows of (label, text), and a sentence to quote."""

    title: str
    rows: tuple[tuple[str, str], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of a record, in words, with its passport; `note` is the period of a figure.

    `line` says label, value and note on one line. `issue` makes the passport, which few ask for.
    """

    label: str
    value: str
    line: str
    issue: Callable[[], Passport] = field(compare=False, repr=False)
    note: str = ""

    @property
    def passport(self) -> Passport:
        """What stands behind the value."""
        return self.issue()


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Linked records of one relation: a label, (id, title) of each, and all of it on one line."""

    label: str
    records: tuple[tuple[str, str], ...]
    line: str


@dataclass(frozen=True, slots=True)
class RecordPage:
    """All that a page says of a record, in one language, in reading order."""

    id: str
    kind: str
    title: str
    summary: str
    facts: tuple[Fact, ...]
    link_groups: tuple[LinkGroup, ...]
    sources: tuple[Source, ...]
    caveats: tuple[str, ...]

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
        self._titles: dict[str, str] = {}

    def page(self, record: Record) -> RecordPage:
        """The description of a record, with its figures and linked records."""
        code = self.language.code
        figures = self._figures(record)
        return RecordPage(
            id=record.id,
            kind=self._kind(record),
            title=record.title[code],
            summary=record.summary[code],
            facts=tuple(self._facts(record, figures[:MOST_FIGURES])),
            link_groups=tuple(self._link_groups(record, figures)),
            sources=self.sources(record),
            caveats=tuple(self._caveats(record)),
        )

    def facts_only(self, record: Record) -> str:
        """The text of a record (title, values, summary) without looking up what it links to."""
        lines = [record.title[self.language.code]]
        lines += (fact.line for fact in self._own_facts(record))
        return "\n".join((*lines, record.summary[self.language.code]))

    def sources(self, record: Record) -> tuple[Source, ...]:
        """The record's citations, numbered from 1."""
        return tuple(
            Source(
                number,
                citation.section or citation.document,
                citation.paragraph,
                self._source_text(citation),
            )
            for number, citation in enumerate(record.citations, start=1)
        )

    def title(self, record_id: str) -> str:
        """A record's title in the language of the description."""
        # The same few documents and sections are named again and again.
        if record_id not in self._titles:
            self._titles[record_id] = self.library.title(record_id)[self.language.code]
        return self._titles[record_id]

    def file_of(self, document_id: str) -> str:
        """The file name, without ending, of a document."""
        document = self.library.get(document_id).details
        if not isinstance(document, Document):
            raise TypeError(document_id)
        return document.file

    def figure_fact(self, record: Record) -> Fact:
        """A figure as one fact: its title, and its value with period."""
        figure = record.details
        if not isinstance(figure, Figure):
            raise TypeError(record.id)
        value = value_text(figure, self.language)
        period = when_text(figure, self.language)
        title = record.title[self.language.code]

        def issue() -> Passport:
            rows = (
                (self.language.gettext("Value"), value),
                (self.language.gettext("What it measures"), self.title(figure.indicator)),
                (self.language.gettext("Scope"), figure.scope[self.language.code]),
                (self.language.gettext("Place"), self.title(figure.place)),
                (self.language.gettext("Period"), period),
                *self._rivals(record),
            )
            return self._passport(record, title, f"{value} ({period})", rows, figure.period)

        line = self.language.gettext("{label}: {value} ({period})")
        line = line.format(label=title, value=value, period=period)
        return Fact(title, value, line, issue, period)

    def _rivals(self, record: Record) -> Iterator[tuple[str, str]]:
        """A row for each figure that is not to be taken for this one."""
        label = self.language.gettext("Not to be taken for")
        for rival in rivals_of(self.library, record):
            if isinstance(rival.details, Figure):
                line = self.language.gettext("{label}: {value} ({period})").format(
                    label=rival.title[self.language.code],
                    value=value_text(rival.details, self.language),
                    period=when_text(rival.details, self.language),
                )
                yield label, line

    def _facts(self, record: Record, figures: Sequence[str]) -> Iterator[Fact]:
        for figure in figures:
            yield self.figure_fact(self.library.get(figure))
        yield from self._own_facts(record)

    def _figures(self, record: Record) -> Sequence[str]:
        """The ids of the figures that a record's page shows, the weightiest first."""
        match record.kind:
            case Kind.PLACE:
                return self.library.figures_in([record.id])
            case Kind.PROGRAMME | Kind.ORGANISATION | Kind.THEME:
                return _figures_about(record)
            case Kind.DISAGREEMENT:
                return compared_by(record)
            case _:
                return []

    def _own_facts(self, record: Record) -> Iterator[Fact]:
        if record.kind is Kind.FIGURE:
            yield self.figure_fact(record)
            return
        period = period_of(record)
        for label, value in rows_of(record, self.language):
            line = self.language.gettext("{label}: {value}").format(label=label, value=value)
            issue = partial(self._passport, record, label, value, (), period)
            yield Fact(label, value, line, issue)

    def _passport(
        self,
        record: Record,
        title: str,
        value: str,
        rows: tuple[tuple[str, str], ...],
        period: Period | None,
    ) -> Passport:
        sources = [source.text for source in self.sources(record)]
        if not sources:
            sources = [self.language.gettext("general knowledge, not from the documents")]
        says_so = self.language.gettext("Who says so")
        age = (self.language.gettext("Age"), age_text(period, self.language, self.today))
        sentence = self.language.gettext("{title}: {value}. Source: {source}.").format(
            title=title, value=value, source=self.language.listed(sources)
        )
        return Passport(title, (*rows, *((says_so, text) for text in sources), age), sentence)

    def _kind(self, record: Record) -> str:
        """The kind, with the type of those kinds that have one: `Programme · Network`."""
        kind = self.language.gettext(labels.KIND[record.kind])
        if not isinstance(record.details, Place | Organisation | Programme | Theme | Term):
            return kind
        type_ = self.language.gettext(labels.TYPE[record.details.type])
        return self.language.gettext("{kind} · {type}").format(kind=kind, type=type_)

    def _source_text(self, citation: Citation) -> str:
        document = self.title(citation.document)
        if not citation.section:
            return self.language.gettext("{document}, paragraph {paragraph}").format(
                document=document, paragraph=citation.paragraph
            )
        return self.language.gettext(
            "{document}, section “{section}”, paragraph {paragraph}"
        ).format(
            document=document,
            section=self.title(citation.section),
            paragraph=citation.paragraph,
        )

    def _link_groups(self, record: Record, figures: Sequence[str]) -> Iterator[LinkGroup]:
        groups: dict[str, dict[str, str]] = {}
        shown = set(figures[:MOST_FIGURES])
        stated = (
            (self._relation(link), link.target) for link in record.links if link.target not in shown
        )
        for label, target in (*self._implied_links(record, figures), *stated):
            groups.setdefault(label, {})[target] = self.title(target)
        for label, records in groups.items():
            line = self.language.gettext("{label}: {value}")
            titles = self.language.listed(list(records.values()))
            yield LinkGroup(label, tuple(records.items()), line.format(label=label, value=titles))

    def _implied_links(self, record: Record, figures: Sequence[str]) -> Iterator[tuple[str, str]]:
        """(label, record) of what the details of a record name, or what names it there."""
        tr = self.language.gettext
        match record.details:
            case Place():
                for figure in figures[MOST_FIGURES:]:
                    yield tr("More figures"), figure
            case Figure(indicator=indicator, place=place):
                yield tr("What it measures"), indicator
                yield tr("Place"), place
            case Section(document=document):
                yield tr("Document"), document
                about = {link.target for link in record.links}
                for fact in self.library.citing(record.id):
                    if fact not in about:
                        yield tr("Facts from this section"), fact
            case Document():
                for section in sections_of(self.library, record.id):
                    yield tr("Sections"), section.id
            case _:
                pass

    def _relation(self, link: Link) -> str:
        return self.language.gettext(labels.RELATION[link.relation][link.inverse])

    def _caveats(self, record: Record) -> Iterator[str]:
        if record.outside == ("all",):
            yield self.language.gettext("This record is general knowledge; no document states it.")
        elif record.outside:
            parts = dict.fromkeys(labels.OUTSIDE[key] for key in record.outside)
            said = self.language.listed([self.language.gettext(part) for part in parts])
            sentence = self.language.gettext("General knowledge, not from the documents: {parts}.")
            yield sentence.format(parts=said)
        if isinstance(record.details, Milestone) and record.details.state is State.PLANNED:
            yield self.language.gettext(
                "A plan when the document was written; the outcome is not in it."
            )


def _figures_about(record: Record) -> list[str]:
    return [
        link.target
        for link in record.links
        if link.inverse
        and link.relation is Relation.ABOUT
        and link.target.startswith(f"{Kind.FIGURE}/")
    ]
