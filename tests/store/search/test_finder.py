"""Search finds what people type: any language, any accent, half a word, a slip of the pen."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.browsing import Facet
from desktop.domain.folding import words_of
from desktop.domain.queries import SearchQuery
from desktop.domain.records import Kind, Record
from desktop.domain.snippets import Snippet
from desktop.store.reader import AtlasLibrary
from desktop.store.search.finder import Finder

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

# Any text at all, with what may hurt more often than chance has it.
TYPED = st.one_of(
    st.text(st.characters(exclude_categories=[])),
    st.text(st.sampled_from("\"'*^:()-+{}&|. zed\0\n\ud800é％")),
    st.lists(st.sampled_from(["AND", "OR", "NOT", "NEAR", "zed", "title:", "*"])).map(" ".join),
)
BANKS = """\
[[theme]]
id = "bank-{code}"
type = "priority"
title.nl = "Iets"
title.fr = "Chose"
title.en = "Thing"
summary.nl = "Omschrijving."
summary.fr = "Description."
summary.en = "Account."
outside = ["all"]
"""


def found(
    library: AtlasLibrary,
    text: str,
    language: str = "en",
    kind: Kind | None = None,
    limit: int = 50,
) -> list[str]:
    chosen = ((Facet.KIND, kind.value),) if kind else ()
    return [hit.id for hit in library.search(SearchQuery.parse(text, chosen, limit), language).hits]


def marked(piece: Snippet) -> list[str]:
    return [piece.text[start:end] for start, end in piece.marks]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("word", ["prévention", "prevention", "preventie", "PRÉVENTION"])
def test_a_word_of_any_language_finds_the_theme(library: AtlasLibrary, word: str, language: str):
    assert "theme/prevention" in found(library, word, language)[:10]


def titles(library: AtlasLibrary) -> list[tuple[Record, str, str]]:
    """Each record with one of its titles, in turn of each language, as one would type it.

    A minus before a word leaves that word out, so nobody types it in a title.
    """
    languages = list(library.languages)
    return [
        (record, language := languages[number % len(languages)], record.title[language])
        for number, record in enumerate(library.list())
    ]


def test_every_record_is_found_by_its_title_and_that_first(library: AtlasLibrary):
    lost: list[tuple[str, str, list[str]]] = []
    for record, language, title in titles(library):
        first = found(library, title.replace(" -", " "), language)[:1]
        if not first or words_of(library.title(first[0])[language]) != words_of(title):
            lost.append((record.id, title, first))
    assert lost == []


def test_every_record_is_found_by_its_other_names(library: AtlasLibrary):
    lost = [
        (record.id, name)
        for record in library.list()[::2]
        for name in record.names
        if record.id not in found(library, name.replace(" -", " "), "en", record.kind, 200)
    ]
    assert lost == []


@pytest.mark.parametrize("text", ["coeur", "cœur", "CŒUR", "Cœu", "COEUR"])
def test_ligatures_and_case_make_no_difference(zedland: AtlasLibrary, text: str):
    assert found(zedland, text) == ["theme/zed-oncology"]


@pytest.mark.parametrize("text", ["Zoë", "zoe", "ZOE", "Zoe\u0308", "ｚｏｅ"])
def test_accents_and_unicode_forms_make_no_difference(zedland: AtlasLibrary, text: str):
    assert found(zedland, text)[0] == "person/zoe-zed"


def test_results_are_there_from_the_first_letter_on(library: AtlasLibrary):
    for length in range(3, len("preventie") + 1):
        assert "theme/prevention" in found(library, "preventie"[:length], "nl")
    for length in range(1, 3):
        assert found(library, "preventie"[:length], "nl")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("regmde", "programme/regmed-xb"),
        ("luven", "place/leuven"),
        ("flandres", "place/flanders"),
        ("preventon", "theme/prevention"),
        ("brusells", "place/brussels"),
    ],
)
def test_a_slip_of_the_pen_finds_what_was_meant(library: AtlasLibrary, typed: str, meant: str):
    assert meant in found(library, typed)[:10]


def test_a_correction_is_said_and_marked(zedland: AtlasLibrary):
    results = zedland.search(SearchQuery.parse("oncologyy"), "en")
    assert results.corrections == (("oncologyy", "oncology"),)
    assert results.hits[0].id == "theme/zed-oncology"
    assert marked(results.hits[0].title) == ["Oncology"]


def test_a_query_taken_as_it_is_typed_is_not_corrected(zedland: AtlasLibrary):
    results = zedland.search(SearchQuery.parse("oncologyy", as_typed=True), "en")
    assert not results.hits
    assert not results.corrections
    assert "oncology" in results.nearest


def test_a_short_word_that_nobody_wrote_is_not_guessed_at(zedland: AtlasLibrary):
    assert found(zedland, "qqq") == []


def test_a_word_like_no_other_finds_nothing(zedland: AtlasLibrary):
    assert found(zedland, "xylophonequintet") == []


def test_what_has_all_words_comes_first_and_most_words_do_where_nothing_has_all(
    zedland: AtlasLibrary,
):
    assert set(found(zedland, "zed plan")) == set(found(zedland, "plan zed"))
    whole = zedland.search(SearchQuery.parse("oncology cancer"), "en")
    assert whole.hits[0].id == "theme/zed-oncology"
    assert not whole.is_partial
    partial = zedland.search(SearchQuery.parse("oncology signing"), "en")
    assert {"theme/zed-oncology", "milestone/zed-signing"} <= {hit.id for hit in partial.hits}
    assert partial.is_partial


def test_letters_around_an_ampersand_are_one_phrase(small_seeds: SmallSeeds, tmp_path: Path):
    apart = BANKS.format(code="apart").replace('"Thing"', '"D for R"').replace('"Iets"', '"D of R"')
    small_seeds.add("themes.toml", apart)
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        for text in ("R&D", "r&d", "R & D", "R+D"):
            assert {"theme/zed-oncology", "programme/zed-plan"} <= set(found(library, text))
        assert "theme/bank-apart" not in found(library, "R&D")
        assert "theme/bank-apart" in found(library, "R D")


@pytest.mark.parametrize("text", ["COVID-19", "covid 19", "covid"])
def test_a_word_with_a_hyphen_is_found(zedland: AtlasLibrary, text: str):
    assert found(zedland, text) == ["theme/zed-oncology"]


def test_a_kind_narrows_what_is_found(library: AtlasLibrary):
    for kind in Kind:
        of_kind = found(library, "belg", kind=kind, limit=500)
        assert set(of_kind) <= {record.id for record in library.list(kind)}
    everything = found(library, "belg", limit=500)
    by_kind = [each for kind in Kind for each in found(library, "belg", kind=kind, limit=500)]
    assert sorted(everything) == sorted(by_kind)


def test_a_limit_keeps_the_best(library: AtlasLibrary):
    best = found(library, "belg", limit=10)
    assert len(best) == len(set(best)) == 10
    assert found(library, "belg", limit=3) == best[:3]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_readers_own_language_comes_first(
    small_seeds: SmallSeeds, tmp_path: Path, language: str
):
    for code, other in (("nl", '"Iets"'), ("fr", '"Chose"'), ("en", '"Thing"')):
        small_seeds.add("themes.toml", BANKS.format(code=code).replace(other, '"Bank"'))
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        ids = found(library, "bank", language)
    assert ids[0] == f"theme/bank-{language}"
    assert len(ids) == 3


def test_a_title_counts_more_than_a_mention(zedland: AtlasLibrary):
    assert found(zedland, "prevention")[0] == "theme/zed-prevention"
    assert "organisation/zed-agency" in found(zedland, "prevention")


def test_importance_decides_where_words_hardly_do(small_seeds: SmallSeeds, tmp_path: Path):
    more_of_the_word, more_important = "weight = 10\nnames = ['Bank']", "weight = 90"
    for code, keys in (("low", more_of_the_word), ("high", more_important)):
        bank = BANKS.format(code=code).replace('"Thing"', '"Bank"')
        small_seeds.add("themes.toml", bank.replace("outside", f"{keys}\noutside"))
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        assert found(library, "bank") == ["theme/bank-high", "theme/bank-low"]


@pytest.mark.parametrize(
    "text", ["", " ", "*", '"', "'", "-", "()", "\0", "…", "&", '" OR "', "\\"]
)
def test_a_query_without_a_word_finds_nothing(zedland: AtlasLibrary, text: str):
    if not words_of(text):
        assert found(zedland, text) == []
    else:
        assert isinstance(found(zedland, text), list)


@pytest.mark.parametrize(
    "text",
    [
        '"zed',
        "zed*",
        "zed:",
        "title:zed",
        "NOT zed",
        "zed AND",
        "NEAR(zed plan)",
        "^zed",
        "{zed}",
        "-zed",
        "zed'; DROP TABLE record; --",
        "zed\0plan",
        "l'h",
        "2.5",
        "zed " * 5_000,
        "z" * 10_000,
        "a-" * 5_000,
        "\U0010ffff",
        "\ud800zed",
    ],
)
def test_what_a_database_might_read_as_syntax_is_only_text(zedland: AtlasLibrary, text: str):
    assert set(found(zedland, text)) <= {record.id for record in zedland.list()}
    if "zed" in words_of(text) and not text.startswith("-"):
        assert found(zedland, text)


@settings(deadline=None)
@given(text=TYPED, kind=st.sampled_from([None, *Kind]), limit=st.integers(0, 60))
def test_any_text_gives_a_list(zedland: AtlasLibrary, text: str, kind: Kind | None, limit: int):
    ids = found(zedland, text, "nl", kind, limit)
    assert len(ids) == len(set(ids)) <= limit
    assert kind is None or all(each.startswith(f"{kind}/") for each in ids)


@settings(deadline=None, max_examples=50)
@given(text=TYPED, times=st.integers(1, 2000))
@example(text="a-", times=5000)
@example(text="zed ", times=5000)
@example(text="\U0001f600é", times=5000)
def test_any_text_asks_the_file_a_bounded_number_of_questions(
    zedland_atlas: Path, text: str, times: int
):
    asked: list[str] = []
    with closing(sqlite3.connect(zedland_atlas)) as database:

        def rows(sql: str, values: Sequence[object]) -> list[tuple[object, ...]]:
            asked.append(sql)
            return database.execute(sql, values).fetchall()

        Finder(rows, ("nl", "fr", "en")).find(SearchQuery.parse(text * times), "en")
    # Three for each run of up to five words of 32, and what each of eight needs takes.
    assert len(asked) <= 700


@settings(deadline=None)
@given(st.data())
def test_each_word_of_a_record_finds_it(zedland: AtlasLibrary, data: st.DataObject):
    record = data.draw(st.sampled_from(list(zedland.list())))
    language = data.draw(st.sampled_from(list(zedland.languages)))
    words = words_of(f"{record.title[language]} {record.summary[language]}")
    word = data.draw(st.sampled_from(words))
    assert record.id in found(zedland, word, language)


SYNONYMS = """\
[[term]]
id = "posts"
type = "indicator"
title.nl = "Banen"
title.fr = "Emplois"
title.en = "Jobs"
summary.nl = "Hoeveel mensen er werken."
summary.fr = "Combien de personnes y travaillent."
summary.en = "How many people work there."
names.nl = ["tewerkstelling", "vaste betrekking"]
outside = ["all"]

[[theme]]
id = "zed-staff"
type = "priority"
title.nl = "Personeel in Port Zed"
title.fr = "Personnel à Port Zed"
title.en = "Staff in Port Zed"
summary.nl = "Er komen banen bij."
summary.fr = "Des emplois s’y ajoutent."
summary.en = "Jobs are being added."
outside = ["all"]
"""


@pytest.mark.parametrize(
    "typed", ["tewerkstelling", "vaste betrekking", "jobs", "Emplois", "banen"]
)
def test_what_the_glossary_calls_otherwise_is_found_by_every_word_for_it(
    small_seeds: SmallSeeds, tmp_path: Path, typed: str
):
    small_seeds.add("more.toml", SYNONYMS)
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        assert set(found(library, typed)) == {"term/posts", "theme/zed-staff"}
        assert "theme/zed-staff" in found(library, f"{typed} Port Zed")[:2]


def test_what_has_the_word_itself_comes_before_what_has_another_word_for_it(
    small_seeds: SmallSeeds, tmp_path: Path
):
    small_seeds.add("more.toml", SYNONYMS)
    with closing(small_seeds.opened(tmp_path / "atlas.sqlite")) as library:
        assert found(library, "tewerkstelling")[0] == "term/posts"
