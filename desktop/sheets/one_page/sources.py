"""The sources of a sheet: each cited paragraph once, in the order of the documents."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.domain.records import Citation, Document, Kind
from desktop.sheets.one_page.parts import AnyRow, Block, SheetSource, citations_in
from desktop.sheets.one_page.subject import GENERAL_KNOWLEDGE, Subject


def sources_of(subject: Subject, blocks: Iterable[Block[AnyRow]]) -> tuple[SheetSource, ...]:
    """Every paragraph that the blocks cite, once; general knowledge comes last."""
    order = {record.id: place for place, record in enumerate(subject.library.list(Kind.DOCUMENT))}
    cited = sorted(
        citations_in(blocks),
        key=lambda citation: (order.get(citation.document, len(order)), citation.paragraph),
    )
    return tuple(_source(subject, citation) for citation in cited)


def _source(subject: Subject, citation: Citation) -> SheetSource:
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
        _section(subject, citation),
        language.gettext("par. {paragraph}").format(paragraph=citation.paragraph),
    )


def _section(subject: Subject, citation: Citation) -> str:
    """The section's name as it leads its paragraphs; "" for a document without sections."""
    if not citation.section:
        return ""
    title = subject.say(subject.library.title(citation.section))
    return subject.language.gettext("{section}:").format(section=title)


def _detail(subject: Subject, document: Document) -> str:
    language = subject.language
    name = language.locale.languages[document.language]
    if document.published is None:
        return language.gettext("in {language}, not dated").format(language=name)
    return language.gettext("in {language}, {date}").format(
        language=name, date=language.date(document.published)
    )
