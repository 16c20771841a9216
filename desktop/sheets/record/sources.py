"""Where a record was read: its citations, each section named once with all its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.records import Record
from desktop.l10n.language import Language
from desktop.sheets.number_runs import number_runs
from desktop.sheets.record.titles import Titles


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: `text` names document, section and paragraphs.

    `record` is the section's record, or the document's where it has no sections.
    """

    number: int
    record: str
    paragraphs: tuple[int, ...]
    text: str


def sources_of(record: Record, titles: Titles, language: Language) -> tuple[Source, ...]:
    """The sections that a record cites, numbered from 1 in the order of its citations."""
    return sources_among([record], titles, language)


def sources_among(
    records: Iterable[Record], titles: Titles, language: Language
) -> tuple[Source, ...]:
    """The sections that any of some records cite, each once with all the paragraphs cited."""
    cited: dict[tuple[str, str], set[int]] = {}
    for citation in (citation for record in records for citation in record.citations):
        cited.setdefault((citation.document, citation.section), set()).add(citation.paragraph)
    titles.fetch(part for place in cited for part in place if part)
    return tuple(
        Source(
            number,
            section or document,
            tuple(sorted(paragraphs)),
            _text(document, section, sorted(paragraphs), titles, language),
        )
        for number, ((document, section), paragraphs) in enumerate(cited.items(), start=1)
    )


def named_together(sources: tuple[Source, ...], language: Language) -> str:
    """All sources in one phrase, or that there is none."""
    if not sources:
        return language.gettext("general knowledge, not from the documents")
    # Sections and paragraphs stand between commas, so sources stand between semicolons.
    return language.side_by_side([source.text for source in sources])


def _text(
    document: str, section: str, paragraphs: list[int], titles: Titles, language: Language
) -> str:
    numbers = language.listed(number_runs(paragraphs))
    if not section:
        sentence = language.ngettext(
            "{document}, paragraph {paragraphs}",
            "{document}, paragraphs {paragraphs}",
            len(paragraphs),
        )
        return sentence.format(document=titles[document], paragraphs=numbers)
    sentence = language.ngettext(
        "{document}, section “{section}”, paragraph {paragraphs}",
        "{document}, section “{section}”, paragraphs {paragraphs}",
        len(paragraphs),
    )
    return sentence.format(document=titles[document], section=titles[section], paragraphs=numbers)
