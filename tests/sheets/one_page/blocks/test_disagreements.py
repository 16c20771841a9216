"""What sources disagree on: which lines a sheet has, and that each value is named in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import Period
from desktop.domain.library import Library, compared_by
from desktop.domain.records import Citation, Disagreement, Figure, Kind, Link, Reason, Relation
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Entry
from desktop.sheets.one_page.sheet import circle_of, sheet_ids, sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry, text

Languages = Mapping[str, Language]
CONFUSED, DIFFER = "Figures easily confused", "What sources disagree on"


def compared(
    library: MadeUpLibrary, *, first_period: str = "", other_document: bool = False
) -> MadeUpLibrary:
    """The same library, its figures compared, each with a title of its own."""
    ids = [record.id for record in library.list(Kind.FIGURE)]
    disagreement = replace(
        library.get("theme/theme-0"),
        id="disagreement/same",
        kind=Kind.DISAGREEMENT,
        links=tuple(Link(Relation.COMPARES, figure) for figure in ids),
        details=Disagreement((Reason.SCOPE,)),
    )
    records = [*library.records, disagreement]
    for number, id_ in enumerate(ids):
        record = library.get(id_)
        details = record.details
        assert isinstance(details, Figure)
        if first_period and number == 0:
            details = replace(details, period=Period.parse(first_period))
        document = f"document/{'note' if other_document and number == 0 else 'report'}"
        records[records.index(record)] = replace(
            record,
            title=text(f"Amount {number}"),
            details=details,
            citations=(Citation(document, "section/first", number + 1),),
        )
    if other_document:
        records.append(replace(library.get("document/report"), id="document/note"))
    return replace(library, records=records)


@pytest.mark.parametrize(
    ("first_period", "said"),
    [
        ("", "Amount 0: about €0 billion; Amount 1: about €1 billion; 1 more value."),
        (
            "2019",
            (
                "Amount 0: about €0 billion (2019); "
                "Amount 1: about €1 billion (year not stated); 1 more value."
            ),
        ),
    ],
)
def test_each_value_bears_its_name_and_where_the_years_differ_its_year(
    make_country: MakeCountry, languages: Languages, first_period: str, said: str
) -> None:
    library = compared(make_country(rows=3), first_period=first_period)
    sheet = sheet_of(library, SheetOrder("place/ruritania", ("en",)), languages["en"])
    block = sheet.block("disagreements")
    assert block
    (row,) = block.rows
    assert isinstance(row, Entry)
    assert row.text == f"{said} Why: different scope."


@pytest.mark.parametrize(("other_document", "heading"), [(False, CONFUSED), (True, DIFFER)])
def test_figures_of_one_document_are_not_called_a_disagreement(
    make_country: MakeCountry, languages: Languages, other_document: bool, heading: str
) -> None:
    library = compared(make_country(rows=2), other_document=other_document)
    sheet = sheet_of(library, SheetOrder("place/ruritania", ("en",)), languages["en"])
    block = sheet.block("disagreements")
    assert block
    assert block.heading == heading


def test_a_disagreement_is_on_the_sheets_of_two_of_its_figures(
    library: Library, languages: Languages
) -> None:
    found = 0
    for subject in sheet_ids(library):
        order = SheetOrder(subject, ("en",))
        circle = circle_of(library, order)
        own = set(circle.figure_ids())
        block = sheet_of(library, order, languages["en"]).block("disagreements")
        for row in block.rows if block else ():
            figures = compared_by(library.get(row.records[0]))
            chosen = row.records[0] in circle.spec.disagreements
            assert chosen or len(own.intersection(figures)) > 1, subject
            # One of its own stands first.
            assert row.records[1] in own, subject
            found += 1
    assert found > 20
