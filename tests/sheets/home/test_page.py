"""Home in words: what each place holds, what a plan was, and where each way leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.dates import PartialDate, Period
from desktop.domain.records import Document, Kind, Milestone, Pillar, State
from desktop.l10n.language import Language
from desktop.sheets.home.choice import HomeChoice, choose_home
from desktop.sheets.home.page import HomePage, Moment, home_page
from desktop.sheets.record.page import Describer
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY
from tests.sheets.conftest import MadeUpLibrary, MakeCountry, record

Languages = Mapping[str, Language]


@pytest.fixture(scope="module")
def choice(library: AtlasLibrary, languages: dict[str, Language]) -> HomeChoice:
    return choose_home(library, library.get("place/belgium"), languages["en"], TODAY)


def page_in(code: str, library: AtlasLibrary, languages: Languages, choice: HomeChoice) -> HomePage:
    return home_page(choice, Describer(library, languages[code], TODAY))


def test_every_place_says_how_many_programmes_and_figures_it_holds(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    places = {place.record: place for place in page_in("en", library, languages, choice).places}
    flanders = places["place/flanders"]
    figures = len(library.figures_in(["place/flanders"]))
    assert f"{figures} figures" in flanders.detail
    assert flanders.detail.startswith("Region: ")
    assert "1 programme" in places["place/ghent"].detail
    assert "figure" not in places["place/ghent"].detail
    assert places["place/liege"].detail == "City: no programmes or figures"
    assert flanders.line == f"Flanders. {flanders.detail}"


def test_cities_are_spots_and_regions_have_outlines(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    places = {place.record: place for place in page_in("en", library, languages, choice).places}
    assert places["place/leuven"].is_spot
    assert not places["place/limburg"].is_spot
    assert places["place/wallonia"].code == "BE-WAL"


def test_a_plan_is_called_one_and_what_took_place_is_not(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    page = page_in("en", library, languages, choice)
    assert all(moment.note.startswith("A plan ") for moment in page.plans)
    assert not any(moment.note for moment in page.latest)


def test_a_milestone_names_its_pillar_if_the_document_does(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    whens = [moment.when for moment in page_in("en", library, languages, choice).latest]
    assert "2021 · Innovate" in whens
    assert "2024" in whens


def plan_in(library: MadeUpLibrary, language: Language, choice: HomeChoice) -> Moment:
    plan = record(
        "milestone/plan",
        Milestone(Period.parse("..2025"), Pillar.TRADE, State.PLANNED),
        "A plan",
        "Planned.",
    )
    nothing = replace(choice, country=plan, places=(), latest=(), plans=(plan,), terms=())
    describer = Describer(library, language, TODAY)  # pyright: ignore[reportArgumentType]
    (moment,) = home_page(nothing, describer).plans
    return moment


def test_a_plan_of_a_dated_document_says_as_of_when(
    make_country: MakeCountry, languages: Languages, choice: HomeChoice
) -> None:
    library = make_country(0)
    assert "as of" not in plan_in(library, languages["en"], choice).note
    report = Document("report", "en", PartialDate.parse("2023-08-02"))
    others = [each for each in library.records if each.kind is not Kind.DOCUMENT]
    dated = MadeUpLibrary(
        [record("document/report", report, "Report", "A report."), *others], library.edition
    )
    moment = plan_in(dated, languages["en"], choice)
    assert moment.note == "A plan as of 2 August 2023; the outcome is not in the document."
    assert moment.when == "by 2025 · Trade"


def test_a_pillar_leads_to_its_milestones_and_an_empty_one_to_a_search(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    ways = dict(zip(Pillar, page_in("en", library, languages, choice).pillars, strict=True))
    trade, invest = ways[Pillar.TRADE], ways[Pillar.INVEST]
    assert (trade.title, trade.text) == ("Trade", "4 milestones")
    assert (trade.view, trade.filters) == ("milestones", (("pillar", "trade"),))
    assert ways[Pillar.INNOVATE].text == "1 milestone"
    assert (invest.view, invest.query, invest.filters) == ("search", "Invest", ())


def test_the_other_ways_lead_to_the_country_its_regions_the_disagreements_and_the_glossary(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice
) -> None:
    ways = {way.title: way for way in page_in("en", library, languages, choice).ways}
    assert ways["Regions"].text == "3 regions and 6 cities"
    assert (ways["Who decides what"].view, ways["Who decides what"].record) == (
        "regions",
        "place/belgium",
    )
    disagreements = ways["Where sources disagree"]
    assert disagreements.text.startswith(f"{len(library.list(Kind.DISAGREEMENT))} cases")
    assert disagreements.view == "disagreements"
    assert ways["Glossary"].view == "glossary"


@pytest.mark.parametrize("code", LANGUAGES)
def test_home_says_the_same_things_in_each_language(
    library: AtlasLibrary, languages: Languages, choice: HomeChoice, code: str
) -> None:
    english, page = (page_in(each, library, languages, choice) for each in ("en", code))
    for one, other in zip(page.places, english.places, strict=True):
        assert one.record == other.record
        assert [*filter(str.isdigit, one.detail)] == [*filter(str.isdigit, other.detail)]
    moments = [*zip(page.latest, english.latest, strict=True)]
    moments += zip(page.plans, english.plans, strict=True)
    for one, other in moments:
        assert (one.record, bool(one.note)) == (other.record, bool(other.note))
    ways = zip((*page.pillars, *page.ways), (*english.pillars, *english.ways), strict=True)
    for one, other in ways:
        assert (one.view, one.record, one.filters) == (other.view, other.record, other.filters)
        assert one.text
