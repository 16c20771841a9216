"""Figures: values with their periods, those of one thing together, rivals marked."""

from __future__ import annotations

from desktop.domain.browsing import Facet, Order
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.lists import cells
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.spec import (
    A_TO_Z,
    EARLIEST_FIRST,
    LATEST_FIRST,
    MOST_IMPORTANT_FIRST,
    Z_TO_A,
    CatalogueSpec,
    Column,
)
from desktop.ui.look.typography import Role


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} figure", "{number} figures", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext("{number} of {total} figure", "{number} of {total} figures", total)


FIGURES = CatalogueSpec(
    key="figures",
    title=N_("Figure"),
    kinds=(Kind.FIGURE,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No figure matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("Value"), cells.value, characters=22, role=Role.STRONG, is_number=True),
        Column(N_("Period"), cells.value_period, characters=11, order=Order.PERIOD),
        Column(N_("Place"), cells.place, characters=14),
    ),
    facets=(Facet.INDICATOR, Facet.PLACE, Facet.YEAR, Facet.DOCUMENT),
    sortings=(MOST_IMPORTANT_FIRST, A_TO_Z, Z_TO_A, EARLIEST_FIRST, LATEST_FIRST),
    groupings=(Facet.INDICATOR, Facet.PLACE, Facet.YEAR, None),
    mark=cells.rivals,
)


class FiguresView(CatalogueView):
    """All figures by what they measure, so that rival figures stand together."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, FIGURES)
