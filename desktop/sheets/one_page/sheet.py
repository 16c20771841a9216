"""A sheet of one page: from the records of a library to ready text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.library import Library
from desktop.domain.problems import N_, UsageError
from desktop.domain.sheet_orders import MISSION, Layout, Mission, SheetKind, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.blocks.chart import chart_of
from desktop.sheets.one_page.blocks.map_drawing import map_of
from desktop.sheets.one_page.blocks.mission import (
    check_mission,
    mission_record,
    mission_subtitle,
    mission_title,
    prepared_text,
)
from desktop.sheets.one_page.blocks.sources import sources_of
from desktop.sheets.one_page.memory.attached import origin_of
from desktop.sheets.one_page.parts import Sheet
from desktop.sheets.one_page.recipes import CHART, MAP, block_names, blocks_of
from desktop.sheets.one_page.subject.catalogue import sheet_ids, sheet_kind, sheet_kinds
from desktop.sheets.one_page.subject.circle import Circle
from desktop.sheets.one_page.subject.freshness import cutoff_text
from desktop.sheets.one_page.subject.subject import Subject, edition_of

__all__ = [
    "block_names",
    "circle_of",
    "file_name",
    "sheet_ids",
    "sheet_kind",
    "sheet_kinds",
    "sheet_of",
    "sheets_of",
]

NO_MISSION = N_("A mission sheet needs a mission: choose a place, a pillar or a theme for it.")

# What stands over each kind of sheet, and what its file is titled.
_SUBTITLES = {
    SheetKind.COUNTRY: N_("Life sciences and health – country sheet"),
    SheetKind.REGION: N_("Life sciences and health – regional sheet"),
    SheetKind.CITY: N_("Life sciences and health – city sheet"),
    SheetKind.PROGRAMME: N_("Life sciences and health – programme sheet"),
    SheetKind.THEME: N_("Life sciences and health – theme sheet"),
    SheetKind.ORGANISATION: N_("Life sciences and health – organisation sheet"),
}
_TITLES = {
    SheetKind.COUNTRY: N_("Country sheet: {title}"),
    SheetKind.REGION: N_("Regional sheet: {title}"),
    SheetKind.CITY: N_("City sheet: {title}"),
    SheetKind.PROGRAMME: N_("Programme sheet: {title}"),
    SheetKind.THEME: N_("Theme sheet: {title}"),
    SheetKind.ORGANISATION: N_("Organisation sheet: {title}"),
    SheetKind.MISSION: N_("Mission sheet: {title}"),
}


def file_name(order: SheetOrder, edition: str, extension: str) -> str:
    """A name for a sheet's file that sorts and says what it holds.

    Sheets of two kinds never share one, nor do two layouts.
    """
    subject = order.subject.replace("/", "-")
    if order.subject == MISSION:
        subject = "-".join(filter(None, (MISSION, *_mission_parts(order.mission or Mission()))))
    layout = [] if order.layout is Layout.SINGLE else [order.layout.value]
    parts = ("valley-atlas", subject, "-".join(order.languages), *layout, edition)
    return "_".join(parts) + f".{extension.lstrip('.')}"


def _mission_parts(mission: Mission) -> tuple[str, ...]:
    """What tells a mission's file from another's: what, for whom and when."""
    audience = re.sub(r"[\W_]+", "-", mission.audience.casefold()).strip("-")[:40].strip("-")
    return (
        mission.place.rpartition("/")[2],
        mission.pillar.value if mission.pillar else "",
        mission.theme.rpartition("/")[2],
        audience,
        mission.day.isoformat() if mission.day else "",
    )


def sheets_of(
    library: Library, order: SheetOrder, languages: Mapping[str, Language]
) -> tuple[Sheet, ...]:
    """The sheet that is ordered, in each of its languages; UsageError for an id that has none."""
    circle = circle_of(library, order)
    return tuple(_described(circle, order, languages[code]) for code in order.languages)


def sheet_of(library: Library, order: SheetOrder, language: Language) -> Sheet:
    """The sheet that is ordered, in one of its languages; UsageError for an id that has none.

    What goes in is chosen by the seeds, else by weight and by the room that the longest language
    needs, so that the sheets of all languages hold the same facts. Ages are counted to the
    edition's date.
    """
    return _described(circle_of(library, order), order, language)


def circle_of(library: Library, order: SheetOrder) -> Circle:
    """The records of the sheet that is ordered; UsageError for an id that has none."""
    kind = sheet_kind(library, order.subject)
    if kind is not SheetKind.MISSION:
        return Circle(library, library.get(order.subject), kind)
    if order.mission is None:
        raise UsageError(NO_MISSION)
    check_mission(library, order.mission)
    return Circle(library, mission_record(library, order.mission), kind, order.mission)


def _citation(title: str, subject: Subject) -> str:
    """How to cite a sheet; its edition does not break over two lines."""
    tr = subject.language.gettext
    edition = tr("edition {edition}").format(edition=subject.language.date(subject.edition()))
    return tr("To cite this page: Valley Atlas, {title}, {edition}.").format(
        title=title, edition=edition.replace(" ", "\N{NO-BREAK SPACE}")
    )


def _described(circle: Circle, order: SheetOrder, language: Language) -> Sheet:
    subject = Subject(circle, language)
    mission = circle.mission
    tr = language.gettext
    is_mission = circle.kind is SheetKind.MISSION
    title = mission_title(circle.library, mission, language)
    if not is_mission and circle.record:
        title = subject.say(circle.record.title)
    document_title = tr(_TITLES[circle.kind]).format(title=title)
    if is_mission and title == tr("Mission"):
        document_title = tr("Mission sheet")
    edition = tr("Edition {edition}").format(edition=language.date(subject.edition()))
    blocks = blocks_of(subject, circle.kind, order.without)
    chart = None if CHART in order.without else chart_of(subject)
    sheet = Sheet(
        subject=order.subject,
        kind=circle.kind,
        territory_code=language.territory_code,
        date=edition_of(circle.library).first_day(),
        document_title=document_title,
        title=title,
        subtitle=mission_subtitle(mission, language) if is_mission else tr(_SUBTITLES[circle.kind]),
        edition=edition,
        cutoff="",
        prepared=prepared_text(mission, language),
        map=None if MAP in order.without else map_of(subject),
        chart=chart,
        blocks=blocks,
        sources_heading=tr("Sources"),
        sources=sources_of(subject, blocks),
        citation=_citation(document_title, subject),
        caveat=tr("Each figure carries the year its source gives."),
        chart_left_out=tr("The chart is in Valley Atlas") if chart else "",
    )
    return replace(
        sheet,
        cutoff=cutoff_text(circle.library, sheet, language),
        origin=origin_of(circle.library, order, language, sheet),
    )
