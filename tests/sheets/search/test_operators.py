"""Operators are typed in the words of the interface, in English, or as codes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import NOT_STATED, Browse, Facet
from desktop.domain.queries import Role, SearchQuery
from desktop.domain.records import Kind, Pillar
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.search.operators import NARROWING, Operators
from desktop.store.reader import AtlasLibrary
from tests.conftest import LANGUAGES

Languages = dict[str, Language]


def operators_in(code: str, library: AtlasLibrary, languages: Languages) -> Operators:
    return Operators(library, languages[code], *languages.values())


@pytest.fixture(params=LANGUAGES)
def code(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def operators(code: str, library: AtlasLibrary, languages: Languages) -> Operators:
    return operators_in(code, library, languages)


@pytest.fixture(scope="module")
def choices(library: AtlasLibrary) -> list[tuple[Facet, str]]:
    """Every facet that a search is narrowed by, with every value that it has in the atlas."""
    every = Browse(tuple(Kind), "en")
    return [(facet, value) for facet in NARROWING for value in library.facet_counts(every, facet)]


def test_what_one_types_for_a_value_is_read_as_that_value(
    operators: Operators, choices: list[tuple[Facet, str]]
):
    assert len(choices) > 250
    for facet, value in choices:
        typed = operators.typed(facet, value)
        (piece,) = SearchQuery.parse(typed, read_operator=operators.read).pieces
        assert (piece.role, piece.narrowing) == (Role.NARROWING, (facet, value)), typed


def test_a_query_means_the_same_when_the_interface_is_switched(
    operators: Operators,
    choices: list[tuple[Facet, str]],
    library: AtlasLibrary,
    languages: Languages,
):
    others = [operators_in(other, library, languages) for other in LANGUAGES]
    for facet, value in choices:
        typed = operators.typed(facet, value)
        for other in others:
            assert SearchQuery.parse(typed, read_operator=other.read).narrowings == (
                (facet, value),
            )


@pytest.mark.parametrize(
    ("code", "typed"),
    [
        ("en", "year:2019"),
        ("nl", "jaar:2019"),
        ("fr", "année:2019"),
        ("nl", "ANNEE:2019"),
        ("fr", "Year:2019"),
        ("en", "jaar:２０１９"),
    ],
)
def test_a_year_is_read_in_every_language_whatever_the_accents(
    library: AtlasLibrary, languages: Languages, code: str, typed: str
):
    query = SearchQuery.parse(typed, read_operator=operators_in(code, library, languages).read)
    assert query.narrowings == ((Facet.YEAR, "2019"),)


@pytest.mark.parametrize(
    "typed",
    [
        "in:flanders",
        "place:Flanders",
        "in:vlaanderen",
        "plaats:Vlaanderen",
        "lieu:flandre",
        "dans:Flandre",
        "à:flandre",
        "a:flandre",
        'in:"Flemish Region"',
        "in:place/flanders",
        "IN:FLANDERS",
    ],
)
def test_a_place_goes_by_any_of_its_names_and_by_its_id(operators: Operators, typed: str):
    query = SearchQuery.parse(typed, read_operator=operators.read)
    assert query.narrowings == ((Facet.PLACE, "place/flanders"),)


@pytest.mark.parametrize(
    "typed",
    [
        "theme:prevention",
        "thema:preventie",
        "thème:prévention",
        "theme:theme/prevention",
    ],
)
def test_a_theme_goes_by_its_title_and_by_its_id(operators: Operators, typed: str):
    query = SearchQuery.parse(typed, read_operator=operators.read)
    assert query.narrowings == ((Facet.THEME, "theme/prevention"),)


@pytest.mark.parametrize(
    "typed",
    ['document:"country report belgium"', "document:country-report", 'document:"country report"'],
)
def test_a_document_goes_by_its_title_another_name_and_its_id(operators: Operators, typed: str):
    query = SearchQuery.parse(typed, read_operator=operators.read)
    assert query.narrowings == ((Facet.DOCUMENT, "document/country-report"),)


def test_a_kind_goes_by_its_code_and_by_one_or_many_in_every_language(
    operators: Operators, languages: Languages
):
    for kind in Kind:
        assert operators.read("kind", kind.value) == (Facet.KIND, kind.value)
        for language in languages.values():
            for table in (labels.KIND, labels.KINDS):
                word = language.gettext(table[kind])
                assert operators.read("soort", word.upper()) == (Facet.KIND, kind.value)


def test_a_pillar_goes_by_its_code_and_by_its_name(operators: Operators, languages: Languages):
    for pillar in Pillar:
        assert operators.read("pillar", pillar.value) == (Facet.PILLAR, pillar.value)
        for language in languages.values():
            name = language.gettext(labels.PILLAR[pillar])
            assert operators.read("pijler", name) == (Facet.PILLAR, pillar.value)


@pytest.mark.parametrize("words", ["not stated", "niet vermeld", "non précisé"])
def test_what_a_document_does_not_state_can_be_asked_for(operators: Operators, words: str):
    assert operators.read("year", words) == (Facet.YEAR, NOT_STATED)
    assert operators.read("kind", words) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "planet"),
        ("in", "atlantis"),
        ("year", "19"),
        ("year", "twenty"),
        ("year", "2019 2020"),
        ("pillar", "fifth"),
        ("theme", "place/flanders"),
        ("document", "flanders"),
        ("status", "running"),
        ("note", "2019"),
        ("in", "***"),
        ("", "2019"),
    ],
)
def test_what_names_nothing_is_no_operator_but_words(operators: Operators, name: str, value: str):
    assert operators.read(name, value) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["kind", "in", "year", "pillar", "theme", "document", "à", "x"]) | st.text(),
    st.text(st.characters()),
)
@example("in", "\ud800")
@example("theme", "theme/" + "x-" * 10_000)
@example("in", "place/")
@example("in", "/")
@example("document", "'; DROP TABLE record; --")
@example("in", "flanders\0")
def test_any_text_is_read_or_is_words_and_never_an_error(
    operators: Operators, name: str, value: str
):
    found = operators.read(name, value)
    assert found is None or (found[0] in NARROWING and isinstance(found[1], str))
    assert SearchQuery.parse(f"{name}:{value}", read_operator=operators.read).pieces is not None


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nl", ["jaar:2019", "in:vlaanderen", "soort:programma", 'in:"europese unie"']),
        ("fr", ["année:2019", "lieu:flandre", "catégorie:programme", 'lieu:"union européenne"']),
        ("en", ["year:2019", "in:flanders", "kind:programme", 'in:"european union"']),
    ],
)
def test_operators_are_written_as_one_types_them_in_the_language(
    library: AtlasLibrary, languages: Languages, code: str, said: list[str]
):
    operators = operators_in(code, library, languages)
    assert said == [
        operators.typed(Facet.YEAR, "2019"),
        operators.typed(Facet.PLACE, "place/flanders"),
        operators.typed(Facet.KIND, "programme"),
        operators.typed(Facet.PLACE, "place/european-union"),
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nl", ["Jaar: 2019", "Plaats: Vlaanderen", "Soort: Programma", "Pijler: Handel"]),
        (
            "fr",
            [
                "Année\u00a0: 2019",
                "Lieu\u00a0: Flandre",
                "Catégorie\u00a0: Programme",
                "Pilier\u00a0: Commerce",
            ],
        ),
        ("en", ["Year: 2019", "Place: Flanders", "Kind: Programme", "Pillar: Trade"]),
    ],
)
def test_operators_are_told_in_the_words_of_the_interface(
    library: AtlasLibrary, languages: Languages, code: str, said: list[str]
):
    operators = operators_in(code, library, languages)
    assert said == [
        operators.title(Facet.YEAR, "2019"),
        operators.title(Facet.PLACE, "place/flanders"),
        operators.title(Facet.KIND, "programme"),
        operators.title(Facet.PILLAR, "trade"),
    ]


def test_a_value_that_nobody_knows_is_told_as_it_is(library: AtlasLibrary, languages: Languages):
    operators = operators_in("en", library, languages)
    assert operators.title(Facet.PLACE, "place/atlantis") == "Place: place/atlantis"
    assert operators.title(Facet.KIND, "planet") == "Kind: planet"
