"""The sources of a sheet: each cited paragraph once, and the numbers that rows refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from desktop.domain.records import Citation, Document, Kind
from desktop.sheets.country.parts import Block, CountrySheet, Entry, KeyFigure, Row, SheetSource
from desktop.sheets.country.subject import GENERAL_KNOWLEDGE, Subject


def sources_of(subject: Subject, blocks: Iterable[Block[Row]]) -> tuple[SheetSource, ...]:
    """Every paragraph that the blocks cite, once, in the order of the documents."""
    cited = {citation for block in blocks for row in block.rows for citation in citations_of(row)}
    documents = [record.id for record in subject.library.list(Kind.DOCUMENT)]

    def position(citation: Citation) -> tuple[int, int]:
        known = citation.document in documents
        place = documents.index(citation.document) if known else len(documents)
        return place, citation.paragraph

    # A paragraph cited by two spellings of its section is one paragraph.
    return tuple(_source(subject, citation) for citation in sorted(cited, key=position))


def citations_of(row: Row) -> Iterator[Citation]:
    """The citations of a row, those of the values beside it included."""
    yield from row.citations
    if isinstance(row, KeyFigure):
        for other in row.others:
            yield from other.citations


def cited_sources(sheet: CountrySheet) -> list[SheetSource]:
    """The sources that the rows still on the sheet cite: the nth is note n."""
    cited = {
        citation
        for block in blocks_of(sheet)
        for row in block.rows
        for citation in citations_of(row)
    }
    return [source for source in sheet.sources if source.citation in cited]


def blocks_of(sheet: CountrySheet) -> tuple[Block[Entry], ...]:
    """The blocks whose rows cite."""
    raise NotImplementedError


def _source(subject: Subject, citation: Citation) -> SheetSource:
    language = subject.language
    if citation == GENERAL_KNOWLEDGE:
        return SheetSource(
            citation, language.gettext("General knowledge, not from the documents"), "", "", ""
        )
    record = subject.library.get(citation.document)
    section = subject.library.get(citation.section).title if citation.section else None
    return SheetSource(
        citation,
        subject.say(record.title),
        _detail(subject, record.details) if isinstance(record.details, Document) else "",
        subject.say(section) if section else "",
        language.gettext("par. {paragraph}").format(paragraph=citation.paragraph),
    )


def _detail(subject: Subject, document: Document) -> str:
    language = subject.language
    name = language.locale.languages[document.language]
    if document.published is None:
        return language.gettext("in {language}, not dated").format(language=name)
    return language.gettext("in {language}, {date}").format(
        language=name, date=language.date(document.published)
    )


def note(citations: Sequence[Citation], numbers: dict[Citation, int]) -> str:
    """The numbers of citations as a note: `3`, `3,7` or `3–5`."""
    found = sorted({numbers[citation] for citation in citations})
    runs: list[list[int]] = []
    for number in found:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs
    )
