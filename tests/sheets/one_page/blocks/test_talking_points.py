"""Talking points that weight chooses: what bears a claim out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.records import Figure, Link, Relation, Scale, Unit
from desktop.domain.sheet_orders import SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import Entry
from desktop.sheets.one_page.sheet import sheet_of
from tests.sheets.conftest import MadeUpLibrary, MakeCountry, text

Languages = Mapping[str, Language]
IN_WORDS = {"unit": Unit.WORDS, "value": None, "statement": text("one of the top five")}
BARE = {"unit": Unit.COUNT, "counted": None, "scale": Scale.ONE}


def borne_out(library: MadeUpLibrary, summary: str, *changes: Mapping[str, Any]) -> MadeUpLibrary:
    """The same library, its one theme of that summary and tied to figures with these details."""
    theme = library.get("theme/theme-0")
    ids = [f"figure/figure-{number}" for number in range(len(changes))]
    links = tuple(Link(Relation.ABOUT, each, inverse=True) for each in ids)
    body = text(summary)
    new = {theme.id: replace(theme, summary=body, links=links)}
    for id_, change in zip(ids, changes, strict=True):
        record = library.get(id_)
        assert isinstance(record.details, Figure)
        new[id_] = replace(record, details=replace(record.details, **change))
    records = [new.get(each.id, each) for each in library.records]
    themes = [each for each in records if each.id in ("theme/theme-1", "theme/theme-2")]
    return replace(library, records=[each for each in records if each not in themes])


@pytest.mark.parametrize(
    ("changes", "records"),
    [
        ([{}], ("theme/theme-0", "figure/figure-0")),
        ([IN_WORDS], ("theme/theme-0",)),
        ([BARE], ("theme/theme-0",)),
        ([IN_WORDS, {}], ("theme/theme-0", "figure/figure-1")),
    ],
)
def test_only_a_number_bears_out_a_claim(
    make_country: MakeCountry,
    languages: Languages,
    changes: list[Mapping[str, Any]],
    records: tuple[str, ...],
) -> None:
    library = borne_out(make_country(rows=3), "The theme says so.", *changes)
    order = SheetOrder("place/ruritania", ("en",))
    points = sheet_of(library, order, languages["en"]).block("talking_points")
    assert points
    (row,) = points.rows
    assert row.records == records
    assert isinstance(row, Entry)
    assert (row.text == "The theme says so.") is (len(records) == 1)


def test_a_claim_that_nothing_bears_out_is_left_out(
    make_country: MakeCountry, languages: Languages
) -> None:
    # A sentence that would take too much room.
    library = borne_out(make_country(rows=3), "So it is" + " very" * 99 + " often.", IN_WORDS)
    order = SheetOrder("place/ruritania", ("en",))
    assert sheet_of(library, order, languages["en"]).block("talking_points") is None
