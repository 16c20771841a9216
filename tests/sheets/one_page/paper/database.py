"""Whether the numbers of a sheet are those of the database, which is asked without the program."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path

from desktop.sheets.one_page.parts import (
    AnyRow,
    Entry,
    KeyFigure,
    Moment,
    Sheet,
    TableRow,
    rows_with_others,
)
from tests.sheets.one_page.paper.order import row_texts

_SCALES = {"one": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9}
# How each language groups digits and where its decimals begin.
_SIGNS = {"nl": (r"\.", ","), "fr": ("[\u202f\u00a0 ]", ","), "en": (",", r"\.")}
# Every table that holds something about one record, by the column that names the record.
_ABOUT = ("figure", "milestone", "programme", "document", "place", "theme", "organisation", "plan")


@cache
def _number(language: str) -> re.Pattern[str]:
    group, decimal = _SIGNS[language]
    return re.compile(rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{decimal}\d+)?(?!\d)|\d+(?:{decimal}\d+)?")


def numbers_in(text: str, language: str) -> list[Decimal]:
    """The numbers of a text, read as the language writes them."""
    group, decimal = _SIGNS[language]
    return [
        Decimal(re.sub(decimal, ".", re.sub(group, "", found)))
        for found in _number(language).findall(text)
    ]


class Database:
    """The rows of the file of facts."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        self._texts: dict[tuple[str, str], str] = {}

    def close(self) -> None:
        self._rows.close()

    def all(self, question: str, *values: str) -> list[tuple[str | None, ...]]:
        """The rows that answer a question."""
        return self._rows.execute(question, values).fetchall()

    @cached_property
    def edition_year(self) -> int:
        """The year of the edition, to which ages are counted."""
        ((edition,),) = self.all("SELECT value FROM meta WHERE key = 'edition'")
        return int(str(edition)[:4])

    @cached_property
    def _tables(self) -> list[str]:
        names = {str(name) for (name,) in self.all("SELECT name FROM sqlite_master")}
        return [name for name in _ABOUT if name in names]

    def values(self, figure: str) -> list[Decimal]:
        """The value of a figure, or the two ends of its range; none where it is words."""
        rows = self.all("SELECT value, value_to FROM figure WHERE record = ?", figure)
        return [Decimal(each) for row in rows for each in row if each is not None]

    def scale(self, figure: str) -> int:
        """What the value of a figure counts."""
        ((scale,),) = self.all("SELECT scale FROM figure WHERE record = ?", figure)
        return _SCALES[str(scale)]

    def statement(self, record: str, language: str) -> str:
        """All that is written about a record, in one language."""
        key = (record, language)
        if key not in self._texts:
            rows = self.all(
                "SELECT body FROM text WHERE record = ? AND language = ?", record, language
            )
            self._texts[key] = "\n".join(str(body) for (body,) in rows)
        return self._texts[key]

    def linked_titles(self, record: str, language: str) -> list[str]:
        """The titles of the records that a record names, and of those that name it."""
        question = (
            "SELECT body FROM text WHERE language = ? AND field = 'title' AND record IN"
            " (SELECT target FROM link WHERE record = ?"
            " UNION SELECT record FROM link WHERE target = ?)"
        )
        return [str(body) for (body,) in self.all(question, language, record, record)]

    def about(self, record: str) -> set[Decimal]:
        """The numbers in the columns of a record: values, years, months and days."""
        found: set[Decimal] = set()
        for table in self._tables:
            for row in self.all(f"SELECT * FROM {table} WHERE record = ?", record):
                for cell in map(str, row[1:]):
                    # A date's parts are numbers of their own, without its zeros.
                    found |= {Decimal(part) for part in re.findall(r"\d+(?:\.\d+)?", cell)}
        return found

    def published(self, documents: Sequence[str]) -> set[Decimal]:
        """The parts of the dates of documents."""
        return {number for document in documents for number in self.about(document)}


def number_faults(sheet: Sheet, language: str, database: Database) -> Iterator[str]:
    """Numbers on a sheet that the records of their row do not have in the database."""
    for block in sheet.blocks:
        for row in rows_with_others(block):
            if not row.records:
                # It counts records; what it counts is nobody's figure.
                continue
            allowed = _allowed(row, language, database)
            # The values beside a key figure are rows of their own here.
            alone = replace(row, others=()) if isinstance(row, KeyFigure) else row
            for text in row_texts(alone):
                more = _counts(row, language, database) if _may_count(row, text) else set[Decimal]()
                strange = [n for n in numbers_in(text, language) if n not in allowed | more]
                if strange:
                    yield f"{_listed(strange)} in “{text}” of {row.records} is not in the database"
            yield from _value_faults(row, language, database)
    yield from _chart_faults(sheet, language, database)


def _value_faults(row: AnyRow, language: str, database: Database) -> Iterator[str]:
    """A key figure has the value of its record and no other; a moment all the years of its own."""
    if isinstance(row, KeyFigure):
        yield from _figure_faults(row.records[0], row.value, row.in_words, language, database)
    if isinstance(row, Entry):
        figures = [record for record in row.records if record.startswith("figure/")]
        said = set(numbers_in(f"{row.title} {row.text}", language))
        for record in figures:
            values = database.values(record)
            if not said >= set(values) and not said >= {v * database.scale(record) for v in values}:
                yield f"“{row.text}” lacks {_listed(values)} of {record}"
    if isinstance(row, Moment):
        ((period,),) = database.all("SELECT period FROM milestone WHERE record = ?", row.records[0])
        years = {Decimal(year) for year in re.findall(r"\d{4}", period or "")}
        missing = years - set(numbers_in(row.date, language))
        if missing:
            yield f"“{row.date}” of {row.records[0]} lacks {_listed(list(missing))}"


def _chart_faults(sheet: Sheet, language: str, database: Database) -> Iterator[str]:
    for panel in sheet.chart.panels if sheet.chart else ():
        for mark in panel.marks:
            if database.values(mark.record):
                yield from _figure_faults(mark.record, mark.value, False, language, database)


def _figure_faults(
    record: str, value: str, in_words: bool, language: str, database: Database
) -> Iterator[str]:
    found = sorted(numbers_in(value, language))
    values = sorted(database.values(record))
    scale = database.scale(record) if values else 1
    if in_words:
        if values:
            yield f"“{value}” is words, but {record} has {_listed(values)}"
    elif found not in (values, [each * scale for each in values]):
        yield f"“{value}” is not {_listed(values)} of {record}"


def _allowed(row: AnyRow, language: str, database: Database) -> set[Decimal]:
    """The numbers that a row may say: its records' own, those of what they name, and ages."""
    found: set[Decimal] = set()
    for record in row.records:
        own = database.about(record)
        texts = [database.statement(record, language), *database.linked_titles(record, language)]
        found |= own | {number for text in texts for number in numbers_in(text, language)}
        for year in own:
            if year > 1900:
                found |= {database.edition_year - year, database.edition_year - year - 1}
    return found | database.published(sorted({each.document for each in row.citations}))


def _may_count(row: AnyRow, text: str) -> bool:
    """Whether a text may say how many more a record names than it shows."""
    if isinstance(row, TableRow):
        return text == row.under
    return any(record.startswith("disagreement/") for record in row.records)


def _counts(row: AnyRow, language: str, database: Database) -> set[Decimal]:
    """Of the records that a row of a table names, as many as may only be counted."""
    most = max((len(database.linked_titles(each, language)) for each in row.records), default=0)
    return set(map(Decimal, range(most)))


def _listed(numbers: Sequence[Decimal]) -> str:
    return ", ".join(f"{number:f}" for number in numbers)


def digits_of(text: str) -> Counter[str]:
    """How often each digit is in a text: the same in every language, however it groups them."""
    return Counter(sign for sign in text if sign.isdigit())
