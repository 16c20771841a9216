"""The outline of a document: its sections as they nest, and which facts come from where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.domain.library import Library, sections_of
from desktop.domain.records import Kind, Record, Section
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.record.entries import Entry, EntryGroup, entry_of

# The groups of facts, in reading order.
FACTS = (
    Kind.FIGURE,
    Kind.PROGRAMME,
    Kind.MILESTONE,
    Kind.ORGANISATION,
    Kind.PERSON,
    Kind.PLACE,
    Kind.THEME,
    Kind.TERM,
    Kind.DISAGREEMENT,
    Kind.DOCUMENT,
)
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """A section of a document with those that stand under it."""

    record: Record
    number: tuple[int, ...]
    children: list[OutlineSection] = field(default_factory=list["OutlineSection"])


@dataclass(frozen=True, slots=True)
class Extent:
    """How many paragraphs a document or a section has, and how many records cite it.

    `given_up` counts those of a document's paragraphs that hold nothing to carry.
    """

    paragraphs: int
    given_up: int
    facts: int


def outline(library: Library, document_id: str) -> list[OutlineSection]:
    """The sections of a document in reading order, nested as the numbers in their titles say.

    The first section of a number opens it: those that have the same number or a longer one stand
    under it. A section without a number stands at the top.
    """
    top: list[OutlineSection] = []
    opened: list[OutlineSection] = []
    for record in sections_of(library, document_id):
        section = OutlineSection(record, _number(record))
        while opened and not _is_under(section, opened[-1]):
            opened.pop()
        (opened[-1].children if opened else top).append(section)
        if section.number and (not opened or section.number != opened[-1].number):
            opened.append(section)
    return top


def facts_from(library: Library, language: Language, section: Record) -> list[EntryGroup]:
    """The records that cite a section, kind by kind in the order of the paragraphs.

    The note of each names the paragraphs that it cites there.
    """
    groups: dict[Kind, list[tuple[list[int], Record]]] = {kind: [] for kind in FACTS}
    for record in library.get_many(library.citing(section.id)):
        groups[record.kind].append((_paragraphs(record, section.id), record))
    return [
        EntryGroup(kind.value, language.gettext(labels.KINDS[kind]), _entries(group, language))
        for kind, group in groups.items()
        if group
    ]


def sections_in(library: Library, language: Language, document: Record) -> EntryGroup:
    """The sections of a document in reading order, under how much of it the atlas carries.

    The note of each says how long it is and how many facts come from it.
    """
    sections = [
        (section, extent_of(library, section)) for section in sections_of(library, document.id)
    ]
    whole = extent_of(library, document)
    nothing = language.ngettext(
        "{number} holds nothing to carry", "{number} hold nothing to carry", whole.given_up
    )
    heading = language.gettext("Sections: {paragraphs}, of which {nothing}; {facts}").format(
        paragraphs=_paragraphs_text(whole.paragraphs, language),
        nothing=nothing.format(number=language.number(whole.given_up)),
        facts=_facts_text(whole.facts, language),
    )
    entries = (
        entry_of(section, extent_text(section, extent, language), language)
        for section, extent in sections
    )
    return EntryGroup(Kind.SECTION.value, heading, tuple(entries))


def extent_of(library: Library, record: Record) -> Extent:
    """The extent of a document or a section; a record that cites several sections counts once."""
    if isinstance(record.details, Section):
        length = record.details.last - record.details.first + 1
        return Extent(length, 0, len(library.citing(record.id)))
    paragraphs, given_up = library.coverage()[record.id]
    sections = sections_of(library, record.id)
    facts = {fact for section in sections for fact in library.citing(section.id)}
    return Extent(paragraphs, given_up, len(facts))


def extent_text(record: Record, extent: Extent, language: Language) -> str:
    """How long a document or a section is, and how many facts come from it, on one line."""
    length = _paragraphs_text(extent.paragraphs, language)
    if isinstance(record.details, Section):
        length = span_text(record.details, language)
    facts = _facts_text(extent.facts, language)
    return language.gettext("{length}, {facts}").format(length=length, facts=facts)


def span_text(section: Section, language: Language) -> str:
    """The paragraphs of a section: `paragraph 7`, `paragraphs 5–10`."""
    first, last = section.first, section.last
    span = str(first) if first == last else f"{first}–{last}"
    text = language.ngettext("paragraph {span}", "paragraphs {span}", last - first + 1)
    return text.format(span=span)


def _paragraphs_text(count: int, language: Language) -> str:
    text = language.ngettext("{number} paragraph", "{number} paragraphs", count)
    return text.format(number=language.number(count))


def _facts_text(count: int, language: Language) -> str:
    text = language.ngettext("{number} fact", "{number} facts", count)
    return text.format(number=language.number(count))


def _entries(group: list[tuple[list[int], Record]], language: Language) -> tuple[Entry, ...]:
    group.sort(key=lambda fact: fact[0])
    return tuple(
        entry_of(record, _where(paragraphs, language), language) for paragraphs, record in group
    )


def _paragraphs(record: Record, section_id: str) -> list[int]:
    """The paragraphs of a section that a record cites, each once and in order."""
    return sorted({each.paragraph for each in record.citations if each.section == section_id})


def _where(paragraphs: Sequence[int], language: Language) -> str:
    numbers = language.listed([str(paragraph) for paragraph in paragraphs])
    text = language.ngettext("paragraph {numbers}", "paragraphs {numbers}", len(paragraphs))
    return text.format(numbers=numbers)


def _number(section: Record) -> tuple[int, ...]:
    """The number that a title begins with, the same in every language; empty where it has none."""
    numbers = {
        match.group(1) if (match := _NUMBER.match(title)) else ""
        for title in section.title.values()
    }
    number = numbers.pop()
    return tuple(int(part) for part in number.split(".")) if number and not numbers else ()


def _is_under(section: OutlineSection, opener: OutlineSection) -> bool:
    return section.number[: len(opener.number)] == opener.number
