"""What a search found is told in whole sentences, and every row says why it is there."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import Facet
from desktop.domain.queries import Hit, Results, SearchQuery, Why
from desktop.domain.records import Figure, Kind
from desktop.domain.snippets import Snippet
from desktop.l10n.language import Language
from desktop.sheets.record.page import Describer
from desktop.sheets.search.operators import Operators
from desktop.sheets.search.page import SearchPage, search_page
from desktop.sheets.search.rows import explained
from desktop.sheets.search.summary import MOST_CHARACTERS, corrected
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES, TODAY

NN, NB = "\u202f", "\u00a0"
FIGURE = "figure/export-share-belgium"
PLACE = (Facet.PLACE, "place/flanders")


class Atlas:
    """Searches the atlas in one language, and tells what was found."""

    def __init__(self, library: AtlasLibrary, languages: dict[str, Language], code: str) -> None:
        self.describer = Describer(library, languages[code], TODAY)
        self.operators = Operators(library, languages[code], *languages.values())

    def query(
        self,
        text: str,
        *chosen: tuple[Facet, str],
        as_typed: bool = False,
    ) -> SearchQuery:
        return SearchQuery.parse(text, chosen, as_typed=as_typed, read_operator=self.operators.read)

    def told(self, text: str, results: Results, *chosen: tuple[Facet, str]) -> SearchPage:
        return search_page(self.describer, self.query(text, *chosen), results)

    def search(self, text: str, *chosen: tuple[Facet, str]) -> tuple[SearchPage, Results]:
        query = self.query(text, *chosen)
        results = self.describer.library.search(query, self.describer.language.code)
        return search_page(self.describer, query, results), results


@pytest.fixture
def atlas_in(library: AtlasLibrary, languages: dict[str, Language]):
    return lambda code: Atlas(library, languages, code)


@pytest.fixture
def atlas(library: AtlasLibrary, languages: dict[str, Language]) -> Atlas:
    return Atlas(library, languages, "en")


def hit(
    record_id: str = "theme/prevention",
    piece: str = "of prevention",
    why: Why = Why.TEXT,
    language: str = "en",
) -> Hit:
    kind = Kind(record_id.partition("/")[0])
    return Hit(record_id, kind, Snippet("Title", ()), Snippet(piece, ((3, 13),)), language, why)


def marked(snippet: Snippet) -> list[str]:
    return [snippet.text[start:end] for start, end in snippet.marks]


# --- the summary


@pytest.mark.parametrize(
    ("results", "summary"),
    [
        (Results((hit(),), total=1), "1 result for “pharma”"),
        (Results((hit(),) * 2, total=2), "2 results for “pharma”"),
        (Results((hit(),) * 2, total=1234), "1,234 results for “pharma”: the first 2"),
        (
            Results((hit(),) * 2, total=10_000, is_more=True),
            "More than 10,000 results for “pharma”: the first 2",
        ),
        (
            Results((hit(),) * 2, total=1),
            "1 result for “pharma”, then records with most of the words",
        ),
        (
            Results((hit(),), is_partial=True),
            "No record has all of these words; these have most of them.",
        ),
        (Results(), "Nothing found for “pharma”. Try fewer or other words."),
    ],
)
def test_the_summary_says_how_many_there_are_and_for_what(
    atlas: Atlas, results: Results, summary: str
):
    assert atlas.told("  pharma ", results).summary == summary


@pytest.mark.parametrize("text", ["", "  ", "*", "— …", "-pharma"])
def test_where_nothing_is_looked_for_the_summary_says_what_to_type(atlas: Atlas, text: str):
    page, results = atlas.search(text)
    assert page.summary.startswith("Type a word in any language")
    assert (page.rows, page.offers, page.answers, results.hits) == ((), (), (), ())


def test_a_long_query_is_told_by_its_beginning(atlas: Atlas):
    summary = atlas.told("many words " * 1000, Results()).summary
    assert len(summary) < MOST_CHARACTERS + 60
    assert "…”" in summary


def test_what_is_chosen_stands_in_the_summary_where_nothing_is_typed(atlas: Atlas):
    page = atlas.told("", Results((hit(),), total=1), PLACE, (Facet.YEAR, "2019"))
    assert page.summary == "1 result for “Place: Flanders and Year: 2019”"


def test_the_summary_speaks_of_the_corrected_words(atlas: Atlas):
    found = Results((hit(),), total=1, corrections=(("preventon", "prevention"),))
    assert atlas.told("Preventon", found).summary == "1 result for “prevention”"


@pytest.mark.parametrize(
    ("text", "pairs", "said"),
    [
        ("Prévènton in Gent", (("preventon", "prevention"),), "prevention in Gent"),
        ("regmedxb", (("regmedxb", "RegMed XB"),), "RegMed XB"),
        ("reg-med, now", (("reg med", "regmed"),), "regmed, now"),
        ("a b a b", (("a", "x"), ("b", "a")), "x a x a"),
        ("pharma", (("", "x"), ("farma", "y")), "pharma"),
    ],
)
def test_corrected_words_stand_where_the_typed_ones_stood(
    atlas: Atlas, text: str, pairs: tuple[tuple[str, str], ...], said: str
):
    assert corrected(atlas.query(text), Results(corrections=pairs)) == said


# --- other searches


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Results for “prevention”; search for “preventon” instead."),
        ("nl", "Resultaten voor “prevention”; zoek in plaats daarvan naar “preventon”."),
        (
            "fr",
            f"Résultats pour «{NN}prevention{NN}»{NN}; rechercher plutôt «{NN}preventon{NN}».",
        ),
    ],
)
def test_a_correction_is_said_and_the_words_as_typed_are_offered(atlas_in, code: str, said: str):
    found = Results((hit(),), total=1, corrections=(("preventon", "prevention"),))
    (offer,) = atlas_in(code).told("preventon", found).offers
    assert (offer.text, offer.query, offer.as_typed) == (said, "preventon", True)
    assert offer.link in offer.text
    assert "preventon" in offer.link
    assert not offer.widened


def test_what_was_found_for_is_what_is_offered_in_its_place(atlas: Atlas):
    page, results = atlas.search("preventon")
    assert results.corrections == (("preventon", "prevention"),)
    (offer,) = page.offers
    query = atlas.query(offer.query, as_typed=offer.as_typed)
    assert atlas.describer.library.search(query, "en").corrections == ()


def test_where_nothing_was_found_the_nearest_are_offered(atlas: Atlas):
    offers = atlas.told("zzzz", Results(nearest=("regmed", "pharma flanders"))).offers
    assert [(offer.text, offer.query) for offer in offers] == [
        ("Search for “regmed”", "regmed"),
        ("Search for “pharma flanders”", "pharma flanders"),
    ]
    assert all(offer.link in offer.text for offer in offers)


def test_where_narrowing_leaves_nothing_the_search_without_it_is_offered(atlas: Atlas):
    page = atlas.told('zzzz kind:place "two words" in:flanders', Results(), (Facet.YEAR, "2019"))
    (offer,) = page.offers
    assert offer.query == 'zzzz "two words"'
    assert offer.widened
    assert offer.text == 'Search for “zzzz "two words"” in all records'


@pytest.mark.parametrize("text", ["kind:place", "kind:place -zzzz"])
def test_a_search_for_nothing_but_a_kind_is_not_offered_without_it(atlas: Atlas, text: str):
    assert atlas.told(text, Results()).offers == ()


# --- chips


def test_each_thing_that_narrows_is_a_chip_in_the_words_of_the_interface(atlas_in):
    text = 'pharma kind:programme "exact  words" -uitvoer -"two words" in:flanders note:x'
    chips = {
        code: [
            chip.text for chip in atlas_in(code).told(text, Results(), (Facet.YEAR, "2019")).chips
        ]
        for code in LANGUAGES
    }
    assert chips == {
        "en": [
            "Kind: Programme",
            "Exactly “exact words”",
            "Without “uitvoer”",
            "Without “two words”",
            "Place: Flanders",
            "Year: 2019",
        ],
        "nl": [
            "Soort: Programma",
            "Precies “exact words”",
            "Zonder “uitvoer”",
            "Zonder “two words”",
            "Plaats: Vlaanderen",
            "Jaar: 2019",
        ],
        "fr": [
            f"Catégorie{NB}: Programme",
            f"Exactement «{NN}exact words{NN}»",
            f"Sans «{NN}uitvoer{NN}»",
            f"Sans «{NN}two words{NN}»",
            f"Lieu{NB}: Flandre",
            f"Année{NB}: 2019",
        ],
    }


def test_a_chip_knows_what_is_to_be_taken_away(atlas: Atlas):
    text = "pharma in:flanders -export"
    place, without, chosen = atlas.told(text, Results(), (Facet.YEAR, "2019")).chips
    query = atlas.query(text)
    assert place.piece is not None
    assert without.piece is not None
    assert query.text_without(place.piece) == "pharma -export"
    assert query.text_without(without.piece) == "pharma in:flanders"
    assert (chosen.piece, chosen.chosen) == (None, (Facet.YEAR, "2019"))
    assert place.spoken == "Remove Place: Flanders"


# --- rows


def test_a_piece_of_another_language_says_so_and_keeps_its_marks(languages: dict[str, Language]):
    found = hit(piece="de preventie nu", why=Why.TRANSLATION, language="nl")
    told = {code: explained(found, languages[code]) for code in ("en", "fr")}
    assert told["en"].text == "In the Dutch text: de preventie nu"
    assert told["fr"].text == f"En néerlandais{NB}: de preventie nu"
    for snippet in told.values():
        assert marked(snippet) == ["preventie "]


def test_another_name_says_so_and_keeps_its_marks(languages: dict[str, Language]):
    found = explained(hit(piece="no prevention", why=Why.NAME), languages["en"])
    assert found.text == "Also found under “no prevention”"
    assert marked(found) == ["prevention"]


def test_braces_in_a_text_are_no_fields(languages: dict[str, Language]):
    found = explained(hit(piece="{x} {text}", why=Why.TRANSLATION, language="fr"), languages["en"])
    assert found.text == "In the French text: {x} {text}"


def test_a_row_of_a_figure_begins_with_value_and_period(atlas_in):
    found = Results((hit(FIGURE), hit()), total=2)
    below = {
        code: [row.below for row in atlas_in(code).told("x", found).rows] for code in LANGUAGES
    }
    assert below == {
        "en": ["more than 10% · year not stated · Figure", "Theme"],
        "nl": ["meer dan 10% · jaar niet vermeld · Cijfer", "Thema"],
        "fr": [f"plus de 10{NN}% · année non précisée · Chiffre", "Thème"],
    }


def test_a_record_that_matched_by_what_it_is_tells_that(atlas: Atlas):
    programme, figure = "programme/regmed-xb", "figure/pharma-jobs-flanders"
    found = Results((hit(programme, why=Why.FACT), hit(figure, why=Why.FACT)), total=2)
    first, second = atlas.told("leuven", found).rows
    assert first.below.startswith("Programme · ")
    assert "Leuven" in first.below
    assert second.below.endswith(" · Figure · Flanders")
    assert first.snippet == found.hits[0].snippet


def test_of_the_themes_of_a_record_those_that_were_looked_for_are_told(
    atlas: Atlas, library: AtlasLibrary
):
    record = next(
        each
        for each in library.list(Kind.PROGRAMME)
        if sum(not link.inverse and link.target.startswith("theme/") for link in each.links) > 1
    )
    theme = next(link.target for link in record.links if link.target.startswith("theme/"))
    word = max(library.title(theme)["nl"].split(), key=len)
    (row,) = atlas.told(word, Results((hit(record.id, why=Why.FACT),), total=1)).rows
    assert library.title(theme)["en"] in row.below
    (row,) = atlas.told("zzzz", Results((hit(record.id, why=Why.FACT),), total=1)).rows
    assert library.title(theme)["en"] not in row.below


def test_only_what_is_shown_is_read(library: AtlasLibrary, languages: dict[str, Language]):
    read: list[str] = []

    class Counting(AtlasLibrary):
        def get_many(self, record_ids):
            read.extend(record_ids)
            return library.get_many(record_ids)

        def __getattribute__(self, name: str):
            own = ("get_many", "__class__")
            return super().__getattribute__(name) if name in own else getattr(library, name)

    counting = Counting.__new__(Counting)
    describer = Describer(counting, languages["en"], TODAY)
    found = Results((hit(), hit(FIGURE), hit("programme/regmed-xb")), total=3)
    search_page(describer, SearchQuery.parse("x"), found)
    assert read == [FIGURE]


# --- answers


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_answer_tells_all_that_one_must_know_before_quoting_it(
    atlas_in, library: AtlasLibrary, code: str
):
    figures = list(library.list(Kind.FIGURE))
    page = atlas_in(code).told("x", Results(answers=tuple(each.id for each in figures)))
    describer = atlas_in(code).describer
    for record, answer in zip(figures, page.answers, strict=True):
        assert isinstance(record.details, Figure)
        assert (answer.id, answer.title) == (record.id, record.title[code])
        assert answer.scope == record.details.scope[code]
        assert answer.place == library.title(record.details.place)[code]
        rows = {row.label: row.mentions for row in describer.passport(record.id).rows}
        said = {mention.text for mentions in rows.values() for mention in mentions}
        assert {answer.value, answer.period, answer.scope, answer.place, answer.age} <= said
        assert all(source.text in answer.source for source in describer.sources(record))
        assert not re.search(r"\{\w*\}|\bNone\b", " ".join((answer.value, answer.source)))


def test_an_answer_has_its_rivals_beside_it(atlas: Atlas, library: AtlasLibrary):
    for disagreement in library.list(Kind.DISAGREEMENT)[:5]:
        figures = [link.target for link in disagreement.links if link.target.startswith("figure/")]
        (answer,) = atlas.told("x", Results(answers=(figures[0],))).answers
        rivals = {rival: value for rival, _title, value in answer.rivals}
        assert set(figures[1:]) <= set(rivals)
        assert figures[0] not in rivals
        assert all(re.fullmatch(r".+ \(.+\)", value) for value in rivals.values())


def test_a_figure_without_a_year_says_so(atlas: Atlas):
    (answer,) = atlas.told("x", Results(answers=(FIGURE,))).answers
    assert (answer.value, answer.period) == ("more than 10%", "year not stated")
    assert answer.age == "age unknown: no date is stated"


# --- the whole


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["prevention", "kind:figure in:flanders", "vergrijzing", "jobs pharma", "2018"]
)
def test_a_real_search_is_told_row_by_row(atlas_in, code: str, text: str):
    page, results = atlas_in(code).search(text)
    assert [row.id for row in page.rows] == [each.id for each in results.hits] != []
    for row in page.rows:
        assert row.below
        assert row.title.text
        for snippet in (row.title, row.snippet):
            assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)
            assert not any("\n" in word for word in marked(snippet))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters()) | st.text(st.sampled_from('ab in:"year2019-«»“{} \n'), max_size=40))
@example('in:flanders "{query}" -{text}')
@example("\ud800")
@example("zzzz " * 2000)
def test_whatever_is_typed_is_told(atlas: Atlas, text: str):
    page, results = atlas.search(text)
    assert page.summary
    assert all(chip.text and chip.spoken for chip in page.chips)
    assert all(offer.link in offer.text and offer.query for offer in page.offers)
    assert [row.id for row in page.rows] == [each.id for each in results.hits]
