"""The sources of a sheet: each cited paragraph once, in the order of the documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.domain.records import Citation, Document, Kind
from desktop.domain.text import Text
from desktop.sheets.one_page.parts import AnyRow, Block, SheetSource, citations_in
from desktop.sheets.one_page.subject.subject import GENERAL_KNOWLEDGE, Subject


def sources_of(subject: Subject, blocks: Iterable[Block[AnyRow]]) -> tuple[SheetSource, ...]:
    """Every paragraph that the blocks cite, once; general knowledge comes last."""
    order = {record.id: place for place, record in enumerate(subject.library.list(Kind.DOCUMENT))}
    cited = sorted(
        citations_in(blocks),
        key=lambda citation: (order.get(citation.document, len(order)), citation.paragraph),
    )
    sections = subject.library.titles({citation.section for citation in cited} - {""})
    return tuple(_source(subject, citation, sections) for citation in cited)


def _source(subject: Subject, citation: Citation, sections: Mapping[str, Text]) -> SheetSource:
    language = subject.language
    if citation == GENERAL_KNOWLEDGE:
        return SheetSource(
            citation, language.gettext("General knowledge, not from the documents"), "", "", ""
        )
    record = subject.library.get(citation.document)
    return SheetSource(
        citation,
        subject.say(record.title),
        _detail(subject, record.details) if isinstance(record.details, Document) else "",
        _section(subject, sections.get(citation.section)),
        language.gettext("par. {paragraph}").format(paragraph=citation.paragraph),
    )


def _section(subject: Subject, title: Text | None) -> str:
    """The section's name as it leads its paragraphs; "" for a document without sections."""
    if title is None:
        return ""
    return subject.language.gettext("{section}:").format(section=subject.say(title))


def _detail(subject: Subject, document: Document) -> str:
    language = subject.language
    name = language.locale.languages[document.language]
    if document.published is None:
        return language.gettext("in {language}, not dated").format(language=name)
    return language.gettext("in {language}, {date}").format(
        language=name, date=language.date(document.published)
    )
