"""What an atlas holds, counted: records, citations, coverage, words, and what is not stated."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.records import (
    Document,
    Figure,
    Kind,
    Milestone,
    Person,
    Programme,
    Record,
    Status,
    Term,
    texts_of,
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many paragraphs a document has, how many records cite, how many hold nothing."""

    paragraphs: int
    cited: int
    given_up: int

    @property
    def is_whole(self) -> bool:
        """Whether no paragraph is left."""
        return self.cited + self.given_up == self.paragraphs


@dataclass(frozen=True, slots=True)
class Gap:
    """How many records of a kind leave a part unstated, of how many that could state it."""

    kind: Kind
    part: str
    open: int
    total: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The counts of an atlas; documents go by file name, in order."""

    records: Mapping[Kind, int]
    citations: Mapping[str, int]
    coverage: Mapping[str, Coverage]
    words: Mapping[str, int]
    gaps: Sequence[Gap]


def stats_of(records: Sequence[Record], paragraphs: Mapping[str, tuple[int, int]]) -> Stats:
    """Count `records`; `paragraphs` holds, by document id, all paragraphs and those given up."""
    counts = Counter(record.kind for record in records)
    files = {
        record.id: record.details.file for record in records if isinstance(record.details, Document)
    }
    citations: Counter[str] = Counter()
    cited: defaultdict[str, set[int]] = defaultdict(set)
    words: Counter[str] = Counter()
    for record in records:
        for citation in record.citations:
            citations[files[citation.document]] += 1
            cited[citation.document].add(citation.paragraph)
        for text in texts_of(record).values():
            words.update({language: len(body.split()) for language, body in text.items()})
    by_file = sorted((file, document) for document, file in files.items())
    return Stats(
        records={kind: counts[kind] for kind in Kind},
        citations={file: citations[file] for file, _document in by_file},
        coverage={
            file: Coverage(total, len(cited[document]), given_up)
            for file, document in by_file
            for total, given_up in [paragraphs[document]]
        },
        words=dict(words),
        gaps=tuple(_gaps(records)),
    )


def _gaps(records: Iterable[Record]) -> Iterator[Gap]:
    states: defaultdict[tuple[Kind, str], list[bool]] = defaultdict(list)
    for record in records:
        for part, is_stated in _parts(record):
            states[record.kind, part].append(is_stated)
    for kind, part in sorted(states):
        stated = states[kind, part]
        yield Gap(kind, part, stated.count(False), len(stated))


def _parts(record: Record) -> Iterator[tuple[str, bool]]:
    """Each part that a record may leave unstated, and whether it is stated."""
    match record.details:
        case Figure(period=period):
            yield "period", period is not None
        case Milestone(period=period, pillar=pillar):
            yield "date", period is not None
            yield "pillar", pillar is not None
        case Programme(period=period, status=status):
            yield "period", period is not None
            yield "status", status is not Status.NOT_STATED
        case Person(as_of=date):
            yield "date", date is not None
        case Document(published=date):
            yield "date", date is not None
        case Term(type="abbreviation", expansion=expansion):
            in_documents = expansion is not None and not {"all", "expansion"} & {*record.outside}
            yield "expansion", in_documents
        case _:
            pass
