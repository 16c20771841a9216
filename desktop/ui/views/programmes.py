"""Programmes: instruments, networks, agreements and plans, in a table to narrow and sort."""

from __future__ import annotations

from desktop.domain.browsing import Facet, Order
from desktop.domain.library import figures_about
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.lists import cells
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.spec import (
    A_TO_Z,
    EARLIEST_FIRST,
    LARGEST_AMOUNT_FIRST,
    LATEST_FIRST,
    MOST_IMPORTANT_FIRST,
    SMALLEST_AMOUNT_FIRST,
    Z_TO_A,
    CatalogueSpec,
    Column,
)


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} programme", "{number} programmes", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext(
        "{number} of {total} programme", "{number} of {total} programmes", total
    )


PROGRAMMES = CatalogueSpec(
    key="programmes",
    title=N_("Programme"),
    kinds=(Kind.PROGRAMME,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No programme matches what you chose: remove one of the choices above."),
    columns=(
        Column(
            N_("Period"),
            cells.period,
            characters=11,
            order=Order.PERIOD,
        ),
        Column(
            N_("Money"),
            cells.money,
            characters=15,
            order=Order.MONEY,
            note=cells.money_note,
            needs=figures_about,
            is_number=True,
            unstated="",
        ),
        Column(N_("Type"), cells.type_name, characters=16),
        Column(N_("Status"), cells.status, characters=12),
        Column(N_("Owner"), cells.owner, characters=18, unstated=""),
        Column(N_("Place"), cells.place, characters=14, unstated=""),
    ),
    title_characters=24,
    facets=(Facet.PLACE, Facet.THEME, Facet.TYPE, Facet.STATUS, Facet.OWNER),
    sortings=(
        MOST_IMPORTANT_FIRST,
        A_TO_Z,
        Z_TO_A,
        EARLIEST_FIRST,
        LATEST_FIRST,
        LARGEST_AMOUNT_FIRST,
        SMALLEST_AMOUNT_FIRST,
    ),
)


class ProgrammesView(CatalogueView):
    """All programmes; the amount of each is one figure as its document states it, never a sum."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, PROGRAMMES)
