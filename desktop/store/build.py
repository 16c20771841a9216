"""From checked seeds to one SQLite file, byte for byte the same from the same seeds."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

from sqlmodel import SQLModel

from desktop.domain.chart_specs import ChartSpec, chart_texts
from desktop.domain.problems import N_, AtlasError
from desktop.domain.records import Document, Place, Record, texts_of
from desktop.domain.sheet_specs import SheetSpec, sheet_texts
from desktop.domain.text import Text
from desktop.store.checks import Seeds
from desktop.store.facets import facets_of
from desktop.store.file_format import SCHEMA_VERSION
from desktop.store.ranks import SortKey, ranks_of
from desktop.store.schema import prepare
from desktop.store.search.entries import entries_of, names_of_facts, synonym_keys
from desktop.store.search.index import write_index
from desktop.store.sheets import items_of
from desktop.store.tables import (
    DETAIL_TABLES,
    AskRow,
    CalledRow,
    ChartFigureRow,
    ChartRow,
    ChartTextRow,
    CitationRow,
    CoverageRow,
    FacetRow,
    LinkerRow,
    LinkRow,
    MetaRow,
    NameRow,
    RankRow,
    RecordRow,
    SheetCitationRow,
    SheetItemRow,
    SheetRow,
    SheetTextRow,
    SynonymRow,
    TextRow,
    VoidRow,
    table_name,
)

MISTAKES = N_("The seeds hold mistakes: run “valley-atlas data check” and mend them first.")
NO_COUNTRY = N_("The seeds hold no country: add a place of type “country”.")
NO_FILE = N_("{path} is no file that can be written: name a file to write to.")
UNWRITABLE = N_("The atlas cannot be written to {path} ({reason}): choose another place.")

# A table and the value of each of its columns.
_Row = tuple[type[SQLModel], dict[str, object]]


def build(seeds: Seeds, target: Path, sort_key: SortKey) -> str:
    """Write the atlas of `seeds` to `target`, whole or not at all; the content hash comes back.

    `sort_key` gives the key by which lists sort a title.
    AtlasError where the seeds hold mistakes or the file cannot be written.
    """
    if seeds.mistakes:
        raise AtlasError(MISTAKES)
    if not any(_is_country(record) for record in seeds.records):
        raise AtlasError(NO_COUNTRY)
    rows = [
        *_rows(seeds),
        *_list_rows(seeds, sort_key),
        *_search_rows(seeds),
        *_chart_rows(seeds.charts),
        *_sheet_rows(seeds.sheets),
    ]
    content_hash = _hash(rows)
    rows += [_row(MetaRow, key=key, value=value) for key, value in _meta(seeds, content_hash)]
    try:
        target = target.resolve()
        if target.exists() and not target.is_file():
            raise AtlasError(NO_FILE, path=target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            draft = Path(folder) / target.name
            _write(draft, rows, seeds.records)
            draft.replace(target)
    except OSError as error:
        raise AtlasError(UNWRITABLE, path=target, reason=error.strerror) from error
    except sqlite3.OperationalError as error:
        # A full disk, as SQLite says it.
        raise AtlasError(UNWRITABLE, path=target, reason=error) from error
    return content_hash


def _is_country(record: Record) -> bool:
    return isinstance(record.details, Place) and record.details.type == "country"


def _meta(seeds: Seeds, content_hash: str) -> Iterator[tuple[str, str]]:
    yield "content_hash", content_hash
    yield "edition", seeds.edition
    yield "languages", " ".join(seeds.languages)
    yield "schema", str(SCHEMA_VERSION)


def _rows(seeds: Seeds) -> Iterator[_Row]:
    for position, record in enumerate(seeds.records):
        yield _row(
            RecordRow,
            id=record.id,
            position=position,
            kind=record.kind.value,
            country=record.country,
            weight=record.weight,
            outside=" ".join(record.outside),
        )
        yield from _parts(record)
        yield _details(record)
        if isinstance(record.details, Document):
            yield _row(
                CoverageRow,
                document=record.id,
                paragraphs=len(seeds.fingerprints[record.details.file]),
                given_up=len(seeds.given_up[record.id]),
            )


def _list_rows(seeds: Seeds, sort_key: SortKey) -> Iterator[_Row]:
    """What lists are narrowed, grouped and sorted by."""
    for record, facet, value in facets_of(seeds.records):
        yield _row(FacetRow, record=record, facet=facet.value, value=value)
    for rank in ranks_of(seeds.records, seeds.languages, sort_key):
        yield _row(
            RankRow,
            record=rank.record,
            ordering=rank.order.value,
            language=rank.language,
            position=rank.position,
        )


def _search_rows(seeds: Seeds) -> Iterator[_Row]:
    """What search knows of words in general, and by which names places and themes go."""
    for word in sorted(seeds.words.void_words()):
        yield _row(VoidRow, word=word)
    for language, linkers in sorted(seeds.words.linkers.items()):
        for letters in sorted(set(linkers)):
            yield _row(LinkerRow, language=language, letters=letters)
    for words, kind in sorted(set(seeds.words.asked())):
        yield _row(AskRow, words=words, kind=kind.value)
    for phrase, meaning, words in sorted(set(synonym_keys(seeds.words, seeds.records))):
        yield _row(SynonymRow, phrase=phrase, meaning=meaning, words=words)
    for words, record in sorted(set(names_of_facts(seeds.records))):
        yield _row(CalledRow, words=words, record=record)


def _chart_rows(charts: Sequence[ChartSpec]) -> Iterator[_Row]:
    for position, chart in enumerate(charts):
        yield _row(
            ChartRow,
            id=chart.id,
            position=position,
            country=chart.country,
            form=chart.form.value,
            finding=chart.finding.value,
            place=chart.place,
            themes=" ".join(chart.themes),
        )
        for field, text in chart_texts(chart).items():
            for language, body in text.items():
                yield _row(ChartTextRow, chart=chart.id, field=field, language=language, body=body)
        for number, panel in enumerate(chart.panels):
            for place, figure in enumerate(panel.figures):
                yield _row(
                    ChartFigureRow,
                    chart=chart.id,
                    panel=number,
                    position=place,
                    figure=figure,
                    requested=figure in panel.requested,
                )


def _sheet_rows(sheets: Sequence[SheetSpec]) -> Iterator[_Row]:
    for place, spec in enumerate(sheets):
        sheet = spec.subject
        yield _row(SheetRow, subject=sheet, position=place, country=spec.country, chart=spec.chart)
        for field, text in sheet_texts(spec).items():
            for language, body in text.items():
                yield _row(SheetTextRow, sheet=sheet, field=field, language=language, body=body)
        for part, number, position, record in items_of(spec):
            yield _row(
                SheetItemRow,
                sheet=sheet,
                part=part,
                number=number,
                position=position,
                record=record,
            )
        for position, citation in enumerate(spec.citations):
            yield _row(
                SheetCitationRow,
                sheet=sheet,
                position=position,
                document=citation.document,
                section=citation.section,
                paragraph=citation.paragraph,
            )


def _row(table: type[SQLModel], **columns: object) -> _Row:
    # The tables own the schema; an object for each of many thousand rows would double the build.
    return table, {name: columns.get(name) for name in _columns(table)}


def _columns(table: type[SQLModel]) -> tuple[str, ...]:
    return tuple(table.model_fields)


def _parts(record: Record) -> Iterator[_Row]:
    for field, text in texts_of(record).items():
        for language, body in text.items():
            yield _row(TextRow, record=record.id, field=field, language=language, body=body)
    for position, name in enumerate(record.names):
        yield _row(NameRow, record=record.id, position=position, body=name)
    for position, citation in enumerate(record.citations):
        yield _row(
            CitationRow,
            record=record.id,
            position=position,
            document=citation.document,
            section=citation.section,
            paragraph=citation.paragraph,
        )
    for position, link in enumerate(record.links):
        yield _row(
            LinkRow,
            record=record.id,
            position=position,
            relation=link.relation.value,
            target=link.target,
        )


def _details(record: Record) -> _Row:
    own = {name: getattr(record.details, name) for name in record.details.__slots__}
    columns = {name: _column(value) for name, value in own.items() if not isinstance(value, Text)}
    return _row(DETAIL_TABLES[record.kind], record=record.id, **columns)


def _column(value: object) -> object:
    if isinstance(value, tuple):
        return " ".join(str(part) for part in cast("tuple[object, ...]", value))
    return value if value is None or isinstance(value, int | float) else str(value)


def _hash(rows: Sequence[_Row]) -> str:
    """A SHA-256 over every row of every table, in order, as JSON."""
    digest = hashlib.sha256()
    for table, columns in rows:
        digest.update(json.dumps([table_name(table), columns], sort_keys=True).encode())
    return digest.hexdigest()


def _write(path: Path, rows: Sequence[_Row], records: Sequence[Record]) -> None:
    with closing(sqlite3.connect(path)) as database:
        prepare(database)
        by_table: dict[type[SQLModel], list[dict[str, object]]] = defaultdict(list)
        for table, columns in rows:
            by_table[table].append(columns)
        for table, of_table in by_table.items():
            names = _columns(table)
            places = ", ".join(f":{name}" for name in names)
            # Names come from the tables above, never from data.
            sql = f"INSERT INTO {table_name(table)} ({', '.join(names)}) VALUES ({places})"
            database.executemany(sql, of_table)
        write_index(database, entries_of(records))
        database.commit()
        # A fresh layout: the same content gives the same pages.
        database.execute("VACUUM")
