"""Reading all seeds, and every mistake in them at once."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from desktop.domain.dates import PartialDate, Period
from desktop.domain.fingerprints import Fingerprint
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import (
    Document,
    Figure,
    Milestone,
    Person,
    Programme,
    Record,
    Section,
)
from desktop.domain.text import Text
from desktop.store import seed_values
from desktop.store.fingerprint_files import Fingerprints, read_fingerprints, read_runs
from desktop.store.prose_checks import prose_mistakes
from desktop.store.seeds import MODELS, DocumentSeed, SectionSeed, Seed

NO_SEEDS = N_("There are no seeds in {path}: give the folder that holds atlas.toml.")
BAD_EDITION = N_("The edition “{value}” in {path} is no date: write a month, such as 2026-11.")
NOT_TOML = N_("The file is no valid TOML ({detail}): mend it there.")
UNKNOWN_KIND = N_("“{value}” is no kind of record: write one of {kinds}.")
NOT_TABLES = N_("Write each record as a table of its own, [[{kind}]].")
UNKNOWN_KEY = N_("The key is unknown: take it out, or see the list of keys in seeds/README.md.")
MISSING_KEY = N_("The key is missing: add it.")
BAD_CHOICE = N_("“{value}” is not allowed here: write {expected}.")
BAD_VALUE = N_("“{value}” does not fit: {detail}.")
DUPLICATE = N_("The id is also used in {other}: choose another.")
BROKEN_LINK = N_("There is no record “{target}”: mend the id, or add the record.")
UNKNOWN_PARAGRAPH = N_("“{document}” has no paragraph {paragraph} in its fingerprint.")
NO_FINGERPRINT = N_("The document has no fingerprint: run “valley-atlas data verify --write”.")
NUMBER_NOT_CITED = N_("The cited paragraphs do not hold the number {value}: mend it, or cite more.")
YEAR_NOT_CITED = N_("The cited paragraphs do not hold the year {value}: mend it, or cite more.")
NUMBERS_DIFFER = N_("The languages hold different numbers ({detail}): make them say the same.")
UNCARRIED = N_("No record cites paragraph {paragraph}: carry it, or say why not under “nothing”.")
GIVEN_UP_BUT_CITED = N_("Paragraph {paragraph} is cited, so take it out of “nothing”.")
SECTION_GAP = N_("Paragraph {paragraph} of “{document}” lies in {count} sections: it must be in 1.")

_DIGITS = re.compile(r"\d+")
_Finding = tuple[str, str, dict[str, object]]
_Documents = dict[str, Sequence[Fingerprint] | None]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: where it stands, and a sentence (with its fields) on what to do."""

    file: str
    record: str
    key: str
    message: str
    fields: dict[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class Seeds:
    """All seeds, read and checked."""

    languages: tuple[str, ...]
    edition: str
    records: tuple[Record, ...]
    fingerprints: Fingerprints
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    file: str
    country: str
    seed: Seed


def read_seeds(folder: Path) -> Seeds:
    """Read and check every seed under `folder`; AtlasError where it holds no atlas.toml."""
    try:
        atlas = tomllib.loads((folder / "atlas.toml").read_text(encoding="utf-8"))
        languages = tuple(str(language) for language in atlas["languages"])
        edition = str(atlas["edition"])
    except (OSError, KeyError, TypeError, ValueError):
        raise AtlasError(NO_SEEDS, path=folder) from None
    try:
        PartialDate.parse(edition)
    except ValueError:
        raise AtlasError(BAD_EDITION, path=folder / "atlas.toml", value=edition) from None
    mistakes: list[Mistake] = []
    entries = list(_entries(folder, languages, mistakes))
    fingerprints = read_fingerprints(folder)
    sections = _section_index(entries)
    records = [entry.seed.to_record(entry.country, sections) for entry in entries]
    mistakes.extend(_cross_checks(entries, records, fingerprints))
    mistakes.extend(_prose_mistakes(entries, records, read_runs(folder)))
    ordered = sorted(records, key=lambda record: (-record.weight, record.id))
    return Seeds(languages, edition, tuple(ordered), fingerprints, tuple(mistakes))


def _entries(folder: Path, languages: tuple[str, ...], mistakes: list[Mistake]) -> Iterator[_Entry]:
    for path in sorted(path for path in folder.glob("*/*.toml") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        try:
            tables = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            mistakes.append(Mistake(name, "", "", NOT_TOML, {"detail": str(error)}))
            continue
        for kind, rows in tables.items():
            yield from _of_kind(kind, rows, name, path.parent.name, languages, mistakes)


def _of_kind(
    kind: str,
    rows: object,
    file: str,
    country: str,
    languages: tuple[str, ...],
    mistakes: list[Mistake],
) -> Iterator[_Entry]:
    if kind not in MODELS:
        fields: dict[str, object] = {"value": kind, "kinds": ", ".join(MODELS)}
        mistakes.append(Mistake(file, "", kind, UNKNOWN_KIND, fields))
        return
    if not isinstance(rows, list):
        mistakes.append(Mistake(file, "", kind, NOT_TABLES, {"kind": kind}))
        return
    for number, row in enumerate(cast("list[object]", rows), start=1):
        table = cast("dict[str, object]", row) if isinstance(row, dict) else {}
        label = f"{kind}/{table.get('id', f'#{number}')}"
        try:
            seed = MODELS[kind].model_validate(row, context={seed_values.LANGUAGES: languages})
        except ValidationError as error:
            mistakes.extend(_explain(error, file, label))
        else:
            yield _Entry(file, country, seed)


def _explain(error: ValidationError, file: str, record: str) -> Iterator[Mistake]:
    for detail in error.errors(include_url=False):
        key = ".".join(str(part) for part in detail["loc"] if part != "[key]")
        fields: dict[str, object] = dict(detail.get("ctx", {}))
        match detail["type"]:
            case seed_values.OWN_ERROR:
                message = str(fields.pop(seed_values.SENTENCE))
            case "extra_forbidden":
                message = UNKNOWN_KEY
            case "missing":
                message = MISSING_KEY
            case "literal_error" | "enum":
                message = BAD_CHOICE
                fields["value"] = detail["input"]
            case _:
                message = BAD_VALUE
                fields.update(value=detail["input"], detail=detail["msg"])
        yield Mistake(file, record, key, message, fields)


def _section_index(entries: Iterable[_Entry]) -> dict[tuple[str, int], str]:
    """Which section each paragraph lies in; a document without sections has none."""
    index: dict[tuple[str, int], str] = {}
    for entry in entries:
        if isinstance(entry.seed, SectionSeed):
            first, last = entry.seed.paragraphs
            for paragraph in range(first, last + 1):
                index[entry.seed.document, paragraph] = entry.seed.record_id
    return index


def _cross_checks(
    entries: list[_Entry], records: list[Record], fingerprints: Fingerprints
) -> Iterator[Mistake]:
    """What one record alone cannot show: ids, links, citations, numbers, sections."""
    first_file: dict[str, str] = {}
    documents = {
        record.id: fingerprints.get(record.details.file)
        for record in records
        if isinstance(record.details, Document)
    }
    ids = {record.id for record in records}
    for entry, record in zip(entries, records, strict=True):
        found: list[_Finding] = []
        if record.id in first_file:
            found.append(("id", DUPLICATE, {"other": first_file[record.id]}))
        first_file.setdefault(record.id, entry.file)
        found.extend(_broken_links(record, ids))
        found.extend(_bad_citations(record, documents))
        found.extend(_uncited_numbers(record, documents))
        found.extend(_differing_numbers(record))
        yield from (Mistake(entry.file, record.id, *finding) for finding in found)
    yield from _section_gaps(entries, documents)
    yield from _uncarried(entries, records, documents)


def _broken_links(record: Record, ids: set[str]) -> Iterator[_Finding]:
    targets = [(f"links.{link.relation}", link.target) for link in record.links]
    match record.details:
        case Figure(indicator=indicator, place=place):
            targets += [("indicator", indicator), ("place", place)]
        case Section(document=document):
            targets.append(("document", document))
        case _:
            pass
    for key, target in targets:
        if target not in ids:
            yield key, BROKEN_LINK, {"target": target}


def _bad_citations(record: Record, documents: _Documents) -> Iterator[_Finding]:
    for citation in record.citations:
        if citation.document not in documents:
            yield "cites", BROKEN_LINK, {"target": citation.document}
            continue
        paragraphs = documents[citation.document]
        if paragraphs is None:
            yield "cites", NO_FINGERPRINT, {}
        elif not 1 <= citation.paragraph <= len(paragraphs):
            fields: dict[str, object] = {
                "document": citation.document,
                "paragraph": citation.paragraph,
            }
            yield "cites", UNKNOWN_PARAGRAPH, fields


def _uncited_numbers(record: Record, documents: _Documents) -> Iterator[_Finding]:
    cited = _cited_numbers(record, documents)
    for key, value in _stated_values(record):
        if value not in cited:
            yield key, NUMBER_NOT_CITED, {"value": value}
    for key, period in _stated_periods(record):
        for date in period.dates:
            if Decimal(date.year) not in cited:
                yield key, YEAR_NOT_CITED, {"value": date.year}


def _cited_numbers(record: Record, documents: _Documents) -> set[Decimal]:
    numbers: set[Decimal] = set()
    for citation in record.citations:
        paragraphs = documents.get(citation.document) or ()
        for fingerprint in paragraphs[citation.paragraph - 1 : citation.paragraph]:
            numbers.update(fingerprint.numbers)
    return numbers


def _stated_values(record: Record) -> Iterator[tuple[str, Decimal]]:
    if isinstance(record.details, Figure):
        if record.details.value is not None:
            yield "value", record.details.value
        if record.details.value_to is not None:
            yield "value-to", record.details.value_to


def _stated_periods(record: Record) -> Iterator[tuple[str, Period]]:
    match record.details:
        case Figure(period=period) | Programme(period=period) if period:
            yield "period", period
        case Milestone(period=period):
            yield "period", period
        case Person(as_of=date) if date:
            yield "as-of", Period(date, date)
        case Document(published=date) if date:
            yield "published", Period(date, date)
        case _:
            pass


def texts_of(record: Record) -> dict[str, Text]:
    """Every text of a record by the name of its key, those of its kind included."""
    own = {name: getattr(record.details, name) for name in record.details.__slots__}
    texts = {"title": record.title, "summary": record.summary}
    return texts | {name: value for name, value in own.items() if isinstance(value, Text)}


def _differing_numbers(record: Record) -> Iterator[_Finding]:
    # Digit runs are the same in each language whatever its decimal mark or thousands separator.
    for key, text in texts_of(record).items():
        runs = {language: sorted(set(_DIGITS.findall(body))) for language, body in text.items()}
        if len({tuple(found) for found in runs.values()}) > 1:
            detail = "; ".join(f"{language}: {' '.join(found)}" for language, found in runs.items())
            yield key, NUMBERS_DIFFER, {"detail": detail}


def _uncarried(
    entries: list[_Entry], records: list[Record], documents: _Documents
) -> Iterator[Mistake]:
    """Paragraphs that no record cites and no list gives up, of documents that are carried."""
    cited = {(cite.document, cite.paragraph) for record in records for cite in record.citations}
    carried = {entry.seed.document for entry in entries if isinstance(entry.seed, SectionSeed)}
    for entry in entries:
        seed = entry.seed
        if not isinstance(seed, DocumentSeed) or seed.record_id not in carried:
            continue
        for paragraph in range(1, len(documents.get(seed.record_id) or ()) + 1):
            is_cited = (seed.record_id, paragraph) in cited
            if is_cited == (str(paragraph) in seed.nothing):
                message = GIVEN_UP_BUT_CITED if is_cited else UNCARRIED
                fields: dict[str, object] = {"paragraph": paragraph}
                yield Mistake(entry.file, seed.record_id, "nothing", message, fields)


def _prose_mistakes(
    entries: list[_Entry], records: list[Record], runs: Mapping[str, frozenset[str]]
) -> Iterator[Mistake]:
    files = {record.id: entry.file for entry, record in zip(entries, records, strict=True)}
    texts = {record.id: texts_of(record) for record in records}
    for record in records:
        if isinstance(record.details, Document) and record.details.file not in runs:
            yield Mistake(files[record.id], record.id, "file", NO_FINGERPRINT)
    known = frozenset[str]().union(*runs.values())
    for record_id, key, sentence, value in prose_mistakes(records, texts, known):
        yield Mistake(files[record_id], record_id, key, sentence, {"value": value})


def _section_gaps(entries: list[_Entry], documents: _Documents) -> Iterator[Mistake]:
    covered: dict[str, Counter[int]] = defaultdict(Counter)
    files: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry.seed, SectionSeed):
            first, last = entry.seed.paragraphs
            covered[entry.seed.document].update(range(first, last + 1))
            files[entry.seed.document] = entry.file
    for document, counts in covered.items():
        paragraphs = len(documents.get(document) or ())
        for paragraph in range(1, max(paragraphs, *counts) + 1):
            if counts[paragraph] != 1 or paragraph > paragraphs:
                fields: dict[str, object] = {
                    "paragraph": paragraph,
                    "document": document,
                    "count": counts[paragraph],
                }
                yield Mistake(files[document], document, "paragraphs", SECTION_GAP, fields)
