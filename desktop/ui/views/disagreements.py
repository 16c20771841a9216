"""Disagreements: figures that must not be taken for one another, by why they differ."""

from __future__ import annotations

from desktop.domain.browsing import Facet
from desktop.domain.problems import N_
from desktop.domain.records import Kind
from desktop.l10n.language import Language
from desktop.ui.context import Context
from desktop.ui.lists import cells
from desktop.ui.lists.catalogue import CatalogueView
from desktop.ui.lists.spec import A_TO_Z, MOST_IMPORTANT_FIRST, Z_TO_A, CatalogueSpec, Column


def _count(language: Language, number: int) -> str:
    return language.ngettext("{number} disagreement", "{number} disagreements", number)


def _narrowed_count(language: Language, total: int) -> str:
    return language.ngettext(
        "{number} of {total} disagreement", "{number} of {total} disagreements", total
    )


DISAGREEMENTS = CatalogueSpec(
    key="disagreements",
    title=N_("Disagreement"),
    kinds=(Kind.DISAGREEMENT,),
    count=_count,
    narrowed_count=_narrowed_count,
    nothing_fits=N_("No disagreement matches what you chose: remove one of the choices above."),
    columns=(
        Column(N_("Compares"), cells.compared, characters=12),
        Column(N_("Why they differ"), cells.reasons, characters=32),
    ),
    facets=(Facet.REASON, Facet.DOCUMENT),
    sortings=(MOST_IMPORTANT_FIRST, A_TO_Z, Z_TO_A),
    groupings=(Facet.REASON, None),
)


class DisagreementsView(CatalogueView):
    """All disagreements; one with several reasons stands under each of them."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, DISAGREEMENTS)
