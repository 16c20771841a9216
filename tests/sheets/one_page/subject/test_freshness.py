"""The line on how far the facts of a sheet reach: of its own sources, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import PartialDate, Period
from desktop.domain.library import Library
from desktop.domain.records import Basis, Citation, Document, Figure, Kind, Programme, Status
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.paper.fitting import trimmed
from desktop.sheets.one_page.parts import citations_in
from desktop.sheets.one_page.sheet import sheet_ids, sheet_of
from desktop.sheets.one_page.subject.freshness import cutoff_text
from tests.sheets.conftest import MadeUpLibrary, MakeCountry
from tests.sheets.one_page.papers import shown

Languages = Mapping[str, Language]
ORDER = SheetOrder("place/ruritania", ("en",), without=frozenset(("milestones", "programmes")))


def dated(library: MadeUpLibrary, *dates: str | None) -> MadeUpLibrary:
    """The same library: the first figures cite documents of these dates, all else the first."""
    records = list(library.records)
    for number, date in enumerate(dates):
        published = PartialDate.parse(date) if date else None
        named = "report" if number == 0 else f"report-{number}"
        document = replace(
            library.get("document/report"),
            id=f"document/{named}",
            details=Document(named, "en", published),
        )
        records = [each for each in records if each.id != document.id]
        records.append(document)
        figure = library.get(f"figure/figure-{number}")
        cites = (Citation(document.id, "section/first", 1),)
        records[records.index(figure)] = replace(figure, citations=cites)
    return replace(library, records=records)


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ([None], "its source bears no date"),
        ([None, None], "its sources bear no date"),
        (["2020"], "facts up to 2020"),
        (["2020", "2019-05"], "facts up to 2020"),
        (["2020", None], "facts up to 2020; 1 of 2 sources bears no date"),
        (["2019-05", None, None], "facts up to May 2019; 2 of 3 sources bear no date"),
    ],
)
def test_it_counts_the_documents_that_the_sheet_cites(
    make_country: MakeCountry, languages: Languages, dates: list[str | None], said: str
) -> None:
    library = dated(make_country(rows=4), *dates)
    # One more that nothing cites.
    unread = replace(library.get("document/report"), id="document/unread")
    library = replace(library, records=[*library.records, unread])
    assert sheet_of(library, ORDER, languages["en"]).cutoff == said


@pytest.mark.parametrize(
    ("period", "basis", "said"),
    [
        ("2019", Basis.REPORTED, "facts up to 2019; its source bears no date"),
        ("2019", Basis.FORECAST, "its source bears no date"),
        ("2030", Basis.REPORTED, "its source bears no date"),
    ],
)
def test_what_was_reported_to_be_over_dates_a_sheet_too(
    make_country: MakeCountry, languages: Languages, period: str, basis: Basis, said: str
) -> None:
    library = make_country(rows=1)
    records = [
        replace(record, details=replace(record.details, period=Period.parse(period), basis=basis))
        if isinstance(record.details, Figure)
        else record
        for record in library.records
    ]
    sheet = sheet_of(replace(library, records=records), ORDER, languages["en"])
    assert sheet.cutoff == said


@pytest.mark.parametrize(
    ("period", "status", "said"),
    [
        ("2014..2020", Status.RUNNING, "facts up to 2020; its source bears no date"),
        ("2014..2030", Status.RUNNING, "facts up to 2014; its source bears no date"),
        ("2014..", Status.NOT_STATED, "facts up to 2014; its source bears no date"),
        ("..2020", Status.ENDED, "facts up to 2020; its source bears no date"),
        ("2030", Status.RUNNING, "its source bears no date"),
        # That it would begin or end then is no fact.
        ("2014..2020", Status.PLANNED, "its source bears no date"),
        ("2014..2020", Status.PROPOSED, "its source bears no date"),
    ],
)
def test_what_a_programme_was_dates_a_sheet_too(
    make_country: MakeCountry, languages: Languages, period: str, status: Status, said: str
) -> None:
    library = make_country(rows=1)
    details = Programme("plan", status, Period.parse(period))
    records = [
        replace(record, details=details) if record.kind is Kind.PROGRAMME else record
        for record in library.records
    ]
    order = replace(ORDER, without=frozenset(("milestones",)))
    assert sheet_of(replace(library, records=records), order, languages["en"]).cutoff == said


def test_it_is_of_the_rows_that_are_left(make_country: MakeCountry, languages: Languages) -> None:
    library = dated(make_country(rows=2), None, "2020")
    sheet = sheet_of(library, ORDER, languages["en"])
    assert "2020" in sheet.cutoff
    shorter = trimmed(sheet, ["figures"])
    assert cutoff_text(library, shorter, languages["en"]) == "its source bears no date"


def undated(library: Library, documents: Iterable[str]) -> int:
    details = [library.get(each).details for each in documents]
    return sum(isinstance(each, Document) and each.published is None for each in details)


def test_what_is_printed_is_of_what_is_printed(library: Library, languages: Languages) -> None:
    subject = next(each for each in sheet_ids(library))
    order = SheetOrder(subject, tuple(languages)[:2])
    for sheet in shown(library, order, languages):
        cited = {citation.document for citation in citations_in(sheet.blocks)} - {""}
        assert {each for each in cited if library.get(each).kind is not Kind.DOCUMENT} == set()
        for number in (undated(library, cited), len(cited)):
            assert str(number) in sheet.cutoff
        language = languages[sheet.territory_code[:2]]
        assert sheet.cutoff == cutoff_text(library, sheet, language)
