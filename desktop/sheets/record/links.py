"""What a record is linked with, group by group, in the words of one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop.domain.library import Library
from desktop.domain.records import (
    Figure,
    Kind,
    Link,
    Record,
    Relation,
    Section,
)
from desktop.l10n import labels
from desktop.l10n.language import N_, Language
from desktop.sheets.place.portrait import portrait
from desktop.sheets.record.entries import EntryGroup
from desktop.sheets.record.facts import figure_line
from desktop.sheets.record.outline import facts_from, sections_in
from desktop.sheets.record.rivals import find_rivals
from desktop.sheets.record.titles import Titles

# What is about a record is a mixed company; these kinds stand apart from it.
_APART = {
    Kind.DISAGREEMENT: N_("Disagreements"),
    Kind.SECTION: N_("Sections"),
    Kind.TERM: N_("Glossary"),
}
# The view of all figures of an indicator, as an address that a window reads.
EXPLORED = "explorer?indicator={indicator}"
_ORDER = {relation: number for number, relation in enumerate(Relation)}


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Linked records of one relation: a label, (id, title) of each, and all of it on one line.

    Instead of an id there may be an address (`explorer?indicator=term/jobs`).
    """

    label: str
    records: tuple[tuple[str, str], ...]
    line: str


class Linker:
    """Groups the links of records in one language."""

    def __init__(self, library: Library, titles: Titles, language: Language) -> None:
        self._library = library
        self._titles = titles
        self._language = language

    def groups(
        self, record: Record, shown: Collection[str], more: Sequence[str]
    ) -> list[LinkGroup]:
        """The groups of a record's page, in reading order.

        `shown` are the figures that stand on the page, `more` those for which it had no room.
        """
        if record.kind is Kind.PLACE:
            return self._named(portrait(self._library, self._language, record, shown))
        groups: list[LinkGroup] = []
        if record.kind is Kind.TERM and shown:
            groups.append(self._explored(record, len(shown) + len(more)))
            more = ()
        if rivals := list(self._rivals(record)):
            groups.append(self._group(self._language.gettext("Not to be taken for"), rivals))
        groups += self._titled(self._implied(record, more))
        outlined = self._outlined(record)
        groups += self._named(outlined)
        apart = {entry.id for group in outlined for entry in group.entries}
        groups += self._titled(self._stated(record, {*shown, *more, *apart}))
        return groups

    def _named(self, groups: Iterable[EntryGroup]) -> list[LinkGroup]:
        """Groups whose entries say more than a title."""
        return [
            self._group(group.heading, [(entry.id, entry.line) for entry in group.entries])
            for group in groups
        ]

    def _outlined(self, record: Record) -> list[EntryGroup]:
        """The sections of a document; of a section the facts that were read there."""
        match record.kind:
            case Kind.DOCUMENT:
                return [sections_in(self._library, self._language, record)]
            case Kind.SECTION:
                return facts_from(self._library, self._language, record)
            case _:
                return []

    def _titled(self, labelled: Iterable[tuple[str, str]]) -> list[LinkGroup]:
        """Groups of (label, id) in the order of their first id, each id once in a group."""
        groups: dict[str, dict[str, None]] = {}
        for label, target in labelled:
            groups.setdefault(label, {})[target] = None
        self._titles.fetch(target for group in groups.values() for target in group)
        return [
            self._group(label, [(target, self._titles[target]) for target in group])
            for label, group in groups.items()
        ]

    def _group(self, label: str, records: list[tuple[str, str]]) -> LinkGroup:
        line = self._language.gettext("{label}: {value}")
        titles = self._language.listed([title for _id, title in records])
        return LinkGroup(label, tuple(records), line.format(label=label, value=titles))

    def _explored(self, indicator: Record, number: int) -> LinkGroup:
        """The way to all figures of an indicator side by side, as a chart and in a table."""
        sentence = self._language.ngettext(
            "{number} figure in the explorer", "All {number} figures in the explorer", number
        )
        said = sentence.format(number=self._language.number(number))
        address = EXPLORED.format(indicator=indicator.id)
        return self._group(self._language.gettext("Chart and table"), [(address, said)])

    def _rivals(self, record: Record) -> Iterator[tuple[str, str]]:
        """(id, line) of the figures that a figure is not to be taken for, value and all."""
        for rival in find_rivals(self._library, record).figures:
            yield rival.id, figure_line(rival, self._language)

    def _implied(self, record: Record, more: Sequence[str]) -> Iterator[tuple[str, str]]:
        """(label, record) of what the details of a record name, or what names it there."""
        tr = self._language.gettext
        for figure in more:
            yield tr("More figures"), figure
        match record.details:
            case Figure(indicator=indicator, place=place):
                yield tr("What it measures"), indicator
                yield tr("Place"), place
            case Section(document=document):
                yield tr("Document"), document
            case _:
                pass

    def _stated(self, record: Record, apart: Collection[str]) -> Iterator[tuple[str, str]]:
        """(label, record) of each link but those to `apart`, relation by relation."""
        links = (link for link in record.links if link.target not in apart)
        for link in sorted(links, key=_rank):
            yield self._label(link), link.target

    def _label(self, link: Link) -> str:
        label = labels.RELATION[link.relation][link.inverse]
        if link.relation is Relation.ABOUT and link.inverse:
            label = _APART.get(_kind(link), label)
        return self._language.gettext(label)


def _rank(link: Link) -> tuple[int, bool, bool]:
    """Relations in the order of their enumeration; what stands apart follows the others."""
    return _ORDER[link.relation], link.inverse, _kind(link) in _APART


def _kind(link: Link) -> Kind:
    return Kind(link.target.partition("/")[0])
