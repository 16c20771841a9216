"""What goes onto the country sheet, and in which words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from desktop.sheets.country.fitting import SIZES, fitted, trimmed
from desktop.sheets.country.page import page_data
from desktop.sheets.country.parts import CountrySheet, citations_in
from desktop.sheets.country.sheet import country_sheet, file_name, sheet_ids
from desktop.sheets.country.shortening import chosen, in_step, sentences, shortened

from desktop.domain.library import Library
from desktop.domain.problems import UsageError
from desktop.domain.records import Citation, Disagreement, Figure, Kind, Link, Reason, Relation
from desktop.domain.text import Text
from desktop.l10n.language import Language

Languages = Mapping[str, Language]


def texts_in(part: object) -> Iterator[str]:
    """Every text of a sheet, but for the sentences on rows that are not left out."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_in(item)
    elif is_dataclass(part) and not isinstance(part, Citation):
        for field in fields(part):
            yield from texts_in(getattr(part, field.name))


def numbers_on(sheet: CountrySheet) -> Counter[str]:
    # Signs, not numbers: a language groups them in its own way.
    return Counter(sign for text in texts_in(sheet) for sign in text if sign.isdigit())


def sheets_of(library: Library, languages: Languages) -> list[CountrySheet]:
    return [
        country_sheet(library, record_id, language)
        for record_id in sheet_ids(library)
        for language in languages.values()
    ]


def test_a_country_with_regions_has_a_sheet_and_no_other_place_has(library: Library) -> None:
    assert sheet_ids(library)
    for record_id in sheet_ids(library):
        assert record_id.startswith("place/")
    assert "place/netherlands" not in sheet_ids(library)


def test_another_place_is_refused_with_the_ids_that_work(
    library: Library, languages: Languages
) -> None:
    with pytest.raises(UsageError, match=sheet_ids(library)[0]):
        country_sheet(library, "place/leuven", languages["en"])


def test_the_file_name_sorts_and_says_what_it_is() -> None:
    assert file_name("place/belgium", "fr", "2026-11") == "valley-atlas_belgium_fr_2026-11.pdf"


def test_all_languages_carry_the_same_numbers_and_the_same_rows(
    library: Library, languages: Languages
) -> None:
    for record_id in sheet_ids(library):
        sheets = [country_sheet(library, record_id, language) for language in languages.values()]
        first = sheets[0]
        for sheet in sheets[1:]:
            assert numbers_on(sheet) == numbers_on(first)
            assert sheet.notes == first.notes
            for block, other in zip(sheet.blocks, first.blocks, strict=True):
                assert [row.citations for row in block.rows] == [
                    row.citations for row in other.rows
                ]


def test_each_text_is_in_the_language_of_the_sheet(library: Library, languages: Languages) -> None:
    for code, language in languages.items():
        for record_id in sheet_ids(library):
            sheet = country_sheet(library, record_id, language)
            assert sheet.title == library.get(record_id).title[code]
            titles = {record.title[code] for record in library.list(Kind.PROGRAMME)}
            assert {row.title for row in sheet.programmes.rows} <= titles


def test_every_row_has_a_source_and_every_source_a_row(
    library: Library, languages: Languages
) -> None:
    for sheet in sheets_of(library, languages):
        rows = [row for block in sheet.blocks for row in block.rows]
        assert all(row.citations for row in rows)
        assert [source.citation for source in sheet.sources] == list(sheet.notes)
        assert len(set(sheet.notes)) == len(sheet.sources)
        assert list(sheet.notes.values()) == list(range(1, len(sheet.sources) + 1))


def test_a_key_figure_shows_value_period_and_scope_of_its_record(
    library: Library, languages: Languages
) -> None:
    english = languages["en"]
    scopes = {
        record.details.scope["en"]: record.details
        for record in library.list(Kind.FIGURE)
        if isinstance(record.details, Figure)
    }
    for record_id in sheet_ids(library):
        for row in country_sheet(library, record_id, english).figures.rows:
            figure = scopes[row.scope]
            assert row.in_words == (figure.value is None)
            if figure.period is None:
                assert row.period == english.gettext("year not stated")
            else:
                assert all(str(date.year) in row.period for date in figure.period.dates)


def test_what_is_left_out_is_counted(library: Library, languages: Languages) -> None:
    record_id = sheet_ids(library)[0]
    sheet = country_sheet(library, record_id, languages["en"])
    country = library.get(record_id).country
    programmes = [one for one in library.list(Kind.PROGRAMME) if one.country == country]
    missing = len(programmes) - len(sheet.programmes.rows)
    assert sheet.programmes.missing.startswith(f"{missing} more" if missing else "")


def test_a_country_with_nothing_but_a_region_says_so(make_country, languages: Languages) -> None:
    library = make_country(rows=0)
    sheet = country_sheet(library, "place/ruritania", languages["en"])
    assert sheet.chart is None
    assert not sheet.figures.rows
    assert sheet.figures.missing == "The documents say nothing of this."
    assert [row.title for row in sheet.regions.rows] == ["Ruritania"]


def test_rival_values_stand_beside_each_other(make_country, languages: Languages) -> None:
    library = make_country(rows=3)
    figures = [record.id for record in library.list(Kind.FIGURE)]
    compared = tuple(Link(Relation.COMPARES, figure) for figure in figures)
    compares = (Link(Relation.COMPARES, "disagreement/same", inverse=True),)
    disagreement = replace(
        library.get("theme/theme-0"),
        id="disagreement/same",
        kind=Kind.DISAGREEMENT,
        links=compared,
        details=Disagreement((Reason.SCOPE,)),
    )
    records = [
        replace(record, links=compares, details=replace(record.details, indicator="term/same"))
        if isinstance(record.details, Figure)
        else record
        for record in library.records
    ]
    library = replace(library, records=[*records, disagreement])
    sheet = country_sheet(library, "place/ruritania", languages["en"])
    assert [[other.text.split(" (")[0] for other in row.others] for row in sheet.figures.rows] == [
        ["Also stated: about €1 billion"],
        [],
    ]
    assert sheet.figures.missing == ""
    assert citations_in([sheet.figures]) <= set(sheet.notes)


def test_general_knowledge_is_a_source_of_its_own(make_country, languages: Languages) -> None:
    library = make_country(rows=1)
    records = [
        replace(record, outside=("period",)) if record.kind is Kind.PROGRAMME else record
        for record in library.records
    ]
    sheet = country_sheet(replace(library, records=records), "place/ruritania", languages["en"])
    assert sheet.sources[-1].document == "General knowledge, not from the documents"


def test_milestones_run_from_past_to_planned(library: Library, languages: Languages) -> None:
    for sheet in sheets_of(library, languages):
        data: Any = page_data(sheet, 9.0)
        rows = data["milestones"]["rows"]
        plans = [bool(row["note"]) for row in rows]
        assert plans == sorted(plans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is so. It will be.", ["It is so.", "It will be."]),
        (
            "J. Janssens leads. St. Paul and e.g. Leuven.",
            ["J. Janssens leads.", "St. Paul and e.g. Leuven."],
        ),
        ("« Oui. » Non ! Si", ["« Oui. »", "Non !", "Si"]),
        ("2.5% of 3. then", ["2.5% of 3. then"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_text_is_cut_at_the_same_sentence_in_each_language() -> None:
    text = Text({"nl": "Een 1. Twee twee.", "fr": "Un 1. Deux.", "en": "One 1. Two."})
    # A full stop after a digit ends a sentence too.
    assert shortened(text, 6) == Text({"nl": "Een 1.", "fr": "Un 1.", "en": "One 1."})
    assert shortened(text, 5) is None
    assert shortened(text, 99) == text


def test_a_text_whose_sentences_differ_is_kept_whole() -> None:
    text = Text({"nl": "Een. Twee 2.", "fr": "Un 2. Deux.", "en": "One. Two 2."})
    assert in_step(text) == [text]
    assert shortened(text, 8) is None


def test_the_choice_stops_at_the_first_that_does_not_fit() -> None:
    assert chosen([("a", 3), ("huge", 99), ("b", 3), ("c", 5), ("d", 1)], 10, 9) == ["a", "b"]
    assert chosen([("a", 1), ("b", 1), ("c", 1)], 10, 2) == ["a", "b"]


def test_type_shrinks_before_a_row_goes(make_country, languages: Languages) -> None:
    sheet = country_sheet(make_country(rows=5), "place/ruritania", languages["en"])
    assert fitted(sheet, lambda _sheet, _size: True) == (sheet, SIZES[0])
    assert fitted(sheet, lambda _sheet, size: size <= 9.0) == (sheet, 9.0)
    smaller, size = fitted(sheet, lambda sheet, _size: len(sheet.programmes.rows) <= 3)
    assert size == SIZES[-1]
    assert len(smaller.programmes.rows) == 3
    assert smaller.programmes.missing == "2 more programmes in Valley Atlas"
    assert smaller.milestones == sheet.milestones


def test_a_dropped_row_takes_its_sources_along(make_country, languages: Languages) -> None:
    sheet = country_sheet(make_country(rows=5), "place/ruritania", languages["en"])
    everything = [
        name for name in ("programmes", "milestones", "talking_points", "figures") for _ in range(9)
    ]
    rest = trimmed(sheet, [*everything, *["regions"] * 9])
    assert list(rest.notes.values()) == [1]


def test_a_note_joins_numbers_that_follow_each_other(make_country, languages: Languages) -> None:
    library = make_country(rows=9)
    cites = tuple(Citation("document/report", "section/first", number) for number in (1, 2, 3, 7))
    records = [
        replace(record, citations=cites) if record.id == "theme/theme-0" else record
        for record in library.records
    ]
    sheet = country_sheet(replace(library, records=records), "place/ruritania", languages["en"])
    data: Any = page_data(sheet, 9.0)
    notes = [row["notes"] for row in data["talking_points"]["rows"]]
    assert re.fullmatch(r"1–3,\d", notes[0])
