"""Does the atlas still stand on the documents? Checks that need the documents themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.fingerprints import fingerprint
from desktop.domain.records import Document
from desktop.domain.wording import runs_of_document
from desktop.store.checks import Seeds
from desktop.store.fingerprint_files import (
    differences,
    read_document,
    write_fingerprint,
    write_runs,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One document: its file, its number of paragraphs, and those that are not as they were."""

    file: str
    paragraphs: int
    changed: tuple[int, ...]


def verify(seeds: Seeds, documents: Path) -> list[Verdict]:
    """Hold every stored fingerprint against the document in the folder `documents`."""
    verdicts: list[Verdict] = []
    for document in _documents(seeds):
        found = fingerprint(read_document(documents, document.file), document.language)
        stored = seeds.fingerprints.get(document.file, ())
        verdicts.append(Verdict(document.file, len(found), tuple(differences(stored, found))))
    return verdicts


def write(seeds: Seeds, folder: Path, documents: Path) -> list[Path]:
    """Make every fingerprint anew beside the seeds in `folder`."""
    written: list[Path] = []
    for record in seeds.records:
        if isinstance(document := record.details, Document):
            text = read_document(documents, document.file)
            found = fingerprint(text, document.language)
            written.append(write_fingerprint(folder, record.country, document.file, found))
            runs = runs_of_document(text)
            written.append(write_runs(folder, record.country, document.file, runs))
    return written


def _documents(seeds: Seeds) -> list[Document]:
    return [record.details for record in seeds.records if isinstance(record.details, Document)]
