"""Addresses as people write them."""

from __future__ import annotations

import pytest

from desktop.domain.problems import UsageError
from desktop.domain.records import Kind
from desktop.store.reader import AtlasLibrary
from desktop.ui import views
from desktop.ui.frame.addresses import address_of, text_of
from desktop.ui.frame.navigation import Address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("programme/regmed-xb", Address("programmes", "programme/regmed-xb")),
        ("section/country-page-trade", Address("documents", "section/country-page-trade")),
        ("milestones", Address("milestones")),
        ("valley-atlas://programme/regmed-xb", Address("programmes", "programme/regmed-xb")),
        ("valley-atlas://programme/regmed-xb/", Address("programmes", "programme/regmed-xb")),
        ("valley-atlas://search", Address("search")),
        (
            "charts?chart=support-by-instrument",
            Address("charts", filters=(("chart", "support-by-instrument"),)),
        ),
        ("programmes?type=network", Address("programmes", filters=(("type", "network"),))),
        (
            "explorer?indicator=term/jobs&year=2019&year=",
            Address(
                "explorer", filters=(("indicator", "term/jobs"), ("year", "2019"), ("year", ""))
            ),
        ),
        (
            "valley-atlas://explorer/?indicator=term/jobs",
            Address("explorer", filters=(("indicator", "term/jobs"),)),
        ),
    ],
)
def test_an_address_names_a_view_or_a_record(
    library: AtlasLibrary, text: str, expected: Address
) -> None:
    assert address_of(text, library) == expected


def test_every_record_and_every_view_has_an_address(library: AtlasLibrary) -> None:
    for kind in Kind:
        record = library.list(kind)[0]
        assert address_of(record.id, library).record == record.id
    for spec in views.ALL:
        assert address_of(spec.key, library) == Address(spec.key)


@pytest.mark.parametrize(
    "address",
    [
        Address("milestones"),
        Address("programmes", "programme/regmed-xb"),
        Address("explorer", filters=(("indicator", "term/jobs"), ("place", "place/belgium"))),
        Address("explorer", filters=(("indicator", ""), ("year", ""))),
    ],
)
def test_an_address_is_read_as_it_was_written(library: AtlasLibrary, address: Address) -> None:
    assert address_of(text_of(address), library) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?indicator=term/jobs",
        "explore?indicator=term/jobs",
        "/",
        "place",
        "place/atlantis",
        "Milestones",
        "programme/../x",
        "valley-atlas://",
        "a\udcff",
    ],
)
def test_what_names_nothing_is_told(library: AtlasLibrary, text: str) -> None:
    with pytest.raises(UsageError):
        address_of(text, library)


@pytest.mark.parametrize("name", ["no-such-chart", "Jobs", "figure/prevention-share-of-budget"])
def test_a_chart_that_there_is_not_is_told_by_its_name(library: AtlasLibrary, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        address_of(f"charts?chart={name}", library)
    assert name in str(caught.value)
    assert "“charts”" in str(caught.value)
