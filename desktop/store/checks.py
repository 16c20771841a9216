"""Reading all seeds, and every mistake in them at once."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.chart_specs import ChartSpec, chart_texts
from desktop.domain.dates import PartialDate
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import Document, Figure, Kind, Record, Section, texts_of
from desktop.domain.sheet_specs import SheetSpec, sheet_texts
from desktop.domain.text import Text
from desktop.store.chart_checks import chart_findings
from desktop.store.chart_seeds import CHART
from desktop.store.citation_checks import (
    BROKEN_LINK,
    Documents,
    Finding,
    citation_findings,
    coverage_findings,
)
from desktop.store.fingerprint_files import Fingerprints, read_fingerprints, read_runs
from desktop.store.glossary_checks import avoided_words, terms_not_said
from desktop.store.prose_checks import prose_mistakes
from desktop.store.search.words import SearchWords, read_words
from desktop.store.seed_files import Entry, Mistake, SeedFiles, read_files
from desktop.store.seeds import DocumentSeed, SectionSeed, TermSeed
from desktop.store.sheet_checks import sheet_findings
from desktop.store.sheet_seeds import SHEET

__all__ = ["Mistake", "Seeds", "read_seeds"]

NO_SEEDS = N_("There are no seeds in {path}: give the folder that holds atlas.toml.")
BAD_EDITION = N_("The edition “{value}” in {path} is no date: write a month, such as 2026-11.")
DUPLICATE = N_("The id is also used in {other}: choose another.")
NO_FINGERPRINT = N_("The document has no fingerprint: run “valley-atlas data verify --write”.")
NUMBERS_DIFFER = N_("The languages hold different numbers ({detail}): make them say the same.")

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Seeds:
    """All seeds, read and checked.

    `given_up` holds, of each document, the paragraphs that are said to hold nothing to carry.
    `charts` and `sheets` stand in the order of the files.
    """

    languages: tuple[str, ...]
    edition: str
    records: tuple[Record, ...]
    fingerprints: Fingerprints
    given_up: Mapping[str, frozenset[int]]
    words: SearchWords
    mistakes: tuple[Mistake, ...]
    charts: tuple[ChartSpec, ...] = ()
    sheets: tuple[SheetSpec, ...] = ()


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
    files = read_files(folder, languages)
    fingerprints = read_fingerprints(folder)
    sections = _section_index(files.entries)
    records = [entry.seed.to_record(entry.country, sections) for entry in files.entries]
    charts = [entry.seed.to_spec(entry.country) for entry in files.charts]
    sheets = [entry.seed.to_spec(entry.country, sections) for entry in files.sheets]
    given_up = _given_up(files.entries)
    written = _written_in(files)
    mistakes = [*files.mistakes, *_duplicates(written)]
    texts = {record.id: texts_of(record) for record in records}
    texts |= {f"{CHART}/{chart.id}": chart_texts(chart) for chart in charts}
    texts |= {f"{SHEET}/{sheet.subject}": sheet_texts(sheet) for sheet in sheets}
    by_id = {record.id: record for record in records}
    findings = [
        *_findings(records, texts, files.ids, given_up, fingerprints, read_runs(folder)),
        *_glossary_findings(files, records, texts),
        *chart_findings(charts, by_id, files.ids),
        *sheet_findings(sheets, charts, by_id, files.ids, _documents(records, fingerprints)),
    ]
    homes = dict(written)
    mistakes += (Mistake(homes.get(finding[0], ""), *finding) for finding in findings)
    ordered = sorted(records, key=lambda record: (-record.weight, record.id))
    return Seeds(
        languages,
        edition,
        tuple(ordered),
        fingerprints,
        given_up,
        read_words(folder),
        tuple(mistakes),
        tuple(charts),
        tuple(sheets),
    )


def _written_in(files: SeedFiles) -> list[tuple[str, str]]:
    """The id of every record, chart and sheet, with the file that it stands in."""
    records = [(entry.seed.record_id, entry.file) for entry in files.entries]
    charts = [(f"{CHART}/{entry.seed.id}", entry.file) for entry in files.charts]
    return records + charts + [(f"{SHEET}/{entry.seed.id}", entry.file) for entry in files.sheets]


def _section_index(entries: Sequence[Entry]) -> dict[tuple[str, int], str]:
    """Which section each paragraph lies in; a document without sections has none."""
    index: dict[tuple[str, int], str] = {}
    for entry in entries:
        if isinstance(entry.seed, SectionSeed):
            first, last = entry.seed.paragraphs
            for paragraph in range(first, last + 1):
                index[entry.seed.document, paragraph] = entry.seed.record_id
    return index


def _given_up(entries: Sequence[Entry]) -> dict[str, frozenset[int]]:
    return {
        entry.seed.record_id: frozenset(entry.seed.given_up)
        for entry in entries
        if isinstance(entry.seed, DocumentSeed)
    }


def _glossary_findings(
    files: SeedFiles, records: Sequence[Record], texts: Mapping[str, Mapping[str, Text]]
) -> Iterator[Finding]:
    """Each country has a glossary of its own."""
    for country in sorted({record.country for record in records}):
        own = [record for record in records if record.country == country]
        own_ids = [record.id for record in own]
        own_ids += (f"{CHART}/{each.seed.id}" for each in files.charts if each.country == country)
        own_ids += (f"{SHEET}/{each.seed.id}" for each in files.sheets if each.country == country)
        own_texts = {owner: texts[owner] for owner in own_ids}
        avoided = _avoided([entry for entry in files.entries if entry.country == country])
        yield from avoided_words(own_texts, avoided)
        yield from terms_not_said(own, own_texts)


def _avoided(entries: Sequence[Entry]) -> dict[str, dict[str, str]]:
    """By language the words that the glossary avoids, each with the title of its term."""
    avoided: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        if isinstance(entry.seed, TermSeed):
            for language, words in entry.seed.avoid.items():
                for word in words:
                    avoided[language][word.casefold()] = entry.seed.title[language]
    return avoided


def _duplicates(written: Iterable[tuple[str, str]]) -> Iterator[Mistake]:
    first_file: dict[str, str] = {}
    for owner, file in written:
        if owner in first_file:
            yield Mistake(file, owner, "id", DUPLICATE, {"other": first_file[owner]})
        first_file.setdefault(owner, file)


def _findings(
    records: Sequence[Record],
    texts: Mapping[str, Mapping[str, Text]],
    ids: frozenset[str],
    given_up: Mapping[str, frozenset[int]],
    fingerprints: Fingerprints,
    runs: Mapping[str, frozenset[str]],
) -> Iterator[Finding]:
    """What one record alone cannot show: links, citations, numbers, sections, wording.

    `texts` are those of the charts and sheets too.
    """
    files = _document_files(records)
    for record in records:
        yield from _broken_links(record, ids)
    for owner, by_key in texts.items():
        yield from _differing_numbers(owner, by_key)
    documents = _documents(records, fingerprints)
    yield from citation_findings(records, texts, documents)
    sections = {record.id for record in records if isinstance(record.details, Section)}
    if all(id_ in sections for id_ in ids if id_.startswith(f"{Kind.SECTION}/")):
        # A section that could not be read is reported, and its paragraphs are not missing.
        yield from coverage_findings(records, given_up, documents)
    for record, file in files.items():
        if file not in runs or file not in fingerprints:
            yield record, "file", NO_FINGERPRINT, {}
    known = frozenset[str]().union(*runs.values())
    for record, key, sentence, value in prose_mistakes(records, texts, known):
        yield record, key, sentence, {"value": value}


def _document_files(records: Sequence[Record]) -> dict[str, str]:
    return {
        record.id: record.details.file for record in records if isinstance(record.details, Document)
    }


def _documents(records: Sequence[Record], fingerprints: Fingerprints) -> Documents:
    """The fingerprint of each document; None for one that has none."""
    return {record: fingerprints.get(file) for record, file in _document_files(records).items()}


def _broken_links(record: Record, ids: frozenset[str]) -> Iterator[Finding]:
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
            yield record.id, key, BROKEN_LINK, {"target": target}


def _differing_numbers(owner: str, texts: Mapping[str, Text]) -> Iterator[Finding]:
    # Digit runs are the same in each language whatever its decimal mark or thousands separator.
    for key, text in texts.items():
        runs = {language: sorted(set(_DIGITS.findall(body))) for language, body in text.items()}
        if len({tuple(found) for found in runs.values()}) > 1:
            detail = "; ".join(f"{language}: {' '.join(found)}" for language, found in runs.items())
            yield owner, key, NUMBERS_DIFFER, {"detail": detail}
