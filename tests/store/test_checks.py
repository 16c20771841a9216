"""Every mistake in the seeds is reported, with where it stands and what to do; all in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop import bundled
from desktop.domain.problems import AtlasError
from desktop.domain.records import Document, Kind
from desktop.store.checks import Seeds, read_seeds

if TYPE_CHECKING:
    from tests.store.conftest import SmallSeeds

PARAGRAPHS = {
    "000_6e51912df8acc749": 62,
    "001_1311f45de1965ff5": 25,
    "002_251f22f0bc5e598f": 9,
    "003_b7642e1189fdde58": 19,
    "004_40d31b0bcedf8a9d": 221,
}

# The file, what is changed in it into what; then the record and key of the one mistake that this
# makes, and words of its sentence.
CHANGES = {
    "a straight apostrophe": (
        ("organisations.toml", "L’agence", "L'agence"),
        ("organisation/zed-agency", "summary.fr", "has a straight quote"),
    ),
    "a French colon without its space": (
        ("places.toml", "Un petit pays.", "Un pays: petit."),
        ("place/zedland", "summary.fr", "needs a no-break space (U+00A0) before its colon"),
    ),
    "a French semicolon with an ordinary space": (
        ("places.toml", "Un petit pays.", "Un pays ; petit."),
        ("place/zedland", "summary.fr", "needs a narrow no-break space"),
    ),
    "French quotation marks without spaces": (
        ("places.toml", "Un petit pays.", "Un «petit\u202f» pays."),
        ("place/zedland", "summary.fr", "inside the quotation marks"),
    ),
    "a Dutch percent sign with a space": (
        ("places.toml", "Een klein land.", "Een klein land, half %."),
        ("place/zedland", "summary.nl", "has a space before its sign"),
    ),
    "an English euro sign with a space": (
        ("places.toml", "A small country.", "A small country (€ a day)."),
        ("place/zedland", "summary.en", "does not write the euro sign"),
    ),
    "two spaces": (
        ("places.toml", "A small country.", "A small  country."),
        ("place/zedland", "summary.en", "has a space too many"),
    ),
    "a run of six words of the document": (
        ("places.toml", "A small country.", "Per cent of those of the."),
        ("place/zedland", "summary.en", "stands so in a source document"),
    ),
    "a paragraph that is given up but cited": (
        ("documents.toml", 'cites = ["glance:1"]', 'cites = ["glance:1"]\nnothing.1 = "a title"'),
        ("document/glance", "nothing", "Paragraph 1 is cited"),
    ),
    "a key that no record has": (
        ("places.toml", 'code = "ZZ"', 'code = "ZZ"\ncolour = "red"'),
        ("place/zedland", "colour", "The key is unknown"),
    ),
    "a missing key": (
        ("milestones.toml", 'state = "past"\n', ""),
        ("milestone/zed-signing", "state", "The key is missing"),
    ),
    "a type that the kind does not have": (
        ("organisations.toml", 'type = "agency"', 'type = "club"'),
        ("organisation/zed-agency", "type", "“club” is not allowed here: write 'government'"),
    ),
    "a pillar that there is not": (
        ("milestones.toml", '"g2g"', '"golf"'),
        ("milestone/zed-signing", "pillar", "“golf” is not allowed here: write 'g2g', 'trade'"),
    ),
    "a language too few": (
        ("themes.toml", 'title.fr = "Prévention"\n', ""),
        ("theme/zed-prevention", "title", "The text is missing in fr"),
    ),
    "a language too many": (
        (
            "themes.toml",
            'title.fr = "Prévention"',
            'title.fr = "Prévention"\ntitle.de = "Vorsorge"',
        ),
        ("theme/zed-prevention", "title", "“de” is no language of the atlas"),
    ),
    "an empty text": (
        ("themes.toml", '"Éviter les maladies."', '" "'),
        ("theme/zed-prevention", "summary", "The text is empty in fr"),
    ),
    "an empty text for all languages": (
        ("places.toml", 'title = "Port Zed"', 'title = ""'),
        ("place/port-zed", "title", "The text is empty in nl, fr, en"),
    ),
    "a number instead of a text": (
        ("places.toml", 'title = "Port Zed"', "title = 5"),
        ("place/port-zed", "title", "Give one string for all languages"),
    ),
    "a number instead of a text in one language": (
        ("themes.toml", 'title.fr = "Prévention"', "title.fr = 5"),
        ("theme/zed-prevention", "title", "Give one string for all languages"),
    ),
    "a name that is no list": (
        ("programmes.toml", 'names = ["R&D-Z"]', 'names = "R&D-Z"'),
        ("programme/zed-plan", "names", "Give one string for all languages"),
    ),
    "names of a language that are no list": (
        ("places.toml", 'names.fr = ["zédien"]', 'names.fr = "zédien"'),
        ("place/zedland", "names", "Give one string for all languages"),
    ),
    "names of a language that are a number": (
        ("places.toml", 'names.fr = ["zédien"]', "names.fr = 5"),
        ("place/zedland", "names", "Give one string for all languages"),
    ),
    "names in no language of the atlas": (
        ("places.toml", "names.fr", "names.de"),
        ("place/zedland", "names", "“de” is no language of the atlas"),
    ),
    "a link to nothing": (
        ("milestones.toml", '"programme/zed-plan"', '"programme/zed-plans"'),
        ("milestone/zed-signing", "links.part-of", "There is no record “programme/zed-plans”"),
    ),
    "a relation that there is not": (
        ("milestones.toml", "links.part-of", "links.cousin-of"),
        ("milestone/zed-signing", "links.cousin-of", "“cousin-of” is not allowed here"),
    ),
    "an indicator that there is not": (
        (
            "figures.toml",
            'id = "zed-share"\nindicator = "term/zed-laboratories"',
            'id = "zed-share"\nindicator = "term/labs"',
        ),
        ("figure/zed-share", "indicator", "There is no record “term/labs”"),
    ),
    "a place that there is not": (
        ("figures.toml", 'place = "place/port-zed"', 'place = "place/port-said"'),
        ("figure/zed-firms", "place", "There is no record “place/port-said”"),
    ),
    "an id with a capital": (
        ("terms.toml", 'id = "zz"', 'id = "ZZ"'),
        ("term/ZZ", "id", "“ZZ” does not fit"),
    ),
    "a weight over a hundred": (
        ("places.toml", "weight = 60", "weight = 101"),
        ("place/port-zed", "weight", "“101” does not fit"),
    ),
    "a latitude beyond the pole": (
        ("places.toml", "latitude = 12.5", "latitude = 91.0"),
        ("place/zedland", "latitude", "“91.0” does not fit"),
    ),
    "a number that no cited paragraph holds": (
        ("figures.toml", "value = 1250", "value = 1251"),
        ("figure/zed-laboratories", "value", "do not hold the number 1251"),
    ),
    "an upper end that no cited paragraph holds": (
        ("figures.toml", "value-to = 20", "value-to = 21"),
        ("figure/zed-firms", "value-to", "do not hold the number 21"),
    ),
    "a number that stands in a paragraph that is not cited": (
        ("figures.toml", "value = 56", "value = 1250"),
        ("figure/zed-cost", "value", "do not hold the number 1250"),
    ),
    "a year that no cited paragraph holds": (
        ("figures.toml", 'period = "2022-09"', 'period = "2021-09"'),
        ("figure/zed-firms", "period", "do not hold the year 2021"),
    ),
    "an end of a period that no cited paragraph holds": (
        ("programmes.toml", '"2013..2018"', '"2013..2019"'),
        ("programme/zed-plan", "period", "do not hold the year 2019"),
    ),
    "a year of a person that no cited paragraph holds": (
        ("people.toml", 'as-of = "2023"', 'as-of = "2022"'),
        ("person/zoe-zed", "as-of", "do not hold the year 2022"),
    ),
    "a year of a document that no cited paragraph holds": (
        ("documents.toml", '"2024-03-01"', '"2023-03-01"'),
        ("document/glance", "published", "do not hold the year 2023"),
    ),
    "a day that cannot be": (
        ("milestones.toml", '"2020-07-14"', '"2020-02-30"'),
        ("milestone/zed-signing", "period", "“2020-02-30” is no period that can be"),
    ),
    "a date that is no date": (
        ("people.toml", 'as-of = "2023"', 'as-of = "last year"'),
        ("person/zoe-zed", "as-of", "“last year” is no date that can be"),
    ),
    "a month of zero": (
        ("people.toml", 'as-of = "2023"', 'as-of = "2023-00"'),
        ("person/zoe-zed", "as-of", "“2023-00” is no date that can be"),
    ),
    "a period that runs backwards": (
        ("programmes.toml", '"2013..2018"', '"2018..2013"'),
        ("programme/zed-plan", "period", "“2018..2013” is no period that can be"),
    ),
    "a citation without a paragraph": (
        ("places.toml", '"glance:4"', '"glance"'),
        ("place/port-zed", "cites.0", "“glance” is no citation"),
    ),
    "a citation of a document that there is not": (
        ("places.toml", '"glance:4"', '"glanze:4"'),
        ("place/port-zed", "cites", "There is no record “document/glanze”"),
    ),
    "a citation of a paragraph that there is not": (
        ("places.toml", '"glance:4"', '"glance:6"'),
        ("place/port-zed", "cites", "“document/glance” has no paragraph 6"),
    ),
    "a citation of paragraph nought": (
        ("places.toml", '"glance:4"', '"glance:0"'),
        ("place/port-zed", "cites", "“document/glance” has no paragraph 0"),
    ),
    "no citation where general knowledge is not claimed": (
        ("places.toml", 'cites = ["glance:4"]', 'outside = ["code"]'),
        ("place/port-zed", "", "Cite a paragraph, or say outside"),
    ),
    "different numbers in the languages": (
        ("figures.toml", "Plus de 2,5\u202f% du", "Plus de 2,6\u202f% du"),
        ("figure/zed-share", "summary", "(nl: 2 5; fr: 2 6; en: 2 5)"),
    ),
    "a number that one language lacks": (
        ("people.toml", '"Gezant van de Gezondheidswijk."', '"Gezant sinds 2023."'),
        ("person/zoe-zed", "summary", "(nl: 2023; fr: ; en: )"),
    ),
    "different numbers in a text of the kind": (
        ("figures.toml", '"Firms that moved"', '"The 10 firms that moved"'),
        ("figure/zed-firms", "scope", "(nl: ; fr: ; en: 10)"),
    ),
    "a figure without a value": (
        ("figures.toml", 'value = 56\nscale = "billion"\n', ""),
        ("figure/zed-cost", "", "Give a value, or a statement"),
    ),
    "a figure with a value and a statement": (
        ("figures.toml", 'unit = "words"', 'unit = "words"\nvalue = 2021'),
        ("figure/zed-trend", "", "Give a value, or a statement"),
    ),
    "a range without an upper end": (
        ("figures.toml", "value-to = 20\n", ""),
        ("figure/zed-firms", "", "A range needs value and value-to"),
    ),
    "an upper end that belongs to no range": (
        ("figures.toml", 'qualifier = "range"\n', ""),
        ("figure/zed-firms", "", "A range needs value and value-to"),
    ),
    "a count of nothing": (
        (
            "figures.toml",
            'counted.nl = "bedrijven"\ncounted.fr = "entreprises"\ncounted.en = "firms"\n',
            "",
        ),
        ("figure/zed-firms", "", "Say in “counted” what the number counts"),
    ),
    "a scale on a share": (
        ("figures.toml", "value = 2.5", 'value = 2.5\nscale = "thousand"'),
        ("figure/zed-share", "", "Only an amount in euros or a count takes a scale"),
    ),
    "a share per day": (
        ("figures.toml", "value = 2.5", 'value = 2.5\nper = "day"'),
        ("figure/zed-share", "", "Only an amount in euros or a count is a rate"),
    ),
    "a number in prose that no cited paragraph holds": (
        ("figures.toml", 'scope = "Zed Plan"', 'scope = "Zed Plan, part 7"'),
        ("figure/zed-cost", "scope", "do not hold the number 7"),
    ),
    "a disagreement of one figure": (
        ("disagreements.toml", ', "figure/zed-trend"', ""),
        ("disagreement/zed-numbers", "", "A disagreement compares two figures or more"),
    ),
    "a disagreement of what is no figure": (
        ("disagreements.toml", '"figure/zed-trend"', '"place/zedland"'),
        ("disagreement/zed-numbers", "", "take “place/zedland” out of links.compares"),
    ),
    "a disagreement without a reason": (
        ("disagreements.toml", 'reasons = ["scope"]', "reasons = []"),
        ("disagreement/zed-numbers", "reasons", "does not fit"),
    ),
    "a word that the glossary avoids": (
        ("figures.toml", "How many laboratories the country", "How many zedlabs the country"),
        ("figure/zed-laboratories", "summary.en", "does not say “zedlabs”: write “Laboratories”"),
    ),
    "general knowledge of a value": (
        ("places.toml", 'outside = ["code",', 'outside = ["weight",'),
        ("place/zedland", "outside", "“weight” cannot be general knowledge"),
    ),
    "a value that is no number": (
        ("figures.toml", "value = 56", 'value = "fifty-six"'),
        ("figure/zed-cost", "value", "“fifty-six” does not fit"),
    ),
    "a value without end": (
        ("figures.toml", "value = 56", "value = inf"),
        ("figure/zed-cost", "value", "“inf” does not fit"),
    ),
    "a run of paragraphs that runs backwards": (
        ("sections.toml", '"4-5"', '"5-4"'),
        ("section/glance-end", "paragraphs", "“5-4” is no run of paragraphs"),
    ),
}


@pytest.mark.parametrize(("change", "expected"), CHANGES.values(), ids=CHANGES.keys())
def test_a_mistake_is_reported_where_it_stands(
    small_seeds: SmallSeeds, change: tuple[str, str, str], expected: tuple[str, str, str]
):
    small_seeds.change(*change)
    record, key, words = expected
    (found,) = small_seeds.mistakes()
    assert found[:3] == (f"zz/{change[0]}", record, key)
    assert words in found[3]


def test_the_small_seeds_hold_no_mistake_and_every_kind(small_seeds: SmallSeeds):
    seeds = small_seeds.read()
    assert small_seeds.mistakes() == []
    assert {record.kind for record in seeds.records} == set(Kind)


def test_all_mistakes_come_in_one_run(small_seeds: SmallSeeds):
    small_seeds.change("figures.toml", "value = 1250", "value = 1251")
    small_seeds.change("milestones.toml", '"programme/zed-plan"', '"programme/none"')
    small_seeds.change("people.toml", 'as-of = "2023"', 'as-of = "2022"')
    small_seeds.change("people.toml", '"Gezant van de', '"Gezant 1 van de')
    small_seeds.change("terms.toml", 'type = "abbreviation"', 'type = "acronym"\nsound = 1')
    small_seeds.change("sections.toml", '"4-5"', '"5-5"')
    small_seeds.add("broken.toml", "[[place\n")
    assert sorted(found[:3] for found in small_seeds.mistakes()) == [
        ("zz/broken.toml", "", ""),
        ("zz/documents.toml", "document/glance", "paragraphs"),
        ("zz/figures.toml", "figure/zed-laboratories", "value"),
        ("zz/milestones.toml", "milestone/zed-signing", "links.part-of"),
        ("zz/people.toml", "person/zoe-zed", "as-of"),
        ("zz/people.toml", "person/zoe-zed", "summary"),
        ("zz/terms.toml", "term/zz", "sound"),
        ("zz/terms.toml", "term/zz", "type"),
    ]


@pytest.mark.parametrize("file", ["places.toml", "more.toml"])
def test_an_id_that_is_used_twice_is_reported_with_its_first_file(
    small_seeds: SmallSeeds, file: str
):
    twice = '[[place]]\nid = "zedland"\ntype = "country"\ntitle = "Z"\nsummary = "Z"\n'
    small_seeds.add(file, twice + 'outside = ["all"]\n')
    ((found, record, key, sentence),) = small_seeds.mistakes()
    first = "zz/more.toml" if file == "more.toml" else "zz/places.toml"
    assert (record, key) == ("place/zedland", "id")
    assert found == "zz/places.toml"
    assert sentence == f"The id is also used in {first}: choose another."


def test_a_kind_that_there_is_not_is_reported(small_seeds: SmallSeeds):
    small_seeds.add("planets.toml", '[[planet]]\nid = "mars"\n')
    ((file, record, key, sentence),) = small_seeds.mistakes()
    assert (file, record, key) == ("zz/planets.toml", "", "planet")
    assert sentence.startswith("“planet” is no kind of record: write one of place, organisation,")


@pytest.mark.parametrize("text", ['[place]\nid = "mars"\n', 'place = "mars"\n'])
def test_a_record_that_is_no_table_in_a_list_is_reported(small_seeds: SmallSeeds, text: str):
    small_seeds.add("planets.toml", text)
    assert small_seeds.mistakes() == [
        ("zz/planets.toml", "", "place", "Write each record as a table of its own, [[place]].")
    ]


def test_records_that_are_no_tables_are_reported_by_their_number(small_seeds: SmallSeeds):
    small_seeds.add("planets.toml", 'place = ["mars", "venus"]\n')
    assert [found[:2] for found in small_seeds.mistakes()] == [
        ("zz/planets.toml", "place/#1"),
        ("zz/planets.toml", "place/#2"),
    ]


@pytest.mark.parametrize("content", [b"[[place]]\nid = \n", b'title = "\xff"\n', b"\x00"])
def test_a_file_that_is_no_toml_hides_no_mistake_in_another(
    small_seeds: SmallSeeds, content: bytes
):
    (small_seeds.folder / "zz" / "aaa.toml").write_bytes(content)
    small_seeds.change("figures.toml", "value = 1250", "value = 1251")
    no_toml, not_cited = small_seeds.mistakes()
    assert no_toml[:3] == ("zz/aaa.toml", "", "")
    assert no_toml[3].startswith("The file is no valid TOML (")
    assert not_cited[:3] == ("zz/figures.toml", "figure/zed-laboratories", "value")


def test_a_document_without_a_fingerprint_is_reported_once(small_seeds: SmallSeeds):
    small_seeds.change("documents.toml", '"900_zedland"', '"901_zedland"')
    ((file, record, key, sentence),) = small_seeds.mistakes()
    assert (file, record, key) == ("zz/documents.toml", "document/glance", "file")
    assert "has no fingerprint" in sentence


def test_what_links_to_a_record_with_a_mistake_is_not_blamed(small_seeds: SmallSeeds):
    small_seeds.change("programmes.toml", 'type = "plan"', 'type = "club"')
    assert [found[1:3] for found in small_seeds.mistakes()] == [("programme/zed-plan", "type")]


def test_a_term_of_the_english_text_is_said_in_every_language(small_seeds: SmallSeeds):
    small_seeds.change("themes.toml", "Keeping illness away.", "Keeping illness away from a ZZ.")
    found = small_seeds.mistakes()
    assert [each[1:3] for each in found] == [
        ("theme/zed-prevention", "summary.nl"),
        ("theme/zed-prevention", "summary.fr"),
    ]
    assert all("no word that term/zz has for it" in each[3] for each in found)


@pytest.mark.parametrize(
    ("dutch", "french"),
    [("Ziekten van ZZ voorkomen.", "Éviter les ZZ."), ("De Zedlandse zaak.", "Des Zédies zélées.")],
)
def test_a_term_may_be_said_by_its_expansion_and_in_another_number(
    small_seeds: SmallSeeds, dutch: str, french: str
):
    small_seeds.change("themes.toml", "Keeping illness away.", "Keeping illness away from ZZs.")
    small_seeds.change("themes.toml", "Ziekten voorkomen.", dutch)
    small_seeds.change("themes.toml", "Éviter les maladies.", french)
    assert small_seeds.mistakes() == []


def test_seeds_may_lie_in_folders(small_seeds: SmallSeeds):
    (small_seeds.folder / "zz" / "places").mkdir()
    (small_seeds.folder / "zz" / "places.toml").rename(
        small_seeds.folder / "zz" / "places" / "all.toml"
    )
    assert small_seeds.mistakes() == []
    small_seeds.change("places/all.toml", "weight = 60", "weight = 101")
    assert [found[:2] for found in small_seeds.mistakes()] == [
        ("zz/places/all.toml", "place/port-zed")
    ]


@pytest.mark.parametrize(
    ("paragraphs", "wrong"),
    [("4-4", {5: 0}), ("5-5", {4: 0}), ("3-5", {3: 2}), ("2-5", {2: 2, 3: 2}), ("4-6", {6: 1})],
)
def test_sections_that_leave_a_gap_or_overlap_are_reported_by_paragraph(
    small_seeds: SmallSeeds, paragraphs: str, wrong: dict[int, int]
):
    small_seeds.change("sections.toml", '"4-5"', f'"{paragraphs}"')
    assert small_seeds.mistakes() == [
        (
            "zz/documents.toml",
            "document/glance",
            "paragraphs",
            f"Paragraph {number} of “document/glance” lies in {count} sections: it must be in 1.",
        )
        for number, count in wrong.items()
    ]


def test_a_number_word_supports_a_value(small_seeds: SmallSeeds):
    small_seeds.change("figures.toml", "value = 56", "value = 2")
    assert small_seeds.mistakes() == []


def test_all_digits_of_a_text_may_be_written_as_each_language_writes_them(
    small_seeds: SmallSeeds,
):
    for old, new in (
        ("Hoeveel labo’s het land telt.", "Het land telt 1.250 labo’s."),
        ("Combien de laboratoires le pays compte.", "Le pays compte 1\u202f250 laboratoires."),
        ("How many laboratories the country has.", "The country has 1,250 laboratories."),
    ):
        small_seeds.change("figures.toml", old, new)
    assert small_seeds.mistakes() == []


@pytest.mark.parametrize(
    "content", [None, b"", b'languages = ["nl"]\n', b"edition", b'edition = "\xff"\n']
)
def test_a_folder_without_a_sound_atlas_toml_is_no_folder_of_seeds(
    tmp_path: Path, content: bytes | None
):
    if content is not None:
        (tmp_path / "atlas.toml").write_bytes(content)
    with pytest.raises(AtlasError, match=r"There are no seeds in .*: give the folder"):
        read_seeds(tmp_path)


def test_a_paragraph_that_no_record_cites_is_named(small_seeds: SmallSeeds):
    small_seeds.change("documents.toml", 'cites = ["glance:1"]', 'cites = ["glance:2"]')
    small_seeds.change("documents.toml", 'published = "2024-03-01"\n', "")
    mistakes = small_seeds.mistakes()
    assert [mistake[1:3] for mistake in mistakes] == [("document/glance", "nothing")]
    assert "No record cites paragraph 1" in mistakes[0][3]
    small_seeds.change("documents.toml", 'language = "en"', 'language = "en"\nnothing.1 = "title"')
    assert small_seeds.mistakes() == []


def test_a_name_may_stand_as_the_document_has_it(small_seeds: SmallSeeds):
    small_seeds.change("places.toml", "A small country.", "Per cent of those of the continent.")
    small_seeds.change("places.toml", '["Zedlandish"]', '["those of the continent"]')
    assert small_seeds.mistakes() == []


def test_years_joined_by_a_hyphen_are_found(small_seeds: SmallSeeds):
    small_seeds.change("programmes.toml", '"The country’s plan."', '"Plan, 2013-2018."')
    sentences = [mistake[3] for mistake in small_seeds.mistakes()]
    assert any("joins years with a hyphen" in sentence for sentence in sentences)


def test_an_edition_that_is_no_date_is_refused(small_seeds: SmallSeeds):
    path = small_seeds.folder / "atlas.toml"
    path.write_text('languages = ["nl"]\nedition = "autumn"\n', encoding="utf-8")
    with pytest.raises(AtlasError, match=r"The edition “autumn” in .* is no date"):
        small_seeds.read()


@pytest.mark.parametrize(
    "content", ["", "paragraphs = 5\n", "paragraphs = [[]]\n", 'paragraphs = [["a", "x"]]\n', "["]
)
def test_a_damaged_fingerprint_is_named(small_seeds: SmallSeeds, content: str):
    path = small_seeds.folder / "zz" / "fingerprints" / "900_zedland.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AtlasError, match=r"The fingerprint .*900_zedland\.toml is damaged"):
        small_seeds.read()


@pytest.fixture(scope="module")
def real_seeds() -> Seeds:
    """The seeds of the atlas itself."""
    return read_seeds(bundled.seeds())


def test_the_real_seeds_hold_no_mistake(real_seeds: Seeds):
    assert real_seeds.mistakes == ()


def test_each_real_document_has_a_fingerprint_of_all_its_paragraphs(real_seeds: Seeds):
    found = {file: len(paragraphs) for file, paragraphs in real_seeds.fingerprints.items()}
    assert found == PARAGRAPHS
    described = [record.details for record in real_seeds.records]
    files = {details.file for details in described if isinstance(details, Document)}
    assert files == set(PARAGRAPHS)


def test_the_real_seeds_come_in_order_of_importance(real_seeds: Seeds):
    order = [(-record.weight, record.id) for record in real_seeds.records]
    assert order == sorted(order)


def test_two_countries_stand_side_by_side(
    tmp_path: Path, write_zedland: Callable[[Path], SmallSeeds]
):
    seeds = write_zedland(tmp_path)
    other = tmp_path / "yy"
    other.mkdir()
    (other / "places.toml").write_text(
        '[[place]]\nid = "yland"\ntype = "country"\ntitle = "Y"\nsummary = "Y"\n'
        'links.about = ["place/zedland"]\noutside = ["all"]\n',
        encoding="utf-8",
    )
    assert seeds.mistakes() == []
    countries = {record.id: record.country for record in seeds.read().records}
    assert countries["place/yland"] == "yy"
    assert countries["place/zedland"] == "zz"
