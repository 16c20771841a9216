"""What goes onto a sheet of one page, of every kind, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.library import Library
from desktop.domain.problems import UsageError
from desktop.domain.records import (
    Citation,
    Disagreement,
    Figure,
    Kind,
    Link,
    Place,
    Reason,
    Record,
    Relation,
    Unit,
)
from desktop.domain.sheet_orders import Layout, Mission, SheetKind, SheetOrder
from desktop.domain.sheet_specs import ChosenFigure, SheetSpec, TalkingPoint
from desktop.domain.text import Text
from desktop.l10n import labels
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import (
    AnyRow,
    Entry,
    KeyFigure,
    Moment,
    Sheet,
    TableRow,
    citations_in,
    rows_with_others,
)
from desktop.sheets.one_page.sheet import (
    block_names,
    file_name,
    sheet_ids,
    sheet_kind,
    sheet_kinds,
    sheet_of,
    sheets_of,
)
from desktop.sheets.values import value_text
from tests.sheets.conftest import MadeUpLibrary, MakeCountry

Languages = Mapping[str, Language]
# Blocks that say what no document says: a count of our own, what there is not, the user's words.
OWN = ("open", "note", "absent")


def order(subject: str, *codes: str, without: frozenset[str] = frozenset()) -> SheetOrder:
    return SheetOrder(subject, codes or ("nl", "fr", "en"), without=without)


def in_all(library: Library, subject: str, languages: Languages) -> Sequence[Sheet]:
    return sheets_of(library, order(subject), languages)


@pytest.fixture(scope="module")
def sheets(library: Library, languages: Languages) -> Mapping[str, Sequence[Sheet]]:
    """Every sheet in three languages."""
    return {subject: in_all(library, subject, languages) for subject in sheet_ids(library)}


def texts_in(part: object) -> Iterator[str]:
    """Every text of a sheet, but for drawings and what is no text of ours to count."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from texts_in(item)
    elif is_dataclass(part) and not isinstance(part, Citation):
        for field in fields(part):
            if field.name not in ("svg", "facts", "records"):
                yield from texts_in(getattr(part, field.name))


def numbers_in(part: object) -> set[str]:
    # Runs of digits: a language groups thousands in its own way, and may say a name twice.
    return set(re.findall(r"\d+", " ".join(texts_in(part))))


def rows_of(sheet: Sheet) -> list[AnyRow]:
    return [row for block in sheet.blocks for row in rows_with_others(block)]


def test_there_are_sheets_of_every_kind(library: Library) -> None:
    kinds = sheet_kinds(library)
    assert {*kinds.values()} == {*SheetKind} - {SheetKind.MISSION}
    assert list(kinds) == sheet_ids(library)
    order_of_kinds = list(SheetKind)
    assert [order_of_kinds.index(kind) for kind in kinds.values()] == sorted(
        order_of_kinds.index(kind) for kind in kinds.values()
    )


def test_every_region_and_city_of_the_country_has_a_sheet(library: Library) -> None:
    kinds = sheet_kinds(library)
    home = next(id_ for id_, kind in kinds.items() if kind is SheetKind.COUNTRY)
    inside = {home}
    places = library.list(Kind.PLACE)
    for _depth in range(3):
        inside |= {
            place.id
            for place in places
            for link in place.links
            if link.relation is Relation.PART_OF and not link.inverse and link.target in inside
        }
    for place in places:
        if isinstance(place.details, Place) and place.details.type in ("region", "city"):
            assert (place.id in kinds) == (place.id in inside)


def test_a_record_without_a_sheet_is_told_from_one_that_there_is_not(library: Library) -> None:
    with pytest.raises(UsageError) as error:
        sheet_kind(library, "place/netherlands")
    assert "There is no sheet for" in error.value.message
    with pytest.raises(UsageError) as error:
        sheet_kind(library, "place/nowhere")
    assert "There is no record" in error.value.message


def test_all_languages_show_the_same_rows_records_and_digits(
    sheets: Mapping[str, Sequence[Sheet]],
) -> None:
    for subject, (first, *others) in sheets.items():
        for sheet in others:
            assert sheet.notes == first.notes, subject
            assert sheet.records == first.records, subject
            for block, other in zip(sheet.blocks, first.blocks, strict=True):
                assert block.name == other.name
                for row, twin in zip(rows_with_others(block), rows_with_others(other), strict=True):
                    assert row.citations == twin.citations, (subject, block.name)
                    assert row.records == twin.records, (subject, block.name)
                    assert numbers_in(row) == numbers_in(twin), (subject, row, twin)


def test_every_row_has_a_source_and_every_source_a_row(
    sheets: Mapping[str, Sequence[Sheet]],
) -> None:
    for subject, (sheet, *_others) in sheets.items():
        for block in sheet.blocks:
            if block.name not in OWN:
                assert all(row.citations and row.records for row in block.rows), subject
        assert {source.citation for source in sheet.sources} == citations_in(sheet.blocks)
        assert list(sheet.notes.values()) == list(range(1, len(sheet.sources) + 1))


def is_said(row: AnyRow) -> bool:
    match row:
        case Entry(title=title, text=text):
            return bool(title.strip() or text.strip())
        case KeyFigure(value=value, scope=scope, period=period):
            return bool(value and scope and period)
        case TableRow(cells=cells):
            return all(cells)
        case Moment(date=date, title=title):
            return bool(date and title)


def test_nothing_on_a_sheet_is_empty(sheets: Mapping[str, Sequence[Sheet]]) -> None:
    for subject, in_languages in sheets.items():
        for sheet in in_languages:
            assert all(map(is_said, rows_of(sheet))), subject
            for block in sheet.blocks:
                assert block.rows, (subject, block.name)
                assert block.heading, (subject, block.name)
                assert all(
                    len(row.cells) == len(block.columns)
                    for row in block.rows
                    if isinstance(row, TableRow)
                )
            assert sheet.title
            assert sheet.cutoff
            _word, _space, date = sheet.edition.partition(" ")
            assert sheet.citation.endswith(f"{date}.".replace(" ", "\u00a0"))
            # In short, and more than one line besides.
            assert sheet.blocks[0].name == "summary"
            assert len(rows_of(sheet)) > 2, subject


def test_nothing_is_told_twice_on_a_sheet(sheets: Mapping[str, Sequence[Sheet]]) -> None:
    for subject, in_languages in sheets.items():
        for sheet in in_languages:
            rows = [row for row in rows_of(sheet) if isinstance(row, Entry) and row.text]
            told = [(row.records, row.text) for row in rows]
            assert len(told) == len(set(told)), subject


def test_a_bare_type_stands_at_a_glance_alone(
    languages: Languages, sheets: Mapping[str, Sequence[Sheet]]
) -> None:
    for subject, in_languages in sheets.items():
        for sheet in in_languages:
            types = {language_of(sheet, languages).gettext(each) for each in labels.TYPE.values()}
            for block in sheet.blocks:
                said = {row.text for row in block.rows if isinstance(row, Entry)}
                assert block.name == "facts" or not said & types, (subject, block.name)


def test_no_column_of_a_table_is_empty(sheets: Mapping[str, Sequence[Sheet]]) -> None:
    for subject, in_languages in sheets.items():
        for block in in_languages[0].blocks:
            rows = [row.cells for row in block.rows if isinstance(row, TableRow)]
            for cells in zip(*rows, strict=True):
                assert set(cells) != {"–"}, (subject, block.name)


def test_each_key_figure_is_the_value_of_its_record(
    library: Library, languages: Languages, sheets: Mapping[str, Sequence[Sheet]]
) -> None:
    scopes = {
        (spec.subject, each.figure): each.scope
        for spec in library.sheets()
        for each in spec.figures
        if each.scope
    }
    for in_languages in sheets.values():
        for sheet in in_languages:
            language = language_of(sheet, languages)
            block = sheet.block("figures")
            for row in block.rows if block else ():
                assert isinstance(row, KeyFigure)
                figure = figure_in(library, row.records[0])
                assert row.value == value_text(figure, language)
                chosen = scopes.get((sheet.subject, row.records[0]), figure.scope)
                assert row.scope == chosen[language.code]
                assert row.in_words == (figure.value is None)
                for beside in row.records[1:]:
                    assert value_text(figure_in(library, beside), language) in row.comparator
                for other in row.others:
                    assert value_text(figure_in(library, other.records[0]), language) in other.text


def test_each_value_in_a_line_is_that_of_its_record(
    library: Library, languages: Languages, sheets: Mapping[str, Sequence[Sheet]]
) -> None:
    for in_languages in sheets.values():
        for sheet in in_languages:
            language = language_of(sheet, languages)
            for name in ("disagreements", "talking_points"):
                block = sheet.block(name)
                for row in block.rows if block else ():
                    assert isinstance(row, Entry)
                    # A talking point shows its one figure, which comes first.
                    shown = row.records[:1] if name == "talking_points" else row.records
                    for record in shown:
                        if record.startswith(f"{Kind.FIGURE}/"):
                            said = value_text(figure_in(library, record), language)
                            assert said in row.text


def language_of(sheet: Sheet, languages: Languages) -> Language:
    return languages[sheet.territory_code[:2]]


def figure_in(library: Library, record_id: str) -> Figure:
    details = library.get(record_id).details
    assert isinstance(details, Figure)
    return details


def test_the_country_sheet_is_whole(library: Library, languages: Languages) -> None:
    sheet = sheet_of(library, order("place/belgium", "en"), languages["en"])
    assert sheet.map
    assert sheet.chart
    assert sheet.chart.headline
    assert [block.name for block in sheet.blocks] == [
        name for name, _heading in block_names(SheetKind.COUNTRY, languages["en"])[1:-1]
    ]
    figures, points = sheet.block("figures"), sheet.block("talking_points")
    assert figures
    assert len(figures.rows) == 6
    assert sum(bool(row.comparator) for row in figures.rows if isinstance(row, KeyFigure)) >= 4
    assert points
    assert len(points.rows) == 3
    moments = sheet.block("milestones")
    assert moments
    assert {bool(row.note) for row in moments.rows if isinstance(row, Moment)} == {
        True,
        False,
    }


def test_what_is_left_out_is_counted(library: Library, languages: Languages) -> None:
    sheet = sheet_of(library, order("place/belgium", "en"), languages["en"])
    country = library.get("place/belgium").country
    programmes = [one for one in library.list(Kind.PROGRAMME) if one.country == country]
    block = sheet.block("programmes")
    assert block
    for shown, sentence in enumerate(block.left_out):
        assert sentence.startswith(f"{len(programmes) - shown} more program")


@pytest.mark.parametrize("kind", [*SheetKind])
def test_each_block_can_be_left_out(
    library: Library, languages: Languages, kind: SheetKind
) -> None:
    names = [name for name, heading in block_names(kind, languages["nl"]) if heading]
    assert len(set(names)) == len(names)
    if kind is SheetKind.MISSION:
        return
    subject = next(id_ for id_, each in sheet_kinds(library).items() if each is kind)
    whole = sheet_of(library, order(subject, "nl"), languages["nl"])
    for name in names:
        sheet = sheet_of(library, order(subject, "nl", without=frozenset({name})), languages["nl"])
        assert sheet.block(name) is None
        assert (sheet.map is None) == (name == "map" or whole.map is None)
        assert (sheet.chart is None) == (name == "chart" or whole.chart is None)
        assert {source.citation for source in sheet.sources} == citations_in(sheet.blocks)


def test_file_names_sort_and_never_collide(library: Library) -> None:
    both = SheetOrder("place/belgium", ("nl", "fr"), Layout.FACES)
    assert file_name(both, "2026-11", "pdf") == "valley-atlas_place-belgium_nl-fr_faces_2026-11.pdf"
    assert file_name(order("place/belgium", "en"), "2026-11", ".svg").endswith("_en_2026-11.svg")
    orders = [order(subject, code) for subject in sheet_ids(library) for code in ("nl", "fr")]
    orders.append(SheetOrder("mission", ("nl",), mission=Mission(place="place/belgium")))
    orders.append(SheetOrder("mission", ("nl",), mission=Mission(audience="Mr Ö’Neill / team")))
    orders += [replace(both, layout=layout) for layout in Layout]
    names = [file_name(each, "2026-11", "pdf") for each in orders]
    assert len(set(names)) == len(names)
    assert not any(sign in name for name in names for sign in '/\\:*?"<>| ')


def test_facts_reach_as_far_as_what_is_over(library: Library, languages: Languages) -> None:
    sheet = sheet_of(library, order("place/belgium", "en"), languages["en"])
    assert "sources bear no date" in sheet.cutoff


def test_a_country_with_nothing_but_a_region_says_so(
    make_country: MakeCountry, languages: Languages
) -> None:
    library = make_country(rows=0)
    sheet = sheet_of(library, order("place/ruritania", "en"), languages["en"])
    assert sheet.chart is None
    assert sheet.map is None
    assert sheet.block("figures") is None
    regions, absent = sheet.block("regions"), sheet.block("absent")
    assert absent
    assert [row.text for row in absent.rows if isinstance(row, Entry)] == [
        "The documents give no figures, programmes or milestones for Ruritania."
    ]
    assert regions
    assert [row.cells[0] for row in regions.rows if isinstance(row, TableRow)] == ["Ruritania"]


def test_what_the_seeds_choose_comes_first(make_country: MakeCountry, languages: Languages) -> None:
    spec = SheetSpec(
        "place/ruritania",
        "xx",
        short=Text({"nl": "Kort.", "fr": "Bref.", "en": "Short."}),
        citations=(Citation("document/report", "section/first", 2),),
        figures=(ChosenFigure("figure/figure-3", "figure/figure-1"),),
        points=(
            TalkingPoint(
                Text({"nl": "Zeg.", "fr": "Dis.", "en": "Say."}),
                "figure/figure-2",
                ("theme/theme-0",),
            ),
        ),
    )
    library = replace(make_country(rows=4), specs=(spec,))
    sheet = sheet_of(library, order("place/ruritania", "en"), languages["en"])
    figures, points, summary = (
        sheet.block(name) for name in ("figures", "talking_points", "summary")
    )
    assert figures
    assert points
    assert summary
    assert next(row.records[0] for row in figures.rows) == "figure/figure-3"
    # The one that it is measured against is not shown once more.
    assert "figure/figure-1" not in [row.records[0] for row in figures.rows]
    first = figures.rows[0]
    assert isinstance(first, KeyFigure)
    assert "about €1 billion" in first.comparator
    assert [row.records for row in points.rows] == [("figure/figure-2", "theme/theme-0")]
    assert [row.text for row in summary.rows if isinstance(row, Entry)] == ["Short."]


def rivals(library: MadeUpLibrary, *reasons: Reason) -> MadeUpLibrary:
    """The same library, all of its figures compared with each other."""
    figures = [record.id for record in library.list(Kind.FIGURE)]
    disagreement = replace(
        library.get("theme/theme-0"),
        id="disagreement/same",
        kind=Kind.DISAGREEMENT,
        links=tuple(Link(Relation.COMPARES, figure) for figure in figures),
        details=Disagreement(reasons),
    )
    compares = (Link(Relation.COMPARES, "disagreement/same", inverse=True),)
    # From five on they are near each other.
    records = [
        replace(
            record,
            links=compares,
            details=replace(
                record.details,
                indicator="term/same",
                value=(record.details.value or Decimal(0)) + 5,
            ),
        )
        if isinstance(record.details, Figure)
        else record
        for record in library.records
    ]
    return replace(library, records=[*records, disagreement])


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ([Reason.DATE], "Also stated: about €6 billion"),
        ([Reason.SCOPE, Reason.NOT_STATED], "Not to be confused with: about €6 billion"),
        ([Reason.SCOPE], ""),
    ],
)
def test_a_rival_is_told_from_what_only_looks_like_one(
    make_country: MakeCountry, languages: Languages, reasons: Sequence[Reason], said: str
) -> None:
    library = rivals(make_country(rows=3), *reasons)
    alone = replace(order("place/ruritania", "en"), without=frozenset(("disagreements",)))
    sheet = sheet_of(library, alone, languages["en"])
    figures = sheet.block("figures")
    assert figures
    others = [row.others for row in figures.rows if isinstance(row, KeyFigure)]
    # What stands beside another is not shown once more.
    assert [[other.text.split(" (")[0] for other in each] for each in others] == (
        [[said], []] if said else [[], [], []]
    )
    assert figures.missing == ""


def test_general_knowledge_is_a_source_of_its_own(
    make_country: MakeCountry, languages: Languages
) -> None:
    library = make_country(rows=1)
    records = [
        replace(record, outside=("period",)) if record.kind is Kind.PROGRAMME else record
        for record in library.records
    ]
    sheet = sheet_of(
        replace(library, records=records), order("place/ruritania", "en"), languages["en"]
    )
    assert sheet.sources[-1].document == "General knowledge, not from the documents"


def tied(library: MadeUpLibrary) -> MadeUpLibrary:
    """The same library, what bears one number tied to each other, and cited a little more."""
    kinds = (Kind.PROGRAMME, Kind.THEME, Kind.MILESTONE, Kind.FIGURE)
    more = tuple(Citation("document/report", "section/first", number) for number in (7, 8))

    def with_links(record: Record) -> Record:
        number = record.id.rpartition("-")[2]
        if record.kind not in kinds:
            return record
        others = [f"{kind}/{kind}-{number}" for kind in kinds if kind is not record.kind]
        links = tuple(Link(Relation.ABOUT, other) for other in others)
        return replace(record, links=(*record.links, *links), citations=(*record.citations, *more))

    return replace(library, records=[with_links(record) for record in library.records])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rows=st.integers(0, 12),
    body=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1).map(
        lambda word: f"{word}. {word} too."
    ),
    values=st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=4),
)
def test_a_sheet_of_any_country_says_the_same_in_each_language(
    make_country: MakeCountry,
    languages: Languages,
    rows: int,
    body: str,
    values: list[Decimal],
) -> None:
    library = make_country(rows=rows, body=body)
    records = [
        replace(
            record,
            details=replace(record.details, value=values[place % len(values)], unit=Unit.EURO),
        )
        if isinstance(record.details, Figure)
        else record
        for place, record in enumerate(library.records)
    ]
    library = tied(replace(library, records=records))
    kinds = sheet_kinds(library)
    assert not rows or {*kinds.values()} >= {SheetKind.PROGRAMME, SheetKind.THEME}
    for subject in kinds:
        first, *others = in_all(library, subject, languages)
        assert all(map(is_said, rows_of(first)))
        for sheet in others:
            assert sheet.records == first.records
            assert sheet.notes == first.notes


def test_the_edition_in_a_citation_has_no_capital_and_no_line_ends_in_it(
    library: Library, languages: Languages
) -> None:
    sheet = sheet_of(library, order("place/flanders"), languages["en"])
    assert sheet.edition == "Edition November 2026"
    assert sheet.citation.endswith("Flanders, edition\u00a0November\u00a02026.")
