"""The library over a built atlas: plain sqlite3, because start-up counts.

A test holds the columns read here to the tables that the build writes.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.domain.browsing import Browse, Facet, Group
from desktop.domain.chart_specs import ChartSpec
from desktop.domain.folding import words_of
from desktop.domain.problems import N_, AtlasError, UsageError
from desktop.domain.queries import Results, SearchQuery
from desktop.domain.records import Citation, Details, Kind, Link, Record, Relation
from desktop.domain.sheet_specs import SheetSpec
from desktop.domain.text import Text
from desktop.store.browser import Browser, storable
from desktop.store.charts import read_charts
from desktop.store.details import COLUMNS, MAKERS, Texts
from desktop.store.file_format import TRUNCATED, check_header
from desktop.store.search.finder import Finder
from desktop.store.search.stoppable import StoppableSearch
from desktop.store.sheets import read_sheets

UNKNOWN_RECORD = N_("There is no record “{id}”: “valley-atlas list all” names those there are.")

# Any SQLite takes so many values in one statement (SQLITE_MAX_VARIABLE_NUMBER was 999 once).
_MOST_VALUES = 900
# What one page shows is read once for its chart, its table and its sources.
_MOST_RECENT = 500


class AtlasLibrary:
    """A `Library` over one atlas file, opened read-only and immutable."""

    def __init__(
        self, database: sqlite3.Connection, to_search: sqlite3.Connection, path: Path
    ) -> None:
        self._database = database
        self._searching = StoppableSearch(to_search)
        self._path = path
        self._edition = dict(self._rows("SELECT key, value FROM meta"))
        self._finder = Finder(self._searching.rows, self.languages)
        self._browser = Browser(self._rows)
        # The file never changes, and lists are asked for again with every language.
        self._lists: dict[Kind | None, Sequence[Record]] = {}
        # The records of those lists, which are in memory anyway, by their ids.
        self._known: dict[str, Record] = {}
        # Of all others those that were read last.
        self._recent: OrderedDict[str, Record] = OrderedDict()
        self._charts: Sequence[ChartSpec] | None = None
        self._sheets: Sequence[SheetSpec] | None = None
        self._ties: dict[tuple[Kind, ...], Mapping[str, tuple[int, int]]] = {}

    @classmethod
    def open(cls, path: Path) -> AtlasLibrary:
        """Open the atlas at `path`; AtlasError, in one sentence, for anything that is none."""
        check_header(path)
        # A search runs in a thread of its own, and is ended there without harm to other reading.
        return cls(_connected(path), _connected(path), path)

    @property
    def languages(self) -> Sequence[str]:
        """The language codes that every text is there in."""
        return self._edition["languages"].split()

    @property
    def edition(self) -> Mapping[str, str]:
        """`edition`, `schema`, `content_hash` and `languages`, as the build wrote them."""
        return self._edition

    def get(self, record_id: str) -> Record:
        """The record of that id; UsageError where there is none."""
        record_id = storable(record_id)
        if known := self._remembered(record_id):
            return known
        for record in self._read("id = ?", (record_id,)):
            return record
        raise UsageError(UNKNOWN_RECORD, id=record_id)

    def title(self, record_id: str) -> Text:
        """The title alone of the record of that id; UsageError where there is none."""
        for title in self.titles((record_id,)).values():
            return title
        raise UsageError(UNKNOWN_RECORD, id=storable(record_id))

    def titles(self, record_ids: Collection[str]) -> Mapping[str, Text]:
        """The titles of those ids that there are, found at once."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for marks, some in _portions(record_ids):
            rows = self._rows(
                "SELECT record, language, body FROM text "
                f"WHERE field = 'title' AND record IN ({marks})",
                some,
            )
            for record_id, language, body in rows:
                found[record_id][language] = body
        with self._blaming_the_file():
            return {
                record_id: Text({language: titles[language] for language in self.languages})
                for record_id, titles in found.items()
            }

    def list(self, kind: Kind | None = None) -> Sequence[Record]:
        """All records of a kind, or all of them, the most important first."""
        if kind not in self._lists:
            chosen = self._read("kind = ?", (kind.value,)) if kind else self._read("1", ())
            self._lists[kind] = tuple(chosen)
            self._known.update((record.id, record) for record in chosen)
        return self._lists[kind]

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        """The records of those ids, in their order; UsageError where one of them is none."""
        remembered = ((each, self._remembered(each)) for each in record_ids)
        found = {each: record for each, record in remembered if record}
        others = [each for each in record_ids if each not in found]
        read = {
            record.id: record
            for marks, some in _portions(others)
            for record in self._read(f"id IN ({marks})", some)
        }
        self._recent.update(read)
        while len(self._recent) > _MOST_RECENT:
            self._recent.popitem(last=False)
        found |= read
        for record_id in record_ids:
            if record_id not in found:
                raise UsageError(UNKNOWN_RECORD, id=storable(record_id))
        return [found[record_id] for record_id in record_ids]

    def _remembered(self, record_id: str) -> Record | None:
        return self._known.get(record_id) or self._recent.get(record_id)

    def browse(self, browse: Browse) -> Sequence[Group]:
        """The ids that a list shows, group by group; the groups in order of their values."""
        with self._blaming_the_file():
            return self._browser.browse(browse)

    def facet_counts(self, browse: Browse, facet: Facet) -> Mapping[str, int]:
        """How many records each value of a facet would leave, the values in order."""
        with self._blaming_the_file():
            return self._browser.counts(browse, facet)

    def search(self, query: SearchQuery, language: str) -> Results:
        """What matches in any language, best first, told in `language`."""
        with self._blaming_the_file():
            return self._searching.run(lambda: self._finder.find(query, language), Results())

    def stop_search(self) -> None:
        """Have the search that runs in another thread, if one does, give back no results."""
        self._searching.stop()

    def search_counts(self, query: SearchQuery, facet: Facet) -> Mapping[str, int]:
        """How many of the records that match have each value of a facet."""
        with self._blaming_the_file():
            return self._searching.run(lambda: self._finder.counts(query, facet), {})

    def named(self, kind: Kind, words: str) -> str | None:
        """The id of the record of a kind that goes by these words, if one does."""
        with self._blaming_the_file():
            return next(iter(self._browser.named(kind, words_of(words))), None)

    def figures_in(self, place_ids: Sequence[str]) -> Sequence[str]:
        """The ids of the figures measured in any of the places or stated to be about it."""
        marks = ", ".join("?" for _ in place_ids)
        rows = self._rows(
            "SELECT record.id FROM record JOIN figure ON figure.record = record.id "
            f"WHERE figure.place IN ({marks}) "
            f"OR record.id IN (SELECT record FROM link WHERE target IN ({marks})) "
            "ORDER BY record.position",
            (*place_ids, *place_ids),
        )
        return [str(record) for (record,) in rows]

    def citing(self, section_id: str) -> Sequence[str]:
        """The ids of the records that cite a paragraph of a section, other sections left out."""
        rows = self._rows(
            "SELECT DISTINCT record.id, record.position FROM citation "
            "JOIN record ON record.id = citation.record "
            "WHERE citation.section = ? AND record.kind <> ? ORDER BY record.position",
            (section_id, Kind.SECTION.value),
        )
        return [str(record) for record, _position in rows]

    def coverage(self) -> Mapping[str, tuple[int, int]]:
        """Of each document how many paragraphs it has, and how many hold nothing to carry."""
        rows = self._rows("SELECT document, paragraphs, given_up FROM coverage ORDER BY document")
        return {document: (int(total), int(given_up)) for document, total, given_up in rows}

    def charts(self) -> Sequence[ChartSpec]:
        """Every chart, in the order of the seeds."""
        if self._charts is None:
            with self._blaming_the_file():
                self._charts = read_charts(self._rows, self.languages)
        return self._charts

    def sheets(self) -> Sequence[SheetSpec]:
        """What is chosen for sheets, in the order of the seeds."""
        if self._sheets is None:
            with self._blaming_the_file():
                self._sheets = read_sheets(self._rows, self.languages)
        return self._sheets

    def ties(self, kinds: Sequence[Kind]) -> Mapping[str, tuple[int, int]]:
        """Of each record of the kinds how many others it is tied to, and paragraphs it cites."""
        if (wanted := tuple(kinds)) not in self._ties:
            self._ties[wanted] = self._counted_ties(wanted)
        return self._ties[wanted]

    def _counted_ties(self, kinds: Sequence[Kind]) -> Mapping[str, tuple[int, int]]:
        marks = ", ".join("?" for _ in kinds)
        rows = self._rows(
            "WITH tied (record, other) AS (SELECT record, target FROM link "
            "UNION ALL SELECT target, record FROM link UNION ALL SELECT place, record FROM figure) "
            "SELECT record.id, COUNT(DISTINCT other.id), "
            "(SELECT COUNT(*) FROM citation WHERE citation.record = record.id) FROM record "
            "LEFT JOIN tied ON tied.record = record.id "
            f"LEFT JOIN record AS other ON other.id = tied.other AND other.kind NOT IN (?, ?) "
            f"WHERE record.kind IN ({marks}) GROUP BY record.id ORDER BY record.position",
            (Kind.SECTION.value, Kind.TERM.value, *(kind.value for kind in kinds)),
        )
        return {str(record): (int(others), int(cited)) for record, others, cited in rows}

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()
        self._searching.close()

    def _rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._blaming_the_file():
            return self._database.execute(sql, values).fetchall()

    @contextmanager
    def _blaming_the_file(self) -> Generator[None]:
        """The build wrote every row whole: one that makes no sense was damaged since."""
        try:
            yield
        except (sqlite3.DatabaseError, LookupError, TypeError, ValueError) as error:
            raise AtlasError(TRUNCATED, path=self._path) from error

    def _read(self, condition: str, values: Sequence[object]) -> list[Record]:
        """The records that meet an SQL condition on `record`, with all their parts."""
        with self._blaming_the_file():
            return self._records(condition, values)

    def _records(self, condition: str, values: Sequence[object]) -> list[Record]:
        heads = self._rows(
            f"SELECT id, kind, country, weight, outside FROM record WHERE {condition} "
            "ORDER BY position",
            values,
        )
        chosen = f"IN (SELECT id FROM record WHERE {condition})"
        texts = self._texts(chosen, values)
        names = self._grouped(f"SELECT record, body FROM name WHERE record {chosen}", values)
        citations = self._grouped(
            f"SELECT record, document, section, paragraph FROM citation WHERE record {chosen} "
            "ORDER BY record, position",
            values,
        )
        links = self._links(chosen, values)
        details = self._details({Kind(head[1]) for head in heads}, chosen, values, texts)
        return [
            Record(
                id=record_id,
                kind=Kind(kind),
                country=country,
                weight=int(weight),
                title=texts[record_id]["title"],
                summary=texts[record_id]["summary"],
                names=tuple(body for (body,) in names[record_id]),
                outside=tuple(outside.split()),
                citations=tuple(
                    Citation(document, section, int(paragraph))
                    for document, section, paragraph in citations[record_id]
                ),
                links=tuple(links[record_id]),
                details=details[record_id],
            )
            for record_id, kind, country, weight, outside in heads
        ]

    def _grouped(
        self, sql: str, values: Sequence[object]
    ) -> defaultdict[str, list[tuple[Any, ...]]]:
        groups: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for record_id, *rest in self._rows(sql, values):
            groups[record_id].append(tuple(rest))
        return groups

    def _texts(self, chosen: str, values: Sequence[object]) -> dict[str, dict[str, Text]]:
        bodies: dict[str, dict[str, dict[str, str]]] = {}
        sql = f"SELECT record, field, language, body FROM text WHERE record {chosen}"
        for record_id, field, language, body in self._rows(sql, values):
            bodies.setdefault(record_id, {}).setdefault(field, {})[language] = body
        order = self.languages
        return {
            record_id: {
                field: Text({language: texts[language] for language in order})
                for field, texts in fields.items()
            }
            for record_id, fields in bodies.items()
        }

    def _links(self, chosen: str, values: Sequence[object]) -> defaultdict[str, list[Link]]:
        """Links stated by the records, then those that other records state of them."""
        links: defaultdict[str, list[Link]] = defaultdict(list)
        stated = (
            f"SELECT record, relation, target FROM link WHERE record {chosen} "
            "ORDER BY record, position"
        )
        for record_id, relation, target in self._rows(stated, values):
            links[record_id].append(Link(Relation(relation), target))
        inverse = (
            "SELECT link.target, link.relation, link.record FROM link "
            f"JOIN record ON record.id = link.record WHERE link.target {chosen} "
            "ORDER BY record.position, link.position"
        )
        for record_id, relation, source in self._rows(inverse, values):
            links[record_id].append(Link(Relation(relation), source, inverse=True))
        return links

    def _details(
        self,
        kinds: Iterable[Kind],
        chosen: str,
        values: Sequence[object],
        texts: Mapping[str, Texts],
    ) -> dict[str, Details]:
        details: dict[str, Details] = {}
        for kind in kinds:
            columns = ", ".join(f'"{name}"' for name in COLUMNS[kind])
            sql = f"SELECT record, {columns} FROM {kind.value} WHERE record {chosen}"
            for record_id, *row in self._rows(sql, values):
                details[record_id] = MAKERS[kind](texts[record_id], *row)
        return details


def _connected(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri() + "?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _portions(record_ids: Iterable[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The ids in portions that one SQL statement takes, each with its placeholders."""
    wanted = [storable(record_id) for record_id in record_ids]
    for start in range(0, len(wanted), _MOST_VALUES):
        some = wanted[start : start + _MOST_VALUES]
        yield ", ".join("?" for _ in some), some
