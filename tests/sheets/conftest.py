"""A made-up country, as small or as full as a test wants it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from desktop.domain.browsing import Browse, Facet, Group
from desktop.domain.chart_specs import ChartSpec
from desktop.domain.dates import Period
from desktop.domain.folding import words_of
from desktop.domain.problems import UsageError
from desktop.domain.queries import Results, SearchQuery
from desktop.domain.records import (
    Basis,
    Citation,
    Details,
    Document,
    Figure,
    Kind,
    Link,
    Milestone,
    Organisation,
    Pillar,
    Place,
    Programme,
    Qualifier,
    Record,
    Relation,
    Scale,
    Section,
    State,
    Status,
    Theme,
    Unit,
)
from desktop.domain.sheet_specs import SheetSpec
from desktop.domain.text import Text

LANGUAGES = ("nl", "fr", "en")


@dataclass(frozen=True)
class MadeUpLibrary:
    """Records in memory."""

    records: Sequence[Record]
    edition: Mapping[str, str]
    languages: Sequence[str] = LANGUAGES
    specs: Sequence[SheetSpec] = ()

    def title(self, record_id: str) -> Text:
        return self.get(record_id).title

    def titles(self, record_ids: Collection[str]) -> Mapping[str, Text]:
        return {record.id: record.title for record in self.records if record.id in record_ids}

    def get(self, record_id: str) -> Record:
        for record in self.records:
            if record.id == record_id:
                return record
        raise UsageError("There is no record {id}.", id=record_id)

    def list(self, kind: Kind | None = None) -> Sequence[Record]:
        return [record for record in self.records if kind in (None, record.kind)]

    def browse(self, browse: Browse) -> Sequence[Group]:
        return []

    def facet_counts(self, browse: Browse, facet: Facet) -> Mapping[str, int]:
        return {}

    def search(self, query: SearchQuery, language: str) -> Results:
        return Results()

    def stop_search(self) -> None:
        pass

    def search_counts(self, query: SearchQuery, facet: Facet) -> Mapping[str, int]:
        return {}

    def named(self, kind: Kind, words: str) -> str | None:
        wanted = words_of(words)
        for record in self.list(kind):
            if any(words_of(title) == wanted for title in record.title.values()):
                return record.id
        return None

    def figures_in(self, place_ids: Sequence[str]) -> Sequence[str]:
        return [
            record.id
            for record in self.list(Kind.FIGURE)
            if (isinstance(record.details, Figure) and record.details.place in place_ids)
            or any(link.target in place_ids and not link.inverse for link in record.links)
        ]

    def citing(self, section_id: str) -> Sequence[str]:
        return []

    def coverage(self) -> Mapping[str, tuple[int, int]]:
        return {}

    def get_many(self, record_ids: Sequence[str]) -> Sequence[Record]:
        return [self.get(record_id) for record_id in record_ids]

    def charts(self) -> Sequence[ChartSpec]:
        return []

    def sheets(self) -> Sequence[SheetSpec]:
        return self.specs

    def ties(self, kinds: Sequence[Kind]) -> Mapping[str, tuple[int, int]]:
        return {
            record.id: (len({link.target for link in record.links}), len(record.citations))
            for record in self.records
            if record.kind in kinds
        }

    def close(self) -> None:
        pass


MakeCountry = Callable[..., MadeUpLibrary]


def text(body: str) -> Text:
    return Text(dict.fromkeys(LANGUAGES, body))


def record(record_id: str, details: Details, title: str, summary: str, **fields: Any) -> Record:
    kind = Kind(record_id.partition("/")[0])
    values: dict[str, Any] = {
        "country": "xx",
        "weight": 50,
        "names": (),
        "outside": (),
        "citations": (Citation("document/report", "section/first", 1),),
        "links": (),
    } | fields
    return Record(
        record_id, kind, title=text(title), summary=text(summary), details=details, **values
    )


def figure(number: int, scope: str, **fields: Any) -> Figure:
    values: dict[str, Any] = {
        "indicator": f"term/indicator-{number}",
        "value": Decimal(number),
        "value_to": None,
        "scale": Scale.BILLION,
        "unit": Unit.EURO,
        "per": None,
        "counted": None,
        "qualifier": Qualifier.ABOUT,
        "basis": Basis.REPORTED,
        "period": None,
        "place": "place/ruritania",
        "scope": text(scope),
        "statement": None,
    } | fields
    return Figure(**values)


@pytest.fixture(scope="session")
def make_country() -> MakeCountry:
    """Makes a library of one country with `rows` records of each kind, all with the same texts."""

    def make(rows: int = 1, title: str = "Ruritania", body: str = "A fact.") -> MadeUpLibrary:
        part_of = (Link(Relation.PART_OF, "place/ruritania"),)
        owner = (Link(Relation.OWNED_BY, "organisation/ministry"),)
        report = Document("report", "en", None)
        records = [
            record("document/report", report, title, body),
            record("section/first", Section("document/report", 1, 99), title, body),
            record("organisation/ministry", Organisation("ministry"), title, body),
            record("place/ruritania", Place("country", None, None, None, text(body)), title, body),
            record(
                "place/zenda", Place("region", None, None, None, None), title, body, links=part_of
            ),
        ]
        for number in range(rows):
            cited: dict[str, Any] = {
                "citations": (Citation("document/report", "section/first", number + 1),)
            }
            year = Period.parse(str(2010 + number))
            state = State.PLANNED if number % 4 == 3 else State.PAST
            details: dict[str, Details] = {
                "figure": figure(number, body),
                "programme": Programme("plan", Status.RUNNING, year),
                "milestone": Milestone(year, tuple(Pillar)[number % 4], state),
                "theme": Theme("opportunity"),
                "place": Place("region", None, None, None, None),
            }
            for kind, detail in details.items():
                links = {"place": part_of, "programme": owner}.get(kind, ())
                records.append(
                    record(f"{kind}/{kind}-{number}", detail, title, body, links=links, **cited)
                )
        return MadeUpLibrary(records, {"edition": "2026-11"})

    return make
