"""The trail: from the data, in the language, with the last step where one is."""

from __future__ import annotations

import pytest

from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.store.reader import AtlasLibrary
from desktop.ui import views
from desktop.ui.frame.addresses import home_of
from desktop.ui.frame.navigation import Address
from desktop.ui.frame.trail import Step, as_text, trail

COUNTRY = "place/belgium"


def steps(library: AtlasLibrary, language: Language, address: Address) -> list[str]:
    return [step.title for step in trail(library, language, COUNTRY, address)]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (Address("home"), ["Home"]),
        (Address("regions"), ["Home", "Regions"]),
        (Address("regions", "place/leuven"), ["Home", "Regions", "Flanders", "Leuven"]),
        (
            Address("regions", "place/gosselies"),
            ["Home", "Regions", "Wallonia", "Charleroi", "Gosselies"],
        ),
        (Address("regions", COUNTRY), ["Home", "Regions", "Belgium"]),
        (Address("programmes", "programme/regmed-xb"), ["Home", "Programmes", "RegMed XB"]),
        (
            Address("regions", "place/flanders", beside="place/wallonia"),
            ["Home", "Regions", "Flanders beside Wallonia"],
        ),
        (Address("charts"), ["Home", "Charts"]),
        (
            Address("charts", filters=(("chart", "support-by-instrument"),)),
            ["Home", "Charts", "Support for pharma, health and care, by instrument"],
        ),
        (
            Address("search", "programme/regmed-xb", query=" reg \n med "),
            ["Home", "Search: reg med", "RegMed XB"],
        ),
    ],
    ids=str,
)
def test_the_trail_leads_down_to_where_one_is(
    library: AtlasLibrary, languages: dict[str, Language], address: Address, expected: list[str]
) -> None:
    assert steps(library, languages["en"], address) == expected


def test_a_programme_stands_below_the_one_that_it_is_part_of(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    found = trail(library, languages["en"], COUNTRY, Address("programmes", "programme/orbit"))
    assert found[2] == Step("RegMed XB", Address("programmes", "programme/regmed-xb"))
    assert found[-1] == Step("ORBIT")


def test_a_section_stands_below_its_document(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    section = library.list(Kind.SECTION)[0]
    document = library.get(section.details.document)  # type: ignore[union-attr]
    found = trail(library, languages["fr"], COUNTRY, Address("documents", section.id))
    assert found[2] == Step(document.title["fr"], Address("documents", document.id))
    assert found[-1] == Step(section.title["fr"])


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_every_record_has_a_trail_whose_every_step_but_the_last_leads_somewhere(
    library: AtlasLibrary, languages: dict[str, Language], code: str
) -> None:
    for record in library.list():
        address = Address(home_of(record.kind), record.id)
        *above, here = trail(library, languages[code], COUNTRY, address)
        assert here == Step(record.title[code])
        assert above[0].address == Address(views.HOME)
        assert all(step.address is not None and step.title for step in above)
        assert len(above) == len({step.address for step in above})


def test_every_kind_has_a_view_of_its_own() -> None:
    assert all(home_of(kind) != views.SEARCH for kind in Kind)


def test_a_long_query_is_told_by_its_beginning(
    library: AtlasLibrary, languages: dict[str, Language]
) -> None:
    titles = steps(library, languages["en"], Address("search", query="x" * 10_000))
    assert len(titles[-1]) < 60


def test_on_one_line_the_steps_stand_apart() -> None:
    assert as_text((Step("Home", Address("home")), Step("Help"))) == "Home › Help"
