"""Which blocks a sheet of each kind has, where they stand, and which give way first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.domain.problems import N_
from desktop.domain.sheet_orders import SheetKind
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.absent import absent
from desktop.sheets.one_page.blocks.disagreements import disagreements
from desktop.sheets.one_page.blocks.figures import but_for, key_figures
from desktop.sheets.one_page.blocks.gaps import open_points
from desktop.sheets.one_page.blocks.glance import at_a_glance
from desktop.sheets.one_page.blocks.listed import (
    opportunities,
    organisations,
    people,
    sections,
    themes,
)
from desktop.sheets.one_page.blocks.milestones import ribbon
from desktop.sheets.one_page.blocks.mission import items, not_in_briefing, note
from desktop.sheets.one_page.blocks.places import (
    MOST_REGIONS,
    cities,
    competences,
    region_of_city,
    regions,
    summary,
)
from desktop.sheets.one_page.blocks.programmes import programmes
from desktop.sheets.one_page.blocks.talking_points import talking_points
from desktop.sheets.one_page.blocks.ties import (
    mentioned,
    on_related_themes,
    partners,
    programmes_and_roles,
    tied_programmes,
)
from desktop.sheets.one_page.parts import AnyRow, Block, Zone
from desktop.sheets.one_page.subject.subject import Subject

# Not blocks of rows, and left out by their names all the same.
MAP, CHART = "map", "chart"


@dataclass(frozen=True, slots=True)
class Slot:
    """A block's name and place on a page; `rank`, `kept` and `least` as a block has them.

    A block that was made with fewer than the `least` rows stands with all of those, or not at all.

    `expected` is what a reader looks for in the block, as it stands in a sentence: where there is
    none, the sheet says so. "" for a block that nobody misses.
    """

    name: str
    heading: str
    make: Callable[[Subject], Block[AnyRow]]
    zone: Zone
    rank: int
    kept: int
    expected: str = ""
    least: int = 1


_SUMMARY = Slot("summary", N_("In short"), summary, Zone.TOP, 9, 1)
_FIGURES = Slot("figures", N_("Key figures"), key_figures, Zone.TOP, 6, 3)
_COMPETENCES = Slot("competences", N_("Who decides what"), competences, Zone.RIGHT, 5, 2)
_PROGRAMMES = Slot("programmes", N_("Programmes and partners"), programmes, Zone.RIGHT, 1, 3)
_DISAGREEMENTS = Slot(
    "disagreements", N_("What sources disagree on"), disagreements, Zone.RIGHT, 2, 2
)
# One moment is no ribbon, and fewer than four make a poor one.
_MILESTONES = Slot("milestones", N_("Milestones"), ribbon, Zone.FOOT, 3, 4, least=2)
_POINTS = Slot("talking_points", N_("Talking points"), talking_points, Zone.FOOT, 4, 3)
_OPEN = Slot("open", N_("What the documents leave open"), open_points, Zone.FOOT, 0, 1)
_ORGANISATIONS = Slot("organisations", N_("Organisations"), organisations, Zone.LEFT, 2, 2)
_THEMES = Slot("themes", N_("Themes"), themes, Zone.RIGHT, 2, 2)
_GLANCE = Slot("facts", N_("At a glance"), at_a_glance, Zone.LEFT, 7, 3)
_PEOPLE = Slot("people", N_("People"), people, Zone.RIGHT, 4, 2)
# All regions or none.
_REGIONS = Slot(
    "regions",
    N_("Regions"),
    regions,
    Zone.LEFT,
    rank=8,
    kept=MOST_REGIONS,
    expected=N_("regions"),
    least=MOST_REGIONS,
)
_SECTIONS = Slot("sections", N_("Where the documents mention it"), sections, Zone.FOOT, 0, 0)

# In reading order. The fuller a page is, the less of each block is kept before its chart goes.
RECIPES: Mapping[SheetKind, tuple[Slot, ...]] = {
    SheetKind.COUNTRY: (
        _SUMMARY,
        replace(_FIGURES, expected=N_("figures"), kept=6),
        _REGIONS,
        replace(_COMPETENCES, kept=2),
        replace(_PROGRAMMES, expected=N_("programmes"), rank=2, kept=1),
        replace(_DISAGREEMENTS, rank=1, kept=1),
        replace(_MILESTONES, expected=N_("milestones"), rank=5),
        replace(_POINTS, rank=6),
        replace(_OPEN, kept=0),
    ),
    SheetKind.REGION: (
        _SUMMARY,
        replace(_FIGURES, expected=N_("figures"), kept=6),
        Slot("cities", N_("Cities"), cities, Zone.LEFT, 3, 1),
        replace(_ORGANISATIONS, kept=1),
        replace(_COMPETENCES, rank=2),
        replace(_PROGRAMMES, expected=N_("programmes"), kept=1),
        Slot("themes", N_("Priorities and strengths"), opportunities, Zone.RIGHT, 2, 0),
        replace(_DISAGREEMENTS, kept=1),
        replace(_MILESTONES, expected=N_("milestones"), rank=5),
        replace(_POINTS, rank=6),
        replace(_OPEN, kept=0),
    ),
    SheetKind.CITY: (
        _SUMMARY,
        _FIGURES,
        _ORGANISATIONS,
        Slot("region", N_("Its region"), region_of_city, Zone.LEFT, 1, 1),
        replace(_DISAGREEMENTS, zone=Zone.LEFT),
        _PROGRAMMES,
        _THEMES,
        _COMPETENCES,
        _MILESTONES,
        _SECTIONS,
    ),
    SheetKind.PROGRAMME: (
        _SUMMARY,
        _FIGURES,
        _GLANCE,
        Slot("partners", N_("Who is involved"), partners, Zone.LEFT, 5, 3),
        Slot("mentioned", N_("Organisations mentioned"), mentioned, Zone.LEFT, 1, 1),
        replace(_DISAGREEMENTS, zone=Zone.LEFT),
        Slot("programmes", N_("Related programmes"), tied_programmes, Zone.RIGHT, 2, 2),
        _THEMES,
        _PEOPLE,
        _MILESTONES,
        _SECTIONS,
    ),
    SheetKind.THEME: (
        _SUMMARY,
        _FIGURES,
        replace(_PROGRAMMES, zone=Zone.LEFT),
        Slot("related", N_("Programmes on related themes"), on_related_themes, Zone.LEFT, 0, 0),
        replace(_ORGANISATIONS, rank=3),
        replace(_THEMES, heading=N_("Related themes")),
        _PEOPLE,
        _DISAGREEMENTS,
        _MILESTONES,
        _SECTIONS,
    ),
    SheetKind.ORGANISATION: (
        _SUMMARY,
        _FIGURES,
        _GLANCE,
        _PEOPLE,
        replace(_DISAGREEMENTS, zone=Zone.LEFT),
        Slot("programmes", N_("Programmes"), programmes_and_roles, Zone.RIGHT, 5, 3),
        _THEMES,
        replace(_ORGANISATIONS, heading=N_("Related organisations")),
        _MILESTONES,
        _SECTIONS,
    ),
    SheetKind.MISSION: (
        _SUMMARY,
        Slot("note", N_("Note"), note, Zone.TOP, 8, 1),
        replace(_FIGURES, expected=N_("figures")),
        Slot("items", N_("From the briefing"), items, Zone.LEFT, 7, 3),
        replace(_ORGANISATIONS, rank=1, expected=N_("organisations")),
        replace(_DISAGREEMENTS, zone=Zone.LEFT),
        replace(_PROGRAMMES, expected=N_("programmes")),
        replace(_MILESTONES, expected=N_("milestones")),
        _POINTS,
        _OPEN,
    ),
}


def blocks_of(
    subject: Subject, kind: SheetKind, without: frozenset[str]
) -> tuple[Block[AnyRow], ...]:
    """The blocks of a sheet, in reading order, but for those that are not wanted.

    The last says what a reader would look for in vain, if there is any such thing.
    """
    made = [(slot, slot.make(subject)) for slot in RECIPES[kind] if slot.name not in without]
    missed = [slot.expected for slot, block in made if slot.expected and not block.rows]
    placed = {slot.name: _placed(block, slot, subject.language) for slot, block in made}
    blocks = [block for block in _said_once(subject, placed) if block.rows]
    return (*blocks, *([absent(subject, missed)] if missed else []))


def _said_once(subject: Subject, blocks: dict[str, Block[AnyRow]]) -> Iterable[Block[AnyRow]]:
    """The blocks, none of which says what stands in another of them."""
    if (figures := blocks.get("figures")) and (differing := blocks.get("disagreements")):
        blocks["figures"] = but_for(figures, differing.rows[: differing.kept])
    if (listed := blocks.get("organisations")) and (briefing := blocks.get("items")):
        blocks["organisations"] = not_in_briefing(subject, listed, briefing)
    return blocks.values()


def _placed(block: Block[AnyRow], slot: Slot, language: Language) -> Block[AnyRow]:
    return replace(
        block,
        name=slot.name,
        heading=block.heading or language.gettext(slot.heading),
        zone=slot.zone,
        rank=slot.rank,
        kept=slot.kept,
        least=max(1, min(slot.least, len(block.rows))),
    )


def block_names(kind: SheetKind, language: Language) -> list[tuple[str, str]]:
    """(name, heading) of all that may be left out of a sheet of a kind, in reading order."""
    named = [(slot.name, language.gettext(slot.heading)) for slot in RECIPES[kind]]
    return [(MAP, language.gettext("Map")), *named, (CHART, language.gettext("Chart"))]
