"""Mission sheets: what the user chose, and what the library has for it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.domain.library import Library
from desktop.domain.problems import UsageError
from desktop.domain.records import Kind, Milestone, Pillar
from desktop.domain.sheet_orders import MISSION, Mission, SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.parts import AnyRow, Block, Entry, Sheet
from desktop.sheets.one_page.sheet import circle_of, sheet_of, sheets_of
from desktop.sheets.one_page.subject.circle import spec_of

Languages = Mapping[str, Language]


def order_of(mission: Mission) -> SheetOrder:
    return SheetOrder(MISSION, ("en",), mission=mission)


def sheet_for(library: Library, mission: Mission | None, language: Language) -> Sheet:
    return sheet_of(library, SheetOrder(MISSION, (language.code,), mission=mission), language)


def block_of(sheet: Sheet, name: str) -> Block[AnyRow]:
    block = sheet.block(name)
    assert block is not None, name
    return block


def test_a_mission_bears_place_and_theme_and_for_whom_it_is(
    library: Library, languages: Languages
) -> None:
    mission = Mission(
        place="place/flanders",
        theme="theme/prevention",
        audience="  the minister\n",
        day=datetime.date(2026, 12, 1),
    )
    sheet = sheet_for(library, mission, languages["en"])
    assert sheet.kind is SheetKind.MISSION
    assert sheet.title == "Flanders: Prevention"
    assert sheet.prepared == "Prepared for the minister on 1 December 2026"
    assert len(block_of(sheet, "summary").rows) == 2


@pytest.mark.parametrize(
    ("mission", "said"),
    [
        (Mission(), ""),
        (Mission(audience="Voka"), "Prepared for Voka"),
        (Mission(day=datetime.date(2026, 12, 1)), "For the meeting of 1 December 2026"),
    ],
)
def test_what_is_not_said_of_a_mission_is_not_printed(
    library: Library, languages: Languages, mission: Mission, said: str
) -> None:
    assert sheet_for(library, mission, languages["en"]).prepared == said


def test_the_note_stands_as_the_user_wrote_it(library: Library, languages: Languages) -> None:
    mission = Mission(note="Vraag naar ORBIT.\n\n  Neem de kaart mee  \n")
    for language in languages.values():
        note = block_of(sheet_for(library, mission, language), "note")
        assert [row.text for row in note.rows if isinstance(row, Entry)] == [
            "Vraag naar ORBIT.",
            "Neem de kaart mee",
        ]


def test_chosen_figures_and_items_keep_their_order(library: Library, languages: Languages) -> None:
    figures = tuple(record.id for record in reversed(library.list(Kind.FIGURE)[:3]))
    items = ("organisation/vib", "figure/mou-subthemes", "milestone/mou-signing-2018")
    mission = Mission(place="place/leuven", figures=figures, items=items)
    sheets = sheets_of(library, SheetOrder(MISSION, ("nl", "fr"), mission=mission), languages)
    for sheet in sheets:
        assert tuple(row.records[0] for row in block_of(sheet, "figures").rows) == figures
        shown = block_of(sheet, "items").rows
        assert tuple(row.records[0] for row in shown) == items


def test_an_item_of_the_briefing_is_told_in_a_sentence(
    library: Library, languages: Languages
) -> None:
    items = ("programme/tetra", "organisation/vlaio", "milestone/mou-signing-2018")
    mission = Mission(items=items)
    shown = block_of(sheet_for(library, mission, languages["en"]), "items").rows
    first, second, third = (row.text for row in shown if isinstance(row, Entry))
    assert library.get("programme/tetra").summary["en"].startswith(first)
    assert second.endswith(".")
    assert third == "2018, took place"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (0, "The summary is in Valley Atlas"),
        (1, "The summary of Prevention is in Valley Atlas"),
        (2, ""),
    ],
)
def test_of_two_summaries_the_sheet_says_which_one_it_leaves_out(
    library: Library, languages: Languages, rows: int, sentence: str
) -> None:
    mission = Mission(place="place/flanders", theme="theme/prevention")
    sheet = sheet_for(library, mission, languages["en"])
    assert block_of(sheet, "summary").left_out[rows] == sentence


@pytest.mark.parametrize("pillar", [*Pillar])
def test_a_pillar_leaves_only_its_milestones(
    library: Library, languages: Languages, pillar: Pillar
) -> None:
    sheet = sheet_for(library, Mission(pillar=pillar), languages["nl"])
    block = sheet.block("milestones")
    assert block or "mijlpalen" in absent_from(sheet) or "milestones" in absent_from(sheet)
    for row in block.rows if block else ():
        milestone = library.get(row.records[0]).details
        assert isinstance(milestone, Milestone)
        assert milestone.pillar is pillar


def absent_from(sheet: Sheet) -> str:
    """What the sheet says that there is none of."""
    return "".join(row.text for row in block_of(sheet, "absent").rows if isinstance(row, Entry))


def test_where_nothing_matches_a_mission_the_documents_are_not_blamed(
    library: Library, languages: Languages
) -> None:
    mission = Mission(place="place/brussels", theme="theme/prevention")
    said = absent_from(sheet_for(library, mission, languages["en"]))
    assert said.startswith("No ")
    assert said.endswith(" match this choice.")
    assert "documents" not in said


def test_a_theme_leaves_what_is_tied_to_it(library: Library, languages: Languages) -> None:
    mission = Mission(place="place/flanders", theme="theme/personalised-medicine")
    sheet = sheet_for(library, mission, languages["nl"])
    everything = sheet_for(library, Mission(place="place/flanders"), languages["nl"])
    for name in ("programmes", "organisations", "milestones", "figures", "talking_points"):
        assert block_of(sheet, name).rows, name
    assert set(sheet.records) != set(everything.records)


def test_a_pillar_under_which_no_programme_is_hides_none_of_the_theme(
    library: Library, languages: Languages
) -> None:
    mission = Mission(
        place="place/flanders", theme="theme/personalised-medicine", pillar=Pillar.INNOVATE
    )
    sheet = sheet_for(library, mission, languages["en"])
    with_pillar = block_of(sheet, "programmes").rows
    without = sheet_for(library, replace(mission, pillar=None), languages["en"])
    assert with_pillar
    assert {row.records for row in with_pillar} <= {
        row.records for row in block_of(without, "programmes").rows
    }
    # What the documents put under a pillar is under that one or not there.
    (nothing,) = block_of(sheet, "absent").rows
    assert "milestones" in getattr(nothing, "text", "")


@pytest.mark.parametrize("pillar", [None, *Pillar])
def test_the_key_figures_of_a_theme_come_first_where_they_are_of_the_place(
    library: Library, languages: Languages, pillar: Pillar | None
) -> None:
    mission = Mission(place="place/flanders", theme="theme/biopharma", pillar=pillar)
    rows = block_of(sheet_for(library, mission, languages["en"]), "figures").rows
    assert [getattr(row, "value", "") for row in rows[:2]] == [
        "5,400 researchers",
        "€2.926 billion",
    ]
    of_belgium = replace(mission, place="place/belgium")
    chosen = spec_of(library, "theme/biopharma").figures
    rows = block_of(sheet_for(library, of_belgium, languages["en"]), "figures").rows
    assert [row.records[0] for row in rows[: len(chosen)]] == [each.figure for each in chosen]


def test_a_theme_whose_key_figures_are_elsewhere_shows_none_of_them(
    library: Library, languages: Languages
) -> None:
    mission = Mission(place="place/wallonia", theme="theme/biopharma")
    sheet = sheet_for(library, mission, languages["en"])
    assert sheet.block("figures") is None
    assert "figures" in absent_from(sheet)


def test_what_stands_in_the_briefing_is_not_listed_again(
    library: Library, languages: Languages
) -> None:
    mission = Mission(place="place/flanders", items=("programme/tetra",))
    rows = block_of(sheet_for(library, mission, languages["en"]), "organisations").rows
    first, second = (row.records[0] for row in rows[:2])
    saved = replace(mission, items=(first, "programme/tetra"))
    sheet = sheet_for(library, saved, languages["en"])
    listed = block_of(sheet, "organisations")
    assert listed.rows[0].records[0] == second
    assert first in [row.records[0] for row in block_of(sheet, "items").rows]
    assert first not in [row.records[0] for row in listed.rows]
    total = len(circle_of(library, order_of(saved)).records(Kind.ORGANISATION))
    assert listed.missing.startswith(f"{total - 1 - len(listed.rows)} more")
    # Without the briefing, it stands where it stood.
    order = replace(order_of(saved), without=frozenset(("items",)))
    alone = block_of(sheet_of(library, order, languages["en"]), "organisations")
    assert [row.records[0] for row in alone.rows[:2]] == [first, second]


def test_an_organisation_that_the_briefing_has_is_not_said_to_be_missing(
    library: Library, languages: Languages
) -> None:
    mission = Mission(place="place/flanders", theme="theme/biopharma", items=("organisation/vib",))
    sheet = sheet_for(library, mission, languages["en"])
    circle = circle_of(library, order_of(mission))
    assert "organisation/vib" in [each.id for each in circle.records(Kind.ORGANISATION)]
    assert "organisations" not in absent_from(sheet)


def test_where_nothing_matches_it_is_what_the_briefing_is_tied_to(
    library: Library, languages: Languages
) -> None:
    mission = Mission(place="place/belgium", theme="theme/healthy-living-and-ageing")
    (nothing,) = block_of(sheet_for(library, mission, languages["en"]), "absent").rows
    assert "organisations" in getattr(nothing, "text", "")
    item = "programme/mou-personalised-medicine"
    with_item = replace(mission, items=(item,))
    found = block_of(sheet_for(library, with_item, languages["en"]), "organisations").rows
    tied = {link.target for link in library.get(item).links}
    assert found
    assert {row.records[0] for row in found} <= tied


def test_languages_of_a_mission_say_the_same(library: Library, languages: Languages) -> None:
    mission = Mission(place="place/wallonia", theme="theme/prevention", note="Note.")
    first, *others = sheets_of(
        library, SheetOrder(MISSION, ("nl", "fr"), mission=mission), languages
    )
    for sheet in others:
        assert sheet.records == first.records
        assert sheet.notes == first.notes


@pytest.mark.parametrize(
    ("mission", "sentence"),
    [
        (None, "A mission sheet needs a mission"),
        (Mission(place="place/nowhere"), "There is no record"),
        (Mission(place="theme/prevention"), "is no place"),
        (Mission(theme="place/flanders"), "is no theme"),
        (Mission(figures=("place/flanders",)), "is no figure"),
        (Mission(items=("nothing",)), "There is no record"),
    ],
)
def test_what_there_is_not_is_said_in_a_sentence(
    library: Library, languages: Languages, mission: Mission | None, sentence: str
) -> None:
    with pytest.raises(UsageError) as error:
        sheet_for(library, mission, languages["nl"])
    assert sentence in error.value.message
