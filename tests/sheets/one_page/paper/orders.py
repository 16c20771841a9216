"""Every sheet that there is to hold to the rules."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from itertools import groupby

from desktop.domain.library import Library
from desktop.domain.records import Kind, Pillar
from desktop.domain.sheet_orders import MISSION, Layout, Mission, SheetOrder
from desktop.l10n.language import Language
from desktop.sheets.one_page.making import paper_of, papers_of
from desktop.sheets.one_page.sheet import sheet_ids

PAIRS = (("nl", "fr"), ("fr", "en"), ("en", "nl"))
_EVERY = 25
A4 = (595, 842)
SIZES = {Layout.SINGLE: A4, Layout.FACES: A4, Layout.BESIDE: (A4[1], A4[0])}
# In millimetres: at the sides, above and below.
MARGINS = {Layout.SINGLE: (15, 14, 9), Layout.FACES: (15, 14, 9), Layout.BESIDE: (12, 12, 8)}


def subjects(library: Library) -> list[str]:
    """The ids of all sheets."""
    return sheet_ids(library)


def is_sampled(subject: str, among: Sequence[str]) -> bool:
    """Whether a sheet is of the fair sample: of each kind of record some of every weight."""
    groups = groupby(among, key=lambda each: each.partition("/")[0])
    for _kind, members in groups:
        ids = list(members)
        if subject in ids:
            return ids.index(subject) % _EVERY == 0 or subject == ids[-1]
    raise ValueError(subject)


def is_first(subject: str, among: Sequence[str]) -> bool:
    """Whether a sheet is the weightiest of those on one kind of record."""
    kind = subject.partition("/")[0]
    return subject == next(each for each in among if each.partition("/")[0] == kind)


def missions(library: Library) -> dict[str, Mission]:
    """Mission sheets from the barest to one with all that can be chosen."""
    place = library.list(Kind.PLACE)[0].id
    theme = library.list(Kind.THEME)[0].id
    figures = tuple(record.id for record in library.list(Kind.FIGURE)[:8])
    items = tuple(
        record.id for kind in (Kind.PROGRAMME, Kind.MILESTONE) for record in library.list(kind)[:4]
    )
    return {
        "bare": Mission(place=place),
        "pillar": Mission(place=place, pillar=next(iter(Pillar))),
        "theme": Mission(theme=theme, figures=figures[:3]),
        "full": Mission(
            place=place,
            pillar=tuple(Pillar)[-1],
            theme=theme,
            figures=figures,
            note="Ask which call comes next.\nThank them for the visit of 2018.",
            audience="the minister",
            day=datetime.date(2026, 12, 3),
            items=items,
        ),
    }


def orders_of(subject: str, layout: Layout, number: int) -> list[SheetOrder]:
    """A sheet in all languages, or in one of the pairs of them, each pair as often."""
    if layout is Layout.SINGLE:
        return [SheetOrder(subject, (code,)) for code in ("nl", "fr", "en")]
    return [SheetOrder(subject, PAIRS[number % len(PAIRS)], layout)]


def mission_orders(mission: Mission, layout: Layout) -> list[SheetOrder]:
    """A mission sheet, likewise."""
    if layout is Layout.SINGLE:
        return [SheetOrder(MISSION, (code,), mission=mission) for code in ("nl", "fr", "en")]
    return [SheetOrder(MISSION, PAIRS[0], layout, mission=mission)]


def made(
    library: Library, wanted: Sequence[SheetOrder], languages: Mapping[str, Language]
) -> list[tuple[SheetOrder, bytes]]:
    """The orders of one sheet, each with its PDF; those of one language are made together."""
    if wanted[0].layout is not Layout.SINGLE:
        return [(order, paper_of(library, order, languages).pdf()) for order in wanted]
    papers = papers_of(library, wanted[0], languages)
    return [(order, papers[order.languages[0]].pdf()) for order in wanted]
